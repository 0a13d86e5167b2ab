"""Finds cards: the one to show, those beside it, and those outside today's queue."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from overmorrow.errors import NotFoundError
from overmorrow.scheduling.state import CardState
from overmorrow.store.cache import STATE_COLUMNS, STATE_WIDTH, state_of
from overmorrow.store.database import Database
from overmorrow.store.deck_names import all_decks, under

if TYPE_CHECKING:
    from overmorrow.cards.note import Note

_STATE = ", ".join(f"card.{column}" for column in STATE_COLUMNS.split(", "))
_NOTE = (
    "note.prompt, note.answer, note.is_cloze, note.answer_type, note.details, note.section,"
    " note.tags"
)
_LOAD = f"""
    SELECT {_STATE}, {_NOTE},
           card.id, card.uid, card.note_id, card.deck_id, deck.name, card.key, deck.lang,
           deck.source
    FROM card JOIN note ON note.id = card.note_id JOIN deck ON deck.id = card.deck_id
    WHERE card.id = ?"""
_NOTE_WIDTH = 7
_AHEAD = """
    SELECT id, due_day, interval_days FROM card
    WHERE deck_id = ? AND due_day > ? AND suspended = 0 AND vanished = 0
    ORDER BY due_day, interval_days, id LIMIT ?"""
_ALL = """
    SELECT card.id FROM note JOIN card ON card.note_id = note.id
    WHERE note.deck_id = ? AND card.suspended = 0 AND card.vanished = 0
    ORDER BY note.position, card.position, card.id LIMIT ?"""


_OTHERS = """
    SELECT note.answer, note.prompt, (SELECT min(id) FROM card WHERE card.note_id = note.id)
    FROM note
    WHERE note.deck_id = (SELECT deck_id FROM card WHERE id = ?1) AND note.vanished = 0
      AND note.answer <> '' AND note.id <> (SELECT note_id FROM card WHERE id = ?1)
    ORDER BY note.position LIMIT ?2"""


_SIBLINGS = """
    SELECT other.id FROM card AS mine JOIN card AS other ON other.note_id = mine.note_id
    WHERE mine.id = ?1 AND other.id <> ?1 AND other.vanished = 0
    UNION
    SELECT other.id FROM card AS mine JOIN note ON note.id = mine.note_id
    JOIN note_source AS here ON here.note_uid = note.uid
    JOIN note_source AS there ON there.source_uid = here.source_uid
        AND there.sentence_start = here.sentence_start
    JOIN note AS next ON next.uid = there.note_uid
    JOIN card AS other ON other.note_id = next.id
    WHERE mine.id = ?1 AND other.id <> ?1 AND other.vanished = 0
    ORDER BY 1 LIMIT ?2"""


class StoredCard(NamedTuple):
    """A card with all that is needed to ask it."""

    card_id: int
    uid: bytes
    note_id: int
    deck_id: int
    deck_name: str
    """In full, levels joined by `::`."""
    key: str
    """Which card of its note, as `cards.making` names them."""
    lang: str
    source: str
    """The deck's source; the note has its own."""
    note: "Note"
    state: CardState


def scope(database: Database, deck: str | None) -> list[int]:
    """Return the ids of a deck and everything below it; of all decks for None.

    Raises:
        NotFoundError: There is no such deck.
    """
    return [row.deck_id for row in under(all_decks(database), deck)]


def load_card(database: Database, card_id: int) -> StoredCard:
    """Return a card, its note and its schedule.

    Raises:
        NotFoundError: There is no such card.
    """
    from overmorrow.store.note_rows import note_of  # `due` reads no notes

    row = database.row(_LOAD, (card_id,))
    if row is None:
        raise NotFoundError("store.no_card", card=card_id)
    note_end = STATE_WIDTH + _NOTE_WIDTH
    note = note_of(row[STATE_WIDTH:note_end])
    return StoredCard._make((*row[note_end:], note, state_of(row[:STATE_WIDTH])))


def ahead_ids(database: Database, deck_ids: Sequence[int], day: int, limit: int) -> list[int]:
    """Return cards that are not due yet, the soonest first."""
    found = [
        (due_day, interval_days, card_id)
        for deck_id in deck_ids
        for card_id, due_day, interval_days in database.rows(_AHEAD, (deck_id, day, limit))
    ]
    return [card_id for *_, card_id in sorted(found)[:limit]]


def cram_ids(database: Database, deck_ids: Sequence[int], limit: int) -> list[int]:
    """Return cards in the order of their decks, due or not."""
    found: list[int] = []
    for deck_id in deck_ids:
        found += [row[0] for row in database.rows(_ALL, (deck_id, limit - len(found)))]
    return found


def sibling_ids(database: Database, card_id: int, limit: int) -> list[int]:
    """Return the other cards of a card's note, and those made from the same sentence."""
    return [row[0] for row in database.rows(_SIBLINGS, (card_id, limit))]


def other_answers(database: Database, card_id: int, limit: int) -> list[tuple[str, str, int]]:
    """Return answer, prompt and first card of the other notes of a card's deck, in its order."""
    return [(*row,) for row in database.rows(_OTHERS, (card_id, limit))]

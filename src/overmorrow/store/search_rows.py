"""Reads what a list of found cards shows, some hundred at a time."""

from collections.abc import Sequence
from typing import NamedTuple

from overmorrow.cards.note import Note
from overmorrow.scheduling.state import CardState
from overmorrow.store.cache import STATE_COLUMNS, STATE_WIDTH, state_of
from overmorrow.store.database import Database
from overmorrow.store.note_rows import NOTE_COLUMNS, note_of

_STATE = ", ".join(f"card.{column}" for column in STATE_COLUMNS.split(", "))
_NOTE = ", ".join(f"note.{column}" for column in NOTE_COLUMNS.split(", "))
_NOTE_WIDTH = NOTE_COLUMNS.count(",") + 1
_ROWS = f"""
    SELECT {_STATE}, {_NOTE}, card.id, card.note_id, card.key, deck.name, deck.lang
    FROM card JOIN note ON note.id = card.note_id JOIN deck ON deck.id = card.deck_id
    WHERE card.id IN ({{slots}})"""
_AT_ONCE = 500


class FoundRow(NamedTuple):
    """A card as a list shows it."""

    card_id: int
    note_id: int
    key: str
    deck: str
    lang: str
    note: Note
    state: CardState


def found_rows(database: Database, card_ids: Sequence[int]) -> list[FoundRow]:
    """Return cards in the order given; those that went meanwhile are left out.

    Raises:
        DatabaseError: The file cannot be read.
    """
    found: dict[int, FoundRow] = {}
    for start in range(0, len(card_ids), _AT_ONCE):
        some = card_ids[start : start + _AT_ONCE]
        sql = _ROWS.format(slots=", ".join("?" * len(some)))
        for row in database.rows(sql, some):
            note_end = STATE_WIDTH + _NOTE_WIDTH
            note = note_of(row[STATE_WIDTH:note_end])
            each = FoundRow._make((*row[note_end:], note, state_of(row[:STATE_WIDTH])))
            found[each.card_id] = each
    return [found[card_id] for card_id in card_ids if card_id in found]

"""Keeps a note's cards in step with its text, their histories untouched."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from overmorrow.cards.uids import card_uid
from overmorrow.scheduling.fold import fold
from overmorrow.scheduling.state import CardState
from overmorrow.store import cache
from overmorrow.store.cache import STATE_COLUMNS, STATE_WIDTH, CachedCard
from overmorrow.store.database import Database, Values
from overmorrow.store.events import events_of

INSERT_CARD = (
    f"INSERT INTO card (uid, note_id, deck_id, key, position, vanished, {STATE_COLUMNS})"
    f" VALUES (?, ?, ?, ?, ?, 0, {', '.join('?' * STATE_WIDTH)})"
)
_NEVER_ASKED = cache.columns_of(CardState())
INSERT_NEW_CARD = (
    f"INSERT INTO card (uid, note_id, deck_id, key, position, vanished, {STATE_COLUMNS})"
    f" VALUES (?, ?, ?, ?, ?, 0,"
    f" {', '.join('NULL' if value is None else str(value) for value in _NEVER_ASKED)})"
)
"""Of a card never asked; naming its state here instead of each time is a fifth faster."""
_OF_NOTE = "SELECT id, key FROM card WHERE note_id = ?"
_PLACE = "UPDATE card SET deck_id = ?, vanished = ? WHERE id = ?"


class CardPlace(NamedTuple):
    """Where a note's cards belong."""

    note_id: int
    note_uid: str
    deck_id: int
    """The note's deck; a card may lie in another."""
    position: int
    """The note's place in its deck."""


def put_cards(database: Database, place: CardPlace, wanted: Mapping[str, int]) -> None:
    """Give a note exactly these cards, inside a transaction.

    A card that is no longer made vanishes but keeps its history; a new one starts
    from what the log already has of it.

    Args:
        database: Where.
        place: The note.
        wanted: The cards' keys, each with its deck's id.
    """
    known = {key: card_id for card_id, key in database.rows(_OF_NOTE, (place.note_id,))}
    for key, deck_id in wanted.items():
        if key in known:
            _move(database, known[key], deck_id, vanished=False)
        else:
            _add(database, place, key, deck_id)
    for key, card_id in known.items():
        if key not in wanted:
            _move(database, card_id, place.deck_id, vanished=True)
    moved = "UPDATE card SET position = ?1 WHERE note_id = ?2 AND position <> ?1"
    database.connection.execute(moved, (place.position, place.note_id))


def _add(database: Database, place: CardPlace, key: str, deck_id: int) -> None:
    uid = card_uid(place.note_uid, key)
    state, tallies = fold(events_of(database, uid))
    values = (uid, place.note_id, deck_id, key, place.position, *cache.columns_of(state))
    database.connection.execute(INSERT_CARD, values)
    cache.count_answers(database, deck_id, tallies)
    cache.count_cards(
        database,
        ((name, deck_id, value, 1) for name, value in cache.measures(state, vanished=False)),
    )


def _move(database: Database, card_id: int, deck_id: int, *, vanished: bool) -> None:
    card = cache.read(database, card_id)
    if (card.deck_id, card.vanished) == (deck_id, vanished):
        return
    database.connection.execute(_PLACE, (deck_id, int(vanished), card_id))
    changes: Counter[tuple[str, int, int]] = Counter()
    changes.subtract(_places(card))
    changes.update(_places(card._replace(deck_id=deck_id, vanished=vanished)))
    cache.count_cards(database, ((*place, more) for place, more in changes.items() if more))
    if card.deck_id != deck_id:
        tallies = fold(events_of(database, card.uid)).tallies
        cache.count_answers(database, card.deck_id, tallies, -1)
        cache.count_answers(database, deck_id, tallies)


def _places(card: CachedCard) -> list[tuple[str, int, int]]:
    return [
        (measure, card.deck_id, value)
        for measure, value in cache.measures(card.state, card.vanished)
    ]


def remove_cards(database: Database, note_id: int, keep: Iterable[str] = ()) -> None:
    """Take a note's cards out, inside a transaction; the log keeps what was answered."""
    kept = tuple(keep)
    for card_id, key in database.rows(_OF_NOTE, (note_id,)):
        if key in kept:
            continue
        card = cache.read(database, card_id)
        cache.count_cards(database, ((*place, -1) for place in _places(card)))
        cache.count_answers(database, card.deck_id, fold(events_of(database, card.uid)).tallies, -1)
        database.connection.execute("DELETE FROM card WHERE id = ?", (card_id,))


def remove_untouched(database: Database, notes: str, values: Values) -> None:
    """Take out the cards of many notes that the log knows nothing of, inside a transaction.

    Args:
        database: Where.
        notes: A query that gives the notes' ids.
        values: What its slots stand for.
    """
    untouched = f"""note_id IN ({notes})
        AND NOT EXISTS (SELECT 1 FROM event WHERE event.card_uid = card.uid)"""
    counted = f"""SELECT deck_id, -count(*) FROM card
        WHERE vanished = 0 AND {untouched} GROUP BY deck_id"""
    stage, value = cache.measures(CardState(), vanished=False)[0]
    changes = [(stage, deck_id, value, less) for deck_id, less in database.rows(counted, values)]
    cache.count_cards(database, changes)
    database.connection.execute(f"DELETE FROM card WHERE {untouched}", values)

"""Reads everything of some decks, note by note, for those who write it elsewhere."""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from overmorrow.cards.note import Note
from overmorrow.cards.origin import Origin
from overmorrow.scheduling.state import CardState
from overmorrow.store.cache import STATE_COLUMNS, state_of
from overmorrow.store.database import Database, Row
from overmorrow.store.deck_names import all_decks, under
from overmorrow.store.deck_rows import DeckHead, head_of
from overmorrow.store.events import ALL_COLUMNS, LOG_COLUMNS
from overmorrow.store.note_rows import NOTE_COLUMNS, note_of, origin_of

WHOLE_EVENT, FOLDED_EVENT = ALL_COLUMNS, LOG_COLUMNS
"""What is read of each event: everything, or what a fold needs."""

_MAPPED_BYTES = 2 << 30
_OF_DECK = "note.deck_id = ? AND note.vanished = 0"
_NOTES = f"""
    SELECT id, uid, position, hlc, {NOTE_COLUMNS} FROM note
    WHERE {_OF_DECK} ORDER BY position, id"""
_WITH_CARDS = "note CROSS JOIN card ON card.note_id = note.id"
_CARDS = f"""
    SELECT card.id, card.uid, card.key, card.deck_id, card.vanished, {{state}}, card.note_id
    FROM {_WITH_CARDS} WHERE {_OF_DECK} ORDER BY note.position, note.id, card.id"""
_EVENTS = f"""
    SELECT {{columns}}, card.id FROM {_WITH_CARDS}
    CROSS JOIN event ON event.card_uid = card.uid
    WHERE {_OF_DECK} ORDER BY note.position, note.id, card.id, event.hlc, event.id"""


_ORIGINS = f"""
    SELECT json_extract(details, '$.origin') FROM note
    WHERE {_OF_DECK} AND json_extract(details, '$.origin') IS NOT NULL"""


class ExportDeck(NamedTuple):
    """A deck as it is kept."""

    deck_id: int
    head: DeckHead
    options: str | None
    """JSON with the learner's own limits."""


class ExportCard(NamedTuple):
    """One card of a note."""

    uid: bytes
    key: str
    deck_id: int
    vanished: bool
    """Whether its note no longer makes it; its events are kept."""
    state: CardState
    events: list[Row]
    """What the log has of it, oldest first, if that was asked for; one column more, the last."""


class ExportNote(NamedTuple):
    """One note with its cards."""

    uid: str
    position: int
    hlc: int
    """When it last changed."""
    note: Note
    cards: list[ExportCard]


@contextmanager
def quick_reading(database: Database) -> Iterator[None]:
    """Read from the file as it lies in memory: events are looked up all over it."""
    before = database.number("PRAGMA mmap_size") or 0
    database.rows(f"PRAGMA mmap_size = {_MAPPED_BYTES}")
    try:
        yield
    finally:
        database.rows(f"PRAGMA mmap_size = {before}")


def export_decks(database: Database, name: str | None) -> list[ExportDeck]:
    """Return a deck and those below it, or all.

    Raises:
        NotFoundError: There is no such deck.
    """
    found = []
    for deck in under(all_decks(database), name):
        head = head_of(database, deck.name)
        if head:
            found.append(ExportDeck(deck.deck_id, head, deck.options))
    return found


def export_notes(database: Database, deck_id: int, events: str = "") -> Iterator[ExportNote]:
    """Yield a deck's own notes in their order; those set aside are left out.

    Args:
        database: Where; keep a snapshot open while reading.
        deck_id: The deck.
        events: `WHOLE_EVENT` or `FOLDED_EVENT`; empty to leave out what was answered.
    """
    state = ", ".join(f"card.{column}" for column in STATE_COLUMNS.split(", "))
    columns = ", ".join(f"event.{column.strip()}" for column in events.split(","))
    cards = _Grouped(database.each(_CARDS.format(state=state), (deck_id,)))
    log = _Grouped(
        database.each(_EVENTS.format(columns=columns), (deck_id,)) if events else iter(())
    )
    for note_id, uid, position, hlc, *columns_of_note in database.each(_NOTES, (deck_id,)):
        made = [_card(row, log.of(row[0])) for row in cards.of(note_id)]
        yield ExportNote(uid, position, hlc, note_of(tuple(columns_of_note)), made)


def _card(row: Row, events: list[Row]) -> ExportCard:
    _, uid, key, deck_id, vanished, *state, _ = row
    return ExportCard(uid, key, deck_id, bool(vanished), state_of(tuple(state)), events)


def export_origins(database: Database, deck_id: int) -> Iterator[Origin]:
    """Yield what another program knows of a deck's own notes, of those that came from one."""
    for (written,) in database.each(_ORIGINS, (deck_id,)):
        origin = origin_of(json.loads(written))
        if origin:
            yield origin


def count_notes(database: Database, deck_id: int) -> int:
    """Return how many notes `export_notes` yields."""
    return database.number(f"SELECT count(*) FROM note WHERE {_OF_DECK}", (deck_id,)) or 0


def events_of_no_card(database: Database) -> Iterator[Row]:
    """Yield the events that concern no card, as `WHOLE_EVENT`s."""
    sql = f"SELECT {ALL_COLUMNS} FROM event WHERE card_uid IS NULL ORDER BY hlc, id"
    return database.each(sql)


def most_choices(database: Database, deck_ids: Iterable[int]) -> int:
    """Return how many wrong choices a note of some decks has at most."""
    sql = f"SELECT {NOTE_COLUMNS} FROM note WHERE {_OF_DECK} AND answer_type = 'choice'"
    return max(
        (
            len(note_of(row).wrong_choices)
            for deck_id in deck_ids
            for row in database.each(sql, (deck_id,))
        ),
        default=0,
    )


def first_day_of_learning(database: Database) -> int | None:
    """Return the first study day that has an answer, or None."""
    return database.number("SELECT min(study_day) FROM day_total")


class _Grouped:
    """Rows that come ordered by their last value, taken a group at a time."""

    def __init__(self, rows: Iterator[Row]) -> None:
        self._groups = groupby(rows, itemgetter(-1))
        self._key: int | None = None
        self._rows: list[Row] = []
        self._step()

    def _step(self) -> None:
        """Read the next group."""
        self._key, group = next(self._groups, (None, iter(())))
        self._rows = list(group)

    def of(self, key: int) -> list[Row]:
        """Return the rows that end with the key, if they are the next."""
        if self._key != key:
            return []
        found = self._rows
        self._step()
        return found

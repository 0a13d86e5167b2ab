"""Finds the note a card is made from, and where it stands."""

import json
from collections.abc import Sequence
from typing import NamedTuple

from overmorrow.cards.note import Note
from overmorrow.errors import NotFoundError
from overmorrow.store.database import Database
from overmorrow.store.note_rows import NOTE_COLUMNS, columns_of, note_of
from overmorrow.store.note_writing import PlannedNote

_NOTE = ", ".join(f"note.{column}" for column in NOTE_COLUMNS.split(", "))
_FIND = f"""
    SELECT note.uid, note.position, deck.name, card.key, {_NOTE}
    FROM card JOIN note ON note.id = card.note_id JOIN deck ON deck.id = note.deck_id
    WHERE card.id = ? AND note.vanished = 0"""
_PLACE = f"""
    SELECT note.uid, note.position, deck.name, '', {_NOTE}
    FROM note JOIN deck ON deck.id = note.deck_id WHERE note.uid = ? AND note.vanished = 0"""
_PLACES = _PLACE.replace("note.uid = ?", "note.uid IN ({slots})")
_AT_ONCE = 500
_EARLIER = """
    SELECT batch.wall_ms, note_history.content FROM note_history
    JOIN note ON note.id = note_history.note_id JOIN batch ON batch.id = note_history.batch_id
    WHERE note.uid = ? AND batch.undone = 0 ORDER BY note_history.hlc DESC LIMIT ?"""
_NOTE_START = 3
"""Where in a kept row the note's own columns begin."""
_BY_UID = f"SELECT {NOTE_COLUMNS} FROM note WHERE uid = ? AND vanished = 0"
_CARDS = """
    SELECT card.key FROM card JOIN note ON note.id = card.note_id
    WHERE note.uid = ? AND card.vanished = 0 ORDER BY card.id"""


class NotePlace(NamedTuple):
    """A note as it is known."""

    uid: str
    position: int
    deck: str
    """The note's deck; some of its cards may lie in another."""
    key: str
    """Which of its cards led to it."""
    note: Note


def note_of_card(database: Database, card_id: int) -> NotePlace:
    """Return the note of a card.

    Raises:
        NotFoundError: There is no such card, or its note has been set aside.
    """
    row = database.row(_FIND, (card_id,))
    if row is None:
        raise NotFoundError("store.no_card", card=card_id)
    return NotePlace._make((*row[:4], note_of(row[4:])))


def place_of_note(database: Database, uid: str) -> NotePlace | None:
    """Return a note and where it stands, or None if there is none or it has been set aside."""
    row = database.row(_PLACE, (uid,))
    return NotePlace._make((*row[:4], note_of(row[4:]))) if row else None


class EarlierText(NamedTuple):
    """What a note was like before something changed it."""

    wall_ms: int
    """When it was changed."""
    note: Note


def earlier_texts(database: Database, uid: str, limit: int) -> list[EarlierText]:
    """Return what a note was like before each change that still holds, the newest first."""
    return [
        EarlierText(wall_ms, note_of(tuple(json.loads(content)["note"][_NOTE_START:])))
        for wall_ms, content in database.rows(_EARLIER, (uid, limit))
    ]


def places_of_notes(database: Database, uids: Sequence[str]) -> list[NotePlace]:
    """Return many notes and where they stand, deck by deck; those set aside are left out."""
    found: list[NotePlace] = []
    for start in range(0, len(uids), _AT_ONCE):
        some = uids[start : start + _AT_ONCE]
        sql = _PLACES.format(slots=", ".join("?" * len(some)))
        rows = database.rows(sql, some)
        found += [NotePlace._make((*row[:4], note_of(row[4:]))) for row in rows]
    return sorted(found, key=lambda place: (place.deck, place.position, place.uid))


def last_position(database: Database, deck: str) -> int:
    """Return the place of the last note of a deck; -1 where it has none."""
    sql = "SELECT max(position) FROM note WHERE deck_id = (SELECT id FROM deck WHERE name = ?)"
    found = database.number(sql, (deck,))
    return -1 if found is None else found


def note_by_uid(database: Database, uid: str) -> Note | None:
    """Return a note, or None if there is none or it has been set aside."""
    row = database.row(_BY_UID, (uid,))
    return note_of(row) if row else None


def card_keys(database: Database, uid: str) -> set[str]:
    """Return which cards a note has."""
    return {row[0] for row in database.rows(_CARDS, (uid,))}


def as_values(planned: PlannedNote) -> list[object]:
    """Return a note that is to be written as plain values, which `from_values` reads."""
    return [planned.uid, planned.position, *columns_of(planned.note)]


def from_values(values: list[object]) -> PlannedNote:
    """Return a note that is to be written."""
    uid, position, *columns = values
    return PlannedNote(str(uid), int(str(position)), note_of(tuple(columns)))

"""Finds the note a card is made from, and where it stands."""

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

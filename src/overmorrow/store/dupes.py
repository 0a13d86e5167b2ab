"""Notes that ask the same: which, how long each was learned, and those kept apart."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from overmorrow.store.database import Database

_NOTES = """
    SELECT note.id, note.uid, note.prompt, note.answer, deck.name, min(card.id)
    FROM note JOIN deck ON deck.id = note.deck_id JOIN card ON card.note_id = note.id
    WHERE note.id IN ({slots}) AND card.vanished = 0 GROUP BY note.id ORDER BY note.id"""
_ANSWERS = """
    SELECT count(*) FROM note JOIN card ON card.note_id = note.id
    JOIN event ON event.card_uid = card.uid
    WHERE note.uid = ? AND event.kind = 'review'
      AND NOT EXISTS (SELECT 1 FROM event AS undo WHERE undo.target = event.id)"""
_PUT = """
    INSERT INTO kept_apart (note_uid, hlc) VALUES (?, ?)
    ON CONFLICT (note_uid) DO UPDATE SET hlc = excluded.hlc"""
_AT_ONCE = 500


class DupeNote(NamedTuple):
    """A note that asks what another asks."""

    note_id: int
    uid: str
    prompt: str
    answer: str
    deck: str
    card_id: int
    """Its first card."""


def dupe_notes(database: Database, note_ids: Sequence[int]) -> list[DupeNote]:
    """Return notes as a list of duplicates shows them.

    Raises:
        DatabaseError: The file cannot be read.
    """
    found: dict[int, DupeNote] = {}
    for start in range(0, len(note_ids), _AT_ONCE):
        some = note_ids[start : start + _AT_ONCE]
        sql = _NOTES.format(slots=", ".join("?" * len(some)))
        found |= {row[0]: DupeNote(*row) for row in database.rows(sql, some)}
    return [found[note_id] for note_id in note_ids if note_id in found]


def answers_of(database: Database, uid: str) -> int:
    """Return how many answers the cards of a note got, those taken back aside."""
    return database.number(_ANSWERS, (uid,)) or 0


def keep_apart(database: Database, uids: Iterable[str], hlc: int) -> None:
    """Remember, inside a transaction, that notes are no duplicates of each other."""
    database.connection.executemany(_PUT, [(uid, hlc) for uid in uids])


def forget_apart(database: Database, uids: Iterable[str]) -> None:
    """Take that back, inside a transaction."""
    sql = "DELETE FROM kept_apart WHERE note_uid = ?"
    database.connection.executemany(sql, [(uid,) for uid in uids])

"""Writes notes and their cards: a whole file's, or one that was edited, as one batch."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple
from uuid import UUID, uuid5

from overmorrow.cards.identity import card_uid
from overmorrow.cards.making import cards_of
from overmorrow.cards.note import Note
from overmorrow.clock import Moment
from overmorrow.scheduling.event import EventKind
from overmorrow.store.answers import receive_into
from overmorrow.store.batches import Batch, begin, finish, remember, undo_batch
from overmorrow.store.database import Database
from overmorrow.store.deck_rows import DeckHead
from overmorrow.store.events import StoredEvent
from overmorrow.store.note_cards import CardPlace, put_cards
from overmorrow.store.note_rows import NOTE_COLUMNS, columns_of, note_of

NOTES_AT_ONCE = 500
"""Written in one transaction, so that a study session beside it never waits long."""
FROM_FILE = "deck file"
"""Stands as the device of what a deck file says was done to a card."""

_KNOWN = f"""
    SELECT uid, position, {NOTE_COLUMNS} FROM note
    WHERE deck_id = (SELECT id FROM deck WHERE name = ?) AND vanished = 0 ORDER BY position, id"""
_FIND = f"SELECT id, deck_id, position, vanished, {NOTE_COLUMNS} FROM note WHERE uid = ?"
_COLUMNS = f"uid, hlc, batch_id, deck_id, position, vanished, {NOTE_COLUMNS}"
_INSERT = f"INSERT INTO note ({_COLUMNS}) VALUES ({', '.join('?' * 13)})"
_SET = ", ".join(f"{column} = ?" for column in NOTE_COLUMNS.split(", "))
_UPDATE = f"UPDATE note SET hlc = ?, deck_id = ?, position = ?, vanished = ?, {_SET} WHERE id = ?"


class PlannedNote(NamedTuple):
    """A note as it shall be, under its lasting id."""

    uid: str
    position: int
    note: Note


class NotePlan(NamedTuple):
    """What a batch shall do to one deck; notes it does not name stay as they are."""

    name: str
    """What the batch is called, such as the file's name."""
    deck: DeckHead
    notes: Sequence[PlannedNote]
    """New and changed ones; those that are as known already cost nothing."""
    vanished: Sequence[str] = ()
    """The uids of notes that the file no longer has."""
    summary: Mapping[str, object] | None = None
    """Figures to show when the learner looks back on it."""


class KnownFull(NamedTuple):
    """A known note with all its text, to be compared with what a file says."""

    uid: str
    position: int
    note: Note


class _Prepared(NamedTuple):
    planned: PlannedNote
    columns: tuple[object, ...]
    keys: tuple[str, ...]


def full_notes(database: Database, deck: str) -> list[KnownFull]:
    """Return a deck's own notes with all their text."""
    return [KnownFull(row[0], row[1], note_of(row[2:])) for row in database.rows(_KNOWN, (deck,))]


def apply_plan(
    database: Database,
    plan: NotePlan,
    moment: Moment,
    progress: Callable[[int], None] | None = None,
) -> int:
    """Write a plan in short transactions, as one batch.

    What goes wrong on the way, or is raised by `progress` to stop, takes the whole
    batch back.

    Args:
        database: Where.
        plan: What to write.
        moment: When.
        progress: Told how many notes are written, after each transaction.

    Returns:
        The batch's id, for `undo_batch`.

    Raises:
        GapError: The gaps of a cloze note cannot be read; nothing was written.
        DatabaseError: It could not be written.
    """
    prepared = [_prepare(planned, plan.deck) for planned in plan.notes]
    written = 0
    batch: Batch | None = None
    try:
        for chunk in _chunks(prepared):
            with database.transaction():
                batch = batch or begin(database, plan.name, plan.deck, moment, plan.summary)
                for each in chunk:
                    _put(database, batch, each)
                written += len(chunk)
                if written == len(prepared):
                    _let_vanish(database, batch, plan.vanished)
                    finish(database, batch)
            if progress:
                progress(written)
    except BaseException:
        if batch and _is_there(database, batch):
            undo_batch(database, batch.batch_id, moment)
        raise
    return batch.batch_id if batch else 0


def _prepare(planned: PlannedNote, deck: DeckHead) -> _Prepared:
    keys = tuple(card.key for card in cards_of(planned.note, deck.lang, deck.source))
    return _Prepared(planned, columns_of(planned.note), keys)


def _chunks(prepared: list[_Prepared]) -> Iterator[list[_Prepared]]:
    for start in range(0, max(1, len(prepared)), NOTES_AT_ONCE):
        yield prepared[start : start + NOTES_AT_ONCE]


def _is_there(database: Database, batch: Batch) -> bool:
    return database.row("SELECT 1 FROM batch WHERE id = ?", (batch.batch_id,)) is not None


def _put(database: Database, batch: Batch, prepared: _Prepared) -> None:
    uid, position, note = prepared.planned
    place = (batch.deck_id, position, 0)
    known = database.row(_FIND, (uid,))
    if known is None:
        values = (uid, batch.hlc, batch.batch_id, *place, *prepared.columns)
        note_id = database.connection.execute(_INSERT, values).lastrowid or 0
    elif known[1:] == (*place, *prepared.columns):
        return
    else:
        note_id = known[0]
        remember(database, batch, note_id)
        database.connection.execute(_UPDATE, (batch.hlc, *place, *prepared.columns, note_id))
    put_cards(database, CardPlace(note_id, uid, batch.deck_id, position), prepared.keys)
    if note.suspended:
        _suspend(database, uid, prepared.keys)


def _let_vanish(database: Database, batch: Batch, uids: Sequence[str]) -> None:
    for uid in uids:
        known = database.row("SELECT id, deck_id, position FROM note WHERE uid = ?", (uid,))
        if known is None:
            continue
        note_id, deck_id, position = known
        remember(database, batch, note_id)
        sql = "UPDATE note SET vanished = 1, hlc = ? WHERE id = ?"
        database.connection.execute(sql, (batch.hlc, note_id))
        put_cards(database, CardPlace(note_id, uid, deck_id, position), ())


def _suspend(database: Database, note_uid: str, keys: Sequence[str]) -> None:
    """Set a note's cards aside because its file says so; saying it again adds nothing."""
    for key in keys:
        uid = card_uid(note_uid, key)
        event = StoredEvent(
            event_id=uuid5(UUID(bytes=uid), "suspended").bytes,
            device=FROM_FILE,
            hlc=0,
            wall_ms=0,
            utc_offset_min=0,
            study_day=0,
            kind=EventKind.SUSPEND,
            card_uid=uid,
        )
        receive_into(database, [event])

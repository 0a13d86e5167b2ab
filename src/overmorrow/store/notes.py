"""Writes notes and their cards: whole files', or one that was edited, as one batch."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from itertools import islice
from typing import NamedTuple

from overmorrow.cards.note import Note
from overmorrow.cards.note_type import NoteType
from overmorrow.cards.source import KeptSource
from overmorrow.clock import Moment
from overmorrow.store import kept
from overmorrow.store.answers import receive_into
from overmorrow.store.batches import Batch, abandoned, begin, finish, forget, undo_batch
from overmorrow.store.database import Database
from overmorrow.store.deck_rows import DeckHead, put_limits
from overmorrow.store.events import StoredEvent
from overmorrow.store.note_rows import NOTE_COLUMNS, note_of
from overmorrow.store.note_writing import NoteWriter, PlannedNote
from overmorrow.store.pasts import PastSource
from overmorrow.store.sources import forget_sources, put_kept_source

NOTES_AT_ONCE = 20_000
"""Written in one transaction, so that a study session beside it never waits long."""
_AT_ONCE = 500

_KNOWN = f"""
    SELECT uid, position, {NOTE_COLUMNS} FROM note
    WHERE deck_id = (SELECT id FROM deck WHERE name = ?) AND vanished = 0 ORDER BY position, id"""


class DeckPlan(NamedTuple):
    """What a batch shall do to one deck; notes it does not name stay as they are."""

    deck: DeckHead
    notes: Iterable[PlannedNote]
    """New and changed ones; those that are as known already cost nothing."""
    vanished: Sequence[str] = ()
    """The uids of notes that the file no longer has."""


class BatchPlan(NamedTuple):
    """What a batch shall do."""

    name: str
    """What the batch is called, such as the file's name."""
    decks: Sequence[DeckPlan]
    summary: Mapping[str, object] | None = None
    """Figures to show when the learner looks back on it."""
    note_types: Sequence[NoteType] = ()
    kept: Mapping[str, str] | None = None
    """What only the way back to another program needs."""
    past_source: PastSource = PastSource("")
    limits: Mapping[str, str] | None = None
    """The learner's own options of decks that have none here, as JSON by the decks' names."""
    events: Sequence[StoredEvent] = ()
    """What another copy of the log says was done to the notes' cards."""
    sources: Sequence[KeptSource] = ()
    """Articles that notes were made from."""


class KnownFull(NamedTuple):
    """A known note with all its text, to be compared with what a file says."""

    uid: str
    position: int
    note: Note


def full_notes(database: Database, deck: str) -> list[KnownFull]:
    """Return a deck's own notes with all their text."""
    return [KnownFull(row[0], row[1], note_of(row[2:])) for row in database.rows(_KNOWN, (deck,))]


def notes_elsewhere(
    database: Database, deck: str, uids: Sequence[str]
) -> list[tuple[str, str, str]]:
    """Return uid, prompt and answer of those of the notes that lie in another deck."""
    found: list[tuple[str, str, str]] = []
    for start in range(0, len(uids), _AT_ONCE):
        some = uids[start : start + _AT_ONCE]
        sql = f"""SELECT note.uid, note.prompt, note.answer FROM note
            JOIN deck ON deck.id = note.deck_id
            WHERE note.uid IN ({",".join("?" * len(some))}) AND deck.name <> ?"""
        found += [(*row,) for row in database.rows(sql, (*some, deck))]
    return found


def apply_plan(
    database: Database,
    plan: BatchPlan,
    moment: Moment,
    progress: Callable[[int], None] | None = None,
) -> int | None:
    """Write a plan in short transactions, as one batch.

    What goes wrong on the way, or is raised by `progress` to stop, takes the whole
    batch back.

    Args:
        database: Where.
        plan: What to write.
        moment: When.
        progress: Told how many notes are written, after each transaction.

    Returns:
        The batch's id, for `undo_batch`; None if all was as planned already.

    Raises:
        GapError: The gaps of a cloze note cannot be read; nothing was written.
        DatabaseError: It could not be written.
    """
    for batch_id in abandoned(database, moment):
        undo_batch(database, batch_id, moment)
    with ExitStack() as on_failure, database.bulk(), ExitStack() as piece:
        piece.enter_context(database.transaction())
        heads = [each.deck for each in plan.decks]
        batch = begin(database, plan.name, heads, moment, plan.summary, plan.limits)
        on_failure.callback(_take_back, database, batch, moment)
        writer = NoteWriter(database, batch, plan.past_source)
        for written in _write_notes(writer, plan):
            if written % NOTES_AT_ONCE == 0:
                piece.close()
                piece.enter_context(database.transaction())
            if progress:
                progress(written)
        kept.put_note_types(database, plan.note_types, batch.hlc)
        kept.put(database, plan.kept or {}, batch.hlc)
        put_limits(database, plan.limits or {})
        _put_sources(database, plan.sources, batch)
        fresh = [event for event in plan.events if not _is_known(database, event)]
        receive_into(database, fresh)
        has_written = bool(writer.has_written or writer.events_on_known or fresh)
        if has_written:
            finish(database, batch, writer.events_on_known)
        else:
            forget(database, batch)
        piece.close()
        on_failure.pop_all()
    return batch.batch_id if has_written else None


def _take_back(database: Database, batch: Batch, moment: Moment) -> None:
    """Undo what was written of a batch, if any of it got as far as the file."""
    if database.row("SELECT 1 FROM batch WHERE id = ?", (batch.batch_id,)):
        undo_batch(database, batch.batch_id, moment)


def _write_notes(writer: NoteWriter, plan: BatchPlan) -> Iterator[int]:
    """Write the notes of all decks, a piece at a time, and yield how many are written."""
    written = 0
    for each in plan.decks:
        writer.begin_deck(each.deck)
        notes = iter(each.notes)
        while chunk := list(islice(notes, NOTES_AT_ONCE - written % NOTES_AT_ONCE)):
            writer.write(chunk)
            written += len(chunk)
            yield written
        writer.let_vanish(each.vanished)


def _put_sources(database: Database, sources: Sequence[KeptSource], batch: Batch) -> None:
    for source in sources:
        put_kept_source(database, source, batch.hlc)
    if sources:
        forget_sources(database)


def _is_known(database: Database, event: StoredEvent) -> bool:
    sql = "SELECT 1 FROM event WHERE id = ?"
    return database.row(sql, (event.event_id,)) is not None

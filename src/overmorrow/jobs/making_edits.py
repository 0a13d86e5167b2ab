"""Makes an edit: notes and their deck's file change together or not at all.

What is meant to happen is first written down as a batch that is not finished;
then the file is written, then the notes with the batch's end. So wherever it is
killed, the file tells how far it came (see `edit_batches`).
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256

from overmorrow.cards.note import Note
from overmorrow.clock import Moment
from overmorrow.errors import NotFoundError, OvermorrowError
from overmorrow.jobs.deck_files import DeckText, Step, replace_file, sha256_of, silent
from overmorrow.jobs.note_changes import EditError
from overmorrow.store.batches import Batch, batches, begin, finish, undo_batch
from overmorrow.store.database import Database
from overmorrow.store.deck_file_rows import put_deck_file
from overmorrow.store.deck_rows import head_of
from overmorrow.store.note_places import as_values, note_by_uid
from overmorrow.store.note_writing import NoteWriter, PlannedNote
from overmorrow.store.pasts import PastSource

EDIT = "edit"
"""In a batch's summary: what an edit is about to do, and did."""
_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class FileChange:
    """How a deck's file changes: one stretch of its text."""

    text: DeckText
    at: int
    was: str
    now: str
    data: bytes
    """The whole file as it shall be."""

    @property
    def after(self) -> str:
        """The hash of the file as it shall be."""
        return sha256(self.data).hexdigest()

    @property
    def is_none(self) -> bool:
        """Whether the file says all of it already."""
        return self.data == self.text.data


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedEdit:
    """An edit that is ready to be made."""

    name: str
    """What the learner will know it by when looking back."""
    deck: str
    known: Mapping[str, Note]
    """The notes as they are, by their uids; if one is another by then, nothing is written."""
    planned: Sequence[PlannedNote]
    change: FileChange | None = None
    """None leaves the file alone."""


def file_change(text: DeckText, written: str) -> FileChange:
    """Return how a file changes to say something else.

    Raises:
        FileError: Its encoding lacks a sign of that.
    """
    at, was, now = _stretch(text.text, written)
    return FileChange(text=text, at=at, was=was, now=now, data=text.encoded(written))


def _stretch(before: str, after: str) -> tuple[int, str, str]:
    """Return where two texts differ, and what stands there in each."""
    shorter = min(len(before), len(after))
    start = next((at for at in range(shorter) if before[at] != after[at]), shorter)
    most = shorter - start
    end = next((at for at in range(most) if before[-1 - at] != after[-1 - at]), most)
    return start, before[start : len(before) - end], after[start : len(after) - end]


def make_edit(database: Database, edit: PlannedEdit, moment: Moment, step: Step = silent) -> int:
    """Make an edit, and return its batch.

    Args:
        database: The collection.
        edit: What to do.
        moment: When.
        step: Told `begun`, `prepared`, `replaced` and `done` on the way, where a
            file is written; may raise to stop, which takes everything back.

    Raises:
        EditError: A note was changed meanwhile; nothing was written.
        FileError: The file was changed meanwhile, or cannot be written; nothing was.
        DatabaseError: It could not be written; nothing was.
    """
    name = " ".join(edit.name.split())[:_LONGEST_NAME]
    summary = {EDIT: _told(edit)}
    if edit.change is None:
        with database.transaction():
            batch = begin(database, name, (), moment, summary)
            write_notes(database, batch, edit.deck, edit.planned)
        return batch.batch_id
    with database.transaction():
        batch = begin(database, name, (), moment, summary)
    try:
        step("begun")
        with database.transaction():
            _write_both(database, batch, edit, edit.change, step)
        step("done")
    except BaseException:
        _give_up(database, batch, edit.change, moment)
        raise
    return batch.batch_id


def _told(edit: PlannedEdit) -> dict[str, object]:
    notes = [as_values(planned) for planned in edit.planned]
    told: dict[str, object] = {"deck": edit.deck, "notes": notes}
    if edit.change:
        told["file"] = {
            "path": edit.change.text.row.path,
            "before": edit.change.text.row.sha256,
            "after": edit.change.after,
            "at": edit.change.at,
            "was": edit.change.was,
            "now": edit.change.now,
        }
    return told


def write_notes(
    database: Database, batch: Batch, deck: str, planned: Sequence[PlannedNote]
) -> None:
    """Write the notes of an edit and finish its batch, inside a transaction.

    Raises:
        NotFoundError: Their deck has gone.
        DatabaseError: They could not be written.
    """
    head = head_of(database, deck)
    if head is None:
        raise NotFoundError("store.no_deck", deck=deck)
    writer = NoteWriter(database, batch, PastSource(""))
    writer.begin_deck(head)
    writer.write(planned)
    finish(database, batch, writer.events_on_known)


def _write_both(
    database: Database, batch: Batch, edit: PlannedEdit, change: FileChange, step: Step
) -> None:
    """Write notes and file, inside a transaction that keeps all other windows waiting."""
    if any(note_by_uid(database, uid) != note for uid, note in edit.known.items()):
        raise EditError("editing.note_changed")
    write_notes(database, batch, edit.deck, edit.planned)
    row = change.text.row
    put_deck_file(database, row._replace(sha256=change.after))
    if not change.is_none:
        replace_file(row.path, change.data, row.sha256, step)


def _give_up(database: Database, batch: Batch, change: FileChange, moment: Moment) -> None:
    """Bring the file and the collection back, unless both were written already."""
    if any(known.batch_id == batch.batch_id and known.finished for known in batches(database)):
        return
    path = change.text.row.path
    with suppress(OvermorrowError):
        if not change.is_none and sha256_of(path) == change.after:
            replace_file(path, change.text.data, change.after, silent)
        undo_batch(database, batch.batch_id, moment)

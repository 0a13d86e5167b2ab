"""Makes an edit: notes and their deck's file change together or not at all.

What is meant to happen is first written down as a batch that is not finished;
then the file is written, then the notes with the batch's end. So wherever it is
killed, the file tells how far it came (see `edit_batches`).
"""

from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from hashlib import sha256

from overmorrow.cards.note import Note
from overmorrow.cards.text import shown_path
from overmorrow.clock import Moment
from overmorrow.errors import FileError, NotFoundError, OvermorrowError
from overmorrow.jobs.deck_files import (
    DeckText,
    Step,
    remove_file,
    replace_file,
    sha256_of,
    silent,
)
from overmorrow.jobs.note_changes import EditError
from overmorrow.store.batches import Batch, batches, begin, finish, undo_batch
from overmorrow.store.database import Database
from overmorrow.store.deck_file_rows import DeckFileRow, deck_file, put_deck_file
from overmorrow.store.deck_rows import DeckHead, head_of, put_deck
from overmorrow.store.note_places import as_values, note_by_uid
from overmorrow.store.note_writing import NoteWriter, PlannedNote
from overmorrow.store.pasts import PastSource

EDIT = "edit"
"""In a batch's summary: what an edit is about to do, and did."""
GENERATED = "generated"
"""In its summary too: how many notes it made of an article."""
STEP = "step"
"""In its summary too: which edits of many notes were one step, and what was done."""
ADDED = "added"
"""In its summary too: how many notes the learner added by hand."""
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
    vanished: Sequence[str] = ()
    """The uids of notes that shall be set aside."""
    change: FileChange | None = None
    """None leaves the file alone."""
    new_deck: DeckHead | None = None
    """What shall be known of the deck, where its file is new."""
    summary: Mapping[str, object] = field(default_factory=dict)
    """What else to show when looking back."""
    beforehand: Callable[[Database, Batch], None] | None = None
    """Writes what belongs to the notes, in the transaction in which the batch begins."""


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
    if edit.change is None:
        with database.transaction():
            batch = _begin(database, name, edit, moment)
            write_notes(database, batch, edit.deck, edit.planned, edit.vanished)
        return batch.batch_id
    with database.transaction():
        batch = _begin(database, name, edit, moment)
    with ExitStack() as on_failure:
        on_failure.callback(_give_up, database, batch, edit.change, moment)
        step("begun")
        with database.transaction():
            _write_both(database, batch, edit, edit.change, step)
        step("done")
        on_failure.pop_all()
    return batch.batch_id


def _begin(database: Database, name: str, edit: PlannedEdit, moment: Moment) -> Batch:
    """Write down what is meant to happen, and make the deck if it is missing."""
    heads = [edit.new_deck] if edit.new_deck else []
    summary = {EDIT: _told(edit), **edit.summary}
    batch = begin(database, name, heads, moment, summary)
    for head in heads:
        put_deck(database, head, batch.hlc)
    if edit.change and not edit.change.text.row.sha256:
        _claim_file(database, edit.change.text.row)
    if edit.beforehand:
        edit.beforehand(database, batch)
    return batch


def _claim_file(database: Database, row: DeckFileRow) -> None:
    """Say where a deck's file will be, unless another window gave it one meanwhile."""
    known = deck_file(database, row.deck)
    if known and known.sha256:
        raise FileError("editing.file_changed", path=shown_path(known.path))
    put_deck_file(database, row)


def _told(edit: PlannedEdit) -> dict[str, object]:
    is_told = edit.change is not None or STEP not in edit.summary  # else nobody asks for them
    notes = [as_values(planned) for planned in edit.planned] if is_told else []
    told: dict[str, object] = {"deck": edit.deck, "notes": notes}
    if edit.vanished:
        told["vanished"] = list(edit.vanished)
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
    database: Database,
    batch: Batch,
    deck: str,
    planned: Sequence[PlannedNote],
    vanished: Sequence[str] = (),
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
    writer.let_vanish(vanished)
    finish(database, batch, writer.events_on_known)


def _write_both(
    database: Database, batch: Batch, edit: PlannedEdit, change: FileChange, step: Step
) -> None:
    """Write notes and file, inside a transaction that keeps all other windows waiting."""
    if any(note_by_uid(database, uid) != note for uid, note in edit.known.items()):
        raise EditError("editing.note_changed")
    write_notes(database, batch, edit.deck, edit.planned, edit.vanished)
    row = change.text.row
    put_deck_file(database, row._replace(sha256=change.after))
    if not change.is_none:
        replace_file(row.path, change.data, row.sha256, step)


def put_back(text: DeckText, after: str, step: Step) -> None:
    """Give a deck's file the text it had before; one that was not there goes.

    Raises:
        FileError: It cannot be written.
    """
    if text.row.sha256:
        replace_file(text.row.path, text.data, after, step)
    else:
        remove_file(text.row.path, step)


def _give_up(database: Database, batch: Batch, change: FileChange, moment: Moment) -> None:
    """Bring the file and the collection back, unless both were written already."""
    if any(known.batch_id == batch.batch_id and known.finished for known in batches(database)):
        return
    path = change.text.row.path
    with suppress(OvermorrowError):
        if not change.is_none and sha256_of(path) == change.after:
            put_back(change.text, change.after, silent)
        undo_batch(database, batch.batch_id, moment)

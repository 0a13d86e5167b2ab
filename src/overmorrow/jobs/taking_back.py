"""Takes the newest thing back, and does it again: what was done to a card, or an edit."""

from overmorrow.clock import Clock
from overmorrow.jobs.edit_batches import edit_of, finish_edits, take_edit_back
from overmorrow.jobs.edit_note import edit_again
from overmorrow.jobs.making_edits import GENERATED
from overmorrow.jobs.taken_back import TakenBack, of_batch, of_card
from overmorrow.jobs.teaching import TAUGHT
from overmorrow.store import answers
from overmorrow.store.answers import Undone
from overmorrow.store.batches import BatchRecord, batches
from overmorrow.store.database import Database
from overmorrow.store.events import last_undoable
from overmorrow.store.note_places import from_values


def take_newest_back(database: Database, clock: Clock, study_day: int) -> TakenBack | None:
    """Take back the newest answer, command on a card, or edit of a note.

    Imports and generated decks are left alone.

    Returns:
        What it was; None when there is nothing left.

    Raises:
        DatabaseError: It could not be written; nothing was.
        FileError: The deck file of an edit cannot be written; nothing was changed.
    """
    moment = clock()
    finish_edits(database, moment)
    edit = newest_edit(database)
    if edit is not None:
        return of_batch(edit, take_edit_back(database, edit, moment))
    undone = answers.undo_last(database, moment, study_day)
    if undone is None:
        return None
    return of_card(database, undone, take_teaching_back(database, undone, clock))


def newest_edit(database: Database) -> BatchRecord | None:
    """Return the last edit of a note if nothing was done to a card, or imported, since."""
    newest = next(iter(batches(database, 1)), None)
    told = edit_of(newest) if newest and newest.finished else None
    if newest is None or told is None or GENERATED in newest.summary:
        return None
    event = last_undoable(database)
    return newest if event is None or newest.hlc > event.hlc else None


def take_teaching_back(database: Database, undone: Undone, clock: Clock) -> BatchRecord | None:
    """Take back what an answer told its note; None when it told nothing that still stands."""
    if f'"{TAUGHT}"' not in (undone.event.payload or ""):
        return None
    edit = newest_edit(database)
    if edit is None or TAUGHT not in edit.summary:
        return None
    take_edit_back(database, edit, clock())
    return edit


def do_again(database: Database, taken: TakenBack, clock: Clock) -> None:
    """Do again what was taken back, if it `can_be_done_again`.

    Raises:
        DatabaseError: It could not be written; nothing was.
        FileError: The deck file of an edit was changed since; nothing was done.
    """
    edit = taken.edit
    told = edit_of(edit) if edit else None
    summary = {TAUGHT: edit.summary[TAUGHT]} if edit and TAUGHT in edit.summary else {}
    for values in told["notes"] if told else ():
        planned = from_values(values)
        edit_again(database, planned.uid, planned.note, clock(), summary)
    if taken.undone is not None:
        answers.redo(database, taken.undone, clock())


def take_edit_only_back(database: Database, clock: Clock) -> bool:
    """Take the newest edit or added note back if nothing else was done since.

    Returns:
        Whether there was one.

    Raises:
        DatabaseError: It could not be written; nothing was.
        FileError: The deck file of the edit cannot be written; nothing was changed.
    """
    moment = clock()
    finish_edits(database, moment)
    edit = newest_edit(database)
    if edit is not None:
        take_edit_back(database, edit, moment)
    return edit is not None

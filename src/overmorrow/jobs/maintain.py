"""Look after the collection: keep copies, check it, take the last thing back."""

import os

from overmorrow.clock import Clock, local_time
from overmorrow.jobs.day import current_day
from overmorrow.jobs.deck_batches import deck_change_of
from overmorrow.jobs.deck_changes import take_deck_change_back
from overmorrow.jobs.edit_batches import edit_of, finish_edits, step_of, take_edit_back
from overmorrow.jobs.import_deck import LASTING
from overmorrow.jobs.making_edits import GENERATED
from overmorrow.jobs.taken_back import TakenBack, of_batch, of_card
from overmorrow.jobs.taking_back import take_teaching_back
from overmorrow.settings import Settings
from overmorrow.store import backup, check
from overmorrow.store.answers import undo_last
from overmorrow.store.batches import MERGED, BatchRecord, batches, undo_batch
from overmorrow.store.check import Finding
from overmorrow.store.database import Database, open_database
from overmorrow.store.events import last_undoable

BACKUPS_FOLDER = "backups"


def backups_folder(path: str) -> str:
    """Return where a collection's copies are kept: beside it."""
    return os.path.join(os.path.dirname(os.path.abspath(path)), BACKUPS_FOLDER)


def back_up(database: Database, clock: Clock, folder: str | None = None) -> str:
    """Keep a dated copy and return its path.

    Args:
        database: The collection.
        clock: Where the moment comes from; it names the copy.
        folder: Where to; None for `backups/` beside the collection.

    Raises:
        DatabaseError: It could not be written.
    """
    return backup.backup(database, folder or backups_folder(database.path), clock())


def daily_backup(path: str, clock: Clock) -> str | None:
    """Keep a copy if today has none yet, and thin out the old ones.

    It opens the collection for itself, so that it can run beside a study session.

    Returns:
        The copy's path; None when there was one.

    Raises:
        DatabaseError: It could not be written.
    """
    folder = backups_folder(path)
    today = local_time(clock())[:10]
    if any(copy.taken == today for copy in backup.list_backups(folder)):
        return None
    database = open_database(path, create=False)
    try:
        made = back_up(database, clock)
    finally:
        database.close()
    backup.rotate(folder)
    return made


def check_collection(database: Database, clock: Clock, *, repair: bool) -> list[Finding]:
    """Return what is wrong with the collection, after mending what can be mended if wanted.

    Everything that follows from the log can be worked out anew; a copy is kept
    first.

    Raises:
        DatabaseError: It cannot be read, or not be mended; nothing was changed.
    """
    problems = check.problems_of(database)
    if not repair or not any(problem.repairable for problem in problems):
        return problems
    back_up(database, clock)
    return check.repair(database)


def undoable(database: Database) -> list[BatchRecord]:
    """Return the imports and edits that can be taken back, the newest first."""
    found = [
        batch
        for batch in batches(database)
        if not batch.summary.get(LASTING) and (batch.finished or edit_of(batch) is None)
    ]
    steps = [step_of(batch) for batch in found]
    ids = [step["id"] if step else None for step in steps]
    return [batch for at, batch in enumerate(found) if ids[at] is None or ids.index(ids[at]) == at]


def imports(database: Database) -> list[BatchRecord]:
    """Return the imports and generated decks that can be taken back, the newest first."""
    return [
        batch
        for batch in undoable(database)
        if not deck_change_of(batch)
        and MERGED not in batch.summary
        and (edit_of(batch) is None or GENERATED in batch.summary)
    ]


def newest_import(database: Database) -> BatchRecord | None:
    """Return the last import if nothing was edited, or done to a card, since."""
    batch = _newest(database)
    return batch if batch and not deck_change_of(batch) and edit_of(batch) is None else None


def newest_deck_change(database: Database) -> BatchRecord | None:
    """Return what was done last, if it was done to a deck."""
    batch = _newest(database)
    return batch if batch and deck_change_of(batch) else None


def _newest(database: Database) -> BatchRecord | None:
    """Return the last import or edit if nothing was done to a card since."""
    batch = next(iter(undoable(database)), None)
    event = last_undoable(database)
    return batch if batch and (event is None or batch.hlc > event.hlc) else None


def take_back(database: Database, clock: Clock, settings: Settings) -> TakenBack | None:
    """Take back the newest thing: an answer, something set on a card, an edit, or an import.

    Returns:
        What it was; None when there is nothing left.

    Raises:
        DatabaseError: It could not be written; nothing was.
        FileError: The deck file of an edit cannot be written; nothing was changed.
        ClockError: The clock went back by days.
    """
    finish_edits(database, clock())
    batch = _newest(database)
    if batch:
        return take_import_back(database, batch, clock)
    undone = undo_last(database, clock(), current_day(database, clock, settings))
    if undone is None:
        return None
    return of_card(database, undone, take_teaching_back(database, undone, clock))


def take_import_back(database: Database, batch: BatchRecord, clock: Clock) -> TakenBack:
    """Take one import, edit or generated deck back; answers given to its cards stay in the log.

    Raises:
        DatabaseError: It could not be written; nothing was.
        FileError: The deck file of an edit cannot be written; nothing was changed.
    """
    if edit_of(batch):
        return of_batch(batch, take_edit_back(database, batch, clock()))
    if deck_change_of(batch):
        take_deck_change_back(database, batch, clock())
    else:
        undo_batch(database, batch.batch_id, clock())
    return of_batch(batch)

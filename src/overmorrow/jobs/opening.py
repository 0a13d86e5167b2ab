"""Opens the learner's collection; the first time with a deck already in it."""

import os
from contextlib import suppress

from overmorrow import __file__ as package_file
from overmorrow.clock import Clock, system_clock
from overmorrow.store.database import Database, open_database

FIRST_DECK = "alibaba-2015.{language}.md"
FIRST_DECK_NAMES = ("알리바바 2015", "Alibaba 2015")
DECKS_FOLDER = "decks"


def open_collection(
    path: str, language: str, *, durability: str = "full", clock: Clock | None = None
) -> Database:
    """Open the collection, creating it with the first deck where there is none.

    A new collection appears whole or not at all, also when two windows create
    it at the same moment.

    Args:
        path: The database file.
        language: `ko` or `en`: which of the first decks.
        durability: See `settings.Settings`.
        clock: Where moments come from; None for the machine's clock.

    Raises:
        DatabaseError: The file cannot be used; nothing was changed.
    """
    if not os.path.exists(path):
        _create(path, language, clock or system_clock())
    return open_database(path, durability=durability)


def _create(path: str, language: str, clock: Clock) -> None:
    unfinished = f"{path}.{os.getpid()}.new"
    try:
        database = open_database(unfinished, durability="normal")
        try:
            add_first_deck(database, path, language, clock)
        finally:
            database.close()
        with suppress(FileExistsError):
            _appear(unfinished, path)
    finally:
        for ending in ("", "-wal", "-shm"):
            with suppress(OSError):
                os.unlink(unfinished + ending)


def _appear(unfinished: str, path: str) -> None:
    """Give the finished file its name unless another window was quicker."""
    try:
        os.link(unfinished, path)
    except FileExistsError:
        raise
    except OSError:
        if not os.path.exists(path):
            os.rename(unfinished, path)


def add_first_deck(database: Database, path: str, language: str, clock: Clock) -> None:
    """Import the first deck of a language into a collection, from a copy beside it.

    Raises:
        DatabaseError: It could not be written.
        FileError: The deck cannot be read.
    """
    from dataclasses import replace

    from overmorrow.jobs.import_deck import apply_files
    from overmorrow.jobs.import_plan import plan_file

    copy = own_copy(FIRST_DECK.format(language=language), path)
    plan = plan_file(database, copy)
    lasting = tuple(replace(deck, lasting=True) for deck in plan.decks)
    apply_files(database, [replace(plan, decks=lasting)], clock())


def follow_language(database: Database, language: str, clock: Clock) -> bool:
    """Exchange the first deck for the one in another language, if it is as it came.

    Returns:
        Whether it was exchanged.

    Raises:
        DatabaseError: It could not be written.
        FileError: The deck cannot be read.
    """
    from overmorrow.jobs.import_deck import LASTING
    from overmorrow.jobs.making_edits import EDIT
    from overmorrow.store.batches import batches, undo_batch
    from overmorrow.store.today import last_study_day

    known = batches(database)
    first = [batch for batch in known if batch.summary.get(LASTING)]
    is_touched = last_study_day(database) is not None or any(EDIT in each.summary for each in known)
    if is_touched or len(first) != 1:
        return False
    if first[0].name.endswith(FIRST_DECK.format(language=language)):
        return False
    undo_batch(database, first[0].batch_id, clock())
    add_first_deck(database, database.path, language, clock)
    return True


def own_copy(name: str, path: str) -> str:
    """Return the learner's copy of a shipped deck, in `decks/` beside the collection.

    Where that folder cannot be written, the shipped file itself is returned.
    """
    import shutil

    shipped = os.path.join(shipped_decks(), name)
    copy = os.path.join(os.path.dirname(os.path.abspath(path)), DECKS_FOLDER, name)
    try:
        if not os.path.exists(copy):
            os.makedirs(os.path.dirname(copy), exist_ok=True)
            shutil.copyfile(shipped, copy)
    except OSError:
        return shipped
    return copy


def shipped_decks() -> str:
    """Return the folder of the decks that come with the program."""
    package = os.path.dirname(os.path.abspath(package_file))
    installed = os.path.join(package, DECKS_FOLDER)
    if os.path.isdir(installed):
        return installed
    return os.path.join(os.path.dirname(os.path.dirname(package)), DECKS_FOLDER)

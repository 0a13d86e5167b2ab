"""Edits that were made: completed where the program was killed on the way, and taken back."""

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from overmorrow.clock import Moment
from overmorrow.jobs.deck_files import (
    Step,
    deck_text,
    remove_file,
    replace_file,
    sha256_of,
    silent,
)
from overmorrow.jobs.making_edits import EDIT, STEP, write_notes
from overmorrow.store.batches import (
    Batch,
    BatchRecord,
    batches,
    batches_saying,
    undo_batch,
)
from overmorrow.store.database import Database
from overmorrow.store.deck_file_rows import DeckFileRow, deck_file, put_deck_file
from overmorrow.store.dupes import forget_apart
from overmorrow.store.note_places import from_values


def edit_of(batch: BatchRecord) -> Mapping[str, Any] | None:
    """Return what a batch says of an edit; None if it is something else."""
    told = batch.summary.get(EDIT)
    return told if isinstance(told, dict) else None


def finish_edits(database: Database, moment: Moment) -> None:
    """Complete what an edit or its undoing left half-done when the program was killed.

    Call it before a deck's file is compared with the collection. The file decides:
    it is written whole or not at all.

    Raises:
        DatabaseError: It could not be written.
    """
    for batch in _half_done(database):
        with database.transaction():
            again = [known for known in _half_done(database) if known.batch_id == batch.batch_id]
            for known in again:
                _complete(database, known)
    for newest in batches(database, 1):
        told = edit_of(newest) if newest.finished else None
        if told and _is_back(database, told):
            undo_batch(database, newest.batch_id, moment)
            _remember_before(database, told)


def _half_done(database: Database) -> list[BatchRecord]:
    """Return the edits whose file was written, and nothing else."""
    return [
        batch
        for batch in batches(database)
        if not batch.finished and _is_written(database, edit_of(batch))
    ]


def _is_written(database: Database, told: Mapping[str, Any] | None) -> bool:
    """Whether the file of an edit is as the edit wants it, while the collection is not."""
    file = told.get("file") if told else None
    if not told or not file or file["before"] == file["after"]:
        return False
    row = DeckFileRow(told["deck"], file["path"], file["before"])
    return deck_file(database, row.deck) == row and sha256_of(row.path) == file["after"]


def _complete(database: Database, batch: BatchRecord) -> None:
    told = edit_of(batch) or {}
    file = told["file"]
    planned = [from_values(values) for values in told["notes"]]
    vanished = told.get("vanished", ())
    write_notes(database, Batch(batch.batch_id, batch.hlc), told["deck"], planned, vanished)
    put_deck_file(database, DeckFileRow(told["deck"], file["path"], file["after"]))


def _is_back(database: Database, told: Mapping[str, Any]) -> bool:
    """Whether the file of an edit is as before it, while the collection is not."""
    file = told.get("file")
    if not file or file["before"] in ("", file["after"]):  # without a file, who knows why
        return False
    return _is_known(database, told) and sha256_of(file["path"]) == file["before"]


def _is_known(database: Database, told: Mapping[str, Any]) -> bool:
    """Whether the deck's file was last seen as the edit left it; another machine's was not."""
    row = DeckFileRow(told["deck"], told["file"]["path"], told["file"]["after"])
    return deck_file(database, row.deck) == row


def _remember_before(database: Database, told: Mapping[str, Any]) -> None:
    file = told["file"]
    if _is_known(database, told):
        with database.transaction():
            put_deck_file(database, DeckFileRow(told["deck"], file["path"], file["before"]))


def step_of(batch: BatchRecord) -> Mapping[str, Any] | None:
    """Return which step over many notes an edit was part of; None if it stands alone."""
    told = batch.summary.get(STEP)
    return told if isinstance(told, dict) else None


def take_edit_back(
    database: Database, batch: BatchRecord, moment: Moment, step: Step = silent
) -> str:
    """Take an edit back, in the deck's file too if that is still as the edit left it.

    All edits of one step are taken back, the newest first.

    Args:
        database: The collection.
        batch: The edit.
        moment: When.
        step: Told `prepared`, `replaced` and `done` on the way, where a file is written.

    Returns:
        The path of a file that keeps the edit because it was changed or moved since;
        else nothing.

    Raises:
        FileError: The file cannot be written; nothing was changed.
        DatabaseError: It could not be written.
    """
    told_step = step_of(batch)
    if told_step is None:
        return _take_back(database, batch, moment, step)
    left = ""
    text = f'"id": "{told_step["id"]}"'
    for each in batches_saying(database, text, told_step["since"]):
        left = _take_back(database, each, moment, step) or left
    return left


def _take_back(database: Database, batch: BatchRecord, moment: Moment, step: Step) -> str:
    told = edit_of(batch) or {}
    if apart := (step_of(batch) or {}).get("apart"):
        with database.transaction():
            forget_apart(database, apart)
    left = _file_left(database, told, step) if told.get("file") else ""
    undo_batch(database, batch.batch_id, moment)
    if told.get("file") and not left:
        _remember_before(database, told)
    step("done")
    return left


def _file_left(database: Database, told: Mapping[str, Any], step: Step) -> str:
    """Bring the file of an edit back; return the path of one that may keep the edit instead."""
    path = str(told["file"]["path"])
    row = deck_file(database, told["deck"])
    if row and row.path != path:
        return row.path
    return "" if _bring_back(told["deck"], told["file"], step) else path


def _bring_back(deck: str, file: Mapping[str, Any], step: Step) -> bool:
    """Put the text from before an edit into the file, and say whether no edit is in it now."""
    found = sha256_of(file["path"])
    if found != file["after"]:
        return found in ("", file["before"])
    text = deck_text(DeckFileRow(deck, file["path"], file["after"]))
    if text is None or file["before"] == file["after"]:
        return text is not None
    if not file["before"]:
        remove_file(file["path"], step)
        return True
    at, end = file["at"], file["at"] + len(file["now"])
    data = text.encoded(text.text[:at] + file["was"] + text.text[end:])
    if text.text[at:end] != file["now"] or sha256(data).hexdigest() != file["before"]:
        return False
    replace_file(file["path"], data, file["after"], step)
    return True

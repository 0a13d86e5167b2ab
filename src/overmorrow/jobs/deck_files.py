"""Keeps a deck and the text file it was read from in step, both ways."""

import codecs
import os
import stat
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from hashlib import sha256

from overmorrow.cards.text import shown_path
from overmorrow.errors import FileError
from overmorrow.exchange.encoding import decode
from overmorrow.exchange.whole_file import whole_file
from overmorrow.jobs.opening import shipped_decks
from overmorrow.jobs.planned import FilePlan
from overmorrow.store.database import Database
from overmorrow.store.deck_file_rows import DeckFileRow, deck_file, put_deck_file
from overmorrow.store.deck_rows import head_of
from overmorrow.store.events import storable

Step = Callable[[str], None]
"""Is told how far a change of a file has come; may raise to stop it."""
_NATIVE = "markdown"
_MARKS = (b"", codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class FileState(Enum):
    """What became of a deck's file."""

    NONE = "none"
    """The deck has no file that edits go back to."""
    WRITTEN = "written"
    LEFT = "left"
    """The learner did not want it touched."""
    GONE = "gone"
    ELSEWHERE = "elsewhere"
    """The note does not stand in it; it came from somewhere else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeckText:
    """A deck's file as it lies there, unchanged since it was last read or written."""

    row: DeckFileRow
    data: bytes
    mark: bytes
    """The byte order mark it begins with, or nothing."""
    text: str
    """Without that mark."""
    encoding: str

    def encoded(self, text: str) -> bytes:
        """Return other text as the file's bytes.

        Raises:
            FileError: The file's encoding lacks a sign of it.
        """
        try:
            return self.mark + text.encode(self.encoding)
        except UnicodeEncodeError as error:
            raise FileError(
                "editing.not_in_encoding",
                path=shown_path(self.row.path),
                encoding=self.encoding.upper(),
                sign=error.object[error.start],
            ) from error


def silent(_: str) -> None:
    """Take notice of a step, and do nothing."""


def remember_files(
    database: Database, plans: Sequence[FilePlan], *, only_adding: bool = False
) -> None:
    """Remember the deck files that were just imported, so that edits can go back to them.

    The program's own decks are never written, so they are not remembered.

    Args:
        database: The collection.
        plans: What was imported, also where it changed nothing.
        only_adding: Whether the files were added to decks that keep what they have;
            then a deck stays with the file it has already.

    Raises:
        DatabaseError: It could not be written.
    """
    rows = [row for plan in plans for row in _rows(plan)]
    known = {row.deck: deck_file(database, row.deck) for row in rows}
    fresh = [row for row in rows if known[row.deck] != row]
    if only_adding:
        fresh = [row for row in fresh if _has_no_other(known[row.deck], row)]
    if not fresh:
        return
    with database.transaction():
        for row in fresh:
            if head_of(database, row.deck):
                put_deck_file(database, row)


def _rows(plan: FilePlan) -> list[DeckFileRow]:
    is_native = plan.detected.format == _NATIVE and plan.file.sha256
    if not is_native or len(plan.decks) != 1 or not os.path.isfile(plan.path):
        return []
    path = os.path.abspath(plan.path)
    if _is_below(path, shipped_decks()) or storable(path) != path:
        return []
    return [DeckFileRow(plan.decks[0].deck.name, path, plan.file.sha256)]


def _is_below(path: str, folder: str) -> bool:
    return os.path.realpath(path).startswith(os.path.realpath(folder) + os.sep)


def _has_no_other(known: DeckFileRow | None, row: DeckFileRow) -> bool:
    return known is None or known.path == row.path or not os.path.isfile(known.path)


def sha256_of(path: str) -> str:
    """Return the hash of a file's bytes; empty if it is none, or cannot be read."""
    if not os.path.isfile(path):
        return ""
    try:
        with open(path, "rb") as file:
            return sha256(file.read()).hexdigest()
    except OSError:
        return ""


def no_text(deck: str, path: str) -> DeckText:
    """Return the text of a deck's file that is still to be created."""
    row = DeckFileRow(deck, path, "")
    return DeckText(row=row, data=b"", mark=b"", text="", encoding="utf-8")


def deck_text(row: DeckFileRow) -> DeckText | None:
    """Return what a deck's file says; None if the file is gone.

    Raises:
        FileError: It was changed by somebody else, or cannot be read or written.
    """
    path = shown_path(row.path)
    if not os.path.isfile(row.path):
        return None
    try:
        with open(row.path, "rb") as file:
            data = file.read()
    except OSError as error:
        raise FileError("editing.cannot_read", path=path) from error
    if sha256(data).hexdigest() != row.sha256:
        raise FileError("editing.file_changed", path=path)
    check_writable(row.path)
    decoded = decode(data, path)
    body = decoded.text.encode(decoded.encoding)
    for mark in _MARKS:
        if mark + body == data:
            return DeckText(
                row=row, data=data, mark=mark, text=decoded.text, encoding=decoded.encoding
            )
    raise FileError("editing.not_again", path=path, encoding=decoded.encoding.upper())


def check_writable(path: str) -> None:
    """Refuse a file that is not to be written, or whose folder is not.

    Raises:
        FileError: One of them.
    """
    real = os.path.realpath(path)
    try:
        is_locked = not os.stat(real).st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH)
    except OSError:
        is_locked = True
    if is_locked or not os.access(real, os.W_OK):
        raise FileError("editing.file_read_only", path=shown_path(path))
    if not os.access(os.path.dirname(real), os.W_OK):
        raise FileError("editing.folder_read_only", path=shown_path(path))


def replace_file(path: str, data: bytes, expected: str, step: Step) -> None:
    """Put other bytes in the place of a file's, all at once; a link stays a link.

    Args:
        path: The file.
        data: The bytes.
        expected: The hash of the bytes that are to be replaced; empty where there is no
            file yet.
        step: Told `prepared` when the bytes lie beside the file, and `replaced`.

    Raises:
        FileError: The file is another than expected, or cannot be written.
    """
    if not expected:
        _create_file(path, data, step)
        return
    check_writable(path)
    with whole_file(path, replace=True) as part:
        with open(part, "wb") as file:
            file.write(data)
        _dress_as(path, part)
        step("prepared")
        if sha256_of(path) != expected:
            raise FileError("editing.file_changed", path=shown_path(path))
    _settle(os.path.dirname(os.path.realpath(path)))
    step("replaced")


def _create_file(path: str, data: bytes, step: Step) -> None:
    with whole_file(path, replace=False) as part:
        with open(part, "wb") as file:
            file.write(data)
        step("prepared")
    _settle(os.path.dirname(os.path.realpath(path)))
    step("replaced")


def remove_file(path: str, step: Step) -> None:
    """Take away a file that we created.

    Args:
        path: The file.
        step: Told `replaced` when it is gone.

    Raises:
        FileError: It cannot be removed.
    """
    try:
        os.unlink(path)
    except OSError as error:
        raise FileError("editing.folder_read_only", path=shown_path(path)) from error
    _settle(os.path.dirname(os.path.realpath(path)))
    step("replaced")


def _dress_as(path: str, part: str) -> None:
    """Give the new file the rights and, where that is allowed, the owner of the old one."""
    status = os.stat(path)
    if hasattr(os, "chown"):
        with suppress(OSError):
            os.chown(part, status.st_uid, status.st_gid)
    os.chmod(part, stat.S_IMODE(status.st_mode))


def _settle(folder: str) -> None:
    """Let a new name in a folder outlast a power cut, where the system can."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

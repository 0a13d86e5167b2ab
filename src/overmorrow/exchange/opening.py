"""Opens files that somebody names, and says in words why one cannot be."""

import difflib
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from overmorrow.cards.text import clean, shown_path
from overmorrow.errors import FileError


@contextmanager
def opened(path: str, most: int | None = None) -> Iterator[BinaryIO]:
    """Open a file to be read, if it is a plain one of bearable size.

    Args:
        path: The file.
        most: How many bytes it may have; None for any number.

    Raises:
        FileError: It cannot be opened, or not be read to its end.
    """
    try:
        status = os.stat(path)
        if stat.S_ISDIR(status.st_mode):
            raise FileError("deck.file_folder", name=shown_path(path))
        if not stat.S_ISREG(status.st_mode):
            raise FileError("deck.file_not_plain", name=shown_path(path))
        if most is not None and status.st_size > most:
            raise FileError(
                "deck.file_too_large", name=shown_path(path), most=most // (1024 * 1024)
            )
        with open(path, "rb") as file:
            yield file
    except (FileNotFoundError, NotADirectoryError):
        raise _missing(path) from None
    except ValueError:
        raise FileError("deck.file_missing", name=shown_path(path)) from None
    except OSError as error:
        raise FileError(
            "deck.file_unreadable", name=shown_path(path), reason=clean(error.strerror or "")
        ) from error


def _missing(path: str) -> FileError:
    """Return the error for a file that is not there, with names like it if there are any."""
    folder, name = os.path.split(path)
    try:
        others = os.listdir(folder or ".")
    except OSError:
        others = []
    alike = difflib.get_close_matches(name, others, n=3, cutoff=0.6)
    if not alike:
        return FileError("deck.file_missing", name=shown_path(path))
    return FileError(
        "deck.file_missing_alike", name=shown_path(path), alike=", ".join(map(shown_path, alike))
    )


def name_of(path: str) -> str:
    """Return a deck's name by its file, on one line; a path may hold any bytes."""
    stem = os.path.splitext(os.path.basename(path))[0]
    readable = clean(stem.encode("utf-8", "replace").decode("utf-8"))
    return readable.replace("\n", " ").strip() or "?"

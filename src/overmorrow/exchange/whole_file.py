"""Writes files whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from overmorrow.cards.text import clean, shown_path
from overmorrow.errors import FileError


@contextmanager
def whole_file(path: str, *, replace: bool) -> Iterator[str]:
    """Give a path to write to; what is written there becomes the file in one step.

    If anything goes wrong, whatever was at the place is as before.

    Args:
        path: The file to be.
        replace: Whether it may take the place of one that is there.

    Raises:
        FileError: There is a file already, or it cannot be written.
    """
    path = os.path.realpath(path)
    _check(path, replace=replace)
    part = f"{path}.{os.getpid()}.part"
    try:
        with open(part, "xb"):
            pass
        yield part
        with open(part, "rb+") as file:
            os.fsync(file.fileno())
        _check(path, replace=replace)
        os.replace(part, path)
    except OSError as error:
        raise FileError(
            "exporting.cannot_write", path=shown_path(path), reason=clean(error.strerror or "")
        ) from error
    finally:
        with suppress(OSError):
            os.unlink(part)


def _check(path: str, *, replace: bool) -> None:
    if os.path.isdir(path):
        raise FileError("exporting.is_folder", path=shown_path(path))
    if os.path.lexists(path) and not (replace and os.path.isfile(path)):
        raise FileError("exporting.exists", path=shown_path(path))
    if not os.path.isdir(os.path.dirname(path)):
        raise FileError("exporting.no_folder", path=shown_path(os.path.dirname(path)))


def make_folder(path: str) -> None:
    """Create a folder if it is missing.

    Raises:
        FileError: It cannot be created.
    """
    try:
        os.makedirs(path, exist_ok=True)
    except OSError as error:
        raise FileError(
            "exporting.cannot_write", path=shown_path(path), reason=clean(error.strerror or "")
        ) from error

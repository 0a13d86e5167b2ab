"""What lies at the place where the database should be: looked at, never touched."""

import errno
import os
import stat
from _thread import allocate_lock  # threading and weakref would take a twentieth of `due`
from typing import NamedTuple

from overmorrow.errors import DatabaseError

APPLICATION_ID = 0x6F766D72
"""Stands in the header of our files and of nobody else's ("ovmr")."""
SCHEMA_VERSION = 6
"""The newest schema this program knows."""

_MAGIC = b"SQLite format 3\x00"
_HEADER_BYTES = 100
_WAL_FORMAT = b"\x02\x02"

_guard = allocate_lock()


class Hold:
    """Says that this process has a file open, for as long as it lives."""

    def __init__(self, holds: set[int]) -> None:
        """Stand among the holds on one file."""
        self._holds = holds
        holds.add(id(self))

    def __del__(self) -> None:
        """Let go of the file."""
        self._holds.discard(id(self))


_held: dict[tuple[int, int], set[int]] = {}
"""Which holds live, by device and inode."""


def hold(path: str) -> Hold:
    """Say that a file is about to be opened by SQLite here.

    Whoever closes a file gives up all locks that the process has on it, whichever
    descriptor they were taken by (POSIX). SQLite heeds that, so nothing else may
    open a file that SQLite has open: its journal would be taken away by the next
    process that lets go of the file.
    """
    status = os.stat(path)
    with _guard:
        for key in [key for key, holds in _held.items() if not holds]:
            del _held[key]
        return Hold(_held.setdefault((status.st_dev, status.st_ino), set()))


class Header(NamedTuple):
    """What the first bytes of one of our files say."""

    version: int
    uses_wal: bool


def examine(path: str) -> Header | None:
    """Return the header of the database at a path, or None where none is yet.

    An empty file counts as none yet. Only bytes are read, so a file that is not
    ours is never opened by SQLite; one that is open here already was looked at then.

    Raises:
        DatabaseError: It is a folder, cannot be read, is not a database, is
            another program's, or was made by a newer version.
    """
    try:
        status = os.stat(path)
        if stat.S_ISDIR(status.st_mode):
            raise DatabaseError("store.is_folder", path=path)
        if not stat.S_ISREG(status.st_mode):
            raise DatabaseError("store.not_database", path=path)
        with _guard:
            if _held.get((status.st_dev, status.st_ino)):
                return Header(SCHEMA_VERSION, uses_wal=True)
            with open(path, "rb") as file:
                raw = file.read(_HEADER_BYTES)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise out_of_reach(path, error) from error
    return _header(path, raw) if raw else None


def _header(path: str, raw: bytes) -> Header:
    if len(raw) < _HEADER_BYTES or not raw.startswith(_MAGIC):
        raise DatabaseError("store.not_database", path=path)
    if int.from_bytes(raw[68:72], "big") != APPLICATION_ID:
        raise DatabaseError("store.not_ours", path=path)
    header = Header(int.from_bytes(raw[60:64], "big"), raw[18:20] == _WAL_FORMAT)
    check_version(path, header.version)
    return header


def check_version(path: str, version: int) -> None:
    """Refuse a schema that only a newer program knows.

    Raises:
        DatabaseError: It is newer.
    """
    if version > SCHEMA_VERSION:
        raise DatabaseError("store.newer", path=path, found=version, known=SCHEMA_VERSION)


def is_writable(path: str) -> bool:
    """Whether the file and its folder (where SQLite keeps its journal) can be written."""
    folder = os.path.dirname(os.path.abspath(path))
    return os.access(path, os.W_OK) and os.access(folder, os.W_OK)


def make_folder(path: str) -> None:
    """Create the folder that a new database goes into.

    Raises:
        DatabaseError: It cannot be created.
    """
    folder = os.path.dirname(os.path.abspath(path))
    try:
        os.makedirs(folder, exist_ok=True)
    except OSError as error:
        raise out_of_reach(path, error) from error
    if not os.access(folder, os.W_OK):
        raise DatabaseError("store.folder_read_only", path=path, folder=folder)


def out_of_reach(path: str, error: OSError) -> DatabaseError:
    """Return what to tell the learner about a place that cannot be used."""
    keys = {
        errno.EACCES: "store.no_permission",
        errno.EPERM: "store.no_permission",
        errno.ENOSPC: "store.disk_full",
        errno.EDQUOT: "store.disk_full",
        errno.EROFS: "store.folder_read_only",
        errno.ENOTDIR: "store.parent_is_file",
        errno.EEXIST: "store.parent_is_file",
        errno.ENAMETOOLONG: "store.name_too_long",
    }
    folder = os.path.dirname(os.path.abspath(path))
    key = keys.get(error.errno or 0, "store.cannot_open")
    return DatabaseError(key, path=path, folder=folder)

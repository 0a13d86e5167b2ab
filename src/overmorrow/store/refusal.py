"""Why the database cannot be used, in words: from SQLite's errors to ours."""

import sqlite3

from overmorrow.errors import BusyError, DatabaseError

_PRIMARY_CODE = 0xFF
_KEYS = {
    sqlite3.SQLITE_PERM: "store.no_permission",
    sqlite3.SQLITE_READONLY: "store.read_only",
    sqlite3.SQLITE_IOERR: "store.disk_error",
    sqlite3.SQLITE_CORRUPT: "store.damaged",
    sqlite3.SQLITE_FULL: "store.disk_full",
    sqlite3.SQLITE_CANTOPEN: "store.cannot_open",
    sqlite3.SQLITE_NOTADB: "store.not_database",
}
_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def is_busy(error: sqlite3.Error) -> bool:
    """Whether another process was in the way."""
    return _code(error) in _BUSY


def refusal(path: str, error: sqlite3.Error) -> DatabaseError | None:
    """Return what to tell the learner, or None when the error is ours to fix.

    Args:
        path: The database's file.
        error: What SQLite said.
    """
    if is_busy(error):
        return BusyError("store.busy", path=path)
    key = _KEYS.get(_code(error))
    return DatabaseError(key, path=path) if key else None


def _code(error: sqlite3.Error) -> int:
    return getattr(error, "sqlite_errorcode", 0) & _PRIMARY_CODE

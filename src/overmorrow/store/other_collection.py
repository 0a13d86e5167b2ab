"""Another collection, to be read beside this one: its file is looked at, never written."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from tempfile import TemporaryDirectory
from urllib.parse import quote

from overmorrow.errors import DatabaseError
from overmorrow.store import file
from overmorrow.store.database import Database, open_database
from overmorrow.store.refusal import refusal
from overmorrow.store.search_index import PARTS

LAST_HLC = 1 << 46
"""A log time in the year 4199: what claims to be later is no time."""

_JOURNALS = ("-wal", "-journal")
_SAID = {
    "merging.no_time": "merging.no_time",
    "merging.same_file": "merging.same_file",
    "store.missing": "merging.missing",
    "store.newer": "merging.newer",
    "store.no_permission": "merging.no_permission",
    "store.is_folder": "merging.not_a_collection",
    "store.not_database": "merging.not_a_collection",
    "store.not_ours": "merging.not_a_collection",
    "store.damaged": "merging.damaged",
    "store.disk_full": "merging.disk_full",
}
_TIMES = """
    SELECT max(hlc) FROM (
        SELECT max(hlc) AS hlc FROM event UNION ALL SELECT max(hlc) FROM note
        UNION ALL SELECT max(hlc) FROM deck UNION ALL SELECT max(hlc) FROM kept
        UNION ALL SELECT max(hlc) FROM tombstone UNION ALL SELECT max(hlc) FROM source
        UNION ALL SELECT max(hlc) FROM note_source
        UNION ALL SELECT max(hlc) FROM dropped_proposal
        UNION ALL SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'hlc')"""
_NONSENSE = """
    SELECT 1 FROM event
    WHERE kind IN ('review', 'practice') AND quality NOT BETWEEN 0 AND 5
       OR study_day NOT BETWEEN 0 AND 3000000 OR hlc < 0"""
"""What no window of ours would have written."""
_OTHER_TABLES = f"""
    SELECT name, sql FROM main.sqlite_master
    WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '{PARTS}'
    EXCEPT SELECT name, sql FROM other.sqlite_master"""


@contextmanager
def attached(database: Database, path: str) -> Iterator[None]:
    """Let queries see another collection as the schema `other`.

    What they see is a copy of it, brought to the newest schema, with everything
    that its journal holds; the copy goes when the context ends.

    Args:
        database: The collection that is to be asked.
        path: The other one's file.

    Raises:
        DatabaseError: It is the same file, no collection, newer than this program,
            damaged, or cannot be read.
    """
    with ExitStack() as after:
        with _in_words(path):
            _look_at(database, path)
            folder = TemporaryDirectory(prefix="overmorrow-", ignore_cleanup_errors=True)
            copy = os.path.join(after.enter_context(folder), "other.db")
            _copy(path, copy)
            _make_ready(copy)
        database.rows("ATTACH DATABASE ? AS other", (copy,))
        after.callback(database.rows, "DETACH DATABASE other")
        database.rows("PRAGMA other.synchronous = OFF")
        if database.rows(_OTHER_TABLES):
            raise DatabaseError("merging.damaged", path=path)
        yield


@contextmanager
def _in_words(path: str) -> Iterator[None]:
    """Let what goes wrong speak of the other file, not of the learner's own."""
    try:
        yield
    except OSError as error:
        told = file.out_of_reach(path, error)
        raise DatabaseError(_SAID.get(told.key, "merging.unreadable"), path=path) from error
    except sqlite3.Error as error:
        reason = refusal(path, error)
        key = reason.key if reason else ""
        raise DatabaseError(_SAID.get(key, "merging.unreadable"), path=path) from error
    except DatabaseError as error:
        key = _SAID.get(error.key, "merging.unreadable")
        raise DatabaseError(key, **(error.values | {"path": path})) from error


def _look_at(database: Database, path: str) -> None:
    if file.examine(path) is None:
        raise DatabaseError("store.missing")
    if os.path.samefile(path, database.path):
        raise DatabaseError("merging.same_file")


def _copy(path: str, copy: str) -> None:
    """Copy a collection; one that is open in another window as it is at one moment."""
    if not os.path.exists(f"{path}-shm"):
        shutil.copyfile(path, copy)
        for journal in _JOURNALS:
            if os.path.exists(path + journal):
                shutil.copyfile(path + journal, copy + journal)
        return
    uri = f"file:{quote(os.path.abspath(path))}?mode=ro"
    with (
        closing(sqlite3.connect(uri, uri=True)) as source,
        closing(sqlite3.connect(copy)) as target,
    ):
        source.backup(target)


def _make_ready(copy: str) -> None:
    """Bring a copy to the newest schema, and make sure that it is sound."""
    with closing(open_database(copy, durability="normal")) as other:
        if other.value("PRAGMA quick_check(1)") != "ok" or other.rows("PRAGMA foreign_key_check"):
            raise DatabaseError("store.damaged")
        if (other.number(_TIMES) or 0) >= LAST_HLC:
            raise DatabaseError("merging.no_time")
        if other.rows(f"{_NONSENSE} LIMIT 1"):
            raise DatabaseError("store.damaged")

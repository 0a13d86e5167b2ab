"""Dated copies of the whole database: made, thinned out, brought back."""

import os
import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import date
from difflib import get_close_matches
from typing import NamedTuple

from overmorrow.clock import Moment, local_time
from overmorrow.errors import DatabaseError, NotFoundError
from overmorrow.store import file
from overmorrow.store.database import Database, open_database
from overmorrow.store.refusal import refusal

DAILY = 7
WEEKLY = 4
MONTHLY = 12

_NAME = re.compile(r"study-\d{4}-\d{2}-\d{2}-\d{6}\.db")
_REPLACEABLE = ("store.damaged", "store.not_database")
_PART = ".part"
_JOURNALS = ("-wal", "-shm")


class Backup(NamedTuple):
    """One copy."""

    name: str
    taken: str
    """The local date it was taken on, as 2026-11-23."""
    size_bytes: int


def backup(database: Database, folder: str, moment: Moment) -> str:
    """Copy the database into a folder, whole even while others write.

    The copy appears under its name only when it is complete.

    Args:
        database: What to copy.
        folder: Where to; it is created.
        moment: Now; it names the copy.

    Returns:
        The copy's path.

    Raises:
        DatabaseError: It could not be written, or the database is damaged.
    """
    path = _free_path(folder, moment)
    file.make_folder(path)
    with _writing(path):
        _copy(database.connection, path + _PART)
        os.replace(path + _PART, path)
    return path


@contextmanager
def _writing(path: str) -> Iterator[None]:
    """Say in our words why a copy cannot be written, and leave no half of it behind."""
    try:
        yield
    except sqlite3.Error as error:
        told = refusal(path, error)
        raise told or error from error
    except OSError as error:
        raise file.out_of_reach(path, error) from error
    finally:
        _remove(path + _PART)


def _free_path(folder: str, moment: Moment) -> str:
    """Return a name that no copy has; a second one in a second takes the next."""
    while True:
        day, time = local_time(moment).split("T")
        path = os.path.join(folder, f"study-{day}-{time.replace(':', '')}.db")
        if not os.path.exists(path):
            return path
        moment = moment._replace(wall_ms=moment.wall_ms + 1000)


def _copy(source: sqlite3.Connection, path: str) -> None:
    """Copy into one file without journals beside it."""
    with closing(sqlite3.connect(path, isolation_level=None)) as copy:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")


def list_backups(folder: str) -> list[Backup]:
    """Return the copies in a folder, the newest first."""
    try:
        names = sorted(filter(_NAME.fullmatch, os.listdir(folder)), reverse=True)
    except OSError:
        return []
    return [Backup(name, name[6:16], os.path.getsize(os.path.join(folder, name))) for name in names]


def rotate(folder: str) -> list[str]:
    """Delete copies that are no longer needed.

    The newest of each of the last 7 days, 4 weeks and 12 months that have one stay.

    Returns:
        The names of those deleted.

    Raises:
        DatabaseError: One could not be deleted.
    """
    names = [copy.name for copy in list_backups(folder)]
    surplus = [name for name in names if name not in kept(names)]
    for name in surplus:
        try:
            os.unlink(os.path.join(folder, name))
        except OSError as error:
            raise file.out_of_reach(os.path.join(folder, name), error) from error
    return surplus


def kept(names: list[str]) -> set[str]:
    """Return which copies stay.

    Args:
        names: All copies, the newest first.
    """
    stay: set[str] = set()
    for period, count in ((_day, DAILY), (_week, WEEKLY), (_month, MONTHLY)):
        newest: dict[object, str] = {}
        for name in names:
            newest.setdefault(period(name), name)
        stay.update(list(newest.values())[:count])
    return stay


def _day(name: str) -> object:
    return name[6:16]


def _week(name: str) -> object:
    return date.fromisoformat(name[6:16]).isocalendar()[:2]


def _month(name: str) -> object:
    return name[6:13]


def restore(path: str, folder: str, name: str, moment: Moment) -> str:
    """Bring a copy back, after keeping what is there now.

    Other windows see the restored content; one that is just writing is waited for.

    Args:
        path: The database; one that is damaged or gone is replaced.
        folder: Where the copies are.
        name: The copy to bring back.
        moment: Now; it names what is kept.

    Returns:
        The path under which what was there is kept; empty when nothing was.

    Raises:
        NotFoundError: There is no copy of that name; the nearest is offered.
        DatabaseError: The copy is damaged, or the place cannot be written; the
            database is as it was.
    """
    source = _find(folder, name)
    with closing(_checked(source)) as copy:
        try:
            database = open_database(path)
        except DatabaseError as error:
            if error.key not in _REPLACEABLE:
                raise
            return _replace(copy, path, moment)
        with closing(database):
            safe = "" if database.is_new else backup(database, folder, moment)
            _copy_into(copy, database)
    return safe


def _find(folder: str, name: str) -> str:
    names = [copy.name for copy in list_backups(folder)]
    if name in names:
        return os.path.join(folder, name)
    near = get_close_matches(name, names, n=1, cutoff=0.3)
    if near:
        raise NotFoundError("store.no_backup_near", name=name, near=near[0])
    raise NotFoundError("store.no_backup", name=name)


def _checked(source: str) -> sqlite3.Connection:
    """Open a copy after making sure that it is whole."""
    if file.examine(source) is None:
        raise DatabaseError("store.damaged_backup", path=source)
    copy = sqlite3.connect(source, isolation_level=None)
    try:
        sound = copy.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)
    except sqlite3.DatabaseError:
        sound = False
    if not sound:
        copy.close()
        raise DatabaseError("store.damaged_backup", path=source)
    return copy


def _copy_into(copy: sqlite3.Connection, database: Database) -> None:
    if database.read_only:
        raise DatabaseError("store.read_only", path=database.path)
    try:
        copy.backup(database.connection)
    except sqlite3.Error as error:
        told = refusal(database.path, error)
        raise told or error from error


def _replace(copy: sqlite3.Connection, path: str, moment: Moment) -> str:
    """Put a copy in the place of a file that is no database any more; its bytes are kept."""
    safe = f"{path}.damaged-{local_time(moment)[:10]}"
    with _writing(path):
        shutil.copyfile(path, safe)
        with closing(sqlite3.connect(path + _PART, isolation_level=None)) as part:
            copy.backup(part)
        for journal in _JOURNALS:
            _remove(path + journal)
        os.replace(path + _PART, path)
    return safe


def _remove(path: str) -> None:
    with suppress(FileNotFoundError):
        os.unlink(path)

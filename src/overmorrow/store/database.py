"""The learner's database file: opened with care, written in whole transactions.

Opening an existing file changes nothing in it. What is not ours, newer, damaged
or out of reach is refused in words before anything is written.
"""

import os
import sqlite3
from array import array
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from itertools import chain, islice
from typing import Any, NoReturn

from overmorrow.errors import DatabaseError
from overmorrow.store import file
from overmorrow.store.refusal import is_busy, refusal

BUSY_TIMEOUT_S = 5.0
BLINK_MS = 100
"""So long a screen may stand still without its being felt as waiting."""
_CACHE, _BULK_CACHE = -2_000, -64_000
"""KiB as SQLite takes it, negative; the first is its own choice."""
_JOURNAL_PAGES, _BULK_JOURNAL_PAGES = 1_000, 20_000
_PIECE = 20_000
OLDEST_SQLITE = (3, 37, 0)
"""The first to know STRICT tables."""
SYNCHRONOUS = {"full": "FULL", "normal": "NORMAL"}
"""What a power cut may cost: nothing, or the last answers."""

Row = tuple[Any, ...]
"""A row as SQLite hands it over; STRICT tables hold what their columns say."""
Values = Sequence[object]
Told = Callable[[int, int], None]
"""Is told again and again how much of how much is done."""


class Database:
    """One open connection to one file; every thread opens its own."""

    def __init__(
        self, connection: sqlite3.Connection, path: str, *, is_new: bool, read_only: bool
    ) -> None:
        """Take over a connection whose schema is known to be ours.

        Args:
            connection: In autocommit mode.
            path: The file.
            is_new: Whether it was created just now.
            read_only: Whether nothing can be written to it.
        """
        self.connection = connection
        self.path = path
        self.is_new = is_new
        self.read_only = read_only
        self._device = ""
        self.hold: file.Hold | None = None
        """Keeps everything but SQLite from opening the file here."""

    @property
    def device(self) -> str:
        """The name of this copy of the database, eight characters."""
        if not self._device:
            self._device = str(self.value("SELECT value FROM meta WHERE key = 'device'"))
        return self._device

    def take_new_device(self) -> None:
        """Give this copy another name than the copy it was made from, inside a transaction."""
        device = (os.urandom(4).hex(),)
        self.connection.execute("UPDATE meta SET value = ? WHERE key = 'device'", device)
        self._device = ""

    def rows(self, sql: str, values: Values = ()) -> list[Row]:
        """Return all rows of a query.

        Raises:
            DatabaseError: The file is damaged, busy or out of reach.
        """
        try:
            return self.connection.execute(sql, values).fetchall()
        except sqlite3.Error as error:
            self._refuse(error)

    def each(self, sql: str, values: Values = ()) -> Iterator[Row]:
        """Yield the rows of a query one by one, for a reader that may stop early.

        Raises:
            DatabaseError: The file is damaged, busy or out of reach.
        """
        try:
            # `yield from` would close the cursor too, which may be after its connection.
            for row in self.connection.execute(sql, values):  # noqa: UP028
                yield row
        except sqlite3.Error as error:
            self._refuse(error)

    def row(self, sql: str, values: Values = ()) -> Row | None:
        """Return the first row of a query, or None.

        Raises:
            DatabaseError: The file is damaged, busy or out of reach.
        """
        found = self.rows(sql, values)
        return found[0] if found else None

    def value(self, sql: str, values: Values = ()) -> object:
        """Return the first value of the first row, or None.

        Raises:
            DatabaseError: The file is damaged, busy or out of reach.
        """
        found = self.rows(sql, values)
        return found[0][0] if found else None

    def number(self, sql: str, values: Values = ()) -> int | None:
        """Return the first value of the first row as a whole number, or None.

        Raises:
            DatabaseError: The file is damaged, busy or out of reach.
        """
        found = self.value(sql, values)
        return found if isinstance(found, int) else None

    def numbers(self, sql: str, values: Values = ()) -> "array[int]":
        """Return the only column of a query, whole numbers, with little memory for each.

        Raises:
            DatabaseError: The file is damaged, busy or out of reach.
        """
        try:
            return array("q", chain.from_iterable(self.connection.execute(sql, values)))
        except sqlite3.Error as error:
            self._refuse(error)

    def pieces(self, sql: str, values: Values = (), singly: int = 0) -> "Iterator[array[int]]":
        """Yield the only column of a query, whole numbers, as they are found.

        Args:
            sql: The query.
            values: Its values.
            singly: How many of the first come one by one; the rest comes in large pieces.

        Raises:
            DatabaseError: The file is damaged, busy or out of reach.
        """
        try:
            coming = chain.from_iterable(self.connection.execute(sql, values))
            for single in islice(coming, singly):
                yield array("q", (single,))
            while piece := array("q", islice(coming, _PIECE)):
                yield piece
        except sqlite3.Error as error:
            self._refuse(error)

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Write all or nothing; other writers wait their turn.

        Raises:
            BusyError: Another process held the file for five seconds, or within `at_once` a blink.
            DatabaseError: The file cannot be written; nothing was.
        """
        if self.read_only:
            raise DatabaseError("store.read_only", path=self.path)
        try:
            self.connection.execute("BEGIN IMMEDIATE")
            yield self.connection
            self.connection.execute("COMMIT")
        except sqlite3.Error as error:
            self._refuse(error)
        finally:
            if self.connection.in_transaction:
                self.connection.rollback()

    @contextmanager
    def at_once(self) -> Iterator[None]:
        """Within it, a file that another process holds is refused after a blink."""
        self.rows(f"PRAGMA busy_timeout = {BLINK_MS}")
        try:
            yield
        finally:
            self.rows(f"PRAGMA busy_timeout = {round(1000 * BUSY_TIMEOUT_S)}")

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Read several times from one state of the file; inside a transaction, from that."""
        if self.connection.in_transaction:
            yield
            return
        self.rows("BEGIN")
        try:
            yield
        finally:
            self.connection.rollback()

    @contextmanager
    def bulk(self) -> Iterator[None]:
        """Give much memory to what writes very much, and let the journal grow meanwhile."""
        self.rows(f"PRAGMA cache_size = {_BULK_CACHE}")
        self.rows(f"PRAGMA wal_autocheckpoint = {_BULK_JOURNAL_PAGES}")
        try:
            yield
        finally:
            self.rows(f"PRAGMA wal_autocheckpoint = {_JOURNAL_PAGES}")
            self.rows(f"PRAGMA cache_size = {_CACHE}")

    def data_version(self) -> int:
        """Return a number that changes when another process has written."""
        return self.number("PRAGMA data_version") or 0

    def interrupt(self) -> None:
        """Break off what another thread is reading on this connection; it raises there."""
        self.connection.interrupt()

    def close(self) -> None:
        """Let go of the file."""
        self.connection.close()
        self.hold = None

    def _refuse(self, error: sqlite3.Error) -> NoReturn:
        told = refusal(self.path, error)
        if told is None:
            raise error
        raise told from error


def open_database(
    path: str,
    *,
    durability: str = "full",
    create: bool = True,
    told: Told | None = None,
) -> Database:
    """Open the learner's database, creating it where there is none.

    An older schema is brought up to date after a backup. A file or folder that
    cannot be written is still opened, for reading.

    Args:
        path: The file.
        durability: A key of `SYNCHRONOUS`.
        create: Whether a missing file is created, with its folder.
        told: Told how much of how much is done while a large older file is brought up to date.

    Raises:
        DatabaseError: There is no usable database; nothing was changed.
    """
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise DatabaseError("store.old_sqlite", path=path, found=sqlite3.sqlite_version)
    header = file.examine(path)
    try:
        if header is not None:
            return _open_existing(path, header, durability, told)
        if not create:
            raise DatabaseError("store.missing", path=path)
        return _create(path, durability)
    except sqlite3.Error as error:
        refused = refusal(path, error)
        if refused is None:
            raise
        raise refused from error


def _open_existing(
    path: str,
    header: file.Header,
    durability: str,
    told: Told | None,
) -> Database:
    read_only = not file.is_writable(path)
    hold = file.hold(path)
    connection = _connect_to_read(path) if read_only else _connect(path)
    with ExitStack() as on_failure:
        on_failure.callback(connection.close)
        _set_up(connection, durability)
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        file.check_version(path, version)
        if not read_only and not header.uses_wal:
            _use_wal(connection)
        is_new = False
        if version < file.SCHEMA_VERSION:
            is_new = _bring_up_to_date(connection, path, told, read_only=read_only)
        connection.execute("SELECT value FROM meta WHERE key = 'device'").fetchone()
        on_failure.pop_all()
    database = Database(connection, path, is_new=is_new, read_only=read_only)
    database.hold = hold
    return database


def _bring_up_to_date(
    connection: sqlite3.Connection,
    path: str,
    told: Told | None,
    *,
    read_only: bool,
) -> bool:
    """Migrate a file; one whose making was cut short is made anew.

    Returns:
        Whether it was made anew.
    """
    from overmorrow.store import migrate  # only an old file needs it

    if read_only:
        raise DatabaseError("store.older_read_only", path=path)
    if migrate.create(connection):
        return True
    migrate.migrate(connection, path, told=told)
    return False


def _create(path: str, durability: str) -> Database:
    from overmorrow.store import migrate  # only a new file needs it

    was_there = os.path.exists(path)
    file.make_folder(path)
    connection = _connect(path)
    with ExitStack() as on_failure:
        if not was_there:
            on_failure.callback(_remove_if_empty, path)
        on_failure.callback(connection.close)
        is_new = migrate.create(connection)
        _use_wal(connection)
        _set_up(connection, durability)
        on_failure.pop_all()
    database = Database(connection, path, is_new=is_new, read_only=False)
    database.hold = file.hold(path)
    return database


def _remove_if_empty(path: str) -> None:
    with suppress(OSError):
        if os.path.getsize(path) == 0:
            os.unlink(path)


def _connect(path: str) -> sqlite3.Connection:
    return sqlite3.connect(path, timeout=BUSY_TIMEOUT_S, isolation_level=None)


def _connect_to_read(path: str) -> sqlite3.Connection:
    """Open a file that we may not write; without a journal beside it nobody else is writing."""
    from urllib.parse import quote  # only a read-only file needs it

    journal = f"{path}-wal"
    has_journal = os.path.exists(journal) and os.path.getsize(journal) > 0
    how = "mode=ro" if has_journal else "immutable=1"
    uri = f"file:{quote(os.path.abspath(path))}?{how}"
    return sqlite3.connect(uri, uri=True, timeout=BUSY_TIMEOUT_S, isolation_level=None)


def _use_wal(connection: sqlite3.Connection) -> None:
    """Let readers and a writer work side by side, from now on for everyone.

    While another process has the new file open this may not be possible yet; then
    the next opening does it.
    """
    try:
        connection.execute("PRAGMA journal_mode = WAL")
    except sqlite3.OperationalError as error:
        if not is_busy(error):
            raise


def _set_up(connection: sqlite3.Connection, durability: str) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute("PRAGMA secure_delete = OFF")
    connection.execute(f"PRAGMA synchronous = {SYNCHRONOUS[durability]}")

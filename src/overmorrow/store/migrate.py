"""Brings a database file to the newest schema, one numbered step of plain SQL at a time."""

import os
import sqlite3
from collections.abc import Iterator
from typing import TYPE_CHECKING

from overmorrow.errors import DatabaseError
from overmorrow.store import file

if TYPE_CHECKING:
    from overmorrow.store.database import Told

FOLDER = os.path.join(os.path.dirname(__file__), "migrations")
_TALLIES_SINCE = 5
"""The schema in which the tables of counts got their present columns."""


def create(connection: sqlite3.Connection) -> bool:
    """Write the schema into an empty file.

    Returns:
        Whether it was written here: two processes may create the same file, and
        the second finds it done.
    """
    connection.execute("BEGIN EXCLUSIVE")
    try:
        if _version(connection) > 0:
            return False
        connection.execute(f"PRAGMA application_id = {file.APPLICATION_ID}")
        for version in range(1, file.SCHEMA_VERSION + 1):
            _run(connection, version, FOLDER)
        meta = [("device", os.urandom(4).hex()), ("hlc", "0")]
        connection.executemany("INSERT INTO meta (key, value) VALUES (?, ?)", meta)
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.rollback()
    return True


def migrate(
    connection: sqlite3.Connection,
    path: str,
    target: int = file.SCHEMA_VERSION,
    folder: str = FOLDER,
    told: "Told | None" = None,
) -> None:
    """Bring an older file to a newer schema, all steps or none, after a backup beside it.

    Args:
        connection: On the file, outside any transaction.
        path: The file; its backup is named after it and the new schema.
        target: The schema to reach.
        folder: Where the steps are.
        told: Told again and again how much of how much is done, where that takes long.

    Raises:
        DatabaseError: A step would leave rows without what they belong to.
    """
    _keep_a_copy(connection, f"{path}.before-schema-{target}")
    had = _version(connection)
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("PRAGMA temp_store = FILE")  # what is sorted may not fit into memory
    connection.execute("BEGIN IMMEDIATE")
    try:
        for version in range(_version(connection) + 1, target + 1):
            _run(connection, version, folder)
        if had < _TALLIES_SINCE <= target:
            _count_anew(connection, path, told)
        if connection.execute("PRAGMA foreign_key_check").fetchone():
            raise DatabaseError("store.damaged", path=path)
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.rollback()
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute("PRAGMA foreign_keys = ON")


def _count_anew(connection: sqlite3.Connection, path: str, told: "Told | None") -> None:
    """Fill the tables of counts, which a step made anew, from the log."""
    from overmorrow.store.database import Database  # which may be on its way here
    from overmorrow.store.rebuild import write_anew

    write_anew(Database(connection, path, is_new=False, read_only=False), told)


def _keep_a_copy(connection: sqlite3.Connection, path: str) -> None:
    copy = sqlite3.connect(path)
    try:
        connection.backup(copy)
    finally:
        copy.close()


def _run(connection: sqlite3.Connection, version: int, folder: str) -> None:
    with open(os.path.join(folder, f"{version:04}.sql"), encoding="utf-8") as steps:
        for statement in statements(steps):
            connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {version}")


def statements(lines: Iterator[str] | list[str]) -> Iterator[str]:
    """Yield the SQL statements that lines hold, each whole, triggers too."""
    statement = ""
    for line in lines:
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def _version(connection: sqlite3.Connection) -> int:
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version

"""Looks whether the database is sound: the file, its schema, and what is cached in it."""

import sqlite3
from typing import NamedTuple

from overmorrow.store import migrate
from overmorrow.store.database import Database
from overmorrow.store.rebuild import rebuild, recount, stored_tallies

_TABLES = ("day_tally", "hour_tally", "histogram")
_SCHEMA = "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name"


class Finding(NamedTuple):
    """Something wrong, as a message and its values."""

    key: str
    values: dict[str, object]
    repairable: bool
    """Whether everything it concerns can be worked out again from the log."""


def problems_of(database: Database) -> list[Finding]:
    """Look over the whole database and return all that is wrong; nothing is written.

    Raises:
        DatabaseError: It is so damaged that it cannot even be read.
    """
    found = [*_broken_pages(database), *_lost_rows(database), *_other_schema(database)]
    if found:
        return found
    return _stale_cache(database)


def _broken_pages(database: Database) -> list[Finding]:
    lines = [str(row[0]) for row in database.rows("PRAGMA integrity_check(20)")]
    if lines == ["ok"]:
        return []
    return [Finding("store.found_damage", {"detail": line}, repairable=False) for line in lines]


def _lost_rows(database: Database) -> list[Finding]:
    tables = [row[0] for row in database.rows("PRAGMA foreign_key_check")]
    return [
        Finding("store.found_lost_rows", {"table": table, "rows": tables.count(table)}, False)
        for table in sorted(set(tables))
    ]


def _other_schema(database: Database) -> list[Finding]:
    fresh = sqlite3.connect(":memory:", isolation_level=None)
    try:
        migrate.create(fresh)
        expected = dict(fresh.execute(_SCHEMA))
    finally:
        fresh.close()
    actual: dict[str, str] = dict(database.rows(_SCHEMA))
    names = sorted(name for name in expected | actual if expected.get(name) != actual.get(name))
    return [Finding("store.found_other_schema", {"name": name}, repairable=False) for name in names]


def _stale_cache(database: Database) -> list[Finding]:
    with database.snapshot():
        states, *expected = recount(database)
        actual = stored_tallies(database)
    found = []
    if states:
        found.append(Finding("store.found_stale_cards", {"cards": len(states)}, repairable=True))
    for table, right, stored in zip(_TABLES, expected, actual, strict=True):
        if right != stored:
            rows = len(right ^ stored)
            found.append(Finding("store.found_stale_counts", {"table": table, "rows": rows}, True))
    return found


def repair(database: Database) -> list[Finding]:
    """Work everything cached out again from the log, and return what is still wrong.

    A copy of the database should be kept first (`backup.backup`).

    Raises:
        DatabaseError: The file is damaged or cannot be written; nothing was changed.
    """
    rebuild(database)
    return problems_of(database)

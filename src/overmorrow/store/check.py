"""Looks whether the database is sound: the file, its schema, and what is cached in it."""

from typing import NamedTuple

from overmorrow.store.database import Database
from overmorrow.store.rebuild import rebuild, recount, stored_tallies
from overmorrow.store.search_index import PARTS, drop_index, index_some, is_sound

_SCHEMA = f"""
    SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE '{PARTS}'
    ORDER BY name"""


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
    return [*_stale_cache(database), *_broken_index(database)]


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
    from overmorrow.store.schema import bare, expected_schema  # it loads sqlmodel

    expected = expected_schema()
    actual = {name: bare(sql) for name, sql in database.rows(_SCHEMA)}
    names = sorted(name for name in expected | actual if expected.get(name) != actual.get(name))
    return [Finding("store.found_other_schema", {"name": name}, repairable=False) for name in names]


def _stale_cache(database: Database) -> list[Finding]:
    with database.snapshot():
        states, expected = recount(database)
        actual = stored_tallies(database)
    found = []
    if states:
        found.append(Finding("store.found_stale_cards", {"cards": len(states)}, repairable=True))
    for table, right in expected.items():
        if wrong := right ^ actual[table]:
            values: dict[str, object] = {"table": table.name, "rows": len(wrong)}
            found.append(Finding("store.found_stale_counts", values, repairable=True))
    return found


def _broken_index(database: Database) -> list[Finding]:
    if is_sound(database):
        return []
    return [Finding("store.found_broken_index", {}, repairable=True)]


def repair(database: Database) -> list[Finding]:
    """Work everything cached out again from the log, and return what is still wrong.

    A copy of the database should be kept first (`backup.backup`).

    Raises:
        DatabaseError: The file is damaged or cannot be written; nothing was changed.
    """
    rebuild(database)
    if not is_sound(database):
        drop_index(database)
        while index_some(database):
            pass
    return problems_of(database)

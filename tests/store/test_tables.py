import sqlite3
from contextlib import closing

from overmorrow.store import migrate
from overmorrow.store.database import Database
from overmorrow.store.schema import bare, expected_schema


def test_the_newest_schema_is_that_of_the_classes(database: Database) -> None:
    rows = database.rows("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    assert {name: bare(sql) for name, sql in rows} == expected_schema()


def test_every_table_is_strict(database: Database) -> None:
    rows = database.rows("SELECT name, strict FROM pragma_table_list WHERE schema = 'main'")
    loose = [name for name, strict in rows if not strict and not name.startswith("sqlite_")]
    assert loose == []


def test_every_step_is_there() -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        assert migrate.create(connection)
        assert not migrate.create(connection)

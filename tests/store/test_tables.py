import sqlite3
from contextlib import closing

from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from overmorrow.store import migrate
from overmorrow.store.database import Database
from overmorrow.store.tables import TRIGGERS, Table


def statements_of_the_classes() -> list[str]:
    dialect = sqlite.dialect()
    tables = Table.metadata.sorted_tables
    return [
        *(str(CreateTable(table).compile(dialect=dialect)) for table in tables),
        *(str(CreateIndex(i).compile(dialect=dialect)) for table in tables for i in table.indexes),
        *TRIGGERS,
    ]


def schema(statements: list[str]) -> dict[str, str]:
    with closing(sqlite3.connect(":memory:")) as connection:
        for statement in statements:
            connection.execute(statement)
        rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
        return {name: "".join(sql.split()) for name, sql in rows}


def test_the_newest_schema_is_that_of_the_classes(database: Database) -> None:
    rows = database.rows("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    live = {name: "".join(sql.split()) for name, sql in rows}
    assert live == schema(statements_of_the_classes())


def test_every_table_is_strict(database: Database) -> None:
    rows = database.rows("SELECT name, strict FROM pragma_table_list WHERE schema = 'main'")
    loose = [name for name, strict in rows if not strict and not name.startswith("sqlite_")]
    assert loose == []


def test_every_step_is_there() -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        assert migrate.create(connection)
        assert not migrate.create(connection)

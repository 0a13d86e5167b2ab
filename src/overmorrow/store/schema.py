"""The schema that a database ought to have, worked out from the classes of its tables.

Loading sqlmodel takes longer than a whole `due`, so that only `check` looks here; a new
database is made by `migrations/*.sql`, which say the same.
"""

import sqlite3
from contextlib import closing

from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from overmorrow.store.tables import TRIGGERS, Table

_STATEMENTS = "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"


def expected_schema() -> dict[str, str]:
    """Return the statement of each table, index and trigger by its name, as `bare` gives it."""
    dialect = sqlite.dialect()
    tables = Table.metadata.sorted_tables
    with closing(sqlite3.connect(":memory:")) as connection:
        for table in tables:
            connection.execute(str(CreateTable(table).compile(dialect=dialect)))
            for index in table.indexes:
                connection.execute(str(CreateIndex(index).compile(dialect=dialect)))
        for trigger in TRIGGERS:
            connection.execute(trigger)
        return {name: bare(sql) for name, sql in connection.execute(_STATEMENTS)}


def bare(statement: str) -> str:
    """Return a statement without its blanks, which two that say the same may set differently."""
    return "".join(statement.split())

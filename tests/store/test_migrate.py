import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from overmorrow.errors import DatabaseError
from overmorrow.store import migrate
from overmorrow.store.database import open_database
from tests.store.building import add_notes

NEXT = 2


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "study.db"
    with closing(open_database(str(path))) as database:
        add_notes(database, "강")
    return path


def step(folder: Path, sql: str) -> str:
    folder.mkdir()
    (folder / "0002.sql").write_text(sql, encoding="utf-8")
    return str(folder)


def dump(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


def bring(path: Path, steps: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        migrate.migrate(connection, str(path), NEXT, steps)
        assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)


def version(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        found: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return found


def test_an_older_file_is_brought_along_and_a_copy_kept(path: Path, tmp_path: Path) -> None:
    before = dump(path)
    steps = step(tmp_path / "steps", "-- Colours.\nALTER TABLE deck ADD COLUMN colour TEXT;\n")
    bring(path, steps)
    assert version(path) == NEXT
    assert any("colour" in line for line in dump(path))
    copy = tmp_path / "study.db.before-schema-2"
    assert (version(copy), dump(copy)) == (1, before)


@pytest.mark.parametrize(
    "sql",
    [
        "ALTER TABLE deck ADD COLUMN colour TEXT;\nALTER TABLE nowhere ADD COLUMN a TEXT;\n",
        "DELETE FROM note;\n",
    ],
    ids=["a step fails", "rows would lose what they belong to"],
)
def test_a_step_that_fails_changes_nothing(path: Path, tmp_path: Path, sql: str) -> None:
    before = dump(path)
    steps = step(tmp_path / "steps", sql)
    with pytest.raises((DatabaseError, sqlite3.Error)):
        bring(path, steps)
    assert (version(path), dump(path)) == (1, before)


def test_statements_are_split_only_where_they_end() -> None:
    lines = [
        "-- one; two\n",
        "CREATE TRIGGER t BEFORE UPDATE ON a BEGIN\n",
        "  SELECT 1; SELECT 2;\n",
        "END;\n",
        "SELECT ';';\n",
    ]
    assert [each.strip().splitlines()[-1] for each in migrate.statements(lines)] == [
        "END;",
        "SELECT ';';",
    ]

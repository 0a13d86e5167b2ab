import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from overmorrow.errors import DatabaseError
from overmorrow.store import migrate
from overmorrow.store.check import problems_of
from overmorrow.store.database import open_database
from overmorrow.store.file import APPLICATION_ID, SCHEMA_VERSION
from tests.store.building import add_notes

NEXT = SCHEMA_VERSION + 1


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "study.db"
    with closing(open_database(str(path))) as database:
        add_notes(database, "강")
    return path


def step(folder: Path, sql: str) -> str:
    folder.mkdir()
    (folder / f"{NEXT:04}.sql").write_text(sql, encoding="utf-8")
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
    copy = tmp_path / f"study.db.before-schema-{NEXT}"
    assert (version(copy), dump(copy)) == (SCHEMA_VERSION, before)


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
    assert (version(path), dump(path)) == (SCHEMA_VERSION, before)


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


@pytest.mark.parametrize("released", range(1, SCHEMA_VERSION))
def test_every_released_schema_is_brought_to_the_newest(tmp_path: Path, released: int) -> None:
    path = tmp_path / "old.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as old:
        old.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        for number in range(1, released + 1):
            steps = Path(migrate.FOLDER, f"{number:04}.sql").read_text(encoding="utf-8")
            old.executescript(steps)
        old.execute(f"PRAGMA user_version = {released}")
        old.execute("INSERT INTO meta (key, value) VALUES ('device', 'aabbccdd'), ('hlc', '0')")
    with closing(open_database(str(path))) as database:
        add_notes(database, "강")
        assert problems_of(database) == []
    assert version(path) == SCHEMA_VERSION

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from overmorrow.errors import DatabaseError
from overmorrow.store import migrate
from overmorrow.store.check import problems_of
from overmorrow.store.database import open_database
from overmorrow.store.file import SCHEMA_VERSION
from tests.store.building import add_notes, old_file

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
    path = old_file(tmp_path / "old.db", released)
    with closing(open_database(str(path))) as database:
        add_notes(database, "강")
        assert problems_of(database) == []
    assert version(path) == SCHEMA_VERSION


def test_it_is_told_how_many_cards_are_counted_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("overmorrow.store.rebuild._CARDS_AT_ONCE", 2)
    path = old_file(tmp_path / "old.db", 4)
    with closing(sqlite3.connect(path)) as old, old:
        old.execute("INSERT INTO batch VALUES (1, x'00', 1, 1, '', '{}', 1, 0)")
        old.execute("INSERT INTO deck VALUES (1, 'u', '강', '', 'ko', '', '', NULL, 0, 1)")
        old.execute(
            "INSERT INTO note VALUES (1, 'n', 1, 0, 'q', 'a', 0, 'text', '{}', '', '[]', 1, 0, 1)"
        )
        old.executemany(
            "INSERT INTO card VALUES"
            " (?, ?, 1, 1, 'q', 0, 0, 0, 0, 250, NULL, NULL, 0, 0, 0, NULL, 0, 0, NULL, NULL)",
            [(number, bytes((number,))) for number in range(1, 6)],
        )
    told: list[tuple[int, int]] = []
    open_database(str(path), told=lambda done, total: told.append((done, total))).close()
    assert told == [(2, 5), (4, 5), (5, 5)]
    with closing(open_database(str(path))) as database:
        stages = "SELECT cards FROM histogram WHERE measure = 'stage'"
        assert database.rows(stages) == [(5,)]

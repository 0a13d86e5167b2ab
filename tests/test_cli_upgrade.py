"""A large collection of an older version is brought up to date first, and that is told."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from overmorrow.cli.output import convert_if_older
from overmorrow.messages import Messages
from overmorrow.store.file import SCHEMA_VERSION, examine
from tests.store.building import old_file

LARGE = 30_000_000


def made(path: Path, size: int, *, is_old: bool) -> str:
    old_file(path, 4 if is_old else SCHEMA_VERSION)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE ballast (x BLOB)")
        connection.execute("INSERT INTO ballast VALUES (zeroblob(?))", (size,))
        connection.commit()
    return str(path)


@pytest.mark.parametrize(
    ("size", "is_old", "is_told"),
    [(LARGE, True, True), (1000, True, False), (LARGE, False, False)],
    ids=["large-and-old", "small", "new"],
)
def test_only_what_takes_long_is_spoken_of(
    size: int, is_old: bool, is_told: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = made(tmp_path / "study.db", size, is_old=is_old)
    convert_if_older(Messages("en"), path)
    assert ("up to date" in capsys.readouterr().err) is is_told
    header = examine(path)
    assert header is not None
    assert (header.version == SCHEMA_VERSION) is (is_told or not is_old)


def test_a_file_that_is_no_collection_or_not_there_is_left_to_the_opening(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "text.db").write_text("no database" * 100)
    for name in ("text.db", "missing.db"):
        convert_if_older(Messages("ko"), str(tmp_path / name))
    assert capsys.readouterr().err == ""

import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overmorrow.clock import Moment
from overmorrow.errors import DatabaseError, NotFoundError
from overmorrow.store.answers import record
from overmorrow.store.backup import backup, kept, list_backups, restore, rotate
from overmorrow.store.cards import load_card
from overmorrow.store.check import problems_of
from overmorrow.store.database import Database, open_database
from tests.store.building import DAY, NOW, add_notes, cached, card_ids

LATER = Moment(NOW.wall_ms + 60_000, NOW.utc_offset_min)
FIRST_NAME = "study-2023-11-15-071320.db"
"""`NOW` in Korea."""


@pytest.fixture
def folder(tmp_path: Path) -> str:
    return str(tmp_path / "backups")


def names(folder: str) -> list[str]:
    return [each.name for each in list_backups(folder)]


def test_a_copy_is_whole_and_one_file(studied: Database, folder: str) -> None:
    record(studied, 1, NOW, DAY, "review", quality=4)
    path = backup(studied, folder, NOW)
    assert [each.name for each in Path(folder).iterdir()] == [FIRST_NAME] == [Path(path).name]
    with closing(open_database(path)) as copy:
        assert cached(copy) == cached(studied)
        assert problems_of(copy) == []


def test_a_copy_taken_in_the_same_second_has_its_own_name(studied: Database, folder: str) -> None:
    backup(studied, folder, NOW)
    backup(studied, folder, NOW)
    assert names(folder) == ["study-2023-11-15-071321.db", FIRST_NAME]


def test_copies_say_when_they_were_taken(studied: Database, folder: str) -> None:
    path = backup(studied, folder, NOW)
    (copy,) = list_backups(folder)
    assert (copy.taken, copy.size_bytes) == ("2023-11-15", Path(path).stat().st_size)
    assert list_backups(folder + "/none") == []


def test_other_files_are_no_copies(studied: Database, folder: str) -> None:
    backup(studied, folder, NOW)
    (Path(folder) / "study-notes.db").write_text("mine")
    (Path(folder) / f"{FIRST_NAME}.part").write_text("half")
    assert names(folder) == [FIRST_NAME]


def test_a_copy_that_cannot_be_written_leaves_nothing(studied: Database, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a file")
    with pytest.raises(DatabaseError) as refused:
        backup(studied, str(tmp_path / "file"), NOW)
    assert refused.value.key == "store.parent_is_file"


def test_old_copies_are_thinned_out(studied: Database, folder: str) -> None:
    Path(folder).mkdir()
    backup(studied, folder, NOW)
    first = date(2023, 11, 15)
    for days in range(1, 100):
        (Path(folder) / f"study-{first - timedelta(days=days)}-080000.db").touch()
    deleted = rotate(folder)
    stay = names(folder)
    assert len(stay) + len(deleted) == 100
    assert stay[:7] == [FIRST_NAME] + [
        f"study-2023-11-{day:02}-080000.db" for day in range(14, 8, -1)
    ]
    assert stay[7:] == [
        "study-2023-11-05-080000.db",
        "study-2023-10-31-080000.db",
        "study-2023-10-29-080000.db",
        "study-2023-09-30-080000.db",
        "study-2023-08-31-080000.db",
    ]
    assert rotate(folder) == []


days = st.dates(date(2020, 1, 1), date(2026, 12, 31))


@given(st.sets(days, max_size=60))
def test_thinning_out_keeps_the_newest_and_never_more_than_needed(taken: set[date]) -> None:
    copies = sorted((f"study-{day}-120000.db" for day in taken), reverse=True)
    stay = kept(copies)
    assert set(copies[:7]) <= stay <= set(copies)
    assert len(stay) <= 7 + 4 + 12
    assert kept([name for name in copies if name in stay]) == stay


def test_a_copy_is_brought_back_and_what_was_there_is_kept(studied: Database, folder: str) -> None:
    backup(studied, folder, NOW)
    before = cached(studied)
    record(studied, 1, NOW, DAY, "review", quality=4)
    safe = restore(studied.path, folder, FIRST_NAME, LATER)
    assert cached(studied) == before
    with closing(open_database(safe)) as kept_copy:
        assert load_card(kept_copy, 1).state.learned_day == DAY
    with closing(open_database(studied.path)) as database:
        assert database.value("PRAGMA journal_mode") == "wal"
        record(database, 2, NOW, DAY, "review", quality=4)
    assert load_card(studied, 2).state.learned_day == DAY


@pytest.fixture
def saved(tmp_path: Path, folder: str) -> str:
    """A closed database that has a copy."""
    path = str(tmp_path / "study.db")
    with closing(open_database(path)) as database:
        add_notes(database, "강")
        backup(database, folder, NOW)
    return path


def test_a_lost_database_is_brought_back(saved: str, folder: str) -> None:
    Path(saved).unlink()
    assert restore(saved, folder, FIRST_NAME, LATER) == ""
    with closing(open_database(saved)) as database:
        assert card_ids(database) == [1, 2, 3]
        assert problems_of(database) == []


@pytest.mark.parametrize("start", [0, 100], ids=["no database any more", "a damaged one"])
def test_a_damaged_database_is_replaced_and_its_bytes_kept(
    saved: str, folder: str, start: int
) -> None:
    raw = bytearray(Path(saved).read_bytes())
    raw[start : start + 3000] = b"\x7f" * 3000
    Path(saved).write_bytes(raw)
    safe = restore(saved, folder, FIRST_NAME, LATER)
    assert Path(safe).read_bytes() == raw
    with closing(open_database(saved)) as database:
        assert card_ids(database) == [1, 2, 3]
        record(database, 1, NOW, DAY, "review", quality=4)
        assert problems_of(database) == []


def test_another_programs_file_is_never_replaced(tmp_path: Path, saved: str, folder: str) -> None:
    other = tmp_path / "other.db"
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")
    before = other.read_bytes()
    with pytest.raises(DatabaseError) as refused:
        restore(str(other), folder, FIRST_NAME, LATER)
    assert refused.value.key == "store.not_ours"
    assert other.read_bytes() == before
    assert Path(saved).exists()


def test_a_damaged_copy_is_refused(saved: str, folder: str) -> None:
    copy = Path(folder) / FIRST_NAME
    raw = bytearray(copy.read_bytes())
    raw[4096 * 3 :] = b"\x7f" * (len(raw) - 4096 * 3)
    copy.write_bytes(raw)
    before = Path(saved).read_bytes()
    with pytest.raises(DatabaseError) as refused:
        restore(saved, folder, FIRST_NAME, LATER)
    assert refused.value.key == "store.damaged_backup"
    assert Path(saved).read_bytes() == before
    assert names(folder) == [FIRST_NAME]


@pytest.mark.parametrize(
    ("asked", "values"),
    [
        ("study-2023-11-15.db", {"name": "study-2023-11-15.db", "near": FIRST_NAME}),
        ("../../x", {"name": "../../x"}),
    ],
)
def test_an_unknown_copy_gets_the_nearest_name(
    saved: str, folder: str, asked: str, values: dict[str, str]
) -> None:
    with pytest.raises(NotFoundError) as refused:
        restore(saved, folder, asked, LATER)
    assert refused.value.values == values

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from overmorrow.errors import BusyError, DatabaseError
from overmorrow.messages import LANGUAGES, Messages
from overmorrow.settings import Settings
from overmorrow.store import database as opening
from overmorrow.store import file
from overmorrow.store.answers import record
from overmorrow.store.cards import cram_ids, load_card, scope
from overmorrow.store.database import Database, open_database
from overmorrow.store.day_tree import deck_tree
from tests.store.building import DAY, NOW, add_notes, card_ids


@pytest.fixture
def path(tmp_path: Path) -> str:
    """A database with three cards, closed."""
    path = str(tmp_path / "study.db")
    with closing(open_database(path)) as database:
        add_notes(database, "강")
    return path


def contents(folder: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in folder.iterdir() if each.is_file()}


def refused(path: str, *, create: bool = True) -> str:
    """Return the key of the refusal, after seeing that it can be said in both languages."""
    with pytest.raises(DatabaseError) as error:
        open_database(path, create=create).close()
    for language in LANGUAGES:
        said = Messages(language)(error.value.key, **error.value.values)
        assert "{" not in said
        assert "\n" not in said
    return error.value.key


def test_a_new_database_is_made_with_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "not" / "yet" / "study.db"
    with closing(open_database(str(path))) as database:
        assert database.is_new
        assert len(database.device) == 8
    assert [each.name for each in path.parent.iterdir()] == ["study.db"]
    with closing(open_database(str(path))) as database:
        assert not database.is_new


def test_an_empty_file_becomes_a_database(tmp_path: Path) -> None:
    path = tmp_path / "study.db"
    path.touch()
    with closing(open_database(str(path))) as database:
        assert database.is_new


def test_two_databases_have_two_devices(tmp_path: Path) -> None:
    with (
        closing(open_database(str(tmp_path / "a.db"))) as one,
        closing(open_database(str(tmp_path / "b.db"))) as other,
    ):
        assert one.device != other.device


def test_a_new_database_is_only_made_when_asked(tmp_path: Path) -> None:
    assert refused(str(tmp_path / "study.db"), create=False) == "store.missing"
    assert list(tmp_path.iterdir()) == []


def test_opening_and_reading_writes_nothing(path: str) -> None:
    before = contents(Path(path).parent)
    with closing(open_database(path)) as database:
        deck_tree(database, DAY, Settings())
        load_card(database, 1)
    assert contents(Path(path).parent) == before


@pytest.mark.parametrize(("durability", "level"), [("full", 2), ("normal", 1)])
def test_a_connection_is_set_up_to_be_safe(path: str, durability: str, level: int) -> None:
    with closing(open_database(path, durability=durability)) as database:
        pragmas = {
            name: database.value(f"PRAGMA {name}")
            for name in ("journal_mode", "foreign_keys", "busy_timeout", "synchronous")
        }
    assert pragmas == {
        "journal_mode": "wal",
        "foreign_keys": 1,
        "busy_timeout": 5000,
        "synchronous": level,
    }


def write_text(path: Path) -> None:
    path.write_text("This is a diary, and it is longer than a header of a hundred bytes is. " * 3)


def write_short(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0")


def write_other(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.executescript("CREATE TABLE bookmarks (url TEXT); PRAGMA user_version = 1;")


def write_other_in_wal(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.executescript("PRAGMA journal_mode = WAL; CREATE TABLE bookmarks (url TEXT);")


def write_newer(path: Path) -> None:
    open_database(str(path)).close()
    with closing(sqlite3.connect(path)) as ours:
        ours.execute(f"PRAGMA user_version = {file.SCHEMA_VERSION + 1}")


def write_damaged_schema(path: Path) -> None:
    open_database(str(path)).close()
    raw = bytearray(path.read_bytes())
    raw[100:3000] = b"\xff" * 2900
    path.write_bytes(raw)


def write_cut_off(path: Path) -> None:
    open_database(str(path)).close()
    path.write_bytes(path.read_bytes()[:6000])


@pytest.mark.parametrize(
    ("prepare", "key"),
    [
        (Path.mkdir, "store.is_folder"),
        (write_text, "store.not_database"),
        (write_short, "store.not_database"),
        (os.mkfifo, "store.not_database"),
        (write_other, "store.not_ours"),
        (write_other_in_wal, "store.not_ours"),
        (write_newer, "store.newer"),
        (write_damaged_schema, "store.damaged"),
        (write_cut_off, "store.damaged"),
    ],
)
def test_what_is_no_usable_database_is_refused_and_left_alone(
    tmp_path: Path, prepare: Callable[[Path], None], key: str
) -> None:
    path = tmp_path / "study.db"
    prepare(path)
    before = contents(tmp_path)
    assert refused(str(path)) == key
    assert contents(tmp_path) == before


def test_a_file_in_the_place_of_the_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a file")
    assert refused(str(tmp_path / "file" / "study.db")) == "store.parent_is_file"
    assert refused(str(tmp_path / "file" / "deeper" / "study.db")) == "store.parent_is_file"


def test_a_name_that_is_too_long_is_refused(tmp_path: Path) -> None:
    assert refused(str(tmp_path / ("n" * 300))) == "store.name_too_long"


def test_a_damaged_page_is_met_with_words_and_nothing_is_written(path: str) -> None:
    with closing(open_database(path)) as database:
        add_notes(database, "산", count=2000)
    raw = bytearray(Path(path).read_bytes())
    page = 4096
    with closing(sqlite3.connect(path)) as peek:
        root = peek.execute("SELECT rootpage FROM sqlite_master WHERE name = 'note'").fetchone()[0]
    raw[(root - 1) * page : root * page] = b"\x5a" * page
    Path(path).write_bytes(raw)
    before = contents(Path(path).parent)
    with closing(open_database(path)) as database:
        with pytest.raises(DatabaseError) as error:
            load_card(database, 1)
        assert error.value.key == "store.damaged"
        with pytest.raises(DatabaseError) as error:
            add_notes(database, "강", count=5)
        assert error.value.key == "store.damaged"
    assert contents(Path(path).parent) == before


def test_a_full_database_refuses_and_keeps_what_it_has(path: str) -> None:
    with closing(open_database(path)) as database:
        pages = database.number("PRAGMA page_count")
        database.connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(DatabaseError) as error:
            add_notes(database, "산", count=500)
        assert error.value.key == "store.disk_full"
        assert len(card_ids(database)) == 3
        assert database.value("PRAGMA integrity_check") == "ok"


def test_another_windows_long_write_is_waited_for_and_then_named(
    path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "BUSY_TIMEOUT_S", 0.05)
    with closing(open_database(path)) as one, closing(open_database(path)) as other:
        with one.transaction(), pytest.raises(BusyError) as error:
            record(other, 1, NOW, DAY, "review", quality=4)
        assert error.value.key == "store.busy"
        record(other, 1, NOW, DAY, "review", quality=4)


def test_readers_do_not_wait_for_a_writer(path: str) -> None:
    with closing(open_database(path)) as one, closing(open_database(path)) as other:
        version = other.data_version()
        with one.transaction() as connection:
            connection.execute("UPDATE deck SET title = 'x'")
            assert cram_ids(other, scope(other, None), 9) == [1, 2, 3]
        assert other.data_version() != version


def test_a_transaction_that_fails_writes_nothing(path: str) -> None:
    with closing(open_database(path)) as database:
        with suppress(ZeroDivisionError), database.transaction() as connection:
            connection.execute("DELETE FROM histogram")
            _ = 1 / 0
        assert database.number("SELECT count(*) FROM histogram") == 1


def test_a_database_half_made_is_finished(tmp_path: Path) -> None:
    path = tmp_path / "study.db"
    open_database(str(path)).close()
    with closing(sqlite3.connect(path)) as ours:
        ours.execute("PRAGMA journal_mode = DELETE")
    with closing(open_database(str(path))) as database:
        assert database.value("PRAGMA journal_mode") == "wal"


def test_a_database_whose_making_was_cut_short_is_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "study.db"
    with closing(sqlite3.connect(path)) as ours:
        ours.execute(f"PRAGMA application_id = {file.APPLICATION_ID}")
        ours.execute("VACUUM")
    with closing(open_database(str(path))) as database:
        assert database.is_new
        add_notes(database, "강")


def test_an_sqlite_without_strict_tables_is_named(
    path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 36, 0))
    assert refused(path) == "store.old_sqlite"


READING = """
import os, sys, urllib.parse
from overmorrow.clock import Moment
from overmorrow.errors import DatabaseError
from overmorrow.settings import Settings
from overmorrow.store import migrate
from overmorrow.store.answers import record
from overmorrow.store.database import Database, open_database
from overmorrow.store.day_tree import day_tree

if os.getuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
try:
    database = open_database(sys.argv[1])
    print(day_tree(database, 20_000, Settings()).whole.new)
    record(database, 1, Moment(0, 0), 20_000, "review", quality=4)
except DatabaseError as error:
    print(error.key)
"""


def read_without_rights(path: Path) -> list[str]:
    """Return what a learner sees who may do no more than the file's rights say."""
    command = [sys.executable, "-c", READING, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    return done.stdout.split()


@pytest.fixture
def shown() -> Iterator[Path]:
    """A database with three cards, in a folder that everyone may look into."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        with closing(open_database(str(folder / "study.db"))) as database:
            add_notes(database, "강")
        yield folder / "study.db"
        folder.chmod(0o755)


@pytest.mark.parametrize("folder_rights", [0o555, 0o777])
def test_what_cannot_be_written_can_still_be_read(shown: Path, folder_rights: int) -> None:
    shown.chmod(0o444)
    shown.parent.chmod(folder_rights)
    before = contents(shown.parent)
    assert read_without_rights(shown) == ["3", "store.read_only"]
    assert contents(shown.parent) == before


def test_a_database_in_a_folder_that_cannot_be_written_can_still_be_read(shown: Path) -> None:
    shown.chmod(0o666)
    shown.parent.chmod(0o555)
    assert read_without_rights(shown) == ["3", "store.read_only"]


def test_no_rights_at_all_are_named(shown: Path) -> None:
    shown.chmod(0)
    assert read_without_rights(shown) == ["store.no_permission"]


def test_a_folder_that_cannot_be_written_gets_no_database(shown: Path) -> None:
    shown.parent.chmod(0o555)
    assert read_without_rights(shown.with_name("new.db")) == ["store.folder_read_only"]
    assert read_without_rights(shown.parent / "new" / "study.db") == ["store.no_permission"]
    assert [each.name for each in shown.parent.iterdir()] == ["study.db"]


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system with room for one megabyte."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = shutil.which("mount")
    command = [mount or "mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)]
    if mount is None or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("only the super-user can make a tiny disk")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def test_a_full_disk_gets_no_half_a_database(tiny_disk: Path) -> None:
    (tiny_disk / "filler").write_bytes(bytes(1020 * 1024))
    assert refused(str(tiny_disk / "study.db")) == "store.disk_full"
    assert [each.name for each in tiny_disk.iterdir()] == ["filler"]


def answer_on(database: Database, days: Iterator[int]) -> None:
    for day in days:
        record(database, 1, NOW, day, "review", quality=4, typed="한" * 300)


def test_a_disk_that_fills_up_loses_no_answer_before_it(tiny_disk: Path) -> None:
    days = count(DAY)
    with closing(open_database(str(tiny_disk / "study.db"))) as database:
        add_notes(database, "강")
        with pytest.raises(DatabaseError) as error:
            answer_on(database, days)
        assert error.value.key == "store.disk_full"
        saved = next(days) - DAY - 1
        assert saved > 5
        assert database.number("SELECT count(*) FROM event") == saved
        assert load_card(database, 1).state.sm2.last_day == DAY + saved - 1

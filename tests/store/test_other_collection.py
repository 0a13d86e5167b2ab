import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from overmorrow.errors import DatabaseError
from overmorrow.store import migrate
from overmorrow.store.database import Database
from overmorrow.store.file import APPLICATION_ID
from overmorrow.store.merge import merge
from overmorrow.store.search_index import index_some
from tests.store.machines import LATER, Machines, answer, everything


def test_the_other_file_is_only_read(machines: Machines, pair: tuple[Database, Database]) -> None:
    here, there = pair
    answer(there, "강 1")
    there.close()
    before = {file.name: file.read_bytes() for file in machines.folder.glob("there*")}
    merge(here, there.path, LATER)
    after = {file.name: file.read_bytes() for file in machines.folder.glob("there*")}
    assert after == before


def test_a_collection_without_a_search_index_is_merged_into_one_with_it(
    pair: tuple[Database, Database],
) -> None:
    here, there = pair
    while index_some(here):
        pass
    answer(there, "강 1")
    assert merge(here, there.path, LATER).events == 1


def test_what_only_the_journal_holds_is_merged(pair: tuple[Database, Database]) -> None:
    here, there = pair
    answer(there, "강 1")
    assert Path(f"{there.path}-wal").stat().st_size > 0
    assert merge(here, there.path, LATER).events == 1


def test_a_journal_left_by_a_dead_process_is_merged(
    machines: Machines, pair: tuple[Database, Database]
) -> None:
    here, there = pair
    answer(there, "강 1")
    left = machines.folder / "left.db"
    for ending in ("", "-wal"):
        shutil.copyfile(there.path + ending, f"{left}{ending}")
    assert merge(here, str(left), LATER).events == 1


def test_an_older_schema_is_brought_along_in_a_copy(
    machines: Machines, pair: tuple[Database, Database]
) -> None:
    here, _ = pair
    path = machines.folder / "old.db"
    with closing(open_old(path)) as old:
        old.execute("UPDATE deck SET title = 'old'")
    before = path.read_bytes()
    assert merge(here, str(path), LATER).decks == 1
    assert path.read_bytes() == before


def open_old(path: Path) -> sqlite3.Connection:
    old = sqlite3.connect(path, isolation_level=None)
    old.executescript(Path(migrate.FOLDER, "0001.sql").read_text(encoding="utf-8"))
    old.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    old.execute("PRAGMA user_version = 1")
    old.execute("INSERT INTO meta VALUES ('device', 'aabbccdd'), ('hlc', '0')")
    old.execute("INSERT INTO deck VALUES (1, 'u', '들', '', '', '', '', NULL, 0, 1)")
    return old


def damage(path: Path) -> None:
    raw = bytearray(path.read_bytes())
    raw[4096:8192] = b"\xff" * 4096
    path.write_bytes(raw)


def claim(sql: str) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute("DROP TRIGGER event_no_update")
            connection.execute(sql)

    return change


@pytest.mark.parametrize(
    ("harm", "key"),
    [
        pytest.param(Path.unlink, "missing", id="gone"),
        pytest.param(lambda path: path.write_bytes(b""), "missing", id="empty"),
        pytest.param(lambda path: path.write_text("Q: a\nA: b\n" * 99), "not_a_collection"),
        pytest.param(damage, "damaged", id="damaged"),
        pytest.param(claim("PRAGMA user_version = 99"), "newer", id="newer"),
        pytest.param(claim("PRAGMA application_id = 1"), "not_a_collection", id="not-ours"),
        pytest.param(claim("UPDATE note SET hlc = 1 << 60"), "no_time", id="a-time-without-end"),
        pytest.param(claim("UPDATE event SET quality = 9"), "damaged", id="no-quality"),
        pytest.param(claim("ALTER TABLE deck ADD COLUMN x TEXT"), "damaged", id="other-schema"),
        pytest.param(claim("UPDATE note SET deck_id = 77"), "damaged", id="lost-rows"),
    ],
)
def test_a_file_that_cannot_be_merged_is_refused(
    pair: tuple[Database, Database], harm: Callable[[Path], None], key: str
) -> None:
    here, there = pair
    answer(there, "강 1")
    there.close()
    before = everything(here)
    harm(Path(there.path))
    with pytest.raises(DatabaseError) as refused:
        merge(here, there.path, LATER)
    assert refused.value.key == f"merging.{key}"
    assert refused.value.values["path"] == there.path
    assert everything(here) == before


def test_a_collection_is_not_merged_into_itself(
    machines: Machines, pair: tuple[Database, Database]
) -> None:
    here, _ = pair
    link = machines.folder / "link.db"
    link.symlink_to(here.path)
    for path in (here.path, str(link), str(machines.folder)):
        with pytest.raises(DatabaseError, match=r"merging\.(same_file|not_a_collection)"):
            merge(here, path, LATER)

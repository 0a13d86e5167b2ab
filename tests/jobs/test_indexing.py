"""The search index is kept beside everything else."""

import time
from pathlib import Path

import pytest

from overmorrow.jobs.indexing import IndexKeeper, index_for
from overmorrow.store.database import Database, open_database
from overmorrow.store.search_index import is_sound, reach


def test_a_thread_brings_the_index_on_and_ends_when_told(database: Database) -> None:
    assert not reach(database).is_whole
    keeper = IndexKeeper(database.path)
    keeper.start()
    until = time.monotonic() + 60
    while not reach(database).is_whole and time.monotonic() < until:
        pass
    keeper.stop()
    assert reach(database).is_whole
    assert is_sound(database)


def test_a_keeper_without_a_collection_gives_up(tmp_path: Path) -> None:
    keeper = IndexKeeper(str(tmp_path / "none.db"))
    keeper.start()
    keeper.stop()


def test_as_much_as_there_is_time_for(database: Database) -> None:
    assert not index_for(database, 0.0)
    assert index_for(database, 20.0)
    assert reach(database).is_whole


@pytest.mark.parametrize("reworded", [True, False])
def test_what_changes_is_indexed_anew(database: Database, reworded: bool) -> None:
    index_for(database, 20.0)
    with database.transaction() as connection:
        if reworded:
            connection.execute("UPDATE note SET prompt = 'other'")
        else:
            connection.execute("UPDATE note SET position = position + 1")
    assert reach(database).is_whole is not reworded
    assert index_for(database, 20.0)
    assert is_sound(database)
    assert open_database(database.path).number("SELECT count(*) FROM stale_note") == 0

"""The index is a cache: right however it came about, and no part of what a collection is."""

from pathlib import Path

import pytest

from overmorrow.store.batches import undo_batch
from overmorrow.store.check import problems_of, repair
from overmorrow.store.database import Database, open_database
from overmorrow.store.merge import merge
from overmorrow.store.search_index import drop_index, index_some, is_sound, reach
from overmorrow.store.state_hash import state_hash
from tests.store.building import NOW, add_notes
from tests.store.machines import Machines
from tests.store.test_search import found


def index_all(database: Database) -> None:
    while index_some(database):
        pass


def test_what_a_collection_is_does_not_depend_on_it(studied: Database) -> None:
    before = state_hash(studied)
    index_all(studied)
    assert state_hash(studied) == before
    assert problems_of(studied) == []


def test_notes_that_an_undo_takes_away_are_found_no_more(studied: Database) -> None:
    index_all(studied)
    batch = add_notes(studied, "산", 3)
    index_all(studied)
    assert len(found(studied, "term")) == 6
    undo_batch(studied, batch, NOW)
    assert len(found(studied, "term")) == 3
    index_all(studied)
    assert len(found(studied, "term")) == 3
    assert is_sound(studied)


def test_a_number_given_again_stands_for_the_new_note(studied: Database) -> None:
    batch = add_notes(studied, "산", 3)
    index_all(studied)
    undo_batch(studied, batch, NOW)
    index_all(studied)
    add_notes(studied, "바다", 2, start=10)
    for _ in range(2):
        assert len(found(studied, '"term 10" or "term 11"')) == 2
        index_all(studied)
    assert is_sound(studied)


@pytest.mark.parametrize(
    "damage",
    [
        "DELETE FROM note_index_data WHERE id > 10",
        "INSERT INTO note_index (rowid, tokens) VALUES (77, 'stray')",
        "DELETE FROM stale_note",
    ],
)
def test_a_check_notices_what_is_wrong_and_mends_it(studied: Database, damage: str) -> None:
    index_all(studied)
    with studied.transaction() as connection:
        connection.execute("UPDATE note SET prompt = 'some other words'")
    if "stale" not in damage:
        index_all(studied)
    with studied.transaction() as connection:
        connection.execute(damage)
    assert [problem.key for problem in problems_of(studied)] == ["store.found_broken_index"]
    assert repair(studied) == []
    assert len(found(studied, "other")) == 3


def test_a_copy_of_another_version_is_built_anew(studied: Database) -> None:
    index_all(studied)
    with studied.transaction() as connection:
        connection.execute("UPDATE meta SET value = '0' WHERE key = 'index_version'")
    assert reach(studied).note_id == 0
    assert len(found(studied, "term")) == 3
    index_all(studied)
    assert is_sound(studied)
    assert reach(studied).is_whole


def test_a_dropped_index_is_missed_by_nobody(studied: Database) -> None:
    index_all(studied)
    drop_index(studied)
    assert len(found(studied, "term")) == 3
    assert problems_of(studied) == []


def test_a_merge_brings_notes_that_are_found(machines: Machines) -> None:
    here, there = machines.new("here"), machines.new("there")
    add_notes(here, "강")
    add_notes(there, "산")
    index_all(here)
    index_all(there)
    merge(here, machines.carry(there, "other"), NOW)
    assert len(found(here, "term")) == 6
    index_all(here)
    assert len(found(here, "term")) == 6
    assert is_sound(here)


def test_a_collection_that_cannot_be_written_is_searched_all_the_same(
    studied: Database, tmp_path: Path
) -> None:
    index_all(studied)
    studied.rows("PRAGMA wal_checkpoint(TRUNCATE)")
    path = tmp_path / "copy.db"
    path.write_bytes(Path(studied.path).read_bytes())
    copy = open_database(str(path))
    copy.read_only = True
    assert not index_some(copy)
    assert len(found(copy, "term")) == 3
    copy.close()

from contextlib import closing
from pathlib import Path

import pytest

from overmorrow.store.check import problems_of
from overmorrow.store.database import Database, Row, open_database
from overmorrow.store.state_hash import state_hash
from tests.benchmarks.big_collection import NEW_SHARE, TODAY, build, ensure
from tests.benchmarks.big_texts import DECKS

CARDS, REVIEWS = 400, 3_000


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("made") / "study.db"
    build(path, CARDS, REVIEWS)
    return path


def one_row(path: Path, sql: str) -> Row | None:
    with closing(open_database(str(path))) as database:
        return database.row(sql)


def test_its_schedules_and_tallies_are_what_its_log_says(made: Path) -> None:
    with closing(open_database(str(made))) as database:
        assert problems_of(database) == []


def test_it_has_as_many_cards_and_reviews_as_asked_for(made: Path) -> None:
    assert one_row(made, "SELECT count(*) FROM card") == (CARDS,)
    assert one_row(made, "SELECT count(*) FROM event WHERE kind = 'review'") == (REVIEWS,)
    decks = {name for name, _ in DECKS}
    with closing(open_database(str(made))) as database:
        used = database.rows("SELECT name FROM deck WHERE id IN (SELECT deck_id FROM card)")
    assert {row[0] for row in used} == decks


def test_it_was_studied_up_to_yesterday(made: Path) -> None:
    assert one_row(made, "SELECT max(study_day) FROM event") == (TODAY - 1,)
    new = one_row(made, "SELECT count(*) FROM card WHERE due_day IS NULL")
    assert new is not None
    assert 0.5 * NEW_SHARE < new[0] / CARDS < 2 * NEW_SHARE


def test_the_same_sizes_give_the_same_collection(made: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.db"
    build(again, CARDS, REVIEWS)
    hashes = []
    for path in (made, again):
        with closing(open_database(str(path))) as database:
            hashes.append((state_hash(database), log_of(database)))
    assert hashes[0] == hashes[1]


def log_of(database: Database) -> list[Row]:
    return database.rows("SELECT * FROM event ORDER BY id")


def test_one_that_is_there_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "study.db"
    assert ensure(path, 60, 100)
    before = path.read_bytes()
    assert not ensure(path, 60, 100)
    assert path.read_bytes() == before
    assert ensure(path, 61, 100)

import pytest

from overmorrow.store.answers import record
from overmorrow.store.batches import undo_batch
from overmorrow.store.database import Database
from overmorrow.store.state_hash import state_hash
from tests.store.building import DAY, NOW, add_notes, collection

CHANGES = {
    "a text": "UPDATE note SET answer = 'x' WHERE id = 1",
    "a place": "UPDATE note SET position = 9 WHERE id = 1",
    "when a note was written": "UPDATE note SET hlc = hlc + 1 WHERE id = 1",
    "a note set aside": "UPDATE note SET vanished = 1 WHERE id = 1",
    "a schedule": "UPDATE card SET interval_days = 9 WHERE id = 1",
    "a card's deck": "UPDATE card SET deck_id = 2 WHERE id = 1",
    "a deck's language": "UPDATE deck SET lang = 'en' WHERE id = 1",
    "a limit": "UPDATE deck SET options = '{}' WHERE id = 1",
    "a day's tally": "UPDATE day_tally SET answers = answers + 1",
    "an hour's tally": "UPDATE hour_tally SET recalled = recalled + 1",
    "a histogram": "UPDATE histogram SET cards = cards + 1",
    "a note type": "INSERT INTO note_type VALUES ('u', 'Basic', '{}', 1)",
    "a picture": "INSERT INTO media VALUES ('a.png', 'ff', 1, 1)",
    "something kept": "INSERT INTO kept VALUES ('a', 'b', 1)",
    "a tombstone": "INSERT INTO tombstone VALUES ('u', 'note', 1)",
}
NO_CHANGES = {
    "the name of the copy": "UPDATE meta SET value = 'other' WHERE key = 'device'",
    "where the file is": "UPDATE deck SET file = '/elsewhere'",
    "the order of decks": "UPDATE deck SET position = 9 - position",
    "the name of a batch": "UPDATE batch SET name = 'other'",
}


@pytest.fixture
def answered(studied: Database) -> Database:
    add_notes(studied, "산")
    record(studied, 1, NOW, DAY, "review", quality=4)
    return studied


@pytest.mark.parametrize("sql", CHANGES.values(), ids=CHANGES)
def test_everything_that_is_merged_counts(answered: Database, sql: str) -> None:
    before = state_hash(answered)
    assert answered.connection.execute(sql).rowcount > 0
    assert state_hash(answered) != before


@pytest.mark.parametrize("sql", NO_CHANGES.values(), ids=NO_CHANGES)
def test_what_is_only_here_does_not_count(answered: Database, sql: str) -> None:
    before = state_hash(answered)
    assert answered.connection.execute(sql).rowcount > 0
    assert state_hash(answered) == before


def test_an_answer_counts(studied: Database) -> None:
    before = state_hash(studied)
    record(studied, 1, NOW, DAY, "config")
    assert state_hash(studied) != before


def test_the_order_in_which_things_came_does_not_count() -> None:
    with collection("강", "산") as one, collection("산", "강") as other:
        for database in (one, other):
            database.connection.execute("UPDATE note SET hlc = 1")
            database.connection.execute("UPDATE deck SET hlc = 1")
        first = "SELECT id FROM deck WHERE name = '강'"
        assert (one.value(first), other.value(first)) == (1, 2)
        assert state_hash(one) == state_hash(other)


def test_row_ids_do_not_count(studied: Database) -> None:
    studied.connection.execute("UPDATE note SET hlc = 1")
    studied.connection.execute("UPDATE deck SET hlc = 1")
    before = state_hash(studied)
    undo_batch(studied, add_notes(studied, "산"), NOW)
    assert state_hash(studied) == before

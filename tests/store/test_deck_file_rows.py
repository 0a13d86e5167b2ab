import pytest

from overmorrow.errors import NotFoundError
from overmorrow.store.database import Database
from overmorrow.store.deck_file_rows import DeckFileRow, deck_file, put_deck_file


def put(database: Database, row: DeckFileRow) -> None:
    with database.transaction():
        put_deck_file(database, row)


def test_a_deck_has_no_file_until_one_is_remembered(studied: Database) -> None:
    assert deck_file(studied, "강") is None
    assert deck_file(studied, "no such deck") is None


def test_the_last_file_of_a_deck_counts(studied: Database) -> None:
    put(studied, DeckFileRow("강", "/decks/river.md", "aa"))
    put(studied, DeckFileRow("강", "/other/river.md", "bb"))
    assert deck_file(studied, "강") == DeckFileRow("강", "/other/river.md", "bb")


def test_a_file_of_no_deck_is_not_remembered(studied: Database) -> None:
    with pytest.raises(NotFoundError):
        put(studied, DeckFileRow("no such deck", "/decks/river.md", "aa"))

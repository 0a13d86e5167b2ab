import pytest

from overmorrow.errors import FileError
from overmorrow.store.batches import undo_batch
from overmorrow.store.database import Database
from tests.store.building import NOW, add_notes


def names(database: Database) -> list[str]:
    return [name for (name,) in database.rows("SELECT name FROM deck ORDER BY name")]


def test_a_deck_of_endless_levels_is_refused_and_nothing_is_written(database: Database) -> None:
    with pytest.raises(FileError) as refused:
        add_notes(database, "::".join(["강"] * 102))
    assert refused.value.key == "store.deck_too_deep"
    assert names(database) == []
    assert database.number("SELECT count(*) FROM batch") == 0
    add_notes(database, "::".join(["강"] * 101))
    assert len(names(database)) == 101


@pytest.mark.parametrize("other", ["axb::c", "A_B::c", "a_bc"])
def test_a_deck_taken_back_goes_whatever_else_is_called_like_it(
    database: Database, other: str
) -> None:
    add_notes(database, other)
    before = names(database)
    undo_batch(database, add_notes(database, "a_b"), NOW)
    assert names(database) == before


def test_a_deck_taken_back_stays_while_decks_are_below_it(database: Database) -> None:
    batch = add_notes(database, "a_b")
    add_notes(database, "a_b::c")
    undo_batch(database, batch, NOW)
    assert names(database) == ["a_b", "a_b::c"]

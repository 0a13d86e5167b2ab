from pathlib import Path

import pytest

from overmorrow.exchange.reading import Reading
from overmorrow.exchange.table_look import TableChoices
from overmorrow.jobs.first_look import LARGE, first_look

ROWS = ["단어,뜻"] + [f"낱말 {number},뜻 {number}" for number in range(60_000)]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("large")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949", "utf-16", "utf-16-be"])
def test_first_cards_of_a_large_table_are_read_in_any_encoding(encoding: str, folder: Path) -> None:
    path = folder / f"{encoding}.csv"
    path.write_bytes("\n".join(ROWS).encode(encoding))
    look = first_look(str(path))
    assert look
    notes = look.decks[0].deck.notes
    assert (notes[0].prompt, notes[0].answer) == ("낱말 0", "뜻 0")
    assert 100 < len(notes) < 10_000
    assert look.detected.has_headings
    assert look.path == str(path)


def test_what_the_learner_says_counts(folder: Path) -> None:
    path = folder / "said.csv"
    path.write_text("\n".join(ROWS), "utf-8")
    look = first_look(str(path), Reading(table=TableChoices(headings=False)))
    assert look
    assert look.decks[0].deck.notes[0].prompt == "단어"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("small.csv", "앞,뒤\n", id="small"),
        pytest.param("deck.md", "Q: 강은?\nA: 물\n\n" * LARGE, id="no-table"),
        pytest.param("open.csv", '앞,"뒤\n' + "글\n" * LARGE, id="a-cell-that-goes-on"),
        pytest.param("line.csv", "x" * LARGE, id="one-line"),
    ],
)
def test_what_must_be_read_whole_is_not_looked_at(name: str, text: str, folder: Path) -> None:
    (folder / name).write_text(text[: 2 * LARGE], "utf-8")
    assert first_look(str(folder / name)) is None


def test_missing_file_is_left_to_the_reading(folder: Path) -> None:
    assert first_look(str(folder / "none.csv")) is None

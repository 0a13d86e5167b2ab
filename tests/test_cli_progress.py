"""The bar that shows how far an import has come."""

import pytest

from overmorrow.cards.text import cell_width
from overmorrow.cli.progress_bar import bar_line

WORDS = "128000/150000 · 1초 남음"


@pytest.mark.parametrize("columns", [30, 40, 80, 200])
@pytest.mark.parametrize("share", [0, 0.5, 1])
def test_the_bar_never_wraps(columns: int, share: float) -> None:
    line = bar_line(share, WORDS, columns)
    assert cell_width(line) < columns
    assert line.endswith(WORDS)


def test_half_of_the_bar_is_full_half_way() -> None:
    line = bar_line(0.5, WORDS, 80)
    assert (line.count("━"), line.count("─")) == (20, 20)


def test_where_there_is_no_place_for_the_bar_the_words_stand_alone() -> None:
    assert bar_line(0.5, WORDS, 27) == WORDS

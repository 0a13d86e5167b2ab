import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from overmorrow.tui.cells import ELLIPSIS, between, cut, cut_left, pad, wrap

TEXTS = st.text(alphabet=st.sampled_from("ab 가나…·힣 1,"), max_size=60)


@given(TEXTS, st.integers(2, 30))
def test_wrapped_lines_fit_and_lose_nothing_but_spaces(text: str, cells: int) -> None:
    lines = wrap(text, cells)
    assert all(cell_len(line) <= cells for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(TEXTS, st.integers(1, 30))
def test_padded_text_takes_exactly_its_cells(text: str, cells: int) -> None:
    assert cell_len(pad(text, cells)) == cells


@given(TEXTS, st.integers(1, 30))
def test_cut_text_fits(text: str, cells: int) -> None:
    assert cell_len(cut(text, cells)) <= cells


@pytest.mark.parametrize(
    ("text", "cells", "lines"),
    [
        ("가나 다라", 5, ["가나", "다라"]),
        ("가나다라마", 4, ["가나", "다라", "마"]),
        ("a 가나다라", 5, ["a", "가나", "다라"]),
        ("한 줄\n두 줄", 20, ["한 줄", "두 줄"]),
        ("", 9, [""]),
    ],
)
def test_lines_break_at_spaces_and_between_syllables(
    text: str, cells: int, lines: list[str]
) -> None:
    assert wrap(text, cells) == lines


def test_both_ends_of_a_row_are_kept_apart() -> None:
    assert between("가나다", "12", 10) == "가나다  12"
    assert between("가나다라", "12", 10) == "가나…   12"


@given(TEXTS, st.integers(0, 30))
def test_the_end_of_a_text_is_kept(text: str, room: int) -> None:
    kept = cut_left(text, room)
    assert cell_len(kept) <= room
    assert text.endswith(kept.removeprefix(ELLIPSIS))

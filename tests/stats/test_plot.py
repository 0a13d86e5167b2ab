"""Drawings in cells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overmorrow.stats.plot import bar, columns, spark, stacks

_VALUES = st.lists(st.floats(0, 1e9), max_size=20)


@pytest.mark.parametrize(
    ("value", "most", "drawn"),
    [
        pytest.param(8, 8, "████", id="full"),
        pytest.param(4, 8, "██", id="half"),
        pytest.param(5, 8, "██▌", id="eighths"),
        pytest.param(0, 8, "", id="zero-is-empty"),
        pytest.param(0.001, 8, "▏", id="a-little-shows"),
        pytest.param(9, 8, "████", id="never-beyond-its-cells"),
        pytest.param(1, 0, "", id="nothing-to-compare"),
    ],
)
def test_a_bar_is_as_long_as_its_part(value: float, most: float, drawn: str) -> None:
    assert bar(value, most, 4) == drawn


@given(st.floats(0, 1e9), st.floats(0, 1e9), st.integers(0, 80), st.booleans())
def test_a_bar_stays_in_its_cells(value: float, most: float, cells: int, ascii_only: bool) -> None:
    drawn = bar(value, most, cells, ascii_only=ascii_only)
    assert len(drawn) <= cells
    assert drawn.isascii() or not ascii_only


def test_a_spark_is_highest_at_the_most_and_a_dot_at_zero() -> None:
    assert spark([0, 1, 4, 8], between="") == "·▁▄█"
    assert spark([0, 1, 4, 8], between="", ascii_only=True) == "..:#"
    assert spark([]) == ""


def test_columns_stand_on_the_last_row() -> None:
    assert columns([8, 2, 0, 4], 2) == ["█", "█ ▄   █"]


@given(_VALUES, st.integers(1, 8), st.integers(1, 3), st.booleans())
def test_columns_have_their_height_and_width(
    values: list[float], height: int, width: int, ascii_only: bool
) -> None:
    rows = columns(values, height, width=width, ascii_only=ascii_only)
    assert len(rows) == height
    assert all(len(row) <= len(values) * (width + 1) for row in rows)
    assert all(row.isascii() for row in rows) or not ascii_only


def test_a_stack_shows_each_part_by_its_shade() -> None:
    drawn = stacks([(2, 1, 1), (0, 4, 0), (1, 0, 0)], 4)
    assert drawn == ["░ ▓", "▓ ▓", "█ ▓", "█ ▓ █"]


def test_a_stack_of_one_part_ends_in_eighths_and_in_ascii() -> None:
    assert stacks([(8,), (5,), (1,)], 1, gap=0) == ["█▅▁"]
    assert stacks([(2, 2), (1, 0)], 2, ascii_only=True) == ["+", "# #"]

"""Text that is kept or shown steers no terminal."""

import os

from hypothesis import given
from hypothesis import strategies as st

from overmorrow.cards.text import cell_width, clean, shown_path

STEERING = {*map(chr, range(32)), *map(chr, range(0x7F, 0xA0)), *"\u200f\u202e\u2066\ufeff"}


@given(st.text())
def test_cleaning_twice_is_cleaning_once_and_leaves_only_tabs_and_line_breaks(text: str) -> None:
    once = clean(text)

    assert clean(once) == once
    assert not (STEERING - {"\t", "\n"}) & set(once)


@given(st.binary(max_size=300))
def test_any_bytes_of_a_path_are_shown_as_one_short_line(name: bytes) -> None:
    shown = shown_path(os.fsdecode(name))

    assert "\n" not in shown
    assert not (STEERING - {"\t"}) & set(shown)
    assert len(shown) <= 200
    assert shown.encode("utf-8").decode("utf-8") == shown


def test_a_plain_path_is_shown_as_it_is() -> None:
    assert shown_path("/home/me/강 이름.csv") == "/home/me/강 이름.csv"


def test_a_syllable_of_hangul_takes_two_cells() -> None:
    assert (cell_width("강 river"), cell_width("e\u0301")) == (8, 1)

"""Lines are cleaned, and those that lose something are known."""

import unicodedata

import pytest

from overmorrow.cards.lines import clean_lines


@pytest.mark.parametrize(
    ("text", "lines", "lost"),
    [
        pytest.param("a\r\nb\rc\n", ["a", "b", "c", ""], [], id="all-line-endings"),
        pytest.param("\ufeffa\nb", ["a", "b"], [], id="byte-order-mark-at-the-start"),
        pytest.param("a\nb\ufeff", ["a", "b"], [2], id="byte-order-mark-elsewhere"),
        pytest.param("a\n\x1b[31mb\nc\u202e", ["a", "[31mb", "c"], [2, 3], id="steering"),
        pytest.param(unicodedata.normalize("NFD", "가\n나"), ["가", "나"], [], id="other-form"),
        pytest.param("a", ["a"], [], id="nothing-to-do"),
    ],
)
def test_lines_are_cleaned_and_counted(text: str, lines: list[str], lost: list[int]) -> None:
    assert clean_lines(text) == (lines, lost)

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from overmorrow.grading.typos import allowed_edits, distance, slip_size

WORDS = st.text("abc가나", max_size=12)


@settings(max_examples=300, deadline=None)
@given(WORDS, WORDS)
def test_the_distance_is_the_optimal_string_alignment(first: str, second: str) -> None:
    assert distance(first, second, 30) == OSA.distance(first, second)


@settings(max_examples=100, deadline=None)
@given(WORDS, WORDS, st.integers(0, 3))
def test_beyond_the_limit_it_only_says_so(first: str, second: str, limit: int) -> None:
    assert distance(first, second, limit) == min(OSA.distance(first, second), limit + 1)


@pytest.mark.parametrize(
    ("word", "edits"), [("cat", 0), ("apple", 1), ("separate", 2), ("bureaucracy", 3), ("猫", 0)]
)
def test_longer_words_may_slip_further(word: str, edits: int) -> None:
    assert allowed_edits(word) == edits


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("항저유", "항저우"),
        ("췌소", "최소"),
        ("리더쉽", "리더십"),
        ("떡뽁이", "떡볶이"),
        ("화일", "파일"),
        ("케익", "케이크"),
        ("appel", "apple"),
        ("beaurocracy", "bureaucracy"),
        ("ありがと", "ありがとう"),
    ],
)
def test_these_are_slips(typed: str, word: str) -> None:
    assert slip_size(typed, word) > 0


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("별", "벌"),
        ("관습", "습관"),
        ("광저우", "항저우"),
        ("cta", "cat"),
        ("maple", "apple"),
        ("描", "猫"),
    ],
)
def test_these_are_other_words(typed: str, word: str) -> None:
    assert slip_size(typed, word) == 0

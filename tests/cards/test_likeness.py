"""A slip of the pen is told from other words, and those from another fact."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from overmorrow.cards.likeness import Change, change, gist, halves, weight, without_gaps

NOTHING: frozenset[str] = frozenset()


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        pytest.param("What is it?", " what is it ", Change.SLIGHT, id="capitals-and-signs"),
        pytest.param("What is it?", "What  is it", Change.SAME, id="spaces-and-question-mark"),
        pytest.param("the captal of Peru", "the capital of Peru", Change.SLIGHT, id="letter-lost"),
        pytest.param("가을", "가울", Change.SLIGHT, id="vowel"),
        pytest.param("배가", "배는", Change.SLIGHT, id="particle"),
        pytest.param("오", "오오", Change.SLIGHT, id="doubled"),
        pytest.param("시대", "대시", Change.SLIGHT, id="swapped"),
        pytest.param("in the river", "in a river", Change.SLIGHT, id="article"),
        pytest.param("the right of people", "the right o people", Change.SLIGHT, id="small-word"),
        pytest.param("the longest river", "the longest river here", Change.ADDED, id="word-added"),
        pytest.param("언제 설립됐나?", "언제 세워졌나?", Change.REWORDED, id="other-word"),
        pytest.param("capital of France", "capital of Spain", Change.OTHER, id="name"),
        pytest.param("2014년 매출", "2015년 매출", Change.OTHER, id="year"),
        pytest.param("3.5배", "35배", Change.OTHER, id="point"),
        pytest.param("C의 창시자", "C#의 창시자", Change.OTHER, id="sharp"),
        pytest.param("f(x)", "f'(x)", Change.OTHER, id="prime"),
        pytest.param("vitamin C", "vitamin D", Change.OTHER, id="letter"),
        pytest.param("가능한 일", "불가능한 일", Change.OTHER, id="negating-syllable"),
        pytest.param("is possible", "is impossible", Change.OTHER, id="negating-prefix"),
        pytest.param("it is so", "it is not so", Change.OTHER, id="not"),
        pytest.param("세 가지 일", "네 가지 일", Change.OTHER, id="number-in-words"),
        pytest.param("물", "불을 끄는 사람", Change.FAR, id="far"),
    ],
)
def test_what_happened_to_a_text_is_told(old: str, new: str, kind: Change) -> None:
    assert change(old, new, NOTHING, NOTHING) is kind


def test_a_word_that_was_in_use_is_no_slip_of_one_that_still_is() -> None:
    words = frozenset({"iran", "iraq"})

    assert change("near Iran", "near Iraq", NOTHING, NOTHING) is Change.SLIGHT
    assert change("near Iran", "near Iraq", words, words) is Change.OTHER


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=30), st.text(max_size=30))
def test_any_two_texts_compare_and_only_equal_letters_are_the_same(old: str, new: str) -> None:
    kind = change(old, new, NOTHING, NOTHING)

    assert (kind is Change.SAME) <= (gist(old, "") == gist(new, ""))
    assert change(old, old, NOTHING, NOTHING) is Change.SAME


def test_gaps_are_what_is_asked_for() -> None:
    assert halves("{{2003년::연도}}에 {{c2::시작}}했다", "") == (" … 에  … 했다", "2003년\n시작")
    assert without_gaps("{{2003년::연도}}에 {{c2::시작}}했다") == "2003년에 시작했다"
    assert halves("prompt", "answer") == ("prompt", "answer")


def test_a_syllable_tells_twice_as_much_as_a_letter() -> None:
    assert (weight("abc 1"), weight("가나 다"), weight("…!")) == (4, 6, 0)

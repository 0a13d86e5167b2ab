"""A word finds what it will be, whichever key of its last syllable comes next."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overmorrow.clock import StudyDay
from overmorrow.search.half_typed import completed, completions
from overmorrow.search.pattern import Pattern
from overmorrow.search.query import All, Either, Not, Words
from overmorrow.search.reading import parse

INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
FINALS = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
FIRST_VOWELS = {9: 8, 10: 8, 11: 8, 14: 13, 15: 13, 16: 13, 19: 18}
DAY = StudyDay(739_943)
syllables = st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3)


def syllable(initial: int, vowel: int, final: int) -> str:
    return chr(0xAC00 + (initial * 21 + vowel) * 28 + final)


def parts(sign: str) -> tuple[int, int, int]:
    rest, final = divmod(ord(sign) - 0xAC00, 28)
    return rest // 21, rest % 21, final


def states(before: str, last: str) -> list[str]:
    """What stands in the box on the way to two syllables, after the keys of the second."""
    initial, vowel, final = parts(last)
    found = [before + syllable(initial, vowel, 0)]
    if vowel in FIRST_VOWELS:
        found.append(before + syllable(initial, FIRST_VOWELS[vowel], 0))
    if final:
        found.append(before + last)
    return found


def finds(typed: str, word: str) -> bool:
    return any(Pattern((each,)).is_in(word) for each in [typed, *completions(typed)])


@given(syllables, syllables)
def test_each_key_of_the_last_syllable_leaves_the_word_to_be_found(first: str, last: str) -> None:
    for typed in states(first, last):
        assert finds(typed, first + last), typed


@given(syllables, syllables, syllables)
def test_a_consonant_that_ends_the_syllable_before_may_begin_the_next(
    first: str, middle: str, last: str
) -> None:
    initial, vowel, final = parts(middle)
    sign = INITIALS[parts(last)[0]]
    if final == 0 and sign in FINALS:
        typed = first + syllable(initial, vowel, FINALS.index(sign))
        assert finds(typed, first + middle + last)


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("마위", "마윈"),
        ("마우", "마윈"),
        ("항정", "항저우"),
        ("알리발", "알리바라"),
        ("갑값", "갑갑시"),
        ("흐즈", "흐즐"),
    ],
)
def test_what_stands_in_the_box_on_the_way(typed: str, word: str) -> None:
    assert finds(typed, word)


@pytest.mark.parametrize("typed", ["위", "", "ma", "마ㅇ", "마1", "*", "마위 "])
def test_what_is_no_syllable_behind_another_is_left_alone(typed: str) -> None:
    assert completions(typed) == []


def test_only_the_last_word_is_completed() -> None:
    made = completed(parse("항저 front:마위", DAY))
    assert isinstance(made, All)
    assert made.parts[0] == Words(Pattern(("항저",)))
    assert isinstance(made.parts[1], Either)
    assert len(made.parts[1].parts) == 27


@pytest.mark.parametrize(
    "text", ["", "is:due", "마위 is:due", "-마위", "tag:마위", "deck:마위", "ma"]
)
def test_nothing_else_is_completed(text: str) -> None:
    assert completed(parse(text, DAY)) is None


def test_what_is_ruled_out_is_not_completed() -> None:
    assert completed(Not(Words(Pattern(("마위",))))) is None

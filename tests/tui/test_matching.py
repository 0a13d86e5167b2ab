"""What finds a name: parts, halves, initials, and keys on the wrong layout."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from overmorrow.grading.hangul import jamo, key_strokes
from overmorrow.tui.matching import best_match, match

SYLLABLES = st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), min_size=1)
WORDS = st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=9)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        pytest.param("", "가져오기", id="nothing"),
        pytest.param("가져", "가져오기", id="beginning"),
        pytest.param("오기", "가져오기", id="part"),
        pytest.param("갖", "가져오기", id="half-a-syllable"),
        pytest.param("가졍", "가져오기", id="with-the-next-consonant"),
        pytest.param("ㄱㅈㅇㄱ", "가져오기", id="initials"),
        pytest.param("ㄹㄷ", "글로 덱 만들기", id="initials-over-a-space"),
        pytest.param("ㄳ", "기간 시작", id="two-initials-as-one-cluster"),
        pytest.param("rkwudhrl", "가져오기", id="typed-in-english"),
        pytest.param("rwdr", "가져오기", id="initials-typed-in-english"),
        pytest.param("ㅑㅡㅔㅐㄱㅅ", "import", id="typed-in-korean"),
        pytest.param("IMP", "import", id="case"),
        pytest.param("덱 글로", "글로 덱 만들기", id="words-in-any-order"),
        pytest.param("덱만", "글로 덱 만들기", id="space-left-out"),
        pytest.param("art deck", "deck from an article", id="english-words"),
    ],
)
def test_what_is_typed_finds_the_name(typed: str, name: str) -> None:
    assert match(typed, name) is not None


@pytest.mark.parametrize(
    ("typed", "name"),
    [("글덱", "글로 덱 만들기"), ("ㅏ", "가져오기"), ("xport", "import"), ("ㄱㅁ", "가져오기")],
)
def test_what_is_not_in_the_name_does_not(typed: str, name: str) -> None:
    assert match(typed, name) is None


def test_the_nearest_comes_first() -> None:
    ranks = [match(typed, "import files") for typed in ("imp", "files", "port", "ㅑㅡㅔ")]
    assert ranks == sorted(ranks, key=lambda rank: (rank is None, rank))
    assert len(set(ranks)) == 4


def test_all_initials_of_a_name_come_before_the_first_of_another() -> None:
    whole, some = match("ㅅㅈ", "설정"), match("ㅅㅈ", "숫자 키 고르기")
    assert whole is not None
    assert some is not None
    assert whole < some


def test_one_thing_has_several_names() -> None:
    assert best_match("imp", ("가져오기", "import")) == 0
    assert best_match("zzz", ("가져오기", "import")) is None


@given(SYLLABLES, st.data())
def test_a_name_is_found_by_any_part_of_it(name: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(name) - 1))
    end = data.draw(st.integers(at + 1, len(name)))
    assert match(name[at:end], name) is not None
    assert match(key_strokes(name[at:end]), name) is not None
    assert match("".join(jamo(char)[0] for char in name[at:end]), name) is not None


@given(WORDS, st.data())
def test_an_english_name_is_found_on_either_layout(name: str, data: st.DataObject) -> None:
    typed = name[: data.draw(st.integers(1, len(name)))]
    hangul = "".join(
        "ㅁㅠㅊㅇㄷㄹㅎㅗㅑㅓㅏㅣㅡㅜㅐㅔㅂㄱㄴㅅㅕㅍㅈㅌㅛㅋ"[ord(c) - ord("a")] for c in typed
    )
    assert match(typed, name) == 0
    found = match(hangul, name)
    assert found is not None
    assert found > 0


@given(SYLLABLES)
def test_every_key_on_the_way_to_a_name_finds_it(name: str) -> None:
    keys = key_strokes(name)
    for end in range(1, len(keys) + 1):
        assert match(keys[:end], name) is not None


@given(st.text(max_size=200), st.text(max_size=40))
def test_any_text_is_compared_without_a_fault(typed: str, name: str) -> None:
    rank = match(typed, name)
    assert rank is None or rank >= 0
    assume(name.strip())
    assert match(name, name) is not None or len(name) > 100

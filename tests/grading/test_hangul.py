import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from overmorrow.grading.hangul import compose, jamo, key_strokes

SYLLABLES = st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), max_size=8)


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ("akdnls", "마윈"),
        ("gkdwjdn", "항저우"),
        ("1688ektzja", "1688닷컴"),
        ("rkqtdl", "값이"),
        ("dhktj", "와서"),
        ("Tkrdl", "싹이"),
        ("ㅁ", "ㅁ"),
        ("", ""),
    ],
)
def test_keys_compose_as_an_input_method_would(keys: str, text: str) -> None:
    assert compose(keys) == text


@settings(max_examples=100, deadline=None)
@given(SYLLABLES)
def test_typing_what_is_on_the_keys_gives_the_text_back(text: str) -> None:
    assert compose(key_strokes(text)) == text


@settings(max_examples=100, deadline=None)
@given(SYLLABLES)
def test_a_syllable_has_two_or_three_jamo(text: str) -> None:
    assert 2 * len(text) <= len(jamo(text)) <= 3 * len(text)


@pytest.mark.parametrize(
    ("typed", "keys"), [("햣 ㅔㅕ노", "git push"), ("ㅗ싀", "html"), ("메ㅔㅣㄷ", "apple")]
)
def test_hangul_gives_back_the_latin_keys(typed: str, keys: str) -> None:
    assert key_strokes(typed) == keys

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from overmorrow.grading.normalise import canonical, loose, squash


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("ＡＰＰＬＥ", "APPLE"),
        ("Аpple", "Apple"),
        ("a\u200bb", "ab"),
        ("5〜6", "5~6"),
        ("n²", "n^2"),
        ("−273", "-273"),
        ("１５", "15"),
        ("  a \t b ", "a b"),
        (unicodedata.normalize("NFD", "항저우"), "항저우"),
        ("½", "1/2"),
        ("₩", "₩"),
        ("￥", "¥"),
    ],
)
def test_one_form_of_unicode(text: str, same: str) -> None:
    assert canonical(text) == same


def test_compatibility_jamo_stay_themselves() -> None:
    assert canonical("ㅗㅔ！") == "ㅗㅔ!"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("O-", "O+"),
        ("1/2", "12"),
        ("-273", "273"),
        ("5~6", "56"),
        ("1.5", "15"),
        ("C++", "C"),
        ("3:1", "31"),
    ],
)
def test_signs_that_carry_meaning_stay(first: str, second: str) -> None:
    assert squash(loose(canonical(first))) != squash(loose(canonical(second)))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("held-out", "Held out."),
        ("D.C.", "DC"),
        ("I don’t know", "i dont know"),
        ("1,000", "1000"),
        ("R&D", "R and D"),
        ("アリ", "あり"),
        ("“항저우”", "항저우"),
        ("1688.com", "1688 com"),
    ],
)
def test_idle_form_goes(first: str, second: str) -> None:
    assert squash(loose(canonical(first))) == squash(loose(canonical(second)))


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=40))
def test_canonical_twice_is_canonical_once(text: str) -> None:
    once = canonical(text)
    assert canonical(once) == once

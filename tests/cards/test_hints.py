import pytest
from hypothesis import given
from hypothesis import strategies as st

from overmorrow.cards.card import Card
from overmorrow.cards.hints import MOST_HINTS, half, hint, initials
from overmorrow.cards.list_item import ListItem
from overmorrow.messages import LANGUAGES, Messages


def card(answer: str, **more: object) -> Card:
    return Card(key="q", prompt="?", answer=answer, **more)  # type: ignore[arg-type] # by name


def said(of: Card, number: int, language: str) -> str:
    found = hint(of, number)
    assert found is not None
    return Messages(language)(found.message, **found.values)


@pytest.mark.parametrize(
    ("answer", "korean", "english"),
    [
        ("217개", "숫자 3자리, 꼴은 ‘…개’", "3 digits, written ‘…개’"),
        ("1999", "숫자 4자리", "4 digits"),
        ("2003-05-10", "숫자 3개", "3 numbers"),
        ("항저우", "3글자", "3 letters"),
        ("Jack Ma", "2낱말 (4 + 2글자)", "2 words (4 + 2 letters)"),
    ],
)
def test_the_first_hint_tells_kind_and_length(answer: str, korean: str, english: str) -> None:
    assert said(card(answer), 1, "ko") == korean
    assert said(card(answer), 1, "en") == english


def test_a_lists_first_hint_counts_its_items() -> None:
    colours = card("red, blue", items=(ListItem(text="red"), ListItem(text="blue")))
    assert said(colours, 1, "en") == "2 items"
    assert said(colours, 2, "en") == "r··, b···"


@pytest.mark.parametrize(
    ("answer", "expected"),
    [("항저우", "ㅎㅈㅇ"), ("Jack Ma", "J··· M·"), ("17명", "1·ㅁ"), ("11월 11일", "1·ㅇ 1·ㅇ")],
)
def test_the_second_hint_is_the_first_sounds(answer: str, expected: str) -> None:
    assert initials(answer) == expected
    assert said(card(answer), 2, "ko") == expected


def test_the_third_hint_is_the_decks_own_or_half_the_answer() -> None:
    assert said(card("마윈", hint="영어 이름은 Jack"), 3, "ko") == "영어 이름은 Jack"
    assert said(card("마윈"), 3, "ko") == "마…"
    assert hint(card("마윈"), 4) is None


@given(st.text(min_size=1).filter(str.strip))
def test_no_hint_gives_the_whole_answer_away(answer: str) -> None:
    assert len(half(answer)) <= len(answer) // 2 + 1
    assert len(initials(answer)) <= len(answer)
    for language in LANGUAGES:
        for number in range(1, MOST_HINTS + 1):
            assert said(card(answer), number, language)

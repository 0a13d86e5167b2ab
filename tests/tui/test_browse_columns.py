import pytest
from hypothesis import given
from hypothesis import strategies as st

from overmorrow.jobs.browse import Order
from overmorrow.messages import LANGUAGES, Messages
from overmorrow.tui import cells
from overmorrow.tui.browse_change_rows import differing
from overmorrow.tui.browse_columns import (
    GUTTER,
    ORDERED,
    column_at,
    columns_of,
    due_words,
    fitted,
    head_text,
    next_order,
    order_by,
    sign_words,
    value,
)
from tests.tui.browsing import ENGLISH, KOREAN, row
from tests.tui.scripted import DAY

KO, EN = Messages("ko"), Messages("en")


@given(st.integers(40, 300), st.sampled_from(LANGUAGES))
def test_columns_fill_the_width_whatever_stands_in_them(width: int, language: str) -> None:
    say = Messages(language)
    columns = columns_of(width, say)
    for card in (*KOREAN, *ENGLISH):
        texts = [fitted(value(card, each.name, DAY, say), each) for each in columns]
        assert cells.cell_len("".join(texts)) == width - GUTTER - 1
    assert cells.cell_len(head_text(columns, Order("due"), say)) == width - 1


def test_narrow_screen_shows_prompt_and_due() -> None:
    assert [each.name for each in columns_of(40, KO)] == ["prompt", "due"]


def test_wide_screen_shows_the_deck_and_a_wider_one_lapses_and_reviews() -> None:
    wide = {each.name for each in columns_of(120, KO)}
    assert ("deck" in wide, "lapses" in wide) == (True, False)
    assert {"deck", "lapses", "reviews"} <= {each.name for each in columns_of(160, KO)}


def test_clicked_heading_is_the_column_above_which_it_stands() -> None:
    columns = columns_of(80, KO)
    head = head_text(columns, Order(), KO)
    for name, heading in (("prompt", "앞"), ("answer", "답"), ("due", "다음"), ("ease", "쉬움")):
        x = cells.cell_len(head[: head.index(heading)])
        assert column_at(columns, x) == name


@pytest.mark.parametrize(
    ("days", "korean", "english"),
    [
        pytest.param(0, "오늘", "today", id="today"),
        pytest.param(1, "내일", "tomorrow", id="tomorrow"),
        pytest.param(2, "모레", "overmorrow", id="overmorrow"),
        pytest.param(12, "+12일", "+12 d", id="later"),
        pytest.param(-2, "-2일", "-2 d", id="late"),
        pytest.param(400, "+1.1년", "+1.1 y", id="years"),
    ],
)
def test_due_day_is_said_from_today(days: int, korean: str, english: str) -> None:
    assert due_words(DAY + days, DAY, KO) == korean
    assert due_words(DAY + days, DAY, EN) == english


def test_card_never_asked_is_new_and_has_no_interval() -> None:
    card = row(1, "a", "b", due_day=None)
    assert value(card, "due", DAY, KO) == "새"
    assert value(card, "interval", DAY, KO) == value(card, "ease", DAY, KO) == "·"


def test_signs_say_all_that_was_set() -> None:
    card = row(1, "a", "b", suspended=True, flag=3, marked=True, is_leech=True)
    assert sign_words(card, KO) == "쉼 f3 * 거머리"
    assert sign_words(card, EN) == "susp. f3 * leech"


def test_order_goes_through_every_column_both_ways() -> None:
    order, seen = Order(), []
    for _ in range(2 * len(ORDERED)):
        seen.append(order)
        order = next_order(order)
    assert order == Order()
    assert set(seen) == {Order(name, falls) for name in ORDERED for falls in (False, True)}


def test_same_heading_again_turns_the_order_round() -> None:
    once = order_by(Order(), "due")
    assert once == Order("due")
    assert order_by(once, "due") == Order("due", descending=True)


def test_most_forgotten_cards_come_first() -> None:
    assert order_by(Order(), "lapses").descending


@given(st.text(), st.text())
def test_what_differs_is_all_that_differs(text: str, other: str) -> None:
    begin, end = differing(text, other)
    first, last = differing(other, text)
    assert begin == first
    assert text[:begin] == other[:first]
    assert text[end:] == other[last:]

"""The forecast, compared with one that follows every single card."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overmorrow.scheduling.forecast import Assumptions, DueCards, forecast

TODAY = 1000


def single(day: int, interval: int, days: int, assumed: Assumptions) -> list[float]:
    """Return how often one card is expected on each day, by following both of its ways.

    An interval of 0 stands for a card that starts over.
    """
    expected = [0.0] * days
    if day >= days:
        return expected
    expected[day] = 1.0
    longer = {0: 1, 1: 6}.get(interval, -(-interval * assumed.ease_hundredths // 100))
    ways = ((assumed.recall_share, day + longer, longer), (1 - assumed.recall_share, day + 1, 0))
    for share, then, wait in ways:
        for at, more in enumerate(single(then, wait, days, assumed)):
            expected[at] += share * more
    return expected


@given(
    st.lists(st.tuples(st.integers(-5, 9), st.integers(1, 40)), max_size=4),
    st.sampled_from([0.5, 0.8, 1.0]),
    st.integers(130, 300),
    st.integers(0, 3),
    st.integers(0, 5),
)
def test_shares_of_cards_move_as_single_cards_would(
    cards: list[tuple[int, int]], recall: float, ease: int, new_per_day: int, new_cards: int
) -> None:
    days = 8
    assumed = Assumptions(recall, ease, new_per_day, new_cards)
    made = forecast([(TODAY + at, wait, 1) for at, wait in cards], TODAY, days, assumed)
    known = [0.0] * days
    for at, wait in cards:
        for day, expected in enumerate(single(max(0, at), wait, days, assumed)):
            known[day] += expected
    known[0] -= sum(at < 0 for at, _ in cards)
    assert made.known == pytest.approx(known)
    fresh = [0.0] * days
    left = new_cards
    for day in range(days):
        for _ in range(min(left, new_per_day)):
            left -= 1
            fresh[day] += 1
            for share, wait in ((recall, 1), (1 - recall, 0)):
                for at, expected in enumerate(single(day + 1, wait, days, assumed)):
                    fresh[at] += share * expected
    assert made.from_new == pytest.approx(fresh)
    assert made.backlog == sum(at < 0 for at, _ in cards)


def test_what_is_always_recalled_comes_back_by_the_book() -> None:
    assumed = Assumptions(1.0, 250, 0, 0)
    made = forecast([DueCards(TODAY, 1, 10)], TODAY, 30, assumed)
    assert {day: cards for day, cards in enumerate(made.known) if cards} == {0: 10, 6: 10, 21: 10}


def test_backlog_is_counted_apart_but_comes_back() -> None:
    made = forecast([DueCards(TODAY - 3, 6, 4)], TODAY, 20, Assumptions(1.0, 250, 0, 0))
    assert (made.backlog, made.known[0], made.known[15]) == (4, 0, 4)


def test_new_cards_end_when_there_are_no_more() -> None:
    made = forecast([], TODAY, 3, Assumptions(1.0, 250, 20, 30))
    assert made.from_new == [20, 10 + 20, 10]

"""The report's figures, from counts made by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overmorrow.stats.counts import Counts, DayCount, HourCount
from overmorrow.stats.recalled import Recalled
from overmorrow.stats.report import make_report, median
from overmorrow.stats.streak import longest_streak, streak

TODAY = 739_943


def _day(kind: str, quality: int, answers: int = 1, *, ago: int = 0) -> DayCount:
    return DayCount(TODAY - ago, kind, quality, answers, answers * 2_000)


def test_a_day_without_answers_is_zero_and_its_shares_unknown() -> None:
    report = make_report(Counts(), TODAY, days=7, days_ahead=14)
    assert (report.today.answers, report.today.seconds, report.studied) == (0, 0, 0)
    assert report.retention.share is None
    assert report.retention.percent_range is None
    assert report.streak_days == 0
    assert len(report.days) == 7
    assert report.forecast[0] == (TODAY, 0)


def test_today_tells_new_reviews_drills_and_practice_apart() -> None:
    counts = Counts(
        days=(
            _day("new", 5, 3),
            _day("new", 2, 2),
            _day("young", 4, 4),
            _day("mature", 1),
            _day("drill", 4, 3),
            _day("ahead", 5),
            _day("practice", 0),
        )
    )
    today = make_report(counts, TODAY, days=1, days_ahead=1).today
    assert (today.new, today.review, today.drill, today.practice) == (5, 5, 3, 2)
    assert (today.right_first, today.asked_first, today.answers) == (7, 10, 15)
    assert today.seconds == 30


def test_retention_counts_only_scheduled_reviews_of_the_period() -> None:
    counts = Counts(
        days=(
            _day("young", 3, 19, ago=2),
            _day("young", 2, 1, ago=1),
            _day("mature", 5, 4),
            _day("new", 0, 50),
            _day("drill", 0, 50),
            _day("young", 0, 100, ago=7),
        )
    )
    report = make_report(counts, TODAY, days=7, days_ahead=1)
    assert (report.young.right, report.young.total, report.young.share) == (19, 20, 0.95)
    assert (report.mature.total, report.mature.share) == (4, None)
    assert (report.retention.right, report.retention.total) == (23, 24)


def test_what_is_overdue_stands_in_todays_forecast() -> None:
    counts = Counts(due_cards={TODAY - 3: 2, TODAY: 5, TODAY + 1: 7, TODAY + 9: 1})
    report = make_report(counts, TODAY, days=1, days_ahead=3)
    assert report.forecast == ((TODAY, 7), (TODAY + 1, 7), (TODAY + 2, 0))
    assert report.overdue == 2


def test_hours_without_answers_are_left_out() -> None:
    counts = Counts(hours=(HourCount(21, 4, 3), HourCount(9, 2, 2), HourCount(3, 0, 0)))
    report = make_report(counts, TODAY, days=1, days_ahead=1)
    assert [(hour.hour, hour.recalled.right, hour.recalled.total) for hour in report.hours] == [
        (9, 2, 2),
        (21, 3, 4),
    ]


@pytest.mark.parametrize(
    ("days_ago", "expected"),
    [
        pytest.param((), 0, id="never"),
        pytest.param((0,), 1, id="first-day"),
        pytest.param((0, 1, 2, 4), 3, id="a-gap-ends-it"),
        pytest.param((1, 2), 2, id="today-is-still-open"),
        pytest.param((2, 3), 0, id="yesterday-was-missed"),
    ],
)
def test_a_streak_ends_today_or_yesterday(days_ago: tuple[int, ...], expected: int) -> None:
    assert streak([TODAY - ago for ago in days_ago], TODAY) == expected


@given(st.sets(st.integers(TODAY - 60, TODAY)))
def test_no_streak_is_longer_than_the_longest(studied: set[int]) -> None:
    assert 0 <= streak(studied, TODAY) <= longest_streak(studied) <= len(studied)


@pytest.mark.parametrize(
    ("cards", "expected"),
    [
        pytest.param({}, None, id="no-cards"),
        pytest.param({6: 1}, 6, id="one"),
        pytest.param({1: 2, 6: 2}, 1, id="the-lower-of-two"),
        pytest.param({15: 1, 1: 1, 6: 1}, 6, id="any-order"),
    ],
)
def test_the_median_is_the_card_in_the_middle(cards: dict[int, int], expected: int | None) -> None:
    assert median(cards) == expected


def test_the_range_of_a_share_is_wilsons() -> None:
    # The textbook case of 10 right in 20 lies between 0.299 and 0.701.
    assert Recalled(right=10, total=20).percent_range == (30, 70)


@given(st.integers(20, 10_000), st.data())
def test_the_range_holds_the_share(total: int, data: st.DataObject) -> None:
    recalled = Recalled(right=data.draw(st.integers(0, total)), total=total)
    assert recalled.percent_range is not None
    assert recalled.share is not None
    low, high = recalled.percent_range
    assert 0 <= low <= 100 * recalled.share + 0.5
    assert 100 * recalled.share - 0.5 <= high <= 100


_COUNTS = st.lists(
    st.builds(
        DayCount,
        st.integers(TODAY - 10, TODAY),
        st.sampled_from(["new", "young", "mature", "drill", "ahead", "practice"]),
        st.integers(0, 5),
        st.integers(0, 50),
        st.integers(0, 60_000),
    )
)


@given(_COUNTS)
def test_every_answer_of_the_period_is_counted_once(counts: list[DayCount]) -> None:
    report = make_report(Counts(days=tuple(counts)), TODAY, days=11, days_ahead=1)
    answers = sum(count.answers for count in counts)
    assert sum(day.answers for day in report.days) == answers
    assert sum(report.qualities) == answers
    assert all(day.right_first <= day.asked_first for day in report.days)

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overmorrow.scheduling.backlog import catch_up, is_backlog, pace_for

COMING = st.lists(st.integers(0, 60), max_size=30)


@pytest.mark.parametrize(
    ("overdue", "limit", "absent", "expected"),
    [
        pytest.param(401, 200, 0, True, id="more-than-two-days"),
        pytest.param(400, 200, 7, False, id="two-days-can-be-done"),
        pytest.param(312, 200, 41, True, id="long-away"),
        pytest.param(20, 200, 41, False, id="few-are-no-backlog"),
        pytest.param(15, 5, 0, False, id="few-also-with-a-small-limit"),
    ],
)
def test_when_it_is_a_backlog(overdue: int, limit: int, absent: int, expected: bool) -> None:
    assert is_backlog(overdue, limit, absent) is expected


def test_forty_a_day_of_312_take_eight_days() -> None:
    found = catch_up(312, (), 40)
    assert (found.days, found.taken) == (8, (40,) * 7 + (32,))


def test_what_comes_due_meanwhile_counts() -> None:
    assert catch_up(10, (5, 5, 5), 10) == (2, (10, 10))
    assert catch_up(10, [10] * 400, 10).days is None
    assert catch_up(10, (), 0).days is None


@given(st.integers(1, 5000), COMING, st.integers(1, 20))
def test_the_pace_for_some_days_catches_up_in_them_and_a_smaller_one_does_not(
    overdue: int, coming: list[int], days: int
) -> None:
    pace = pace_for(days, overdue, coming)
    needed = catch_up(overdue, coming, pace).days
    assert needed is not None
    assert needed <= days
    slower = catch_up(overdue, coming, pace - 5).days
    assert slower is None or slower > days


@given(st.integers(0, 3000), COMING, st.integers(1, 300))
def test_no_review_is_lost_or_taken_twice(overdue: int, coming: list[int], pace: int) -> None:
    found = catch_up(overdue, coming, pace)
    assert max(found.taken) <= pace
    if found.days is not None:
        assert sum(found.taken) == overdue + sum(coming[: found.days])

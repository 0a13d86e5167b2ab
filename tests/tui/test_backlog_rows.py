"""What is offered against a backlog."""

from overmorrow.jobs.backlog import Backlog
from overmorrow.store.pace import Pace
from overmorrow.tui.backlog_rows import amounts, other_amount


def backlog(overdue: int, pace: Pace | None = None) -> Backlog:
    return Backlog(
        overdue=overdue,
        coming=(10,),
        absent_days=30,
        limit=200,
        seconds_each=None,
        pace=pace,
    )


def test_eight_days_and_four_are_offered_where_that_is_not_far_more_than_usual() -> None:
    assert [way.reviews for way in amounts(backlog(312))] == [45, 85, None, 20]
    assert [way.reviews for way in amounts(backlog(80_000))] == [200, 400, None, 20]


def test_the_pace_that_holds_comes_first_and_can_be_given_up() -> None:
    ways = amounts(backlog(300, Pace(70, rest_new=True)))
    assert ways[0].reviews == 70
    assert ways[-1].gives_up


def test_an_amount_stays_between_a_few_and_all_that_are_due() -> None:
    first = amounts(backlog(52))[3]
    assert other_amount(first, 1, backlog(52)).reviews == 25
    assert other_amount(first, 50, backlog(52)).reviews == 62
    assert other_amount(first, -50, backlog(52)).reviews == 5
    everything = amounts(backlog(52))[2]
    assert other_amount(everything, 1, backlog(52)) == everything

"""Catching up: only how many are taken a day changes."""

from collections.abc import Iterator

import pytest

from overmorrow.clock import StudyDay
from overmorrow.jobs.backlog import backlog_on, choose_pace, forget_pace
from overmorrow.jobs.home import overview
from overmorrow.jobs.study import StudySession
from overmorrow.jobs.summing_up import sum_up
from overmorrow.settings import Settings
from overmorrow.store.answers import record
from overmorrow.store.database import Database
from overmorrow.store.day_tree import day_tree
from overmorrow.store.today import today_cards
from tests.jobs.conftest import SteppingClock
from tests.jobs.studied import SCHEDULES
from tests.store.building import add_notes, collection

CARDS = 60
FEW = Settings(new_per_day=4, reviews_per_day=10)


@pytest.fixture
def behind(clock: SteppingClock) -> Iterator[Database]:
    """Sixty cards of two decks, learned and then left for twelve days."""
    with collection("가", "나", notes=CARDS // 2) as database:
        add_notes(database, "나", 10, start=CARDS)
        for card_id in range(1, CARDS + 1):
            record(database, card_id, clock(), today(clock), "review", quality=4, answer_ms=6000)
        clock.sleep_until_tomorrow(12)
        yield database


def today(clock: SteppingClock) -> StudyDay:
    return StudyDay((clock().wall_ms - 4 * 3_600_000) // 86_400_000 + 719_163)


def test_a_backlog_says_how_much_and_how_long(behind: Database, clock: SteppingClock) -> None:
    found = backlog_on(behind, today(clock), FEW)
    assert found is not None
    assert (found.overdue, found.absent_days, found.seconds_each) == (60, 12, 6.0)
    assert (found.coming[0], found.pace) == (0, None)
    assert backlog_on(behind, today(clock), Settings()) is not None
    assert backlog_on(behind, StudyDay(today(clock) - 11), Settings()) is None


def test_a_pace_holds_for_all_decks_together_until_nothing_is_overdue(
    behind: Database, clock: SteppingClock
) -> None:
    schedules = behind.rows(SCHEDULES)
    choose_pace(behind, clock, FEW, 15, rest_new=True)
    seen = overview(behind, clock, FEW)
    assert (seen.progress.review, seen.progress.new) == (15, 0)
    assert seen.backlog
    assert seen.backlog.pace
    assert seen.backlog.pace.reviews == 15
    assert behind.rows(SCHEDULES) == schedules
    for day in range(4):
        session = StudySession(behind, clock, FEW)
        assert session.progress.planned == 15, day
        while session.asked:
            session.rate(session.judge("", answer_ms=6000), 5)
        clock.sleep_until_tomorrow()
        if day < 3:
            assert overview(behind, clock, FEW).backlog is not None
    assert overview(behind, clock, FEW).backlog is None
    assert len(today_cards(behind, None, today(clock), FEW).new) == 4


def test_all_today_lifts_the_daily_limits_and_off_sets_them_again(
    behind: Database, clock: SteppingClock
) -> None:
    def planned() -> int:
        return overview(behind, clock, FEW).progress.review

    assert planned() == 20
    choose_pace(behind, clock, FEW, None)
    assert planned() == 60
    forget_pace(behind)
    assert planned() == 20


def test_a_pace_for_today_is_asked_about_again_tomorrow(
    behind: Database, clock: SteppingClock
) -> None:
    choose_pace(behind, clock, FEW, 5, only_today=True)
    first = overview(behind, clock, FEW)
    assert first.progress.review == 5
    assert first.due_tomorrow == 20
    clock.sleep_until_tomorrow()
    again = overview(behind, clock, FEW)
    assert again.progress.review == 20
    assert again.backlog
    assert again.backlog.pace is None


def test_tomorrow_counts_what_today_leaves_but_not_beyond_the_limits(
    behind: Database, clock: SteppingClock
) -> None:
    day = today(clock)
    tree = day_tree(behind, day, FEW)
    assert (tree.whole.review, tree.due_tomorrow, tree.due_overmorrow) == (20, 20, 20)
    alone = day_tree(behind, day, FEW, "가")
    assert (alone.whole.review, alone.due_tomorrow, alone.due_overmorrow) == (10, 10, 10)
    told = sum_up(behind, "가", day, FEW)
    assert (told.due_tomorrow, told.due_overmorrow) == (10, 10)
    free = day_tree(behind, day, Settings())
    assert (free.whole.review, free.due_tomorrow, free.due_overmorrow) == (60, 0, 0)

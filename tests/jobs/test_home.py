from overmorrow.jobs.home import overview
from overmorrow.jobs.study import StudySession
from overmorrow.settings import Settings
from overmorrow.store.database import Database
from tests.jobs.conftest import SteppingClock


def study(database: Database, clock: SteppingClock, cards: int) -> None:
    session = StudySession(database, clock, Settings())
    for _ in range(cards):
        judged = session.judge("", answer_ms=4000)
        session.rate(judged, 4)


def test_a_new_collection_shows_what_waits(database: Database, clock: SteppingClock) -> None:
    seen = overview(database, clock, Settings())
    assert seen.is_first_run
    assert (seen.progress.new, seen.progress.planned, seen.total) == (6, 6, 8)
    assert [(deck.name, deck.new) for deck in seen.decks] == [("Mini", 6)]
    assert (seen.streak_days, seen.last_7_days) == (0, (0,) * 7)


def test_today_tomorrow_and_overmorrow_are_counted(
    database: Database, clock: SteppingClock
) -> None:
    study(database, clock, 2)
    clock.sleep_until_tomorrow()
    study(database, clock, 1)
    seen = overview(database, clock, Settings())
    assert not seen.is_first_run
    assert (seen.progress.done, seen.progress.review, seen.progress.new) == (1, 1, 4)
    assert (seen.due_tomorrow, seen.due_overmorrow, seen.seconds_today) == (0, 0, 4)
    assert seen.last_7_days == (0, 0, 0, 0, 0, 2, 1)
    assert seen.retention == (1, 1)


def test_the_streak_ends_today_or_yesterday(database: Database, clock: SteppingClock) -> None:
    for _ in range(3):
        study(database, clock, 1)
        clock.sleep_until_tomorrow()
    assert overview(database, clock, Settings()).streak_days == 3
    clock.sleep_until_tomorrow()
    assert overview(database, clock, Settings()).streak_days == 0

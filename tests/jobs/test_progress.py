from overmorrow.jobs.progress import FORECAST_DAYS, progress_report
from overmorrow.jobs.study import StudySession
from overmorrow.settings import Settings
from overmorrow.stats.report import Report
from overmorrow.store.database import Database
from tests.jobs.conftest import SteppingClock


def _study(database: Database, clock: SteppingClock, *qualities: int) -> None:
    session = StudySession(database, clock, Settings())
    for quality in qualities:
        session.rate(session.judge("", answer_ms=3000), quality)


def _report(database: Database, clock: SteppingClock, days: int = 30) -> Report:
    return progress_report(database, clock, Settings(), days=days)


def test_a_new_collection_has_only_new_cards(database: Database, clock: SteppingClock) -> None:
    report = _report(database, clock)
    assert (report.new_cards, report.learned_cards, report.suspended_cards) == (8, 0, 0)
    assert (report.today.answers, report.streak_days, report.studied) == (0, 0, 0)
    assert len(report.forecast) == FORECAST_DAYS
    assert not any(due for _, due in report.forecast)


def test_a_day_is_counted_by_what_its_answers_were(
    database: Database, clock: SteppingClock
) -> None:
    _study(database, clock, 4, 2, 5)
    today = _report(database, clock).today
    assert (today.new, today.review, today.drill) == (3, 0, 0)
    assert (today.right_first, today.asked_first, today.seconds) == (2, 3, 9)
    assert _report(database, clock).ease_cards == {250: 2, 260: 1}


def test_reviews_of_the_next_day_make_the_retention(
    database: Database, clock: SteppingClock
) -> None:
    _study(database, clock, 4, 4, 4)
    clock.sleep_until_tomorrow()
    review, new, failed_review = 4, 4, 1
    _study(database, clock, review, new, failed_review)
    report = _report(database, clock)
    assert (report.young.right, report.young.total) == (1, 2)
    assert report.mature.total == 0
    assert (report.today.review, report.today.new) == (2, 1)
    assert report.interval_cards == {1: 3, 6: 1}
    assert report.forecast[0][1] == 1
    assert report.streak_days == 2


def test_what_is_undone_was_never_counted(database: Database, clock: SteppingClock) -> None:
    before = _report(database, clock)
    session = StudySession(database, clock, Settings())
    session.rate(session.judge("", answer_ms=3000), 4)
    session.undo()
    assert _report(database, clock) == before


def test_a_period_leaves_out_what_was_before(database: Database, clock: SteppingClock) -> None:
    _study(database, clock, 4)
    clock.sleep_until_tomorrow(3)
    assert _report(database, clock, days=3).studied == 0
    assert _report(database, clock, days=4).studied == 1


def test_the_first_answers_agree_with_the_summary(database: Database, clock: SteppingClock) -> None:
    _study(database, clock, 4, 2, 3)
    summary = StudySession(database, clock, Settings()).summary()
    today = _report(database, clock).today
    assert (today.right_first, today.asked_first) == (summary.right_first, summary.asked_first)
    assert (today.answers, today.seconds) == (summary.answers, summary.seconds)
    assert _report(database, clock).forecast[1][1] == summary.due_tomorrow

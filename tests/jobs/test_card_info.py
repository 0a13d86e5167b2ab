from overmorrow.jobs.bulk import Change, What, change
from overmorrow.jobs.card_info import card_info
from overmorrow.jobs.study import StudySession
from overmorrow.scheduling.answer_kind import AnswerKind
from overmorrow.settings import Settings
from overmorrow.store.database import Database
from tests.jobs.conftest import SteppingClock


def test_a_card_tells_every_answer_that_led_to_its_schedule(
    database: Database, clock: SteppingClock
) -> None:
    session = StudySession(database, clock, Settings(new_per_day=1))
    assert session.asked
    card_id = session.asked.card_id
    for typed, quality in (("Amazon", 2), ("Han River", 4)):
        session.rate(session.judge(typed, answer_ms=3000), quality)
    session.undo()
    session.rate(session.judge("Hangang", answer_ms=5000), 4)
    clock.sleep_until_tomorrow()
    tomorrow = StudySession(database, clock, Settings(new_per_day=0))
    judged = tomorrow.right(tomorrow.judge("Arisu", answer_ms=1000), "learn")
    tomorrow.rate(judged, judged.proposed)

    info = card_info(database, card_id)
    told = [
        (answer.typed, answer.kind, answer.proposed, answer.quality, answer.interval_days)
        for answer in info.answers
    ]
    assert told == [
        ("Arisu", AnswerKind.YOUNG, 1, 4, 1),
        ("Hangang", AnswerKind.DRILL, 4, 4, None),
        ("Amazon", AnswerKind.NEW, 1, 2, 1),
    ]
    assert [answer.learned for answer in info.answers] == [True, False, False]
    assert (info.drills, info.average_ms) == (1, 3000)
    assert info.wrong == (("Amazon", 1),)
    assert info.aliases == ("Hangang", "Arisu")
    assert (info.deck, info.state.sm2.interval_days) == ("Mini", 1)


def test_a_new_card_has_no_history(database: Database) -> None:
    info = card_info(database, 1)
    assert (info.answers, info.wrong, info.average_ms, info.drills) == ((), (), None, 0)


def test_what_else_was_done_to_a_card_is_told_in_its_order(
    database: Database, clock: SteppingClock
) -> None:
    session = StudySession(database, clock, Settings())
    assert session.asked is not None
    card_id = session.asked.card_id
    session.rate(session.judge("Han River"), 5)
    change(database, [card_id], Change(what=What.SET_DUE, number=9), clock, Settings())
    change(database, [card_id], Change(what=What.SUSPEND), clock, Settings())
    session.undo()
    info = card_info(database, card_id)
    assert info.state.sm2.due_day is not None
    assert [(each.what, each.due_day) for each in info.changes] == [
        ("set_due", info.state.sm2.due_day)
    ]
    assert info.changes[0].nth > info.answers[0].nth

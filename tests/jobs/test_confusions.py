from overmorrow.jobs.asked import Limits
from overmorrow.jobs.confusions import confusions_on, wrong_answers
from overmorrow.jobs.day import current_day
from overmorrow.jobs.study import StudySession
from overmorrow.settings import Settings
from overmorrow.store.database import Database
from tests.jobs.conftest import SteppingClock


def answer(session: StudySession, *typed: str) -> None:
    for text in typed:
        session.rate(session.judge(text), session.judge(text).proposed)


def test_a_wrong_answer_that_is_another_cards_makes_a_pair(
    database: Database, clock: SteppingClock
) -> None:
    session = StudySession(database, clock, Settings())
    answer(session, "Amazon", "", "Paris", "Paris")
    first, second = confusions_on(database, None, current_day(database, clock, Settings()))
    assert (first.prompt, first.typed, first.other_prompt) == (
        "Name the three largest oceans.",
        "Paris",
        "capital of France",
    )
    assert first.other_card_id is not None
    assert (second.typed, second.other_card_id, second.times) == ("Amazon", None, 1)


def test_what_was_taken_back_is_no_confusion(database: Database, clock: SteppingClock) -> None:
    session = StudySession(database, clock, Settings())
    assert session.asked
    card_id = session.asked.card_id
    answer(session, "Amazon")
    clock.sleep_until_tomorrow()
    again = StudySession(database, clock, Settings())
    while again.asked and again.asked.card_id != card_id:
        again.rate(again.reveal(), 4)
    answer(again, " Amazon ")
    assert wrong_answers(database, card_id) == (("Amazon", 2),)
    again.undo()
    assert wrong_answers(database, card_id) == (("Amazon", 1),)


def test_a_confused_pair_can_be_practised_without_touching_its_schedules(
    database: Database, clock: SteppingClock
) -> None:
    session = StudySession(database, clock, Settings())
    answer(session, "Han River", "Han River")
    (confusion,) = session.summary().confusions
    assert confusion.other_card_id is not None
    pair = (confusion.card_id, confusion.other_card_id)
    schedules = database.rows("SELECT id, due_day, lapses, drill FROM card ORDER BY id")
    practice = StudySession(database, clock, Settings(), limits=Limits(only=pair))
    asked = []
    while practice.asked:
        asked.append(practice.asked.card_id)
        practice.rate(practice.judge(practice.asked.card.answer), 5)
    assert tuple(asked) == pair
    assert database.rows("SELECT id, due_day, lapses, drill FROM card ORDER BY id") == schedules

"""What stands beside a card: its last answers, and its siblings."""

from overmorrow.jobs.beside import beside
from overmorrow.jobs.study import StudySession
from overmorrow.settings import Settings
from overmorrow.store.database import Database
from tests.jobs.conftest import SteppingClock
from tests.jobs.studied import card_of


def test_the_newest_answers_stand_first_without_those_taken_back(
    database: Database, clock: SteppingClock
) -> None:
    session = StudySession(database, clock, Settings())
    assert session.asked is not None
    card_id = session.asked.card_id
    session.rate(session.judge("Amazon", answer_ms=900), 2)
    session.undo()
    session.rate(session.judge("Han River", answer_ms=3000), 4)
    found = beside(database, card_id)
    assert [(each.quality, each.typed, each.answer_ms) for each in found.answers] == [
        (4, "Han River", 3000)
    ]
    assert found.siblings == ()


def test_the_other_cards_of_a_note_are_its_siblings(database: Database) -> None:
    found = beside(database, card_of(database, "Nile"))
    (other,) = found.siblings
    assert other.prompt == "The Nile flows through [ ··· ] and [ 2 ]."
    assert other.due_day is None

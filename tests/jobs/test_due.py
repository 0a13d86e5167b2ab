from pathlib import Path

import pytest

from overmorrow.clock import Clock
from overmorrow.errors import NotFoundError
from overmorrow.jobs.due import decks_now, due_now
from overmorrow.jobs.study import StudySession
from overmorrow.settings import Settings
from overmorrow.store.database import Database
from tests.jobs.conftest import SteppingClock


def _asked_first(database: Database, clock: Clock) -> str:
    session = StudySession(database, clock, Settings())
    return session.asked.card.prompt if session.asked else ""


def test_what_is_due_agrees_with_what_a_session_asks(
    database: Database, clock: SteppingClock
) -> None:
    session = StudySession(database, clock, Settings())
    seen = 0
    while session.asked is not None:
        due = due_now(database, clock, Settings(), None)
        left = session.progress
        assert (due.new, due.review, due.drill) == (left.new, left.review, left.drill)
        assert due.next is not None
        assert due.next.prompt == _asked_first(database, clock)
        session.rate(session.judge(""), 2 if seen == 1 else 4)
        seen += 1
    assert due_now(database, clock, Settings(), None) == (0, 0, 0, None)
    assert seen == 7


def test_the_next_day_begins_with_reviews(database: Database, clock: SteppingClock) -> None:
    session = StudySession(database, clock, Settings())
    session.rate(session.judge(""), 4)
    clock.sleep_until_tomorrow()
    due = due_now(database, clock, Settings(), "Mini")
    assert (due.new, due.review) == (5, 1)
    assert due.next is not None
    assert due.next.prompt == "Which river flows through Seoul?"


def test_decks_stand_in_their_tree(database: Database, clock: SteppingClock) -> None:
    assert [
        (deck.name, deck.new, deck.total) for deck in decks_now(database, clock, Settings())
    ] == [("Mini", 6, 8)]


def test_a_deck_that_is_not_there_is_refused(
    database: Database, clock: SteppingClock, tmp_path: Path
) -> None:
    with pytest.raises(NotFoundError):
        due_now(database, clock, Settings(), str(tmp_path))

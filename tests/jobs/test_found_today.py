"""Studying what a search finds."""

import pytest

from overmorrow.errors import NotFoundError, SearchError
from overmorrow.jobs.asked import AskKind, Limits, Mode
from overmorrow.jobs.study import StudySession
from overmorrow.settings import Settings
from overmorrow.store.database import Database
from tests.jobs.conftest import SteppingClock
from tests.jobs.studied import study_all


def asked(database: Database, clock: SteppingClock, scope: str, **limits: object) -> list[str]:
    session = StudySession(database, clock, Settings(), scope, Limits(**limits))  # type: ignore[arg-type]
    found = []
    while session.asked:
        found.append(session.asked.card.prompt[:16])
        session.rate(session.judge(""), 5)
    return found


def test_only_what_is_found_is_asked(database: Database, clock: SteppingClock) -> None:
    assert asked(database, clock, "kind:number or front:seoul") == [
        "Which river flow",
        "How long is the ",
    ]


def test_a_note_is_asked_once_a_day(database: Database, clock: SteppingClock) -> None:
    assert len(asked(database, clock, "front:france")) == 1


def test_reviews_come_when_they_are_due_and_new_cards_within_the_day(
    database: Database, clock: SteppingClock
) -> None:
    study_all(database, clock)
    assert asked(database, clock, "kind:number") == []
    clock.sleep_until_tomorrow()
    session = StudySession(database, clock, Settings(), "kind:number")
    assert session.asked
    assert session.asked.kind is AskKind.REVIEW
    none_new = Settings(new_per_day=0)
    assert StudySession(database, clock, none_new, "is:new").asked is None


def test_what_is_suspended_is_left_out_of_practice(
    database: Database, clock: SteppingClock
) -> None:
    crammed = asked(database, clock, "deck:Mini", mode=Mode.CRAM, cards=50)
    assert len(crammed) == 8
    assert len(asked(database, clock, "deck:Mini", mode=Mode.CRAM, cards=3)) == 3


def test_a_name_mistyped_is_still_told_as_one(database: Database, clock: SteppingClock) -> None:
    with pytest.raises(NotFoundError) as refused:
        StudySession(database, clock, Settings(), "Mimi")
    assert refused.value.key == "store.no_deck_near"
    with pytest.raises(SearchError):
        StudySession(database, clock, Settings(), "is:dew")

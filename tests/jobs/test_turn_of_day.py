"""A sitting that is open when a new day begins, at four in the morning."""

from collections.abc import Callable

import pytest

from overmorrow.jobs.asked import Limits, Mode
from overmorrow.jobs.study import StudySession
from overmorrow.settings import Settings
from overmorrow.store.database import Database
from tests.jobs.conftest import SteppingClock
from tests.jobs.studied import study_all


@pytest.fixture
def start(database: Database, clock: SteppingClock) -> Callable[..., StudySession]:
    def begin(scope: str | None = None, **more: object) -> StudySession:
        return StudySession(database, clock, Settings(), scope, **more)  # type: ignore[arg-type]

    return begin


def answer(session: StudySession, quality: int) -> None:
    session.rate(session.judge(""), quality)


def test_the_day_may_turn_in_the_middle(
    start: Callable[..., StudySession], clock: SteppingClock
) -> None:
    session = start()
    answer(session, 4)
    clock.sleep_until_tomorrow()
    answer(session, 4)
    assert session.progress.done == 1
    assert session.progress.review == 1


def test_a_card_rated_in_the_new_day_is_not_asked_again_in_it(
    database: Database, clock: SteppingClock, start: Callable[..., StudySession]
) -> None:
    study_all(database, clock)
    session = start(limits=Limits(mode=Mode.AHEAD))
    assert session.asked
    first = session.asked.card_id
    judged = session.reveal()
    clock.sleep_until_tomorrow()
    session.rate(judged, 5)
    asked = []
    while session.asked:
        asked.append(session.asked.card_id)
        answer(session, 5)
    assert first not in asked
    assert len(asked) == len(set(asked))

"""Undo says what it took back, for each kind of step; what can be done again is."""

from collections.abc import Callable

import pytest

from overmorrow.jobs.add_note import add_note
from overmorrow.jobs.bulk import Change, What, change
from overmorrow.jobs.edit_note import edit_note
from overmorrow.jobs.maintain import take_back
from overmorrow.jobs.note_changes import Edit
from overmorrow.jobs.study import StudySession
from overmorrow.jobs.taken_back import TakenBack, words_of
from overmorrow.jobs.taking_back import do_again
from overmorrow.messages import Messages
from overmorrow.scheduling.event import EventKind
from overmorrow.settings import Settings
from overmorrow.store.database import Database
from tests.jobs.conftest import SteppingClock

SETTINGS = Settings()
EN, KO = Messages("en"), Messages("ko")
PROMPT = "Which river flows through Seoul?"
Step = Callable[[Database, SteppingClock], object]


def answer(database: Database, clock: SteppingClock) -> None:
    session = StudySession(database, clock, SETTINGS)
    session.rate(session.judge("Han River"), 5)


def mark(database: Database, clock: SteppingClock) -> None:
    StudySession(database, clock, SETTINGS).mark()


def flag(database: Database, clock: SteppingClock) -> None:
    StudySession(database, clock, SETTINGS).flag(3)


def suspend(database: Database, clock: SteppingClock) -> None:
    StudySession(database, clock, SETTINGS).suspend()


def bury(database: Database, clock: SteppingClock) -> None:
    StudySession(database, clock, SETTINGS).bury()


def suspend_two(database: Database, clock: SteppingClock) -> None:
    change(database, [1, 2], Change(what=What.SUSPEND), clock, SETTINGS)


def tag_two(database: Database, clock: SteppingClock) -> None:
    change(database, [1, 2], Change(what=What.ADD_TAG, text="water"), clock, SETTINGS)


def add(database: Database, clock: SteppingClock) -> None:
    add_note(database, "Mini", Edit(prompt="The deepest\nlake?", answer="Baikal"), clock())


def edit(database: Database, clock: SteppingClock) -> None:
    edit_note(database, 1, Edit(hint="It has bridges."), clock())


@pytest.mark.parametrize(
    ("step", "said", "in_korean"),
    [
        (answer, f"Answer: {PROMPT}", f"답: {PROMPT}"),
        (mark, f"Mark: {PROMPT}", f"표시: {PROMPT}"),
        (flag, f"Flag: {PROMPT}", f"깃발: {PROMPT}"),
        (suspend, f"Suspended: {PROMPT}", f"쉬게 하기: {PROMPT}"),
        (bury, f"Buried: {PROMPT}", f"내일로 미루기: {PROMPT}"),
        (suspend_two, "Suspended: 2 cards", "쉬게 하기: 카드 2장"),
        (tag_two, "Tag ‘water’ added: 2 notes", "태그 ‘water’ 더하기: 노트 2개"),
        (add, "Added card: The deepest lake?", "더한 카드: The deepest lake?"),
        (edit, f"Edit: {PROMPT}", f"고침: {PROMPT}"),
    ],
)
def test_each_kind_of_step_is_named(
    database: Database, clock: SteppingClock, step: Step, said: str, in_korean: str
) -> None:
    step(database, clock)
    taken = take_back(database, clock, SETTINGS)
    assert taken is not None
    assert words_of(taken, EN) == said
    assert words_of(taken, KO) == in_korean


@pytest.mark.parametrize("kind", [kind.value for kind in EventKind])
def test_whatever_is_done_to_a_card_has_words(kind: str) -> None:
    taken = TakenBack(what="card", name=PROMPT, kind=kind)
    assert PROMPT in words_of(taken, EN)
    assert PROMPT in words_of(taken, KO)


@pytest.mark.parametrize("step", [answer, mark, suspend, suspend_two, edit])
def test_what_can_be_done_again_is_as_before(
    database: Database, clock: SteppingClock, step: Step
) -> None:
    look = "SELECT suspended, marked, interval_days, last_day FROM card ORDER BY id"
    hints = "SELECT details FROM note ORDER BY id"
    step(database, clock)
    done = database.rows(look), database.rows(hints)
    taken = take_back(database, clock, SETTINGS)
    assert taken is not None
    assert (database.rows(look), database.rows(hints)) != done
    assert taken.can_be_done_again
    do_again(database, taken, clock)
    assert (database.rows(look), database.rows(hints)) == done


@pytest.mark.parametrize("step", [tag_two, add])
def test_a_sitting_says_what_only_the_learner_can_do_again(
    database: Database, clock: SteppingClock, step: Step
) -> None:
    session = StudySession(database, clock, SETTINGS)
    step(database, clock)
    returned = session.undo()
    assert returned is not None
    assert session.redo() is None
    assert session.only_by_hand == returned.taken
    session.mark()
    assert session.only_by_hand is None

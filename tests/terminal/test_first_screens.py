"""The first screens at the keyboard: a first start, a window closed, a day done, a long break."""

import sys
from datetime import date
from pathlib import Path

import pytest

from overmorrow.clock import ORDINAL_OF_1970, Moment
from overmorrow.jobs.opening import open_collection
from overmorrow.jobs.study import StudySession
from overmorrow.settings import Settings
from overmorrow.store.database import Row, open_database
from overmorrow.store.today import today_cards
from tests.terminal.driver import Terminal, needs_tmux
from tests.terminal.learner import CHECK, CORRECT, FIRST_DAY, ROOT, Learner

pytestmark = [pytest.mark.terminal, needs_tmux]

DUE = "SELECT uid, due_day, interval_days, ease_hundredths FROM card ORDER BY uid"
LONG_AFTER = date.fromordinal(FIRST_DAY.toordinal() + 41)


@pytest.fixture
def learner(tmp_path: Path) -> Learner:
    return Learner("ko", tmp_path)


def starts(learner: Learner, day: date) -> Terminal:
    command = [sys.executable, str(ROOT / "quiz.py"), "--lang", "ko"]
    return Terminal(command, env={**learner.env, "QUIZ_NOW": f"{day}T09:00"})


def schedules(learner: Learner) -> list[Row]:
    database = open_database(learner.database, create=False)
    rows = database.rows(DUE)
    database.close()
    return rows


def study_everything(learner: Learner, day: date) -> int:
    """Answer every card of the collection rightly and return how many there are."""
    database = open_collection(learner.database, "ko")
    noon_ms = (day.toordinal() - ORDINAL_OF_1970) * 86_400_000 + 43_200_000
    session = StudySession(database, lambda: Moment(noon_ms, 0), Settings(new_per_day=999))
    while session.asked:
        session.rate(session.reveal(answer_ms=4000), 4)
    found = database.number("SELECT count(*) FROM card WHERE due_day IS NOT NULL") or 0
    database.close()
    return found


def test_a_first_start_a_closed_window_and_the_way_back(learner: Learner) -> None:
    with starts(learner, FIRST_DAY) as terminal:
        terminal.until("알리바바 2015", "5장만 풀어 보기", "Enter 시작")
        cards = learner.cards_of(FIRST_DAY)
        terminal.press("Enter")
        terminal.until("0/5")
        learner.answers(terminal, cards[0], cards[0].answer, CORRECT)
        terminal.press("Enter")
        learner.answers(terminal, cards[1], cards[1].answer, CORRECT)
        terminal.signal("HUP")
        terminal.until_gone(learner.says[CORRECT])

    with starts(learner, FIRST_DAY) as terminal:
        terminal.until("Enter 이어서 1/20", "19장 남음")
        terminal.press("Enter")
        terminal.until(cards[1].prompt[:12], learner.says[CHECK])
        terminal.press("C-q")
        assert terminal.ended() == 0


def test_practising_ahead_leaves_schedules_alone_and_says_so(learner: Learner) -> None:
    study_everything(learner, FIRST_DAY)
    before = schedules(learner)
    with starts(learner, FIRST_DAY) as terminal:
        terminal.until("오늘 할 카드를 다 했어요", "미리 연습하기")
        terminal.press("p")
        terminal.until("미리 연습", learner.says[CHECK])
        terminal.press("Space")
        terminal.until("얼마나")
        terminal.press("5")
        terminal.until("1/", learner.says[CHECK])
        terminal.press("C-q")
        assert terminal.ended() == 0
    assert schedules(learner) == before


def test_after_a_long_break_forty_a_day_are_taken_and_no_schedule_changes(
    learner: Learner,
) -> None:
    cards = study_everything(learner, FIRST_DAY)
    before = schedules(learner)
    with starts(learner, LONG_AFTER) as terminal:
        screen = terminal.until("밀린 복습이", "41일 만이에요", "따라잡")
        pace = int(screen.partition("하루 ")[2].partition("장씩")[0])
        terminal.press(*["Right"] * ((40 - pace) // 5))
        terminal.until("하루 40장씩")
        terminal.press("Enter")
        terminal.until("0/40")
        terminal.press("C-q")
        assert terminal.ended() == 0
    assert schedules(learner) == before

    database = open_database(learner.database, create=False)
    taken = today_cards(database, None, LONG_AFTER.toordinal(), Settings())
    database.close()
    assert cards > 60
    assert (len(taken.reviews), taken.new) == (40, [])

    with starts(learner, LONG_AFTER) as terminal:
        terminal.until("40장 남음", "하루 40장씩", "Enter 공부")
        terminal.press("q")
        assert terminal.ended() == 0

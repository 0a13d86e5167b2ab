"""Statistics after one day and after two, in a real terminal."""

import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from overmorrow.clock import DAY_MS, ORDINAL_OF_1970, Moment
from overmorrow.jobs.opening import open_collection
from overmorrow.jobs.study import StudySession
from overmorrow.settings import Settings
from tests.terminal.driver import Terminal, needs_tmux
from tests.terminal.learner import FIRST_DAY, ROOT, SECOND_DAY, Learner

pytestmark = [pytest.mark.terminal, needs_tmux]


def study_all_of(learner: Learner, day: date) -> None:
    """Answer everything that is asked on a day, all of it right."""
    noon = Moment((day.toordinal() - ORDINAL_OF_1970) * DAY_MS + DAY_MS // 2, 0)
    database = open_collection(learner.database, learner.language)
    session = StudySession(database, lambda: noon, Settings())
    while session.asked is not None:
        session.rate(session.judge(session.asked.card.answer, answer_ms=2000), 4)
    database.close()


def open_home(learner: Learner, day: date) -> Terminal:
    command = [sys.executable, str(ROOT / "quiz.py"), "--lang", learner.language]
    return Terminal(command, env={**learner.env, "QUIZ_NOW": f"{day}T18:00"})


def test_shares_show_once_there_are_enough_answers_and_bars_lead_to_cards(tmp_path: Path) -> None:
    learner = Learner("ko", tmp_path)
    study_all_of(learner, FIRST_DAY)
    study_all_of(learner, SECOND_DAY)
    with open_home(learner, SECOND_DAY) as terminal:
        terminal.until("t 통계")
        terminal.type("t")
        terminal.until("앞으로 2주")
        terminal.type("2")
        terminal.until("100% (20/20)")
        terminal.until("(84–100%)  n=20")
        terminal.type("5")
        terminal.until("공부한 날 2/2")
        terminal.press("Enter")
        terminal.until(f"rated:{SECOND_DAY}")
        terminal.until("40장")
        terminal.press("C-q")
        assert terminal.ended() == 0


def test_the_first_day_shows_fractions_and_no_percentage(tmp_path: Path) -> None:
    learner = Learner("en", tmp_path)
    study_all_of(learner, FIRST_DAY - timedelta(days=1))
    with open_home(learner, FIRST_DAY - timedelta(days=1)) as terminal:
        terminal.until("t statistics")
        terminal.type("t")
        terminal.until("The next two weeks")
        terminal.type("2")
        terminal.until("Too little data. Percentages from 20 on.")
        terminal.press("Escape")
        terminal.until("t statistics")
        terminal.press("C-q")
        assert terminal.ended() == 0

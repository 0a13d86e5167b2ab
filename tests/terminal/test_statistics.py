"""Statistics after one day and after two, in a real terminal."""

import json
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


def test_the_first_page_shows_the_figures_of_the_command(tmp_path: Path) -> None:
    learner = Learner("ko", tmp_path)
    study_all_of(learner, FIRST_DAY)
    learner.runs("study", "--plain", "--limit", "2", day=SECOND_DAY, typed="x\n1\n1999\n3\n")
    figures = json.loads(learner.runs("stats", "--page", "today", "--json", day=SECOND_DAY))
    shares = "처음에 맞힘 {right_first}/{asked_first} · 새 {new} · 드릴 {drill}"
    cards = "새 {new_cards} · 젊은 카드 {young_cards} · 익은 카드 {mature_cards} · 쉬는 중 0"
    streak = "{streak_days}일 (가장 길게 {longest_streak_days}일)"
    told = [form.format(**figures) for form in ("답 {answers}번", shares, cards, streak)]
    assert figures["answers"] >= 2
    with open_home(learner, SECOND_DAY) as terminal:
        terminal.until("t 통계")
        terminal.type("t")
        terminal.until("앞으로 2주", f"합계 {figures['due_in_all']}", *told)
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

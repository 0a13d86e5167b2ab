"""Qualities at a real terminal: the strip tells what each brings, and that is what it brings."""

import json
import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.terminal.driver import Terminal, needs_tmux
from tests.terminal.learner import FIRST_DAY, Learner

pytestmark = [pytest.mark.terminal, needs_tmux]

ANSWERS = ("개나리", "진달래", "무궁화", "해바라기")
SCHEDULE = ("due", "interval_days", "ease_hundredths", "repetitions", "lapses")


@pytest.fixture
def learner(tmp_path: Path) -> Learner:
    """Somebody with a deck of four flowers."""
    path = tmp_path / "꽃.csv"
    rows = [f"꽃 {'가나다라'[n]}의 이름은?,{name}" for n, name in enumerate(ANSWERS)]
    path.write_text("\n".join(["문제,정답", *rows]), "utf-8")
    found = Learner("ko", tmp_path)
    found.runs("import", str(path))
    return found


def schedules(learner: Learner, day: date = FIRST_DAY) -> list[list[object]]:
    cards = json.loads(learner.runs("browse", "--json", "deck:꽃", day=day))
    return [[card[name] for name in SCHEDULE] for card in cards]


def answers_rightly(terminal: Terminal, before: str = "") -> str:
    """Answer the card after another one, and return its letter."""
    terminal.until("Enter 채점", "의 이름은?")
    if before:
        terminal.until_gone(f"꽃 {before}의")
    letter = terminal.until("의 이름은?").partition("의 이름은?")[0][-1]
    typed = ANSWERS["가나다라".index(letter)]
    terminal.type(typed)
    terminal.until(typed)
    terminal.press("Enter")
    terminal.until("맞았어요.", typed, "? 더 보기")
    return letter


def test_the_strip_says_what_each_quality_brings(learner: Learner) -> None:
    learner.runs("browse", "deck:꽃 -가의", "--suspend")
    for ago in (7, 6):
        day = FIRST_DAY - timedelta(days=ago)
        learner.runs("study", "꽃", "--plain", day=day, typed="개나리\n4\n")
    with learner.sits_down(FIRST_DAY, "꽃") as terminal:
        answers_rightly(terminal)
        screen = terminal.until("뒤 36일", "뒤 38일", "뒤 39일", "오늘 한 번 더")
        assert re.findall(r"내일|15일", screen) == ["내일"] * 3 + ["15일"] * 3
        due = str(FIRST_DAY + timedelta(days=15))
        for key, ease in (("3", 236), ("4", 250), ("5", 260)):
            terminal.press(key)
            terminal.until_gone("맞았어요.")
            assert schedules(learner)[0] == [due, 15, ease, 3, 0]
            terminal.press("F9")
            terminal.until("되돌렸어요", "개나리", "Enter 채점")
            assert schedules(learner)[0] == [str(FIRST_DAY), 6, 250, 2, 0]
            terminal.press("Enter")
            terminal.until("맞았어요.", "? 더 보기")
        terminal.press("C-q")
        assert terminal.ended() == 0


def test_weak_cards_are_drilled_apart_from_one_another_and_keep_their_days(
    learner: Learner,
) -> None:
    with learner.sits_down(FIRST_DAY, "꽃") as terminal:
        shown = [""]
        for _ in ANSWERS:
            shown.append(answers_rightly(terminal, shown[-1]))
            terminal.press("3")
        settled = schedules(learner)
        for key in ("3", "3", "4", "4", "4"):
            shown.append(answers_rightly(terminal, shown[-1]))
            assert "일정은 이미 정해졌어요" in terminal.screen()
            terminal.press(key)
        shown.append(answers_rightly(terminal, shown[-1]))
        terminal.press("4")
        terminal.until("오늘 공부 끝", "어려웠던 카드")
        terminal.press("C-q")
        assert terminal.ended() == 0
    assert "".join(shown) == "가나다라" + "가나다라" + "가나"
    assert schedules(learner) == settled


def test_five_steps_back_and_five_forth_change_nothing(learner: Learner) -> None:
    with learner.sits_down(FIRST_DAY, "꽃") as terminal:
        letter = ""
        for key in ("4", "3", "5", "4"):
            letter = answers_rightly(terminal, letter)
            terminal.press(key)
        letter = answers_rightly(terminal, letter)
        terminal.press("5")
        terminal.until("오늘 공부 끝")
        done = schedules(learner)
        for left in ("드릴 · ", "꽃 라의", "꽃 다의", "꽃 나의", "꽃 가의"):
            terminal.press("F9")
            terminal.until("되돌렸어요", left)
        assert [row[3] for row in schedules(learner)] == [0, 0, 0, 0]
        for left in ("꽃 나의", "꽃 다의", "꽃 라의", "드릴 · ", "오늘 공부 끝"):
            terminal.press("C-y")
            terminal.until(left)
        assert schedules(learner) == done
        terminal.press("C-q")
        assert terminal.ended() == 0


def test_ankis_keys_are_printed_and_mean_two_to_five(learner: Learner) -> None:
    learner.runs("settings", "grade_keys", "anki")
    with learner.sits_down(FIRST_DAY, "꽃") as terminal:
        answers_rightly(terminal)
        terminal.until("1 아까움", "2 힘겨움", "> 3 망설임", "4 즉답")
        terminal.press("0", "5")
        assert "맞았어요." in terminal.until("1–4 바꾸기")
        terminal.press("2")
        terminal.until("꽃 나의", "드릴 1")
        terminal.press("C-q")
        assert terminal.ended() == 0
    assert schedules(learner)[0][2:] == [236, 1, 0]

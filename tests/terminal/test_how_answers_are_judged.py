"""Answers at a real terminal: what each is worth, why, and what becomes of the card."""

import json
import re
import sys
from pathlib import Path

import pytest

from tests.terminal.driver import Terminal, needs_tmux
from tests.terminal.learner import FIRST_DAY, ROOT, Learner

pytestmark = [pytest.mark.terminal, needs_tmux]

DECK = """---
title: 시험
lang: ko
source: 강과 도시
---

Q: 바이어는 몇 명인가?
A: 3억8600만 명
type: number

Q: 서호가 있는 도시는?
A: 항저우

Q: 몇 개 나라인가?
A: 217개
type: number

Q: 세 방향은?
A:
- 세계화
- 지역화
- 전문화
type: list

Q: 붉은 과일은?
A: 사과
type: choice
not: 배 | 감 | 귤

Q: 강은 왜 굽는가?
A:
- 물이 바깥쪽을 깎는다
- 안쪽에 모래가 쌓인다
type: long
"""
ASKED, JUDGED = "Enter 채점", "0 모름"


@pytest.fixture
def learner(tmp_path: Path) -> Learner:
    """Somebody with a small deck beside the shipped one."""
    path = tmp_path / "시험.md"
    path.write_text(DECK, "utf-8")
    found = Learner("ko", tmp_path)
    found.runs("import", str(path))
    return found


def answer(terminal: Terminal, prompt: str, typed: str, *says: str) -> str:
    """Answer the card that asks a prompt, and return the screen that says all of it."""
    terminal.until(prompt, ASKED)
    terminal.type(typed)
    terminal.until(typed)
    terminal.press("Enter")
    return terminal.until(JUDGED, prompt, *says)


def proposed(screen: str) -> list[str]:
    return re.findall(r"> (\d) ", screen)


def test_each_verdict_says_what_it_rests_on(learner: Learner) -> None:
    with learner.sits_down(FIRST_DAY, "시험") as terminal:
        says = ("✓ 내 답   3.86억", "정답    3억8600만 명", "출처    강과 도시", "Enter 4")
        screen = answer(terminal, "몇 명인가", "3.86억", *says)
        assert re.search(r"3\.86억 +386,000,000으로 읽었어요", screen)
        assert proposed(screen) == ["4"]
        terminal.press("n")
        terminal.until("틀린 걸로 했어요", "> 2 아까움")
        terminal.press("4")

        says = ("~ 내 답", "거의 맞았어요. 한 글자가 달라요: 조 -> 저", "^^", "Enter 4")
        screen = answer(terminal, "서호가 있는", "항조우", *says)
        assert re.search(r"^ +정답    항저우\n {14}\^\^$", screen, re.MULTILINE)
        terminal.press("Enter")

        says = ("✗ 내 답", "틀렸어요. 숫자가 달라요", "Enter 2", "정답    217개")
        assert proposed(answer(terminal, "몇 개 나라인가", "224", *says)) == ["2"]
        terminal.press("4")

        says = ("~ 내 답", "3개 가운데 2개. 하나가 빠졌어요: 지역화", "Enter 3", "(없음)")
        assert proposed(answer(terminal, "세 방향은", "전문화, 세계화", *says)) == ["3"]
        terminal.press("C-q")
        assert terminal.ended() == 0
    cards = json.loads(learner.runs("browse", "--json", "deck:시험"))
    assert [card["repetitions"] for card in cards] == [1, 1, 1, 0, 0, 0]


def test_unfinished_letters_are_held_back_once_and_hints_have_their_price(learner: Learner) -> None:
    with learner.sits_down(FIRST_DAY, "시험") as terminal:
        terminal.until("몇 명인가", ASKED)
        terminal.press("Tab")
        terminal.until("힌트 1", "3 힘겨움까지만")
        says = ("힌트를 1개 썼어요", "Enter 3")
        assert proposed(answer(terminal, "몇 명인가", "3억8600만 명", *says)) == ["3"]
        terminal.press("4")

        terminal.until("서호가 있는", ASKED)
        terminal.type("항저ㅇ")
        terminal.until("항저ㅇ")
        terminal.press("Enter")
        assert JUDGED not in terminal.until("아직 채점하지 않았어요", "그대로 채점")
        terminal.press("Enter")
        terminal.until("거의 맞았어요. 글자가 덜 됐어요", JUDGED, "Enter 4")
        terminal.press("Enter")

        terminal.until("몇 개 나라인가", ASKED)
        terminal.press("Tab")
        terminal.until("힌트 1")
        terminal.press("Tab")
        terminal.until("힌트 2", "1 낯익음까지만")
        says = ("힌트를 2개 썼어요", "Enter 1")
        assert proposed(answer(terminal, "몇 개 나라인가", "217", *says)) == ["1"]
        terminal.press("C-q")
        assert terminal.ended() == 0


def test_nothing_typed_is_i_do_not_know_and_a_space_shows_the_answer(learner: Learner) -> None:
    with learner.sits_down(FIRST_DAY, "시험") as terminal:
        terminal.until("몇 명인가", ASKED)
        terminal.press("Left", "Enter")
        assert proposed(terminal.until("모르겠어요", "Enter 0")) == ["0"]
        terminal.press("4")

        terminal.until("서호가 있는", ASKED)
        terminal.press("Space")
        assert proposed(terminal.until("항저우", "얼마나 잘", "Enter 4")) == ["4"]
        terminal.press("Space")

        terminal.until("몇 개 나라인가", ASKED, "2/6")
        terminal.type("a b")
        assert "217개" not in terminal.until("내 답   a b", ASKED)
        terminal.press("C-q")
        assert terminal.ended() == 0

    with Terminal([sys.executable, str(ROOT / "quiz.py"), "--lang", "ko"], env=learner.env) as home:
        home.until("/ 찾기")
        home.press("/")
        home.until("찾기", "96장")
        home.type("몇 명인가 deck:시험")
        home.until("1장")
        home.press("Enter", "i")
        home.until("카드 정보", "0>4", "본 횟수   1번")
        home.press("C-q")
        assert home.ended() == 0


def test_choices_are_picked_and_points_of_a_long_answer_are_ticked(learner: Learner) -> None:
    learner.runs("browse", "deck:시험 -과일 -굽는가", "--suspend")
    with learner.sits_down(FIRST_DAY, "시험") as terminal:
        screen = terminal.until("붉은 과일은", "1–4 고르기", "사과", "귤")
        place = re.search(r"(\d)   사과", screen)
        assert place is not None
        terminal.press(place[1])
        assert proposed(terminal.until("✓ 내 답   사과", "Enter 4")) == ["4"]
        terminal.press("4")

        terminal.until("왜 굽는가", "Enter 줄 바꿈")
        terminal.type("물이 바깥쪽을 깎는다")
        terminal.press("Enter")
        terminal.type("그래서")
        terminal.until("그래서", "Ctrl+S 채점")
        terminal.press("C-s")
        terminal.until("안쪽에 모래가 쌓인다", "요점 2개 가운데 1개", "Space")
        terminal.press("Space")
        terminal.until("요점 2개 가운데 0개")
        terminal.press("C-q")
        assert terminal.ended() == 0

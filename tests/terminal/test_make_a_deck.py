"""A deck is made of an article in a real terminal, imported anew without change, and studied."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.terminal.driver import Terminal, needs_tmux
from tests.terminal.learner import ROOT

pytestmark = [pytest.mark.terminal, needs_tmux]

ARTICLE = """2024년 3월 5일 화요일
바이칼 호수를 다녀와서

바이칼호는 러시아 시베리아 남동쪽에 있는 호수다. 깊이는 1,642m로 세계에서 가장 깊다. \
호수의 길이는 636km이고 너비는 79km다. 바이칼호에는 강 330여 개가 흘러든다.

바이칼호는 1996년 유네스코 세계 자연 유산으로 지정됐다. 해마다 관광객 150만 명이 찾는다.
"""


def environment(folder: Path) -> dict[str, str]:
    return {
        "HOME": str(folder),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "XDG_DATA_HOME": str(folder / "data"),
        "XDG_STATE_HOME": str(folder / "state"),
        "QUIZ_DB": str(folder / "study.db"),
        "PYTHONPATH": str(ROOT / "src"),
    }


def command(*words: str) -> list[str]:
    return [sys.executable, str(ROOT / "quiz.py"), "--lang", "ko", *words]


def imported_anew(folder: Path, path: Path) -> str:
    run = subprocess.run(
        command("import", "--dry-run", str(path)),
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, **environment(folder)},
    )
    return run.stdout + run.stderr


@pytest.mark.parametrize("size", [(80, 24), (40, 15), (120, 40)], ids=["80x24", "40x15", "120x40"])
def test_article_becomes_a_deck_that_is_studied_with_its_source(
    size: tuple[int, int], tmp_path: Path
) -> None:
    article = tmp_path / "호수.txt"
    article.write_text(ARTICLE, "utf-8")
    with Terminal(command(), size, environment(tmp_path)) as terminal:
        terminal.until("Enter 시작")
        terminal.press("g")
        terminal.until("Ctrl+S")
        terminal.type(str(article))
        terminal.until_unbroken(".txt")
        terminal.press("C-s")
        terminal.until("나올 카드 약")
        terminal.press("Enter")
        terminal.until("2/2")
        terminal.until("1/")
        terminal.press("a")
        terminal.until("2/")
        terminal.press("x")
        terminal.until(" 3/")
        terminal.press("e")
        terminal.until("Ctrl+S 저장")
        terminal.type("(고침)")
        terminal.press("C-s")
        terminal.until("고쳤어요.")
        terminal.press("a", "w")
        terminal.until("어느 덱에")
        terminal.press("Enter")
        terminal.until("넣었어요.")
        path = next((tmp_path / "decks").glob("바이칼*.md"))
        assert "새로 0, 바뀜 0, 그대로 2" in imported_anew(tmp_path, path)
        terminal.press("Enter")
        terminal.until("채점")
        terminal.press("M-o")
        assert "[ ··· ]" in terminal.until("원문")
        terminal.press("o")
        terminal.until("채점")
        terminal.type("1234")
        terminal.until("1234")
        terminal.press("Enter")
        terminal.until("정답")
        terminal.press("o")
        assert "문단" in terminal.until("원문")
        terminal.press("Escape")
        terminal.until("정답")
        terminal.press("C-q")
        assert terminal.ended() == 0

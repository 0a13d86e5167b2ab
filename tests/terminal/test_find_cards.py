"""Cards are found in a real terminal, set aside together, and come back by one key."""

import sys
from pathlib import Path

import pytest

from overmorrow.clock import StudyDay
from overmorrow.jobs.browse import Order, find
from overmorrow.store.database import open_database
from tests.terminal.driver import Terminal, needs_tmux
from tests.terminal.learner import FIRST_DAY, ROOT

pytestmark = [pytest.mark.terminal, needs_tmux]

RIVERS = "문제,정답\n" + "".join(f"강 {n}번은 어디로 흐르는가?,바다 {n}번\n" for n in range(1, 31))


def resting(database: Path) -> int:
    opened = open_database(str(database), create=False)
    found = find(opened, "is:suspended", Order(), StudyDay(FIRST_DAY.toordinal()))
    opened.close()
    return len(found.ids)


@pytest.mark.parametrize("size", [(80, 24), (40, 15)], ids=["80x24", "40x15"])
def test_twelve_found_cards_rest_and_come_back(size: tuple[int, int], tmp_path: Path) -> None:
    database = tmp_path / "study.db"
    table = tmp_path / "강.csv"
    table.write_text(RIVERS, "utf-8")
    environment = {
        "HOME": str(tmp_path),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "XDG_DATA_HOME": str(tmp_path / "data"),
        "XDG_STATE_HOME": str(tmp_path / "state"),
        "QUIZ_DB": str(database),
        "QUIZ_NOW": f"{FIRST_DAY}T09:00",
        "PYTHONPATH": str(ROOT / "src"),
    }
    quiz = [sys.executable, str(ROOT / "quiz.py"), "--lang", "ko"]
    with Terminal([*quiz, "import", str(table)], env=environment) as terminal:
        assert terminal.ended() == 0
    with Terminal(quiz, size, environment) as terminal:
        terminal.until("Enter")
        terminal.press("/")
        terminal.until("찾기", "120장")
        terminal.type("흐르는가 -번은")
        terminal.until("찾은 카드가 없어요")
        terminal.press("Escape")
        terminal.until("120장")
        terminal.type("흐르는")
        terminal.until("흐르는", "30장")
        terminal.press("Enter")
        for _ in range(12):
            terminal.press("Space")
        terminal.until("고름 12/30" if size[0] < 60 else "고른 카드 12 / 30장")
        terminal.press(":")
        terminal.until("12장에 할 일")
        terminal.press("s")
        terminal.until("12장: 쉬게 했어요")
        assert resting(database) == 12
        terminal.type("ㅕ")
        terminal.until("되돌렸어요", "카드 12장")
        assert resting(database) == 0
        terminal.press("End")
        terminal.until("30번은")
        terminal.press("C-q")
        assert terminal.ended() == 0

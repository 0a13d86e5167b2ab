"""A file dropped on a real terminal is read, imported, and taken back."""

import sys
from pathlib import Path

import pytest

from tests.terminal.driver import Terminal, needs_tmux
from tests.terminal.learner import ROOT

pytestmark = [pytest.mark.terminal, needs_tmux]

TABLE = "문제,정답\n나일강이 흐르는 대륙은?,아프리카\n홀로\n메콩강이 흐르는 대륙은?,아시아\n"


def start(folder: Path, size: tuple[int, int]) -> Terminal:
    command = [sys.executable, str(ROOT / "quiz.py"), "--lang", "ko"]
    env = {
        "HOME": str(folder),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "XDG_DATA_HOME": str(folder / "data"),
        "XDG_STATE_HOME": str(folder / "state"),
        "PYTHONPATH": str(ROOT / "src"),
    }
    return Terminal(command, size, env)


@pytest.mark.parametrize("size", [(80, 24), (40, 15), (120, 40)], ids=["80x24", "40x15", "120x40"])
def test_dropped_table_in_cp949_is_imported_and_taken_back(
    size: tuple[int, int], tmp_path: Path
) -> None:
    path = tmp_path / "강 이름.csv"
    path.write_bytes(TABLE.encode("cp949"))
    with start(tmp_path, size) as terminal:
        terminal.until("Enter 시작")
        terminal.press("i")
        terminal.until("파일")
        terminal.type(f"'{path}' ")
        terminal.until("csv'")
        terminal.press("Enter")
        assert "CP949" in terminal.until("나일강")
        terminal.press("h")
        assert "카드예요" in terminal.until("1   문제")
        terminal.press("h")
        terminal.until("칸 이름이에요")
        terminal.press("Enter")
        terminal.until("2장 가져오기")
        if size[1] > 15:
            terminal.until("3      ‘,’가 없어서", "홀로")
        terminal.press("Enter")
        terminal.until("2장을 넣었어요.")
        terminal.press("u")
        terminal.until("가져온 것을 되돌렸어요.")
        terminal.press("Escape")
        assert "강 이름" not in terminal.until("Enter 시작")
        terminal.press("q")
        assert terminal.ended() == 0

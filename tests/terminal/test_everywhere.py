"""What works on every screen, in a real terminal: palette, settings, a look at the shell."""

import sys
from pathlib import Path

import pytest

from tests.terminal.driver import Terminal, needs_tmux
from tests.terminal.learner import ROOT

pytestmark = [pytest.mark.terminal, needs_tmux]


def env_of(folder: Path) -> dict[str, str]:
    return {
        "HOME": str(folder),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "XDG_DATA_HOME": str(folder / "data"),
        "XDG_STATE_HOME": str(folder / "state"),
        "PYTHONPATH": str(ROOT / "src"),
        "PS1": "shell> ",
    }


def test_settings_are_found_with_an_input_method_on_and_hold_at_the_next_start(
    tmp_path: Path,
) -> None:
    command = [sys.executable, str(ROOT / "quiz.py"), "--lang", "ko"]
    file = tmp_path / "config" / "overmorrow" / "settings.toml"
    with Terminal(command, (80, 24), env_of(tmp_path)) as terminal:
        terminal.until("알리바바")
        terminal.press("F10")
        terminal.until("무엇을 할까요")
        terminal.type("ㅅㅈ")
        terminal.until("> 설정")
        terminal.press("Enter")
        terminal.until("하루 새 카드")
        assert terminal.takes_mouse()
        terminal.press("/")
        terminal.type("마우스")
        terminal.press("Enter", "Right")
        terminal.until("마우스: 아니요.")
        assert not terminal.takes_mouse()
        assert file.read_text(encoding="utf-8") == "mouse = false\n"
        terminal.press("C-q")
        assert terminal.ended() == 0
    with Terminal(command, (40, 15), env_of(tmp_path)) as terminal:
        terminal.until("알리바바")
        assert not terminal.takes_mouse()
        terminal.press("q")
        assert terminal.ended() == 0


def test_the_shell_is_looked_at_and_the_card_comes_back_whole(tmp_path: Path) -> None:
    shell = ["bash", "--norc", "--noprofile", "-i"]
    with Terminal(shell, (80, 24), env_of(tmp_path)) as terminal:
        terminal.until("shell>")
        program = f"{sys.executable} {ROOT / 'quiz.py'} --lang ko study"
        terminal.type(program)
        terminal.press("Enter")
        terminal.until("내 답")
        terminal.type("바이")
        before = terminal.until("바이", "채점")
        terminal.press("C-z")
        terminal.until("Stopped")
        terminal.type("fg")
        terminal.press("Enter")
        assert terminal.until("바이", "채점") == before
        terminal.type("칼")
        terminal.until("바이칼")
        terminal.press("C-q")
        terminal.until("shell>")

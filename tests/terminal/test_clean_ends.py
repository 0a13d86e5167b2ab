"""However the program ends, the terminal is as it was, and what went wrong is said."""

import os
import signal
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.terminal.raw_terminal import RawTerminal

pytestmark = pytest.mark.terminal

MODES = {
    "another screen": (b"\x1b[?1049h", b"\x1b[?1049l"),
    "no cursor": (b"\x1b[?25l", b"\x1b[?25h"),
    "clicks": (b"\x1b[?1000h", b"\x1b[?1000l"),
    "moves": (b"\x1b[?1003h", b"\x1b[?1003l"),
    "pastes": (b"\x1b[?2004h", b"\x1b[?2004l"),
    "focus": (b"\x1b[?1004h", b"\x1b[?1004l"),
    "all keys": (b"\x1b[>1u", b"\x1b[<u"),
}
"""What a program can turn on in a terminal, and how it turns it off."""


def left_on(sent: bytes) -> list[str]:
    return [name for name, (on, off) in MODES.items() if on in sent and off not in after(sent, on)]


def after(sent: bytes, on: bytes) -> bytes:
    return sent[sent.rindex(on) :]


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    return {
        "QUIZ_DB": str(tmp_path / "study.db"),
        "QUIZ_NOW": "2026-11-23T09:00",
        "HOME": str(tmp_path),
        "XDG_DATA_HOME": "",
        "XDG_STATE_HOME": str(tmp_path / "state"),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
    }


def test_a_fault_of_ours_gives_the_terminal_back_and_one_sentence(
    env: dict[str, str], tmp_path: Path
) -> None:
    with RawTerminal(["--lang", "en", "study"], env) as terminal:
        terminal.until(" check")
        with closing(sqlite3.connect(env["QUIZ_DB"])) as connection:
            connection.execute("DROP TABLE day_tally")
        terminal.settle()
        terminal.press("Paris")
        terminal.until("Paris")
        sent = terminal.press_to_the_end("\r")
        assert terminal.ended() == 1
    assert left_on(b"".join(on for on, _ in MODES.values()) + sent) == []
    told = sent[sent.rindex(b"\x1b[?1049l") :]
    assert b"error: Unexpected error. All answers so far are saved. Log: " in told
    assert b"Traceback" not in sent
    log = (tmp_path / "state" / "overmorrow" / "error.log").read_text("utf-8")
    assert "day_tally" in log
    assert "Paris" not in log


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
@pytest.mark.parametrize("words", [[], ["study"]], ids=["home", "study"])
def test_a_signal_gives_the_terminal_back(env: dict[str, str], words: list[str], name: str) -> None:
    with RawTerminal(["--lang", "en", *words], env) as terminal:
        terminal.until("Alibaba")
        terminal.signal(getattr(signal, name))
        assert left_on(terminal.to_the_end()) == []
        assert terminal.ended() == 0


def test_a_shell_that_wakes_the_program_at_its_end_starts_nothing_anew(env: dict[str, str]) -> None:
    with RawTerminal(["--lang", "en", "study"], env) as terminal:
        terminal.until(" check")
        terminal.settle()
        terminal.signal(signal.SIGCONT)
        terminal.press("hangzhou")
        terminal.until("hangzhou")
        assert [name for name, (on, _) in MODES.items() if on in terminal.sent] == []
        terminal.signal(signal.SIGTERM)
        assert left_on(terminal.to_the_end()) == []
        assert terminal.ended() == 0


@pytest.mark.parametrize(
    "steps",
    [
        [],
        [("", "answer> ")],
        [("", "answer> "), ("1999", "score> ")],
        [(":find", "leaves)> ")],
        [(":find Jack", "? more> "), ("e 1", "leaves)> ")],
        [(":import", "leave)> ")],
        [(":generate", "leave)> "), (".", "\n> ")],
    ],
    ids=["home", "answer", "score", "search", "edit", "import", "paste"],
)
def test_a_dialogue_may_be_broken_off_at_every_question(
    env: dict[str, str], steps: list[tuple[str, str]]
) -> None:
    with RawTerminal(["--lang", "en", "--plain"], env) as terminal:
        terminal.until(":q quit)> ")
        for typed, asks in steps:
            terminal.settle()
            terminal.press(f"{typed}\r")
            terminal.until(asks)
        terminal.press("\x03")
        sent = terminal.to_the_end()
        assert terminal.ended() == 130
    assert sent.endswith(b"\n")
    assert b"Traceback" not in sent
    assert b"rror" not in sent


@pytest.mark.parametrize("words", [[], ["study"], ["--plain"]], ids=["home", "study", "lines"])
def test_a_window_that_is_closed_ends_the_program(env: dict[str, str], words: list[str]) -> None:
    with RawTerminal(["--lang", "en", *words], env) as terminal:
        terminal.until("Alibaba")
        terminal.close()
        terminal.ended()
    with closing(sqlite3.connect(env["QUIZ_DB"])) as connection:
        assert connection.execute("PRAGMA quick_check").fetchone() == ("ok",)
        assert os.path.exists(env["QUIZ_DB"])

"""What stands in a deck is shown, and never obeyed: every byte sent is looked at."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.exchange.anki_making import Contents, card, note, write_package
from tests.terminal.raw_terminal import RawTerminal

pytestmark = pytest.mark.terminal

EVIL = (
    "\x1b]0;PWN\x07",
    "\x1b[31mPWN",
    "\x1b[2JPWN",
    "\x1bPPWN\x1b\\",
    "\x9b31mPWN",
    "\x9d0;PWN\x9c",
    "\x07\x08\x7fPWN",
    "\u202ePWN\u202c",
    "\ufeffPWN",
    "[@click=app.quit]PWN[/]",
    "[red]PWN[/red]",
    "[/]PWN",
)
STEERING = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\xc2[\x80-\x9f]|\xe2\x80[\xaa-\xae]")
BY_TEXT = re.compile(rb"(\x1b[\]P][^\x07\x1b]{0,8}|\x1b\[(31|2J)[mJ]?|\x9b|\x9d|\x07|\x08)PWN")


def hostile(number: int) -> str:
    return f"{EVIL[number % len(EVIL)]} {number}"


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    name = "evil\x1b]0;PWN\x07[red]PWN"
    rows = [f"{hostile(n)}\t{hostile(n + 1)}\t{hostile(n + 2)}" for n in range(len(EVIL))]
    table = tmp_path / f"{name}.tsv"
    table.write_text("\n".join(["front\tback\ttags", *rows]), encoding="utf-8")
    made = Contents(
        notes=[
            note(n, hostile(n), hostile(n + 1), tags=[hostile(n).replace(" ", "")])
            for n in range(1, len(EVIL) + 1)
        ],
        cards=[card(n * 10, n, did=7) for n in range(1, len(EVIL) + 1)],
        decks={1: "Default", 7: f"{name}::\x1b[31mPWN"},
    )
    return [str(table), str(write_package(tmp_path / f"{name}.apkg", made))]


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    return {"QUIZ_DB": str(tmp_path / "study.db"), "HOME": str(tmp_path), "XDG_DATA_HOME": ""}


def said(words: list[str], env: Mapping[str, str], keys: str = "") -> bytes:
    with RawTerminal(["--no-color", *words], env) as terminal:
        terminal.press(keys)
        return terminal.to_the_end()


def test_commands_send_nothing_but_text(files: list[str], env: dict[str, str]) -> None:
    sent = said(["import", *files], env)
    assert b"PWN" in sent
    for words in (
        ["import", *files],
        ["decks"],
        ["decks", "--json"],
        ["due"],
        ["due", "--json"],
        ["stats"],
        ["undo", "--list"],
        ["import", files[0], "--dry-run", "--json"],
        ["import", files[1], "--dry-run"],
        ["export", "--format", "csv", "--out", "-"],
        ["export", "--format", "json", "--out", "-"],
        ["import", files[0] + "\x1b[31mPWN"],
        ["grade", "--answer", "\x1b[31mPWN", "\x1b]0;PWN\x07"],
    ):
        sent = said(words, env)
        assert STEERING.findall(sent.replace(b"\r\x1b[K", b"")) == [], words


def test_the_plain_dialogue_sends_nothing_but_text(files: list[str], env: dict[str, str]) -> None:
    said(["import", *files], env)
    sent = said(["--plain", "study", "--limit", "8"], env, "PWN\r\r" * 30 + ":q\r")
    assert b"PWN" in sent
    assert STEERING.findall(sent) == []


@pytest.mark.parametrize("words", [[], ["study"]], ids=["decks", "study"])
def test_a_terminal_that_cannot_draw_is_talked_to_in_lines(
    env: dict[str, str], words: list[str]
) -> None:
    with RawTerminal(["--lang", "en", *words], {**env, "TERM": "dumb"}) as terminal:
        terminal.until("answer> " if words else ":q quit)> ")
        terminal.press(":q\r")
        sent = terminal.to_the_end()
        assert terminal.ended() == 0
    assert b"Commands begin with a colon." in sent
    assert STEERING.findall(sent) == []


@pytest.mark.parametrize("size", [(80, 24), (40, 15)])
def test_the_screens_send_no_text_that_steers(
    files: list[str], env: dict[str, str], size: tuple[int, int]
) -> None:
    said(["import", *files, "--deck", "evil\x1b]0;PWN\x07[@click=app.quit]PWN"], env)
    with RawTerminal(["study", "evil]0;PWN[@click=app.quit]PWN"], env, size) as terminal:
        terminal.until("PWN")
        for _ in range(6):
            terminal.press("PWN\r")
            terminal.until("PWN")
            terminal.press("\r")
        terminal.press("\x11")
        sent = terminal.to_the_end()
    assert BY_TEXT.findall(sent) == []
    assert b"Traceback" not in sent

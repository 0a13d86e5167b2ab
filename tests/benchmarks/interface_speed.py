"""How long a learner waits at the screens; run by hand.

    python -m tests.benchmarks.interface_speed COLLECTION [ROUNDS]

Works on a copy of a collection made by `big_collection`, in terminals of its own.
Prints the median and the 95th percentile of each wait beside its budget; starts also
as a multiple of a Textual program that only says hello (screens) or of a bare Python
(commands) in the same run, for a busy or slow machine changes a ratio little.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from statistics import median, quantiles

from overmorrow.store.database import open_database
from overmorrow.store.search_index import index_some
from overmorrow.tui.screens.browse_search import PAUSE_SECONDS
from tests.benchmarks.first_question import HELLO, until
from tests.terminal.raw_terminal import ROOT, RawTerminal

NOW = "2026-11-30T10:00"
ROUNDS = 10
PAUSE_S = 0.35
"""Between keys, as a person would; quicker ones count as a held key."""
SIGN = "뷁"
"""Stands in no collection and no sentence of the program."""
A_CARD = "왕이"
"""Stands in each of the first cards' prompts, so it is sent when other cards are shown."""
ALL_FOUND = "ms "
"""Stands beside the count once a search is over."""
F9 = "\x1b[20~"
ESCAPE = "\x1b"
MANY = 500_000
"""Cards from which on the wider budgets hold."""


def main() -> None:
    """Measure and print."""
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else ROUNDS
    with tempfile.TemporaryDirectory(dir=Path(sys.argv[1]).parent) as folder:
        path = Path(folder) / "study.db"
        shutil.copyfile(sys.argv[1], path)
        env = environment(folder, path)
        command_s(("quiz.py", "due"), env)  # an older file is brought up to date
        is_big = path.stat().st_size > MANY * 1_000
        starts(env, rounds, is_big=is_big)
        studying(env, rounds)
        at_home(env, rounds, is_big=is_big)
        with closing(open_database(str(path))) as database:
            while index_some(database, 5_000):
                pass
        browsing(env, rounds, is_big=is_big)


def environment(folder: str, path: Path) -> dict[str, str]:
    """Return what the program is started with."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in ("PYTHONDONTWRITEBYTECODE", "NO_COLOR")
    }
    return {
        **kept,
        "HOME": folder,
        "XDG_CONFIG_HOME": folder,
        "XDG_STATE_HOME": folder,
        "QUIZ_DB": str(path),
        "QUIZ_NOW": NOW,
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LC_ALL": "C.UTF-8",
        "PYTHONPYCACHEPREFIX": str(Path(folder) / "cache"),
    }


def starts(env: Mapping[str, str], rounds: int, *, is_big: bool) -> None:
    """Start each several times in turn, and print how the starts compare."""
    screens = {
        "hello": ((sys.executable, "-c", HELLO), "Hello, learner"),
        "first screen": ((sys.executable, "quiz.py", "--lang", "ko"), "Enter"),
        "first question": ((sys.executable, "quiz.py", "--lang", "ko", "study"), "채점"),
    }
    times: dict[str, list[float]] = {name: [] for name in screens}
    for turn in range(rounds + 1):
        for name, (command, text) in screens.items():
            taken_s = until(command, text.encode(), env)
            if turn:
                times[name].append(taken_s)
    hello_s = median(times["hello"])
    budgets = {"hello": None, "first screen": 0.9 if is_big else 0.6, "first question": None}
    for name, taken in times.items():
        show(name, taken, budgets[name], f"{median(taken) / hello_s:5.2f} x hello")
    commands = {"bare Python": ("-c", "pass"), "due": ("quiz.py", "due")}
    taken_by = {
        name: [command_s(words, env) for _ in range(rounds)] for name, words in commands.items()
    }
    bare_s = median(taken_by["bare Python"])
    for name, taken in taken_by.items():
        show(name, taken, None, f"{median(taken) / bare_s:5.2f} x bare Python")


def command_s(words: tuple[str, ...], env: Mapping[str, str]) -> float:
    """Return how long a command takes."""
    began = time.perf_counter()
    subprocess.run(
        [sys.executable, *words], cwd=ROOT, env=dict(env), check=True, capture_output=True
    )
    return time.perf_counter() - began


class Waits:
    """The waits at one program, by what was waited for."""

    def __init__(self, terminal: RawTerminal) -> None:
        self._terminal = terminal
        self.taken: dict[str, list[float]] = {}

    def press(self, keys: str, text: str, name: str = "") -> None:
        """Press keys and wait for a text to be drawn anew; keep the time under a name."""
        time.sleep(PAUSE_S)
        self._terminal.settle()
        began = time.perf_counter()
        self._terminal.press(keys)
        self._terminal.until(text)
        if name:
            self.taken.setdefault(name, []).append(time.perf_counter() - began)

    def until(self, text: str) -> None:
        """Wait until a text too has been drawn since the last keys."""
        self._terminal.until(text)

    def show(self, budgets: Mapping[str, float]) -> None:
        """Print them."""
        for name, taken in self.taken.items():
            show(name, taken, budgets.get(name))


@contextmanager
def opened(words: list[str], env: Mapping[str, str], text: str) -> Iterator[Waits]:
    """Yield the program at the moment a text stands on its screen, and leave it afterwards."""
    with RawTerminal(["--lang", "ko", *words], env) as terminal:
        terminal.until(text)
        time.sleep(1.0)
        yield Waits(terminal)
        terminal.press("\x11")
        terminal.to_the_end()


def studying(env: Mapping[str, str], rounds: int) -> None:
    """Answer cards, and take some answers back."""
    with opened(["study"], env, "채점") as waits:
        for _ in range(rounds):
            waits.press(SIGN, SIGN, "key echo in the box")
            waits.press("\r", "틀렸어요", "Enter to verdict")
            waits.press("\r", "채점", "rating to next card (saved)")
        for _ in range(rounds // 2):
            waits.press(F9, "되돌렸어요", "undo")
        waits.show(
            {
                "key echo in the box": 0.05,
                "Enter to verdict": 0.06,
                "rating to next card (saved)": 0.06,
                "undo": 0.08,
            }
        )


def at_home(env: Mapping[str, str], rounds: int, *, is_big: bool) -> None:
    """Open and leave what can be opened from the first screen."""
    with opened([], env, "Enter") as waits:
        waits.press(ESCAPE, "한국사")
        for _ in range(rounds):
            waits.press("t", "통계", "statistics page")
            waits.press(ESCAPE, "한국사", "back to the decks")
            waits.press("?", "도움말", "help")
            waits.press(ESCAPE, "한국사")
            waits.press("\x10", "엇을 할까요", "palette")
            waits.press(ESCAPE, "한국사")
        statistics_s = 1.0 if is_big else 0.3
        waits.show({"statistics page": statistics_s, "help": 0.1, "palette": 0.1})


def browsing(env: Mapping[str, str], rounds: int, *, is_big: bool) -> None:
    """Look for cards; what is waited for is the first screenful, not the count of all."""
    with opened([], env, "Enter") as waits:
        waits.press(ESCAPE, "한국사")
        for _ in range(rounds):
            for keys, name in (
                ("/", "browse, first rows"),
                ("is:due", "search of what is due"),
                (ESCAPE, ""),
                ("나라", "search of a Korean word"),
                (ESCAPE, ""),
            ):
                waits.press(keys, A_CARD, name)
                waits.until(ALL_FOUND)
            waits.press(ESCAPE, "한국사")
        after_pause_s = PAUSE_SECONDS + (0.4 if is_big else 0.1)
        waits.show(
            {
                "browse, first rows": 1.0,
                "search of what is due": after_pause_s,
                "search of a Korean word": after_pause_s,
            }
        )


def show(name: str, taken: list[float], budget_s: float | None, ratio: str = "") -> None:
    """Print one line of the table."""
    middle = median(taken)
    p95 = quantiles(taken, n=20)[-1] if len(taken) > 1 else middle
    line = f"{name:30} {middle * 1000:8.0f} ms   p95 {p95 * 1000:6.0f}   {ratio}"
    if budget_s is not None:
        verdict = "yes" if middle <= budget_s else "NO"
        line += f"  at most {budget_s * 1000:.0f}: {verdict}"
    print(line)


if __name__ == "__main__":
    main()

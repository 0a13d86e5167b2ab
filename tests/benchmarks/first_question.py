"""How soon the first question stands on the screen; run by hand.

    python -m tests.benchmarks.first_question [ROUNDS]

Starts `quiz.py study` and a Textual program that only says hello in turn, each
in a terminal of its own, and compares the time until their text is sent to it.
"""

import json
import os
import pty
import signal
import struct
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from fcntl import ioctl
from pathlib import Path
from statistics import median
from termios import TIOCSWINSZ

ROOT = Path(__file__).parents[2]
MOST = 1.35
HELLO = """
from textual.app import App, ComposeResult
from textual.widgets import Static

class Hello(App):
    def compose(self) -> ComposeResult:
        yield Static("Hello, learner")

Hello().run()
"""


def main() -> None:
    """Measure and print medians and their ratio."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    with tempfile.TemporaryDirectory() as folder:
        environment = {
            **{
                name: value
                for name, value in os.environ.items()
                if name not in ("PYTHONDONTWRITEBYTECODE", "NO_COLOR")
            },
            "HOME": folder,
            "QUIZ_DB": str(Path(folder) / "study.db"),
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "LANG": "en_US.UTF-8",
            "LC_ALL": "en_US.UTF-8",
            "PYTHONPYCACHEPREFIX": str(Path(folder) / "cache"),
        }
        prompt = first_prompt(environment)
        starts = {
            "hello": ((sys.executable, "-c", HELLO), "Hello, learner"),
            "question": ((sys.executable, "quiz.py", "study"), prompt[:20]),
        }
        times: dict[str, list[float]] = {name: [] for name in starts}
        for turn in range(rounds + 2):
            for name, (command, text) in starts.items():
                seconds = until(command, text.encode(), environment)
                if turn > 1:
                    times[name].append(seconds)
    hello, question = median(times["hello"]), median(times["question"])
    ratio = question / hello
    print(f"hello {hello * 1000:.0f} ms, first question {question * 1000:.0f} ms")
    print(f"{ratio:.2f} x  at most {MOST}: {'yes' if ratio <= MOST else 'NO'}")


def first_prompt(environment: Mapping[str, str]) -> str:
    """Return the prompt that is asked first, in a collection made for it."""
    due = subprocess.run(
        [sys.executable, "quiz.py", "due", "--json"],
        cwd=ROOT,
        env=dict(environment),
        capture_output=True,
        check=True,
    )
    prompt: str = json.loads(due.stdout)["next"]["prompt"]
    return prompt


def until(command: Sequence[str], text: bytes, environment: Mapping[str, str]) -> float:
    """Return the seconds from starting a command until it sends a text to its terminal."""
    began = time.perf_counter()
    process, terminal = pty.fork()
    if process == 0:
        os.chdir(ROOT)
        os.execve(command[0], list(command), dict(environment))
    ioctl(terminal, TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    sent = b""
    try:
        while text not in sent:
            sent += os.read(terminal, 65_536)
        return time.perf_counter() - began
    finally:
        os.kill(process, signal.SIGTERM)
        os.waitpid(process, 0)
        os.close(terminal)


if __name__ == "__main__":
    main()

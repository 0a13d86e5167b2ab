"""How soon the program answers; run by hand: python -m tests.benchmarks.start_up [CARDS].

Starts each command many times, in turn with a bare Python, and prints medians
and their ratio to it: the machine's own speed and noise fall out of the ratio.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from statistics import median

from tests.benchmarks.store_speed import built

ROOT = Path(__file__).parents[2]
ROUNDS = 40
BARE = "bare Python"
COMMANDS: Mapping[str, tuple[float | None, tuple[str, ...]]] = {
    BARE: (None, ("-c", "pass")),
    "--version": (3.0, ("quiz.py", "--version")),
    "--help": (3.0, ("quiz.py", "--help")),
    "re, typing and sqlite3 alone": (None, ("-c", "import re, typing, sqlite3")),
    "argparse, sqlite3 and json alone": (None, ("-c", "import argparse, sqlite3, json")),
    "due": (3.4, ("quiz.py", "due")),
    "due --json": (None, ("quiz.py", "due", "--json")),
    "decks": (None, ("quiz.py", "decks")),
}


def main() -> None:
    """Build a collection, measure, print."""
    card_count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "study.db")
        built(path, card_count)[0].close()
        measure(folder, path)


def ratio_words(ratio: float, most: float | None) -> str:
    """Return a ratio and whether it is within its budget."""
    if most is None:
        return f"{ratio:5.2f} x"
    return f"{ratio:5.2f} x  at most {most}: {'yes' if ratio <= most else 'NO'}"


def measure(folder: str, path: str) -> None:
    """Start bare Python and each command in turn, and print how they compare."""
    environment = {
        **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
        "QUIZ_DB": path,
        "PYTHONPYCACHEPREFIX": folder,
        "XDG_CONFIG_HOME": folder,
        "XDG_STATE_HOME": folder,
    }
    times: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for turn in range(ROUNDS + 1):
        for name, (_, words) in COMMANDS.items():
            taken_ms = start(words, environment)
            if turn:
                times[name].append(taken_ms)
    bare_ms = median(times[BARE])
    for name, (most, _) in COMMANDS.items():
        taken_ms = median(times[name])
        ratio = ratio_words(taken_ms / bare_ms, most)
        sys.stdout.write(f"{name:34} {taken_ms:7.1f} ms  {ratio}\n")


def start(words: tuple[str, ...], environment: dict[str, str]) -> float:
    """Return the milliseconds that one start takes."""
    began = time.perf_counter()
    subprocess.run(
        [sys.executable, *words], check=True, capture_output=True, cwd=ROOT, env=environment
    )
    return (time.perf_counter() - began) * 1000


if __name__ == "__main__":
    main()

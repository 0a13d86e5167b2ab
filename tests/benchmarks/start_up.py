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
BARE = ("-c", "pass")
COMMANDS: Mapping[str, tuple[float | None, tuple[str, ...]]] = {
    "--version": (3.0, ("quiz.py", "--version")),
    "--help": (3.0, ("quiz.py", "--help")),
    "argparse, sqlite3 and json alone": (None, ("-c", "import argparse, sqlite3, json")),
    "due": (3.4, ("quiz.py", "due")),
    "due --json": (3.4, ("quiz.py", "due", "--json")),
    "decks": (3.4, ("quiz.py", "decks")),
}


def main() -> None:
    """Build a collection, measure, print."""
    card_count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "study.db")
        built(path, card_count)[0].close()
        measure(folder, path)


def measure(folder: str, path: str) -> None:
    """Start bare Python and each command in turn, and print how they compare."""
    environment = {
        **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
        "QUIZ_DB": path,
        "QUIZ_NOW": "2026-11-19T09:00",
        "PYTHONPYCACHEPREFIX": folder,
        "XDG_CONFIG_HOME": folder,
        "XDG_STATE_HOME": folder,
    }
    times: dict[str, list[float]] = {name: [] for name in ("bare Python", *COMMANDS)}
    for turn in range(ROUNDS + 1):
        for name in times:
            words = BARE if name == "bare Python" else COMMANDS[name][1]
            taken_ms = start(words, environment)
            if turn:
                times[name].append(taken_ms)
    bare_ms = median(times["bare Python"])
    for name, taken in times.items():
        most = COMMANDS[name][0] if name in COMMANDS else None
        ratio = median(taken) / bare_ms
        verdict = "" if most is None else f"  at most {most}: {'yes' if ratio <= most else 'NO'}"
        sys.stdout.write(f"{name:34} {median(taken):7.1f} ms  {ratio:5.2f} x{verdict}\n")


def start(words: tuple[str, ...], environment: dict[str, str]) -> float:
    """Return the milliseconds that one start takes."""
    began = time.perf_counter()
    subprocess.run(
        [sys.executable, *words], check=True, capture_output=True, cwd=ROOT, env=environment
    )
    return (time.perf_counter() - began) * 1000


if __name__ == "__main__":
    main()

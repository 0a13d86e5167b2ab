"""How long grading takes; run by hand.

    python -m tests.benchmarks.grading_speed [ROUNDS]

Grades the answers of tests/grading/graded_answers.jsonl, each round with empty
caches, and keeps each answer's best time. Beside the times stands their ratio
to filling a dictionary of 200 entries, which a slower machine changes little.
"""

import json
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable, Iterator
from functools import _lru_cache_wrapper, partial
from gc import get_objects
from pathlib import Path

from overmorrow.grading.grade import grade_row

ROOT = Path(__file__).parents[2]
GRADED = ROOT / "tests" / "grading" / "graded_answers.jsonl"
OPENED_ONCE = frozenset(("_alone", "_bases", "_list_of"))
"""Caches that hold what is opened once: the unit tables and the word lists."""
FIRST = """
import time
start = time.perf_counter()
import overmorrow.grading.grade as grading
ready = time.perf_counter()
grading.grade_row(ROW)
print(ready - start, time.perf_counter() - ready)
"""


def main() -> None:
    """Measure and print."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    rows = [json.loads(line) for line in GRADED.read_text(encoding="utf-8").splitlines()]
    unit = min(_seconds(_fill_a_dictionary) for _ in range(200))
    times = sorted(_best_times(rows, rounds))
    for name, at in (("median", 0.5), ("p99", 0.99), ("slowest", 1)):
        seconds = times[min(int(len(times) * at), len(times) - 1)]
        print(f"{name:<22}{seconds * 1e6:9.0f} us {seconds / unit:8.2f} x")
    for name, typed in _long_answers():
        row = rows[20] | {"typed": typed}
        quickest = min(_seconds(partial(grade_row, row)) for _ in range(3))
        print(f"{name:<22}{quickest * 1e3:9.2f} ms")
    started, first = min(_start_up(row) for row in (rows[8], rows[95], rows[400]) for _ in range(3))
    print(f"{'import':<22}{started * 1e3:9.1f} ms")
    print(f"{'first grade':<22}{first * 1e3:9.2f} ms")
    print(f"{'memory':<22}{_megabytes(rows):9.1f} MB")


def _fill_a_dictionary() -> None:
    dict(zip(map(str, range(200)), range(200), strict=True))


def _seconds(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def _best_times(rows: list[dict[str, str]], rounds: int) -> list[float]:
    """Return each answer's best time over rounds that start with empty caches."""
    best = [1.0] * len(rows)
    for _ in range(rounds):
        _empty_caches()
        for index, row in enumerate(rows):
            best[index] = min(best[index], _seconds(partial(grade_row, row)))
    return best


def _empty_caches() -> None:
    for thing in get_objects():
        if not isinstance(thing, _lru_cache_wrapper) or thing.__name__ in OPENED_ONCE:
            continue
        if thing.__module__.startswith("overmorrow"):
            thing.cache_clear()


def _long_answers() -> Iterator[tuple[str, str]]:
    yield "10,000 characters", "항저우 xyz " * 1250
    yield "100 kB of one word", "가" * 100_000
    yield "100 kB of numbers", "9," * 50_000


def _start_up(row: dict[str, str]) -> tuple[float, float]:
    """Return seconds to import grading and to grade once, in a new process."""
    code = FIRST.replace("ROW", repr(row))
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        check=True,
        text=True,
        env={"PYTHONPATH": str(ROOT / "src")},
    )
    started, first = map(float, done.stdout.split())
    return started, first


def _megabytes(rows: list[dict[str, str]]) -> float:
    """Return the most memory that grading all answers holds."""
    _empty_caches()
    tracemalloc.start()
    for row in rows:
        grade_row(row)
    return tracemalloc.get_traced_memory()[1] / 1e6


if __name__ == "__main__":
    main()

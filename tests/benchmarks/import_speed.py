"""How fast decks come in; run by hand: python -m tests.benchmarks.import_speed [THOUSANDS].

Makes a package of so many thousand notes (100) with two plain fields and a table of
ten times as many rows, imports each with a new process and prints its time, its peak
memory and how many notes came in a second, as a multiple of this run's floor: the
same rows put into two tables of SQLite by one statement each. Where the environment
names a Python with the `anki` package (OVERMORROW_ANKI_PYTHON), that imports the same
package too.
"""

import csv
import os
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from hashlib import sha1
from pathlib import Path

from tests.exchange.anki_making import Contents, card, note, write_package

ROOT = Path(__file__).resolve().parents[2]
MIB = 1024
ANKI = """
import sys, time
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
began = time.perf_counter()
collection = Collection(sys.argv[1])
options = ImportAnkiPackageOptions()
collection.import_anki_package(ImportAnkiPackageRequest(package_path=sys.argv[2], options=options))
print(time.perf_counter() - began)
"""


def main() -> None:
    """Make the files, import them, print."""
    count = int(sys.argv[1]) * 1000 if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        package, table = make_package(folder, count), make_table(folder, count * 10)
        floor = floor_s(folder / "floor.db", count)
        print(f"{'floor':<22}{floor:8.2f} s  {count / floor:10,.0f} notes/s")
        show("package", *import_s(folder / "package.db", package), count, floor / count)
        show("table", *import_s(folder / "table.db", table), count * 10, floor / count)
        anki = os.environ.get("OVERMORROW_ANKI_PYTHON")
        if anki:
            words = [anki, "-c", ANKI, str(folder / "collection.anki2"), str(package)]
            told = subprocess.run(words, check=True, capture_output=True, text=True)
            show("package, Anki itself", float(told.stdout.split()[-1]), 0, count, floor / count)


def show(what: str, took_s: float, memory: int, count: int, floor_a_note: float) -> None:
    """Print one line."""
    memory_words = f"{memory / MIB:8.0f} MiB" if memory else ""
    times = took_s / count / floor_a_note
    print(
        f"{what:<22}{took_s:8.2f} s  {count / took_s:10,.0f} notes/s {times:6.2f} x{memory_words}"
    )


def make_package(folder: Path, count: int) -> Path:
    """Make a package of notes with two plain fields."""
    numbers = range(1, count + 1)
    made = Contents(
        notes=[note(n, f"질문 {n}번은 무엇인가?", f"답 {n}") for n in numbers],
        cards=[card(n, n, due=n) for n in numbers],
    )
    return write_package(folder / "big.apkg", made, version=2)


def make_table(folder: Path, count: int) -> Path:
    """Make a table of two columns."""
    path = folder / "big.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([f"질문 {n}번은 무엇인가?", f"답 {n}"] for n in range(count))
    return path


def floor_s(path: Path, count: int) -> float:
    """Return how long SQLite itself takes for notes and cards with the indexes they need."""
    rows = [(n, f"guid{n}", f"질문 {n}번은 무엇인가?", f"답 {n}") for n in range(count)]
    cards = [
        (n, sha1(str(n).encode(), usedforsecurity=False).digest()[:16], n) for n in range(count)
    ]
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute(
            "CREATE TABLE note (id INTEGER PRIMARY KEY, uid TEXT UNIQUE, a TEXT, b TEXT)"
        )
        connection.execute(
            "CREATE TABLE card (id INTEGER PRIMARY KEY, uid BLOB UNIQUE, note INTEGER)"
        )
        began = time.perf_counter()
        connection.execute("BEGIN")
        connection.executemany("INSERT INTO note VALUES (?, ?, ?, ?)", rows)
        connection.executemany("INSERT INTO card VALUES (?, ?, ?)", cards)
        connection.execute("COMMIT")
        return time.perf_counter() - began


def import_s(database: Path, file: Path) -> tuple[float, int]:
    """Import a file by a process of its own; return its seconds and its peak memory in KiB."""
    words = [sys.executable, str(ROOT / "quiz.py"), "--db", str(database), "import", str(file)]
    began = time.perf_counter()
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"the import of {file.name} failed")
    return time.perf_counter() - began, _peak(used)


def _peak(used: resource.struct_rusage) -> int:
    return used.ru_maxrss


if __name__ == "__main__":
    main()

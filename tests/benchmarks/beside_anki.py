"""How long a learner waits here and with Anki's own package, over one collection; run by hand.

    python -m tests.benchmarks.beside_anki COLLECTION [ROUNDS]

COLLECTION is made by `big_collection`. It is exported with its schedule as a package
that Anki imports, so both have the same cards and reviews. Prints the median of each
wait with both, and ours as a share of Anki's in the same run; answers are rated by the
learner in both, for Anki grades none. Anki's package is taken from the Python that
OVERMORROW_ANKI_PYTHON names (`pip install anki` in an environment of its own), else from
this one; where neither has it, nothing is compared, and that is said.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from statistics import median

from overmorrow.clock import StudyDay
from overmorrow.jobs.browse import Order, find
from overmorrow.jobs.export_deck import Export, export_deck
from overmorrow.jobs.statistics import statistics_page
from overmorrow.jobs.study import StudySession
from overmorrow.messages import Messages
from overmorrow.settings import Settings
from overmorrow.stats.pages.drawing import Room
from overmorrow.stats.pages.page import PageName, Wish
from overmorrow.store.database import Database, open_database
from overmorrow.store.day_tree import deck_tree
from overmorrow.store.search_index import index_some
from tests.benchmarks.big_collection import TODAY
from tests.benchmarks.statistics_speed import NOW

ROOT = Path(__file__).resolve().parents[2]
DECK, WORD = "한국사", "나라"
OPENED = "opened, first due card"
FIRST = """
import sys
from anki.collection import Collection
collection = Collection(sys.argv[1])
collection.decks.select(collection.decks.id_for_name(sys.argv[2]))
collection.sched.get_queued_cards(fetch_limit=1)
"""
"""Opens the collection and finds the first due card, in a process of its own."""
IMPORT = """
import sys
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
options = ImportAnkiPackageOptions(with_scheduling=True)
request = ImportAnkiPackageRequest(package_path=sys.argv[2], options=options)
collection = Collection(sys.argv[1])
collection.import_anki_package(request)
collection.close()
"""
WAITS = """
import json, sys, time
from anki.collection import Collection  # first, for Anki's modules import each other
from anki.cards import Card
from anki.scheduler.v3 import CardAnswer
path, deck, word, rounds = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])
collection = Collection(path)
collection.decks.select(collection.decks.id_for_name(deck))
def answer():
    queued = collection.sched.get_queued_cards(fetch_limit=1).cards[0]
    card = Card(collection, backend_card=queued.card)
    card.start_timer()
    good = CardAnswer.GOOD
    chosen = collection.sched.build_answer(card=card, states=queued.states, rating=good)
    collection.sched.answer_card(chosen)
jobs = {
    "next card and its answer": answer,
    "decks with their counts": collection.sched.deck_due_tree,
    "search of a Korean word": lambda: collection.find_cards(word, order=True),
    "statistics of a year": lambda: collection._backend.graphs(search="", days=365),
}
taken = {}
for name, job in jobs.items():
    job()
    for _ in range(rounds):
        began = time.perf_counter()
        job()
        taken.setdefault(name, []).append(time.perf_counter() - began)
print(json.dumps(taken))
"""


def main() -> None:
    """Hand the collection over, measure both, print."""
    if len(sys.argv) < 2:
        raise SystemExit(__doc__)
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 10
    anki = os.environ.get("OVERMORROW_ANKI_PYTHON", sys.executable)
    if subprocess.run([anki, "-c", "import anki"], capture_output=True, check=False).returncode:
        print("Anki's package is not installed, so there is nothing to compare with.")
        return
    with tempfile.TemporaryDirectory(dir=Path(sys.argv[1]).parent) as folder:
        path = Path(folder) / "study.db"
        shutil.copyfile(sys.argv[1], path)
        theirs = str(Path(folder) / "collection.anki2")
        with closing(open_database(str(path))) as database:
            while index_some(database, 5_000):
                pass
            package = Path(folder) / "all.apkg"
            whole = Export(deck=None, format="apkg", out=str(package), with_schedule=True)
            export_deck(database, whole, NOW)
            subprocess.run([anki, "-c", IMPORT, theirs, str(package)], check=True)
            ours = {name: timed(job, rounds) for name, job in jobs(database).items()}
        told = subprocess.run(
            [anki, "-c", WAITS, theirs, DECK, WORD, str(rounds)],
            check=True,
            capture_output=True,
            text=True,
        )
        others: dict[str, list[float]] = json.loads(told.stdout.splitlines()[-1])
        ours[OPENED] = timed(lambda: run([sys.executable, "quiz.py", "due", DECK], path), rounds)
        others[OPENED] = timed(lambda: run([anki, "-c", FIRST, theirs, DECK], path), rounds)
        show(ours, others)


def jobs(database: Database) -> Mapping[str, Callable[[], object]]:
    """Return what is waited for, by name."""
    settings, say, day = Settings(), Messages("ko"), StudyDay(TODAY)
    session = StudySession(database, lambda: NOW, settings, DECK)
    year = Wish(PageName.REVIEWS, days=365)

    def statistics() -> object:
        return statistics_page(database, lambda: NOW, settings, year).drawing(Room(), say)

    return {
        "next card and its answer": lambda: session.rate(session.reveal(), 4),
        "decks with their counts": lambda: deck_tree(database, day, settings),
        "search of a Korean word": lambda: find(database, WORD, Order(), day),
        "statistics of a year": statistics,
    }


def run(words: list[str], path: Path) -> None:
    """Run a command over our collection, as if on the day it was made for."""
    env = {**os.environ, "QUIZ_DB": str(path), "QUIZ_NOW": "2026-11-30T10:00"}
    subprocess.run(words, cwd=ROOT, env=env, check=True, capture_output=True)


def timed(job: Callable[[], object], rounds: int) -> list[float]:
    """Return how many seconds each run took, after one that is not counted."""
    job()
    taken = []
    for _ in range(rounds):
        began = time.perf_counter()
        job()
        taken.append(time.perf_counter() - began)
    return taken


def show(ours: Mapping[str, list[float]], others: Mapping[str, list[float]]) -> None:
    """Print one line for each wait."""
    for name, taken in ours.items():
        here, there = median(taken) * 1000, median(others[name]) * 1000
        print(f"{name:28} {here:9.2f} ms   Anki {there:9.2f} ms   {here / there:6.2f} x")


if __name__ == "__main__":
    main()

"""How fast the pages of statistics are; run by hand.

    python -m tests.benchmarks.statistics_speed FILE [CARDS [REVIEWS]]

Makes the collection if the file does not hold it (100,000 cards and ten times as
many reviews unless said otherwise), then prints the median of three readings of each
page in milliseconds, and as a share of what a learner is ready to wait: 300 ms at
100,000 cards, 1,000 ms at a million. Where Anki's own package is installed (`pip
install anki`), its graphs of a year and of all time stand beside them, over as many
reviews, at most a million.
"""

import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from statistics import median

from overmorrow.clock import DAY_MS, ORDINAL_OF_1970, Moment
from overmorrow.jobs.statistics import statistics_page
from overmorrow.messages import Messages
from overmorrow.settings import Settings
from overmorrow.stats.pages.drawing import Room
from overmorrow.stats.pages.page import WITH_PERIOD, PageName, Wish
from overmorrow.store.database import Database, open_database
from tests.benchmarks.big_collection import TODAY, UTC_OFFSET_MIN, ensure
from tests.benchmarks.big_texts import DECKS

TIMES = 3
NOW = Moment((TODAY - ORDINAL_OF_1970) * DAY_MS + 36_000_000 - UTC_OFFSET_MIN * 60_000, 540)
MOST_ANKI_REVIEWS = 1_000_000


def main() -> None:
    """Make, measure, print."""
    if len(sys.argv) < 2:
        raise SystemExit(__doc__)
    path = Path(sys.argv[1])
    cards = int(sys.argv[2]) if len(sys.argv) > 2 else 100_000
    reviews = int(sys.argv[3]) if len(sys.argv) > 3 else cards * 10
    ensure(path, cards, reviews)
    wanted_ms = 300 if cards <= 100_000 else 1000
    print(f"{cards:,} cards, {reviews:,} reviews; {wanted_ms} ms are what one waits")
    with closing(open_database(str(path))) as database:
        for page in PageName:
            for name, wish in _wishes(page):
                _show(f"{page} {name}", _reading(database, wish), wanted_ms)
    if find_spec("anki") is None:
        print("Anki's package is not installed, so there is nothing to compare with.")
        return
    _measure_anki(cards, min(reviews, MOST_ANKI_REVIEWS), wanted_ms)


def _wishes(page: PageName) -> list[tuple[str, Wish]]:
    deck = DECKS[0][0]
    if page is PageName.FORECAST:
        return [("30 days", Wish(page)), ("a year", Wish(page, days_ahead=365))]
    if page not in WITH_PERIOD:
        return [("", Wish(page)), ("one deck", Wish(page, deck))]
    return [
        ("30 days", Wish(page)),
        ("a year", Wish(page, days=365)),
        ("all time", Wish(page, days=None)),
        ("one deck, all time", Wish(page, deck, days=None)),
    ]


def _reading(database: Database, wish: Wish) -> Callable[[], object]:
    """Return a job that reads and draws a page."""
    say = Messages("ko")

    def read() -> object:
        page = statistics_page(database, lambda: NOW, Settings(), wish)
        return page.drawing(Room(), say)

    return read


def _show(name: str, job: Callable[[], object], wanted_ms: float) -> None:
    taken = []
    for _ in range(TIMES):
        began = time.perf_counter()
        job()
        taken.append((time.perf_counter() - began) * 1000)
    print(f"{name:32} {median(taken):8.1f} ms   {median(taken) / wanted_ms:6.2f} x wanted")


def _measure_anki(cards: int, reviews: int, wanted_ms: float) -> None:
    """Time Anki's graphs over made-up reviews."""
    open_collection = import_module("anki.collection").Collection
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "collection.anki2")
        open_collection(path).close()
        newest_ms = int(time.time()) * 1000
        step_ms = 3 * 365 * DAY_MS // reviews
        with closing(sqlite3.connect(path)) as connection:
            connection.executemany(
                "INSERT INTO cards VALUES"
                " (?, ?, 1, 0, 0, 0, 2, 2, ?, ?, 2500, 8, 0, 0, 0, 0, 0, '')",
                ((1_000_000 + n, n + 1, n % 400, n % 90 + 1) for n in range(cards)),
            )
            connection.executemany(
                "INSERT INTO revlog VALUES (?, ?, -1, ?, 10, 6, 2500, 3200, 1)",
                (
                    (newest_ms - n * step_ms, 1_000_000 + n % cards, n % 4 + 1)
                    for n in range(reviews)
                ),
            )
            connection.commit()
        collection = open_collection(path)
        backend = collection._backend
        for days in (365, 0):
            name = f"Anki, {'a year' if days else 'all time'}"
            _show(name, partial(backend.graphs, search="", days=days), wanted_ms)
        collection.close()


if __name__ == "__main__":
    main()

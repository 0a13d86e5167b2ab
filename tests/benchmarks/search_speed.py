"""How fast searches are; run by hand: python -m tests.benchmarks.search_speed FILE.

FILE is a collection as `tests.benchmarks.big_collection` makes it; the index is built in
it if it is missing. Prints the median time of the processor and by the clock of some runs
of each search in milliseconds, what it found, and how long the index took.
"""

import sys
import time
from collections.abc import Callable
from functools import partial
from statistics import median

from overmorrow.clock import StudyDay, system_clock
from overmorrow.jobs.browse import Found, Order, browse_rows, find, preview
from overmorrow.jobs.bulk import Change, What, change
from overmorrow.jobs.maintain import take_back
from overmorrow.settings import Settings
from overmorrow.store.database import Database, open_database
from overmorrow.store.search_index import index_some, reach
from tests.benchmarks.big_collection import TODAY

SEARCHES = (
    "", "나라", "학교", "별자리", "버달노학교", "왕이 그린", "ㅎㄱ", "ㅂㄷㄴㅎㄱ", "학ㄱ",
    "강", "하", "ㅎ", "e", "the", "나라 or 학교", "-나라", "deck:한국사*",
    "deck:한국사* is:due", "is:due", "is:new", "is:leech", "is:suspended", "flag:3",
    "is:marked", "tag:지명", "tag:*", "prop:ivl>=21", "prop:ease<2.0", "due:모레", "added:3",
    "edited:7", "introduced:30", "rated:1", "rated:7:1", "rated:2026-11-20", "front:나라",
    "back:나라", "alias:나", "noalias:", "kind:number", "verdict:close", "verdict:wrong",
    "typed:나라", "confused:", "drill:", "is:dupe", "dupe:서울", "re:나라[0-9]", "nc:cafe",
    "source:a", "para:3", "학*왕",
)  # fmt: skip
ORDERS = (
    "deck", "due", "interval", "ease", "lapses", "reviews", "prompt", "answer", "added", "edited"
)  # fmt: skip
RUNS = 3
ROWS = 200


def main() -> None:
    """Build the index, then search."""
    database = open_database(sys.argv[1])
    only = sys.argv[2:]
    cards = database.number("SELECT count(*) FROM card") or 0
    print(f"{cards:,} cards", flush=True)
    build(database)
    for text in only or SEARCHES:
        show(text or "(everything)", partial(find, database, text, Order(), StudyDay(TODAY)))
    if only:
        return
    for column in ORDERS:
        show(
            f"everything by {column}",
            partial(find, database, "", Order(column), StudyDay(TODAY)),
        )
    ids = find(database, "", Order("due"), StudyDay(TODAY)).ids
    some = ids[len(ids) // 2 : len(ids) // 2 + ROWS]
    show(f"{ROWS} rows", lambda: browse_rows(database, some, StudyDay(TODAY)))
    show("a preview", lambda: preview(database, some[0], StudyDay(TODAY)))
    bulk(database, list(ids[:1000]))


def build(database: Database) -> None:
    """Bring the index up to date and say how long that took, and its longest transaction."""
    before, started, longest = reach(database), time.perf_counter(), 0.0
    while True:
        piece = time.perf_counter()
        if not index_some(database):
            break
        longest = max(longest, time.perf_counter() - piece)
    seconds = time.perf_counter() - started
    print(
        f"index: {before.behind:,} notes in {seconds:.1f} s, longest piece {longest * 1000:.0f} ms"
    )


def show(name: str, job: Callable[[], object]) -> None:
    """Run a job some times and print how long it took."""
    times: list[tuple[float, float]] = []
    found: object = None
    for _ in range(RUNS):
        before = time.process_time(), time.perf_counter()
        found = job()
        times.append((time.process_time() - before[0], time.perf_counter() - before[1]))
    cpu_ms, wall_ms = (median(each) * 1000 for each in zip(*times, strict=True))
    count = len(found.ids) if isinstance(found, Found) else 0
    print(f"{name:28} {cpu_ms:8.1f} ms  {wall_ms:8.1f} ms  {count:>9,} cards", flush=True)


def bulk(database: Database, ids: list[int]) -> None:
    """Change a thousand cards, and take it back."""
    clock, settings = system_clock(), Settings()
    for wanted in (Change(what=What.FLAG, number=7), Change(what=What.ADD_TAG, text="bench")):
        started = time.perf_counter()
        done = change(database, ids, wanted, clock, settings)
        middle = time.perf_counter()
        take_back(database, clock, settings)
        ended = time.perf_counter()
        name = f"{wanted.what.value} {done.count}"
        print(
            f"{name:28} {(middle - started) * 1000:8.1f} ms, undo {(ended - middle) * 1000:8.1f} ms"
        )


if __name__ == "__main__":
    main()

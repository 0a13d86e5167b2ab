"""How fast the store is; run by hand: python -m tests.benchmarks.store_speed [CARDS].

Builds a database of so many cards (100,000) with about ten reviews each, then
prints each job's median and 95th percentile in milliseconds, and the median as a
multiple of the same run's floor: one row written durably to an empty database.
"""

import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median, quantiles

from overmorrow.cards.uids import card_uid
from overmorrow.clock import Moment, study_day
from overmorrow.scheduling.sm2 import step
from overmorrow.scheduling.state import CardState, Sm2State
from overmorrow.settings import Settings
from overmorrow.store import answers, cache, cards, counts, day_tree, today
from overmorrow.store.check import problems_of
from overmorrow.store.database import Database, open_database
from overmorrow.store.events import new_event_id
from overmorrow.store.rebuild import rebuild

DECKS = 20
DAYS = 450
NOW = Moment(1_795_000_000_000, 540)
TODAY = study_day(NOW)
QUALITIES = (0, 2, 2, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5)
NEW_SHARE = 0.1


def main() -> None:
    """Build, measure, print."""
    card_count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "study.db")
        database, seconds = built(path, card_count)
        events = database.number("SELECT count(*) FROM event")
        megabytes = Path(path).stat().st_size / 2**20
        say(f"{card_count:,} cards, {events:,} events, {megabytes:.0f} MiB")
        say(f"built in {seconds:.0f} s")
        floor_ms = median(timed(floor(folder), 300))
        say(f"{'floor: one row, durable':34} {floor_ms:8.3f} ms")
        for name, job, times in jobs(database):
            show(name, timed(job, times), floor_ms)
        show("open and close", timed(lambda: open_database(path).close(), 20), floor_ms)
        slow_jobs(database)
        database.close()
        quick = open_database(path, durability="normal")
        show("answer + next, normal", timed(answering(quick), 500), floor_ms)
        quick.close()


def built(path: str, card_count: int) -> tuple[Database, float]:
    """Fill a new database: decks below one parent, learned cards and some new ones."""
    started = time.perf_counter()
    database = open_database(path)
    chance = random.Random(2015)  # noqa: S311 -- a benchmark, not a secret
    uids = [card_uid(f"note {number}", "q") for number in range(card_count)]
    with database.transaction() as connection:
        connection.execute("INSERT INTO batch VALUES (1, x'00', 1, 1, 'built', '{}', 1, 0)")
        decks = [
            (1, "u0", "all"),
            *((deck, f"u{deck}", f"all::{deck}") for deck in range(2, DECKS + 2)),
        ]
        connection.executemany(
            "INSERT INTO deck VALUES (?, ?, ?, '', 'ko', '', '', NULL, 0, 1)", decks
        )
        connection.executemany(
            "INSERT INTO note VALUES"
            " (?, ?, ?, ?, '한국의 수도는 어디인가?', '서울', 0, 'text', '{}', '', '[]', 1, 0, 1)",
            ((n + 1, f"note {n}", n % DECKS + 2, n) for n in range(card_count)),
        )
        state = cache.columns_of(CardState())
        slots = ", ".join("?" * len(state))
        connection.executemany(
            f"INSERT INTO card VALUES (?, ?, ?, ?, 'q', ?, 0, {slots})",
            ((n + 1, uid, n + 1, n % DECKS + 2, n, *state) for n, uid in enumerate(uids)),
        )
        learned = (uid for uid in uids if chance.random() > NEW_SHARE)
        events = sorted(event for uid in learned for event in history(uid, chance))
        connection.executemany(
            "INSERT INTO event VALUES (?, 'elsewher', ?, ?, 540, ?, 'review',"
            " ?, ?, ?, 'CORRECT', '서울', 1500, 3200, 0, NULL, NULL)",
            events,
        )
    rebuild(database)
    database.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return database, time.perf_counter() - started


def history(uid: bytes, chance: random.Random) -> Iterator[tuple[object, ...]]:
    """Yield a card's reviews up to yesterday, answered on time or up to three days late."""
    state = Sm2State()
    day = TODAY - chance.randrange(1, DAYS)
    while day < TODAY:
        quality = chance.choice(QUALITIES)
        hlc = NOW.wall_ms - (TODAY - day) * 86_400_000 + chance.randrange(3_600_000)
        yield new_event_id(hlc), hlc, hlc, day, uid, quality, quality
        state = step(state, day, quality)
        day = (state.due_day or day) + chance.randrange(4)


def jobs(database: Database) -> Iterator[tuple[str, Callable[[], object], int]]:
    """Yield what a learner waits for, each with how often to time it."""
    settings = Settings()
    scope = cards.scope(database, None)
    yield "answer + next, durable", answering(database), 500
    yield "undo", lambda: answers.undo_last(database, NOW, TODAY), 200
    yield "deck tree", lambda: day_tree.deck_tree(database, TODAY, settings), 50
    yield "counts of all (`due`)", lambda: day_tree.day_tree(database, TODAY, settings), 50
    yield "today's cards", lambda: today.today_cards(database, None, TODAY, settings), 50
    yield "deck tree, month away", lambda: day_tree.deck_tree(database, TODAY + 30, settings), 20
    yield (
        "today's cards, month away",
        lambda: today.today_cards(database, None, TODAY + 30, settings),
        20,
    )
    yield (
        "answers by day, a year",
        lambda: counts.answers_by_day(database, scope, TODAY - 365, TODAY),
        20,
    )
    yield "answers by day, all", lambda: counts.answers_by_day(database, scope, 0, TODAY), 10
    yield (
        "answers by hour, a year",
        lambda: counts.answers_by_hour(database, scope, TODAY - 365, TODAY),
        20,
    )
    yield "forecast", lambda: counts.card_histogram(database, scope, "due"), 20
    yield "median's times", lambda: counts.right_answer_times(database, "text"), 20


def answering(database: Database) -> Callable[[], object]:
    """Return a job that answers a card and loads the next one."""
    queue = iter(today.today_cards(database, None, TODAY, Settings(), new_limit=2000).new)

    def answer() -> None:
        answers.record(
            database,
            next(queue),
            NOW,
            TODAY,
            "review",
            quality=4,
            quality_auto=4,
            verdict="CORRECT",
            typed="서울",
            answer_ms=2000,
            hints=0,
        )
        cards.load_card(database, next(queue))

    return answer


def slow_jobs(database: Database) -> None:
    """Time once what is done seldom."""
    for name, job in (("rebuild", rebuild), ("check", problems_of)):
        started = time.perf_counter()
        job(database)
        say(f"{name:34} {time.perf_counter() - started:8.2f} s")


def floor(folder: str) -> Callable[[], object]:
    """Return a job that writes one row durably to a database of its own."""
    connection = sqlite3.connect(Path(folder) / "floor.db", isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE line (id INTEGER PRIMARY KEY, text TEXT)")
    return lambda: connection.execute("INSERT INTO line (text) VALUES ('one')")


def timed(job: Callable[[], object], times: int) -> list[float]:
    """Return how many milliseconds each run took."""
    taken = []
    for _ in range(times):
        started = time.perf_counter()
        job()
        taken.append((time.perf_counter() - started) * 1000)
    return taken


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def show(name: str, taken: list[float], floor_ms: float) -> None:
    """Print one line of the table."""
    p95 = quantiles(taken, n=20)[-1]
    middle = median(taken)
    say(f"{name:34} {middle:8.3f} ms   p95 {p95:8.3f}   {middle / floor_ms:6.1f} × floor")


if __name__ == "__main__":
    main()

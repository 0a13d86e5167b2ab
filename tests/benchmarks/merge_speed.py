"""How fast two copies become one; run by hand: python -m tests.benchmarks.merge_speed [EVENTS].

Builds a collection, copies it, and lets both copies grow apart until each has so
many events (100,000), half of them shared. Each then takes in the other as it was;
the hashes must be equal. Prints seconds, and the time as a multiple of the same
run's floor: SQLite uniting the two logs alone, in a table with the same indexes.
"""

import random
import shutil
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from overmorrow.cards.note import Note
from overmorrow.cards.uids import card_uid
from overmorrow.clock import Moment, study_day
from overmorrow.store.check import problems_of
from overmorrow.store.database import Database, open_database
from overmorrow.store.deck_rows import DeckHead
from overmorrow.store.events import StoredEvent, add_new, new_event_id
from overmorrow.store.merge import merge
from overmorrow.store.note_writing import PlannedNote
from overmorrow.store.notes import BatchPlan, DeckPlan, apply_plan
from overmorrow.store.rebuild import rebuild
from overmorrow.store.state_hash import state_hash

CARDS = 20_000
DAY_MS = 86_400_000
NOW = Moment(1_795_000_000_000, 540)
UNION = "INSERT OR IGNORE INTO event SELECT * FROM other.event"


def main() -> None:
    """Build, measure, print."""
    events = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        here, there = built(folder, events)
        floor_s = timed(lambda: unite(copied(here, "floor"), there))
        say(f"{CARDS:,} cards, {events:,} events in each copy, half of them shared")
        say(f"floor: the union of the logs alone {floor_s:7.2f} s")
        states = {
            measure(copied(here, "one"), there, floor_s),
            measure(copied(there, "other"), here, floor_s),
        }
        say("either order comes to the same" if len(states) == 1 else "THE STATES DIFFER")


def built(folder: str, events: int) -> tuple[str, str]:
    """Return the files of two copies of a collection that grew apart."""
    here, there = str(Path(folder) / "here.db"), str(Path(folder) / "there.db")
    chance = random.Random(2015)  # noqa: S311 -- a benchmark, not a secret
    with closing(open_database(here, durability="normal")) as database:
        notes = [
            PlannedNote(f"n{n}", n, Note(prompt=f"한국의 수도는? {n}", answer="서울"))
            for n in range(CARDS)
        ]
        plan = BatchPlan("built", [DeckPlan(DeckHead("수도", lang="ko"), notes)])
        apply_plan(database, plan, NOW)
        grow(database, chance, events // 2, 0)
    shutil.copyfile(here, there)
    for path in (here, there):
        with closing(open_database(path, durability="normal")) as database:
            grow(database, chance, events - events // 2, 200)
    return here, there


def grow(database: Database, chance: random.Random, events: int, first_day: int) -> None:
    """Answer cards at random, some two hundred days long."""
    step_ms = 200 * DAY_MS // events
    device = database.device
    with database.transaction():
        add_new(database, list(answers(chance, device, events, first_day * DAY_MS, step_ms)))
    rebuild(database)


def answers(
    chance: random.Random, device: str, events: int, since_ms: int, step_ms: int
) -> Iterator[StoredEvent]:
    """Yield answers to cards picked at random, one after another."""
    for number in range(events):
        moment = Moment(NOW.wall_ms + since_ms + number * step_ms + chance.randrange(step_ms), 540)
        uid = card_uid(f"n{chance.randrange(CARDS)}", "q")
        quality = chance.choice((2, 3, 4, 4, 5))
        yield StoredEvent(
            event_id=new_event_id(moment.wall_ms),
            device=device,
            hlc=moment.wall_ms,
            wall_ms=moment.wall_ms,
            utc_offset_min=540,
            study_day=study_day(moment),
            kind="review",
            card_uid=uid,
            quality=quality,
            quality_auto=quality,
            verdict="CORRECT",
            typed="서울",
            think_ms=1500,
            answer_ms=3200,
            hints=0,
        )


def copied(path: str, name: str) -> str:
    """Return a fresh copy of a file."""
    copy = str(Path(path).with_name(f"{name}.db"))
    shutil.copyfile(path, copy)
    return copy


def unite(path: str, other: str) -> None:
    """Do the least that could be called a merge."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("ATTACH DATABASE ? AS other", (other,))
        connection.execute(UNION)


def measure(path: str, other: str, floor_s: float) -> str:
    """Merge, say how long it took, and return the hash of what came of it."""
    with closing(open_database(path)) as database:
        spent_s = timed(lambda: merge(database, other, NOW))
        say(f"merge                            {spent_s:7.2f} s {spent_s / floor_s:6.1f} x floor")
        again_s = timed(lambda: merge(database, other, NOW))
        say(f"merge again: nothing new         {again_s:7.2f} s {again_s / floor_s:6.1f} x floor")
        hash_s = timed(lambda: state_hash(database))
        say(f"state hash                       {hash_s:7.2f} s {hash_s / floor_s:6.1f} x floor")
        if problems_of(database):
            say("THE CACHE IS NOT WHAT THE LOG SAYS")
        return state_hash(database)


def timed(job: Callable[[], object]) -> float:
    """Return how many seconds a job takes."""
    started = time.perf_counter()
    job()
    return time.perf_counter() - started


def say(line: str) -> None:
    """Print a line."""
    print(line)


if __name__ == "__main__":
    main()

"""Makes collections of a size nobody has yet, to try the program on; run by hand.

    python -m tests.benchmarks.big_collection FILE [CARDS [REVIEWS]]

Writes so many cards (100,000) in nested Korean and English decks, and so many
reviews of nine tenths of them (1,000,000), as if they were answered up to the day
before `TODAY`. The same sizes always give the same collection; a file of those sizes
that is already there, and as this version makes it, is left alone.

Notes and cards go through the store's own import; the log is written in bulk, and
what is cached beside it is folded from it by the store.
"""

import os
import sqlite3
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from random import Random
from typing import NamedTuple

from overmorrow.cards.making import keys_of
from overmorrow.clock import DAY_MS, ORDINAL_OF_1970, Moment
from overmorrow.scheduling.sm2 import step
from overmorrow.scheduling.state import Sm2State
from overmorrow.store import file
from overmorrow.store.database import Database, open_database
from overmorrow.store.deck_rows import DeckHead
from overmorrow.store.events import StoredEvent
from overmorrow.store.note_writing import PlannedNote
from overmorrow.store.notes import BatchPlan, DeckPlan, apply_plan
from overmorrow.store.rebuild import rebuild
from tests.benchmarks.big_texts import DECKS, notes_of

TODAY = date(2026, 11, 30).toordinal()
"""The study day on which the collection is opened: `QUIZ_NOW=2026-11-30T10:00` pretends it."""
UTC_OFFSET_MIN = 540
NEW_SHARE = 0.1
SPECIAL_SHARE = 0.03
"""Learned cards that were also suspended, put off, flagged or marked."""
LATE_SHARE = 0.02
DEVICE = "bigmaker"
_HOURS = (5, 6, 7, 7, 8, 12, 12, 13, 18, 20, 21, 21, 21, 22, 22, 22, 23, 24, 25)
"""When the learner studies; 24 and 25 are after midnight, of the same study day."""
_LONG_AGO_DAYS, _LONG_DAYS = 1_500, 700
"""A card asked for longer is often forgotten, after more always: so no history goes back for ever.
"""
_OFTEN_FORGOTTEN = 0.5
_EVENT_SLOTS = ", ".join("?" * len(StoredEvent._fields))


class _Card(NamedTuple):
    uid: bytes
    answer: str


def main() -> None:
    """Make the file that the command line names."""
    if len(sys.argv) < 2:
        raise SystemExit(__doc__)
    cards = int(sys.argv[2]) if len(sys.argv) > 2 else 100_000
    reviews = int(sys.argv[3]) if len(sys.argv) > 3 else cards * 10
    path = Path(sys.argv[1])
    began = time.perf_counter()
    made = ensure(path, cards, reviews)
    word = f"made in {time.perf_counter() - began:.0f} s" if made else "was there"
    print(f"{path}: {cards:,} cards, {reviews:,} reviews, {path.stat().st_size / 2**20:.0f} MiB")
    print(word)


def ensure(path: Path, cards: int, reviews: int) -> bool:
    """Make a collection unless the file already holds that very one.

    Returns:
        Whether it was made.
    """
    if path.exists() and _told(path) == _told_of(cards, reviews):
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.part")
    for name in (part, path, *(Path(f"{each}{end}") for each in (part, path) for end in _BESIDE)):
        name.unlink(missing_ok=True)
    build(part, cards, reviews)
    part.replace(path)
    return True


_BESIDE = ("-wal", "-shm", "-log")


def _told_of(cards: int, reviews: int) -> str:
    return f"{cards} {reviews} {TODAY} {file.SCHEMA_VERSION}"


def _told(path: Path) -> str:
    with closing(sqlite3.connect(path)) as connection:
        row = connection.execute("SELECT value FROM meta WHERE key = 'made'").fetchone()
    return str(row[0]) if row else ""


def build(path: Path, cards: int, reviews: int) -> None:
    """Write a new collection.

    Args:
        path: Where; there is no such file yet.
        cards: How many cards, at least as many as `DECKS`.
        reviews: How many answers, at least as many as cards; none means that all are new.
    """
    with closing(open_database(str(path), durability="normal")) as database:
        execute = database.connection.execute
        execute("PRAGMA synchronous = OFF")
        made = list(_write_notes(database, cards))
        _write_log(database, _histories(made, reviews))
        rebuild(database)
        execute("UPDATE meta SET value = ? WHERE key = 'device'", (DEVICE,))
        execute("INSERT INTO meta VALUES ('made', ?)", (_told_of(cards, reviews),))
        execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _write_notes(database: Database, cards: int) -> Iterator[_Card]:
    """Import each deck as one batch, some days apart, and yield the cards."""
    for nth, (name, lang) in enumerate(DECKS):
        chance = Random(f"{name} notes")  # noqa: S311 -- a benchmark, not a secret
        count = cards * (nth + 1) // len(DECKS) - cards * nth // len(DECKS)
        notes = list(_enough(chance, lang, name, count))
        added = _moment(TODAY - 1_500 + nth * 30, 36_000_000)
        head = DeckHead(name, title=name.rpartition("::")[2], lang=lang)
        apply_plan(database, BatchPlan(name, [DeckPlan(head, notes)]), added)
    sql = "SELECT card.uid, CASE is_cloze WHEN 1 THEN '' ELSE answer END FROM card JOIN note"
    yield from map(_Card._make, database.each(f"{sql} ON note.id = note_id ORDER BY card.id"))


def _enough(chance: Random, lang: str, deck: str, cards: int) -> Iterator[PlannedNote]:
    """Yield notes that make exactly so many cards."""
    for nth, note in enumerate(notes_of(chance, lang)):
        made = len(keys_of(note))
        if made > cards:
            continue
        yield PlannedNote(f"{deck} {nth}", nth, note)
        cards -= made
        if cards == 0:
            return


def _histories(cards: list[_Card], reviews: int) -> Iterator[StoredEvent]:
    """Yield the events of all cards, card by card."""
    chance = Random("reviews")  # noqa: S311 -- the same
    learned = [card for card in cards if chance.random() >= NEW_SHARE] if reviews else []
    for nth, card in enumerate(learned):
        left = len(learned) - nth
        share = reviews / left
        most = reviews - left + 1
        least = most if left == 1 else min(max(1, round(chance.gauss(share, share / 2))), most)
        events = list(_history(chance, card, least, most))
        reviews -= sum(event.kind == "review" for event in events)
        yield from events


def _history(chance: Random, card: _Card, least: int, most: int) -> Iterator[StoredEvent]:
    """Yield a card's reviews up to some day before today, and sometimes what else was done."""
    state, day = Sm2State(), 0
    answers: list[tuple[int, int]] = []
    memory = chance.uniform(0.8, 0.99)
    while len(answers) < least or (len(answers) < most and _goes_on(chance, state)):
        recall = _OFTEN_FORGOTTEN if day > _LONG_AGO_DAYS else memory
        quality = _quality(chance, recall if state.interval_days < _LONG_DAYS else 0)
        answers.append((day, quality))
        state = step(state, day, quality)
        if state.drill and chance.random() < 0.8:
            continue
        day = (state.due_day or day) + (chance.random() < 0.2) * chance.randrange(4)
    last, interval = answers[-1][0], state.interval_days
    late = chance.randrange(10) if chance.random() < LATE_SHARE else 0
    shift = TODAY - 1 - late - chance.randrange(min(interval, 600)) - last
    for nth, (day, quality) in enumerate(answers):
        yield _review(chance, card, day + shift, nth, quality)
    if chance.random() < SPECIAL_SHARE:
        yield _special(chance, card)


def _goes_on(chance: Random, state: Sm2State) -> bool:
    """Whether a card is surely asked again before today: mostly after a few days, or in a drill."""
    return state.drill or (state.interval_days < 7 and chance.random() < 0.9)


def _quality(chance: Random, recall: float) -> int:
    luck = chance.random()
    if luck < recall:
        return (3, 3, 4, 4, 5)[int(luck / recall * 5)]
    return chance.randrange(3)


def _review(chance: Random, card: _Card, day: int, nth: int, quality: int) -> StoredEvent:
    luck = chance.random()
    ms = _HOURS[int(luck * len(_HOURS))] * 3_600_000 + nth * 60_000 + int(luck * 1e12) % 60_000
    moment = _moment(day, ms)
    think_ms = 600 + int(luck * 9_973_000) % 4_000
    right = quality >= 3
    typed = card.answer if right else card.answer[:2]
    verdict = ("WRONG", "CLOSE", "CORRECT")[right + (quality > 3)]
    return StoredEvent(
        _event_id(chance, moment.wall_ms),
        DEVICE,
        moment.wall_ms,
        *moment,
        day,
        "review",
        card.uid,
        quality,
        quality if luck < 0.9 else min(quality + 1, 5),
        verdict,
        typed,
        think_ms,
        think_ms * 2,
        int(luck > 0.97),
    )


def _special(chance: Random, card: _Card) -> StoredEvent:
    """Return what was done to a card yesterday beside answering it."""
    kind, payload = chance.choice(
        (
            ("suspend", None),
            ("bury", None),
            ("flag", f'{{"flag": {chance.randrange(1, 8)}}}'),
            ("mark", '{"marked": 1}'),
        )
    )
    moment = _moment(TODAY - 1, 27 * 3_600_000 + chance.randrange(3_000_000))
    event_id = _event_id(chance, moment.wall_ms)
    head = (event_id, DEVICE, moment.wall_ms, *moment, TODAY - 1, kind, card.uid)
    return StoredEvent(*head, payload=payload)


def _moment(day: int, ms: int) -> Moment:
    """Return a moment so many milliseconds after the local midnight that begins a day."""
    return Moment((day - ORDINAL_OF_1970) * DAY_MS + ms - UTC_OFFSET_MIN * 60_000, UTC_OFFSET_MIN)


def _event_id(chance: Random, hlc: int) -> bytes:
    """Return what `new_event_id` would, by a chance that comes out the same each time."""
    tail = bytearray(chance.randbytes(10))
    tail[0] = tail[0] & 0x0F | 0x70
    tail[2] = tail[2] & 0x3F | 0x80
    return hlc.to_bytes(6, "big") + tail


def _write_log(database: Database, events: Iterable[StoredEvent]) -> None:
    """Write events in the order the log keeps them in, its indexes afterwards."""
    connection = database.connection
    sql = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'event' AND sql"
    indexes: dict[str, str] = dict(database.rows(f"{sql} IS NOT NULL"))
    unsorted = f"{database.path}-log"
    connection.execute("PRAGMA temp_store = FILE")
    connection.execute("ATTACH DATABASE ? AS unsorted", (unsorted,))
    connection.execute("PRAGMA unsorted.journal_mode = OFF")
    connection.execute("PRAGMA unsorted.synchronous = OFF")
    with database.bulk():
        connection.execute("CREATE TABLE unsorted.event AS SELECT * FROM main.event")
        with database.transaction():
            connection.executemany(f"INSERT INTO unsorted.event VALUES ({_EVENT_SLOTS})", events)
        with database.transaction():
            for name in indexes:
                connection.execute(f"DROP INDEX {name}")
            connection.execute("INSERT INTO event SELECT * FROM unsorted.event ORDER BY id")
            for made in indexes.values():
                connection.execute(made)
    connection.execute("DETACH DATABASE unsorted")
    os.unlink(unsorted)


if __name__ == "__main__":
    main()

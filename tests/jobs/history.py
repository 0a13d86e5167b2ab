"""A real history put into a collection, and a recount of it that knows nothing of the product's.

The history is a learner's reviews with what the file lacks made up from the row
number: proposals, wrong answers, practice, answers taken back. For half of the
cards time runs ten times as slow, so that some wait for months.
"""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from overmorrow.cards.note import Note
from overmorrow.clock import Moment
from overmorrow.store import answers, events
from overmorrow.store.database import Database
from overmorrow.store.deck_rows import DeckHead
from overmorrow.store.events import StoredEvent
from overmorrow.store.note_writing import PlannedNote
from overmorrow.store.notes import BatchPlan, DeckPlan, apply_plan
from overmorrow.store.rebuild import rebuild

LOG = Path(__file__).parent.parent / "data" / "revlog_josh.csv"
OFFSETS_MIN = (-7 * 60, 9 * 60, 0, 330)
"""The learner travels: each week has the next of these time zones."""
WEEK_MS = 7 * 86_400_000
DECKS = ("여행", "여행::길", "words")
QUALITY = {1: 1, 2: 3, 3: 4, 4: 5}
RECORDED_ONE_BY_ONE = 300
"""So many of the last answers are given as a learner gives them, some undone."""


class Given(NamedTuple):
    """One answer of the history, as it is told to the collection."""

    number: int
    card: int
    moment_ms: int
    quality: int
    proposed: int | None
    verdict: str
    typed: str
    answer_ms: int
    is_practice: bool
    is_taken_back: bool


def deck_of(card: int) -> str:
    return DECKS[card // 3 % 3]


def given() -> list[Given]:
    """Return the history in order."""
    with LOG.open(encoding="utf-8") as file:
        rows = [tuple(map(int, row)) for row in list(csv.reader(file))[1:]]
    newest = max(row[1] for row in rows)
    rows = [
        (card, newest - (newest - moment_ms) * (1 + card // 3 % 2 * 9), *rest)
        for card, moment_ms, *rest in rows
    ]
    rows.sort(key=lambda row: row[1])
    return [
        Given(
            number=number,
            card=card,
            moment_ms=moment_ms,
            quality=QUALITY[rating],
            proposed=None if number % 5 == 0 else (4 if number % 7 == 0 else QUALITY[rating]),
            verdict="WRONG" if rating == 1 else "CORRECT",
            typed=f"answer {(card * (1 + number % 2)) % 900}" if rating == 1 else "",
            answer_ms=answer_ms,
            is_practice=number % 41 == 0,
            is_taken_back=number % 23 == 0,
        )
        for number, (card, moment_ms, rating, answer_ms) in enumerate(rows)
    ]


def offset_min(moment_ms: int) -> int:
    """Return the minutes that the learner's clock is ahead of UTC."""
    return OFFSETS_MIN[moment_ms // WEEK_MS % len(OFFSETS_MIN)]


def local_day_and_hour(moment_ms: int) -> tuple[int, int]:
    """Return the study day, which ends at four, and the hour of the wall clock."""
    local_s = moment_ms // 1000 + offset_min(moment_ms) * 60
    return (local_s - 4 * 3600) // 86_400 + 719_163, local_s // 3600 % 24


def fill(database: Database, history: list[Given]) -> None:
    """Write the history into an empty collection."""
    cards = sorted({each.card for each in history})
    plans = [
        DeckPlan(
            DeckHead(deck, lang="en"),
            [
                PlannedNote(
                    f"card {card}", card, Note(prompt=f"ask {card}", answer=f"answer {card}")
                )
                for card in [*cards, *range(5000, 5010)]
                if deck_of(card) == deck
            ],
        )
        for deck in DECKS
    ]
    first_ms = history[0].moment_ms - 1
    apply_plan(database, BatchPlan("history", plans), Moment(first_ms, offset_min(first_ms)))
    known: dict[str, bytes] = dict(
        database.rows("SELECT note.uid, card.uid FROM card JOIN note ON note.id = card.note_id")
    )
    early, late = history[:-RECORDED_ONE_BY_ONE], history[-RECORDED_ONE_BY_ONE:]
    with database.transaction():
        events.add_new(
            database, [event for each in early for event in _told(each, known[f"card {each.card}"])]
        )
    rebuild(database)
    ids: dict[bytes, int] = dict(database.rows("SELECT uid, id FROM card"))
    for each in late:
        moment = Moment(each.moment_ms, offset_min(each.moment_ms))
        day, _ = local_day_and_hour(each.moment_ms)
        answers.record(
            database,
            ids[known[f"card {each.card}"]],
            moment,
            day,
            "practice" if each.is_practice else "review",
            quality=each.quality,
            quality_auto=each.proposed,
            verdict=each.verdict,
            typed=each.typed,
            answer_ms=each.answer_ms,
        )
        if each.is_taken_back:
            answers.undo_last(database, moment, day)
    suspended = ids[known[f"card {cards[0]}"]]
    answers.record(database, suspended, moment, day, "suspend")


def _told(each: Given, uid: bytes) -> Iterator[StoredEvent]:
    day, _ = local_day_and_hour(each.moment_ms)
    event_id = each.number.to_bytes(16, "big")
    device = "fromfile"
    yield StoredEvent(
        event_id,
        device,
        each.moment_ms,
        each.moment_ms,
        offset_min(each.moment_ms),
        day,
        "practice" if each.is_practice else "review",
        uid,
        each.quality,
        each.proposed,
        each.verdict,
        each.typed,
        None,
        each.answer_ms,
        0,
    )
    if each.is_taken_back:
        void_id = (1 << 100 | each.number).to_bytes(16, "big")
        yield StoredEvent(
            void_id,
            device,
            each.moment_ms + 1,
            each.moment_ms,
            offset_min(each.moment_ms),
            day,
            "void",
            uid,
            target=event_id,
        )


class Counted(NamedTuple):
    """One answer that counts, and what it was."""

    card: int
    day: int
    hour: int
    kind: str
    interval: int
    """Days the card had waited for, before this answer."""
    quality: int
    proposed: int | None
    answer_ms: int
    verdict: str
    typed: str


class Standing(NamedTuple):
    """Where a card stands in the end."""

    interval: int
    ease: int
    due: int


def recount(  # noqa: C901, PLR0912  # the rules one after another, as one reads them
    history: list[Given],
) -> tuple[list[Counted], dict[int, Standing]]:
    """Go through each card's answers by hand, by the rules of SM-2."""
    counted: list[Counted] = []
    ends: dict[int, Standing] = {}
    for card in {each.card for each in history}:
        repetitions, interval, ease = 0, 0, 250
        due = last = -1
        seen = must_drill = False
        for each in history:
            if each.card != card or each.is_taken_back:
                continue
            answered, hour = local_day_and_hour(each.moment_ms)
            day = max(answered, last)  # a flight to the west: a card's days never run backwards
            if each.is_practice:
                kind = "practice"
            elif not seen:
                kind = "new"
            elif must_drill and day == last:
                kind = "drill"
            elif day < due:
                kind = "ahead"
            else:
                kind = "mature" if interval >= 21 else "young"
            counted.append(
                Counted(
                    card, answered, hour, kind, interval, each.quality, each.proposed,
                    each.answer_ms, each.verdict, each.typed,
                )
            )  # fmt: skip
            if kind == "practice":
                continue
            seen = True
            if kind == "drill":
                must_drill = each.quality < 4
            elif each.quality < 3:
                repetitions, interval, must_drill = 0, 1, True
                due = day + interval
            elif kind == "ahead":
                must_drill = False
            else:
                repetitions += 1
                interval = {1: 1, 2: 6}.get(repetitions, -(-interval * ease // 100))
                miss = 5 - each.quality
                ease = max(130, ease + 10 - miss * (8 + miss * 2))
                due = day + interval
                must_drill = each.quality < 4
            last = day
        if seen:
            ends[card] = Standing(interval, ease, due)
    return counted, ends

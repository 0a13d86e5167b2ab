"""Where cards stand, told as it came or as it is now."""

from collections.abc import Callable

import pytest

from overmorrow.cards.note import Note
from overmorrow.cards.past import Past, PastReview
from overmorrow.clock import Moment
from overmorrow.scheduling.event import EventKind
from overmorrow.store.answers import record
from overmorrow.store.database import Database
from overmorrow.store.deck_rows import DeckHead
from overmorrow.store.export_pasts import Reckoning, past_of
from overmorrow.store.export_rows import FOLDED_EVENT, ExportNote, export_decks, export_notes
from overmorrow.store.note_writing import PlannedNote
from overmorrow.store.notes import BatchPlan, DeckPlan, apply_plan
from overmorrow.store.pasts import PastSource
from tests.store.building import DAY, NOW, add_notes, card_ids

FIRST_DAY = DAY - 100
TODAY = Reckoning(FIRST_DAY, DAY)
REVIEWS = (
    PastReview(1_600_000_000_000, 3, -600, -60, 0, 4000, 0),
    PastReview(1_600_086_400_000, 0, 5, 1, 2500, 0, 4),
    PastReview(1_600_172_800_000, 4, 5, -600, 2650, 9000, 1),
    PastReview(1_600_259_200_000, 3, 5, 5, 0, 9000, 3),
)
PASTS = [
    pytest.param(Past("q", 7, 0, 0, 3), id="new"),
    pytest.param(
        Past("q", 7, 2, 2, 130, DAY + 30, 12, 2350, 8, 1, 0, 4, '{"s":3}', 1_600_300_000, REVIEWS),
        id="review",
    ),
    pytest.param(
        Past("q", 7, 1, 1, 1_600_300_000, DAY, 0, 0, 1, 0, 2002, 0, "{}", 1_600_290_000, REVIEWS),
        id="learning",
    ),
    pytest.param(
        Past("q", 7, 3, 3, 101, DAY + 1, 4, 1300, 9, 3, 1001, 0, "", 1_600_290_000, REVIEWS[:1]),
        id="relearning-on-a-day",
    ),
    pytest.param(
        Past("q", 7, 2, -1, 150, DAY + 50, 9, 2500, 3, 0, 0, 0, "{}", 1_600_300_000, REVIEWS),
        id="suspended",
    ),
    pytest.param(
        Past("q", 7, 2, -3, 150, DAY + 50, 9, 2500, 3, 0, 0, 0, "{}", 1_600_300_000, REVIEWS),
        id="buried",
    ),
    pytest.param(Past("q", 7, 0, -2, 3, modified=1_600_300_000), id="new-and-buried"),
    pytest.param(
        Past("q", 7, 0, 0, 5, None, 0, 0, 3, 0, 0, 1, '{"pos":5}', 1_600_300_000, REVIEWS),
        id="forgotten-on-purpose",
    ),
]


def _taken(database: Database, past: Past) -> None:
    note = PlannedNote("u", 0, Note("p", "a"), (past,))
    source = PastSource("anki", 540)
    apply_plan(database, BatchPlan("x", [DeckPlan(DeckHead("d"), [note])], past_source=source), NOW)


def _note(database: Database) -> ExportNote:
    (deck,) = export_decks(database, None)
    (note,) = export_notes(database, deck.deck_id, FOLDED_EVENT)
    return note


def _told(database: Database, reckoning: Reckoning = TODAY) -> Past:
    (card,) = _note(database).cards
    return past_of(card, 7, 3, reckoning)


def _do(database: Database, kind: str, quality: int | None = None, **payload: object) -> None:
    (card,) = card_ids(database)
    moment = Moment(NOW.wall_ms + 1000, NOW.utc_offset_min)
    record(database, card, moment, DAY, kind, quality=quality, payload=payload or None)


@pytest.mark.parametrize("past", PASTS)
def test_what_was_taken_over_is_given_back_as_it_was(database: Database, past: Past) -> None:
    _taken(database, past)
    assert _told(database) == past


def test_days_are_counted_from_the_day_the_file_counts_from(database: Database) -> None:
    _taken(database, Past("q", 7, 2, 2, 130, DAY + 30, 12, 2350, 8, modified=1_600_300_000))
    assert _told(database, Reckoning(FIRST_DAY + 10, DAY)).due == 120


def test_an_answer_here_counts_more(database: Database) -> None:
    _taken(database, Past("q", 7, 2, 2, 100, DAY, 10, 2500, 2, 0, data="x"))
    _do(database, EventKind.REVIEW, 4)
    told = _told(database)
    assert (told.due_day, told.interval_days, told.repetitions) == (DAY + 25, 25, 1)
    assert told.due == DAY + 25 - FIRST_DAY
    assert (told.data, told.card_id) == ("", 7)
    assert [review[1:5] for review in told.reviews] == [(3, 25, 10, 2500)]


SET: list[tuple[Callable[[Database], None], tuple[int, int]]] = [
    (lambda database: _do(database, EventKind.SUSPEND), (-1, 4)),
    (lambda database: _do(database, EventKind.FLAG, flag=2), (2, 2)),
    (lambda database: _do(database, EventKind.BURY), (-3, 4)),
    (lambda database: _do(database, EventKind.PRACTICE, 5), (2, 4)),
]


@pytest.mark.parametrize(("act", "queue_and_flag"), SET, ids=["suspend", "flag", "bury", "cram"])
def test_what_is_set_here_leaves_the_schedule_as_it_came(
    database: Database, act: Callable[[Database], None], queue_and_flag: tuple[int, int]
) -> None:
    past = Past("q", 7, 2, 2, 130, DAY + 30, 12, 2350, 8, 1, 0, 4, '{"s":3}', 1_600_300_000)
    _taken(database, past)
    act(database)
    told = _told(database)
    assert (told.queue, told.flag) == queue_and_flag
    assert told._replace(queue=2, flag=4, reviews=()) == past


@pytest.mark.parametrize(
    ("type_", "due", "queue"), [(2, 130, 2), (1, 1_600_300_000, 1), (3, 101, 3)]
)
def test_a_card_woken_here_goes_to_its_own_queue(
    database: Database, type_: int, due: int, queue: int
) -> None:
    _taken(database, Past("q", 7, type_, -1, due, DAY, 12, 2350, 8, modified=1_600_300_000))
    _do(database, EventKind.UNSUSPEND)
    assert _told(database).queue == queue


def test_a_due_day_set_here_counts_more(database: Database) -> None:
    _taken(database, Past("q", 7, 2, 2, 130, DAY + 30, 12, 2350, 8, modified=1_600_300_000))
    _do(database, EventKind.SET_DUE, due_day=DAY + 3)
    told = _told(database)
    assert (told.due_day, told.due, told.interval_days) == (DAY + 3, 103, 12)


def test_notes_set_aside_are_left_out_and_events_come_only_when_wanted(
    database: Database,
) -> None:
    add_notes(database, "d", 3)
    database.connection.execute("UPDATE note SET vanished = 1 WHERE position = 1")
    database.connection.execute("DELETE FROM card WHERE id = 3")
    (deck,) = export_decks(database, "d")
    notes = list(export_notes(database, deck.deck_id))
    assert [(note.position, len(note.cards)) for note in notes] == [(0, 1), (2, 0)]
    assert notes[0].cards[0].events == []

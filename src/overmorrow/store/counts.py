"""Counts for statistics, read from the small tables kept beside the log.

Decks are named by their ids; None means all of them.
"""

from collections.abc import Sequence
from typing import NamedTuple

from overmorrow.clock import DAY_MS, ORDINAL_OF_1970
from overmorrow.stats.counts import DayCount, HourCount
from overmorrow.store.database import Database
from overmorrow.store.events import ALL_COLUMNS, StoredEvent

_STUDIED = "SELECT max(study_day) FROM day_tally WHERE study_day <= ?"
_BY_DAY = """
    SELECT study_day, kind, quality, sum(answers), sum(answer_ms) FROM day_tally
    WHERE study_day BETWEEN ? AND ? {decks}
    GROUP BY study_day, kind, quality ORDER BY study_day, kind, quality"""
_BY_HOUR = """
    SELECT hour, sum(answers), sum(recalled) FROM hour_tally
    WHERE study_day BETWEEN ? AND ? {decks}
    GROUP BY hour ORDER BY hour"""
_HISTOGRAM = """
    SELECT value, sum(cards) FROM histogram
    WHERE measure = ? {decks} AND value <= ?
    GROUP BY value ORDER BY value"""
_NO_LIMIT = 2**62
_RIGHT_TIMES = """
    SELECT event.think_ms FROM event
    JOIN card ON card.uid = event.card_uid JOIN note ON note.id = card.note_id
    WHERE event.device = ? AND event.hlc > ? AND event.kind = 'review' AND event.quality >= 3
      AND event.think_ms IS NOT NULL AND note.answer_type = ?
      AND NOT EXISTS (SELECT 1 FROM event AS undo WHERE undo.target = event.id)
    ORDER BY event.hlc DESC LIMIT ?"""
_RECENT_ANSWERS = 2000
_SOME_BACK = "SELECT hlc FROM event WHERE device = ? ORDER BY hlc DESC LIMIT 1 OFFSET ?"
_ON_DAY = f"""
    SELECT card.id, {", ".join(f"event.{column}" for column in ALL_COLUMNS.split(", "))}
    FROM event JOIN card ON card.uid = event.card_uid
    WHERE event.device = ? AND event.hlc >= ? AND event.study_day = ?
      AND event.kind IN ('review', 'practice')
      AND NOT EXISTS (SELECT 1 FROM event AS undo WHERE undo.target = event.id)
    ORDER BY event.hlc"""


class DayAnswer(NamedTuple):
    """An answer given on a day, and to which card."""

    card_id: int
    event: StoredEvent


def studied_days(database: Database, until_day: int, limit: int) -> list[int]:
    """Return the days that have answers, the newest first, up to a day."""
    days: list[int] = []
    while len(days) < limit:
        day = database.number(_STUDIED, (until_day,))
        if day is None:
            break
        days.append(day)
        until_day = day - 1
    return days


def answers_by_day(
    database: Database, deck_ids: Sequence[int] | None, first_day: int, last_day: int
) -> list[DayCount]:
    """Return how many answers of each kind and quality the decks got, day by day."""
    sql = _BY_DAY.format(decks=_among(deck_ids))
    return [DayCount(*row) for row in database.rows(sql, (first_day, last_day, *(deck_ids or ())))]


def answers_by_hour(
    database: Database, deck_ids: Sequence[int] | None, first_day: int, last_day: int
) -> list[HourCount]:
    """Return how many answers the decks got in each hour, and how many were right."""
    sql = _BY_HOUR.format(decks=_among(deck_ids))
    return [HourCount(*row) for row in database.rows(sql, (first_day, last_day, *(deck_ids or ())))]


def card_histogram(
    database: Database, deck_ids: Sequence[int] | None, measure: str, last_value: int = _NO_LIMIT
) -> dict[int, int]:
    """Return how many cards of the decks have each value of a measure, up to a value.

    Args:
        database: Where.
        deck_ids: The decks.
        measure: `interval` in days, `ease` in hundredths, `due` as a study day,
            or `stage` (0 new, 1 learned, 2 suspended).
        last_value: The largest value that is of interest.
    """
    sql = _HISTOGRAM.format(decks=_among(deck_ids))
    return dict(database.rows(sql, (measure, *(deck_ids or ()), last_value)))


def right_answer_times(database: Database, answer_type: str, limit: int = 200) -> list[int]:
    """Return the times to the first key, in milliseconds, of the latest right answers.

    Only answers given here count, to cards of one type, among the last two thousand.
    """
    device = database.device
    since = database.number(_SOME_BACK, (device, _RECENT_ANSWERS)) or 0
    rows = database.rows(_RIGHT_TIMES, (device, since, answer_type, limit))
    return [row[0] for row in rows]


def answers_on(database: Database, day: int) -> list[DayAnswer]:
    """Return the answers given here on a study day, in order, without those taken back."""
    earliest = (day - ORDINAL_OF_1970 - 1) * DAY_MS
    rows = database.rows(_ON_DAY, (database.device, earliest, day))
    return [DayAnswer(row[0], StoredEvent(*row[1:])) for row in rows]


def _among(deck_ids: Sequence[int] | None) -> str:
    if deck_ids is None:
        return ""
    return f"AND deck_id IN ({', '.join('?' * len(deck_ids))})"

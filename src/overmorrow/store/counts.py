"""Counts for statistics, read from the small tables kept beside the log.

Decks are named by their ids; None means all of them.
"""

from collections.abc import Sequence
from typing import NamedTuple

from overmorrow.clock import DAY_MS, ORDINAL_OF_1970
from overmorrow.scheduling.fold import MATURE_INTERVAL_DAYS
from overmorrow.stats.counts import (
    ChoiceCount,
    DayCount,
    HourCount,
    KindCount,
    StepCount,
)
from overmorrow.store.database import Database, Row
from overmorrow.store.events import ALL_COLUMNS, StoredEvent

_STUDIED = "SELECT max(study_day) FROM day_total WHERE study_day <= ?"
_STREAK = """
    WITH RECURSIVE studied (day) AS (
        SELECT max(study_day) FROM day_total WHERE study_day BETWEEN ?1 - 1 AND ?1
        UNION ALL
        SELECT day - 1 FROM studied
        WHERE EXISTS (SELECT 1 FROM day_total WHERE study_day = day - 1))
    SELECT count(day) FROM studied"""
_BY_DAY = """
    SELECT study_day, kind, quality, sum(answers), sum(answer_ms) FROM {days}
    GROUP BY study_day, kind, quality ORDER BY study_day, kind, quality"""
_FIRST_BY_DECK = """
    SELECT deck_id, sum(answers) FROM {days} AND kind IN ('new', 'young', 'mature')
    GROUP BY deck_id"""
_BY_HOUR = """
    SELECT hour, sum(answers), sum(recalled), sum(reviews), sum(reviews_recalled) FROM {hours}
    GROUP BY hour ORDER BY hour"""
_BY_KIND = """
    SELECT study_day, kind, sum(answers), sum(iif(quality >= 3, answers, 0)), sum(answer_ms)
    FROM {days} GROUP BY study_day, kind ORDER BY study_day, kind"""
_BY_STEP = """
    SELECT interval_step, sum(answers), sum(iif(quality >= 3, answers, 0)) FROM {days}
      AND interval_step > 0 GROUP BY interval_step ORDER BY interval_step"""
_BY_QUALITY = "SELECT quality, sum(answers) FROM {days} GROUP BY quality ORDER BY quality"
_BY_CHOICE = """
    SELECT proposed, quality, sum(answers) FROM {choices}
    GROUP BY proposed, quality ORDER BY proposed, quality"""
_FIRST_DAY = "SELECT min(study_day) FROM day_total"
_DUE = """
    SELECT due_day, interval_days, count(*) FROM card
    WHERE deck_id = ? AND due_day <= ? AND due_day IS NOT NULL
      AND suspended = 0 AND vanished = 0
    GROUP BY due_day, interval_days"""
_MATURE = f"""
    SELECT count(*) FROM card
    WHERE interval_days >= {MATURE_INTERVAL_DAYS} AND {{decks}} due_day IS NOT NULL
      AND suspended = 0 AND vanished = 0"""
_HISTOGRAM = """
    SELECT value, sum(cards) FROM histogram
    WHERE measure = ? AND {decks} value BETWEEN ? AND ?
    GROUP BY value ORDER BY value"""
_NO_LIMIT = 2**62
_NEW_OF_ANSWERED_NOTES = """
    SELECT count(*) FROM card
    WHERE due_day IS NULL AND suspended = 0 AND vanished = 0
      AND note_id IN (SELECT note_id FROM card WHERE last_day = ?)"""
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


def streak_days(database: Database, today: int) -> int:
    """Return how many study days in a row end today, or yesterday while today is empty."""
    return database.number(_STREAK, (today,)) or 0


def answers_by_day(
    database: Database, deck_ids: Sequence[int] | None, first_day: int, last_day: int
) -> list[DayCount]:
    """Return how many answers of each kind and quality the decks got, day by day."""
    return [DayCount(*row) for row in _period(database, _BY_DAY, deck_ids, first_day, last_day)]


def asked_by_deck(database: Database, deck_ids: Sequence[int], day: int) -> dict[int, int]:
    """Return how many cards of each deck were asked on a day at first sight."""
    return dict(_period(database, _FIRST_BY_DECK, deck_ids, day, day)) if deck_ids else {}


def answers_by_hour(
    database: Database, deck_ids: Sequence[int] | None, first_day: int, last_day: int
) -> list[HourCount]:
    """Return how many answers the decks got in each hour, and how many were right."""
    return [HourCount(*row) for row in _period(database, _BY_HOUR, deck_ids, first_day, last_day)]


def answers_by_kind(
    database: Database, deck_ids: Sequence[int] | None, first_day: int, last_day: int
) -> list[KindCount]:
    """Return how many answers of each kind the decks got, day by day."""
    return [KindCount(*row) for row in _period(database, _BY_KIND, deck_ids, first_day, last_day)]


def reviews_by_step(
    database: Database, deck_ids: Sequence[int] | None, first_day: int, last_day: int
) -> list[StepCount]:
    """Return how many scheduled reviews followed intervals of each step."""
    return [StepCount(*row) for row in _period(database, _BY_STEP, deck_ids, first_day, last_day)]


def answers_by_quality(
    database: Database, deck_ids: Sequence[int] | None, first_day: int, last_day: int
) -> dict[int, int]:
    """Return how many answers got each quality."""
    return dict(_period(database, _BY_QUALITY, deck_ids, first_day, last_day))


def answers_by_choice(
    database: Database, deck_ids: Sequence[int] | None, first_day: int, last_day: int
) -> list[ChoiceCount]:
    """Return how many answers got which quality, by the quality that was proposed."""
    rows = _period(database, _BY_CHOICE, deck_ids, first_day, last_day)
    return [ChoiceCount(*row) for row in rows]


def _period(
    database: Database, sql: str, deck_ids: Sequence[int] | None, first_day: int, last_day: int
) -> list[Row]:
    return database.rows(within(sql, deck_ids), (*(deck_ids or ()), first_day, last_day))


def within(sql: str, deck_ids: Sequence[int] | None) -> str:
    """Return a query whose slots for tables name those of some decks, or of all together.

    Its values are the decks' ids, the first and the last study day.
    """
    kind = "total" if deck_ids is None else "tally"
    which = f"{_among(deck_ids)} study_day BETWEEN ? AND ?"
    names = {"days": "day", "hours": "hour", "choices": "choice"}
    return sql.format_map({slot: f"{name}_{kind} WHERE {which}" for slot, name in names.items()})


def first_studied_day(database: Database) -> int | None:
    """Return the first day that has answers."""
    return database.number(_FIRST_DAY)


def cards_due(
    database: Database, deck_ids: Sequence[int], last_day: int
) -> list[tuple[int, int, int]]:
    """Return due days with intervals in days and how many cards have both, up to a day.

    Suspended cards are due on no day. An index holds all that is read; a pair may come
    several times.
    """
    found: list[tuple[int, int, int]] = []
    for deck_id in deck_ids:
        found += database.rows(_DUE, (deck_id, last_day))
    return found


def mature_cards(database: Database, deck_ids: Sequence[int] | None) -> int:
    """Return how many cards of the decks have a long interval; suspended ones are left out."""
    return database.number(_MATURE.format(decks=_among(deck_ids)), tuple(deck_ids or ())) or 0


def card_histogram(
    database: Database,
    deck_ids: Sequence[int] | None,
    measure: str,
    last_value: int = _NO_LIMIT,
    first_value: int = 0,
) -> dict[int, int]:
    """Return how many cards of the decks have each value of a measure, within bounds.

    Args:
        database: Where.
        deck_ids: The decks.
        measure: `interval` in days, `ease` in hundredths, `due` as a study day,
            or `stage` (0 new, 1 learned, 2 suspended).
        last_value: The largest value that is of interest.
        first_value: The smallest.
    """
    sql = _HISTOGRAM.format(decks=_among(deck_ids))
    return dict(database.rows(sql, (measure, *(deck_ids or ()), first_value, last_value)))


def new_of_answered_notes(database: Database, day: int) -> int:
    """Return how many new cards wait for tomorrow because their note was asked on a day."""
    return database.number(_NEW_OF_ANSWERED_NOTES, (day,)) or 0


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
    """Return the condition on decks that stands before the next one."""
    if deck_ids is None:
        return ""
    return f"deck_id IN ({', '.join('?' * len(deck_ids))}) AND"

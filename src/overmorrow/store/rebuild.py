"""Works out everything cached from the log alone, to compare it or to put it right."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from overmorrow.cards.quality import Quality
from overmorrow.scheduling.fold import Folded, fold
from overmorrow.scheduling.state import CardState
from overmorrow.store import cache
from overmorrow.store.cache import STATE_COLUMNS
from overmorrow.store.database import Database, Row
from overmorrow.store.events import LOG_COLUMNS, log_event

_EVENTS = f"SELECT card_uid, {LOG_COLUMNS} FROM event ORDER BY card_uid, hlc, id"
_CARDS = f"SELECT uid, id, deck_id, vanished, {STATE_COLUMNS} FROM card ORDER BY uid"
_SET = ", ".join(f"{column} = ?" for column in STATE_COLUMNS.split(", "))
_UPDATE = f"UPDATE card SET {_SET} WHERE id = ?"
_TABLES = {
    "day_tally": "study_day, kind, quality, deck_id, answers, answer_ms",
    "hour_tally": "study_day, hour, deck_id, answers, recalled",
    "histogram": "measure, deck_id, value, cards",
}

_NO_MORE: tuple[bytes, Iterable[Row]] = (b"\xff" * 17, ())


class Recount(NamedTuple):
    """What the log adds up to."""

    states: list[tuple[int, CardState]]
    """The cards whose cached schedule is not what their events say, and what they say."""
    days: set[Row]
    hours: set[Row]
    cards: set[Row]
    """The rows that the tallies and histograms should have."""


def recount(database: Database) -> Recount:
    """Fold every card and count every answer anew; nothing is written."""
    wrong: list[tuple[int, CardState]] = []
    counts = _Counts()
    with database.snapshot():
        for row, folded in _folded(database):
            _, card_id, deck_id, vanished, *cached = row
            if cache.columns_of(folded.state) != tuple(cached):
                wrong.append((card_id, folded.state))
            counts.add(deck_id, bool(vanished), folded)
    return Recount(wrong, *counts.rows())


def _folded(database: Database) -> Iterator[tuple[Row, Folded]]:
    """Yield each card's row with what its events add up to, both read in order of their uids."""
    histories = groupby(database.each(_EVENTS), key=lambda row: row[0] or b"")
    uid: bytes
    events: Iterable[Row]
    uid, events = next(histories, _NO_MORE)
    for row in database.each(_CARDS):
        while uid < row[0]:
            uid, events = next(histories, _NO_MORE)
        own = events if uid == row[0] else ()
        yield row, fold(log_event(event[1:]) for event in own)


class _Counts:
    """Tallies and histograms as they grow, card by card."""

    def __init__(self) -> None:
        self._answers: Counter[Row] = Counter()
        self._answer_ms: Counter[Row] = Counter()
        self._in_hour: Counter[Row] = Counter()
        self._recalled: Counter[Row] = Counter()
        self._cards: Counter[Row] = Counter()

    def add(self, deck_id: int, vanished: bool, folded: Folded) -> None:
        """Add one card's share."""
        for study_day, hour, kind, quality, answer_ms in folded.tallies:
            day = (study_day, kind, quality, deck_id)
            self._answers[day] += 1
            self._answer_ms[day] += answer_ms
            at = (study_day, hour, deck_id)
            self._in_hour[at] += 1
            self._recalled[at] += quality >= Quality.HARD
        for measure, value in cache.measures(folded.state, vanished):
            self._cards[measure, deck_id, value] += 1

    def rows(self) -> tuple[set[Row], set[Row], set[Row]]:
        """Return the rows of the three tables."""
        days = {(*key, count, self._answer_ms[key]) for key, count in self._answers.items()}
        hours = {(*key, count, self._recalled[key]) for key, count in self._in_hour.items()}
        return days, hours, {(*key, count) for key, count in self._cards.items()}


def stored_tallies(database: Database) -> tuple[set[Row], set[Row], set[Row]]:
    """Return the rows that the tallies and histograms have."""
    days, hours, cards = (
        set(database.rows(f"SELECT {columns} FROM {table}")) for table, columns in _TABLES.items()
    )
    return days, hours, cards


def rebuild(database: Database) -> int:
    """Write everything cached anew from the log.

    Returns:
        How many cards had another schedule than their events say.

    Raises:
        DatabaseError: It could not be written; nothing was.
    """
    with database.transaction() as connection:
        states, *tallies = recount(database)
        connection.executemany(
            _UPDATE, ((*cache.columns_of(state), card_id) for card_id, state in states)
        )
        for (table, columns), rows in zip(_TABLES.items(), tallies, strict=True):
            slots = ", ".join("?" * len(columns.split(", ")))
            connection.execute(f"DELETE FROM {table}")
            connection.executemany(
                f"INSERT INTO {table} ({columns}) VALUES ({slots})", sorted(rows)
            )
    return len(states)

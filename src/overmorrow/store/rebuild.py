"""Works out everything cached from the log alone, to compare it or to put it right."""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from overmorrow.cards.quality import Quality
from overmorrow.scheduling.fold import Folded, Tally, fold, replay_with_kinds
from overmorrow.scheduling.state import CardState, Sm2State
from overmorrow.store import cache
from overmorrow.store.cache import STATE_COLUMNS
from overmorrow.store.database import Database, Row
from overmorrow.store.events import ANOTHER_LOG, events_of

_EVENTS = f"""
    SELECT card_uid, hlc,
           kind = 'review' AND quality IS NOT NULL
               AND (payload IS NULL OR payload LIKE '{ANOTHER_LOG}%'),
           study_day, (wall_ms + utc_offset_min * 60000) / 3600000 % 24, quality,
           coalesce(answer_ms, 0)
    FROM event WHERE card_uid IS NOT NULL"""
_CARDS = f"SELECT uid, id, deck_id, vanished, {STATE_COLUMNS} FROM card {{among}} ORDER BY deck_id"
_SET = ", ".join(f"{column} = ?" for column in STATE_COLUMNS.split(", "))
_UPDATE = f"UPDATE card SET {_SET} WHERE id = ?"
_TABLES = {
    "day_tally": "study_day, kind, quality, deck_id, answers, answer_ms",
    "hour_tally": "study_day, hour, deck_id, answers, recalled",
    "histogram": "measure, deck_id, value, cards",
}


_RECALLED = int(Quality.HARD)
Answers: TypeAlias = "array[int]"
"""Study day, hour, quality and milliseconds of each answer, one after another: small in memory."""


class Recount(NamedTuple):
    """What the log adds up to."""

    states: list[tuple[int, CardState]]
    """The cards whose cached schedule is not what their events say, and what they say."""
    days: set[Row]
    hours: set[Row]
    cards: set[Row]
    """The rows that the tallies and histograms should have."""


def recount(database: Database, among: str = "") -> Recount:
    """Fold every card and count every answer anew; nothing is written.

    Args:
        database: Where.
        among: A query that gives the uids of the only cards to look at; all without one.
    """
    wrong: list[tuple[int, CardState]] = []
    counts = _Counts()
    with database.snapshot():
        for row, folded in _folded(database, among):
            _, card_id, deck_id, vanished, *cached = row
            if cache.columns_of(folded.state) != tuple(cached):
                wrong.append((card_id, folded.state))
            counts.add(deck_id, bool(vanished), folded)
    return Recount(wrong, *counts.rows())


def _folded(database: Database, among: str) -> Iterator[tuple[Row, Folded]]:
    """Yield each card's row with what its events add up to.

    One pass over the log in its own order is several times faster than reading it
    card by card; only cards with more than plain answers are read again and folded
    in the general way.
    """
    plain, special = _histories(database, among)
    never = fold(())
    for row in database.each(_CARDS.format(among=f"WHERE uid IN ({among})" if among else "")):
        uid = row[0]
        if uid in special:
            yield row, fold(events_of(database, uid))
        elif uid in plain:
            yield row, _fold_plain(plain[uid])
        else:
            yield row, never


def _histories(database: Database, among: str) -> tuple[dict[bytes, Answers], set[bytes]]:
    """Return the plain answers of each card, and the cards that have other events too."""
    plain: dict[bytes, Answers] = {}
    newest: dict[bytes, int] = {}
    special: set[bytes] = set()
    only = f" AND card_uid IN ({among})" if among else ""
    for uid, hlc, is_plain, *answer in database.each(_EVENTS + only):
        if not is_plain or newest.get(uid, -1) >= hlc:
            special.add(uid)
            continue
        newest[uid] = hlc
        if uid not in plain:
            plain[uid] = array("q")
        plain[uid].extend(answer)
    return plain, special


def _fold_plain(answers: Answers) -> Folded:
    """Do what `fold` does, for a card that only has plain answers, in their order."""
    days, hours, qualities, times = (answers[column::4] for column in range(4))
    sm2, kinds = replay_with_kinds(Sm2State(), zip(days, qualities, strict=True))
    tallies = map(Tally, days, hours, kinds, qualities, times)
    return Folded(CardState(sm2, learned_day=days[0]), tuple(tallies))


class _Counts:
    """Tallies and histograms as they grow, card by card."""

    def __init__(self) -> None:
        self._days: defaultdict[Row, list[int]] = defaultdict(lambda: [0, 0])
        self._hours: defaultdict[Row, list[int]] = defaultdict(lambda: [0, 0])
        self._cards: Counter[Row] = Counter()

    def add(self, deck_id: int, vanished: bool, folded: Folded) -> None:
        """Add one card's share."""
        for study_day, hour, kind, quality, answer_ms in folded.tallies:
            day = self._days[study_day, kind, quality, deck_id]
            day[0] += 1
            day[1] += answer_ms
            at = self._hours[study_day, hour, deck_id]
            at[0] += 1
            at[1] += quality >= _RECALLED
        for measure, value in cache.measures(folded.state, vanished):
            self._cards[measure, deck_id, value] += 1

    def rows(self) -> tuple[set[Row], set[Row], set[Row]]:
        """Return the rows of the three tables."""
        days = {(*key, *counts) for key, counts in self._days.items()}
        hours = {(*key, *counts) for key, counts in self._hours.items()}
        return days, hours, {(*key, cards) for key, cards in self._cards.items()}


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

"""Works out everything cached from the log alone, to compare it or to put it right."""

from array import array
from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from overmorrow.cards.quality import Quality
from overmorrow.scheduling.fold import Folded, Tally, fold, replay_with_kinds
from overmorrow.scheduling.state import CardState, Sm2State
from overmorrow.store import cache
from overmorrow.store.cache import STATE_COLUMNS
from overmorrow.store.database import Database, Row, Told
from overmorrow.store.events import ANOTHER_LOG, events_of
from overmorrow.store.tally_tables import ALL, CARDS, CHOICES, DAYS, HOURS, TOTALS, TallyTable

_EVENTS = f"""
    SELECT card_uid, hlc,
           kind = 'review' AND quality IS NOT NULL
               AND (payload IS NULL OR payload LIKE '{ANOTHER_LOG}%'),
           study_day, (wall_ms + utc_offset_min * 60000) / 3600000 % 24, quality,
           coalesce(answer_ms, 0), coalesce(quality_auto, -1)
    FROM event WHERE card_uid IS NOT NULL"""
_CARDS = f"SELECT uid, id, deck_id, vanished, {STATE_COLUMNS} FROM card {{among}} ORDER BY deck_id"
_SET = ", ".join(f"{column} = ?" for column in STATE_COLUMNS.split(", "))
_UPDATE = f"UPDATE card SET {_SET} WHERE id = ?"
_PUT_IN_TURN = "CREATE TEMP TABLE in_turn AS SELECT uid FROM card ORDER BY deck_id, id"
"""Cards of one deck follow each other, for what is counted by deck is small then."""
_IN_TURN = "SELECT uid FROM temp.in_turn WHERE rowid BETWEEN {first} AND {last}"
_CARDS_AT_ONCE = 5_000
_NOT_PROPOSED = -1
_RECALLED = int(Quality.HARD)

Answers: TypeAlias = "array[int]"
"""Study day, hour, quality, milliseconds and proposed quality (-1 for none) of each answer.

One after another in one array, they are small in memory.
"""


class Recount(NamedTuple):
    """What the log adds up to."""

    states: list[tuple[int, CardState]]
    """The cards whose cached schedule is not what their events say, and what they say."""
    rows: dict[TallyTable, set[Row]]
    """The rows that each table of counts should have."""


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
    return Recount(wrong, counts.rows())


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
    days, hours, qualities, times, proposed = (answers[column::5] for column in range(5))
    sm2, kinds, steps = replay_with_kinds(Sm2State(), zip(days, qualities, strict=True))
    known = (None if quality == _NOT_PROPOSED else quality for quality in proposed)
    tallies = map(Tally, days, hours, kinds, qualities, times, steps, known)
    return Folded(CardState(sm2, learned_day=days[0]), tuple(tallies))


class _Counts:
    """Tallies and histograms as they grow, card by card."""

    def __init__(self) -> None:
        self._sums: dict[TallyTable, dict[Row, list[int]]] = {
            table: {} for table in (DAYS, HOURS, CHOICES, CARDS)
        }

    def add(self, deck_id: int, vanished: bool, folded: Folded) -> None:
        """Add one card's share."""
        days, hours, choices, cards = self._sums.values()
        for study_day, hour, kind, quality, answer_ms, step, proposed in folded.tallies:
            recalled = quality >= _RECALLED
            key: Row = (deck_id, study_day, kind, quality, step)
            if (day := days.get(key)) is None:
                day = days[key] = [0, 0]
            day[0] += 1
            day[1] += answer_ms
            key = (deck_id, study_day, hour)
            if (at := hours.get(key)) is None:
                at = hours[key] = [0, 0, 0, 0]
            at[0] += 1
            at[1] += recalled
            if step:
                at[2] += 1
                at[3] += recalled
            if proposed is not None:
                choices.setdefault((deck_id, study_day, proposed, quality), [0])[0] += 1
        for measure, value in cache.measures(folded.state, vanished):
            cards.setdefault((measure, deck_id, value), [0])[0] += 1

    def rows(self) -> dict[TallyTable, set[Row]]:
        """Return the rows of each table."""
        sums = dict(self._sums)
        for table, total in TOTALS.items():
            sums[total] = _summed_over_decks(self._sums[table])
        return {table: {(*key, *counts) for key, counts in sums[table].items()} for table in ALL}


def _summed_over_decks(sums: dict[Row, list[int]]) -> dict[Row, list[int]]:
    totals: dict[Row, list[int]] = {}
    for (_, *key), counts in sums.items():
        total = totals.setdefault(tuple(key), [0] * len(counts))
        for at, count in enumerate(counts):
            total[at] += count
    return totals


def stored_tallies(database: Database) -> dict[TallyTable, set[Row]]:
    """Return the rows that the tallies and histograms have."""
    return {table: set(database.rows(f"SELECT {table.columns} FROM {table.name}")) for table in ALL}


def rebuild(database: Database) -> int:
    """Write everything cached anew from the log.

    Returns:
        How many cards had another schedule than their events say.

    Raises:
        DatabaseError: It could not be written; nothing was.
    """
    with database.transaction():
        return write_anew(database)


def write_anew(database: Database, told: Told | None = None) -> int:
    """Do what `rebuild` does, inside a transaction, some cards after the others.

    The answers of all cards at once would not fit into the memory of a small machine.

    Args:
        database: Where.
        told: Told again and again how many cards of how many are done.
    """
    connection = database.connection
    for table in ALL:
        connection.execute(f"DELETE FROM {table.name}")
    connection.execute(_PUT_IN_TURN)
    cards = database.number("SELECT count(*) FROM temp.in_turn") or 0
    wrong = 0
    with database.bulk():
        for done in range(0, cards, _CARDS_AT_ONCE):
            wrong += _write_some(
                database, _IN_TURN.format(first=done + 1, last=done + _CARDS_AT_ONCE)
            )
            if told is not None:
                told(min(done + _CARDS_AT_ONCE, cards), cards)
        for table, total in TOTALS.items():
            connection.execute(table.adding_up(total))
    connection.execute("DROP TABLE temp.in_turn")
    return wrong


def _write_some(database: Database, among: str) -> int:
    """Write what is cached of some cards, and add them to the counts by deck."""
    states, counted = recount(database, among)
    connection = database.connection
    connection.executemany(
        _UPDATE, ((*cache.columns_of(state), card_id) for card_id, state in states)
    )
    for table in (*TOTALS, CARDS):
        connection.executemany(table.adding(), sorted(counted[table]))
    return len(states)

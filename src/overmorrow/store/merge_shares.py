"""What some cards add to the statistics: exchanged for what they add after a merge."""

from collections.abc import Iterable

from overmorrow.store import cache
from overmorrow.store.cache import STATE_COLUMNS
from overmorrow.store.database import Database, Row
from overmorrow.store.rebuild import Recount

TOUCHED = "temp.merge_touched"
"""The uids of the cards whose events or places a merge changes."""

_SET = ", ".join(f"{column} = ?" for column in STATE_COLUMNS.split(", "))
_UPDATE = f"UPDATE main.card SET {_SET} WHERE id = ?"
_TABLES = (
    ("day_tally", ("study_day", "kind", "quality", "deck_id"), ("answers", "answer_ms")),
    ("hour_tally", ("study_day", "hour", "deck_id"), ("answers", "recalled")),
    ("histogram", ("measure", "deck_id", "value"), ("cards",)),
)


def adjust(database: Database, before: Recount, after: Recount) -> None:
    """Give touched cards their schedules, and the statistics their new share, in a transaction.

    Args:
        database: Where.
        before: What the touched cards added up to.
        after: What they add up to now.
    """
    connection = database.connection
    rows = ((*cache.columns_of(state), card_id) for card_id, state in after.states)
    connection.executemany(_UPDATE, rows)
    for (table, key, counts), less, more in zip(_TABLES, before[1:], after[1:], strict=True):
        names = (*key, *counts)
        adding = ", ".join(f"{count} = {count} + excluded.{count}" for count in counts)
        connection.executemany(
            f"INSERT INTO main.{table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"
            f" ON CONFLICT ({', '.join(key)}) DO UPDATE SET {adding}",
            _changes(len(key), less, more),
        )
        connection.execute(f"DELETE FROM main.{table} WHERE {counts[0]} = 0")


def _changes(key_width: int, less: Iterable[Row], more: Iterable[Row]) -> list[Row]:
    """Return the rows that turn one share into another when added."""
    sums: dict[Row, list[int]] = {row[:key_width]: list(row[key_width:]) for row in more}
    for row in less:
        key, counts = row[:key_width], row[key_width:]
        now = sums.get(key, [0] * len(counts))
        sums[key] = [one - other for one, other in zip(now, counts, strict=True)]
    return [(*key, *counts) for key, counts in sums.items() if any(counts)]

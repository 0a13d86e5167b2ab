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
    for table, more in after.rows.items():
        changes = _changes(len(table.key), before.rows[table], more)
        connection.executemany(table.adding("main."), changes)
        connection.execute(f"DELETE FROM main.{table.name} WHERE {table.counts[0]} = 0")


def _changes(key_width: int, less: Iterable[Row], more: Iterable[Row]) -> list[Row]:
    """Return the rows that turn one share into another when added."""
    sums: dict[Row, list[int]] = {row[:key_width]: list(row[key_width:]) for row in more}
    for row in less:
        key, counts = row[:key_width], row[key_width:]
        now = sums.get(key, [0] * len(counts))
        sums[key] = [one - other for one, other in zip(now, counts, strict=True)]
    return [(*key, *counts) for key, counts in sums.items() if any(counts)]

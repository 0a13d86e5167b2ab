"""Finds cards: a query becomes one statement, which the search index shortens."""

import json
import sqlite3
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import NamedTuple, TypeAlias

from overmorrow.errors import SearchError
from overmorrow.search.query import Query
from overmorrow.store.database import Database
from overmorrow.store.deck_names import all_decks
from overmorrow.store.export_rows import quick_reading
from overmorrow.store.search_conditions import EASY, Condition, Conditions
from overmorrow.store.search_scope import Scope

COLUMNS = (
    "deck", "due", "interval", "ease", "lapses", "reviews", "prompt", "answer", "added", "edited"
)  # fmt: skip
"""What cards can be ordered by."""
LONGEST_S = 30
"""For how long a search may go on; only expressions on very many notes come near it."""
_STEPS_BETWEEN = 5_000
"""Steps of SQLite's machine, some milliseconds, after which the clock is looked at."""
SHOWN_FIRST = 200
"""So many cards, a screenful and more, are shown before the rest, which comes in large pieces."""
CardIds: TypeAlias = "array[int]"
_LATE = 1 << 30
_ID_BITS = 32
_ID = (1 << _ID_BITS) - 1
_COLUMNS = {
    "due": f"coalesce(card.due_day, {_LATE})",
    "interval": "card.interval_days",
    "ease": "card.ease_hundredths",
    "lapses": "card.lapses",
    "reviews": "card.repetitions",
    "added": "card.note_id",
    "prompt": "note.prompt",
    "answer": "note.answer",
    "edited": "note.hlc",
}
_NEVER_DUE_LAST = "coalesce(card.due_day, 0)"
_DECK_BY_DECK = """
    json_each(?) AS place
    CROSS JOIN card INDEXED BY card_in_deck ON card.deck_id = place.value"""
"""Goes through the decks as they are listed, and through each as the index has it.

So cards come in order one by one, with nothing sorted before the first is known.
"""


class Sorting(NamedTuple):
    """One of `COLUMNS`, and which way."""

    column: str
    descending: bool


def search(
    scope: Scope,
    query: Query,
    sorting: Sorting,
    shows: Callable[[CardIds], None] | None = None,
) -> CardIds:
    """Return the cards that a query asks for, in order.

    Args:
        scope: The collection on the day.
        query: What to find.
        sorting: In which order; cards that are equal in it come in that of their numbers.
        shows: Given the cards piece by piece as they are found, before all are.

    Raises:
        SearchError: It took too long.
        DatabaseError: The file cannot be read.
    """
    with (
        _guarded(scope.database),
        quick_reading(scope.database),
        scope.database.snapshot(),
    ):
        condition = Conditions(scope).of(query)
        found: CardIds = array("q")
        for piece in _pieces(scope.database, condition, sorting):
            found.extend(piece)
            if shows is not None:
                shows(piece)
        return found


def _pieces(database: Database, condition: Condition, sorting: Sorting) -> Iterator[CardIds]:
    """Yield the cards in order, as soon as it is known that they are the next."""
    if sorting.column != "deck":
        return _by_column(database, condition, sorting)
    decks = [deck.deck_id for deck in all_decks(database)]
    if condition.names_cards or sorting.descending:
        found = _sorted_by_deck(database, condition, decks)
        return iter((found[::-1] if sorting.descending else found,))
    listed = [each for each in decks if condition.decks is None or each in condition.decks]
    if not listed:
        return iter(())
    sql = _statement("card.id", condition, cards=_DECK_BY_DECK)
    return database.pieces(sql, (json.dumps(listed), *condition.values), SHOWN_FIRST)


@contextmanager
def _guarded(database: Database) -> Iterator[None]:
    """Stop a search that takes too long."""
    until = monotonic() + LONGEST_S

    def is_too_late() -> bool:
        return monotonic() > until

    database.connection.set_progress_handler(is_too_late, _STEPS_BETWEEN)
    try:
        yield
    except sqlite3.OperationalError as error:
        if is_too_late():
            raise SearchError("search.too_slow", seconds=LONGEST_S) from error
        raise
    finally:
        database.connection.set_progress_handler(None, 0)


def _statement(
    columns: str, condition: Condition, *, cards: str = "card", with_note: bool = False
) -> str:
    note = " CROSS JOIN note ON note.id = card.note_id"
    source = cards + (note if with_note or condition.needs_note else "")
    return f"SELECT {columns} FROM {source} WHERE card.vanished = 0 AND ({condition.sql})"


def _sorted_by_deck(database: Database, condition: Condition, decks: list[int]) -> CardIds:
    """Return the cards deck by deck, in the order of the tree, each in that of its notes."""
    found: CardIds = array("q")
    sql = _statement(f"(card.deck_id << {_ID_BITS}) | card.id", condition)
    # The plus keeps SQLite from going through all cards in order to spare it the sorting.
    keys = database.numbers(
        f"{sql} ORDER BY +card.deck_id, card.position, card.id", condition.values
    )
    for deck_id in decks:
        start = bisect_left(keys, deck_id << _ID_BITS)
        end = bisect_left(keys, (deck_id + 1) << _ID_BITS, start)
        found.extend([key & _ID for key in keys[start:end]])
    return found


def _by_column(database: Database, condition: Condition, sorting: Sorting) -> Iterator[CardIds]:
    """Yield the cards in an order that all have to be looked at for.

    Where that is quick, the first of them are picked out before all are sorted.
    """
    way = "DESC" if sorting.descending else "ASC"
    column = _COLUMNS[sorting.column]
    if sorting.column == "due" and sorting.descending:
        column = _NEVER_DUE_LAST
    sql = _statement("card.id", condition, with_note=column.startswith("note."))
    sql, values = f"{sql} ORDER BY {column} {way}, card.id", condition.values
    if condition.cost == EASY:
        yield database.numbers(f"{sql} LIMIT {SHOWN_FIRST}", values)
        sql = f"{sql} LIMIT -1 OFFSET {SHOWN_FIRST}"
    yield from database.pieces(sql, values)

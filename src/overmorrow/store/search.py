"""Finds cards: a query becomes one statement, which the search index shortens."""

import sqlite3
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import NamedTuple, TypeAlias

from overmorrow.errors import OvermorrowError, SearchError, SearchStoppedError
from overmorrow.search.query import Query
from overmorrow.store.database import Database
from overmorrow.store.deck_names import all_decks
from overmorrow.store.export_rows import quick_reading
from overmorrow.store.search_conditions import Condition, Conditions
from overmorrow.store.search_scope import Scope

COLUMNS = (
    "deck", "due", "interval", "ease", "lapses", "reviews", "prompt", "answer", "added", "edited"
)  # fmt: skip
"""What cards can be ordered by."""
LONGEST_S = 30
"""For how long a search may go on; only expressions on very many notes come near it."""
_STEPS_BETWEEN = 5_000
"""Steps of SQLite's machine, some milliseconds, after which it is asked whether to go on."""
_FEW_DECKS = 500
CardIds: TypeAlias = "array[int]"
_LATE = 1 << 30
_ID_BITS = 32
_ID = (1 << _ID_BITS) - 1
_FIGURES = {
    "due": f"coalesce(card.due_day, {_LATE - 1})",
    "interval": "card.interval_days",
    "ease": "card.ease_hundredths",
    "lapses": "card.lapses",
    "reviews": "card.repetitions",
    "added": "card.note_id",
}
_NEVER_DUE_LAST = "coalesce(card.due_day, 0)"
_TEXTS = {"prompt": "note.prompt", "answer": "note.answer", "edited": "note.hlc"}


class Sorting(NamedTuple):
    """One of `COLUMNS`, and which way."""

    column: str
    descending: bool


def search(
    scope: Scope, query: Query, sorting: Sorting, goes_on: Callable[[], bool] | None = None
) -> CardIds:
    """Return the cards that a query asks for, in order.

    Args:
        scope: The collection on the day.
        query: What to find.
        sorting: In which order; cards that are equal in it come in that of their numbers.
        goes_on: Asked again and again whether the answer is still wanted.

    Raises:
        SearchStoppedError: It is not wanted any more.
        SearchError: It took too long.
        DatabaseError: The file cannot be read.
    """
    with (
        _guarded(scope.database, goes_on),
        quick_reading(scope.database),
        scope.database.snapshot(),
    ):
        condition = Conditions(scope).of(query)
        if sorting.column == "deck":
            found = _by_deck(scope.database, condition)
            return found[::-1] if sorting.descending else found
        if sorting.column in _FIGURES:
            return _by_figure(scope.database, condition, sorting)
        return _by_text(scope.database, condition, sorting)


@contextmanager
def _guarded(database: Database, goes_on: Callable[[], bool] | None) -> Iterator[None]:
    """Stop a search that nobody waits for any more, or that takes too long."""
    until = monotonic() + LONGEST_S
    stopped: list[OvermorrowError] = []

    def has_to_stop() -> bool:
        if goes_on is not None and not goes_on():
            stopped.append(SearchStoppedError("search.stopped"))
        elif monotonic() > until:
            stopped.append(SearchError("search.too_slow", seconds=LONGEST_S))
        return bool(stopped)

    database.connection.set_progress_handler(has_to_stop, _STEPS_BETWEEN)
    try:
        yield
    except sqlite3.OperationalError as error:
        if stopped:
            raise stopped[0] from error
        raise
    finally:
        database.connection.set_progress_handler(None, 0)


def _statement(columns: str, condition: Condition, *, with_note: bool = False) -> str:
    needs_note = with_note or condition.needs_note
    source = "card CROSS JOIN note ON note.id = card.note_id" if needs_note else "card"
    return f"SELECT {columns} FROM {source} WHERE card.vanished = 0 AND ({condition.sql})"


def _by_deck(database: Database, condition: Condition) -> CardIds:
    """Return the cards deck by deck, in the order of the tree, each in that of its notes."""
    decks = [deck.deck_id for deck in all_decks(database)]
    found: CardIds = array("q")
    if condition.is_of_decks and len(decks) <= _FEW_DECKS:
        sql = _statement("card.id", condition)
        sql = f"{sql} AND card.deck_id = ? ORDER BY card.position, card.vanished, card.id"
        for deck_id in decks:
            found.extend(database.numbers(sql, (deck_id,)))
        return found
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


def _by_figure(database: Database, condition: Condition, sorting: Sorting) -> CardIds:
    """Return the cards by a whole number; it and the card's fit into one, which sorts fast."""
    figure = _FIGURES[sorting.column]
    if sorting.descending:
        figure = _NEVER_DUE_LAST if sorting.column == "due" else figure
        figure = f"({_LATE} - {figure})"
    sql = _statement(f"({figure} << {_ID_BITS}) | card.id", condition)
    keys = sorted(database.numbers(sql, condition.values))
    return array("q", [key & _ID for key in keys])


def _by_text(database: Database, condition: Condition, sorting: Sorting) -> CardIds:
    way = "DESC" if sorting.descending else "ASC"
    sql = _statement("card.id", condition, with_note=True)
    sql = f"{sql} ORDER BY {_TEXTS[sorting.column]} {way}, card.id"
    return database.numbers(sql, condition.values)

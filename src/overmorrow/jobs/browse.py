"""Browse: which cards a search finds, and what a list of them shows."""

import time
from array import array
from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple, TypeAlias

from overmorrow.cards.making import cards_of
from overmorrow.clock import DEFAULT_ROLLOVER_HOUR, Moment, StudyDay, start_ms, system_clock
from overmorrow.jobs.preview import Preview, preview
from overmorrow.scheduling.leech import is_leech
from overmorrow.search.half_typed import completed
from overmorrow.search.query import Query
from overmorrow.search.reading import parse
from overmorrow.store import saved_searches as names
from overmorrow.store.database import Database
from overmorrow.store.search import Sorting, search
from overmorrow.store.search_index import reach
from overmorrow.store.search_rows import FoundRow, found_rows
from overmorrow.store.search_scope import Scope

__all__ = [
    "BrowseRow",
    "Found",
    "Order",
    "Preview",
    "SavedSearch",
    "browse_rows",
    "find",
    "forget_search",
    "is_indexed",
    "preview",
    "save_search",
    "saved_searches",
]

CardIds: TypeAlias = "array[int]"
FEW_BEHIND = 20_000
"""So many notes that the index does not have yet are read one by one without being felt."""


class Order(NamedTuple):
    """How found cards are ordered."""

    column: str = "deck"
    """`deck` (the decks' tree, then the place in it), `due`, `interval`, `ease`, `lapses`,
    `reviews`, `prompt`, `answer`, `added` or `edited`."""
    descending: bool = False


class Found(NamedTuple):
    """What a search found."""

    ids: CardIds
    """Cards, in order."""
    took_ms: int
    is_indexed: bool
    """Whether the index could be used; else every note was read, while it is still being built."""
    is_half_typed: bool = False
    """Whether these have what the last word may become, for nothing has the word as it is."""


class BrowseRow(NamedTuple):
    """A card as a list shows it."""

    card_id: int
    note_id: int
    prompt: str
    answer: str
    deck: str
    due_day: int | None
    """None for a card never scheduled."""
    interval_days: int
    ease_hundredths: int
    lapses: int
    reviews: int
    """Repetitions: how often it was recalled in a row."""
    flag: int
    marked: bool
    suspended: bool
    buried: bool
    """Today."""
    is_leech: bool
    tags: tuple[str, ...]
    answer_type: str


class SavedSearch(NamedTuple):
    """A search with a name."""

    name: str
    text: str


def find(
    database: Database,
    text: str,
    order: Order,
    day: StudyDay,
    *,
    rollover_hour: int = DEFAULT_ROLLOVER_HOUR,
    shows: Callable[[CardIds], None] | None = None,
) -> Found:
    """Return the cards that a search finds.

    Args:
        database: The collection.
        text: As typed; nothing finds all cards.
        order: In which order.
        day: Today.
        rollover_hour: The hour of the night at which a day begins.
        shows: Given the cards piece by piece as they are found, from this thread.

    Raises:
        SearchError: A term is not understood, or the search took too long.
        DatabaseError: The collection cannot be read.
    """
    return _found(database, parse(text, day), order, day, rollover_hour, shows)


def find_as_typed(
    database: Database,
    text: str,
    order: Order,
    day: StudyDay,
    *,
    rollover_hour: int = DEFAULT_ROLLOVER_HOUR,
    shows: Callable[[CardIds], None] | None = None,
) -> Found:
    """Return the cards that a search finds while it is written.

    Where nothing has the last word, what has the word that it may become is found.

    Args:
        database: The collection.
        text: As typed so far.
        order: In which order.
        day: Today.
        rollover_hour: The hour of the night at which a day begins.
        shows: Given the cards piece by piece as they are found, from this thread.

    Raises:
        SearchError: A term is not understood, or the search took too long.
        DatabaseError: The collection cannot be read.
    """
    query = parse(text, day)
    found = _found(database, query, order, day, rollover_hour, shows)
    more = completed(query) if found.is_indexed and not found.ids else None
    if more is None:
        return found
    further = _found(database, more, order, day, rollover_hour, shows)
    took_ms = found.took_ms + further.took_ms
    return further._replace(took_ms=took_ms, is_half_typed=bool(further.ids))


def _found(
    database: Database,
    query: Query,
    order: Order,
    day: StudyDay,
    rollover_hour: int,
    shows: Callable[[CardIds], None] | None = None,
) -> Found:
    started = time.perf_counter()
    scope = Scope(database, day, partial(start_ms, rollover_hour=rollover_hour))
    ids = search(scope, query, Sorting(order.column, order.descending), shows)
    took_ms = round((time.perf_counter() - started) * 1000)
    return Found(ids, took_ms, scope.index.behind <= FEW_BEHIND)


def is_indexed(database: Database) -> bool:
    """Return whether the words of all notes but a few are in the index."""
    return reach(database).behind <= FEW_BEHIND


def browse_rows(database: Database, card_ids: Sequence[int], day: StudyDay) -> list[BrowseRow]:
    """Return what a list shows of some cards, in the order given.

    Cards that went meanwhile are left out.

    Args:
        database: The collection.
        card_ids: Some hundred at most.
        day: Today.

    Raises:
        DatabaseError: The collection cannot be read.
    """
    return [_row(found, day) for found in found_rows(database, card_ids)]


def _row(found: FoundRow, day: StudyDay) -> BrowseRow:
    prompt, answer = _sides(found)
    state, sm2 = found.state, found.state.sm2
    return BrowseRow(
        card_id=found.card_id,
        note_id=found.note_id,
        prompt=prompt,
        answer=answer,
        deck=found.deck,
        due_day=sm2.due_day,
        interval_days=sm2.interval_days,
        ease_hundredths=sm2.ease_hundredths,
        lapses=sm2.lapses,
        reviews=sm2.repetitions,
        flag=state.flag,
        marked=state.marked,
        suspended=state.suspended,
        buried=state.buried_day is not None and state.buried_day >= day,
        is_leech=is_leech(sm2.lapses),
        tags=found.note.tags,
        answer_type=found.note.answer_type.value,
    )


def _sides(found: FoundRow) -> tuple[str, str]:
    """Return what the card asks, and its answer."""
    note = found.note
    if found.key == "q" and not note.faces and not note.is_cloze:
        return note.prompt, note.answer
    made = {card.key: card for card in cards_of(note, found.lang, "")}
    card = made.get(found.key)
    return (card.prompt, card.answer) if card else (note.prompt, note.answer)


def saved_searches(database: Database) -> list[SavedSearch]:
    """Return the searches that have a name, by name."""
    return [SavedSearch(name, text) for name, text in names.saved(database)]


def save_search(database: Database, name: str, text: str, moment: Moment | None = None) -> None:
    """Give a search a name; one that had the name before loses it.

    Args:
        database: The collection.
        name: What the learner calls it.
        text: The search.
        moment: When; now without one.

    Raises:
        DatabaseError: It could not be written; nothing was.
    """
    name = " ".join(name.split())
    names.save(database, name, text.strip(), moment or system_clock()())


def forget_search(database: Database, name: str, moment: Moment | None = None) -> None:
    """Take a search's name away.

    Raises:
        DatabaseError: It could not be written; nothing was.
    """
    names.save(database, name, "", moment or system_clock()())

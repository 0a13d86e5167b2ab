"""The decks as a tree: names nested by `::`, parents before what is below them."""

from typing import NamedTuple

from overmorrow.errors import NotFoundError
from overmorrow.settings import WORDS
from overmorrow.store.database import Database

LEVEL = "::"
NEW_ORDER, REVIEW_ORDER, ANSWERING = "new_order", "review_order", "answering"
"""Options whose value a deck takes from the one above it unless it has its own."""
IS_GONE = (
    "EXISTS (SELECT 1 FROM tombstone WHERE tombstone.uid = deck.uid AND tombstone.hlc >= deck.hlc)"
)
"""Whether a deck was set aside after it was last written."""
WORDED = {
    NEW_ORDER: ("deck", "random"),
    REVIEW_ORDER: ("interval", "due", "random"),
    ANSWERING: WORDS["answering"],
}
"""What they may be, the usual one first; how a card is answered is a setting too."""


class DeckRow(NamedTuple):
    """A deck without its cards."""

    deck_id: int
    name: str
    position: int
    options: str | None
    """JSON, or None when it has no options of its own."""


def all_decks(database: Database) -> list[DeckRow]:
    """Return every deck, in the order of the tree."""
    rows = database.rows(f"SELECT id, name, position, options FROM deck WHERE NOT {IS_GONE}")
    decks = {row[1]: DeckRow(*row) for row in rows}
    return sorted(decks.values(), key=lambda deck: _place(deck.name, decks))


def _place(name: str, decks: dict[str, DeckRow]) -> list[tuple[int, str]]:
    path = [*ancestors(name), name]
    return [(decks[each].position if each in decks else 0, each) for each in path]


def ancestors(name: str) -> list[str]:
    """Return the names of the decks above, the topmost first."""
    levels = name.split(LEVEL)
    return [LEVEL.join(levels[:depth]) for depth in range(1, len(levels))]


def paths(decks: list[DeckRow]) -> dict[int, list[int]]:
    """Return each deck's id with those of the decks above it, the topmost first, itself last."""
    ids = {deck.name: deck.deck_id for deck in decks}
    return {
        deck.deck_id: [ids[name] for name in (*ancestors(deck.name), deck.name) if name in ids]
        for deck in decks
    }


def under(decks: list[DeckRow], name: str | None) -> list[DeckRow]:
    """Return a deck and everything below it; all decks for None.

    Raises:
        NotFoundError: There is no such deck; the error offers the nearest name.
    """
    if name is None:
        return decks
    found = [deck for deck in decks if deck.name == name or deck.name.startswith(name + LEVEL)]
    if not found:
        raise _no_deck(name, [deck.name for deck in decks])
    return found


def _no_deck(name: str, known: list[str]) -> NotFoundError:
    from difflib import get_close_matches  # only on the way to an error message

    short = {deck.rpartition(LEVEL)[2]: deck for deck in known} | {deck: deck for deck in known}
    near = get_close_matches(name, short, n=1, cutoff=0.5)
    if near:
        return NotFoundError("store.no_deck_near", deck=name, near=short[near[0]])
    return NotFoundError("store.no_deck", deck=name)


def read_options(options: str | None) -> dict[str, object]:
    """Return what a deck sets for itself."""
    if options is None:
        return {}
    import json  # most decks have none, and `due` loads nothing it can spare

    read: dict[str, object] = json.loads(options)
    return read


def read_limits(options: str | None) -> dict[str, int]:
    """Return the limits that a deck sets for itself."""
    return {key: value for key, value in read_options(options).items() if isinstance(value, int)}


def answering_of(database: Database, name: str, usual: str) -> str:
    """Return how the cards of a deck are answered.

    Args:
        database: The collection.
        name: The deck.
        usual: What holds where neither it nor a deck above says anything.
    """
    path = [*ancestors(name), name]
    rows = database.rows(
        "SELECT id, name, position, options FROM deck"
        f" WHERE options IS NOT NULL AND name IN ({', '.join('?' * len(path))})",
        path,
    )
    return inherited([DeckRow(*row) for row in rows], name, ANSWERING, usual)


def inherited(decks: list[DeckRow], name: str | None, option: str, usual: str = "") -> str:
    """Return what holds for a deck in an option: its own, or that of the nearest deck above.

    Args:
        decks: All decks, or those that have options.
        name: The deck; None for all decks together.
        option: One of `WORDED`.
        usual: What holds where no deck says anything; empty for the first word.
    """
    if name is not None:
        path = {*ancestors(name), name}
        above = [deck for deck in decks if deck.name in path]
        for deck in sorted(above, key=lambda each: len(each.name), reverse=True):
            value = read_options(deck.options).get(option)
            if value in WORDED[option]:
                return str(value)
    return usual or WORDED[option][0]

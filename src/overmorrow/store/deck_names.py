"""The decks as a tree: names nested by `::`, parents before what is below them."""

from typing import NamedTuple

from overmorrow.errors import NotFoundError
from overmorrow.store.database import Database

LEVEL = "::"


class DeckRow(NamedTuple):
    """A deck without its cards."""

    deck_id: int
    name: str
    position: int
    options: str | None
    """JSON, or None when it has no options of its own."""


def all_decks(database: Database) -> list[DeckRow]:
    """Return every deck, in the order of the tree."""
    rows = database.rows("SELECT id, name, position, options FROM deck")
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
        deck.deck_id: [ids[name] for name in (*ancestors(deck.name), deck.name)] for deck in decks
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


def read_options(options: str | None) -> dict[str, int]:
    """Return the limits that a deck sets for itself."""
    if options is None:
        return {}
    import json  # most decks have none, and `due` loads nothing it can spare

    read = json.loads(options)
    return {key: value for key, value in read.items() if isinstance(value, int)}

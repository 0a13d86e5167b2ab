"""The tree of decks on the first screen: what is shown and what is folded away."""

from collections.abc import Sequence
from typing import NamedTuple

from overmorrow.store.today import DeckCounts

_FOLDED = "▸ "
_OPEN = "▾ "
_LEAF = "  "


class DeckRow(NamedTuple):
    """One row of the tree."""

    scope: str | None
    """The deck's full name; None for all decks."""
    name: str
    depth: int
    sign: str
    counts: DeckCounts


def deck_rows(decks: Sequence[DeckCounts], folded: frozenset[str], all_name: str) -> list[DeckRow]:
    """Return the rows to show, all decks together first where there are several.

    Args:
        decks: Parents before what is below them.
        folded: Full names of the decks whose subdecks are hidden.
        all_name: What all decks together are called.
    """
    rows: list[DeckRow] = []
    top = [deck for deck in decks if "::" not in deck.name]
    if len(decks) > 1 and len(top) != 1:
        rows.append(DeckRow(None, all_name, 0, "", _sum(top)))
    names = [deck.name for deck in decks]
    for deck in decks:
        parts = deck.name.split("::")
        above = {"::".join(parts[:level]) for level in range(1, len(parts))}
        if above & folded:
            continue
        has_below = any(name.startswith(deck.name + "::") for name in names)
        sign = (_FOLDED if deck.name in folded else _OPEN) if has_below else _LEAF
        rows.append(DeckRow(deck.name, parts[-1], len(parts) - 1, sign, deck))
    if all(row.sign in ("", _LEAF) for row in rows):
        rows = [row._replace(sign="") for row in rows]
    return rows


def _sum(decks: Sequence[DeckCounts]) -> DeckCounts:
    return DeckCounts(
        0,
        "",
        sum(deck.new for deck in decks),
        sum(deck.review for deck in decks),
        sum(deck.drill for deck in decks),
        sum(deck.total for deck in decks),
    )

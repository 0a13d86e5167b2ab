"""The tree of decks on the first screen: what is shown, what is folded away, what is in sight."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from overmorrow.store.day_tree import DeckCounts

_FOLDED = "▸ "
_OPEN = "▾ "
_LEAF = "  "
_SEARCH = "/ "
_LEVEL = "::"


class DeckRow(NamedTuple):
    """One row of the tree."""

    scope: str | None
    """The deck's full name, or that of a search; None for all decks."""
    name: str
    depth: int
    sign: str
    counts: DeckCounts | None
    """None for a saved search: nobody counts what it finds before it is wanted."""

    search: str = ""
    """The text of a saved search."""

    @property
    def is_search(self) -> bool:
        """Whether it is a search and no deck."""
        return self.counts is None

    @property
    def can_be_folded(self) -> bool:
        """Whether there are decks below it."""
        return self.sign in (_FOLDED, _OPEN)


def search_rows(searches: Iterable[tuple[str, str]]) -> list[DeckRow]:
    """Return the rows of searches, each with its name and text, which stand below the decks."""
    return [DeckRow(name, name, 0, _SEARCH, None, text) for name, text in searches]


def deck_rows(
    decks: Sequence[DeckCounts], folded: frozenset[str], whole: DeckCounts, all_name: str
) -> list[DeckRow]:
    """Return the rows to show, all decks together first where there are several.

    Args:
        decks: Parents before what is below them.
        folded: Full names of the decks whose subdecks are hidden.
        whole: What all decks hold together.
        all_name: What all decks together are called.
    """
    paths = [deck.name.split(_LEVEL) for deck in decks]
    parents = {_LEVEL.join(path[:-1]) for path in paths}
    rows: list[DeckRow] = []
    if len(decks) > 1 and sum(len(path) == 1 for path in paths) != 1:
        rows.append(DeckRow(None, all_name, 0, "", whole))
    for deck, path in zip(decks, paths, strict=True):
        if folded and any(_LEVEL.join(path[:level]) in folded for level in range(1, len(path))):
            continue
        has_below = deck.name in parents
        sign = (_FOLDED if deck.name in folded else _OPEN) if has_below else _LEAF
        rows.append(DeckRow(deck.name, path[-1], len(path) - 1, sign, deck))
    if all(row.sign in ("", _LEAF) for row in rows):
        rows = [row._replace(sign="") for row in rows]
    return rows


class DeckTree:
    """Which row is chosen and which are in sight."""

    def __init__(self, rows: Sequence[DeckRow] = (), scope: str | None = None) -> None:
        """Show rows, with one of them chosen.

        Args:
            rows: The rows.
            scope: Of the row to be chosen; the first where there is no such row.
        """
        self.rows = list(rows)
        self.chosen = 0
        self.first = 0
        """The first row in sight."""
        self.room = 1
        """How many rows are."""
        self.choose(scope)

    @property
    def scope(self) -> str | None:
        """The chosen deck."""
        return self.rows[self.chosen].scope if self.rows else None

    def choose(self, scope: str | None) -> None:
        """Choose a deck, or where it is not shown the one it is folded into."""
        at = {row.scope: place for place, row in enumerate(self.rows)}
        while scope is not None and scope not in at:
            scope = scope.rpartition(_LEVEL)[0] or None
        self.chosen = at.get(scope, 0)
        self._show_chosen()

    def beside(self, deck: str) -> str:
        """Return where to be once a deck is gone: the next beside it, or else the one above.

        Args:
            deck: The deck.

        Returns:
            A deck's name; empty for all decks.
        """
        above = deck.rpartition(_LEVEL)[0]
        names = [row.scope for row in self.rows if row.scope and not row.is_search]
        level = [name for name in names if name.rpartition(_LEVEL)[0] == above]
        if deck not in level or len(level) == 1:
            return above
        at = level.index(deck)
        return level[at + 1] if at + 1 < len(level) else level[at - 1]

    def put(self, rows: Sequence[DeckRow]) -> None:
        """Show other rows and stay where we are."""
        scope = self.scope
        self.rows = list(rows)
        self.choose(scope)

    def fit(self, room: int) -> None:
        """Keep the chosen row in sight when there is other room."""
        if room != self.room:
            self.room = room
            self.first = max(0, self.chosen - room // 2)
        self.first = max(0, min(self.first, len(self.rows) - room))

    def move(self, step: int) -> None:
        """Choose the row so many below, or above."""
        self.chosen = max(0, min(len(self.rows) - 1, self.chosen + step))
        self._show_chosen()

    def scroll(self, step: int) -> None:
        """Look further down, or up; what is chosen stays chosen."""
        self.first = max(0, min(self.first + step, len(self.rows) - self.room))

    def in_sight(self) -> list[tuple[DeckRow, bool]]:
        """Return the rows to draw, each with whether it is chosen."""
        shown = self.rows[self.first : self.first + self.room]
        return [(row, at == self.chosen) for at, row in enumerate(shown, self.first)]

    @property
    def part(self) -> str:
        """Which rows are in sight, of how many; empty when that is all."""
        count = len(self.rows)
        if count <= self.room:
            return ""
        return f"{self.first + 1}–{min(count, self.first + self.room)}/{count}"

    def _show_chosen(self) -> None:
        if self.chosen < self.first:
            self.first = self.chosen
        elif self.chosen >= self.first + self.room:
            self.first = self.chosen - self.room + 1

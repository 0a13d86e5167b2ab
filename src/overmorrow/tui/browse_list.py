"""The cards that a search found: which of them is looked at, and which are picked."""

from array import array
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from overmorrow.jobs.browse import BrowseRow

PAGE_ROWS = 200
_MOST_PAGES = 10


class Picks:
    """The picked cards; picking a million of them takes no longer than picking one."""

    def __init__(self) -> None:
        self._are_all = False
        self._exceptions: set[int] = set()

    @property
    def are_all(self) -> bool:
        """Whether all cards are picked, but for some."""
        return self._are_all

    def __contains__(self, card_id: int) -> bool:
        return self._are_all != (card_id in self._exceptions)

    def turn(self, card_id: int) -> None:
        """Pick a card, or put a picked one back."""
        self._exceptions ^= {card_id}

    def take_all(self) -> None:
        """Pick all cards."""
        self._are_all = True
        self._exceptions.clear()

    def clear(self) -> None:
        """Pick none."""
        self._are_all = False
        self._exceptions.clear()

    def count(self, found: int) -> int:
        """Return how many of so many found cards are picked."""
        return found - len(self._exceptions) if self._are_all else len(self._exceptions)

    def of(self, ids: Sequence[int]) -> list[int]:
        """Return which of the cards are picked, in their order."""
        if not self._are_all and not self._exceptions:
            return []
        return [card_id for card_id in ids if card_id in self]

    def keep(self, ids: Sequence[int]) -> None:
        """Put back what is not among these cards."""
        if self._exceptions:
            self._exceptions.intersection_update(ids)


class BrowseList:
    """Found cards by their ids; what is written on them is read a page at a time."""

    def __init__(self, load: Callable[[Sequence[int]], "Sequence[BrowseRow]"]) -> None:
        """Begin with no cards.

        Args:
            load: Reads the rows of some cards.
        """
        self._load = load
        self._pages: dict[int, dict[int, BrowseRow]] = {}
        self.ids: array[int] = array("q")
        self.is_whole = True
        """Whether no more cards are being found."""
        self._wants_end = False
        self.at = 0
        """Which of the cards is looked at."""
        self.top = 0
        """Which is the first on the screen."""
        self.picks = Picks()

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def card_id(self) -> int | None:
        """The card that is looked at; None if none was found."""
        return self.ids[self.at] if self.ids else None

    @property
    def row(self) -> "BrowseRow | None":
        """What is written on it."""
        return self.row_at(self.at) if self.ids else None

    @property
    def picked(self) -> int:
        """How many cards are picked."""
        return self.picks.count(len(self.ids))

    @property
    def wanted(self) -> list[int]:
        """The cards that a command is about: the picked ones, or else the one looked at."""
        if self.picked:
            return self.picks.of(self.ids)
        return [] if self.card_id is None else [self.card_id]

    @property
    def knows_wanted(self) -> bool:
        """Whether it is known by now which cards a command is about."""
        return self.is_whole or not self.picks.are_all

    @property
    def first_wanted(self) -> "BrowseRow | None":
        """The row that says what a command which goes both ways will do."""
        if not self.picked or (self.card_id is not None and self.card_id in self.picks):
            return self.row
        place = next((at for at, each in enumerate(self.ids) if each in self.picks), None)
        return None if place is None else self.row_at(place)

    def show(self, ids: "array[int]", *, stays: bool) -> None:
        """Show other cards.

        Args:
            ids: The cards.
            stays: Whether they are about the same as before, so that the card looked
                at and the picked ones are looked for among them.
        """
        card_id = self.card_id
        offset = self.at - self.top
        self.ids = ids
        self.is_whole = True
        self._wants_end = False
        self._pages.clear()
        if not stays:
            self.picks.clear()
            self.at = self.top = 0
            return
        self.picks.keep(ids)
        if card_id is not None and card_id in ids:
            self.at = ids.index(card_id)
        self.at = max(0, min(self.at, len(ids) - 1))
        self.top = max(0, self.at - offset)

    def begin(self, ids: "array[int]") -> None:
        """Show the first cards of a search that goes on."""
        self.show(ids, stays=False)
        self.is_whole = False

    def grow(self, ids: "array[int]") -> None:
        """Show more cards after those that are shown."""
        self.ids.extend(ids)
        self._has_grown()

    def complete(self, ids: "array[int]") -> None:
        """Show all cards that were found, of which the first are shown already."""
        self.ids = ids
        self.is_whole = True
        self._has_grown()
        self._wants_end = False

    def _has_grown(self) -> None:
        """Read the last page again, and stay at the end if that is wanted."""
        if self._pages:
            self._pages.pop(max(self._pages), None)
        if self._wants_end:
            self.at = max(0, len(self.ids) - 1)

    def forget_rows(self) -> None:
        """Read the rows anew, for something on them may have changed."""
        self._pages.clear()

    def row_at(self, place: int) -> "BrowseRow | None":
        """Return a row; None if its card is gone."""
        page = place // PAGE_ROWS
        if page not in self._pages:
            if len(self._pages) >= _MOST_PAGES:
                del self._pages[next(iter(self._pages))]
            ids = self.ids[page * PAGE_ROWS : (page + 1) * PAGE_ROWS]
            self._pages[page] = {row.card_id: row for row in self._load(ids)}
        return self._pages[page].get(self.ids[place])

    def move(self, step: int) -> None:
        """Look at a card so many places on; the first and the last are the ends."""
        self._wants_end = False
        self.at = max(0, min(len(self.ids) - 1, self.at + step))

    def move_to_end(self) -> None:
        """Look at the last card, also of those that are still to be found."""
        self.move(len(self.ids))
        self._wants_end = True

    def turn(self) -> None:
        """Pick the card looked at, or put it back, and go on to the next."""
        self.turn_here()
        self.move(1)

    def turn_here(self) -> None:
        """Pick the card looked at, or put it back."""
        if self.card_id is not None:
            self.picks.turn(self.card_id)

    def turn_all(self) -> None:
        """Pick all cards, or none if all are."""
        if self.picked == len(self.ids):
            self.picks.clear()
        else:
            self.picks.take_all()

    def window(self, room: int) -> range:
        """Return the places that so many rows show, the card looked at among them."""
        room = max(1, room)
        self.top = max(self.at - room + 1, min(self.top, self.at))
        self.top = max(0, min(self.top, len(self.ids) - room))
        return range(self.top, min(len(self.ids), self.top + room))

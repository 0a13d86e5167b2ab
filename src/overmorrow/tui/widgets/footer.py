"""The last row of the screen: the keys that matter most here, in the learner's language."""

from collections.abc import Sequence

from textual.events import Click

from overmorrow.tui import cells
from overmorrow.tui.footers import Offer
from overmorrow.tui.rows import PLAIN, STRONG, Piece
from overmorrow.tui.widgets.sheet import Sheet

_GAPS = (3, 2)


class KeyFooter(Sheet):
    """Shows as many offers as fit, the first and the last before the others; a click acts."""

    def __init__(self, *, ascii_only: bool = False) -> None:
        """Make an empty footer."""
        super().__init__(id="keys", ascii_only=ascii_only)
        self._places: list[tuple[range, str]] = []

    def offer(self, offers: Sequence[Offer], width: int) -> None:
        """Show the offers that fit."""
        shown, gap = fitting(offers, width)
        pieces: list[Piece] = [(" ", PLAIN)]
        self._places = []
        column = 1
        for number, each in enumerate(shown):
            if number:
                pieces.append((" " * gap, PLAIN))
                column += gap
            end = column + _cells(each)
            self._places.append((range(column, end), each.action))
            pieces += [(each.key, STRONG), (f" {each.label}", PLAIN)]
            column = end
        self.show([pieces])

    async def on_click(self, event: Click) -> None:
        """Do what the clicked offer says."""
        event.stop()
        for place, action in self._places:
            if event.x in place and action:
                await self.screen.run_action(action)


def fitting(offers: Sequence[Offer], width: int) -> tuple[list[Offer], int]:
    """Return the offers that fit the width and the gap between them.

    They move closer before any is dropped; the one before the last goes first.
    """
    shown = list(offers)
    while True:
        for gap in _GAPS:
            if len(shown) <= 2 or _row_cells(shown, gap) <= width:
                return shown, gap
        del shown[-2]


def _row_cells(offers: Sequence[Offer], gap: int) -> int:
    return 1 + sum(map(_cells, offers)) + gap * (len(offers) - 1)


def _cells(offer: Offer) -> int:
    return cells.cell_len(offer.key) + 1 + cells.cell_len(offer.label)

"""Card info: where a card stands and how it came there."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType

from overmorrow.jobs.card_info import CardInfo
from overmorrow.tui.card_info_rows import info_head, info_rows
from overmorrow.tui.keys import Place, bindings
from overmorrow.tui.manner import Manner
from overmorrow.tui.rows import Row
from overmorrow.tui.screens.reading_page import ReadingPage


class CardInfoScreen(ReadingPage):
    """Shows one card's schedule, what it is mixed up with, and all its answers."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.INFO)]

    def __init__(self, info: CardInfo, manner: Manner) -> None:
        """Make the page.

        Args:
            info: The card with its history.
            manner: Language and looks.
        """
        super().__init__(manner)
        self._info = info

    @property
    def place(self) -> Place:
        """Where the learner is."""
        return Place.INFO

    def head_rows(self) -> Sequence[Row]:
        """Return the title and a rule."""
        return info_head(self.frame, self.manner.say)

    def body_rows(self) -> Sequence[Row]:
        """Return the card's history."""
        return info_rows(self._info, self.frame, self.manner.say)

"""Help: the keys of the screen below, from the table that binds them."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType

from overmorrow.tui.help_rows import help_head, help_rows
from overmorrow.tui.keys import Place, bindings
from overmorrow.tui.manner import Manner
from overmorrow.tui.rows import Row
from overmorrow.tui.screens.reading_page import ReadingPage


class HelpScreen(ReadingPage):
    """Lists exactly the keys that work where the learner was."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.HELP)]

    def __init__(self, places: Sequence[Place], manner: Manner) -> None:
        """Make the page.

        Args:
            places: Where the learner was, and where that leads next.
            manner: Language and looks.
        """
        super().__init__(manner)
        self._places = places

    @property
    def place(self) -> Place:
        """Where the learner is."""
        return Place.HELP

    def head_rows(self) -> Sequence[Row]:
        """Return the title and a rule."""
        return help_head(self._places[0], self.frame, self.manner.say)

    def body_rows(self) -> Sequence[Row]:
        """Return the keys."""
        return help_rows(self._places, self.frame, self.manner.say)

"""Help: the keys of the screen below, from the table that binds them."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll

from overmorrow.tui import footers
from overmorrow.tui.help_rows import help_head, help_rows
from overmorrow.tui.keys import Place, bindings
from overmorrow.tui.manner import Manner
from overmorrow.tui.screens.page import Page


class HelpScreen(Page):
    """Lists exactly the keys that work where the learner was."""

    CSS_PATH = "help.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.HELP)]

    def __init__(self, places: Sequence[Place], manner: Manner) -> None:
        """Make the page.

        Args:
            places: Where the learner was, and where that leads next.
            manner: Language and looks.
        """
        super().__init__(manner)
        self._places = places
        self._head = self.sheet("head")
        self._body = self.sheet("help")
        self._scroll = VerticalScroll(self._body, id="around-help", can_focus=False)

    @property
    def place(self) -> Place:
        """Where the learner is."""
        return Place.HELP

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        yield self._head
        yield self._scroll
        yield self._status
        yield self._footer

    def draw(self) -> None:
        """Draw the page."""
        frame = self.frame
        say = self.manner.say
        self._head.show(help_head(self._places[0], frame, say))
        self._body.show(help_rows(self._places, frame, say))
        self.offer(footers.help_offers(say))

    def action_scroll(self, direction: int) -> None:
        """Scroll the page."""
        self._scroll.scroll_relative(y=3 * direction, animate=False)

    def action_close(self) -> None:
        """Go back to where the learner was."""
        self.dismiss()

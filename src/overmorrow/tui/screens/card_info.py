"""Card info: where a card stands and how it came there."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll

from overmorrow.jobs.card_info import CardInfo
from overmorrow.tui import footers
from overmorrow.tui.card_info_rows import info_head, info_rows
from overmorrow.tui.keys import Place, bindings
from overmorrow.tui.manner import Manner
from overmorrow.tui.screens.page import Page


class CardInfoScreen(Page):
    """Shows one card's schedule, what it is mixed up with, and all its answers."""

    CSS_PATH = "card_info.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.INFO)]

    def __init__(self, info: CardInfo, manner: Manner) -> None:
        """Make the page.

        Args:
            info: The card with its history.
            manner: Language and looks.
        """
        super().__init__(manner)
        self._info = info
        self._head = self.sheet("head")
        self._body = self.sheet("info")
        self._scroll = VerticalScroll(self._body, id="around-info", can_focus=False)

    @property
    def place(self) -> Place:
        """Where the learner is."""
        return Place.INFO

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        yield self._head
        yield self._scroll
        yield self._status
        yield self._footer

    def draw(self) -> None:
        """Draw the page."""
        frame, say = self.frame, self.manner.say
        self._head.show(info_head(frame, say))
        self._body.show(info_rows(self._info, frame, say))
        self.offer(footers.help_offers(say))

    def action_scroll(self, direction: int) -> None:
        """Scroll the page."""
        self._scroll.scroll_relative(y=3 * direction, animate=False)

    def action_close(self) -> None:
        """Go back to where the learner was."""
        self.dismiss()

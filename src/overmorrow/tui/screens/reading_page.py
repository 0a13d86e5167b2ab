"""A page to read: a head, rows that scroll under it, and a key that closes it."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll

from overmorrow.tui import footers
from overmorrow.tui.manner import Manner
from overmorrow.tui.rows import Row
from overmorrow.tui.screens.page import Page


class ReadingPage(Page):
    """Shows rows that a subclass makes; nothing on it can be changed."""

    CSS_PATH = "reading_page.tcss"

    def __init__(self, manner: Manner) -> None:
        """Make the page.

        Args:
            manner: Language and looks.
        """
        super().__init__(manner)
        self._head = self.sheet("head")
        self._body = self.sheet("body")
        self._scroll = VerticalScroll(self._body, id="around-body", can_focus=False)

    def head_rows(self) -> Sequence[Row]:
        """Return the title and a rule."""
        raise NotImplementedError

    def body_rows(self) -> Sequence[Row]:
        """Return everything below."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        yield self._head
        yield self._scroll
        yield self._status
        yield self._footer

    @property
    def is_easily_left(self) -> bool:
        """Whether nothing is lost when the learner goes elsewhere from here."""
        return True

    def draw(self) -> None:
        """Draw the page."""
        self._head.show(self.head_rows())
        self._body.show(self.body_rows())
        self.offer(footers.reading_offers(self.manner.say))

    def action_scroll(self, direction: int) -> None:
        """Scroll the page."""
        self._scroll.scroll_relative(y=3 * direction, animate=False)

    def action_close(self) -> None:
        """Go back to where the learner was."""
        self.dismiss()

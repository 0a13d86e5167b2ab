"""The decks that were removed, to be brought back."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.events import Click
from textual.message import Message

from overmorrow.stats.spans import short_day
from overmorrow.tui.cells import between
from overmorrow.tui.export_rows import removed_rows
from overmorrow.tui.footers import Offer
from overmorrow.tui.keys import bindings
from overmorrow.tui.manner import Manner
from overmorrow.tui.places import Place
from overmorrow.tui.rows import EMPTY, PLAIN, muted
from overmorrow.tui.screens.page import Page

if TYPE_CHECKING:
    from overmorrow.tui.homes import Removed

_AROUND_ROWS = 5
"""The title, the rule, an empty row, the status and the footer."""


class RemovedDecksScreen(Page):
    """Lists removed decks; Enter brings the chosen one back."""

    CSS_PATH = "home.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.REMOVED)]

    class Chosen(Message):
        """Posted when the learner wants a deck back."""

        def __init__(self, deck: str) -> None:
            """Say which."""
            super().__init__()
            self.deck = deck

    class Closed(Message):
        """Posted when the learner leaves it."""

    def __init__(self, removed: "Sequence[Removed]", manner: Manner) -> None:
        """Show them.

        Args:
            removed: The decks, at least one.
            manner: Language, keys and looks.
        """
        super().__init__(manner)
        self._removed = removed
        self._chosen = 0
        self._body = self.sheet("home")

    @property
    def place(self) -> Place:
        """Where the learner is."""
        return Place.REMOVED

    @property
    def is_easily_left(self) -> bool:
        """Whether nothing is lost when the learner goes elsewhere from here."""
        return True

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        yield self._body
        yield self._status
        yield self._footer

    def draw(self) -> None:
        """Draw the decks."""
        frame, say = self.frame, self.manner.say
        title = " " + between(say("export_screen.removed_title"), "", frame.width - 2)
        lines = [
            (
                deck.name,
                say("export_screen.notes", n=deck.notes),
                say("export_screen.removed_on", day=short_day(say, deck.day)),
            )
            for deck in self._removed
        ]
        rows = removed_rows(lines, self._chosen, frame.height - _AROUND_ROWS, frame, say)
        self._body.show([((title, PLAIN),), muted("─" * frame.width), EMPTY, *rows])
        self.offer(
            [
                Offer("Enter", say("keys.restore_deck"), "restore_deck"),
                Offer("↑ ↓", say("keys.move_deck"), "move_removed(1)"),
                Offer("Esc", say("keys.leave_pair"), "leave_removed"),
            ]
        )

    def action_move_removed(self, step: int) -> None:
        """Choose the next deck, or the one before."""
        self._chosen = (self._chosen + step) % len(self._removed)
        self.draw()

    def action_restore_deck(self) -> None:
        """Bring the chosen deck back."""
        self.post_message(self.Chosen(self._removed[self._chosen].name))

    def action_leave_removed(self) -> None:
        """Leave it."""
        self.post_message(self.Closed())

    def on_click(self, event: Click) -> None:
        """Choose the clicked deck; a click on the chosen one brings it back."""
        at = event.y - 3
        if not 0 <= at < len(self._removed):
            return
        if at == self._chosen:
            self.action_restore_deck()
        else:
            self._chosen = at
            self.draw()

"""Card info: where a card stands and how it came there."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.message import Message

from overmorrow.jobs.card_info import CardInfo
from overmorrow.jobs.card_source import CardSource
from overmorrow.tui import footers
from overmorrow.tui.card_info_rows import info_head, info_rows
from overmorrow.tui.keys import bindings
from overmorrow.tui.manner import Manner
from overmorrow.tui.places import Place
from overmorrow.tui.rows import Row
from overmorrow.tui.screens.card_menu_wanted import CardMenuWanted
from overmorrow.tui.screens.edit_wanted import EditWanted
from overmorrow.tui.screens.reading_page import ReadingPage


class CardInfoScreen(ReadingPage):
    """Shows one card's schedule, what it is mixed up with, and all its answers."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.INFO)]

    class SourceWanted(Message):
        """Posted when the learner wants to see where the card is from."""

        def __init__(self, source: CardSource) -> None:
            """Say where it is from."""
            super().__init__()
            self.source = source

    class UndoWanted(Message):
        """Posted when the learner wants what was changed from here back as it was."""

    def __init__(self, info: CardInfo, manner: Manner, source: CardSource | None = None) -> None:
        """Make the page.

        Args:
            info: The card with its history.
            manner: Language and looks.
            source: Where the card is from; None where no article is kept.
        """
        super().__init__(manner)
        self._info = info
        self._source = source
        self.changes = 0
        """How many changes were asked for here and are not taken back."""

    @property
    def place(self) -> Place:
        """Where the learner is."""
        return Place.INFO

    def action_source(self) -> None:
        """Show where the card is from."""
        if self._source is None:
            self.tell(self.manner.say("generate_screen.no_source"))
        else:
            self.post_message(self.SourceWanted(self._source))

    def action_edit(self) -> None:
        """Change the card's note."""
        self.post_message(EditWanted(self._info.card_id))

    def action_card_menu(self) -> None:
        """Change the card's tags, its deck or its day."""
        self.post_message(CardMenuWanted(self._info.card_id))

    def action_undo(self) -> None:
        """Take back what was changed from here, one change at a time."""
        if self.changes:
            self.changes -= 1
            self.post_message(self.UndoWanted())
        else:
            self.tell(self.manner.say("undo.nothing_to_undo"))

    @property
    def card_id(self) -> int:
        """The card that is shown."""
        return self._info.card_id

    def show_info(self, info: CardInfo, note: str) -> None:
        """Show the card as it is now.

        Args:
            info: The card with its history.
            note: What came of the change, or of taking it back.
        """
        self._info = info
        self.draw()
        self.tell(note)

    def draw(self) -> None:
        """Draw the page."""
        super().draw()
        self.offer(footers.info_offers(self.manner.say, can_undo=self.changes > 0))

    def head_rows(self) -> Sequence[Row]:
        """Return the title and a rule."""
        return info_head(self.frame, self.manner.say)

    def body_rows(self) -> Sequence[Row]:
        """Return the card's history."""
        return info_rows(self._info, self.frame, self.manner.say)

"""The box for the name of a deck that is made, renamed or moved."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input

from overmorrow.tui import cells, home_footers
from overmorrow.tui.keys import bindings
from overmorrow.tui.manner import Manner
from overmorrow.tui.places import Place
from overmorrow.tui.rows import EMPTY, MUTED, STRONG, muted
from overmorrow.tui.screens.page import Page
from overmorrow.tui.widgets.line_box import LineBox


class DeckNameScreen(Page):
    """Asks for a deck's name; levels are joined by `::`."""

    CSS_PATH = "deck_name.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.DECK_NAME)]

    class Named(Message):
        """Posted when the learner has written a name."""

        def __init__(self, deck: str | None, name: str) -> None:
            """Say which.

            Args:
                deck: The deck to be renamed; None for one to be made.
                name: Its new name.
            """
            super().__init__()
            self.deck = deck
            self.name = name

    class Closed(Message):
        """Posted when the learner leaves it."""

    def __init__(self, manner: Manner, deck: str | None = None, note: str = "") -> None:
        """Ask for a name.

        Args:
            manner: Language, keys and looks.
            deck: The deck to be renamed; None for one to be made.
            note: What the status row says at first.
        """
        super().__init__(manner, note)
        self._deck = deck
        self._head = self.sheet("head")
        self._label = self.sheet("label")
        self._box = LineBox("deck-name")
        self._body = self.sheet("body")

    @property
    def place(self) -> Place:
        """Where the learner is."""
        return Place.DECK_NAME

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        yield self._head
        yield Horizontal(self._label, self._box, id="name-row")
        yield self._body
        yield self._status
        yield self._footer

    def on_mount(self) -> None:
        """Begin to write; Textual calls `Page.on_mount` too."""
        if self._deck is not None:
            self._box.write(self._deck)
        self.set_focus(self._box)

    def draw(self) -> None:
        """Draw what is asked."""
        frame = self.frame
        say = self.manner.say
        title = say("decks.make" if self._deck is None else "decks.rename")
        self._head.show([((f" {title}", STRONG),), muted("─" * frame.width), EMPTY])
        label = (" " * frame.start + say("decks.name"), MUTED)
        self._label.show([(label,)])
        about = say("decks.about_new" if self._deck is None else "decks.about_rename")
        indent = " " * frame.start
        wrapped = [
            muted(indent + line)
            for text in (say("decks.about_levels"), about)
            for line in cells.wrap(text, frame.text_cells)
        ]
        self._body.show([EMPTY, *wrapped])
        self.offer(home_footers.name_offers(say, is_new=self._deck is None))

    @on(Input.Submitted, "#deck-name")
    def action_take_deck_name(self) -> None:
        """Take the name."""
        if self._box.value.strip():
            self.post_message(self.Named(self._deck, self._box.value))
        else:
            self.tell(self.manner.say("generating.no_deck_name"))

    def action_leave_deck_name(self) -> None:
        """Leave it."""
        self.post_message(self.Closed())

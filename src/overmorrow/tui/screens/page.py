"""What all screens share: a status row, a footer, and keys that depend on the place."""

from typing import ClassVar

from textual.events import Key, Resize
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input

from overmorrow.errors import ClockError, OvermorrowError
from overmorrow.jobs.error_words import error_words
from overmorrow.tui import cells
from overmorrow.tui.footers import Offer
from overmorrow.tui.frame import Frame
from overmorrow.tui.keyboard import hangul_first
from overmorrow.tui.keys import live
from overmorrow.tui.manner import Manner
from overmorrow.tui.places import Place
from overmorrow.tui.rows import plain
from overmorrow.tui.screens.clock_doubted import ClockDoubted
from overmorrow.tui.screens.cramped import Cramped
from overmorrow.tui.told_errors import ToldErrors
from overmorrow.tui.widgets.footer import KeyFooter
from overmorrow.tui.widgets.sheet import Sheet


class Page(ToldErrors, Screen[None]):
    """A screen that draws its whole state anew whenever something changed."""

    AUTO_FOCUS: ClassVar[str | None] = ""
    most_status_rows = 4
    """How many rows a sentence in the status row may take."""

    def __init__(self, manner: Manner, note: str = "") -> None:
        """Prepare the rows that every screen has.

        Args:
            manner: Language, keys and looks.
            note: What the status row says at first.
        """
        super().__init__()
        self.manner = manner
        self._note = self._told = note
        self.standing = ""
        """What the status row goes on to say from key to key."""
        self._hints: dict[Input, str] = {}
        self.footer_offers: list[Offer] = []
        """What the footer offers, as long as there is room."""
        self._status = self.sheet("status")
        self._footer = KeyFooter(ascii_only=manner.ascii_only)
        self._cramped = Cramped(manner.say)

    @property
    def place(self) -> Place:
        """Where the learner is; the keys that work depend on it."""
        raise NotImplementedError

    @property
    def help_places(self) -> tuple[Place, ...]:
        """The places whose keys the help page lists from here."""
        return (self.place,)

    @property
    def frame(self) -> Frame:
        """The room there is."""
        return Frame(*self.app.size)

    @property
    def is_easily_left(self) -> bool:
        """Whether nothing is lost when the learner goes elsewhere from here."""
        return False

    def does(self, action: str) -> bool:
        """Return whether an action, with or without arguments, does something now."""
        return self.check_action(action.partition("(")[0], ()) is True

    def adopt(self, manner: Manner) -> None:
        """Speak and draw in another manner from now on."""
        self.manner = manner
        self._cramped.say = manner.say
        for box, message in self._hints.items():
            box.placeholder = manner.say(message)
        for sheet in self.query(Sheet):
            sheet.draw_in(ascii_only=manner.ascii_only)
        self.draw()

    def draw(self) -> None:
        """Draw the state; only what differs is sent to the terminal."""
        raise NotImplementedError

    def card_edited(self, sentence: str) -> None:
        """Show what may be another after an edit that was asked for here.

        Args:
            sentence: What came of the edit.
        """
        self.draw()
        self.tell(sentence)

    def put_hint(self, box: Input, message: str) -> None:
        """Let a box say something while it is empty, in whatever language holds then.

        Args:
            box: The box.
            message: The message's key.
        """
        self._hints[box] = message
        box.placeholder = self.manner.say(message)

    def sheet(self, name: str) -> Sheet:
        """Return an empty sheet that draws in this run's signs."""
        return Sheet(id=name, ascii_only=self.manner.ascii_only)

    def tell(self, sentence: str) -> None:
        """Say something in the status row, until the next key; an error may take several."""
        self._told = sentence
        lines = cells.wrap(sentence, self.frame.width - 2) if sentence else []
        self._status.show([plain(f" {line}") for line in lines[: self.most_status_rows]])

    @property
    def can_tell(self) -> bool:
        """Whether the program has come so far that it can go on after an error."""
        return not isinstance(self.app, ToldErrors) or self.app.can_tell

    def complain(self, error: OvermorrowError) -> None:
        """Say what went wrong, and what to do."""
        self.tell(error_words(self.manner.say, error))
        if isinstance(error, ClockError):
            self.post_message(ClockDoubted())

    def offer(self, offers: list[Offer]) -> None:
        """Show what the footer offers."""
        self.footer_offers = offers
        self.offer_again()

    def offer_again(self) -> None:
        """Show the same offers, by the keys that the keyboard sends now."""
        hangul = self.manner.keyboard.types_hangul
        shown = hangul_first(self.footer_offers, self.place) if hangul else self.footer_offers
        self._footer.offer(shown, self.frame.width)

    def check_action(
        self,
        action: str,
        parameters: tuple[object, ...],  # noqa: ARG002  # Textual's own signature
    ) -> bool | None:
        """Return whether an action is for the place where the learner is."""
        if hasattr(type(self), f"action_{action}") and not hasattr(Screen, f"action_{action}"):
            return live(action, self.place)
        return True

    def focus_next(self, selector: str | type[Widget] = "*") -> Widget | None:  # noqa: ARG002
        """Leave the keyboard where the place wants it; Textual's Tab would take it away."""
        return self.focused

    def focus_previous(self, selector: str | type[Widget] = "*") -> Widget | None:  # noqa: ARG002
        """Leave the keyboard where the place wants it."""
        return self.focused

    def on_mount(self) -> None:
        """Draw before the first paint."""
        self.draw()
        self.tell(self._note)

    def on_resize(self, _event: Resize) -> None:
        """Lay the same state out for the new size."""
        frame = self.frame
        for name, on in (("small", frame.small), ("wide", frame.wide), ("tall", frame.tall)):
            self.set_class(on, name)
        self._cramped.fit(self, frame)
        self.draw()
        self.tell(self._told)

    def on_key(self, _event: Key) -> None:
        """Let a message go at the next key."""
        self.tell(self.standing)

"""What all screens share: a status row, a footer, and keys that depend on the place."""

from typing import ClassVar

from textual.events import Key, Resize
from textual.screen import Screen

from overmorrow.tui.footers import Offer
from overmorrow.tui.frame import Frame
from overmorrow.tui.keys import Place, live
from overmorrow.tui.manner import Manner
from overmorrow.tui.rows import plain
from overmorrow.tui.widgets.footer import KeyFooter
from overmorrow.tui.widgets.sheet import Sheet


class Page(Screen[None]):
    """A screen that draws its whole state anew whenever something changed."""

    AUTO_FOCUS: ClassVar[str | None] = ""

    def __init__(self, manner: Manner, note: str = "") -> None:
        """Prepare the rows that every screen has.

        Args:
            manner: Language, keys and looks.
            note: What the status row says at first.
        """
        super().__init__()
        self.manner = manner
        self._note = note
        self._status = self.sheet("status")
        self._footer = KeyFooter(ascii_only=manner.ascii_only)

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

    def draw(self) -> None:
        """Draw the state; only what differs is sent to the terminal."""
        raise NotImplementedError

    def sheet(self, name: str) -> Sheet:
        """Return an empty sheet that draws in this run's signs."""
        return Sheet(id=name, ascii_only=self.manner.ascii_only)

    def tell(self, sentence: str) -> None:
        """Say something in the status row, until the next key."""
        self._status.show([plain(f" {sentence}")] if sentence else [])

    def offer(self, offers: list[Offer]) -> None:
        """Show what the footer offers."""
        self._footer.offer(offers, self.frame.width)

    def check_action(
        self,
        action: str,
        parameters: tuple[object, ...],  # noqa: ARG002  # Textual's own signature
    ) -> bool | None:
        """Return whether an action is for the place where the learner is."""
        if hasattr(type(self), f"action_{action}") and not hasattr(Screen, f"action_{action}"):
            return live(action, self.place)
        return True

    def on_mount(self) -> None:
        """Draw before the first paint."""
        self.draw()
        self.tell(self._note)

    def on_resize(self, _event: Resize) -> None:
        """Lay the same state out for the new size."""
        frame = self.frame
        for name, on in (("small", frame.small), ("wide", frame.wide), ("tall", frame.tall)):
            self.set_class(on, name)
        self.draw()

    def on_key(self, _event: Key) -> None:
        """Let a message go at the next key."""
        self.tell("")

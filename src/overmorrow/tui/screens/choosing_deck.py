"""A screen on which a deck can be chosen by a part of its name."""

import unicodedata
from collections.abc import Sequence

from textual.widgets import Input

from overmorrow.tui.manner import Manner
from overmorrow.tui.screens.reading import Reading
from overmorrow.tui.widgets.line_box import LineBox


class ChoosingDeck(Reading):
    """Has a box for a part of a deck's name; the decks that have it are listed below."""

    def __init__(self, manner: Manner) -> None:
        """Begin with the box closed.

        Args:
            manner: Language, keys and looks.
        """
        super().__init__(manner)
        self.deck_box = LineBox("deck-name")
        self.put_hint(self.deck_box, "statistics.deck_placeholder")
        self.deck_box.display = False
        self._names: Sequence[str] = ()
        self.offered: Sequence[str] = ()
        """The decks that are listed."""
        self.offer_chosen: int | None = None

    @property
    def is_choosing(self) -> bool:
        """Whether the box has the keyboard."""
        return bool(self.deck_box.display)

    def open_box(self, names: Sequence[str]) -> None:
        """Let the learner write."""
        self._names = names
        self.deck_box.write("")
        self._follow("")
        self.deck_box.display = True
        self.set_focus(self.deck_box)
        self.draw()

    def close_box(self) -> None:
        """Give the keyboard back to the page."""
        self.deck_box.display = False
        self.set_focus(None)
        self.draw()

    def has_chosen(self, deck: str | None) -> None:
        """Show the chosen deck, or all."""
        raise NotImplementedError

    def on_input_changed(self, event: Input.Changed) -> None:
        """List the decks whose names have what is written."""
        event.stop()
        self._follow(event.value)
        self.draw()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Show the chosen deck; the box keeps Enter to itself."""
        event.stop()
        self.action_take_deck()

    def _follow(self, written: str) -> None:
        self.offered = [name for name in self._names if _folded(written) in _folded(name)]
        self.offer_chosen = 0 if written.strip() and self.offered else None

    def action_move_offer(self, step: int) -> None:
        """Choose the deck above or below; above the first are all decks."""
        if self.offered:
            at = -1 if self.offer_chosen is None else self.offer_chosen
            wanted = max(-1, min(len(self.offered) - 1, at + step))
            self.offer_chosen = None if wanted < 0 else wanted
            self.draw()

    def action_take_deck(self) -> None:
        """Show the chosen deck."""
        if self.offer_chosen is None and self.deck_box.value.strip():
            self.tell(self.manner.say("statistics.no_such_deck"))
            return
        deck = None if self.offer_chosen is None else self.offered[self.offer_chosen]
        self.close_box()
        self.has_chosen(deck)

    def action_leave_deck(self) -> None:
        """Close the box and leave the deck as it was."""
        self.close_box()


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text.strip()).casefold()

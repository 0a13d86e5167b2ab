"""The box in which a deck's name is written."""

from typing import ClassVar

from textual.widgets import Input

from overmorrow.cards.text import clean
from overmorrow.tui.repairs import AltInput

_LONGEST = 500


class DeckBox(AltInput, inherit_css=False):
    """One line; what is pasted into it becomes one line too."""

    COMPONENT_CLASSES: ClassVar[set[str]] = Input.COMPONENT_CLASSES

    def __init__(self) -> None:
        """Make an empty box."""
        super().__init__(id="deck", select_on_focus=False, max_length=_LONGEST)
        self.cursor_blink = False
        self.display = False

    def write(self, text: str) -> None:
        """Put a text into the box, with the cursor behind it."""
        self.value = text
        self.cursor_position = len(self.value)

    def validate_value(self, value: str) -> str:
        """Return the text without what could steer the terminal."""
        return clean(value).replace("\n", " ").replace("\t", " ")

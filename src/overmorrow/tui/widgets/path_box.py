"""The box in which a file's name is written, pasted or dropped."""

import os
from typing import ClassVar

from textual.events import Paste
from textual.widgets import Input

from overmorrow.cards.text import clean
from overmorrow.jobs.choosing_files import typed_path
from overmorrow.tui.repairs import AltInput

_LONGEST = 4096


class PathBox(AltInput, inherit_css=False):
    """One line; what is dropped on the terminal arrives as a paste and loses its quotes."""

    COMPONENT_CLASSES: ClassVar[set[str]] = Input.COMPONENT_CLASSES

    def __init__(self) -> None:
        """Make an empty box."""
        super().__init__(id="path", select_on_focus=False, max_length=_LONGEST)
        self.cursor_blink = False

    def write(self, text: str) -> None:
        """Put a text into the box, with the cursor behind it."""
        self.value = text
        self.cursor_position = len(self.value)

    def _on_paste(self, event: Paste) -> None:
        event.prevent_default()
        event.stop()
        text = " ".join(clean(event.text).split("\n")).strip()
        path = typed_path(text)
        self.insert_text_at_cursor(path if os.path.exists(path) else text)

    def validate_value(self, value: str) -> str:
        """Return the text without what could steer the terminal."""
        return clean(value).replace("\n", " ").replace("\t", " ")

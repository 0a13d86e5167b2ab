"""A box for one line of text."""

from typing import ClassVar

from textual.events import Blur, Paste
from textual.widgets import Input

from overmorrow.cards.text import clean
from overmorrow.tui.repairs import AltInput

_LONGEST = 10_000


class LineBox(AltInput, inherit_css=False):
    """One line; what is pasted into it becomes one line too."""

    DEFAULT_CSS = """
    LineBox {
        width: 1fr;
        height: 1;
        background: $surface;
        color: $foreground;
        overflow: hidden;
    }
    LineBox .input--cursor {
        background: $input-cursor-background;
        color: $input-cursor-foreground;
        text-style: $input-cursor-text-style;
    }
    LineBox .input--selection {
        background: $input-selection-background;
        color: $input-selection-foreground;
    }
    LineBox .input--placeholder { color: $readable-muted; }
    LineBox:ansi .input--cursor { background: ansi_white; color: ansi_black; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = Input.COMPONENT_CLASSES

    def __init__(self, name: str) -> None:
        """Make an empty box.

        Args:
            name: Its name in the stylesheet.
        """
        super().__init__(id=name, select_on_focus=False, max_length=_LONGEST)
        self.cursor_blink = False

    def write(self, text: str) -> None:
        """Put a text into the box, with the cursor behind it."""
        self.value = text
        self.cursor_position = len(self.value)

    def on_mount(self) -> None:
        """Show the beginning of what stands here until somebody writes."""
        self.call_after_refresh(self._show_beginning)

    def on_blur(self, _event: Blur) -> None:
        """Show the beginning again; `CursorInput.on_blur` is called too."""
        self.call_after_refresh(self._show_beginning)

    def _show_beginning(self) -> None:
        if not self.has_focus:
            self.scroll_to(x=0, animate=False, force=True)

    def _on_paste(self, event: Paste) -> None:
        event.prevent_default()
        event.stop()
        self.insert_text_at_cursor(" ".join(clean(event.text).split()))

    def validate_value(self, value: str) -> str:
        """Return the text without what could steer the terminal."""
        return clean(value).replace("\n", " ").replace("\t", " ")

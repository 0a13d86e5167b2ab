"""A box for one part of a note, as high as its text."""

from textual.events import Key
from textual.message import Message

from overmorrow.tui.widgets.long_box import LongBox


class FieldBox(LongBox):
    """Grows with its text; Enter and the arrows lead out of it where they make no sense in it."""

    DEFAULT_CSS = """
    FieldBox {
        width: 1fr;
        max-width: 66;
        height: auto;
        min-height: 1;
        max-height: 5;
        margin-right: 2;
        background: $surface;
    }
    """

    class Left(Message):
        """Posted when a key leads to another box."""

        def __init__(self, step: int) -> None:
            """Say which: the next, or the one before."""
            super().__init__()
            self.step = step

    def __init__(self, name: str) -> None:
        """Make an empty box.

        Args:
            name: Its name in the stylesheet.
        """
        super().__init__(name=name)
        self.breaks_lines = False
        """Whether Enter begins another line."""

    @property
    def value(self) -> str:
        """What stands in it."""
        return self.text

    def write(self, text: str) -> None:
        """Put a text into the box, with the cursor behind it."""
        self.load_text(text)
        self.move_cursor(self.document.end)

    async def _on_key(self, event: Key) -> None:
        if event.key == "enter" and not self.breaks_lines and "\n" not in self.text:
            event.prevent_default()
            event.stop()
            self.post_message(self.Left(1))
        else:
            await super()._on_key(event)

    def action_cursor_up(self, select: bool = False) -> None:
        """Go up a line, or to the box above."""
        if self.cursor_at_first_line and not select:
            self.post_message(self.Left(-1))
        else:
            super().action_cursor_up(select)

    def action_cursor_down(self, select: bool = False) -> None:
        """Go down a line, or to the box below."""
        if self.cursor_at_last_line and not select:
            self.post_message(self.Left(1))
        else:
            super().action_cursor_down(select)

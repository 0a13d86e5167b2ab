"""The box for an answer of several lines."""

from textual.events import Key, Paste
from textual.message import Message
from textual.widgets import TextArea

from overmorrow.cards.text import clean


class LongBox(TextArea):
    """Several lines of text; Enter breaks the line, Tab and Esc stay with the screen."""

    DEFAULT_CSS = """
    LongBox {
        width: 1fr;
        max-width: 66;
        height: 5;
        margin-right: 2;
        background: $surface;
    }
    """

    class Written(Message):
        """Posted at each key that belongs to the answer."""

    def __init__(self, text: str = "") -> None:
        """Make a box.

        Args:
            text: What stands in it at first.
        """
        super().__init__(text, id="long", compact=True, soft_wrap=True, show_line_numbers=False)
        self.cursor_blink = False
        self.highlight_cursor_line = False

    async def _on_key(self, event: Key) -> None:
        if event.key.startswith("alt+") or event.key in ("tab", "escape"):
            event.prevent_default()
        else:
            self.post_message(self.Written())

    async def _on_paste(self, event: Paste) -> None:
        event.prevent_default()
        event.stop()
        self.post_message(self.Written())
        self.insert(clean(event.text))

    def check_consume_key(self, key: str, character: str | None = None) -> bool:
        """Return whether the key is text for this box."""
        if key.startswith("alt+") or key in ("tab", "escape"):
            return False
        return super().check_consume_key(key, character)

"""The box for an answer of several lines."""

from textual.events import Focus, Key, Paste, Resize
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

    class Revealed(Message):
        """Posted on Space in the empty box of an answer: show the answer."""

    def __init__(self, text: str = "", name: str = "long", *, reveals: bool = False) -> None:
        """Make a box.

        Args:
            text: What stands in it at first.
            name: Its name in the stylesheet.
            reveals: Whether Space in the empty box shows the answer.
        """
        self._reveals = reveals
        super().__init__(text, id=name, compact=True, soft_wrap=True, show_line_numbers=False)
        self.cursor_blink = False
        self.highlight_cursor_line = False

    def place_cursor(self) -> None:
        """Put the terminal's cursor where the drawn one is; an input method draws there."""
        if self.has_focus:
            self.app.cursor_position = self.cursor_screen_offset

    def on_focus(self, _event: Focus) -> None:
        """Place the cursor once the box has its place; the plain TextArea does it before."""
        self.call_after_refresh(self.place_cursor)

    def on_resize(self, _event: Resize) -> None:
        """Follow the box to its new place."""
        self.call_after_refresh(self.place_cursor)

    async def _on_key(self, event: Key) -> None:
        if event.key.startswith("alt+") or event.key in ("tab", "shift+tab", "escape"):
            event.prevent_default()
        elif self._reveals and event.key == "space" and not self.text:
            event.prevent_default()
            event.stop()
            self.post_message(self.Revealed())
        else:
            self.post_message(self.Written())

    async def _on_paste(self, event: Paste) -> None:
        event.prevent_default()
        event.stop()
        self.post_message(self.Written())
        self.insert(clean(event.text))

    def check_consume_key(self, key: str, character: str | None = None) -> bool:
        """Return whether the key is text for this box."""
        if key.startswith("alt+") or key in ("tab", "shift+tab", "escape"):
            return False
        return super().check_consume_key(key, character)

"""The box into which an article is pasted or written."""

from textual.events import Paste
from textual.message import Message

from overmorrow.cards.text import clean
from overmorrow.tui.widgets.long_box import LongBox


class ArticleBox(LongBox):
    """Several lines of text; a paste is told to the screen, however long it is."""

    DEFAULT_CSS = """
    ArticleBox {
        width: 1fr;
        max-width: 76;
        height: 1fr;
        margin: 0 2 0 4;
        background: $surface;
    }
    """

    class Pasted(Message):
        """Posted instead of taking a paste in."""

        def __init__(self, text: str) -> None:
            """Say what was pasted, cleaned."""
            super().__init__()
            self.text = text

    async def _on_paste(self, event: Paste) -> None:
        event.prevent_default()
        event.stop()
        self.post_message(self.Pasted(clean(event.text)))

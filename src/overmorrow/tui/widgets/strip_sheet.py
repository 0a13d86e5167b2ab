"""The strip of qualities, with its cells clickable."""

from textual.events import Click
from textual.message import Message

from overmorrow.tui.strip import quality_at
from overmorrow.tui.widgets.sheet import Sheet


class StripSheet(Sheet):
    """Shows the strip; a click chooses a quality."""

    class Picked(Message):
        """Posted when a quality's cell is clicked."""

        def __init__(self, quality: int) -> None:
            """Name the quality."""
            super().__init__()
            self.quality = quality

    def on_click(self, event: Click) -> None:
        """Choose what was clicked."""
        event.stop()
        quality = quality_at(event.x)
        if quality is not None:
            self.post_message(self.Picked(quality))

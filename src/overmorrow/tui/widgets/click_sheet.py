"""A sheet that says where it was clicked."""

from textual.events import Click
from textual.message import Message

from overmorrow.tui.widgets.sheet import Sheet


class ClickSheet(Sheet):
    """Draws rows, and lets the screen know of clicks by their cell."""

    class Clicked(Message):
        """Posted at each click."""

        def __init__(self, sheet: "ClickSheet", column: int, row: int) -> None:
            """Say where.

            Args:
                sheet: Which sheet.
                column: The cell, counted from the sheet's left end.
                row: The row, counted from its top.
            """
            super().__init__()
            self.sheet = sheet
            self.column = column
            self.row = row

    def on_click(self, event: Click) -> None:
        """Tell the screen."""
        event.stop()
        self.post_message(self.Clicked(self, event.x, event.y))

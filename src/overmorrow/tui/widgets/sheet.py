"""A stretch of screen that shows rows of text, exactly as they were laid out."""

from collections.abc import Sequence

from textual.widgets import Static

from overmorrow.tui.rows import Row, content


class Sheet(Static):
    """Draws rows; it neither wraps nor reads markup."""

    ALLOW_SELECT = True
    can_focus = False

    def __init__(self, *, id: str, ascii_only: bool = False) -> None:  # noqa: A002 - Textual's own name
        """Make an empty sheet.

        Args:
            id: Its name in the stylesheet.
            ascii_only: Draw with ASCII signs only.
        """
        super().__init__("", id=id, markup=False)
        self._ascii_only = ascii_only
        self._rows: list[Row] = []

    def draw_in(self, *, ascii_only: bool) -> None:
        """Draw the same rows in other signs."""
        self._ascii_only = ascii_only
        self.update(content(self._rows, ascii_only=ascii_only))

    def show(self, rows: Sequence[Row]) -> None:
        """Draw these rows in place of the last ones."""
        if list(rows) != self._rows:
            self._rows = list(rows)
            self.update(content(rows, ascii_only=self._ascii_only))

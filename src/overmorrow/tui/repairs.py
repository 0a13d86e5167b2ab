"""Repairs of Textual 8.2 that an answer box for Korean needs.

Each is a subclass, never a change to Textual itself, and rests on one private
name whose absence turns it off; tests tell when Textual no longer needs it.
"""

from typing import Any

from textual.app import App
from textual.events import Blur, Focus, Key, Resize
from textual.geometry import Offset, Region
from textual.widgets import Input
from textual.widgets.input import Selection

_CELL_OF_CURSOR = "_position_to_cell"


class CursorInput(Input):
    """Keeps the terminal's own cursor on the drawn one.

    An input method draws its half-made syllable at the terminal's cursor. The
    plain Input leaves it one cell off at the end of the text, and at the top of
    the screen when it first gets the focus.
    """

    @property
    def cursor_screen_offset(self) -> Offset:
        """Return the cell of the cursor on the screen."""
        if not hasattr(self, _CELL_OF_CURSOR):
            return super().cursor_screen_offset
        x, y, _width, _height = self.content_region
        cell = self._position_to_cell(self.cursor_position)
        return Offset(x + cell - self.scroll_offset.x, y)

    def place_cursor(self) -> None:
        """Put the terminal's cursor where the drawn one is."""
        if self.has_focus:
            self.app.cursor_position = self.cursor_screen_offset

    def bring_cursor_in(self) -> None:
        """Move a text that was written while the box was hidden under its cursor."""
        if hasattr(self, _CELL_OF_CURSOR):
            cell = self._position_to_cell(self.cursor_position)
            self.scroll_to_region(Region(cell, 0, 1, 1), force=True, animate=False)

    def on_focus(self, _event: Focus) -> None:
        """Place the cursor once the box is drawn."""
        self.call_after_refresh(self.bring_cursor_in)
        self.call_after_refresh(self.place_cursor)
        self.call_after_refresh(self.refresh)

    def on_blur(self, _event: Blur) -> None:
        """Redraw without the cursor."""
        self.refresh()

    def watch_selection(self, before: Selection, after: Selection) -> None:
        """Follow the cursor along the text."""
        if before != after:
            self.call_after_refresh(self.place_cursor)

    def watch_scroll_x(self, old_value: float, new_value: float) -> None:
        """Follow the text when it moves under the cursor."""
        super().watch_scroll_x(old_value, new_value)
        self.call_after_refresh(self.place_cursor)

    def on_resize(self, _event: Resize) -> None:
        """Follow the box to its new place."""
        self.call_after_refresh(self.place_cursor)


class AltInput(CursorInput):
    """Leaves Alt with a letter to the screen; the plain Input types the letter."""

    async def _on_key(self, event: Key) -> None:
        if event.key.startswith("alt+"):
            event.prevent_default()

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Return whether the key is text for this box."""
        return not key.startswith("alt+") and super().check_consume_key(key, character)


def take_mouse(app: App[None], *, wanted: bool) -> None:
    """Have clicks sent to the program, or left to the terminal, which selects text with them.

    Textual decides this at the start only; where its driver is another one than
    we know, so do we.
    """
    driver: Any = app._driver  # noqa: SLF001  # the app has no public way to its driver
    change = getattr(driver, "_enable_mouse_support" if wanted else "_disable_mouse_support", None)
    if change is not None and hasattr(driver, "_mouse"):
        driver._mouse = True  # noqa: SLF001  # without it the driver says nothing
        change()
        driver._mouse = wanted  # noqa: SLF001  # and so it is after a suspension

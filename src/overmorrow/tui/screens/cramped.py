"""What a screen shows where not even the essential fits: that, and nothing else."""

from textual.screen import Screen
from textual.widget import Widget

from overmorrow.messages import Messages
from overmorrow.tui import cells
from overmorrow.tui.frame import LEAST_HEIGHT, LEAST_WIDTH, Frame
from overmorrow.tui.rows import plain
from overmorrow.tui.widgets.sheet import Sheet

_CLASS = "cramped"


class Cramped:
    """Covers one screen while its window is too small; what was typed there stays."""

    def __init__(self, say: Messages) -> None:
        """Cover nothing yet.

        Args:
            say: The learner's language.
        """
        self.say = say
        self._sheet: Sheet | None = None
        self._focused: Widget | None = None

    def fit(self, screen: Screen[None], frame: Frame) -> None:
        """Cover the screen, or uncover it; what had the focus gets it back."""
        was_covered = screen.has_class(_CLASS)
        screen.set_class(frame.cramped, _CLASS)
        if frame.cramped:
            if not was_covered:
                self._focused = screen.focused
            self._show(screen, frame)
        elif was_covered and self._focused is not None:
            screen.call_after_refresh(screen.set_focus, self._focused)

    def _show(self, screen: Screen[None], frame: Frame) -> None:
        sentence = self.say("help.too_small", columns=LEAST_WIDTH, rows=LEAST_HEIGHT)
        if self._sheet is None:
            self._sheet = Sheet(id=_CLASS)
            screen.mount(self._sheet)
        self._sheet.show([plain(line) for line in cells.wrap(sentence, max(1, frame.width))])

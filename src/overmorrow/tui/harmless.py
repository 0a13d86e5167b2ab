"""The last look at what is drawn: no text, wherever it is from, steers the terminal.

What is imported is cleaned, but a collection that another wrote may hold anything,
and Textual sends the control characters of a text on as they are.
"""

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from overmorrow.cards.text import without_steering


class Harmless(LineFilter):
    """Leaves out what could move the cursor, colour the screen or turn text about.

    None of it takes a cell, so nothing that stays moves.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002  # Textual's own signature
        """Return the segments with what can be seen of their text."""
        return [
            segment
            if segment.text.isprintable() or segment.control
            else Segment(without_steering(segment.text), segment.style)
            for segment in segments
        ]

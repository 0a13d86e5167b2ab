"""What is drawn where no colour is wanted: text in bold or not, and the cursor turned about.

Textual's own way leaves shades of grey, which on a terminal of 16 colours come out
black on black.
"""

from collections.abc import Callable
from functools import lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

_MIDDLE = 0.5


class Colourless(LineFilter):
    """Takes all colours away; what stood on the opposite of the page's ground is turned about."""

    def __init__(self, is_on_dark: Callable[[], bool]) -> None:
        """Know the page's ground.

        Args:
            is_on_dark: Says whether it is dark, which changes with the theme.
        """
        super().__init__()
        self._is_on_dark = is_on_dark

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002  # Textual's own signature
        """Return the segments without colours."""
        on_dark = self._is_on_dark()
        return [
            Segment(text, style and _plain(style, on_dark), control)
            for text, style, control in segments
        ]


@lru_cache(1024)
def _plain(style: Style, on_dark: bool) -> Style:
    ground = style.bgcolor
    if ground is None or ground.is_default:
        return style.without_color
    is_light = Color(*ground.get_truecolor()).brightness > _MIDDLE
    return style.without_color + Style(reverse=is_light is on_dark)

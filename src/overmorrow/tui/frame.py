"""How much room the terminal gives, and where text begins in it."""

from typing import NamedTuple

_SMALL_WIDTH = 60
_SMALL_HEIGHT = 18
LEAST_WIDTH = 30
LEAST_HEIGHT = 10
_WIDE = 110
_TALL = 30
_MEASURE = 76
_SIDE_CELLS = 38


class Frame(NamedTuple):
    """A terminal's size; everything about the layout follows from it."""

    width: int
    height: int

    @property
    def cramped(self) -> bool:
        """Whether not even the essential fits."""
        return self.width < LEAST_WIDTH or self.height < LEAST_HEIGHT

    @property
    def small(self) -> bool:
        """Whether only the essential is drawn."""
        return self.width < _SMALL_WIDTH or self.height < _SMALL_HEIGHT

    @property
    def wide(self) -> bool:
        """Whether there is room for a pane at the side."""
        return self.width >= _WIDE and not self.small

    @property
    def tall(self) -> bool:
        """Whether the card stands a little below the top."""
        return self.height >= _TALL

    @property
    def side_cells(self) -> int:
        """How wide the side pane is."""
        return _SIDE_CELLS if self.wide else 0

    @property
    def page_cells(self) -> int:
        """How wide the card's page is."""
        return self.width - self.side_cells

    @property
    def start(self) -> int:
        """The column at which text begins."""
        return 1 if self.small else 4

    @property
    def value_start(self) -> int:
        """The column at which values begin, behind their labels."""
        return 1 if self.small else 12

    @property
    def text_cells(self) -> int:
        """How wide a line of text may be."""
        return min(_MEASURE, self.page_cells - self.start - (1 if self.small else 2))

    @property
    def value_cells(self) -> int:
        """How wide a value may be."""
        return self.text_cells - (self.value_start - self.start)

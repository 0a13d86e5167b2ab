"""A card's source: the paragraph of the article it was made from."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType

from overmorrow.jobs.card_source import CardSource
from overmorrow.tui.keys import bindings
from overmorrow.tui.manner import Manner
from overmorrow.tui.marked_text import marks_for
from overmorrow.tui.places import Place
from overmorrow.tui.rows import Row
from overmorrow.tui.screens.reading_page import ReadingPage
from overmorrow.tui.source_rows import source_head, source_rows, without_answer


class SourceScreen(ReadingPage):
    """Shows the paragraph; until the card is judged, without the answer in it."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.SOURCE)]

    def __init__(self, source: CardSource, manner: Manner, hidden: Sequence[str] = ()) -> None:
        """Make the page.

        Args:
            source: Where the card is from.
            manner: Language and looks.
            hidden: What counts as the answer, to be hidden; empty shows it.
        """
        super().__init__(manner)
        self._source = without_answer(source, hidden) if hidden else source
        self._note = manner.say("generate_screen.hidden") if hidden else ""

    @property
    def place(self) -> Place:
        """Where the learner is."""
        return Place.SOURCE

    def head_rows(self) -> Sequence[Row]:
        """Return the title and a rule."""
        return source_head(self.frame, self.manner.say)

    def body_rows(self) -> Sequence[Row]:
        """Return the paragraph and its article."""
        marks = marks_for(has_colour=not self.app.no_color, ascii_only=self.manner.ascii_only)
        return source_rows(self._source, marks, self.frame.text_cells, self.manner.say)

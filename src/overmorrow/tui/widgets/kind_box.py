"""The kind of a note's answer, chosen among those it may have."""

from overmorrow.cards.note import AnswerType
from overmorrow.messages import Messages
from overmorrow.tui import cells
from overmorrow.tui.rows import CHOSEN, MUTED, PLAIN, Row
from overmorrow.tui.widgets.sheet import Sheet


class KindBox(Sheet, can_focus=True):
    """Shows the chosen kind first and the others behind it; the screen's keys change it."""

    def __init__(self, kinds: tuple[AnswerType, ...], *, ascii_only: bool) -> None:
        """Offer kinds.

        Args:
            kinds: Those that can be chosen; the first is, until told otherwise.
            ascii_only: Draw with ASCII signs only.
        """
        super().__init__(id="edit-kind", ascii_only=ascii_only)
        self._kinds = kinds
        self._at = 0

    @property
    def value(self) -> str:
        """The chosen kind, as a deck file writes it."""
        return self._kinds[self._at].value

    def write(self, kind: str) -> None:
        """Choose a kind; one that cannot be chosen leaves it as it is."""
        self._at = next((at for at, each in enumerate(self._kinds) if each == kind), self._at)

    def step(self, by: int) -> None:
        """Choose the next kind, or the one before."""
        self._at = (self._at + by) % len(self._kinds)

    def draw(self, room: int, say: Messages) -> None:
        """Show the choice in so many cells."""
        chosen = say(f"edit_screen.kind_{self.value}")
        shown = f"< {chosen} >" if self.has_focus else chosen
        others = "·".join(say(f"edit_screen.kind_{kind.value}") for kind in self._kinds)
        row: Row = ((shown, CHOSEN if self.has_focus else PLAIN),)
        used = cells.cell_len(shown) + 2
        if used + cells.cell_len(others) + 2 <= room:
            row = (*row, (f"  ({others})", MUTED))
        self.show([row])

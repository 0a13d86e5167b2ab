"""What a box asks before something is done: tags, a deck, a day, a name, words to replace."""

from collections.abc import Sequence
from typing import NamedTuple

from overmorrow.tui import cells
from overmorrow.tui.frame import Frame
from overmorrow.tui.import_rows import shown
from overmorrow.tui.rows import ACCENT, CHOSEN, EMPTY, MUTED, PLAIN, STRONG, Row, muted

_NAME_CELLS = 20


class Asked(NamedTuple):
    """One thing that can be chosen in place of writing it."""

    text: str
    about: str = ""


class Asking(NamedTuple):
    """A question, and what can be chosen."""

    name: str
    labels: tuple[str, ...]
    """The messages that stand before the boxes."""
    how: str
    title: str = ""
    """What stands over what can be chosen."""
    offers: tuple[Asked, ...] = ()
    """All that could be chosen."""
    shown: tuple[Asked, ...] = ()
    """What fits what is written."""
    at: int | None = None
    """Which of those is chosen."""
    empty: str = ""
    """What is said where there is nothing to choose."""

    @property
    def chosen(self) -> Asked | None:
        """What is chosen; None while it is written."""
        return None if self.at is None else self.shown[self.at]

    def moved(self, step: int) -> "Asking":
        """Return the question with the next choice."""
        if not self.shown:
            return self
        start = -1 if step > 0 else 0
        return self._replace(at=((start if self.at is None else self.at) + step) % len(self.shown))

    def fitting(self, written: str) -> "Asking":
        """Return the question with only what goes on as is written."""
        words = written.casefold().strip()
        first = [each for each in self.offers if each.text.casefold().startswith(words)]
        inside = [each for each in self.offers if words in each.text.casefold()]
        return self._replace(shown=tuple(dict.fromkeys((*first, *inside))), at=None)


def asking_rows(asking: Asking, room: int, frame: Frame) -> list[Row]:
    """Return how to answer, and what can be chosen.

    Args:
        asking: The question.
        room: How many rows there are.
        frame: The terminal.
    """
    rows = _rows_above(asking, frame)
    indent = " " * frame.start
    if not asking.shown:
        empty = cells.wrap(asking.empty, frame.text_cells) if asking.empty else []
        return [*rows, *([EMPTY] if empty else []), *(muted(indent + line) for line in empty)]
    first, left = _in_sight(asking, room - len(rows))
    width = frame.width - frame.start - 3
    for place, each in list(enumerate(asking.shown))[first : first + left]:
        rows.append(_offer_row(each, place == asking.at, frame.start, width))
    return rows


def asked_at(asking: Asking, room: int, frame: Frame, row: int) -> int | None:
    """Return which of what can be chosen stands in a row of `asking_rows`; None if none."""
    above = len(_rows_above(asking, frame))
    first, left = _in_sight(asking, room - above)
    at = first + row - above
    return at if 0 <= row - above < left and at < len(asking.shown) else None


def _rows_above(asking: Asking, frame: Frame) -> list[Row]:
    indent = " " * frame.start
    gap = [] if frame.small else [EMPTY]
    how = [muted(indent + line) for line in cells.wrap(asking.how, frame.text_cells)]
    has_title = asking.title and asking.shown
    title: list[Row] = [*gap, ((indent + asking.title, STRONG),)] if has_title else []
    return [*gap, *how, *title]


def _in_sight(asking: Asking, room: int) -> tuple[int, int]:
    """Return the first choice that there is room for, and for how many there is."""
    left = max(1, room)
    at = asking.at or 0
    return max(0, min(at - left + 1, len(asking.shown) - left)), left


def _offer_row(offer: Asked, is_chosen: bool, start: int, width: int) -> Row:
    sign = " " * (start - 1) + ("> " if is_chosen else "  ")
    style = CHOSEN if is_chosen else PLAIN
    if not offer.about:
        return ((sign, ACCENT), (cells.cut(shown(offer.text), width), style))
    name = cells.pad(shown(offer.text), min(_NAME_CELLS, width // 2))
    about = cells.cut(shown(offer.about), width - cells.cell_len(name) - 2)
    return ((sign, ACCENT), (name, style), (f"  {about}", MUTED))


def fitting_offers(texts: Sequence[str]) -> tuple[Asked, ...]:
    """Return things to choose by their names alone."""
    return tuple(Asked(text) for text in texts)

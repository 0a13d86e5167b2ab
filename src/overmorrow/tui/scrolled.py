"""What of a long text or list is shown where there is not room for all of it."""

from typing import NamedTuple

from overmorrow.messages import Messages
from overmorrow.tui.frame import Frame
from overmorrow.tui.rows import Row, muted


class Listed(NamedTuple):
    """A list as rows, and which of them are the chosen entry's."""

    rows: list[Row]
    begin: int = 0
    """The chosen entry's first row."""
    end: int = 0
    """The row after its last."""


class Scroll(NamedTuple):
    """How far down the learner is."""

    rows: int = 0
    """How many rows were scrolled away."""
    follows: bool = False
    """Whether what is shown goes where the chosen entry is."""


class Shown(NamedTuple):
    """The rows that there is room for."""

    rows: list[Row]
    first: int
    """How many rows are above them."""


def cut_off(rows: list[Row], room: int, scrolled: int, frame: Frame, say: Messages) -> Shown:
    """Return as many rows as there is room for, the last saying that there are more."""
    if len(rows) <= room:
        return Shown(rows, 0)
    first = min(scrolled, len(rows) - room)
    shown = rows[first : first + room]
    if first + room < len(rows):
        shown[-1] = muted(" " * frame.start + say("study.more"))
    return Shown(shown, first)


def in_sight(listed: Listed, room: int, scroll: Scroll) -> int:
    """Return how many rows to scroll away, so that the chosen entry is seen whole.

    Nothing moves when it is; the beginning of one that is taller than the room stands on top.

    Args:
        listed: The list.
        room: How many rows there are; the last one tells when there are more.
        scroll: How far down the learner is.
    """
    first = max(0, min(scroll.rows, len(listed.rows) - room))
    if not scroll.follows:
        return first
    told = listed.end < len(listed.rows)
    lowest = listed.end - room + told
    return min(max(first, lowest), listed.begin)

"""What find and replace would change, each change before it is made."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from overmorrow.tui import cells
from overmorrow.tui.frame import Frame
from overmorrow.tui.import_rows import shown
from overmorrow.tui.rows import BAD, EMPTY, GOOD, MUTED, PLAIN, STRONG, Piece, Row

if TYPE_CHECKING:
    from overmorrow.jobs.replace import Replacement

_SIGN_CELLS = 2
_CONTEXT = 12


class ChangeLine(NamedTuple):
    """One part of a note, before and after."""

    name: str
    """Which part, such as `answer`."""
    before: str
    after: str


def change_lines(changes: Iterable["Replacement"]) -> list[ChangeLine]:
    """Return each part of each note that changes."""
    return [ChangeLine(*line) for change in changes for line in change.lines()]


def change_rows(
    changes: Sequence[ChangeLine],
    heading: tuple[str, str],
    top: int,
    room: int,
    frame: Frame,
) -> list[Row]:
    """Return the changes, before above after.

    Args:
        changes: All of them.
        heading: How many there are, and how they were looked for, in words.
        top: Which is the first on the screen.
        room: How many rows there are.
        frame: The terminal.
    """
    indent = " " * frame.start
    rows: list[Row] = [] if frame.small else [EMPTY]
    rows.append(((indent + heading[0], STRONG), (f"   {heading[1]}", MUTED)))
    width = frame.width - frame.start - 1 - _SIGN_CELLS
    for change in changes[top : top + changes_shown(room, frame)]:
        rows += [] if frame.small else [EMPTY]
        rows += [
            ((indent + "- ", MUTED), *_marked(change.before, change.after, BAD, width)),
            ((indent + "+ ", MUTED), *_marked(change.after, change.before, GOOD, width)),
        ]
    return rows[:room]


def changes_shown(room: int, frame: Frame) -> int:
    """Return how many changes so many rows show."""
    return max(1, (room - 1) // 2 if frame.small else (room - 2) // 3)


def _marked(text: str, other: str, style: str, width: int) -> list[Piece]:
    """Return a text, what differs from the other one in its style."""
    text, other = shown(text), shown(other)
    begin, end = differing(text, other)
    first = max(0, begin - _CONTEXT) if cells.cell_len(text) > width else 0
    lead = cells.ELLIPSIS if first else ""
    before = lead + text[first:begin]
    middle = cells.cut(text[begin:end], max(1, width - cells.cell_len(before)))
    left = width - cells.cell_len(before) - cells.cell_len(middle)
    after = cells.cut(text[end:], left) if left > 0 else ""
    return [(before, PLAIN), (middle, f"bold {style}"), (after, PLAIN)]


def differing(text: str, other: str) -> tuple[int, int]:
    """Return where a text begins to differ from another, and where it no longer does."""
    most = min(len(text), len(other))
    begin = next((at for at in range(most) if text[at] != other[at]), most)
    tail = 0
    while tail < most - begin and text[-1 - tail] == other[-1 - tail]:
        tail += 1
    return begin, len(text) - tail

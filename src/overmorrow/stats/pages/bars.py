"""Bars in cells: lying ones with a label each, and standing ones on a row of labels."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from overmorrow.cards.text import cell_width
from overmorrow.stats.pages.drawing import (
    Drawing,
    Mark,
    Room,
    Row,
    Spot,
    Tone,
    chosen_rows,
    pad,
    right,
)
from overmorrow.stats.plot import bar, stacks

_VALUE_CELLS = 6


class Bar(NamedTuple):
    """One lying bar."""

    label: str
    value: float
    shown: str
    """The value as it is written."""
    mark: Mark
    tail: str = ""
    """What stands behind the bar."""


def lying(
    bars: Sequence[Bar], room: Room, *, most: float = 0, tail_cells: int = 0, cells: int = 0
) -> Drawing:
    """Return a row for each bar; the chosen one has a sign before it.

    Args:
        bars: From the top.
        room: Where.
        most: The value of a bar of full length; 0 takes the largest.
        tail_cells: Room for what stands behind the bars.
        cells: How wide a row is; 0 takes what there is.
    """
    label_cells = max((cell_width(each.label) for each in bars), default=0) + 2
    shown_cells = max([_VALUE_CELLS, *(cell_width(each.shown) for each in bars)])
    most = most or max((each.value for each in bars), default=0)
    length = max(0, (cells or room.text_cells) - label_cells - shown_cells - 2 - tail_cells)
    rows: list[Row] = []
    spots = []
    for at, each in enumerate(bars):
        chosen = at == room.chosen
        sign = (" " * (room.start - 2) + "> ") if chosen else " " * room.start
        drawn = bar(each.value, most, length, ascii_only=room.ascii_only)
        tone = Tone.STRONG if chosen else Tone.MUTED
        row: list[tuple[str, Tone]] = [
            (sign, Tone.ACCENT),
            (pad(each.label, label_cells), tone),
            (right(each.shown, shown_cells) + "  ", Tone.PLAIN),
        ]
        if tail_cells:
            row += [(pad(drawn, length), Tone.ACCENT), (each.tail, Tone.MUTED)]
        else:
            row.append((drawn, Tone.ACCENT))
        rows.append(row)
        spots.append(Spot(at, range(at, at + 1), range(room.width)))
    return Drawing(rows, [each.mark for each in bars], spots, 0 if bars else None)


class Standing(NamedTuple):
    """One standing bar."""

    values: tuple[float, ...]
    """From the bottom up."""
    label: str
    """What stands under it; shown where there is room."""
    mark: Mark


def standing(
    bars: Sequence[Standing],
    room: Room,
    height: int,
    *,
    shades: str = "█▓░▒",
    under: Callable[[int], list[Row]] | None = None,
) -> Drawing:
    """Return bars beside the largest value, their labels below, and what is chosen.

    Args:
        bars: From the left.
        room: Where.
        height: How many rows the highest bar has.
        shades: One sign for each part of a bar, from the bottom; `█` is drawn in eighths.
        under: Makes further rows under the labels, given where a bar begins.
    """
    highest = max((sum(each.values) for each in bars), default=0)
    scale = scale_words(highest)
    margin = room.start + cell_width(scale) + 1
    width, gap = _widths(len(bars), room.start + room.cells - margin)
    drawn = stacks(
        [each.values for each in bars],
        height,
        width=width,
        gap=gap,
        shades=shades,
        ascii_only=room.ascii_only,
    )
    rows: list[Row] = []
    for at, row in enumerate(drawn):
        label = scale if at == 0 else ""
        head = " " * room.start + right(label, cell_width(scale)) + " "
        rows.append(((head, Tone.MUTED), (row, Tone.ACCENT)))
    step = width + gap
    labels = [each.label for each in bars]
    rows.append(
        (((" " * margin) + spread(labels, step, room.start + room.cells - margin), Tone.MUTED),)
    )
    if under is not None:
        rows += under(step)
    spots = [
        Spot(at, range(height + 1), range(margin + at * step, margin + (at + 1) * step))
        for at in range(len(bars))
    ]
    marks = [each.mark for each in bars]
    if room.chosen is not None and room.chosen < len(bars):
        below: Row = ((" " * (margin + room.chosen * step) + "^", Tone.ACCENT),)
        if room.small:
            rows[height] = below
        else:
            rows.append(below)
        rows += chosen_rows(marks[room.chosen], room)
    return Drawing(rows, marks, spots, len(bars) - 1 if bars else None)


def scale_words(highest: float) -> str:
    """Return the largest value in at most four cells."""
    if highest < 1000:
        return f"{highest:.0f}"
    if highest < 9950:
        return f"{highest / 1000:.1f}k"
    return f"{highest / 1000:.0f}k" if highest < 999_500 else f"{highest / 1_000_000:.1f}M"


def _widths(bars: int, cells: int) -> tuple[int, int]:
    """Return how wide a bar and the gap after it are."""
    for width, gap in ((2, 1), (1, 1)):
        if bars * (width + gap) - gap <= cells:
            return width, gap
    return 1, 0


def bars_that_fit(room: Room, scale_cells: int = 6) -> int:
    """Return how many standing bars find room."""
    return max(1, room.cells - scale_cells)


def spread(labels: Sequence[str], step: int, cells: int) -> str:
    """Return labels under their bars, without those that would touch the one before."""
    row = ""
    for at, label in enumerate(labels):
        place = at * step
        if not label or (row and cell_width(row) + 1 > place) or place + cell_width(label) > cells:
            continue
        row += " " * (place - cell_width(row)) + label
    return row

"""Numbers drawn in terminal cells: bars, sparks and columns, in eighths or in ASCII."""

from collections.abc import Sequence

_ACROSS = " ▏▎▍▌▋▊▉█"
_UP = " ▁▂▃▄▅▆▇█"
_ASCII_UP = " ..::--=#"
_ASCII_FULL = "="
_NOTHING = "·"
_ASCII_NOTHING = "."


def bar(value: float, most: float, cells: int, *, ascii_only: bool = False) -> str:
    """Return a bar that lies, as long as its value's part of the most.

    A value above zero always shows; the bar is never longer than its cells.

    Args:
        value: What the bar stands for, 0 or more.
        most: The value of a bar that fills all cells.
        cells: The most cells to fill.
        ascii_only: Draw in whole cells of `=`.
    """
    if value <= 0 or most <= 0 or cells <= 0:
        return ""
    part = min(1.0, value / most)
    if ascii_only:
        return _ASCII_FULL * max(1, round(part * cells))
    eighths = max(1, round(part * cells * 8))
    full, rest = divmod(eighths, 8)
    return _ACROSS[8] * full + (_ACROSS[rest] if rest else "")


def spark(values: Sequence[float], *, between: str = " ", ascii_only: bool = False) -> str:
    """Return one cell for each value, as high as its part of the highest; zero is a dot."""
    most = max(values, default=0)
    steps = _ASCII_UP if ascii_only else _UP
    nothing = _ASCII_NOTHING if ascii_only else _NOTHING
    return between.join(
        steps[_eighths(value, most, 8)] if value > 0 else nothing for value in values
    )


def columns(
    values: Sequence[float], height: int, *, width: int = 1, ascii_only: bool = False
) -> list[str]:
    """Return bars that stand, as rows from the top.

    Args:
        values: What the bars stand for, each 0 or more, from the left.
        height: How many rows the highest bar has.
        width: Cells a bar takes; a free cell stands between two bars.
        ascii_only: Draw with ASCII signs.
    """
    most = max(values, default=0)
    steps = _ASCII_UP if ascii_only else _UP
    tall = [_eighths(value, most, height * 8) for value in values]
    rows = []
    for row in reversed(range(height)):
        cells = (steps[max(0, min(8, eighths - row * 8))] * width for eighths in tall)
        rows.append(" ".join(cells).rstrip())
    return rows


def _eighths(value: float, most: float, whole: int) -> int:
    if value <= 0 or most <= 0:
        return 0
    return max(1, min(whole, round(value / most * whole)))


_ASCII_SHADES = {"█": "#", "▓": "+", "░": ":", "▒": "-"}


def stacks(
    values: Sequence[Sequence[float]],
    height: int,
    *,
    width: int = 1,
    gap: int = 1,
    shades: str = "█▓░▒",
    ascii_only: bool = False,
) -> list[str]:
    """Return standing bars of several parts each, as rows from the top.

    A part shows by its shade; the top of a bar of the first shade alone is drawn
    in eighths, in ASCII to the nearest cell. What is above zero always shows.

    Args:
        values: The parts of each bar, from the bottom up, each 0 or more.
        height: How many rows the highest bar has.
        width: Cells a bar takes.
        gap: Free cells between two bars.
        shades: One sign for each part.
        ascii_only: Draw with ASCII signs.
    """
    most = max(map(sum, values), default=0)
    drawn = [_stack(parts, most, height, shades, ascii_only=ascii_only) for parts in values]
    return [
        (" " * gap).join(column[row] * width for column in drawn).rstrip() for row in range(height)
    ]


def _stack(
    parts: Sequence[float], most: float, height: int, shades: str, *, ascii_only: bool
) -> list[str]:
    """Return the cells of one bar, from the top."""
    tops = []
    total = 0.0
    for part in parts:
        total += part
        tops.append(_eighths(total, most, height * 8))
    rows = reversed(range(height))
    return [_cell(tops, row * 8, shades, ascii_only=ascii_only) for row in rows]


def _cell(tops: Sequence[int], bottom: int, shades: str, *, ascii_only: bool) -> str:
    """Return the sign of the part that fills most of a cell."""
    full = max(tops, default=0) - bottom
    if full <= 0:
        return " "
    below = bottom
    share, sign = 0, " "
    for top, shade in zip(tops, shades, strict=False):
        filled = min(top, bottom + 8) - below
        if filled > share:
            share, sign = filled, shade
        below = max(below, min(top, bottom + 8))
    if sign == "█" and full < 8 and share == full and not ascii_only:
        return _UP[full]
    if full < 4 and bottom > 0:
        return " "
    return _ASCII_SHADES[sign] if ascii_only else sign

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

"""Text measured in terminal cells: cut, padded and wrapped; Hangul takes two cells a syllable."""

from functools import cache

from rich.cells import cell_len, chop_cells, set_cell_size

__all__ = ["between", "cell_len", "cut", "cut_left", "pad", "right", "wrap"]

ELLIPSIS = "…"


def cut(text: str, cells: int, *, ellipsis: str = ELLIPSIS) -> str:
    """Return the text in at most so many cells, an ellipsis where something was cut."""
    if cell_len(text) <= cells:
        return text
    room = max(0, cells - cell_len(ellipsis))
    return chop_cells(text, room)[0].rstrip() + ellipsis if room else ellipsis[:cells]


def cut_left(text: str, cells: int) -> str:
    """Return the end of the text in at most so many cells, an ellipsis before it if it was cut."""
    while cell_len(text) > cells and text:
        text = ELLIPSIS + text.removeprefix(ELLIPSIS)[1:]
        if text == ELLIPSIS:
            break
    return text if cell_len(text) <= cells else ""


def pad(text: str, cells: int) -> str:
    """Return the text cut or filled with spaces to exactly so many cells."""
    return set_cell_size(cut(text, cells), cells)


def right(text: str, cells: int) -> str:
    """Return the text at the right end of so many cells."""
    return " " * max(0, cells - cell_len(text)) + text


def between(left: str, end: str, cells: int) -> str:
    """Return one row with a text at each end; the left one is cut if need be."""
    room = max(0, cells - cell_len(end) - (2 if end else 0))
    left = cut(left, room)
    return left + " " * (cells - cell_len(left) - cell_len(end)) + end


def wrap(text: str, cells: int) -> list[str]:
    """Return the text's lines, broken at spaces; a longer word is broken where it must be."""
    return [row for line in text.split("\n") for row in _wrapped(line, max(2, cells))]


@cache
def _wrapped(line: str, cells: int) -> tuple[str, ...]:
    rows = [""]
    for word in line.split(" "):
        joined = f"{rows[-1]} {word}" if rows[-1] else word
        if cell_len(joined) <= cells:
            rows[-1] = joined
            continue
        pieces = chop_cells(word, cells) if cell_len(word) > cells else [word]
        if not rows[-1]:
            rows.pop()
        rows += pieces
    return tuple(rows)

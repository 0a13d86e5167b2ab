"""Rows of styled text: what the pure view functions return and a sheet draws.

Text becomes `Content` as it is, never markup, so a card cannot style the screen.
"""

from collections.abc import Iterable, Sequence

from textual.content import Content

Piece = tuple[str, str]
"""Text and its style; the empty style is plain."""
Row = Sequence[Piece]

PLAIN = ""
STRONG = "bold"
MUTED = "$readable-muted"
ACCENT = "$readable-accent"
CHOSEN = "bold on $primary-muted"
GOOD = "$readable-good"
NEAR = "$readable-near"
BAD = "$readable-bad"

EMPTY: Row = ()

_ASCII = str.maketrans(
    {
        "✓": "O",
        "✗": "X",
        "▌": "|",
        "·": ".",
        "…": "~",
        "○": "o",
        "─": "-",
        "━": "=",
        "│": "|",
        "┌": "+",
        "┐": "+",
        "└": "+",
        "┘": "+",
        "›": ">",
        "▸": "+",
        "▾": "-",
        "‘": "'",
        "’": "'",
        "“": '"',
        "”": '"',
        "–": "-",
        "←": "<",
        "→": ">",
        "↑": "^",
        "↓": "v",
        "█": "#",
        **dict.fromkeys("▁▂▃", "."),
        **dict.fromkeys("▄▅▆▇", ":"),
        **dict.fromkeys("▏▎▍▋▊▉", "="),
    }
)
"""One cell for one cell, so that nothing moves; a cut text ends in `~`."""


def content(rows: Iterable[Row], *, ascii_only: bool = False) -> Content:
    """Return the rows as one piece of content."""
    pieces: list[Piece] = []
    for number, row in enumerate(rows):
        if number:
            pieces.append(("\n", PLAIN))
        pieces += [(in_ascii(text) if ascii_only else text, style) for text, style in row if text]
    return Content.assemble(*pieces)


def in_ascii(text: str) -> str:
    """Return the text without the signs that some terminals draw two cells wide."""
    return text.translate(_ASCII)


def plain(text: str) -> Row:
    """Return a row without style."""
    return ((text, PLAIN),)


def muted(text: str) -> Row:
    """Return a row that stands back."""
    return ((text, MUTED),)

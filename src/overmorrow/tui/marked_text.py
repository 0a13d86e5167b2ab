"""A paragraph with a sentence marked in it, and the answer inside the sentence, as rows."""

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from overmorrow.tui import cells
from overmorrow.tui.rows import CHOSEN, MUTED, Piece, Row

SENTENCE = "$foreground"
ANSWER = CHOSEN
_MOST_LETTERS = 1500
"""More of a paragraph than this, before or behind the sentence, fits no screen."""
_ONE_FOR_ONE = str.maketrans("\n\t", "  ")

Span = tuple[int, int]


class Marks(NamedTuple):
    """What stands around the sentence and around the answer where colour cannot tell them."""

    sentence: tuple[str, str] = ("", "")
    answer: tuple[str, str] = ("", "")


BRACKETS = Marks(("【", "】"), ("[", "]"))
ASCII_BRACKETS = Marks(("<<", ">>"), ("[", "]"))


def marks_for(*, has_colour: bool, ascii_only: bool) -> Marks:
    """Return the marks that this terminal needs."""
    if has_colour:
        return Marks()
    return ASCII_BRACKETS if ascii_only else BRACKETS


def marked_rows(text: str, sentence: Span, answer: Span, marks: Marks, width: int) -> list[Row]:
    """Return a text in rows, what is around the sentence standing back.

    Args:
        text: A paragraph.
        sentence: Where the sentence begins and ends in it.
        answer: Where the answer does.
        marks: What stands around them.
        width: How many cells a row may have.
    """
    first, last = sentence
    begin, end = max(first, answer[0]), min(last, answer[1])
    if begin > end:
        begin = end = last
    before = text[max(0, first - _MOST_LETTERS) : first]
    after = text[last : last + _MOST_LETTERS]
    pieces = [
        ((cells.ELLIPSIS if first > _MOST_LETTERS else "") + before, MUTED),
        (marks.sentence[0] + text[first:begin], SENTENCE),
        (marks.answer[0] + text[begin:end] + marks.answer[1] if begin < end else "", ANSWER),
        (text[end:last] + marks.sentence[1], SENTENCE),
        (after + (cells.ELLIPSIS if len(text) - last > _MOST_LETTERS else ""), MUTED),
    ]
    return wrapped_pieces(pieces, width)


def wrapped_pieces(pieces: Sequence[Piece], width: int) -> list[Row]:
    """Return styled text in rows that are broken at spaces."""
    text = "".join(piece for piece, _ in pieces).translate(_ONE_FOR_ONE)
    styles = [style for piece, style in pieces for _ in piece]
    rows: list[Row] = []
    at = 0
    for line in cells.wrap(text, width):
        styled: list[Piece] = []
        for letter in line:
            while text[at] != letter:
                at += 1
            styled.append((letter, styles[at]))
            at += 1
        rows.append(_joined(styled))
    return rows


def _joined(letters: Sequence[Piece]) -> Row:
    runs = groupby(letters, key=lambda piece: piece[1])
    return tuple(("".join(letter for letter, _ in run), style) for style, run in runs)


def window(rows: Sequence[Row], room: int) -> list[Row]:
    """Return as many rows as there is room for, the sentence among them, or else its answer."""
    if len(rows) <= room:
        return list(rows)
    marked = _with_style(rows, (SENTENCE, ANSWER))
    if len(marked) > room:
        marked = _with_style(rows, (ANSWER,)) or marked
        marked = marked[:room]
    spare = room - len(marked)
    first = max(0, min(marked[0] - spare // 2, len(rows) - room)) if marked else 0
    return list(rows[first : first + room])


def _with_style(rows: Sequence[Row], styles: Sequence[str]) -> list[int]:
    found = [
        at for at, row in enumerate(rows) if any(style in styles and text for text, style in row)
    ]
    return list(range(found[0], found[-1] + 1)) if found else []

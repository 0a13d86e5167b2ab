"""Finds where the parts of one card stand in a deck file."""

from itertools import pairwise
from typing import NamedTuple

from overmorrow.cards.deck_words import CARD_KEYS, COMMENT_ID, MARK, closing_fence

PROMPT = "prompt"
ANSWER = "answer"
FILE_ID = "id"
ORDER = (PROMPT, ANSWER, *CARD_KEYS, FILE_ID)
"""The parts of a card as they are printed."""


class Span(NamedTuple):
    """Lines from `start` on, up to but not with `end`; counted from 0."""

    start: int
    end: int


class Spans(NamedTuple):
    """Where the parts of a card stand."""

    of: dict[str, Span]
    are_apart: bool
    """Whether each part's lines stand together, without another part's between them."""

    @property
    def end(self) -> int:
        """The line after the card's last one."""
        return max(span.end for span in self.of.values())


def spans_of(lines: list[str], start: int) -> Spans:
    """Return where the parts of the card stand that begins on a line.

    Args:
        lines: The file's lines, cleaned.
        start: The line with the card's `Q:` or `C:`, counted from 0.
    """
    return _Scan(lines, start).spans()


class _Scan:
    """Goes through the lines of one card as the reader does."""

    def __init__(self, lines: list[str], start: int) -> None:
        self._lines = lines
        self._at = start
        self._text = PROMPT
        self._takes_keys = lines[start].startswith("C:")
        self._of: dict[str, Span] = {}

    def spans(self) -> Spans:
        self._first_line()
        while self._at < len(self._lines) and self._take(self._lines[self._at]):
            pass
        ordered = sorted(self._of.values())
        are_apart = all(one.end <= other.start for one, other in pairwise(ordered))
        return Spans(self._of, are_apart)

    def _take(self, line: str) -> bool:
        """Take a line, or say that the card ends before it."""
        mark = MARK.match(line)
        kind = mark.lastgroup if mark else None
        if kind in ("card", "rule", "heading"):
            return False
        if kind == "answer":
            self._text = ANSWER
            self._takes_keys = True
            self._first_line()
        elif kind == "fence":
            self._fence(line)
        elif kind == "comment":
            self._comment(line)
        elif kind == "id" and self._takes_keys:
            self._add(FILE_ID, 1)
        elif mark and mark["key"] in CARD_KEYS and self._takes_keys:
            self._add(mark["key"], self._length_of_key())
        else:
            self._add(self._text if line.strip() else "", 1)
        return True

    def _add(self, part: str, count: int) -> None:
        """Take so many lines as the part's; no part's if it has no name."""
        if part:
            start = self._of[part].start if part in self._of else self._at
            self._of[part] = Span(start, self._at + count)
        self._at += count

    def _first_line(self) -> None:
        """Take a line with `Q:`, `A:` or `C:`."""
        rest = self._lines[self._at][2:].lstrip()
        mark = MARK.match(rest) if rest.startswith(("```", "~~~")) else None
        if mark and mark["fence"]:
            self._fence(rest)
        else:
            self._add(self._text, 1)

    def _fence(self, opening: str) -> None:
        close = closing_fence(opening, self._lines, self._at + 1)
        self._add(self._text, 1 if close is None else close + 1 - self._at)

    def _comment(self, line: str) -> None:
        if COMMENT_ID.match(line) and self._takes_keys:
            self._add(FILE_ID, 1)
            return
        rest = range(self._at, len(self._lines))
        close = next((at for at in rest if "-->" in self._lines[at]), len(self._lines) - 1)
        has_text = self._lines[close].partition("-->")[2].strip()
        self._add(self._text if has_text else "", close + 1 - self._at)

    def _length_of_key(self) -> int:
        """Return how many lines a key has with those that go on with it."""
        length = 1
        for at in range(self._at + 1, len(self._lines)):
            line = self._lines[at]
            if line.strip() and not line.startswith(("  ", "\t")):
                break
            if line.strip():
                length = at + 1 - self._at
        return length

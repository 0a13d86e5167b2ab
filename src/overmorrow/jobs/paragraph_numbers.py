"""Counts an article's paragraphs as a reader does: all of its lines that say something."""

import re
from bisect import bisect_right

from overmorrow.generation.article import Article

_LINE = re.compile(r"[^\n]*\S[^\n]*")


class ParagraphNumbers:
    """Which paragraph of an article a place is in; its title and its date count too."""

    def __init__(self, article: Article) -> None:
        """Count the paragraphs.

        Args:
            article: The article; a paragraph broken into lines is one, what cards are
                never made from is a paragraph a line.
        """
        self._spans = [(each.start, each.end) for each in article.paragraphs]
        self._starts = [start for start, _ in self._spans]
        lines = (line.span() for line in _LINE.finditer(article.text))
        others = [start for start, end in lines if not self._overlaps(start, end)]
        self._all = sorted((*self._starts, *others))

    def _overlaps(self, start: int, end: int) -> bool:
        at = bisect_right(self._starts, end - 1) - 1
        return at >= 0 and self._spans[at][1] > start

    def at(self, place: int) -> int:
        """Return the number of the paragraph in which a place is."""
        return bisect_right(self._all, place)

    def span_at(self, place: int) -> tuple[int, int]:
        """Return where the paragraph in which a place is begins and ends."""
        return self._spans[max(0, bisect_right(self._starts, place) - 1)]

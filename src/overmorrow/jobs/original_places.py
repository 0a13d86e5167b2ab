"""Finds the places of a cleaned text in the text as it was before."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from unicodedata import combining

from overmorrow.cards.text import clean

_CLUSTER = re.compile(
    "[\u1100-\u115f][\u1160-\u11a7]?[\u11a8-\u11ff]?|[가-힣][\u11a8-\u11ff]?|.", re.DOTALL
)
"""Letters that may become one letter of Hangul, or any other letter."""


class OriginalPlaces:
    """Which place of an original a place of its cleaned text is."""

    def __init__(self, original: str, cleaned: str) -> None:
        """Compare the texts, line by line.

        Args:
            original: The text with universal newlines.
            cleaned: What `cards.text.clean` makes of it.
        """
        self._cleaned: list[int] = []
        self._original: list[int] = []
        if original == cleaned:
            return
        for here, there in _steps(original, cleaned):
            self._cleaned.append(here)
            self._original.append(there)

    def of(self, place: int) -> int:
        """Return where in the original a place of the cleaned text is."""
        if not self._cleaned:
            return place
        at = bisect_right(self._cleaned, place) - 1
        return self._original[at] + place - self._cleaned[at]


def _steps(original: str, cleaned: str) -> Iterator[tuple[int, int]]:
    """Yield places that belong together, where what lies between is not equally long."""
    here = there = 0
    others = re.split("[\n\u2028\u2029\x85]", original)
    lines = cleaned.split("\n")
    yield 0, 0
    for line, other in zip(lines, others, strict=False):
        yield here, there
        if line != other:
            for step, step_there in _within(line, other):
                yield here + step, there + step_there
        here += len(line) + 1
        there += len(other) + 1


def _within(line: str, other: str) -> Iterator[tuple[int, int]]:
    """Yield where letters that were written in several signs begin; nothing if that is unclear."""
    steps = []
    here = there = 0
    for cluster in _clusters(other):
        steps.append((here, there))
        here += len(clean(cluster))
        there += len(cluster)
    if here == len(line):
        yield from (*steps, (here, there))


def _clusters(text: str) -> Iterator[str]:
    """Yield the letters of a text, each with its marks."""
    begun = ""
    for found in _CLUSTER.finditer(text):
        if begun and combining(found[0][0]):
            begun += found[0]
            continue
        if begun:
            yield begun
        begun = found[0]
    if begun:
        yield begun

"""Which points of a long answer were written down, as a proposal for the learner to confirm."""

import re
from collections.abc import Sequence
from typing import NamedTuple
from unicodedata import normalize

from overmorrow.grading.normalise import canonical

_WORD = re.compile(r"\w+")
_PIECE = re.compile(r"[.!?;,\n。·]+")
_STEM = 4
"""As many letters of a word, jamo of a Korean one, as its endings mostly leave alone."""
_LONGEST = 20_000


class Point(NamedTuple):
    """One point of a long answer."""

    text: str
    said: bool
    piece: str = ""
    """What was written that comes nearest to it; empty if nothing does."""


def points_said(typed: str, points: Sequence[str]) -> tuple[Point, ...]:
    """Return each point, and whether more than half of its words were written.

    Args:
        typed: The whole answer.
        points: What it should say.
    """
    pieces = [canonical(each) for each in _PIECE.split(typed[:_LONGEST]) if each.strip()]
    stems = [_stems(piece) for piece in pieces]
    written = frozenset[str]().union(*stems)
    found = []
    for point in points:
        wanted = _stems(canonical(point))
        said = 2 * len(wanted & written) > len(wanted)
        shared = [len(wanted & each) for each in stems]
        best = max(shared, default=0)
        found.append(Point(point, said, pieces[shared.index(best)] if best else ""))
    return tuple(found)


def _stems(text: str) -> frozenset[str]:
    return frozenset(normalize("NFD", word)[:_STEM] for word in _WORD.findall(text.casefold()))

"""Cuts a typed list into its items: by separators first, by spaces and particles where need be."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from overmorrow.cards.list_item import ListItem
from overmorrow.grading.finding import Finding
from overmorrow.grading.forms import accepted_forms
from overmorrow.grading.hangul import HANGUL
from overmorrow.grading.korean import stems
from overmorrow.grading.normalise import loose, squash
from overmorrow.grading.patterns import lazy

_SIGNS = r",(?!\d{3}(?!\d))|[、;|>•·\n\t+]|->|→|\s-\s|(?<!\d)/|/(?!\d)"
_SEPARATOR = lazy(rf"\s*(?:{_SIGNS})\s*")
_JOINT = lazy(
    rf"\s*(?:{_SIGNS}|\s(?:and|und|et|y|및|그리고|와|과|하고|랑|이랑|&)\s|&)\s*", re.IGNORECASE
)
_NUMBERING = lazy(r"^(?:\(?\d{1,2}[.)]|[-*•]|첫째|둘째|셋째|넷째|다섯째)\s+")
_INLINE_NUMBERING = lazy(r"(?:^|\s)\(?\d{1,2}[.)]\s+")
_LEAD = lazy(r"^(?:and|및|그리고|와|과|und|et|y|the|or)\s+", re.IGNORECASE)
_MOST_WORDS = 40
_MOST_TRIES = 150
_MOST_MISSES = 6
"""After so many parts that are no item as they stand, the rest is not looked into."""

Judge = Callable[[str, ListItem], Finding]
"""Grades one typed piece against one item."""


class Sought(NamedTuple):
    """The expected items, and where each of their forms belongs."""

    items: Sequence[ListItem]
    places: dict[str, int]
    judge: Judge

    @property
    def most_pieces(self) -> int:
        """How many pieces a serious answer has at most."""
        return 2 * len(self.items) + 8

    @property
    def longest_piece(self) -> int:
        """How long a piece can be that stands for an item."""
        return 2 * max(map(len, self.places), default=0) + 20


def sought(items: Sequence[ListItem], judge: Judge) -> Sought:
    """Make a list's items ready to be looked for."""
    places: dict[str, int] = {}
    for index, item in enumerate(items):
        for form in accepted_forms((item.text, *item.aliases)):
            places.setdefault(squash(loose(form)), index)
    return Sought(items, places, judge)


@lru_cache(maxsize=512)
def items_in(answer: str) -> tuple[str, ...]:
    """Return the items of a list answer written in one line."""
    parts = [_LEAD.sub("", _NUMBERING.sub("", part)).strip(" .") for part in _JOINT.split(answer)]
    return tuple(part for part in parts if part)


def find_item(piece: str, wanted: Sought) -> tuple[int, Finding] | None:
    """Return which item a piece stands for and what it is worth; None if it is no item."""
    place = wanted.places.get(squash(loose(piece)))
    if place is not None:
        found = wanted.judge(piece, wanted.items[place])
        if found.verdict.accepted:
            return place, found
    if len(wanted.items) > _MOST_WORDS or len(piece) > wanted.longest_piece:
        return None
    best: tuple[int, Finding] | None = None
    for index, item in enumerate(wanted.items):
        found = wanted.judge(piece, item)
        if found.verdict.accepted and (best is None or found.rank > best[1].rank):
            best = index, found
    return best


def cut(typed: str, wanted: Sought) -> list[str]:
    """Return the pieces of a typed list; too many are returned as they are."""
    parts = _SEPARATOR.split(_INLINE_NUMBERING.sub(", ", typed))
    if len(parts) > wanted.most_pieces:
        return parts
    pieces: list[str] = []
    misses = 0
    for index, part in enumerate(parts):
        if misses > _MOST_MISSES:
            return pieces + parts[index:]
        whole = _LEAD.sub("", _NUMBERING.sub("", part.strip())).strip(" .!\"'")
        if not whole or find_item(whole, wanted):
            pieces += [whole] if whole else []
            continue
        for small in filter(None, map(str.strip, _JOINT.split(whole))):
            pieces += [small] if find_item(small, wanted) else _by_spaces(small, wanted)
        misses += 1
    return pieces


def _by_spaces(text: str, wanted: Sought) -> list[str]:
    words = text.split()
    if not 1 < len(words) <= _MOST_WORDS or len(words) * len(wanted.items) > _MOST_TRIES:
        return [_without_joint(text, wanted) or text]
    longest = min(max(len(item.text.split()) for item in wanted.items), 5) + 1
    pieces: list[str] = []
    start = 0
    while start < len(words):
        size, piece = _longest_item(words[start : start + longest], wanted)
        pieces.append(piece)
        start += size
        if len(pieces) > wanted.most_pieces:
            return pieces
    return pieces


def _longest_item(words: list[str], wanted: Sought) -> tuple[int, str]:
    """Return how many of the words are an item and the item; the first word if none are."""
    for size in range(len(words), 0, -1):
        piece = _without_joint(" ".join(words[:size]), wanted)
        if piece is not None:
            return size, piece
    return 1, words[0]


def _without_joint(piece: str, wanted: Sought) -> str | None:
    """Return the piece, or the piece without its 와 or 과, if it is an item."""
    if find_item(piece, wanted):
        return piece
    if HANGUL.search(piece[-1:]) and len(piece) < _MOST_WORDS:
        for stem in stems(piece)[1:]:
            if squash(loose(stem)) in wanted.places:
                return stem
    return None

"""Several items: found in any order, with any separator; one of three or more may be missing."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from overmorrow.cards.note import ListItem
from overmorrow.cards.verdict import Verdict
from overmorrow.grading.finding import Finding, correct, near, omission, other
from overmorrow.grading.grading import ItemGrading
from overmorrow.grading.hangul import HANGUL
from overmorrow.grading.korean import stems

_HARD = re.compile(r"\s*(?:,(?!\d{3}(?!\d))|[、;|>•·\n\t+]|->|→|\s-\s|(?<!\d)/|/(?!\d))\s*")
_SOFT = re.compile(
    r"\s*(?:,(?!\d{3}(?!\d))|[、;|>•·\n\t+]|->|→|\s-\s|(?<!\d)/|/(?!\d)|\s(?:and|및|그리고|und|et|y|와|과|하고|랑|이랑|&)\s|&)\s*",
    re.IGNORECASE,
)
_NUMBERING = re.compile(r"^(?:\(?\d{1,2}[.)]|[-*•]|첫째|둘째|셋째|넷째|다섯째)\s+")
_INLINE_NUMBERING = re.compile(r"(?:^|\s)\(?\d{1,2}[.)]\s+")
_LEAD = re.compile(r"^(?:and|및|그리고|와|과|und|et|y|the|or)\s+", re.IGNORECASE)
_SEVERAL = re.compile(
    r"\b(?:two|three|four|five|six|seven|both|all|list|name the|names of|colou?rs|which are)\b"
    r"|[두세네]\s|다섯|여섯|[2-9](?:대|가지)|나열|모두|각각|순서|무엇과|둘|셋"
)
_MAX_ITEMS = 60

Judge = Callable[[str, ListItem], Finding]
"""Grades one typed piece against one item."""


@lru_cache(maxsize=512)
def items_in(answer: str) -> tuple[str, ...]:
    """Return the items of a list answer written in one line."""
    parts = [_LEAD.sub("", _NUMBERING.sub("", part)).strip(" .") for part in _SOFT.split(answer)]
    return tuple(part for part in parts if part)


def looks_like_list(answer: str, prompt: str) -> bool:
    """Whether an answer without a hint is several items."""
    if "," not in answer and "·" not in answer and "、" not in answer and "/" not in answer:
        return False
    items = items_in(answer)
    if any(len(item.split()) > 4 or len(item) > 30 for item in items) or len(items) < 2:
        return False
    return len(items) >= 3 or _SEVERAL.search(prompt) is not None


def compare_lists(items: Sequence[ListItem], typed: str, judge: Judge, *, ordered: bool) -> Finding:
    """Return what the typed items are worth beside the expected ones."""
    pieces = _pieces(typed, items, judge)
    if len(pieces) > len(items) + _MAX_ITEMS:
        return other("too_many_items")
    placed: dict[int, tuple[str, Finding]] = {}
    order: list[int] = []
    extra: list[str] = []
    for piece in pieces:
        index = _place(piece, items, placed, judge)
        if index is None:
            extra.append(piece)
        elif index not in placed:
            placed[index] = piece, judge(piece, items[index])
            order.append(index)
    finding = _sum_up(items, placed, extra, in_order=order == sorted(order) or not ordered)
    gradings = tuple(
        ItemGrading(
            text=item.text,
            verdict=placed[index][1].verdict if index in placed else Verdict.WRONG,
            typed=placed[index][0] if index in placed else "",
        )
        for index, item in enumerate(items)
    )
    return finding._replace(items=gradings)


def _sum_up(
    items: Sequence[ListItem],
    placed: dict[int, tuple[str, Finding]],
    extra: list[str],
    *,
    in_order: bool,
) -> Finding:
    missing = [item.text for index, item in enumerate(items) if index not in placed]
    counted = {"n": str(len(placed)), "total": str(len(items))}
    if extra:
        return other("item_wrong", item=extra[0], **counted)
    if not in_order:
        return near("order_differs")
    if not missing:
        return _weakest([found for _, found in placed.values()])
    if len(missing) == 1 and len(items) >= 3:
        return omission("item_missing", item=missing[0], **counted)
    if placed:
        return near("items_missing", item=", ".join(missing), **counted)
    return other("other_text")


def _weakest(findings: list[Finding]) -> Finding:
    """Return what a complete list is worth: as much as its weakest item."""
    weakest = min(findings, key=lambda found: found.rank)
    if weakest.verdict is Verdict.CORRECT:
        return correct("same_items")
    return weakest._replace(matched="", value=None)


def _place(
    piece: str, items: Sequence[ListItem], placed: dict[int, tuple[str, Finding]], judge: Judge
) -> int | None:
    """Return which expected item a piece stands for, free ones and exact ones first."""
    close: int | None = None
    again: int | None = None
    for index, item in enumerate(items):
        finding = judge(piece, item)
        if finding.verdict is Verdict.CORRECT:
            if index not in placed:
                return index
            again = index
        elif finding.verdict is Verdict.CLOSE and index not in placed and close is None:
            close = index
    return close if close is not None else again


def _pieces(typed: str, items: Sequence[ListItem], judge: Judge) -> list[str]:
    """Cut the typed text into items, by separators first, by spaces and particles where need be."""
    pieces: list[str] = []
    for part in _HARD.split(_INLINE_NUMBERING.sub(", ", typed)):
        whole = _LEAD.sub("", _NUMBERING.sub("", part.strip())).strip(" .!\"'")
        if not whole or _matches(whole, items, judge):
            pieces += [whole] if whole else []
            continue
        for small in filter(None, map(str.strip, _SOFT.split(whole))):
            matches = _matches(small, items, judge)
            pieces += [small] if matches else _by_spaces(small, items, judge)
    return pieces


def _matches(piece: str, items: Sequence[ListItem], judge: Judge) -> bool:
    return any(judge(piece, item).verdict.accepted for item in items)


def _by_spaces(text: str, items: Sequence[ListItem], judge: Judge) -> list[str]:
    words = text.split()
    if len(words) > _MAX_ITEMS:
        return words
    longest = max(len(item.text.split()) for item in items) + 1
    pieces: list[str] = []
    start = 0
    while start < len(words):
        for size in range(min(longest, len(words) - start), 0, -1):
            piece = _without_joint(" ".join(words[start : start + size]), items, judge)
            if piece is not None:
                pieces.append(piece)
                start += size
                break
        else:
            pieces.append(words[start])
            start += 1
    return pieces


def _without_joint(piece: str, items: Sequence[ListItem], judge: Judge) -> str | None:
    """Return the piece, or the piece without its 와 or 과, if it is an item."""
    if _matches(piece, items, judge):
        return piece
    if HANGUL.search(piece[-1:]):
        for stem in stems(piece)[1:]:
            if _matches(stem, items, judge):
                return stem
    return None

"""Several items: found in any order, with any separator; one of three or more may be missing."""

from collections.abc import Sequence

from overmorrow.cards.list_item import ListItem
from overmorrow.cards.verdict import Verdict
from overmorrow.grading.finding import Finding, correct, near, omission, other
from overmorrow.grading.grading import ItemGrading
from overmorrow.grading.patterns import lazy
from overmorrow.grading.pieces import Judge, cut, find_item, items_in, sought

_SEVERAL = lazy(
    r"\b(?:two|three|four|five|six|seven|both|all|list|name the|names of|colou?rs|which are)\b"
    r"|[두세네]\s|다섯|여섯|[2-9](?:대|가지)|나열|모두|각각|순서|무엇과|둘|셋"
)
_SEPARATORS = frozenset(",·、/")
_LONGEST_ITEM = 30
_MOST_EXTRA = 5

Placed = dict[int, tuple[str, Finding]]
"""By item: the piece that stands for it and what that piece is worth."""


def looks_like_list(answer: str, prompt: str) -> bool:
    """Whether an answer without a hint is several items."""
    if _SEPARATORS.isdisjoint(answer):
        return False
    items = items_in(answer)
    if any(len(item.split()) > 4 or len(item) > _LONGEST_ITEM for item in items):
        return False
    return len(items) >= 3 or (len(items) == 2 and _SEVERAL.search(prompt) is not None)


def compare_lists(items: Sequence[ListItem], typed: str, judge: Judge, *, ordered: bool) -> Finding:
    """Return what the typed items are worth beside the expected ones."""
    wanted = sought(items, judge)
    pieces = cut(typed, wanted)
    if len(pieces) > wanted.most_pieces:
        return other("too_many_items")
    placed: Placed = {}
    extra: list[str] = []
    for piece in pieces:
        found = find_item(piece, wanted)
        if found is None:
            extra.append(piece)
            if len(extra) > _MOST_EXTRA:
                break
        elif found[0] not in placed:
            placed[found[0]] = piece, found[1]
    in_order = not ordered or list(placed) == sorted(placed)
    finding = _sum_up(items, placed, extra, in_order=in_order)
    return finding._replace(items=_by_item(items, placed))


def _by_item(items: Sequence[ListItem], placed: Placed) -> tuple[ItemGrading, ...]:
    return tuple(
        ItemGrading(
            text=item.text,
            verdict=placed[index][1].verdict if index in placed else Verdict.WRONG,
            typed=placed[index][0] if index in placed else "",
        )
        for index, item in enumerate(items)
    )


def _sum_up(
    items: Sequence[ListItem], placed: Placed, extra: list[str], *, in_order: bool
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

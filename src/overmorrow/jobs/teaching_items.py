"""Which item of a list a typed answer gives another name to."""

import re

from overmorrow.cards.card import Card
from overmorrow.cards.list_item import ListItem
from overmorrow.cards.verdict import Verdict
from overmorrow.grading.grade import grade
from overmorrow.grading.normalise import canonical

_BETWEEN = re.compile(r"[,;·/\n]|\s(?:와|과|및|그리고|and)\s")


def items_told(card: Card, typed: str) -> tuple[ListItem, ...] | None:
    """Return a list's items with the names that an answer which was right after all gives them.

    An item that was taken for close gets the name that was typed for it, and so does
    the only one that was missing, if only one thing typed is left over.

    Args:
        card: The card, without what the answer shall change.
        typed: The answer.

    Returns:
        None where it does not say which item each name is for, or has no new name.
    """
    found = grade(typed, card).items
    if len(found) != len(card.items):
        return None
    names = {
        at: each.typed
        for at, each in enumerate(found)
        if each.typed and each.verdict is not Verdict.CORRECT
    }
    missing = [at for at, each in enumerate(found) if not each.typed]
    left = _left_over(typed, [each.typed for each in found if each.typed])
    if len(missing) == len(left) == 1:
        names[missing[0]] = left[0]
    elif missing or left:
        return None
    if not names:
        return None
    return tuple(
        item._replace(aliases=(*item.aliases, names[at])) if at in names else item
        for at, item in enumerate(card.items)
    )


def _left_over(typed: str, placed: list[str]) -> list[str]:
    """Return what was typed for no item."""
    known = set(map(canonical, placed))
    pieces = [piece.strip() for piece in _BETWEEN.split(typed)]
    return [piece for piece in pieces if piece and canonical(piece) not in known]

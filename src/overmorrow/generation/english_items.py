"""Finds under what the items of a list stand: a line that ends with a colon."""

import re

from overmorrow.generation.english_context import Setting
from overmorrow.generation.pointers import points_away

_MARK = re.compile(r"\s*[-*•·▪●]\s+")
_LONGEST_HEAD = 140
_FARTHEST = 4000
"""Characters of the article in which a head is looked for."""


def is_item(text: str, start: int) -> bool:
    """Return whether a sentence opens an item of a list.

    Args:
        text: The article.
        start: Where the sentence begins.
    """
    return _MARK.fullmatch(text[text.rfind("\n", 0, start) + 1 : start]) is not None


def head_of(text: str, start: int) -> str:
    """Return the sentence with a colon that a list stands under, or nothing.

    Args:
        text: The article.
        start: Where a sentence of the list begins.
    """
    lines = text[max(0, start - _FARTHEST) : start].split("\n")[:-1]
    above = (line.strip() for line in reversed(lines) if line.strip() and not _MARK.match(line))
    line = next(above, "")
    return re.split(r"(?<=[.!?]) +", line)[-1] if line.endswith(":") else ""


def under_head(setting: Setting, head: str) -> Setting:
    """Return the setting of an item under its list's head, if the head can stand alone.

    Args:
        setting: What makes the item stand alone.
        head: What its list stands under; empty where nobody knows.
    """
    if not head:
        return setting
    is_fit = head[0].isupper() and len(head) <= _LONGEST_HEAD and not points_away(head)
    return setting._replace(before=setting.before or (head if is_fit else ""), leans=True)

"""Finds the lines above a table that say something about it and are no rows."""

from collections import Counter
from collections.abc import Sequence

from overmorrow.exchange.table_rows import NAMES, Lines, find_separator
from overmorrow.exchange.table_words import is_exact

_SIGNS = ("#", "//")
_LOOKED_AT = 200


def comments_above(start: Sequence[str], lines: Lines, chosen: str, *, by_hand: bool) -> int:
    """Return how many lines at the start are comments, blank lines between them too.

    Lines that begin with `#` or `//` are, if one of them does not part like the rows
    below or names columns; else they could be cards.

    Args:
        start: The first lines of the text.
        lines: All of them.
        chosen: The separator the learner names, if any.
        by_hand: Whether words may have been put in rows by hand.
    """
    end = 0
    for at, line in enumerate(start, start=1):
        if line.lstrip().startswith(_SIGNS):
            end = at
        elif line.strip():
            break
    above = [line.strip() for line in start[:end] if line.strip()]
    body = lines.first(len(above) + _LOOKED_AT)[len(above) :]
    if not above or not body or body[0].lstrip().startswith(_SIGNS):
        return 0
    separator = NAMES.get(chosen, chosen) or find_separator(body, by_hand=by_hand)
    (width, count), *_ = Counter(line.count(separator) for line in body).most_common(1)
    if not width or count * 2 < len(body):
        return 0
    odd = any(line.count(separator) != width or _names_columns(line, separator) for line in above)
    return end if odd else 0


def _names_columns(line: str, separator: str) -> bool:
    first, *others = line.lstrip("#/ ").split(separator)
    cells = [first.rpartition(":")[2].strip(), *map(str.strip, others)]
    return all(cells) and all(map(is_exact, cells))

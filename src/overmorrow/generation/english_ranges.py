"""Joins English numbers that are one: "two to three months", "2 hours and 5 minutes"."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from overmorrow.generation.english_figures import Figure
from overmorrow.generation.english_token import Token

_JOINABLE = ("year", "number", "money", "percent", "century", "decade")
_STRAIGHT = ("to", "–", "-", "or")
_SMALLER = {
    "years": "months weeks days",
    "months": "weeks days",
    "weeks": "days",
    "days": "hours minutes",
    "hours": "minutes seconds",
    "minutes": "seconds",
    "feet": "inches",
    "pounds": "ounces",
}
"""What a rest smaller than a unit is measured in."""


def joined(figures: Sequence[Figure], tokens: Sequence[Token]) -> Iterator[Figure]:
    """Yield the figures of a sentence, two that are the ends of one range as one.

    The ends of a change, as in "rose from 12 to 15", are two facts and stay two.

    Args:
        figures: What was found, in order.
        tokens: The sentence's words.
    """
    ends = {token.end: place for place, token in enumerate(tokens)}
    starts = {token.start: place for place, token in enumerate(tokens)}
    at = 0
    while at < len(figures):
        figure = figures[at]
        rest = _rests(figures[at:], tokens, starts, ends)
        if rest:
            unit = tokens[ends[figures[at + rest].end] + 1]
            yield Figure(figure.start, unit.end, "amounts")
            at += rest + 1
            continue
        after = figures[at + 1] if at + 1 < len(figures) else None
        first, last = starts.get(figure.start), ends.get(figure.end)
        if first is not None and last is not None and after and _is_range(tokens, first, last):
            second = starts.get(after.start)
            is_alike = figure.form in _JOINABLE and (
                after.form in (figure.form, "percent", "money") or after.form == "number"
            )
            if second == last + 2 and is_alike:
                form = "range" if figure.is_time else "amounts"
                yield Figure(figure.start, after.end, form)
                at += 2
                continue
        yield figure
        at += 1


def _rests(
    figures: Sequence[Figure],
    tokens: Sequence[Token],
    starts: Mapping[int, int],
    ends: Mapping[int, int],
) -> int:
    """Return how many figures go on measuring, in smaller units, what the first one does."""
    count = 0
    for figure, after in pairwise(figures):
        last, second, end = ends.get(figure.end), starts.get(after.start), ends.get(after.end)
        if last is None or second is None or end is None or end + 1 >= len(tokens):
            break
        smaller = _SMALLER.get(_unit(tokens[last + 1]), "").split()
        links = {token.text for token in tokens[last + 2 : second]}
        if second - last > 4 or not links <= {",", "and"} or _unit(tokens[end + 1]) not in smaller:
            break
        count += 1
    return count


def _unit(token: Token) -> str:
    """Return a unit's name as it stands for many."""
    word = token.text.lower()
    return (
        word if word.endswith("s") or word in _SMALLER else {"inch": "inches"}.get(word, f"{word}s")
    )


def _is_range(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Return whether a number is the first of two that a word joins."""
    link = tokens[last + 1].text.lower() if last + 1 < len(tokens) else ""
    before = tokens[first - 1].text.lower() if first else ""
    if link in _STRAIGHT:
        return before != "from" and tokens[first].pos != "PROPN"
    return link == "and" and before == "between"

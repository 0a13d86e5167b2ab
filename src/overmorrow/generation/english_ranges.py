"""Joins the two numbers of an English range: "two to three months", "between 1500 and 1800"."""

from collections.abc import Iterator, Sequence

from overmorrow.generation.english_figures import Figure
from overmorrow.generation.english_token import Token

_JOINABLE = ("year", "number", "money", "percent", "century", "decade")
_STRAIGHT = ("to", "–", "-", "or")


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


def _is_range(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Return whether a number is the first of two that a word joins."""
    link = tokens[last + 1].text.lower() if last + 1 < len(tokens) else ""
    before = tokens[first - 1].text.lower() if first else ""
    if link in _STRAIGHT:
        return before != "from" and tokens[first].pos != "PROPN"
    return link == "and" and before == "between"

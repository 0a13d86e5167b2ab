"""Knows what of an English sentence passes: who spoke, when a place opens, what a ticket costs."""

import re

from overmorrow.generation.english_spans import Reading, Span
from overmorrow.generation.word_lists import words_of

_SAID = words_of("said says told added recalled explained complained warned argued insisted")
_OFFICES = words_of(
    "chairman chairwoman chair president spokesman spokeswoman spokesperson director manager owner"
    " secretary leader mayor councillor professor head founder resident organiser coordinator"
)
_SERVICE = re.compile(
    r"\b(?:\d{1,2}(?::\d\d)? ?(?:am|pm|a\.m\.|p\.m\.)|admission|tickets?|registration|"
    r"(?:open|opens|opened|closed|closes) (?:daily|until|every|on (?:week|Mon|Tues|Wednes|Thurs|"
    r"Fri|Satur|Sun))|free of charge|parking (?:is|costs)|call \d|phone)\b"
)
_FIGURES = frozenset(
    ("number", "unit", "counted", "money", "percent", "amounts", "time", "date", "range")
)


def passes(reading: Reading, span: Span) -> bool:
    """Return whether a span is of what passes: nobody learns it who does not go there.

    Args:
        reading: The sentence.
        span: What could be asked for.
    """
    return _is_speaker(reading, span) or (
        span.form in _FIGURES and _SERVICE.search(reading.text) is not None
    )


def _is_speaker(reading: Reading, span: Span) -> bool:
    """Return whether a name is of one whose words are told: "Ann Lee, the mayor, said that"."""
    tokens = reading.tokens
    is_name = tokens[span.last - 1].pos == "PROPN" and span.last < len(tokens)
    if not is_name or span.first > 1 or tokens[span.last].text != ",":
        return False
    end = next(
        (at for at in range(span.last + 1, len(tokens)) if tokens[at].text == ","), len(tokens) - 1
    )
    has_office = any(token.text.lower() in _OFFICES for token in tokens[span.last + 1 : end])
    return has_office and any(token.text in _SAID for token in tokens[end + 1 : end + 3])

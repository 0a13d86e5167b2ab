"""Knows what of an English sentence passes: who spoke, when a place opens, what a ticket costs."""

import re

from overmorrow.generation.english_spans import Reading, Span
from overmorrow.generation.word_lists import words_of

_SAID = words_of(
    "said says told tells added adds recalled recalls explained explains complained complains"
    " warned warns argued argues insisted insists admitted admits believes thinks notes noted"
    " points pointed"
)
_OFFICES = words_of(
    "chairman chairwoman chair president spokesman spokeswoman spokesperson director manager owner"
    " secretary leader mayor councillor professor head founder resident organiser coordinator"
    " researcher scientist economist analyst expert lecturer biologist engineer"
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
    """Return whether a name is of one whose words are told, or of where such a one works.

    That is "Ann Lee, the mayor of Orm, said that".
    """
    tokens = reading.tokens
    commas = [at for at, token in enumerate(tokens) if token.text == ","][:2]
    if len(commas) < 2 or span.last > commas[1]:
        return False
    begin, end = commas
    has_office = any(token.text.lower() in _OFFICES for token in tokens[begin + 1 : end])
    is_named = tokens[begin - 1].pos == "PROPN"
    return (
        is_named and has_office and any(token.text in _SAID for token in tokens[end + 1 : end + 3])
    )

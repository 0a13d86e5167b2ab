"""Finds what ties an English sentence to the one before and can go from it."""

import re
from collections.abc import Sequence

from overmorrow.generation.english_edits import Edit
from overmorrow.generation.english_spans import Reading
from overmorrow.generation.english_token import Token
from overmorrow.generation.english_words import JOINERS, LEADING_PHRASES, LEADS

_IT_IS_KNOWN = re.compile(
    r"It is (?:(?:also|well|widely|generally|now) )*(?:known|clear|true) that "
)
_ASIDES = re.compile(rf", (?:{'|'.join(LEADING_PHRASES)}),")

_DATELINE = re.compile(
    r"[A-Z]{3,}(?:[ .'-]+[A-Z]+)*(?:, [\w .,]{2,30})?(?: \([^()]{2,20}\))? [–—-]+ (?=[A-Z])"
)
"""Where and when a report was written, in front of its first sentence."""


def is_of_now(tokens: Sequence[Token]) -> bool:
    """Return whether a sentence opens with "today" and tells what still holds.

    Args:
        tokens: Its words.
    """
    verb = next((token for token in tokens if token.pos in ("VERB", "AUX")), None)
    is_led = tokens[0].text in ("Today", "Now") and len(tokens) > 3
    return is_led and verb is not None and verb.tag in ("VBZ", "VBP")


def leading_cuts(reading: Reading) -> list[Edit]:
    """Return what ties the beginning of a sentence to the one before and can go.

    Args:
        reading: The sentence.
    """
    dateline = _DATELINE.match(reading.text)
    return [Edit(0, dateline.end())] if dateline else _ties(reading)


def _ties(reading: Reading) -> list[Edit]:
    tokens = reading.tokens
    first = tokens[0]
    word = first.text.lower()
    if word in JOINERS and len(tokens) > 1:
        comma = tokens[1].text == ","
        return [Edit(0, tokens[2 if comma and len(tokens) > 2 else 1].start)]
    if word in LEADS and len(tokens) > 2 and tokens[1].text == ",":
        return [Edit(0, tokens[2].start)]
    if is_of_now(tokens):
        return [Edit(0, tokens[2 if tokens[1].text == "," else 1].start)]
    known = _IT_IS_KNOWN.match(reading.text)
    if known:
        return [Edit(0, known.end())]
    lower = reading.text.lower()
    for phrase in LEADING_PHRASES:
        if lower.startswith(phrase + ","):
            return [Edit(0, len(phrase) + 1)]
    edits = [Edit(*found.span()) for found in _ASIDES.finditer(reading.text)]
    for at, token in enumerate(tokens[1:-1], start=1):
        if token.text == "however" and tokens[at - 1].text == "," and tokens[at + 1].text == ",":
            edits.append(Edit(tokens[at - 1].start, tokens[at + 1].end))
        if (
            token.text == "also"
            and tokens[at - 1].text not in ("but", ",", "and")
            and ("only" not in reading.text)
        ):
            edits.append(Edit(token.start, tokens[at + 1].start))
    return edits

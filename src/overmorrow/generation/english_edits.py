"""Makes a prompt of an English sentence: cuts, replacements and the gap."""

import re
from collections.abc import Iterable
from typing import NamedTuple

_ROUGH = re.compile(r" [,.;:?!)’”]|[,;:] ?[,;:.?!]|\( ")
_SPACE_BEFORE = re.compile(r"\s+(?=[,.;:?!)’”](?:\s|$))")
_DOUBLED = re.compile(r"[,;:]\s*(?=[,;:.?!])")
_EDGE = " ,;:–—-"


class Edit(NamedTuple):
    """What stands at a place of a sentence, and what is to stand there."""

    start: int
    end: int
    text: str = ""


def edited(sentence: str, edits: Iterable[Edit]) -> str:
    """Return a sentence with its edits made; of two that overlap, the first to begin counts.

    Args:
        sentence: What stands in the article.
        edits: In any order.
    """
    pieces: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda each: (each.start, -each.end)):
        if edit.start >= at:
            pieces += (sentence[at : edit.start], edit.text)
            at = edit.end
    pieces.append(sentence[at:])
    return tidy("".join(pieces))


def tidy(text: str) -> str:
    """Return a text with one space between words, no stray commas and a capital at its start."""
    text = " ".join(text.split())
    if _ROUGH.search(text):
        text = _DOUBLED.sub("", _SPACE_BEFORE.sub("", text)).replace("( ", "(")
    return capitalised(text.strip().lstrip(_EDGE))


def closed(text: str) -> str:
    """Return a sentence with a full stop, if a cut took the one it had."""
    return text if not text or text[-1] in '.!?…”"’)' else f"{text.rstrip(_EDGE)}."


def capitalised(text: str) -> str:
    """Return a text with a capital letter at its start; words like iPhone are left alone."""
    if text[:1].islower() and not text[1:2].isupper():
        return text[0].upper() + text[1:]
    return text

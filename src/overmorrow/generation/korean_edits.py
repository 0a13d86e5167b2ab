"""A piece of a sentence that is said in another way in a prompt."""

from collections.abc import Iterable
from typing import NamedTuple


class Edit(NamedTuple):
    """Where it stands in the sentence, and what is said instead."""

    start: int
    end: int
    text: str


def edited(sentence: str, edits: Iterable[Edit]) -> str:
    """Return a sentence with its edits; of two that overlap the first one counts."""
    pieces = []
    at = 0
    for edit in sorted(edits):
        if edit.start >= at:
            pieces += [sentence[at : edit.start], edit.text]
            at = edit.end
    return "".join([*pieces, sentence[at:]])

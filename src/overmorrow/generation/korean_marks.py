"""Parts a word from the marks around it."""

from typing import TypedDict

STOPS = ".!?…,。;:"
_OPENING, _CLOSING = "“‘\"'([「『《〈<", "”’\"')]」』》〉>"


class Marks(TypedDict):
    """What stands around a word."""

    open_marks: str
    close_marks: str
    comma: bool


def trimmed(sentence: str, start: int, end: int) -> tuple[int, int, Marks]:
    """Return where a word between two spaces begins and ends without the marks around it."""
    first, last = start, end
    while first < last and sentence[first] in _OPENING:
        first += 1
    while last > first and sentence[last - 1] in STOPS:
        last -= 1
    comma = sentence[last : last + 1] in (",", "…")
    while last > first and sentence[last - 1] in _CLOSING + STOPS:
        if sentence[last - 1] in ")]" and _opened_inside(sentence, first, last):
            break
        last -= 1
    marks: Marks = {
        "open_marks": sentence[start:first],
        "close_marks": sentence[last:end].strip(STOPS),
        "comma": comma,
    }
    return first, last, marks


def _opened_inside(sentence: str, first: int, last: int) -> bool:
    return ("(" if sentence[last - 1] == ")" else "[") in sentence[first:last]

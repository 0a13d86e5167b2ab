"""The lines of a text file, made safe to keep and to show."""

import re
import unicodedata

from overmorrow.cards.text import clean

_LINE_END = re.compile("\r\n?|[\n\x85\u2028\u2029]")


def clean_lines(text: str) -> tuple[list[str], list[int]]:
    """Return the cleaned lines, and the numbers of those that lost something.

    A byte order mark at the start and the choice of line ending are no loss.
    """
    raw = text.removeprefix("\ufeff")
    cleaned = clean(raw)
    lines = cleaned.split("\n")
    if cleaned is raw:
        return lines, []
    before = _LINE_END.split(raw)
    lost = [
        number
        for number, (was, line) in enumerate(zip(before, lines, strict=True), start=1)
        if was is not line and was != line and unicodedata.normalize("NFC", was) != line
    ]
    return lines, lost

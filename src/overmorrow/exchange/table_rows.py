"""The rows of a table in plain text, whatever stands between its cells."""

import csv
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain, islice
from typing import NamedTuple

SEPARATORS = ("\t", ",", ";", "|", ":")
WRITTEN_SEPARATORS = ("---", " - ", " – ", " — ", " = ")
"""What learners put between a term and its meaning by hand."""
NAMES = {
    "tab": "\t",
    "comma": ",",
    "semicolon": ";",
    "pipe": "|",
    "colon": ":",
    "space": " ",
    "\\t": "\t",
}
_LOOKED_AT = 400
"""Lines that the separator is found by."""
_CLEAR = 0.9
"""The share of rows that must agree on their width before a single sign is believed."""
_LONGEST_CELL = 1 << 27
_AFTER_THE_LAST = "\x01"
"""No cleaned text holds it: a row that must come out as it went in."""


class Row(NamedTuple):
    """One row, and the line it begins on, counted from 1."""

    line: int
    cells: list[str]


class OpenQuoteError(ValueError):
    """A quotation mark opened on `line` is never closed."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def find_separator(lines: Sequence[str], *, by_hand: bool) -> str:
    """Return what stands between the cells: what makes the rows agree best on one width.

    Args:
        lines: The table.
        by_hand: Whether words were put in rows by hand, as in a copy from Quizlet;
            then a dash or the like counts too, split at its first place.
    """
    sample = list(islice((line for line in lines if line.strip()), _LOOKED_AT))
    if not sample:
        return "\t"
    shares = {sign: _agreement(sample, sign) for sign in SEPARATORS}
    best = max(SEPARATORS, key=lambda sign: shares[sign])
    if best in ",;" and shares[","] == shares[";"]:
        best = min(",;", key=lambda sign: _spaced(sample, sign))
    if by_hand and shares[best] < _CLEAR:
        holding = {sign: _holding(sample, sign) for sign in WRITTEN_SEPARATORS}
        written = max(WRITTEN_SEPARATORS, key=lambda sign: holding[sign])
        if holding[written] > shares[best]:
            return written
    return best if shares[best] else "\t"


def read_rows(lines: Sequence[str], separator: str) -> list[Row]:
    """Return the rows that are not blank.

    Quotes are read as spreadsheets write them; where they are plainly letters
    of the text, as in a table of tabs, they stay.

    Raises:
        OpenQuoteError: A quote swallows the rest of the file.
    """
    if len(separator) > 1:
        split = (line.split(separator, 1) for line in lines)
        return [Row(at, cells) for at, cells in enumerate(split, start=1) if any(cells)]
    csv.field_size_limit(_LONGEST_CELL)
    rows: list[Row] = []
    try:
        rows.extend(_quoted(lines, separator, strict=True))
    except csv.Error:
        return _carelessly_quoted(lines, separator)
    return rows


def _carelessly_quoted(lines: Sequence[str], separator: str) -> list[Row]:
    """Return rows whose quotes break the rules of spreadsheets."""
    plain = _unquoted(lines, separator)
    widths = Counter(len(row.cells) for row in plain)
    agree = len(widths) == 1 and 1 not in widths
    if agree and (separator == "\t" or not _has_open_quote(lines, separator)):
        return plain
    lenient = list(_quoted([*lines, _AFTER_THE_LAST], separator, strict=False))
    if lenient[-1].cells != [_AFTER_THE_LAST]:
        raise OpenQuoteError(lenient[-1].line)
    return lenient[:-1]


def _has_open_quote(lines: Sequence[str], separator: str) -> bool:
    rows = list(_quoted([*lines, _AFTER_THE_LAST], separator, strict=False))
    return rows[-1].cells != [_AFTER_THE_LAST]


def _quoted(lines: Sequence[str], separator: str, *, strict: bool) -> Iterable[Row]:
    ended = (line + "\n" for line in lines)
    spaced = any(f'{separator} "' in line for line in lines)
    reader = csv.reader(ended, delimiter=separator, strict=strict, skipinitialspace=spaced)
    line = 1
    for cells in reader:
        if any(cells):
            yield Row(line, cells)
        line = reader.line_num + 1


def _unquoted(lines: Iterable[str], separator: str) -> list[Row]:
    numbered = enumerate(lines, start=1)
    return [Row(at, line.split(separator)) for at, line in numbered if line.strip()]


def _agreement(sample: Sequence[str], sign: str) -> float:
    """Return the share of rows that have the most frequent width above one."""
    csv.field_size_limit(_LONGEST_CELL)
    widths = Counter(len(row.cells) for row in _quoted(sample, sign, strict=False))
    wide = [count for width, count in widths.items() if width > 1]
    return max(wide, default=0) / max(1, widths.total())


def _spaced(sample: Sequence[str], sign: str) -> float:
    """Return how often a space follows a sign, as it does in sentences."""
    places = list(chain.from_iterable(line.split(sign)[1:] for line in sample))
    return sum(part.startswith(" ") for part in places) / max(1, len(places))


def _holding(sample: Sequence[str], sign: str) -> float:
    return sum(sign in line for line in sample) / len(sample)

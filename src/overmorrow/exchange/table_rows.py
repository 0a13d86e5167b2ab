"""The rows of a table in plain text, whatever stands between its cells."""

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
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
_ALWAYS = 0.98
"""The share of lines that a separator nobody else uses must stand in."""
_LONGEST_CELL = 1 << 27
_AFTER_THE_LAST = "\x01"
"""No cleaned text holds it: a row that must come out as it went in."""
_SLAB = 1 << 20
_SIGNS = re.compile(r" ?(?:[^\w\s.,;:'\"()\[\]?!…]{2,}|(?:::|[→⇒➔➜↔—–~>/=-])) ?")
"""What could stand between a term and its meaning, of more than one letter or with spaces."""


class Row(NamedTuple):
    """One row, and the line it begins on, counted from 1."""

    line: int
    cells: list[str]


class OpenQuoteError(ValueError):
    """A quotation mark opened on `line` is never closed."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


class Lines:
    """The lines of a text, parted anew each time they are gone through.

    A table may have a million of them.
    """

    def __init__(self, text: str, skipped: int = 0) -> None:
        """Take a text.

        Args:
            text: Cleaned text: it breaks lines with line feeds only.
            skipped: How many lines at the start count as blank.
        """
        self.text = text
        self._skipped = skipped

    def __iter__(self) -> Iterator[str]:
        """Yield each line with the line feed that ends it."""
        lines = self._all()
        for _ in islice(lines, self._skipped):
            yield "\n"
        yield from lines

    def first(self, count: int) -> list[str]:
        """Return the first lines that are not blank, without what ends them."""
        return [line.rstrip("\n") for line in islice(filter(str.strip, self), count)]

    def _all(self) -> Iterator[str]:
        start, text = 0, self.text
        while start < len(text):
            end = text.find("\n", start + _SLAB) + 1 or len(text)
            yield from text[start:end].splitlines(keepends=True)
            start = end


def find_separator(lines: Sequence[str], *, by_hand: bool) -> str:
    """Return what stands between the cells: what makes the rows agree best on one width.

    Args:
        lines: The first lines of the table.
        by_hand: Whether words were put in rows by hand, as in a copy from Quizlet;
            then a dash, an arrow or the like counts too, split at its first place.
    """
    sample = list(islice((line for line in lines if line.strip()), _LOOKED_AT))
    if not sample:
        return "\t"
    shares = {sign: _agreement(sample, sign) for sign in SEPARATORS}
    best = max(SEPARATORS, key=lambda sign: shares[sign])
    if best in ",;" and shares[","] == shares[";"]:
        best = min(",;", key=lambda sign: _spaced(sample, sign))
    if by_hand and shares[best] < _CLEAR:
        own = _own_sign(sample)
        if own:
            return own
        holding = {sign: _holding(sample, sign) for sign in WRITTEN_SEPARATORS}
        written = max(WRITTEN_SEPARATORS, key=lambda sign: holding[sign])
        if holding[written] > shares[best]:
            return written
    return best if shares[best] else "\t"


def _own_sign(sample: Sequence[str]) -> str:
    """Return the longest sign that stands in about all lines, as someone chose it."""
    if len(sample) < 2:
        return ""
    found = Counter(sign for line in sample for sign in set(_SIGNS.findall(line)))
    always = [sign for sign, count in found.items() if count >= _ALWAYS * len(sample)]
    telling = [sign for sign in always if len(sign.strip()) > 1 or sign.strip() != sign]
    return max(telling, key=len, default="")


def read_rows(lines: Lines | Sequence[str], separator: str) -> Iterator[Row]:
    """Return the rows that are not blank.

    Quotes are read as spreadsheets write them; where they are plainly letters
    of the text, as in a table of tabs, they stay.

    Raises:
        OpenQuoteError: A quote swallows the rest of the file.
    """
    kept = lines if isinstance(lines, Lines) else Lines("\n".join(lines))
    if len(separator) > 1:
        return _split_once(kept, separator)
    csv.field_size_limit(_LONGEST_CELL)
    if '"' in kept.text:
        try:
            for _ in _quoted(kept, separator, strict=True):
                pass
        except csv.Error:
            return iter(_carelessly_quoted(kept, separator))
    return _quoted(kept, separator, strict=False)


def _split_once(lines: Lines, separator: str) -> Iterator[Row]:
    for at, line in enumerate(lines, start=1):
        cells = line.rstrip("\n").split(separator, 1)
        if any(cells):
            yield Row(at, cells)


def _carelessly_quoted(lines: Lines, separator: str) -> list[Row]:
    """Return rows whose quotes break the rules of spreadsheets."""
    plain = _unquoted(lines, separator)
    widths = Counter(len(row.cells) for row in plain)
    agree = len(widths) == 1 and 1 not in widths
    lenient = list(_quoted(chain(lines, [_AFTER_THE_LAST]), separator, strict=False, of=lines))
    is_open = lenient[-1].cells != [_AFTER_THE_LAST]
    if agree and (separator == "\t" or not is_open):
        return plain
    if is_open:
        raise OpenQuoteError(lenient[-1].line)
    return lenient[:-1]


def _quoted(
    lines: Iterable[str], separator: str, *, strict: bool, of: Lines | None = None
) -> Iterator[Row]:
    """Yield the rows of lines that end as they were written.

    Args:
        lines: The lines, or those of another text with more behind them.
        separator: The sign between cells.
        strict: Whether a quote in the wrong place is an error.
        of: The text that the lines are from, if they are not all of it.
    """
    text = of or lines
    spaced = isinstance(text, Lines) and f'{separator} "' in text.text
    reader = csv.reader(lines, delimiter=separator, strict=strict, skipinitialspace=spaced)
    line = 1
    for cells in reader:
        if any(cells):
            yield Row(line, cells)
        line = reader.line_num + 1


def _unquoted(lines: Iterable[str], separator: str) -> list[Row]:
    numbered = enumerate(lines, start=1)
    return [Row(at, line.rstrip("\n").split(separator)) for at, line in numbered if line.strip()]


def _agreement(sample: Sequence[str], sign: str) -> float:
    """Return the share of rows that have the most frequent width above one.

    A row with a single cell that holds something is not parted, though it may end with signs.
    """
    csv.field_size_limit(_LONGEST_CELL)
    rows = _quoted(Lines("\n".join(sample)), sign, strict=False)
    widths = Counter(
        len(row.cells) if len(list(filter(None, row.cells))) > 1 else 1 for row in rows
    )
    wide = [count for width, count in widths.items() if width > 1]
    return max(wide, default=0) / max(1, widths.total())


def _spaced(sample: Sequence[str], sign: str) -> float:
    """Return how often a space follows a sign, as it does in sentences."""
    places = list(chain.from_iterable(line.split(sign)[1:] for line in sample))
    return sum(part.startswith(" ") for part in places) / max(1, len(places))


def _holding(sample: Sequence[str], sign: str) -> float:
    return sum(sign in line for line in sample) / len(sample)

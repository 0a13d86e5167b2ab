"""The text of a table before it is parted: made safe, put in rows, or found to be HTML."""

import re
from collections.abc import Sequence

from overmorrow.cards.lines import clean_lines
from overmorrow.cards.text import clean
from overmorrow.exchange.anki_headers import AnkiHeaders
from overmorrow.exchange.gathering import Gathering
from overmorrow.exchange.table_rows import Lines, Row

_TAG = re.compile(r"<(?:br|div|p|b|i|u|span|img|table|ul|li|sub|sup|a)\b", re.IGNORECASE)
_BREAK = re.compile(
    r"\S\s*<br ?/?>|<div(?: [^<>]*)?>.*</div>|<(b|i|u|strong|em)>.+</\1>|<img src=", re.IGNORECASE
)
_ONLY_MARK = re.compile(r"</?(?!img\b)[a-z][^<>]*>", re.IGNORECASE)
"""A cell that asks what a mark of HTML is for."""
_ROW_BREAKS = "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"


def cleaned(text: str, gathering: Gathering) -> str:
    """Return text that is safe, with line feeds between its lines; say what was lost."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    for sign in _ROW_BREAKS:
        text = text.replace(sign, " ")
    if clean(text) is text:
        return text
    lines, dirty = clean_lines(text)
    for number in dirty:
        gathering.notice(number, "deck.characters_dropped")
    return "\n".join(lines)


def in_rows(text: str) -> str:
    """Put the pairs of a copy that stand on one line, parted by semicolons, in rows."""
    bare = text.strip()
    pieces = [piece.strip() for piece in bare.split(";")]
    pairs = [piece for piece in pieces if piece]
    if "\n" in bare or "\r" in bare or len(pairs) < 3:
        return text
    signs = ("\t", ",", " - ", ":", "=")
    parted = any(all(sign in pair for pair in pairs) for sign in signs)
    return "\n".join(pairs) if parted else text


def reads_as_html(headers: AnkiHeaders, lines: Lines, sample: Sequence[Row]) -> bool:
    """Whether cells are HTML: the file says so, or many have marks but none only names one."""
    said = headers.is_html
    if said is not None:
        return said
    if headers:
        return bool(_TAG.search(lines.text))
    return has_marks(sample, least=2)


def has_marks(sample: Sequence[Row], *, least: int) -> bool:
    """Whether at least so many rows, and many of all, have marks of HTML; none only names one."""
    marked = sum(any(map(_BREAK.search, row.cells)) for row in sample)
    if marked < least or marked * 5 < len(sample):
        return False
    return not any(_ONLY_MARK.fullmatch(cell.strip()) for row in sample for cell in row.cells)

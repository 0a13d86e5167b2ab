"""Cuts a paragraph into sentences, each with its exact place."""

import re
from collections.abc import Iterator

_END = re.compile(r"[.!?。…]+[\"'”’)\]」』》〉]*(?=\s|$)")
_OPENING = {"“": '”"', "‘": "’'", "「": "」", "『": "』", "《": "》", "(": ")", "[": "]", '"': '"”'}
_MARK = re.compile(r"[“‘「『《(\[\"]")
_LONGEST_QUOTE = 250
"""Characters; a longer quotation is cut at the sentences in it."""
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\[“\"'])(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|St|Mt|Ft|Gen|Gov|Sen|Rep|Rev|Hon|Lt|Col|"
    r"Capt|Sgt|Jr|Sr"
    r"|vs|etc|cf|ca|al|approx|No|Nos|Fig|Figs|Vol|pp|p|c|e\.g|i\.e|a\.m|p\.m|Jan|Feb|Mar|"
    r"Apr|Jun|Jul"
    r"|Aug|Sept?|Oct|Nov|Dec|Inc|Ltd|Co|Corp|Bros|(?:[A-Z]\.)+[A-Z]|(?:Ph|M|B)\.?D)\.$"
)
_LETTER = re.compile(r"(?:^|\s)(?P<before>[^\W\d_]+) [A-Z]\.$")
_OPENER = re.compile(
    r"\s+(?:The|This|That|These|Those|It|Its|In|On|At|By|For|From|With|He|She|They|We|You|His|Her"
    r"|Their|There|But|And|Because|When|While|If|As|Although|However|After|Before|Since|To|Most"
    r"|Some|Many|Each|Not|No|What|Who|Why|How|One|Two)\s"
)
"""Words that open a sentence, and are no surname behind an initial."""
_LETTERED = frozenset(
    (
        *("vitamin", "hepatitis", "plan", "type", "group", "grade", "class", "section", "part"),
        *("letter", "point", "stage", "phase", "model", "option", "appendix", "category"),
    )
)
"""Nouns that a capital letter behind them tells apart."""
_LISTED = re.compile(r"(?:^|\s)\(?(?:\d{1,2}|[가-하]|[a-zA-Z])[.)]$")
_LOWER_START = re.compile(r"\s+[a-z,;:)]")
_NUMBERS_GO_ON = re.compile(r"\d…$")
_BULLET = re.compile(r"\s*(?:[-*•·▪▶■□○●※–—]\s+|#{1,6}\s+|>\s+)*")


def sentence_spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where the sentences of a paragraph begin and end.

    A sentence ends at a full stop with whatever closes behind it, but not inside
    quotation marks or brackets, after an abbreviation, a name's initial or a list's
    number. Marks of lists and headings at its beginning are not part of it.

    Args:
        text: The article.
        start: Where the paragraph begins in it.
        end: Where it ends.
    """
    whole = text[start:end]
    closed_until = _enclosed(whole)
    first = 0
    for stop in _END.finditer(whole):
        if _is_inside(closed_until, stop.start()) or _goes_on(whole, first, stop):
            continue
        yield from _trimmed(whole, first, stop.end(), start)
        first = stop.end()
    yield from _trimmed(whole, first, len(whole), start)


def _trimmed(whole: str, first: int, last: int, offset: int) -> Iterator[tuple[int, int]]:
    begin = _BULLET.match(whole, first, last)
    first = begin.end() if begin else first
    while first < last and whole[first].isspace():
        first += 1
    while last > first and whole[last - 1].isspace():
        last -= 1
    if last > first:
        yield offset + first, offset + last


def _goes_on(whole: str, first: int, stop: re.Match[str]) -> bool:
    """Return whether what looks like the end of a sentence is none."""
    mark = stop[0]
    if _LOWER_START.match(whole, stop.end()):
        return True
    before = whole[max(first, stop.start() - 20) : stop.start() + 1]
    if mark == ".":
        is_short = _ABBREVIATION.search(before) and not _ends_with_letter(whole, before, stop)
        return bool(is_short) or _is_listed(whole, first, stop)
    return mark == "…" and bool(_NUMBERS_GO_ON.search(before))


def _ends_with_letter(whole: str, before: str, stop: re.Match[str]) -> bool:
    """Return whether a capital before a stop is no initial: "much vitamin C. Because"."""
    letter = _LETTER.search(before)
    if letter is None:
        return False
    return letter["before"].lower() in _LETTERED or _OPENER.match(whole, stop.end()) is not None


def _is_listed(whole: str, first: int, stop: re.Match[str]) -> bool:
    piece = whole[first : stop.end()].strip()
    return len(piece) <= 4 and bool(_LISTED.search(piece))


def _enclosed(whole: str) -> list[tuple[int, int]]:
    """Return where quotations and brackets stand, whose ends may be of another kind."""
    found: list[tuple[int, int]] = []
    at = 0
    while opening := _MARK.search(whole, at):
        begin = opening.start()
        at = begin + 1
        closing = _closing(whole, begin)
        if closing is not None:
            found.append((begin, closing))
            at = closing + 1
    return found


def _closing(whole: str, begin: int) -> int | None:
    mark = whole[begin]
    if mark == '"' and begin and whole[begin - 1].isalnum() and whole[begin - 1] > "~":
        return None
    closing = _OPENING[mark]
    limit = min(len(whole), begin + _LONGEST_QUOTE)
    if all(whole.find(sign, begin + 1, limit) < 0 for sign in closing):
        return None
    depth = 0
    for at in range(begin + 1, limit):
        sign = whole[at]
        if sign in closing:
            is_apostrophe = (
                sign in "'’"
                and whole[at + 1 : at + 2].isascii()
                and (whole[at + 1 : at + 2].isalpha())
            )
            if depth == 0 and not is_apostrophe:
                return at
            depth = max(0, depth - (not is_apostrophe))
        elif sign == mark and mark != '"':
            depth += 1
    return None


def _is_inside(enclosed: list[tuple[int, int]], at: int) -> bool:
    """Return whether a stop stands inside a quotation that goes on behind it."""
    return any(begin < at < close - 1 for begin, close in enclosed)

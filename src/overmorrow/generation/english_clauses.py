"""Finds the main clause of an English sentence, and what can be cut from around an answer."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from overmorrow.generation.english_edits import Edit
from overmorrow.generation.english_spans import Reading, Span
from overmorrow.generation.english_token import Token
from overmorrow.generation.english_words import AUXILIARIES, PERSONAL

_BRACKETS = re.compile(r"\s*\([^()]*\)|\s*\[[^\[\]]*\]|(?<=[.!?”\"]):\d[\d,:.–-]*$")
"""What stands in brackets, and a page number behind the full stop."""
_LONG = 150
_SHORTEST_CUT = 25
_DEEPEST = 40
_LOOSE = frozenset(("advcl", "relcl", "acl", "conj", "parataxis", "appos"))
_NEEDED = frozenset(
    ("if", "unless", "when", "until", "once", "because", "without", "except", "only")
)
_ASIDE = re.compile(
    r", (?:which|who|whose|whom|where|while|whereas|although|though)\b[^,;:]*(?=[.!?]?$)"
)

_OPEN_RELATIVE = re.compile(r", (?:which|who|whose|whom|where)\b[^,;:]*$")
"""A relative clause that a comma is about to close."""


class Clause(NamedTuple):
    """A main clause: its subject, its verb and its end, as places among the words."""

    first: int
    """Where its subject begins."""
    verb: int
    """Its finite verb or auxiliary, right behind the subject."""
    main: int
    """Its full verb, or `verb`."""
    end: int
    """Before which word it ends."""
    lead: tuple[int, int] | None = None
    """A phrase before the subject, such as "In 1803"."""


def main_clause(reading: Reading) -> Clause | None:
    """Return the main clause of a sentence that is built plainly, or None."""
    tokens = reading.tokens
    is_parsed = any(token.dep for token in tokens)
    bounds = _parsed_subject(tokens) if is_parsed else _first_subject(reading)
    if bounds is None:
        return None
    first, verb = bounds
    lead = _lead(tokens, first)
    if (lead is None and first > 0) or verb >= len(tokens) or not _is_finite(tokens[verb]):
        return None
    main = verb
    while main + 1 < len(tokens) and tokens[main].pos in ("AUX", "ADV", "PART"):
        main += 1
    main = main if tokens[main].pos == "VERB" else verb
    return Clause(first, verb, main, _end(tokens, main), lead)


def _parsed_subject(tokens: Sequence[Token]) -> tuple[int, int] | None:
    root = next((at for at, token in enumerate(tokens) if token.dep == "ROOT"), None)
    for place, token in enumerate(tokens):
        if token.dep in ("nsubj", "nsubjpass", "expl") and token.head == root:
            first, last = reaches(tokens)[place]
            while last > first and tokens[last - 1].text in (",", "”"):
                last -= 1
            while last < len(tokens) and tokens[last].text == ")":
                last += 1
            return first, last
    return None


def _first_subject(reading: Reading) -> tuple[int, int] | None:
    """Return the subject of a sentence nobody parsed, where its first noun phrases must be it."""
    tokens = reading.tokens
    start = 0
    if tokens[0].pos == "ADP":
        comma = next((at for at in range(1, min(12, len(tokens))) if tokens[at].text == ","), None)
        if comma is None:
            return None
        start = comma + 1
    if start < len(tokens) and tokens[start].tag == "EX":
        return start, start + 1
    found = [chunk for chunk in reading.chunks if chunk.first >= start]
    if not found or found[0].first != start:
        return None
    last = found[0].last
    for chunk in found[1:2]:
        if chunk.first == last + 1 and tokens[last].text == "of":
            last = chunk.last
    return start, _behind_brackets(tokens, last)


def _behind_brackets(tokens: Sequence[Token], at: int) -> int:
    if at >= len(tokens) or tokens[at].text != "(":
        return at
    return next((end + 1 for end in range(at, len(tokens)) if tokens[end].text == ")"), at)


def _lead(tokens: Sequence[Token], first: int) -> tuple[int, int] | None:
    if first < 3 or tokens[first - 1].text != "," or tokens[0].pos != "ADP":
        return None
    has_verb = any(token.pos in ("VERB", "AUX") for token in tokens[: first - 1])
    has_comma = any(token.text == "," for token in tokens[: first - 1])
    return None if has_verb or has_comma else (0, first - 1)


def _is_finite(token: Token) -> bool:
    return token.text.lower() in AUXILIARIES or token.tag in ("VBD", "VBZ", "VBP", "MD")


def _end(tokens: Sequence[Token], main: int) -> int:
    """Return where a clause ends: at its sentence's end, or where the next one begins."""
    for at in range(main + 1, len(tokens)):
        token = tokens[at]
        if token.text in (";", ":", "—", "–") or (token.text in ".!?" and at >= len(tokens) - 2):
            return at
        if token.dep == "conj" and token.head == main and token.pos in ("VERB", "AUX"):
            back = at
            while back > main + 1 and tokens[back - 1].text != "," and tokens[back - 1].dep != "cc":
                back -= 1
            if back > main + 1:
                while back > main + 1 and tokens[back - 1].pos in ("CCONJ", "PUNCT"):
                    back -= 1
                return back
    return len(tokens)


def reaches(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """Return for each word from where to where the words stand that hang on it, itself included."""
    first, last = list(range(len(tokens))), list(range(1, len(tokens) + 1))
    for place in range(len(tokens)):
        at = place
        for _ in range(_DEEPEST):
            above = tokens[at].head
            if above in (at, -1) or first[above] <= place < last[above]:
                break
            if place < first[above]:
                first[above] = place
            else:
                last[above] = place + 1
            at = above
    return list(zip(first, last, strict=True))


def cuts(reading: Reading, span: Span, edits: Sequence[Edit], parts: Sequence[Edit]) -> list[Edit]:
    """Return what can be cut from a sentence without harm to what is asked.

    Args:
        reading: The sentence.
        span: The answer.
        edits: What is changed in it anyway.
        parts: What it can miss, as `loose_parts` says.
    """
    start = reading.tokens[span.first].start
    end = reading.tokens[span.last - 1].end
    made = [
        Edit(*found.span())
        for found in _BRACKETS.finditer(reading.text)
        if found.end() <= start or found.start() >= end
    ]
    left = len(reading.text) - sum(edit.end - edit.start for edit in made)
    for cut in parts:
        if left <= _LONG:
            break
        if (cut.start < end and start < cut.end) or _is_pointed_at(reading, cut, edits):
            continue
        if _loses_phrase(reading, cut):
            continue
        if any(cut.start < each.end and each.start < cut.end for each in made):
            continue
        made.append(cut)
        left -= cut.end - cut.start
    return made


def _loses_phrase(reading: Reading, cut: Edit) -> bool:
    """Return whether a part takes along a phrase that belongs to the verb before it.

    That is "to Ann" in "sold the rights to Orm, a card game, to Ann".
    """
    inside = [token for token in reading.tokens if cut.start < token.start < cut.end]
    before = {token.text.lower() for token in reading.tokens if token.end <= cut.start}
    return any(
        mark.text == "," and token.pos == "ADP" and token.text in before
        for mark, token in pairwise(inside)
    )


def part_around(reading: Reading, place: int) -> Edit | None:
    """Return the smallest part with a word in it that a sentence can miss, or None."""
    start = reading.tokens[place].start
    around = [cut for cut in _loose_parts(reading) if cut.start <= start < cut.end]
    around = [cut for cut in around if not _is_pointed_at(reading, cut, ())]
    small = [cut for cut in around if (cut.end - cut.start) * 3 < len(reading.text) * 2]
    return min(small, key=lambda each: each.end - each.start, default=None)


def _is_pointed_at(reading: Reading, cut: Edit, edits: Sequence[Edit]) -> bool:
    """Return whether a pronoun behind a part may need it."""
    replaced = [edit.start for edit in edits]
    return any(
        token.start >= cut.end
        and token.pos in ("PRON", "DET")
        and token.text.lower() in PERSONAL
        and token.start not in replaced
        for token in reading.tokens
    )


def loose_parts(reading: Reading) -> list[Edit]:
    """Return the parts of a sentence that stand between marks and can be missed, longest first."""
    return sorted(_loose_parts(reading), key=lambda each: each.start - each.end)


def _loose_parts(reading: Reading) -> Iterator[Edit]:
    """Yield the parts of a sentence that stand between marks and can be missed."""
    text = reading.text
    tokens = reading.tokens
    reached = reaches(tokens)
    yield from _halves(reading)
    aside = _ASIDE.search(text)
    if aside:
        yield Edit(*aside.span())
    for place, token in enumerate(tokens):
        if token.dep in _LOOSE and (token.pos in ("VERB", "AUX") or token.dep == "appos"):
            first, last = reached[place]
            if token.dep == "appos" and token.entity == "PERSON":
                continue
            if any(row.first < last and first < row.last for row in reading.listings):
                continue
            if tokens[first].text.lower() in _NEEDED:
                continue
            edit = _between_marks(reading, first, last)
            if edit is None or _takes_verb(reading, edit):
                continue
            if edit.end - edit.start >= _SHORTEST_CUT:
                yield edit


def _takes_verb(reading: Reading, cut: Edit) -> bool:
    """Return whether a cut begins at the end of a relative clause and takes the verb behind it.

    That is ", fell in a storm" in "after the wall, which was old, fell in a storm".
    """
    inside = [token for token in reading.tokens if cut.start < token.start < cut.end]
    is_verb = bool(inside) and _is_finite(inside[0])
    return is_verb and _OPEN_RELATIVE.search(reading.text[: cut.start]) is not None


def _halves(reading: Reading) -> Iterator[Edit]:
    """Yield what stands before and behind a semicolon or colon, where each half has a verb."""
    tokens = reading.tokens
    for at, token in enumerate(tokens):
        if token.text not in (";", ":") or not 3 < at < len(tokens) - 4:
            continue
        before, after = tokens[:at], tokens[at + 1 :]
        if any(_is_finite(each) for each in before):
            yield Edit(
                token.start, tokens[-1].start if tokens[-1].text in ".!?" else tokens[-1].end
            )
            is_whole = after[0].pos in ("DET", "PROPN", "NOUN") and any(map(_is_finite, after))
            if is_whole and token.text == ";":
                yield Edit(0, token.end)


def _between_marks(reading: Reading, first: int, last: int) -> Edit | None:
    """Return the cut of a part with its marks, or None if it stands between none."""
    tokens = reading.tokens
    while last > first and tokens[last - 1].text in ",;":
        last -= 1
    is_end = last >= len(tokens) or tokens[last].text in ".!?;"
    before = first
    if before and tokens[before - 1].pos == "CCONJ":
        before -= 1
    if before and tokens[before - 1].text in (",", ";", "—", "–"):
        closes = is_end or tokens[last].text in (",", "—", "–", ";")
        return (
            Edit(
                tokens[before - 1].start,
                tokens[last - 1].end
                + (
                    1
                    if not is_end
                    and tokens[last].text in ",—–"
                    and tokens[last].start == tokens[last - 1].end
                    else 0
                ),
            )
            if closes
            else None
        )
    if first == 0 and last < len(tokens) and tokens[last].text == ",":
        return Edit(0, tokens[last].end)
    return None

"""Finds what an English sentence could be asked for, in groups that one card serves."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from overmorrow.generation.english_chunks import Chunk, chunks, linked
from overmorrow.generation.english_figures import Figure, figures
from overmorrow.generation.english_glosses import glosses
from overmorrow.generation.english_lists import Listing, colon_listing, listings
from overmorrow.generation.english_ranges import joined
from overmorrow.generation.english_token import Token
from overmorrow.generation.english_words import BODY_NAMES

_QUOTES = {"“": '”"', '"': '"”', "``": "''"}
_CLAUSE_ENDS = frozenset((".", ",", ";", ":", "—", "–", "(", ")", '"', "”"))
_BEFORE_LISTS = frozenset(("the", "a", "an", "both", "either"))
_BEHIND_VERBS = frozenset(("out", "up", "down", "off", "away", "back", "outside", "inside", "it"))
"""Words before which "the lamp and light" is no pair."""
_OPEN_OBJECTS = frozenset(("the", "a", "an", "his", "her", "its", "their"))
"""Words that stand behind a verb, and behind no noun."""
_MOST_WORDS = 14


class Span(NamedTuple):
    """Words that could be an answer: `first` to before `last` among the sentence's."""

    first: int
    last: int
    form: str
    """How it was cut: `core`, `of`, `year` and so on."""


class Reading(NamedTuple):
    """A sentence with its words and what was found among them."""

    text: str
    tokens: Sequence[Token]
    chunks: Sequence[Chunk]
    figures: Sequence[Figure]
    listings: Sequence[Listing]
    groups: Sequence[Sequence[Span]]
    """Spans that are one fact, cut in several ways."""
    joint_names: Sequence[tuple[int, int]] = ()
    """Where names with "and" in them stand, such as Ministry of Trade and Industry."""

    def words(self, first: int, last: int) -> str:
        """Return what stands from one word to before another."""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end]


def read(text: str, tokens: Sequence[Token]) -> Reading:
    """Return a sentence with the spans that a card could ask for."""
    found = list(chunks(tokens))
    numbers = list(joined(list(figures(text)), tokens))
    rows = list(listings(tokens, found))
    told = colon_listing(tokens)
    if told and not any(told.first <= row.first and row.last == told.last for row in rows):
        rows = [row for row in rows if row.last <= told.first] + [told]
    names = list(_joint_names(tokens))
    rows = [row for row in rows if not any(_is_torn_by(row, name) for name in names)]
    groups = list(_groups(tokens, found, numbers))
    groups.extend([Span(first, last, "entity")] for first, last in names)
    groups.extend([Span(first, last, "gloss")] for first, last in glosses(text, tokens))
    groups.extend(_rows(tokens, rows))
    return Reading(text, tokens, found, numbers, rows, groups, names)


def _joint_names(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield where the names of bodies stand that are "of" two things."""
    for at, token in enumerate(tokens[:-4]):
        if token.text not in BODY_NAMES or tokens[at + 1].text != "of":
            continue
        link = _behind_name(tokens, at + 2)
        last = _behind_name(tokens, link + 1)
        if link > at + 2 and last > link + 1 and tokens[link].text in ("and", "&"):
            first = at
            while first and tokens[first - 1].pos == "PROPN":
                first -= 1
            yield first, last


def _behind_name(tokens: Sequence[Token], at: int) -> int:
    """Return the place behind the words of a name that begins at one."""
    while at < len(tokens) and tokens[at].pos == "PROPN":
        at += 1
    return at


def _is_torn_by(row: Listing, name: tuple[int, int]) -> bool:
    """Return whether a list takes a name apart."""
    return any(name[0] < last < name[1] for _, last in row.items)


def _groups(
    tokens: Sequence[Token], found: Sequence[Chunk], numbers: Sequence[Figure]
) -> Iterator[list[Span]]:
    starts = {token.start: place for place, token in enumerate(tokens)}
    ends = {token.end: place + 1 for place, token in enumerate(tokens)}
    taken: list[Span] = []
    for figure in numbers:
        first, last = starts.get(figure.start), ends.get(figure.end)
        if first is not None and last is not None:
            taken.append(Span(first, last, figure.form))
    by_core = {span.first: span for span in taken}
    used: set[int] = set()
    for place, chunk in enumerate(found):
        if any(span.first < chunk.first < span.last for span in taken):
            continue
        figure_span = by_core.get(chunk.core) or by_core.get(chunk.first)
        if figure_span:
            used.add(figure_span.first)
            yield _unique(_figure_cuts(tokens, found, place, figure_span))
        else:
            yield _unique(_cuts(tokens, found, place))
        yield from (
            [span]
            for span in _entities(tokens, chunk)
            if span.last < chunk.last and span.first not in by_core
        )
    for span in taken:
        if span.first not in used:
            yield [span]
    yield from _quotes(tokens)
    yield from _causes(tokens)


def _rows(tokens: Sequence[Token], rows: Sequence[Listing]) -> Iterator[list[Span]]:
    for row in rows:
        is_choice = len(row.items) == 2 and "or" in (
            token.text for token in tokens[row.items[0][1] : row.items[1][0]]
        )
        is_numbers = all(tokens[first].pos == "NUM" for first, _ in row.items[:2])
        if is_choice or is_numbers or _is_no_pair(tokens, row):
            continue
        is_led = tokens[row.first].text.lower() in _BEFORE_LISTS
        core = row.first + is_led
        if row.last - core <= 2 * _MOST_WORDS:
            yield [Span(core, row.last, "pair" if len(row.items) == 2 else "list")]


def _is_no_pair(tokens: Sequence[Token], row: Listing) -> bool:
    """Return whether what looks like a list is the end of one clause and the beginning of another.

    Or else an adjective before it belongs to its first item alone.
    """
    before = tokens[row.first - 1] if row.first else None
    if before is not None and (before.pos == "ADJ" or before.dep == "amod" or before.tag == "VBG"):
        return before.tag != "VBG" or before.dep in ("", "amod", "compound")
    if any(token.text == "&" for token in tokens[row.first : row.last]):
        return True
    heads = [tokens[last - 1] for _, last in row.items]
    letters = [last - first == 1 and len(tokens[first].text) == 1 for first, last in row.items]
    if any(letters) and not all(letters):
        return True
    if len(row.items) > 2:
        kinds = [head.pos for head in heads]
        is_mixed = kinds[0] == "PROPN" and set(kinds[-2:]) == {"NOUN"}
        is_mixed = is_mixed or (kinds[0] == "NOUN" and set(kinds[1:]) == {"PROPN"})
        return (
            is_mixed or _is_explained(tokens, row) or len({head.pos == "NUM" for head in heads}) > 1
        )
    (first, end), (second, last) = row.items
    has_comma = any(token.text == "," for token in tokens[end:second])
    numbers = [
        tokens[at - 1].pos == "NUM" or tokens[at - 1].text[0].isdigit() for at in (end, last)
    ]
    is_repeated = tokens[first].text.lower() == tokens[second].text.lower()
    is_each = tokens[second].text.lower() in ("every", "each", "no")
    is_doubled = tokens[end - 1].text.lower() == tokens[second].text.lower()
    behind = tokens[last].text if last < len(tokens) else ""
    is_verb = tokens[first].pos == "DET" and behind in _BEHIND_VERBS
    is_verb = is_verb or behind in _OPEN_OBJECTS
    if is_verb and last - second == 1 and tokens[second].tag == "NN":
        return True
    return has_comma or any(numbers) or is_each or is_doubled or (is_repeated and end - first < 2)


def _is_explained(tokens: Sequence[Token], row: Listing) -> bool:
    """Return whether what follows only says who or what the first is: "her father, a smith and"."""
    (first, end), (second, _) = row.items[:2]
    is_known = tokens[first].tag == "PRP$" or tokens[end - 1].pos == "PROPN"
    return is_known and tokens[second].text in ("a", "an")


def _unique(spans: Iterator[Span]) -> list[Span]:
    first_of: dict[tuple[int, int], Span] = {}
    for span in spans:
        if 0 < span.last - span.first <= _MOST_WORDS:
            first_of.setdefault((span.first, span.last), span)
    return list(first_of.values())


def _figure_cuts(
    tokens: Sequence[Token], found: Sequence[Chunk], place: int, figure: Span
) -> Iterator[Span]:
    chunk = next((each for each in found[place:] if each.last >= figure.last), found[place])
    yield figure
    if figure.form == "measure":
        return
    unit = tokens[min(figure.last, len(tokens) - 1)]
    is_measure = (len(unit.text) < 4 and unit.text[0].isalpha()) or figure.last + 1 == chunk.last
    if figure.last < chunk.last and unit.is_noun and is_measure:
        yield Span(figure.first, figure.last + 1, "unit")
    yield Span(figure.first, max(chunk.last, figure.last), "counted")
    for word, last in linked(tokens, found, found.index(chunk)):
        yield Span(figure.first, last, "counted_of" if word == "of" else "counted_prep")


def _cuts(tokens: Sequence[Token], found: Sequence[Chunk], place: int) -> Iterator[Span]:
    chunk = found[place]
    for span in _entities(tokens, chunk):
        if span.last >= chunk.last:
            yield span
    yield Span(chunk.core, chunk.last, "core")
    yield Span(chunk.tail, chunk.last, "tail")
    name = chunk.last
    while name > chunk.tail and tokens[name - 1].pos == "PROPN":
        name -= 1
    yield Span(name, chunk.last, "name")
    head = chunk.last
    while head > chunk.tail and tokens[head - 1].is_noun:
        head -= 1
    if chunk.last - head > 1 or head == chunk.last - 1:
        yield Span(head, chunk.last, "head")
    is_name = tokens[chunk.last - 1].pos == "PROPN"
    for word, last in linked(tokens, found, place):
        if word == "of" or not is_name:
            form = "of" if word == "of" else "prep"
            yield Span(chunk.core, last, form)
            yield Span(chunk.tail, last, form)


def _entities(tokens: Sequence[Token], chunk: Chunk) -> Iterator[Span]:
    """Yield the names that begin in a noun phrase, as far as they go."""
    for at in range(chunk.first, chunk.last):
        if tokens[at].begins_entity:
            first = at + (tokens[at].pos == "DET")
            last = at + 1
            while last < len(tokens) and tokens[last].entity and not tokens[last].begins_entity:
                last += 1
            if tokens[last - 1].tag == "POS":
                last -= 1
            if first < last:
                yield Span(first, last, "entity")


def _quotes(tokens: Sequence[Token]) -> Iterator[list[Span]]:
    at = 0
    while at < len(tokens):
        closing = _QUOTES.get(tokens[at].text)
        if closing:
            for end in range(at + 1, min(len(tokens), at + _MOST_WORDS + 2)):
                if tokens[end].text in closing:
                    last = end - (tokens[end - 1].text in ".,;?!")
                    if last - at > 2:
                        yield [Span(at + 1, last, "quote")]
                    at = end
                    break
        at += 1


def _causes(tokens: Sequence[Token]) -> Iterator[list[Span]]:
    for at, token in enumerate(tokens[:-2]):
        word = token.text.lower()
        after = tokens[at + 1]
        if word == "because" and after.text.lower() != "of":
            form = "cause"
        elif word == "to" and after.tag == "VB":
            form = "purpose"
        elif word in ("by", "of", "for") and after.tag == "VBG":
            form = "means"
        else:
            continue
        end = at + 1
        while end < len(tokens) and tokens[end].text not in _CLAUSE_ENDS:
            end += 1
        is_whole = end == len(tokens) or tokens[end].text not in ("(", '"', "“")
        if is_whole and 2 <= end - at - 1 <= _MOST_WORDS:
            yield [Span(at + 1, end, form)]

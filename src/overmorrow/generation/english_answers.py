"""Chooses how the answer of a card is cut, and what else counts as right."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from overmorrow.cards.note import AnswerType
from overmorrow.generation.english_fitness import (
    NUMBERS,
    TIMES,
    is_one_plain_word,
    stops_within_name,
)
from overmorrow.generation.english_spans import Reading, Span
from overmorrow.generation.english_token import Token
from overmorrow.generation.english_words import EMPTY_NOUNS
from overmorrow.generation.proposal import Kind
from overmorrow.generation.word_lists import words_of

_MOST_ALIASES = 3
_PLAIN_WORTH = 0.6
"""What a card is worth whose answer is one common noun, beside another as likely."""
_ANY_WORTH = 0.4
"""The same of "a column", which no one knew of before."""
_PLACES = frozenset(("GPE", "LOC", "FAC"))
_KINDS = {
    "list": Kind.LIST,
    "pair": Kind.LIST,
    "quote": Kind.QUOTE,
    "definition": Kind.DEFINITION,
    "gloss": Kind.NAME,
    "cause": Kind.CAUSE,
    "purpose": Kind.CAUSE,
}
_PARTS = frozenset(("early", "mid", "late"))
_LEADS = words_of("in on at within under over during around near")
_TIME_LEADS = words_of("after before until since")
_AT = frozenset(("in", "at", "near"))
_ARTICLE = re.compile(r"^(?:the|an?|both|either)\s+", re.IGNORECASE)
_TO = re.compile(r"(\d[\d,.]*) to (\d[\d,.]*)")
_ORDER = re.compile(r"^(?:first|then|next|finally|lastly)\s+", re.IGNORECASE)
"""Tells when an item comes, where the items of a list come one after the other."""


class Answer(NamedTuple):
    """What is asked for, and in which other words it may be given."""

    span: Span
    text: str
    aliases: tuple[str, ...]
    kind: Kind
    answer_type: AnswerType
    items: tuple[str, ...] = ()
    share: float = 0
    """How likely it is, 0-1, that a reader would ask for it."""


def answer_of(reading: Reading, ranked: Sequence[tuple[float, Span]]) -> Answer | None:
    """Return the answer of one fact, or None where no cut of it could be one.

    Args:
        reading: The sentence.
        ranked: Its cuts that are fit, with how likely each is to be asked for, the likeliest first.
    """
    first = next((each for each in ranked if not stops_within_name(reading, each[1])), None)
    if first is None:
        return None
    best = first[1]
    aliases: list[str] = []
    missed = 1 - first[0]
    text = reading.words(best.first, best.last)
    for share, span in ranked:
        words = reading.words(span.first, span.last)
        if span != best and len(aliases) < _MOST_ALIASES and _is_same(reading, best, span):
            if span.form != "counted_prep":
                aliases.append(words)
            missed *= 1 - share
    items = _items(reading, best)
    if not items and len(aliases) < _MOST_ALIASES:
        aliases.extend(_with_lead(reading, best))
    return Answer(
        best,
        ", ".join(items) if items else text,
        tuple([text, *aliases][:_MOST_ALIASES]) if items else tuple(aliases),
        _kind(reading, best),
        _type(best),
        items,
        (1 - missed) * _plainness(reading, best),
    )


def _plainness(reading: Reading, best: Span) -> float:
    """Return what an answer keeps of its worth, by how many other words could stand for it."""
    if not is_one_plain_word(reading, best):
        return 1.0
    before = reading.tokens[best.first - 1].text if best.first else ""
    return _ANY_WORTH if before in ("a", "an") else _PLAIN_WORTH


def _is_same(reading: Reading, best: Span, other: Span) -> bool:
    """Return whether another cut is fully right where the best is the answer."""
    first = reading.tokens[best.first].text
    is_title = best.first > 0 and best.form in NUMBERS and first.isalpha() and first[0].isupper()
    if best.form in TIMES or is_title:
        return False
    if best.form in NUMBERS or other.form in NUMBERS:
        behind = reading.tokens[other.last].text if other.last < best.last else ""
        is_cut = behind == "to" or (other.form == "number" and best.form == "counted_of")
        return other.form in NUMBERS and not is_cut
    tokens = reading.tokens
    if _is_half_name(tokens, best, other):
        return False
    after = tokens[other.last].text if other.last < len(tokens) else ""
    if "&" in (after, tokens[other.first - 1].text) or tokens[other.first - 1].text in "-–":
        return False
    if other.first <= best.first and best.last <= other.last:
        return True
    words = tokens[other.first : other.last]
    shares_end = other.last == best.last or other.first == best.first
    is_short = len(words) == 1 and words[0].pos != "PROPN"
    ends = {words[0].text.lower(), words[-1].text.lower()}
    return shares_end and not is_short and not ends & EMPTY_NOUNS


def _is_half_name(tokens: Sequence[Token], best: Span, other: Span) -> bool:
    """Return whether a cut is the beginning of a name alone, or the name with what is no part."""
    if not any(token.pos == "PROPN" for token in tokens[best.first : best.last]):
        return False
    if other.first >= best.first and other.last < best.last:
        return True
    if other.first > best.first and tokens[other.first - 1].tag == "POS":
        return True
    more = tokens[best.last : other.last]
    return any(token.pos == "PROPN" for token in more) and tokens[best.last].text != "of"


def _with_lead(reading: Reading, best: Span) -> Iterator[str]:
    """Yield an answer with the word before it that says where or when: "on the ground"."""
    tokens = reading.tokens
    at = best.first - 1
    text = reading.words(best.first, best.last)
    if best.form == "range" and tokens[best.first + 1 : best.last - 1]:
        yield f"{tokens[best.first].text}–{tokens[best.last - 1].text}"
        return
    if text.lower().startswith("minus "):
        yield f"-{text[6:]}"
        return
    ends = _TO.fullmatch(text)
    if best.form == "amounts" and ends:
        yield f"{ends[1]}-{ends[2]}"
        return
    if at >= 0 and tokens[at].text.lower() in _PARTS and best.form in ("decade", "century"):
        yield reading.words(at, best.last)
        return
    after = tokens[best.last].tag if best.last < len(tokens) else ""
    if best.form == "measure" and "-" in text:
        yield text.replace("-", " ")
        return
    if at >= 0 and tokens[at].text.lower() in ("the", "a", "an"):
        at -= 1
    lead = tokens[at].text.lower() if at >= 0 else ""
    is_date = best.form in (*TIMES, *NUMBERS) and lead in ("in", "on", "at", "within")
    is_lead = lead in _LEADS or (lead in _TIME_LEADS and best.form in TIMES)
    if is_lead and not is_date and after != "POS":
        yield reading.words(at, best.last)


def _items(reading: Reading, span: Span) -> tuple[str, ...]:
    if span.form not in ("list", "pair"):
        return ()
    row = next(each for each in reading.listings if each.last == span.last)
    items = [reading.words(first, last) for first, last in row.items]
    if sum(_ORDER.match(item) is not None for item in items) > 1:
        items = [_ORDER.sub("", item) for item in items]
    return tuple(_ARTICLE.sub("", item) for item in items)


def _type(span: Span) -> AnswerType:
    if span.form in TIMES:
        return AnswerType.DATE if span.form in ("date", "year") else AnswerType.TEXT
    if span.form in ("number", "percent", "money"):
        return AnswerType.NUMBER
    return AnswerType.LIST if span.form in ("list", "pair") else AnswerType.TEXT


def _kind(reading: Reading, span: Span) -> Kind:
    if span.form in TIMES:
        return Kind.DATE
    if span.form in NUMBERS:
        return Kind.NUMBER
    last = reading.tokens[span.last - 1]
    before = reading.tokens[span.first - 1].text.lower() if span.first else ""
    is_place = last.entity in _PLACES or (before in _AT and last.pos == "PROPN" and not last.entity)
    by_sight = Kind.PLACE if is_place else Kind.NAME
    if last.entity in ("DATE", "TIME"):
        by_sight = Kind.DATE
    return _KINDS.get(span.form, by_sight)

"""Knows the numbers and names of an English sentence that nobody would learn."""

import re
from collections.abc import Sequence

from overmorrow.generation.english_spans import Reading, Span
from overmorrow.generation.english_token import Token
from overmorrow.generation.english_words import TIME_UNITS
from overmorrow.generation.word_lists import words_of

_COUNT_NAMES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen twenty"
)
COUNTS = {name: value for value, name in enumerate(_COUNT_NAMES.split())}
"""Small numbers by their names."""
_ANNOUNCED = words_of(
    "products reasons ways types kinds things factors forms causes steps stages methods problems"
    " theories groups sorts options questions advantages features conditions examples points"
    " explanations answers approaches effects changes rules functions classes categories phases"
    " difficulties benefits uses purposes sources views versions"
)
_TIED = re.compile(r"\b(?:pairs?|each|twins?|twice|double|apiece|halves)\b", re.IGNORECASE)
_SAID = words_of("said says told added recalled explained complained")
_COMES = words_of("come comes came")
_OF_SCENES = words_of("men women boys girls people persons workers friends visitors students times")
_FEW = 9
_NEAR_COLON = 6
_OWNERS = words_of("his her their its")
_DOINGS = words_of("runs lives works owns keeps sells drives farms grows teaches rents")


def is_trivial(reading: Reading, span: Span) -> bool:
    """Return whether a number of a sentence is an idiom's, is told beside it, or only announces."""
    token = reading.tokens[span.first]
    is_counted = span.form in ("number", "unit", "counted", "counted_of", "counted_prep")
    if not is_counted or token.pos not in ("NUM", "ADJ", "NOUN", "DET"):
        return False
    return (
        _is_of_same(reading.tokens, span)
        or _is_idiom(reading.tokens, span)
        or _is_tied(reading, span)
        or _only_announces(reading, span)
        or _counts_a_row(reading.tokens, span)
        or _is_of_news(reading.tokens, span)
    )


def _is_of_news(tokens: Sequence[Token], span: Span) -> bool:
    """Return whether it counts from the day of the news: "it comes two months after"."""
    at = span.first
    back = [token.text.lower() for token in tokens[max(0, at - 2) : at]]
    after = [token.text.lower() for token in tokens[at + 1 : at + 3]]
    is_span = len(after) == 2 and after[0].rstrip("s") in TIME_UNITS
    return is_span and after[1] in ("after", "before") and bool(_COMES & set(back))


def is_speech_of_nobody(reading: Reading, span: Span) -> bool:
    """Return whether a span is what one without a name said: 'a club said that it "..."'.

    Args:
        reading: The sentence.
        span: The quotation.
    """
    if span.form != "quote":
        return False
    before = reading.tokens[: span.first]
    is_said = any(token.text in _SAID for token in before)
    has_name = any(token.pos == "PROPN" for token in before)
    return is_said and not has_name and before[0].text in ("A", "An", "One", "Some")


def is_of_scene(tokens: Sequence[Token], span: Span) -> bool:
    """Return whether a small number is of a scene: "had two men sit", "knocked three times".

    Args:
        tokens: The words of the sentence.
        span: The number.
    """
    if COUNTS.get(tokens[span.first].text.lower(), 99) > _FEW or span.first + 2 > len(tokens):
        return False
    after = tokens[span.first + 1 : span.first + 3]
    words = [token.text.lower() for token in after]
    is_bare = not set(words[1:]) & {"of", "from", "who", "and"}
    is_owned = words[:1] == ["of"] and bool(set(words[1:]) & _OWNERS)
    return is_owned or (is_bare and words[:1] != [] and words[0] in _OF_SCENES)


def _is_of_same(tokens: Sequence[Token], span: Span) -> bool:
    """Return whether it counts what was counted before: "the same two boats"."""
    before = tokens[span.first - 1].text.lower() if span.first else ""
    after = tokens[span.first + 1].text.lower() if span.first + 1 < len(tokens) else ""
    is_small = COUNTS.get(tokens[span.first].text.lower(), 99) < 5
    is_of_row = before in ("first", "last", "next") and is_small
    return is_of_row or before in ("same", "these", "those", "other", "latter") or after == "same"


def _is_idiom(tokens: Sequence[Token], span: Span) -> bool:
    """Return whether it is the number of "cut in two"."""
    before = tokens[span.first - 1].text.lower() if span.first else ""
    after = tokens[span.first + 1] if span.first + 1 < len(tokens) else None
    is_small = COUNTS.get(tokens[span.first].text.lower(), 99) < 5
    is_alone = after is None or after.pos in ("PUNCT", "CCONJ", "ADP", "ADV", "SCONJ")
    return is_small and before in ("in", "into") and is_alone


def _is_tied(reading: Reading, span: Span) -> bool:
    """Return whether other numbers of the sentence give it away: twelve of them in six pairs."""
    if not _TIED.search(reading.text):
        return False
    value = _value(reading.tokens[span.first])
    others = [
        other
        for place, token in enumerate(reading.tokens)
        if place != span.first and (other := _value(token)) > 1
    ]
    products = {left * right for left in others for right in others if left is not right}
    parts = {left // right for left in others for right in others if left % right == 0}
    doubles = {double for other in others for double in (other * 2, other / 2)}
    return value > 1 and value in products | (parts - {1}) | doubles


def _value(token: Token) -> int:
    text = token.text.lower().replace(",", "")
    return int(text) if text.isdecimal() and len(text) < 10 else COUNTS.get(text, 0)


def _only_announces(reading: Reading, span: Span) -> bool:
    """Return whether a sentence only says how many things the next ones will name."""
    tokens = reading.tokens
    after = tokens[span.first + 1 : span.first + 4]
    noun = next((token.text.lower() for token in after if token.tag == "NNS"), "")
    is_opening = span.first == 0 or (span.first == 2 and tokens[0].text == "There")
    has_more = ":" in reading.text or any(token.pos == "PROPN" for token in tokens[1:])
    return is_opening and noun in _ANNOUNCED and not has_more and len(tokens) < 16


def _counts_a_row(tokens: Sequence[Token], span: Span) -> bool:
    """Return whether it counts what a colon right behind it tells one by one: "three towns: …"."""
    if _value(tokens[span.first]) not in range(2, 10):
        return False
    colon = next((at for at, token in enumerate(tokens) if token.text == ":"), 0)
    is_near = 0 < colon - span.first <= _NEAR_COLON
    return is_near and any(token.text in (",", ";", "and") for token in tokens[colon:])


def is_of_passer_by(reading: Reading, span: Span) -> bool:
    """Return whether a name is of one who is quoted and known for nothing but a shop or street.

    That is "Ann Lee, who runs a bakery on Hill Road, said": neither who nor where is a fact.

    Args:
        reading: The sentence.
        span: The name.
    """
    if " who " not in reading.text:
        return False
    tokens = reading.tokens
    place = next(at for at, token in enumerate(tokens) if token.text == "who")
    verb = tokens[min(place + 1, len(tokens) - 1)]
    end = next((at for at in range(place, len(tokens)) if tokens[at].text in ",."), len(tokens))
    is_now = verb.tag in ("VBZ", "VBP") or verb.text in _DOINGS
    is_named = place > 1 and tokens[place - 2].pos == "PROPN" and tokens[place - 1].text == ","
    is_quoted = any(token.text in _SAID for token in (*tokens[:place], *tokens[end:]))
    is_inside = span.last in (place, place - 1) or place < span.first < end
    is_speech = span.form == "quote"
    return is_now and is_named and is_quoted and (is_inside or is_speech)

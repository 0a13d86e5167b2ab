"""Finds the words of an English sentence that point at something outside of it."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from overmorrow.generation.english_antecedents import is_resolved
from overmorrow.generation.english_spans import Reading
from overmorrow.generation.english_token import Token
from overmorrow.generation.english_words import (
    ANAPHORIC,
    OF_SPEAKER,
    PERSONAL,
    POINTERS_BACK,
    POINTING_OPENERS,
    RELATIVE_TIME,
    TIME_UNITS,
)

_EARLY = 5
"""Before this place a sentence has hardly named what it speaks of."""
_TELLING = frozenset(("of", "who", "which", "in", "with", "from", "that", "whose", "for", "living"))
"""Words behind "that" and "those" that say which."""


class Pointer(NamedTuple):
    """A word that points, and at what kind of thing."""

    place: int
    """Which of the sentence's words it is."""
    kind: str
    """`person`, `thing`, `many`, `time`, `definite`, or `other` for what nobody can resolve."""


def pointers(reading: Reading) -> Iterator[Pointer]:
    """Yield the words that point at nothing within the sentence."""
    tokens = reading.tokens
    depth = 0
    for place, token in enumerate(tokens):
        if token.text in '“"”':
            depth = 1 if token.text == "“" else 0 if token.text == "”" else 1 - depth
        word = token.text.lower()
        kind = _kind(reading, place, word, is_quoted=depth > 0)
        if kind:
            yield Pointer(place, kind)


def _kind(reading: Reading, place: int, word: str, *, is_quoted: bool) -> str:
    token = reading.tokens[place]
    if word in PERSONAL and token.pos in ("PRON", "DET"):
        return "" if is_resolved(reading, place, PERSONAL[word]) else PERSONAL[word]
    if word in OF_SPEAKER and not is_quoted:
        return _speaker(reading.tokens, place)
    if word in _POINTING:
        return _POINTING[word](reading, place)
    if place == 0 and word in POINTING_OPENERS:
        return _opener(reading.tokens, word)
    return ""


def _next(tokens: Sequence[Token], place: int) -> str:
    return tokens[place + 1].text.lower() if place + 1 < len(tokens) else ""


def _speaker(tokens: Sequence[Token], place: int) -> str:
    token = tokens[place]
    is_ordinal = token.text == "I" and place > 0 and tokens[place - 1].pos == "PROPN"
    is_word = token.pos in ("PRON", "DET") and token.text != "US" and not is_ordinal
    return "other" if is_word else ""


def _this(reading: Reading, place: int) -> str:
    tokens = reading.tokens
    after = _next(tokens, place)
    if after in TIME_UNITS:
        return "time"
    comma = next((at for at in range(place - 1, 0, -1) if tokens[at].text == ","), 0)
    has_clause = any(token.pos in ("VERB", "AUX") for token in tokens[:comma])
    is_noun = place + 1 < len(tokens) and tokens[place + 1].is_noun
    return "" if has_clause and is_noun and place > 5 else "other"


def _these(reading: Reading, place: int) -> str:  # noqa: ARG001 - the table calls all alike
    return "other"


def _those(reading: Reading, place: int) -> str:
    rest = reading.tokens[place + 1 : place + 5]
    is_told = any(each.text in ("who", "that", "which") or each.tag == "VBN" for each in rest)
    return "" if is_told or _next(reading.tokens, place) in _TELLING else "other"


def _that(reading: Reading, place: int) -> str:
    tokens = reading.tokens
    token = tokens[place]
    is_link = token.pos == "SCONJ" or token.tag in ("IN", "WDT") or token.dep == "mark"
    is_subject = token.dep in ("nsubj", "nsubjpass", "dobj") and token.tag != "DT"
    if _next(tokens, place) in TIME_UNITS:
        return "other"
    if is_link or is_subject or _next(tokens, place) in _TELLING:
        return ""
    if any(each.dep for each in tokens):
        return "other"
    is_open = place == 0 or tokens[place - 1].text.lower() in ("at", "in", "by", "after")
    return "other" if is_open else ""


def _such(reading: Reading, place: int) -> str:
    rest = [token.text for token in reading.tokens[place + 1 : place + 4]]
    is_example = "as" in rest or "that" in rest
    return "" if is_example or (place and reading.tokens[place - 1].text == ",") else "other"


def _place(reading: Reading, place: int) -> str:
    """Return nothing where the sentence names what "there" means: "born in Orm, raised there"."""
    named = any(
        token.text in ("in", "at", "to") and after.pos == "PROPN"
        for token, after in pairwise(reading.tokens[:place])
    )
    return "" if named else _there(reading, place)


def _there(reading: Reading, place: int) -> str:
    tokens = reading.tokens
    token = tokens[place]
    subject = next((each for each in reading.chunks if each.last == place), None)
    is_behind = subject is not None and not (
        subject.first and tokens[subject.first - 1].pos == "ADP"
    )
    is_empty = token.tag == "EX" or token.dep == "expl"
    return "" if is_empty and not is_behind else "other"


def _then(reading: Reading, place: int) -> str:
    before = reading.tokens[place - 1].text.lower() if place else ""
    is_led = before in ("by", "since", "until", "till", "from")
    return "other" if is_led and not _has_time_before(reading, place) else ""


def _one(reading: Reading, place: int) -> str:
    """Return `other` where "the last one" leaves open which one of what."""
    tokens = reading.tokens
    before = [token.text.lower() for token in tokens[max(0, place - 2) : place]]
    is_open = before[:1] == ["the"] and len(before) == 2 and _next(tokens, place) != "of"
    has_noun = any(token.tag in ("NNS", "NNPS") for token in tokens[: max(0, place - 2)])
    return "other" if is_open and not has_noun else ""


def _time(reading: Reading, place: int) -> str:  # noqa: ARG001 - the table calls all alike
    return "time"


def _back(reading: Reading, place: int) -> str:
    is_name = reading.tokens[place].pos == "PROPN"
    return "" if is_name else "other"


def _former(reading: Reading, place: int) -> str:
    is_alone = _next(reading.tokens, place) in (",", ".", "was", "is", "had", "has")
    return "other" if is_alone else ""


def _later(reading: Reading, place: int) -> str:
    before = reading.tokens[place - 1].text.lower() if place else ""
    is_span = before.rstrip("s") in TIME_UNITS
    return "other" if is_span and not _has_time_before(reading, place) else ""


def _same(reading: Reading, place: int) -> str:
    rest = [token.text for token in reading.tokens[place + 1 : place + 4]]
    if "as" in rest or rest[:1] == ["thing"]:
        return ""
    if rest and rest[0] in TIME_UNITS:
        return "" if _has_time_before(reading, place) else "other"
    before = {token.text.lower() for token in reading.tokens[:place]}
    is_new = bool(rest) and rest[0].lower() not in before and "that" not in rest
    return "other" if place < 2 or (place < _EARLY and is_new) else ""


def _similar(reading: Reading, place: int) -> str:
    rest = [token.text for token in reading.tokens[place + 1 :]]
    return "other" if place < 2 and "to" not in rest and "as" not in rest else ""


def _following(reading: Reading, place: int) -> str:
    is_time = _next(reading.tokens, place).rstrip("s") in TIME_UNITS
    return "other" if is_time and not _has_time_before(reading, place) else ""


def _last(reading: Reading, place: int) -> str:
    tokens = reading.tokens
    if _next(tokens, place).rstrip("s") not in TIME_UNITS:
        return ""
    before = tokens[place - 1].text.lower() if place else ""
    if before not in ("the", "its", "his", "her", "their"):
        return "time"
    is_told = _has_time_before(reading, place) or _next(tokens, place + 1) == "of"
    return "" if is_told or tokens[place].text.lower() == "last" else "other"


def _has_time_before(reading: Reading, place: int) -> bool:
    start = reading.tokens[place].start
    return any(figure.is_time and figure.start < start for figure in reading.figures)


def _opener(tokens: Sequence[Token], word: str) -> str:
    after = tokens[1] if len(tokens) > 1 else None
    if after is None or word in ("others", "such", "then", "neither", "either"):
        return "other"
    if word in ("later", "soon", "afterwards"):
        return "" if after.text.lower() in ("in", "on", "after") else "other"
    if after.text.lower() == "of":
        has_noun = any(token.is_noun for token in tokens[2:6])
        is_pronoun = len(tokens) > 2 and tokens[2].pos == "PRON"
        return "other" if is_pronoun or not has_noun else ""
    if word in ("each", "both"):
        return "definite"
    is_whole = after.is_noun or after.pos in ("ADJ", "NUM", "DET", "VERB", "ADV")
    return "" if is_whole else "other"


def _definite(reading: Reading, place: int) -> str:
    """Return `definite` where "the company" stands with nothing that says which."""
    tokens = reading.tokens
    chunk = next((each for each in reading.chunks if each.first == place), None)
    if chunk is None or chunk.last - chunk.core != 1:
        return ""
    noun = tokens[chunk.core].text.lower()
    if tokens[chunk.core].pos == "PROPN" or (noun not in ANAPHORIC and noun[:-1] not in ANAPHORIC):
        return ""
    after = _next(tokens, chunk.last - 1)
    if after in (
        "of",
        "that",
        "which",
        "who",
        "in",
        "for",
        "to",
        "where",
        "when",
        "between",
        "from",
    ):
        return ""
    if any(token.text.lower().rstrip("s") == noun.rstrip("s") for token in tokens[:place]):
        return ""
    has_name = any(token.pos == "PROPN" for token in tokens[:place])
    return "" if has_name else "definite"


_POINTING: dict[str, Callable[[Reading, int], str]] = {
    "this": _this,
    "these": _these,
    "those": _those,
    "that": _that,
    "such": _such,
    "there": _place,
    "then": _then,
    "one": _one,
    "ones": _one,
    "here": _there,
    "the": _definite,
    "former": _former,
    "later": _later,
    "earlier": _later,
    "same": _same,
    "similar": _similar,
    "following": _following,
    "previous": _following,
    "preceding": _following,
    **dict.fromkeys(("last", "next", "coming", "past"), _last),
    **dict.fromkeys(POINTERS_BACK, _back),
    **dict.fromkeys(RELATIVE_TIME, _time),
}
"""What decides whether a word points, for each that may."""

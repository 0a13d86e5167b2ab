"""Decides whether a span of an English sentence can be an answer at all."""

import re
from collections.abc import Sequence

from overmorrow.generation.english_spans import Reading, Span
from overmorrow.generation.english_subjects import is_run_together
from overmorrow.generation.english_token import Token
from overmorrow.generation.english_trivia import is_speech_of_nobody, is_trivial
from overmorrow.generation.english_words import (
    ANAPHORIC,
    BODY_NAMES,
    EMPTY_NOUNS,
    LEADS,
    TIME_UNITS,
    VAGUE,
)
from overmorrow.generation.word_lists import words_of

TIMES = frozenset(("date", "century", "decade", "range", "year"))
NUMBERS = frozenset(
    (
        *("number", "unit", "counted", "percent", "money", "counted_of", "counted_prep"),
        *("amounts", "measure"),
    )
)
_PHRASES = frozenset(("quote", "cause", "purpose", "means", "list", "pair", "definition", "gloss"))
_COUNTS = frozenset(("number", "unit", "counted"))
_BACK_IN_SENTENCE = frozenset(("its", "their"))
_CLAUSES = frozenset(("cause", "purpose", "means"))
_MEASURE = re.compile(r"\([\d.,⁄½¼¾° ]+(?:[a-zA-Z]{1,5}\b[\d.,⁄½¼¾ ]*)*\)")
_BRACKET_OPENS = re.compile(r"\s*\((?:about|around|some|or|roughly)?\s*")
_MARKS = '"“”()[]'
_VAGUE_ENDS = frozenset(("same", "so", "otherwise", "this", "that", "these", "those"))
_SIGNS = frozenset(("=", "~", "<", ">", "|", "+", "*", "_", "@", "\\"))
_MEASURES = frozenset(
    ("number", "amount", "lot", "part", "way", "variety", "range", "kind", "sort")
)
"""Nouns that say how much of something, and nothing without it."""
_HEAPS = words_of("thousands hundreds dozens millions billions tens scores")
"""Words for a number that nobody counted."""
_OF_DOING = ("tion", "sion", "ment", "ture")
_POINTING = frozenset(("the", "this", "that", "both"))
_BY_IDIOM = frozenset(("accident", "chance", "hand", "mistake", "heart", "night", "day"))
_OPENERS = LEADS | words_of("next now here there first second third last soon bored alone once")
"""Words that are taken for names where a sentence begins with them."""


def is_fit(reading: Reading, span: Span) -> bool:
    """Return whether a span could be an answer: whole, no pointer, not empty of sense."""
    words = reading.tokens[span.first : span.last]
    if span.form in TIMES:
        return True
    return not _is_empty(reading, span, words) and _is_fit_form(reading, span, words)


def _is_empty(reading: Reading, span: Span, words: Sequence[Token]) -> bool:
    """Return whether a span points elsewhere, is torn out of marks, or is worth no question."""
    pronouns = (word for word in words if word.pos == "PRON" or word.tag == "PRP$")
    if any(not _may_stand(word, span) for word in pronouns):
        return True
    if is_run_together(reading, span.first, span.last):
        return True
    is_heap = span.form not in _PHRASES and words[0].text.lower() in _HEAPS
    is_heap = is_heap and not any(word.pos == "PROPN" for word in words)
    return (
        _is_torn(words)
        or is_heap
        or _is_compared_last(reading.tokens, span)
        or is_trivial(reading, span)
        or is_speech_of_nobody(reading, span)
    )


def _is_compared_last(tokens: Sequence[Token], span: Span) -> bool:
    """Return whether a noun is the last of "more beds for guests than for locals"."""
    before = [token.text.lower() for token in tokens[: span.first]]
    is_last = before[-1:] == ["for"] and before[-2:-1] == ["than"]
    return is_last and "more" in before and tokens[span.last - 1].is_noun


def _is_fit_form(reading: Reading, span: Span, words: Sequence[Token]) -> bool:
    if span.form == "purpose" and words[0].text in ("be", "have", "do"):
        return False
    if span.form in _PHRASES:
        weighed = (words[0], words[-1]) if span.form in ("quote", "definition") else words
        return all(word.text.lower() not in _VAGUE_ENDS for word in weighed)
    if any(word.tag == "PRP$" for word in words) or _tears_name(reading, span):
        return False
    if span.form in NUMBERS:
        return _is_fit_number(reading, span)
    return _is_fit_name(reading.tokens, span) and not _is_half_item(reading, span)


def _tears_name(reading: Reading, span: Span) -> bool:
    """Return whether a span is a part of a name with "and" in it."""
    return any(
        first < span.last and span.first < last and (first < span.first or span.last < last)
        for first, last in reading.joint_names
    )


def _is_half_item(reading: Reading, span: Span) -> bool:
    """Return whether a noun is cut off the item of a list that it is of: "blue | vitriol"."""
    tokens = reading.tokens
    if any(token.pos == "PROPN" for token in tokens[span.first : span.last]):
        return False
    for row in reading.listings:
        for first, last in row.items:
            core = first + (tokens[first].pos == "DET")
            if len(row.items) > 2 and core < span.first < last and span.last <= last:
                return tokens[span.first - 1].pos in ("ADJ", "NOUN")
    return False


def _may_stand(word: Token, span: Span) -> bool:
    """Return whether a pronoun only points at what the answer or the prompt names."""
    if span.form == "definition":
        return word.text in ("who", "which", "that", "whose")
    return span.form in _CLAUSES and word.text.lower() in _BACK_IN_SENTENCE


def is_one_plain_word(reading: Reading, span: Span) -> bool:
    """Return whether a span is one common noun, in whose place many others could stand."""
    return span.last - span.first == 1 and reading.tokens[span.first].pos == "NOUN"


def _is_fit_number(reading: Reading, span: Span) -> bool:
    tokens = reading.tokens
    before = tokens[span.first - 1] if span.first else None
    is_in_name = before is not None and (
        before.pos == "PROPN" or before.text in ("-", "–", "#", "/", "No.", "number")
    )
    return not (
        tokens[span.first].text.lower() in ("one", "a", "half")
        or (span.form in _COUNTS and is_in_name)
        or _is_measure_in_brackets(reading, span)
        or _is_converted(reading, span)
        or _is_one_of_alike(reading, span)
    )


def _is_measure_in_brackets(reading: Reading, span: Span) -> bool:
    """Return whether a number only says in other units what stands before its bracket."""
    start = reading.tokens[span.first].start
    opening = reading.text.rfind("(", 0, start)
    is_measure = opening >= 0 and _MEASURE.match(reading.text, opening) is not None
    return is_measure and reading.text.find(")", opening) > start


def _is_converted(reading: Reading, span: Span) -> bool:
    """Return whether an amount only says in another currency what stands before its bracket."""
    start = reading.tokens[span.first].start
    before = [figure for figure in reading.figures if figure.end <= start]
    if span.form != "money" or not before or before[-1].form != "money":
        return False
    return _BRACKET_OPENS.fullmatch(reading.text, before[-1].end, start) is not None


def _is_one_of_alike(reading: Reading, span: Span) -> bool:
    """Return whether a number is one of a row of them, with one unit."""
    row = next((row for row in reading.listings if row.first <= span.first < row.last), None)
    if row is None or len(row.items) < 3:
        return False
    units = [reading.tokens[last - 1].text for _, last in row.items]
    return len(set(units)) < len(units)


def _is_fit_name(tokens: Sequence[Token], span: Span) -> bool:
    words = tokens[span.first : span.last]
    before = tokens[span.first - 1].text.lower() if span.first else ""
    is_cut = _cuts_name(tokens, span) or before in ("-", "&")
    is_numbered = words[0].pos == "PROPN" and words[-1].pos == "NUM"
    if is_cut or words[0].text.lower() in VAGUE or not (words[-1].is_noun or is_numbered):
        return False
    if any(word.text in _SIGNS for word in words) or words[-1].text.lower() in _MEASURES:
        return False
    if _is_half(tokens, span) or _is_vague_time(words) or _is_work_of_person(words):
        return False
    if span.last == 1 and words[0].text.lower() in _OPENERS:
        return False
    if len(words) > 1:
        is_view = any(word.tag == "POS" for word in words) and _is_empty_noun(words[-1])
        return not is_view and "-" not in (words[0].text, words[-1].text)
    noun = words[0].text.lower()
    is_back = noun in ANAPHORIC and before in _POINTING
    is_idiom = before == "by" and noun in _BY_IDIOM
    is_unit = noun.rstrip("s") in TIME_UNITS and not _is_month(words[0])
    return not (is_back or is_idiom or is_unit or noun in EMPTY_NOUNS or len(noun) < 2)


def _is_empty_noun(word: Token) -> bool:
    return word.pos == "NOUN" and word.text.lower() in EMPTY_NOUNS


def _is_month(word: Token) -> bool:
    return word.pos == "PROPN" and not word.text.endswith("day")


def _is_vague_time(words: Sequence[Token]) -> bool:
    """Return whether words say when without a figure or a name: "first full year"."""
    unit = words[-1].text.lower().rstrip("s")
    if unit not in TIME_UNITS or not (words[-1].pos == "NOUN" or unit.endswith("day")):
        return False
    return not any(word.pos == "PROPN" for word in words[:-1])


def _is_half(tokens: Sequence[Token], span: Span) -> bool:
    """Return whether a span is half of what belongs together.

    That is what follows one of two adjectives, as in "hard, brittle mass", or a noun of doing
    without what it is done to or with: "mixture of sand | with lime".
    """
    first, last = span.first, span.last
    if first > 1 and tokens[first - 1].text == "," and tokens[first - 2].pos == "ADJ":
        back = first - 2
        while back and tokens[back - 1].pos in ("ADJ", "ADV"):
            back -= 1
        if back and tokens[back - 1].pos == "DET":
            return True
    after = tokens[last].text if last < len(tokens) else ""
    if after not in ("of", "with", "between", "into"):
        return False
    head = next((word for word in tokens[first:last] if word.is_noun), tokens[first])
    return head.pos == "NOUN" and head.text.endswith(_OF_DOING)


def _cuts_name(tokens: Sequence[Token], span: Span) -> bool:
    """Return whether a span leaves a part of a name outside: "Vice ____"."""
    first, last = span.first, span.last
    if tokens[first].pos == "PROPN" and first and tokens[first - 1].pos == "PROPN":
        is_one = tokens[first - 1].tag != "POS" and not tokens[first].begins_entity
        if is_one and span.form != "name":
            return True
    if _is_behind_owner(tokens, first) and tokens[last - 1].pos == "PROPN":
        return True
    is_owner = last + 1 < len(tokens) and tokens[last].tag == "POS"
    is_short = last + 2 >= len(tokens) or tokens[last + 2].pos != "PROPN"
    if is_owner and is_short and _is_behind_owner(tokens, last + 1):
        return True
    if first > 1 and tokens[first - 1].text == "for" and tokens[first - 2].text in BODY_NAMES:
        return True
    is_name = tokens[last - 1].pos == "PROPN" and last < len(tokens)
    return is_name and tokens[last].pos == "PROPN" and not tokens[last].begins_entity


def _is_behind_owner(tokens: Sequence[Token], first: int) -> bool:
    """Return whether a word is of a name whose first word is an owner: Isle in "Mann's Isle"."""
    is_owned = first > 1 and tokens[first - 1].tag == "POS" and tokens[first].pos == "PROPN"
    if not is_owned or tokens[first - 2].pos != "PROPN":
        return False
    return not tokens[first].begins_entity or tokens[first].text.lower() in ANAPHORIC


def _is_work_of_person(words: Sequence[Token]) -> bool:
    """Return whether words say of somebody by full name what is his: "Jules Lind's novel"."""
    owner = next((at for at, word in enumerate(words) if word.tag == "POS"), 0)
    is_full = owner > 1 and all(word.pos == "PROPN" for word in words[owner - 2 : owner])
    return is_full and words[-1].pos == "NOUN" and words[owner - 1].entity in ("", "PERSON")


def stops_within_name(reading: Reading, span: Span) -> bool:
    """Return whether a span is the beginning of a longer name: "University" of Chicago."""
    tokens, last = reading.tokens, span.last
    if tokens[last - 1].pos != "PROPN" or last + 1 >= len(tokens) or tokens[last].text != "of":
        return False
    after = tokens[last + 1]
    return after.pos == "PROPN" and after.entity != "" and not after.begins_entity


def _is_torn(words: Sequence[Token]) -> bool:
    """Return whether a span holds one mark of a pair."""
    texts = [word.text for word in words]
    has_mark = any(text in _MARKS for text in texts)
    return has_mark and not texts.count("(") == texts.count(")") > 0

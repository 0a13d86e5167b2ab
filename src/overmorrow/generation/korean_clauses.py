"""Cuts a Korean sentence into the clauses that stand beside each other."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from overmorrow.generation.korean_endings import PAST, final_of, statement_end
from overmorrow.generation.korean_words import Role, Word
from overmorrow.generation.word_lists import words_of

_QUOTATION = re.compile(r"[“\"‘「『][^”\"’'」』]*[”\"’'」』]")
_QUOTES = re.compile(r"(?:다|라|자|냐)고$")
_GOES_ON = re.compile(r"(?:있|싶|말|했|하|밝|전했|주장|보|나서|나면|마|계시)")
_TOPIC = frozenset(("은", "는", "이란", "란"))
_SUBJECT = frozenset(("이", "가", "께서", "도"))


class Clause(NamedTuple):
    """Words of a sentence with a verb of their own."""

    first: int
    last: int
    """The places of its first and last word."""
    topic: int | None
    """The place of its word with 은 or 는."""
    subject: int | None
    """The place of its word with 이 or 가, where that is the subject of its own verb."""


def clauses(sentence: str, words: Sequence[Word]) -> list[Clause]:
    """Return the clauses of a sentence in order; most sentences are one."""
    found = []
    first = 0
    quotations = [each.span() for each in _QUOTATION.finditer(sentence)]
    for place, word in enumerate(words):
        is_quoted = any(start < word.end < end for start, end in quotations)
        ends = not is_quoted and _ends_clause(sentence, words, place, first)
        is_end = place == len(words) - 1 or ends
        if is_end:
            found.append(_clause(sentence, words, first, place))
            first = place + 1
    return found


def _ends_clause(sentence: str, words: Sequence[Word], place: int, first: int) -> bool:
    word = words[place]
    if word.role is not Role.LINK or place - first < 1 or len(words) - place < 3:
        return False
    form = sentence[word.start : word.end]
    following = words[place + 1]
    is_verb = following.role is not Role.NOUN
    if _QUOTES.search(form) or (is_verb and _GOES_ON.match(sentence, following.start)):
        return False
    if word.is_copula:
        return form.endswith(("이고", "이며", "였고", "였으며", "이었고", "이었으며", "지만"))
    if statement_end(form) is None:
        return False
    return _is_past(form) or (word.comma and not _is_past_end(sentence, words[-1]))


def _is_past_end(sentence: str, word: Word) -> bool:
    """Return whether a sentence ends in the past tense, which a clause before takes from it."""
    form = sentence[word.start : word.end]
    return len(form) > 1 and any(final_of(syllable) == PAST for syllable in form[-3:-1])


def _is_past(form: str) -> bool:
    """Return whether a verb is in the past tense, as those of clauses side by side are."""
    stem = re.sub(r"(?:고|으며|는데|지만|으나)$", "", form)
    return form != stem and final_of(stem[-1:]) == PAST


_TIMES = words_of(
    "지금 현재 오늘날 요즘 최근 당시 이제 처음 나중 예전 옛날 그때 때 평소 올해 작년 지난해 내년 "
    "어제 내일 그해 이듬해"
)


def _clause(sentence: str, words: Sequence[Word], first: int, last: int) -> Clause:
    topic = subject = None
    for place in range(first, last + 1):
        particle = words[place].particle
        is_time = sentence[words[place].start : words[place].stem_end] in _TIMES
        if particle in _TOPIC and topic is None and not (words[place].is_weak or is_time):
            topic = place
        if particle in _SUBJECT and subject is None and _is_main(sentence, words, place, last):
            subject = place
    return Clause(first, last, topic, subject)


def _is_main(sentence: str, words: Sequence[Word], place: int, last: int) -> bool:
    """Return whether the next verb is one of the clause itself and not of a noun's description."""
    for word in words[place + 1 : last + 1]:
        if word.role is Role.ADNOMINAL and not _is_determiner(sentence, word):
            return False
        if word.role in (Role.FINAL, Role.LINK):
            return True
    return True


_MADE = re.compile(
    r"(?:만든|지은|세운|찍은|갖춘|이룬|펴낸|다룬|맡은|낳은|얻은|옮긴|이끈|새긴|남긴|그린|쓰인|담긴|"
    r"열린|생긴|나온|시킨|불린)$"
)
"""Verbs of two letters that say more of a noun, where adjectives and 어떤 would be as short."""


def _is_determiner(sentence: str, word: Word) -> bool:
    """Return whether a word before a noun is so short that it is no clause of its own."""
    is_made = _MADE.match(sentence[word.start : word.end]) is not None
    return word.end - word.start <= 2 and not word.is_copula and not is_made

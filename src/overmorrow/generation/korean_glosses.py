"""Reads Korean sentences without their glosses in brackets, and the names in those.

건강(health)과 is read as 건강과, and health is another name of 건강.
"""

import re
from collections.abc import Sequence

from overmorrow.generation.korean_words import Role, Tagger, Word

_COPULA = re.compile(r"(?<=\))이(?:며|고)$")
_IN_BRACKETS = re.compile(r"(?<=[^\s(])\([^()]{1,60}\)")


def words_without_glosses(tagger: Tagger, sentences: Sequence[str]) -> list[tuple[Word, ...]]:
    """Return the words of sentences, whose places are those with the glosses in them.

    The particle of 건강(health)과 is 과; the gloss stands between the stem and it.
    """
    read = [_IN_BRACKETS.sub("", sentence) for sentence in sentences]
    return [
        tuple(_moved(sentence, word, places) for word in words)
        if len(short) < len(sentence)
        else words
        for sentence, short, words in zip(sentences, read, tagger.words(read), strict=True)
        for places in [_places(sentence)]
    ]


def _places(sentence: str) -> list[int]:
    """Return where each character of a sentence without its glosses stands in it."""
    kept: list[int] = []
    at = 0
    for gloss in _IN_BRACKETS.finditer(sentence):
        kept += range(at, gloss.start())
        at = gloss.end()
    return [*kept, *range(at, len(sentence))]


def _moved(sentence: str, word: Word, places: list[int]) -> Word:
    """Return a word where it stands in the sentence with its glosses.

    What stands behind a gloss is no part of a stem: of 대향(大鄕)이며 it is 대향.
    """
    end = places[word.end - 1] + 1
    stem_end = places[word.stem_end - 1] + 1 if word.stem_end else 0
    torn = _COPULA.search(sentence, places[word.start], end)
    if torn and stem_end > torn.start():
        word = word._replace(role=Role.LINK, is_copula=True, particle="")
        stem_end = sentence.rindex("(", 0, torn.start())
    return word._replace(start=places[word.start], end=end, stem_end=stem_end)


GLOSS = re.compile(r"\s?\((?P<gloss>(?=[^()]*(?:[A-Za-z\u4e00-\u9fff]|[가-힣]{3}))[^()]{1,40})\)")
"""A gloss behind a word, with letters or a word in it: (health)."""
_OTHER_NAME = re.compile(r"(?:[가-힣]{1,5}: ?)?(?P<name>[A-Za-z가-힣\u4e00-\u9fff][^,:;]*)$")


def names_in(gloss: str) -> list[str]:
    """Return the other names that brackets give: Suez Canal in 영어: Suez Canal."""
    pieces = [_OTHER_NAME.match(piece.strip()) for piece in re.split("[,;]", gloss)]
    return [found["name"].strip() for found in pieces if found and len(found["name"]) > 1][:2]

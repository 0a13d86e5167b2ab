"""Words around an answer that cost nothing: articles, the prompt's own words, a sentence."""

import re
from functools import lru_cache

from overmorrow.grading.hangul import HANGUL
from overmorrow.grading.korean import is_predicate, stems
from overmorrow.grading.normalise import canonical, loose
from overmorrow.grading.vocabulary import ARTICLES, DESIGNATORS, FILLERS

_FREE = ARTICLES | FILLERS | DESIGNATORS


@lru_cache(maxsize=512)
def prompt_words(prompt: str) -> frozenset[str]:
    """Return the prompt's words, each also without its Korean endings."""
    words = loose(canonical(prompt)).replace("/", " ").split()
    return frozenset(stem for word in words for stem in stems(word))


def is_said(word: str, prompt: str) -> bool:
    """Whether a word is one of the prompt's, or one that only makes a sentence."""
    known = prompt_words(prompt)
    if word in _FREE or word in known:
        return True
    if HANGUL.search(word):
        return any(stem in known or stem in _FREE for stem in stems(word))
    return word.rstrip("s") in known or (word + "s") in known


def is_free(word: str, prompt: str) -> bool:
    """Whether a word beside the answer says nothing new; a Korean one may be inflected."""
    if is_said(word, prompt):
        return True
    if len(word) < 2 or not HANGUL.search(word):
        return False
    return any(word[:2] == other[:2] for other in prompt_words(prompt) if len(other) > 2)


def are_free(words: list[str], prompt: str) -> bool:
    """Whether all words beside the answer are free; one Korean verb may end the sentence."""
    if not words:
        return True
    if not all(is_free(word, prompt) for word in words[:-1]):
        return False
    return is_free(words[-1], prompt) or bool(HANGUL.search(words[-1]) and is_predicate(words[-1]))


_ORDERED = re.compile(
    "순서대로|순서로|순서를|순으로|차례|in order|in the order|chronological|order of"
)


def wants_order(prompt: str) -> bool:
    """Whether the prompt asks for its items in order."""
    return _ORDERED.search(prompt.lower()) is not None

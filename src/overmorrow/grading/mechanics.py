"""Mechanical slips: the other keyboard layout, jamo not composed, a syllable not finished."""

from collections.abc import Iterator

from overmorrow.grading.hangul import HANGUL, RAW_JAMO, SYLLABLE, compose, jamo, key_strokes
from overmorrow.grading.patterns import lazy

_LATIN = lazy("[A-Za-z]")


def retyped(typed: str, forms: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield what the learner may have meant to type, each with the kind of slip.

    Args:
        typed: Canonical text as typed.
        forms: The accepted answers; their script says what was meant.
    """
    if HANGUL.search(typed):
        if RAW_JAMO.search(typed):
            yield compose(key_strokes(typed)), "jamo"
        if any(map(_LATIN.search, forms)):
            yield key_strokes(typed), "layout"
    elif typed.isascii() and any(map(SYLLABLE.search, forms)):
        for keys in dict.fromkeys((typed, typed.lower())):
            meant = compose(keys)
            if not RAW_JAMO.search(meant):
                yield meant, "layout"


def is_unfinished(typed: str) -> bool:
    """Whether the last syllable of Hangul text was not finished: 항저ㅇ."""
    return (
        len(typed) > 1
        and RAW_JAMO.match(typed[-1]) is not None
        and SYLLABLE.match(typed[-2]) is not None
    )


def first_letters_only(typed: str, answer: str) -> bool:
    """Whether only the first consonants of an answer were typed: ㅁㅇ for 마윈."""
    if not RAW_JAMO.match(typed):
        return False
    initials = "".join(jamo(sign)[0] for sign in answer if SYLLABLE.match(sign))
    return len(initials) > 1 and typed.replace(" ", "") == initials

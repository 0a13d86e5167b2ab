"""Mechanical slips: the other keyboard layout, jamo that were not composed, an unfinished syllable."""

from collections.abc import Iterator

from overmorrow.grading.hangul import HANGUL, RAW_JAMO, SYLLABLE, compose, jamo, key_strokes


def retyped(typed: str, forms: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield what the learner may have meant to type, each with the kind of slip.

    Args:
        typed: Canonical text as typed.
        forms: The accepted answers; their script says what was meant.
    """
    has_hangul = HANGUL.search(typed) is not None
    if has_hangul and RAW_JAMO.search(typed):
        yield compose(key_strokes(typed)), "jamo"
    if has_hangul and any(form.isascii() or not SYLLABLE.search(form) for form in forms):
        yield key_strokes(typed), "layout"
    if not has_hangul and typed.isascii() and any(SYLLABLE.search(form) for form in forms):
        yield compose(typed), "layout"
        if typed != typed.lower():
            yield compose(typed.lower()), "layout"


def is_unfinished(typed: str) -> bool:
    """Whether the last syllable of Hangul text was not finished: 항저ㅇ."""
    return (
        len(typed) > 1
        and RAW_JAMO.match(typed[-1]) is not None
        and SYLLABLE.match(typed[-2]) is not None
    )


def first_letters_only(typed: str, answer: str) -> bool:
    """Whether only the first consonants of an answer were typed: ㅁㅇ for 마윈."""
    initials = "".join(jamo(sign)[0] for sign in answer if SYLLABLE.match(sign))
    return len(initials) > 1 and typed.replace(" ", "") == initials

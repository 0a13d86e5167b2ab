"""Korean verbs back in their dictionary form, to find out whether a slip is a verb of its own."""

from functools import lru_cache

from overmorrow.grading.hangul import SYLLABLE, jamo, syllable

_PAST, _PRESENT = "ㅆ", "ㄴ"
_CONTRACTED = {"ㅘ": "ㅗ", "ㅝ": "ㅜ", "ㅕ": "ㅣ", "ㅙ": "ㅚ", "ㅐ": "ㅏ"}
"""The vowel of a stem that melted into its ending: 왔다 is 오다, 했다 is 하다."""


@lru_cache(maxsize=512)
def dictionary_forms(word: str) -> tuple[str, ...]:
    """Return what an inflected verb may be in the dictionary: 나다 for 났다, 먹다 for 먹는다."""
    if len(word) < 2 or word[-1] != "다" or not SYLLABLE.match(word[-2]):
        return ()
    base, last = word[:-2], word[-2]
    parts = jamo(last)
    if len(parts) < 3 or parts[2] not in (_PAST, _PRESENT):
        return ()
    found = [base + syllable(parts[0], parts[1]) + "다"]
    if last in "았었는" and base:
        found = [base + "다"]
    elif parts[2] == _PAST and parts[1] in _CONTRACTED:
        found.append(base + syllable(parts[0], _CONTRACTED[parts[1]]) + "다")
    return tuple(found)

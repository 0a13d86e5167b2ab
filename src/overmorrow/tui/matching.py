"""Whether what was typed may mean a name: in Korean, in English, or on the wrong keyboard layout.

A name is found by its beginning, by any word or part of it, by a syllable that
is not finished yet, by the first consonants of its syllables, and by the keys
that would have written it with the other layout on. Keys are compared, not
letters: 갖, half of 가져, is r k w, and so is the beginning of rkwudhrl.
"""

import unicodedata
from functools import lru_cache

from overmorrow.grading.hangul import HANGUL, jamo, key_strokes

_CONSONANT_KEYS = frozenset("rsefaqtdwczxvg")
_LONGEST = 100
_OTHER_LAYOUT = 4
"""A match on the wrong layout comes after every other."""
_INITIALS = 2


def match(typed: str, name: str) -> int | None:
    """Return how well the typed text fits a name: 0 is best, None is not at all.

    Several words may stand in any order; each must be found.

    Args:
        typed: What was typed, perhaps half a syllable; empty fits everything.
        name: What it may mean.
    """
    words = _folded(typed[:_LONGEST]).split()
    whole = _rank("".join(words), name)
    if whole is not None or len(words) < 2:
        return whole
    ranks = [_rank(word, name) for word in words]
    found = [rank for rank in ranks if rank is not None]
    return max(found) + 1 if len(found) == len(ranks) else None


def best_match(typed: str, names: tuple[str, ...]) -> int | None:
    """Return how well the typed text fits the best of several names for one thing."""
    ranks = [rank for name in names if (rank := match(typed, name)) is not None]
    return min(ranks, default=None)


def _rank(typed: str, name: str) -> int | None:
    keys = key_strokes(typed).lower()
    ranks = [rank for rest, rank in _endings(name) if rest.startswith(keys)]
    initials = _initials(name)
    if keys and set(keys) <= _CONSONANT_KEYS and keys in initials:
        ranks.append(_INITIALS + (not initials.startswith(keys)) - (initials == keys))
    if not ranks:
        return None
    on_other_layout = _has_hangul(typed) != _has_hangul(name)
    return min(ranks) + (_OTHER_LAYOUT if keys and on_other_layout else 0)


@lru_cache(maxsize=4096)
def _endings(name: str) -> tuple[tuple[str, int], ...]:
    """Return the keys of the name from each character on, spaces left out, and a rank.

    The rank is 0 at the beginning, 1 where a word begins, 2 within one.
    """
    found = []
    folded = _folded(name)
    for at, char in enumerate(folded):
        if not char.isspace():
            begins_word = not folded[at - 1].isalnum()
            rank = 0 if not folded[:at].strip() else 1 if begins_word else 2
            found.append((key_strokes("".join(folded[at:].split())).lower(), rank))
    return tuple(found) or (("", 0),)


@lru_cache(maxsize=4096)
def _initials(name: str) -> str:
    """Return the keys of the first consonants of the name's syllables."""
    return key_strokes("".join(jamo(char)[0] for char in name if "가" <= char <= "힣")).lower()


def _has_hangul(text: str) -> bool:
    return HANGUL.search(text) is not None


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()

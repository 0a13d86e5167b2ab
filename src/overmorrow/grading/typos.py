"""Typing slips: how far apart two words are, and how far a slip of that length may go."""

from functools import lru_cache

from overmorrow.grading.hangul import HANGUL, RAW_JAMO, SYLLABLE, jamo, key_strokes
from overmorrow.grading.patterns import lazy


def distance(first: str, second: str, limit: int) -> int:
    """Return how many letters must be changed, added, dropped or swapped with the next.

    Counts up to `limit`; anything further is `limit + 1`. Source: Hyyrö 2003,
    the bit-parallel form of the optimal string alignment distance.
    """
    if first == second:
        return 0
    if len(first) > len(second):
        first, second = second, first
    length = len(first)
    if len(second) - length > limit:
        return limit + 1
    if not length:
        return min(len(second), limit + 1)
    places: dict[str, int] = {}
    for index, letter in enumerate(first):
        places[letter] = places.get(letter, 0) | 1 << index
    mask, last = (1 << length) - 1, 1 << (length - 1)
    plus, minus, diagonal, before, score = mask, 0, 0, 0, length
    for letter in second:
        match = places.get(letter, 0)
        swapped = ((~diagonal & match) << 1) & before
        diagonal = (((match & plus) + plus) ^ plus) | match | minus | swapped
        plus_row = minus | ~(diagonal | plus)
        minus_row = plus & diagonal
        score += ((plus_row & last) != 0) - ((minus_row & last) != 0)
        plus_row = plus_row << 1 | 1
        minus = plus_row & diagonal & mask
        plus = ((minus_row << 1) | ~(diagonal | plus_row)) & mask
        before = match
    return min(score, limit + 1)


@lru_cache(maxsize=2048)
def slip_size(typed: str, word: str) -> int:
    """Return the size of the slip between two words if it is within bounds, else 0.

    Hangul is measured in jamo, or in key strokes where that is less; the rest
    in letters.
    """
    if typed == word:
        return 0
    if SYLLABLE.search(word):
        return _hangul_slip(typed, word)
    limit = allowed_edits(word)
    if not limit or HANGUL.search(typed):
        return 0
    edits = distance(typed, word, limit + 2)
    if edits > limit and not (edits <= limit + 2 and _sounds_alike(typed, word)):
        return 0
    if typed[0] != word[0] and not _first_letter_slipped(typed, word, edits):
        return 0
    return edits


def _first_letter_slipped(typed: str, word: str, edits: int) -> bool:
    """Whether a wrong first letter is one slip: a swap, or one edit in a longer word."""
    swapped = typed[1:2] + typed[:1] == word[:2]
    return edits == 1 and (len(word) >= 5 or swapped)


def allowed_edits(word: str) -> int:
    """Return how many letters of a word may slip: none up to three letters, three at most."""
    length = len(word)
    if "\u3040" <= word[:1] <= "\u30ff":
        return 0 if length < 3 else 1 if length < 6 else 2
    if word[:1] >= "\u2e80":
        return 0
    return 0 if length <= 3 else 1 if length <= 5 else 2 if length <= 9 else 3


def _sounds_alike(typed: str, word: str) -> bool:
    """Whether a long word keeps its consonants in order: beaurocracy, bureaucracy."""
    return len(word) >= 8 and typed[0] == word[0] and _skeleton(typed) == _skeleton(word)


def _skeleton(word: str) -> str:
    kept: list[str] = []
    for letter in word:
        if letter not in "aeiouyhw" and (not kept or kept[-1] != letter):
            kept.append(letter)
    return "".join(kept)


def _hangul_slip(typed: str, word: str) -> int:
    syllables = len(word)
    limit = 0 if syllables <= 1 else 1 if syllables <= 3 else 2 if syllables <= 6 else 3
    if not limit or (RAW_JAMO.search(typed[:-1]) and not RAW_JAMO.search(word)):
        return 0
    edits = distance(jamo(typed), jamo(word), limit)
    if edits > limit:
        edits = distance(key_strokes(typed), key_strokes(word), limit)
    if edits <= limit:
        return edits
    alike = len(typed) == syllables and distance(_as_heard(typed), _as_heard(word), limit) <= limit
    if alike and distance(jamo(typed), jamo(word), 2) == 2:
        return 2
    return 3 if max(syllables, len(typed)) > 2 and _loanword(typed) == _loanword(word) else 0


_HEARD_ALIKE = str.maketrans("ㄲㄸㅃㅆㅉㅔㅖㅒㅚㅙ", "ㄱㄷㅂㅅㅈㅐㅐㅐㅞㅞ")
_SAME_SOUND = lazy("(?<=[ㅈㅉㅊ])[ㅑㅕㅛㅠㅒㅖ]|(?<=[ㅅㅆ])ㅖ")
_PLAIN_VOWEL = dict(zip("ㅑㅕㅛㅠㅒㅖ", "ㅏㅓㅗㅜㅐㅔ", strict=True))


def is_same_sound(typed: str, word: str) -> bool:
    """Whether two words differ only in vowels that sound alike there: 쥬스, 주스."""
    first, second = (
        _SAME_SOUND.sub(lambda vowel: _PLAIN_VOWEL[vowel[0]], jamo(text)) for text in (typed, word)
    )
    return first == second


_F_SOUNDS = (
    ("ㅎㅘ", "ㅍㅏ"),
    ("ㅎㅞ", "ㅍㅐ"),
    ("ㅎㅟ", "ㅍㅣ"),
    ("ㅎㅜㅓ", "ㅍㅓ"),
    ("ㅎㅜ", "ㅍㅡ"),
)


def _as_heard(text: str) -> str:
    """Return the jamo with tense consonants, like vowels and the f of loanwords made one."""
    heard = jamo(text).translate(_HEARD_ALIKE)
    for written, sound in _F_SOUNDS:
        heard = heard.replace(written, sound)
    return heard


_PLAIN = str.maketrans("ㅋㅌㅍㅊㅑㅕㅛㅠㅐㅟ", "ㄱㄷㅂㅈㅏㅓㅗㅜㅓㅣ", "ㅡㅇ")
_DOUBLED = lazy(r"(.)\1+")


def _loanword(text: str) -> str:
    """Return what two spellings of one loanword have in common: 케이크, 케익; 로켓, 로케트."""
    syllables = "".join(
        jamo(sign).replace("ㅅ", "ㄷ") if len(jamo(sign)) == 3 else jamo(sign) for sign in text
    )
    plain = syllables.translate(_HEARD_ALIKE).translate(_PLAIN)
    return _DOUBLED.sub(r"\1", plain)

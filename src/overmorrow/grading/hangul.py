"""Hangul taken apart: jamo, and the two-set keyboard in both directions."""

import re
from functools import lru_cache

from overmorrow.grading.vocabulary import words_of

_INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_FINALS: tuple[str, ...] = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")
_FIRST = ord("가")

_KEYS: dict[str, str] = dict(
    zip("ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎㄲㄸㅃㅆㅉ" "ㅏㅑㅓㅕㅗㅛㅜㅠㅡㅣㅐㅔㅒㅖ",
        "rsefaqtdwczxvgREQTW" "kijuhynbmlopOP", strict=True)
)  # fmt: skip
_PAIRS = {
    pair[0]: pair[1:]
    for pair in words_of(
        "ㅘㅗㅏ ㅙㅗㅐ ㅚㅗㅣ ㅝㅜㅓ ㅞㅜㅔ ㅟㅜㅣ ㅢㅡㅣ "
        "ㄳㄱㅅ ㄵㄴㅈ ㄶㄴㅎ ㄺㄹㄱ ㄻㄹㅁ ㄼㄹㅂ ㄽㄹㅅ ㄾㄹㅌ ㄿㄹㅍ ㅀㄹㅎ ㅄㅂㅅ"
    )
}
_JOINED = {pair: jamo for jamo, pair in _PAIRS.items()}
_KEYS |= {jamo: _KEYS[pair[0]] + _KEYS[pair[1]] for jamo, pair in _PAIRS.items()}
_JAMO_OF_KEY = {key: jamo for jamo, key in _KEYS.items() if len(key) == 1}
_JAMO_OF_KEY |= {
    key.upper(): jamo for key, jamo in _JAMO_OF_KEY.items() if key.upper() not in _JAMO_OF_KEY
}
_SINGLE_VOWELS = frozenset(_VOWELS)
_NEXT_FINAL = {sign: sign for sign in _FINALS if sign} | _JOINED

HANGUL = re.compile("[가-힣ㄱ-ㅣ]")
SYLLABLE = re.compile("[가-힣]")
RAW_JAMO = re.compile("[ㄱ-ㅣ]")


@lru_cache(maxsize=1024)
def jamo(text: str) -> str:
    """Return the text with every syllable split into its two or three jamo."""
    return "".join(_split(char) if "가" <= char <= "힣" else char for char in text)


def _split(char: str) -> str:
    index = ord(char) - _FIRST
    return _INITIALS[index // 588] + _VOWELS[index // 28 % 21] + _FINALS[index % 28]


@lru_cache(maxsize=1024)
def key_strokes(text: str) -> str:
    """Return the keys that type the text on the two-set layout; other letters stay."""
    return "".join(_KEYS.get(char, char) for char in jamo(text))


def compose(keys: str) -> str:
    """Return what the keys give on the two-set layout, as an input method composes it."""
    done: list[str] = []
    initial = vowel = final = ""
    for key in keys:
        sign = _JAMO_OF_KEY.get(key, "")
        if sign in _SINGLE_VOWELS and final:
            both = _PAIRS.get(final, final)
            done.append(syllable(initial, vowel, both[:-1]))
            initial, vowel, final = both[-1], sign, ""
        elif vowel + sign in _JOINED and not final:
            vowel = _JOINED[vowel + sign]
        elif sign in _SINGLE_VOWELS and not vowel:
            vowel = sign
        elif sign and initial and vowel and final + sign in _NEXT_FINAL:
            final = _NEXT_FINAL[final + sign]
        else:
            done.append(syllable(initial, vowel, final))
            is_vowel = sign in _SINGLE_VOWELS
            initial, vowel, final = "" if is_vowel else sign, sign if is_vowel else "", ""
            if not sign:
                done.append(key)
    done.append(syllable(initial, vowel, final))
    return "".join(done)


def syllable(initial: str, vowel: str, final: str = "") -> str:
    """Return the syllable of two or three jamo, or the jamo where no syllable is complete."""
    if not (initial and vowel):
        return initial + vowel
    index = _INITIALS.index(initial) * 588 + _VOWELS.index(vowel) * 28
    return chr(_FIRST + index + _FINALS.index(final))

"""Hangul taken apart: jamo, and the two-set keyboard in both directions."""

import re
from functools import lru_cache

_INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_FINALS = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")
_FIRST = ord("가")

_KEYS = dict(
    zip("ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎㄲㄸㅃㅆㅉ" "ㅏㅑㅓㅕㅗㅛㅜㅠㅡㅣㅐㅔㅒㅖ",
        "rsefaqtdwczxvgREQTW" "kijuhynbmlopOP", strict=True)
)  # fmt: skip
_PAIRS = {
    "ㅘ": "ㅗㅏ", "ㅙ": "ㅗㅐ", "ㅚ": "ㅗㅣ", "ㅝ": "ㅜㅓ", "ㅞ": "ㅜㅔ", "ㅟ": "ㅜㅣ", "ㅢ": "ㅡㅣ",
    "ㄳ": "ㄱㅅ", "ㄵ": "ㄴㅈ", "ㄶ": "ㄴㅎ", "ㄺ": "ㄹㄱ", "ㄻ": "ㄹㅁ", "ㄼ": "ㄹㅂ", "ㄽ": "ㄹㅅ",
    "ㄾ": "ㄹㅌ", "ㄿ": "ㄹㅍ", "ㅀ": "ㄹㅎ", "ㅄ": "ㅂㅅ",
}  # fmt: skip
_JOINED = {pair: jamo for jamo, pair in _PAIRS.items()}
_KEYS |= {jamo: _KEYS[pair[0]] + _KEYS[pair[1]] for jamo, pair in _PAIRS.items()}
_JAMO_OF_KEY = {key: jamo for jamo, key in _KEYS.items() if len(key) == 1}
_JAMO_OF_KEY |= {
    key.upper(): jamo for key, jamo in _JAMO_OF_KEY.items() if key.upper() not in _JAMO_OF_KEY
}
_SINGLE_VOWELS = frozenset(_VOWELS)

HANGUL = re.compile("[가-힣ㄱ-ㅣ]")
SYLLABLE = re.compile("[가-힣]")
RAW_JAMO = re.compile("[ㄱ-ㅣ]")


@lru_cache(maxsize=1024)
def jamo(text: str) -> str:
    """Return the text with every syllable split into its two or three jamo."""
    return "".join(_split(char) if "가" <= char <= "힣" else char for char in text)


def _split(syllable: str) -> str:
    index = ord(syllable) - _FIRST
    return _INITIALS[index // 588] + _VOWELS[index // 28 % 21] + _FINALS[index % 28]


@lru_cache(maxsize=1024)
def key_strokes(text: str) -> str:
    """Return the keys that type the text on the two-set layout; other letters stay."""
    return "".join(_KEYS.get(char, char) for char in jamo(text))


def compose(keys: str) -> str:
    """Return what the keys give on the two-set layout, as an input method composes it."""
    done: list[str] = []
    initial = vowel = final = ""

    def flush() -> None:
        nonlocal initial, vowel, final
        if initial and vowel:
            index = _INITIALS.index(initial) * 588 + _VOWELS.index(vowel) * 28
            done.append(chr(_FIRST + index + _FINALS.index(final)))
        else:
            done.append(initial + vowel)
        initial = vowel = final = ""

    for key in keys:
        sign = _JAMO_OF_KEY.get(key)
        if sign is None:
            flush()
            done.append(key)
        elif sign in _SINGLE_VOWELS:
            if final:
                first, second = _PAIRS.get(final, ("", final)) if final in _PAIRS else ("", final)
                final = first
                flush()
                initial, vowel = second, sign
            elif vowel + sign in _JOINED:
                vowel = _JOINED[vowel + sign]
            else:
                if vowel:
                    flush()
                vowel = sign
        elif initial and vowel and not final and sign in _FINALS:
            final = sign
        elif final and final + sign in _JOINED:
            final = _JOINED[final + sign]
        else:
            flush()
            initial = sign
    flush()
    return "".join(done)

"""Brings texts into the one form in which they are compared by a search."""

import re
import unicodedata

INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
"""The consonants a syllable can begin with, in the order of Unicode."""
_FIRST_SYLLABLE = 0xAC00
_SYLLABLES_AN_INITIAL = 588
_VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_CONJOINING = {0x1100 + at: sign for at, sign in enumerate(INITIALS)} | {
    0x1161 + at: sign for at, sign in enumerate(_VOWELS)
}
_INVISIBLE = dict.fromkeys([0xAD, 0x34F, 0xFEFF, *range(0x200B, 0x2010), *range(0x2060, 0x2065)])
_JAMO_RUN = re.compile("([\u3130-\u318f]+)")
_MARKED = re.compile("[\u00c0-\u036f\u1e00-\u1fff]")
_SPACES = re.compile(r"\s+")
_PLAIN = re.compile("[ -@\\[-~가-힣]*")
_NOT_HANGUL = re.compile("[^가-힣ㄱ-ㅎ]+")


def folded(text: str) -> str:
    """Return the text as it is compared: without case, in one Unicode form, one kind of space.

    Wide and narrow forms are one (NFKC); single Korean letters stay as they are typed.
    """
    if text.isascii() and text.isprintable():
        text = text.lower()
    elif not _PLAIN.fullmatch(text):
        for _ in range(3):
            further = _folded_once(text)
            if further == text:
                break
            text = further
    return _SPACES.sub(" ", text) if "  " in text else text


def _folded_once(text: str) -> str:
    parts = _JAMO_RUN.split(unicodedata.normalize("NFC", text.translate(_INVISIBLE)))
    for at in range(0, len(parts), 2):
        if parts[at]:
            parts[at] = unicodedata.normalize("NFKC", parts[at]).casefold()
    composed = unicodedata.normalize("NFC", "".join(parts)).translate(_CONJOINING)
    return _SPACES.sub(" ", composed)


def without_marks(text: str) -> str:
    """Return folded text without accents; Hangul stays whole."""
    if not _MARKED.search(text):
        return text
    bare = re.sub("[\u0300-\u036f]", "", unicodedata.normalize("NFD", text))
    return unicodedata.normalize("NFC", bare)


def bare(text: str) -> str:
    """Return the letters and digits of a text only, folded; all of it where there are none."""
    whole = folded(text)
    return "".join(sign for sign in whole if sign.isalnum()) or whole.strip()


def initials(text: str) -> str:
    """Return the consonants that the syllables of folded text begin with, a space for all else."""
    return "".join(map(_initial, _NOT_HANGUL.sub(" ", text))) if not text.isascii() else ""


def _initial(sign: str) -> str:
    code = ord(sign) - _FIRST_SYLLABLE
    return INITIALS[code // _SYLLABLES_AN_INITIAL] if code >= 0 else sign


def syllables_of(initial: str) -> str:
    """Return the first and the last syllable that begin with a consonant, as in a regex class."""
    first = _FIRST_SYLLABLE + INITIALS.index(initial) * _SYLLABLES_AN_INITIAL
    return f"{chr(first)}-{chr(first + _SYLLABLES_AN_INITIAL - 1)}"

"""Takes away the form nobody is tested on and keeps every sign that carries meaning."""

import re
import unicodedata
from functools import lru_cache

_JAMO_RUN = re.compile("([\u3130-\u318f]+)")
_INVISIBLE = dict.fromkeys(
    [
        *(0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x180E, 0x3164, 0xFEFF, 0xFFA0),
        *(*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070)),
        *range(0xFE00, 0xFE10),
    ]
)
_SIGNS = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛ʼ´`′＇", "'"),
        **dict.fromkeys("“”„‟«»″「」『』《》〈〉＂", '"'),
        **dict.fromkeys("‐‑‒–—―−﹣－", "-"),
        **dict.fromkeys("～〜∼˜", "~"),
        "。": ".", "、": ",", "，": ",", "：": ":", "；": ";",
        "×": "×", "⋅": "·", "∙": "·", "・": "·", "•": "·", "ㆍ": "·",
        "￥": "¥", "￦": "₩", "ı": "i", "⁄": "/", "∕": "/",
    }
)  # fmt: skip
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", "0123456789+-")
_RAISED_RUN = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻]+")
_VULGAR = re.compile("(?<=\\d)(?=[¼-¾⅐-⅞])")
_LOOK_ALIKES = str.maketrans(
    "АВСЕНІЈКМОРЅТХаеорсхіјѕуΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABCEHIJKMOPSTXaeopcxijsyABEZHIKMNOPTYXo"
)
_MIXED = re.compile("[A-Za-z]")
_FOREIGN = re.compile("[\u0370-\u03ff\u0400-\u04ff]")
_PLAIN = re.compile("[ -_a-~가-힣\t\n]*")


@lru_cache(maxsize=2048)
def canonical(text: str) -> str:
    """Return the text in one Unicode form, with one kind of quote, dash and space.

    Compatibility jamo stay as they are: NFKC would make them conjoining ones.
    Raised digits become `^2`, so that n² and n2 stay apart.
    """
    if _PLAIN.fullmatch(text):
        return " ".join(text.split())
    text = _RAISED_RUN.sub(lambda run: "^" + run[0].translate(_RAISED), text)
    text = _VULGAR.sub(" ", text.translate(_INVISIBLE)).translate(_SIGNS)
    parts = _JAMO_RUN.split(unicodedata.normalize("NFC", text))
    parts[::2] = [unicodedata.normalize("NFKC", part) for part in parts[::2]]
    text = "".join(parts).translate(_SIGNS)
    if _FOREIGN.search(text) and _MIXED.search(text):
        text = text.translate(_LOOK_ALIKES)
    return " ".join(text.split())


_LOOSE_HYPHEN = re.compile(r"(?<=[^\W\d])-(?=\w)|(?<=\d)-(?=[^\W\d])")
_LETTER_DOT_DIGIT = re.compile(r"(?<=[^\W\d])\.(?=\d)")
_LOOSE_DOT = re.compile(r"\.(?!\d)")
_LOOSE_COLON = re.compile(r":(?!\d)|(?<!\d):")
_ELISION = re.compile(r"(?<!\w)(l|un)'(?=\w)")
"""An article cut short before a vowel: l'étudiant."""
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_DROPPED = re.compile(r"[\"'!?¡¿;()\[\]{}…]")
_KANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}
_HAS_KANA = re.compile("[\u30a1-\u30f6]")


@lru_cache(maxsize=2048)
def loose(text: str) -> str:
    """Return canonical text without case, quotes and idle punctuation; words stay apart.

    Signs that carry meaning stay: + and - of a sign or a charge, / and . and -
    between digits, ~ of a range, and every symbol.
    """
    text = text.casefold()
    if text.replace(" ", "").isalnum():
        return text.translate(_KANA) if _HAS_KANA.search(text) else text
    text = _THOUSANDS.sub("", _ELISION.sub(r"\1 ", text))
    text = _DROPPED.sub(lambda sign: " " if sign[0] in "()[]{};…" else "", text)
    text = _LOOSE_HYPHEN.sub(" ", text).replace("&", " and ").replace("_", " ")
    text = _LOOSE_DOT.sub("", _LETTER_DOT_DIGIT.sub(" ", text))
    text = _LOOSE_COLON.sub(" ", text).replace(",", " ").replace("·", " ")
    if _HAS_KANA.search(text):
        text = text.translate(_KANA)
    return " ".join(text.split())


@lru_cache(maxsize=1024)
def scripts(text: str) -> int:
    """Return which kinds of signs a text holds, as bits: Hangul 1, Latin 2, all else 4."""
    found = 0
    for sign in text:
        if "가" <= sign <= "힣" or "ㄱ" <= sign <= "ㅣ":
            found |= 1
        elif sign < "ɐ" and sign.isalpha():
            found |= 2
        elif not sign.isspace():
            found |= 4
    return found


def squash(loose_text: str) -> str:
    """Return loose text without its spaces: hyphen, space and compound are one."""
    return loose_text.replace(" ", "")


@lru_cache(maxsize=1024)
def plain_letters(text: str) -> str:
    """Return the text without diacritics, with ß as ss; Hangul and kana stay whole."""
    if text.isascii():
        return text
    text = (
        text.replace("ß", "ss")
        .replace("ø", "o")
        .replace("æ", "ae")
        .replace("œ", "oe")
        .replace("ł", "l")
    )
    marks = unicodedata.normalize("NFD", text)
    bare = "".join(mark for mark in marks if not "\u0300" <= mark <= "\u036f")
    return unicodedata.normalize("NFC", bare)


_UMLAUTS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "å": "aa", "ø": "oe", "æ": "ae", "œ": "oe"}
)


def spelled_umlauts(text: str) -> str:
    """Return the text with ae, oe, ue and ss for the German letters."""
    return text if text.isascii() else text.translate(_UMLAUTS)

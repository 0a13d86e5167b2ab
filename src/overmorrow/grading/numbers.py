"""Reads a number: digits with scales, fractions, powers, words, ordinals.

A number is a value or nothing; no number here is ever nearly another.
"""

import re
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from overmorrow.grading import english_numbers, korean_numbers

Value = int | Fraction


class Number(NamedTuple):
    """A number read from a text."""

    value: Value
    end: int
    """Where in the text it ends."""
    is_ordinal: bool = False
    in_words: bool = False


_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+")
_LONGEST_DIGITS = 40
_MOST_DIGITS = 100_000
"""How far a written power is worked out: base times exponent."""
_FRACTION = re.compile(r"\s?/\s?(\d{1,9})(?![\d./]|\s?[/.-]\s?\d)|\s(\d{1,9})/(\d{1,9})(?![\d/])")
_POWER = re.compile(r"\s?(?:\^|\*\*)\s?([+-]?\d{1,3})(?!\d)")
_TIMES_TEN = re.compile(r"\s?[x×*·]\s?10\s?(?:\^|\*\*)\s?([+-]?\d{1,3})|[eE]([+-]?\d{1,3})(?!\w)")
_SCALE_WORD = re.compile(
    r"[\s-]?(hundred|thousand|million|billion|trillion|quadrillion|mn|mln|bn|bln|tn)s?(?![A-Za-z])",
    re.IGNORECASE,
)
_SCALE_LETTER = re.compile(r"(k|M|B|T)(?![A-Za-z/^])")
_SCALES = english_numbers.SCALES | {
    "mn": 10**6, "mln": 10**6, "bn": 10**9, "bln": 10**9, "tn": 10**12,
    "k": 10**3, "m": 10**6, "b": 10**9, "t": 10**12,
}  # fmt: skip
_ORDINAL_END = re.compile(
    r"\s?(?:st|nd|rd|th|ST|ND|RD|TH)\b|[ºª](?!C)|\s?(?:번째|째)(?!\w)|\s?(?:위|등)(?=$|[\s,.])"
)
_SIGN = re.compile(
    r"(-|minus |negative |마이너스 ?|영하 ?)|\+|plus |플러스 ?|영상 ?", re.IGNORECASE
)
_GOES_ON = frozenset((*korean_numbers.SMALL_SCALES, *korean_numbers.LARGE_SCALES, "분"))
"""What may follow digits in a Korean number: 3억, 5천, 4분의 3."""


@lru_cache(maxsize=1024)
def read_number(text: str, start: int = 0) -> Number | None:
    """Return the number that begins at `start`, as long as it goes, or None.

    Args:
        text: Canonical text; case matters (2.3M is 2.3 million).
        start: Where to begin; a sign may stand there.
    """
    sign = _SIGN.match(text, start)
    if sign:
        start = sign.end()
        start += text[start : start + 1] == " "
    head = text[start : start + 1]
    number: Number | None = None
    if head.isdecimal() or head == ".":
        number = _digits(text, start)
    elif "가" <= head <= "힣":
        number = _korean(text, start)
    elif head.isascii() and head.isalpha():
        words = english_numbers.read_words(text.lower(), start)
        number = Number(*words, in_words=True) if words else None
    if number is not None and sign and sign[1]:
        return number._replace(value=-number.value)
    return number


def _korean(text: str, start: int) -> Number | None:
    if word := korean_numbers.read_ordinal_word(text, start):
        return Number(*word, is_ordinal=True, in_words=True)
    read = korean_numbers.read_words(text, start)
    return _with_ordinal(text, *read, in_words=True) if read else None


def _digits(text: str, start: int) -> Number | None:
    match = _DIGITS.match(text, start)
    if match is None or match.end() - start > _LONGEST_DIGITS:
        return None
    written = match[0].replace(",", "")
    value, end = int(written) if written.isdecimal() else Fraction(written), match.end()
    follows = text[end : end + 2]
    if follows[:1] in _GOES_ON or follows.lstrip()[:1] in _GOES_ON:
        read = korean_numbers.read_words(text, start)
        if read:
            return _with_ordinal(text, *read)
    if follows[:1] in "/ ^*xX×·eE":
        value, end = _written_out(value, text, end)
    if scale := _SCALE_LETTER.match(text, end) or _SCALE_WORD.match(text, end):
        value, end = value * _SCALES[scale[1].lower()], scale.end()
    return _with_ordinal(text, value, end)


def _with_ordinal(text: str, value: Value, end: int, *, in_words: bool = False) -> Number:
    if end < len(text) and (ordinal := _ORDINAL_END.match(text, end)):
        return Number(value, ordinal.end(), is_ordinal=True, in_words=in_words)
    return Number(value, end, in_words=in_words)


def _written_out(value: Value, text: str, end: int) -> tuple[Value, int]:
    """Take in a fraction bar, a power or a power of ten behind the digits."""
    if fraction := _FRACTION.match(text, end):
        if fraction[1] and int(fraction[1]):
            return Fraction(value) / int(fraction[1]), fraction.end()
        if fraction[3] and int(fraction[3]):
            return value + Fraction(int(fraction[2]), int(fraction[3])), fraction.end()
    if (power := _POWER.match(text, end)) and value and abs(int(power[1])) * value < _MOST_DIGITS:
        return _raised(value, int(power[1])), power.end()
    if ten := _TIMES_TEN.match(text, end):
        return value * _raised(10, int(ten[1] or ten[2])), ten.end()
    return value, end


def _raised(value: Value, exponent: int) -> Value:
    return value**exponent if exponent >= 0 else Fraction(1) / value**-exponent


def digits_of(value: Value) -> str:
    """Return the value in digits for a person: 386,000,000, 1.6, 1/3."""
    if isinstance(value, int) or value.denominator == 1:
        return f"{int(value):,}"
    rest = value.denominator
    for factor in (2, 5):
        while rest % factor == 0:
            rest //= factor
    if rest == 1 and value.denominator <= 10**9:
        whole, _, part = f"{float(abs(value)):.9f}".rstrip("0").partition(".")
        return f"{'-' if value < 0 else ''}{int(whole):,}.{part}"
    return f"{value.numerator}/{value.denominator}"

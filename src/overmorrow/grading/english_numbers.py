"""English number words: three hundred and five, nineteen forty-five, two thirds, twenty-first."""

import re
from fractions import Fraction
from functools import lru_cache

Value = int | Fraction

SCALES = {
    "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "quadrillion": 10**15,
}  # fmt: skip
_ONES = {
    "zero": 0, "oh": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13,
    "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13,
    "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18,
    "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50,
    "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90, "hundredth": 100,
    "thousandth": 1000, "millionth": 10**6,
}  # fmt: skip
_PARTS = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4,
    "fourths": 4, "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "eighth": 8, "eighths": 8,
    "tenth": 10, "tenths": 10, "hundredth": 100, "hundredths": 100,
}  # fmt: skip
_SMALL = _ORDINALS | _TENS | _ONES
_JOINTS = frozenset(("and", "a", "an", "point", "dozen"))
_KNOWN = frozenset((*_ONES, *_TENS, *SCALES, *_ORDINALS, *_PARTS)) | _JOINTS
_WORD = re.compile("[a-z]+")
_LONGEST = 14


def read_words(text: str, start: int) -> tuple[Value, int, bool] | None:
    """Return value, end and whether it is an ordinal of the words at `start`.

    Args:
        text: Text in small letters.
        start: Where to begin.
    """
    words: list[str] = []
    ends: list[int] = []
    at = start
    while (match := _WORD.match(text, at)) and match[0] in _KNOWN and len(words) < _LONGEST:
        words.append(match[0])
        ends.append(match.end())
        if text[match.end() : match.end() + 1] not in (" ", "-"):
            break
        at = match.end() + 1
    while words:
        read = _value(tuple(words))
        if read is not None:
            return read[0], ends[len(words) - 1], read[1]
        words.pop()
    return None


@lru_cache(maxsize=256)
def _value(words: tuple[str, ...]) -> tuple[Value, bool] | None:
    if words[-1] in ("and", "a", "an", "point") or words[0] in ("and", "dozen"):
        return None
    if words[-1] in _PARTS and (part := _part(words)):
        return part, False
    if "point" in words:
        decimal = _decimal(words)
        return (decimal, False) if decimal is not None else None
    whole = _whole(words)
    return None if whole is None else (whole, words[-1] in _ORDINALS)


def _part(words: tuple[str, ...]) -> Fraction | None:
    """Read two thirds, a half, one and a half; a lone "third" is an ordinal."""
    below = _PARTS[words[-1]]
    if len(words) == 1:
        return Fraction(1, 2) if words[0] == "half" else None
    counted = words[-2]
    plain = words[-1] in ("half", "quarter")
    if counted in ("a", "an") or counted == "one":
        above = 1
    elif words[-1].endswith("s") and counted in _ONES:
        above = _ONES[counted]
    elif counted == "and" and plain and len(words) > 2:
        whole = _whole(words[:-2])
        return None if whole is None else whole + Fraction(1, below)
    else:
        return None
    rest = words[:-2]
    if not rest:
        return Fraction(above, below)
    whole = _whole(rest[:-1]) if rest[-1] == "and" and len(rest) > 1 else None
    return None if whole is None else whole + Fraction(above, below)


def _decimal(words: tuple[str, ...]) -> Value | None:
    at = words.index("point")
    scale = SCALES.get(words[-1], 1)
    digits = words[at + 1 : -1] if scale > 1 else words[at + 1 :]
    whole = _whole(words[:at]) if at else 0
    if whole is None or not digits or any(_ONES.get(word, 10) > 9 for word in digits):
        return None
    decimals = "".join(str(_ONES[word]) for word in digits)
    return (whole + Fraction(int(decimals), 10 ** len(decimals))) * scale


def _whole(words: tuple[str, ...]) -> int | None:
    """Add up words up to the trillions; an ordinal may only stand last."""
    total, section, last = 0, 0, 10**18
    group: int | None = None
    if any(word in _ORDINALS for word in words[:-1]) or {"a", "an"}.intersection(words[1:]):
        return None
    for word in words:
        if word in ("a", "an"):
            group = 1
        elif word == "dozen":
            total, section, group = total + (section + (group or 1)) * 12, 0, None
        elif word in ("hundred", "hundredth"):
            section, group = (section + (1 if group is None else group)) * 100, None
        elif (scale := _thousands(word)) is not None:
            if scale >= last:
                return None
            last = scale
            total, section, group = total + (section + (group or 0) or 1) * scale, 0, None
        elif word != "and":
            joined = _join(section, group, _SMALL.get(word, -1))
            if joined is None:
                return None
            section, group = joined
    return total + section + (group or 0)


def _thousands(word: str) -> int | None:
    if word in ("thousandth", "millionth"):
        return _ORDINALS[word]
    return SCALES.get(word)


def _join(section: int, group: int | None, small: int) -> tuple[int, int] | None:
    """Put a word below a hundred behind what was read: forty + five, nineteen + forty."""
    if small < 0:
        return None
    if group is None:
        return section, small
    if group >= 20 and group % 10 == 0 and 0 < small < 10:
        return section, group + small
    if 10 <= group < 100 and section == 0 and (small >= 10 or small == 0):
        return group * 100, small
    return (section, small) if group == 0 and section >= 1000 and small < 10 else None

"""Reads numbers: digits with scales, Korean and English number words, fractions, powers, ordinals.

A number is a value or nothing; no number here is ever nearly another.
"""

import re
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

Value = int | Fraction


class Number(NamedTuple):
    """A number read from a text."""

    value: Value
    end: int
    """Where in the text it ends."""
    is_ordinal: bool = False
    in_words: bool = False


_DIGITS = r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+"
_DIGIT_NUMBER = re.compile(_DIGITS)
_FRACTION = re.compile(r"\s?/\s?(\d+)(?![\d./]|\s?[/.-]\s?\d)|\s(\d+)/(\d+)(?![\d/])")
_POWER = re.compile(r"\s?(?:\^|\*\*)\s?([+-]?\d{1,4})")
_TIMES_TEN = re.compile(r"\s?[x×*·]\s?10\s?(?:\^|\*\*)\s?([+-]?\d{1,3})|[eE]([+-]?\d{1,3})(?![\w])")
_SCALES = {
    "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "quadrillion": 10**15,
    "hundred": 100, "k": 10**3, "mn": 10**6, "mln": 10**6, "m": 10**6, "bn": 10**9, "bln": 10**9,
    "b": 10**9, "tn": 10**12, "t": 10**12,
}  # fmt: skip
_LONG_SCALE = re.compile(
    r"[\s-]?(hundred|thousand|million|billion|trillion|quadrillion|mn|mln|bn|bln|tn)s?\b", re.I
)
_SHORT_SCALE = re.compile(r"(k|M|B|T)(?![A-Za-z/^²])")
_ORDINAL_END = re.compile(
    r"\s?(?:st|nd|rd|th)\b|[ºª](?!C)|\s?(?:번째|번|째)(?![가-힣])|\s?(?:위|등)(?=$|[\s,.])", re.I
)

_SINO = dict(zip("영일이삼사오육칠팔구", range(10), strict=True)) | {"공": 0, "륙": 6, "령": 0}
_SMALL = {"십": 10, "백": 100, "천": 1000}
_LARGE = {"만": 10**4, "억": 10**8, "조": 10**12, "경": 10**16, "해": 10**20}
_KOREAN_START = re.compile("[영공일이삼사오육륙칠팔구십백천만억조]")
_ZERO_RUN = re.compile("[영공일이삼사오육칠팔구]{2,}")

_NATIVE_TENS = {
    "열": 10, "스물": 20, "스무": 20, "서른": 30, "마흔": 40,
    "쉰": 50, "예순": 60, "일흔": 70, "여든": 80, "아흔": 90,
}  # fmt: skip
_NATIVE_ONES = {
    "하나": 1, "한": 1, "둘": 2, "두": 2, "셋": 3, "세": 3, "석": 3, "넷": 4, "네": 4, "넉": 4,
    "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "여덜": 8, "아홉": 9,
}  # fmt: skip
_NATIVE = re.compile(
    f"(백)?\\s?({'|'.join(_NATIVE_TENS)})?\\s?({'|'.join(_NATIVE_ONES)})?"
)  # fmt: skip
_KOREAN_ORDINALS = {
    "첫째": 1, "첫번째": 1, "첫 번째": 1, "둘째": 2, "셋째": 3, "넷째": 4, "다섯째": 5, "여섯째": 6,
    "일곱째": 7, "여덟째": 8, "아홉째": 9, "열째": 10, "첫": 1, "으뜸": 1,
}  # fmt: skip
_KOREAN_ORDINAL = re.compile("|".join(sorted(_KOREAN_ORDINALS, key=len, reverse=True)))

_ONES = {
    "zero": 0, "oh": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
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
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourths": 4,
    "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "eighth": 8, "eighths": 8, "tenth": 10,
    "tenths": 10, "hundredths": 100,
}  # fmt: skip
_WORD = re.compile("[a-z]+")
_WORD_GAP = re.compile("[ -]")


def read_number(text: str, start: int = 0) -> Number | None:
    """Return the number that begins at `start`, as long as it goes, or None.

    Args:
        text: Canonical text; case matters (2.3M is 2.3 million).
        start: Where to begin; a sign may stand there.
    """
    sign, start = _sign(text, start)
    head = text[start : start + 1]
    if not head:
        return None
    if head.isdecimal() or (head == "." and text[start + 1 : start + 2].isdecimal()):
        number = _digit_number(text, start)
    elif "가" <= head <= "힣":
        number = _korean_words(text, start)
    elif head.isascii() and head.isalpha():
        number = _english_words(text.lower(), start)
    else:
        return None
    if number is None or sign > 0:
        return number
    return number._replace(value=-number.value)


def whole_number(text: str) -> Number | None:
    """Return the number the text is, if it is nothing else."""
    number = read_number(text)
    return number if number and number.end == len(text) else None


_MINUS = re.compile(r"(?:-|\+|minus |negative |plus |마이너스 ?|영하 ?|플러스 ?|영상 ?)\s?", re.I)


def _sign(text: str, start: int) -> tuple[int, int]:
    match = _MINUS.match(text, start)
    if not match or match[0][0] in "pP+플" or match[0].startswith("영상"):
        return 1, match.end() if match else start
    return -1, match.end()


def _plain(digits: str) -> Value:
    digits = digits.replace(",", "")
    return int(digits) if digits.isdecimal() else Fraction(digits)


def _digit_number(text: str, start: int) -> Number | None:
    match = _DIGIT_NUMBER.match(text, start)
    if match is None or match.end() - start > 40:
        return None
    value, end = _plain(match[0]), match.end()
    value, end = _written_out(value, text, end)
    if text[end : end + 1] in _SMALL or text[end : end + 2].strip()[:1] in (*_SMALL, *_LARGE):
        return _korean_sum(text, start)
    if scale := _LONG_SCALE.match(text, end) or _SHORT_SCALE.match(text, end):
        value, end = value * _SCALES[scale[1].lower()], scale.end()
    if ordinal := _ORDINAL_END.match(text, end):
        return Number(value, ordinal.end(), is_ordinal=True)
    return Number(value, end)


def _written_out(value: Value, text: str, end: int) -> tuple[Value, int]:
    """Take in a fraction bar, a power or a power of ten behind the digits."""
    if fraction := _FRACTION.match(text, end):
        if fraction[1] and int(fraction[1]):
            return Fraction(value) / int(fraction[1]), fraction.end()
        if fraction[3] and int(fraction[3]):
            return value + Fraction(int(fraction[2]), int(fraction[3])), fraction.end()
    if power := _POWER.match(text, end):
        exponent = int(power[1])
        if value and abs(exponent) <= 400 and value < 10**6:
            return Fraction(value) ** exponent if exponent < 0 else value**exponent, power.end()
    if ten := _TIMES_TEN.match(text, end):
        exponent = int(ten[1] or ten[2])
        return value * (10**exponent if exponent >= 0 else Fraction(1, 10**-exponent)), ten.end()
    return value, end


def _korean_words(text: str, start: int) -> Number | None:
    if text.startswith("반", start) and not text[start + 1 : start + 2].strip():
        return Number(Fraction(1, 2), start + 1, in_words=True)
    if ordinal := _KOREAN_ORDINAL.match(text, start):
        return Number(_KOREAN_ORDINALS[ordinal[0]], ordinal.end(), is_ordinal=True, in_words=True)
    number = _native(text, start)
    if number is None and _KOREAN_START.match(text, start):
        number = _part_of(text, _korean_sum(text, start))
    if number and (ordinal := _ORDINAL_END.match(text, number.end)):
        return number._replace(end=ordinal.end(), is_ordinal=True)
    return number


_PART_OF = re.compile("\\s?분의\\s?")


def _part_of(text: str, number: Number | None) -> Number | None:
    """Read 삼분의 일 as one third."""
    if number and number.value and (part := _PART_OF.match(text, number.end)):
        above = _korean_sum(text, part.end())
        if above:
            return Number(Fraction(above.value) / number.value, above.end, in_words=True)
    return number


def _native(text: str, start: int) -> Number | None:
    match = _NATIVE.match(text, start)
    if not match or not (match[2] or match[3]):
        return None
    value = (100 if match[1] else 0) + _NATIVE_TENS.get(match[2] or "", 0)
    end = match.end() if match[3] else match.end(2)
    return Number(value + _NATIVE_ONES.get(match[3] or "", 0), end, in_words=True)


def _korean_sum(text: str, start: int) -> Number | None:
    """Add up digits, 십 백 천 and 만 억 조 경, mixed as people mix them."""
    if run := _ZERO_RUN.match(text, start):
        follows = text[run.end() : run.end() + 1]
        if follows not in _SMALL and follows not in _LARGE and len(run[0]) > 2:
            return Number(
                int("".join(str(_SINO[sign]) for sign in run[0])), run.end(), in_words=True
            )
    total: Value = 0
    section: Value = 0
    pending: Value | None = None
    small, large, end, at = 10**4, 10**24, start, start
    while at < len(text) and at - start < 60:
        sign = text[at]
        if sign == " " and at > start and at == end:
            at += 1
            continue
        if sign in _SINO and pending is None:
            pending, at = _SINO[sign], at + 1
        elif pending is None and (digits := _DIGIT_NUMBER.match(text, at)):
            pending, at = _plain(digits[0]), digits.end()
        elif sign in _SMALL and _SMALL[sign] < small:
            small = _SMALL[sign]
            section += (1 if pending is None else pending) * small
            pending, at = None, at + 1
        elif sign in _LARGE and _LARGE[sign] < large and (section or pending or at == start):
            large, small = _LARGE[sign], 10**4
            total += (section + (pending or 0) or 1) * large
            section, pending, at = 0, None, at + 1
        else:
            break
        end = at
    if end == start:
        return None
    return Number(total + section + (pending or 0), end, in_words=not text[start].isdecimal())


def _english_words(text: str, start: int) -> Number | None:
    words: list[str] = []
    ends: list[int] = []
    at = start
    while match := _WORD.match(text, at):
        word = match[0]
        known = (
            word in _ONES or word in _TENS or word in _SCALES or word in _ORDINALS or word in _PARTS
        )
        if not known and word not in ("and", "a", "an", "point", "dozen"):
            break
        words.append(word)
        ends.append(match.end())
        gap = _WORD_GAP.match(text, match.end())
        if gap is None or len(words) > 14:
            break
        at = gap.end()
    while words:
        read = _english_value(tuple(words))
        if read is not None:
            return Number(read[0], ends[len(words) - 1], is_ordinal=read[1], in_words=True)
        words.pop()
    return None


@lru_cache(maxsize=256)
def _english_value(words: tuple[str, ...]) -> tuple[Value, bool] | None:
    if words[-1] in ("and", "a", "an", "point") or words[0] == "and":
        return None
    if words[0] in _SCALES and words[0] not in ("hundred", "thousand", "million", "billion"):
        return None
    if words[-1] in _PARTS and (part := _english_part(words)):
        return part
    if "point" in words:
        return _english_decimal(words)
    return _english_whole(words)


def _english_part(words: tuple[str, ...]) -> tuple[Value, bool] | None:
    """Read two thirds, a half, one and a half; a lone "third" is an ordinal."""
    below = _PARTS[words[-1]]
    if len(words) == 1:
        return (Fraction(1, 2), False) if words[0] == "half" else None
    if words[-2] in ("a", "an"):
        above: Value = 1
        rest = words[:-2]
    elif words[-1].endswith("s") or words[-1] in ("half", "third", "quarter") or words[-2] == "one":
        if words[-2] not in _ONES:
            return None
        above, rest = _ONES[words[-2]], words[:-2]
    else:
        return None
    if not rest:
        return Fraction(above) / below, False
    whole = _english_whole(rest[:-1]) if rest[-1] == "and" and len(rest) > 1 else None
    return (whole[0] + Fraction(above) / below, False) if whole else None


def _english_decimal(words: tuple[str, ...]) -> tuple[Value, bool] | None:
    at = words.index("point")
    scale = _SCALES.get(words[-1], 1)
    digits = words[at + 1 : -1] if scale > 1 else words[at + 1 :]
    whole = _english_whole(words[:at]) if at else (0, False)
    if whole is None or not digits or any(_ONES.get(word, 10) > 9 for word in digits):
        return None
    decimals = "".join(str(_ONES[word]) for word in digits)
    return (whole[0] + Fraction(int(decimals), 10 ** len(decimals))) * scale, False


def _english_whole(words: tuple[str, ...]) -> tuple[Value, bool] | None:
    """Read three hundred and five, nineteen forty-five, a million, twenty-first."""
    total, section, last = 0, 0, 10**18
    group: int | None = None
    ordinal = False
    for word in words:
        if ordinal:
            return None
        if word in ("and", "a", "an"):
            if word != "and" and (section or group is not None or total):
                return None
            group = group if word == "and" else 1
            continue
        if word in _ORDINALS:
            ordinal = True
        if word == "dozen":
            total, section, group = total + (section + (group or 1)) * 12, 0, None
        elif word in ("hundred", "hundredth"):
            section, group = (section + (1 if group is None else group)) * 100, None
        elif word in _SCALES or word in ("thousandth", "millionth"):
            scale = _SCALES.get(word) or _ORDINALS[word]
            if scale >= last or scale < 1000:
                return None
            last = scale
            total, section, group = total + (section + (group or 0) or 1) * scale, 0, None
        else:
            small = _ONES.get(word, _TENS.get(word, _ORDINALS.get(word, -1)))
            joined = _join_small(section, group, small)
            if joined is None:
                return None
            section, group = joined
    return total + section + (group or 0), ordinal


def _join_small(section: int, group: int | None, small: int) -> tuple[int, int] | None:
    """Put a word below a hundred behind what was read: forty + five, nineteen + forty."""
    if small < 0:
        return None
    if group is None:
        return section, small
    if group >= 20 and group % 10 == 0 and 0 < small < 10:
        return section, group + small
    if 10 <= group < 100 and section == 0 and (small >= 10 or small == 0):
        return group * 100, small
    if group == 0 and section >= 1000 and small < 10:
        return section, small
    return None


_ROMAN = re.compile("(?=[MDCLXVI])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_ROMAN_SIGNS = dict(zip("IVXLCDM", (1, 5, 10, 50, 100, 500, 1000), strict=True))


def roman_value(token: str) -> int | None:
    """Return the value of a Roman numeral in capitals, or None."""
    if not _ROMAN.fullmatch(token):
        return None
    values = [_ROMAN_SIGNS[sign] for sign in token]
    return sum(
        -value if index + 1 < len(values) and values[index + 1] > value else value
        for index, value in enumerate(values)
    )


def digits_of(value: Value) -> str:
    """Return the value in digits for a person: 386,000,000, 1.6, 1/3."""
    if isinstance(value, int) or value.denominator == 1:
        return f"{int(value):,}"
    decimals = value.denominator
    while decimals % 2 == 0:
        decimals //= 2
    while decimals % 5 == 0:
        decimals //= 5
    if decimals == 1 and value.denominator <= 10**9:
        whole, _, part = f"{float(abs(value)):.9f}".rstrip("0").partition(".")
        return f"{'-' if value < 0 else ''}{int(whole):,}.{part}"
    return f"{value.numerator}/{value.denominator}"

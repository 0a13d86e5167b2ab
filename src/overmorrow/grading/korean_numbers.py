"""Korean number words: 삼억 팔천육백만, 열일곱, 셋째, 삼분의 일, mixed with digits as people do."""

import re
from fractions import Fraction

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?")
_SINO = dict(zip("영일이삼사오육칠팔구", range(10), strict=True)) | {"공": 0, "륙": 6, "령": 0}
SMALL_SCALES = {"십": 10, "백": 100, "천": 1000}
LARGE_SCALES = {"만": 10**4, "억": 10**8, "조": 10**12, "경": 10**16, "해": 10**20}
_SINO_START = re.compile("[영공일이삼사오육륙칠팔구십백천만억조]")
_DIGIT_RUN = re.compile("[영공일이삼사오육륙칠팔구]{3,}(?![십백천만억조])")
_DECIMALS = re.compile("\\s?[점쩜]\\s?([영공일이삼사오육륙칠팔구]+)")
_PART_OF = re.compile("\\s?분의\\s?")

_TENS = {
    "열": 10, "스물": 20, "스무": 20, "서른": 30, "마흔": 40,
    "쉰": 50, "예순": 60, "일흔": 70, "여든": 80, "아흔": 90,
}  # fmt: skip
_ONES = {
    "하나": 1, "한": 1, "둘": 2, "두": 2, "셋": 3, "세": 3, "석": 3, "넷": 4, "네": 4, "넉": 4,
    "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "여덜": 8, "아홉": 9,
}  # fmt: skip
_NATIVE = re.compile(f"({'|'.join(_TENS)})?\\s?({'|'.join(_ONES)})?")
_ORDINALS = {
    "첫째": 1, "첫번째": 1, "첫 번째": 1, "둘째": 2, "셋째": 3, "넷째": 4, "다섯째": 5,
    "여섯째": 6, "일곱째": 7, "여덟째": 8, "아홉째": 9, "열째": 10, "으뜸": 1,
}  # fmt: skip
_ORDINAL = re.compile("|".join(sorted(_ORDINALS, key=len, reverse=True)))

Value = int | Fraction


def read_ordinal_word(text: str, start: int) -> tuple[int, int] | None:
    """Return the value of 첫째, 둘째 and so on at `start`, and where the word ends."""
    match = _ORDINAL.match(text, start)
    return (_ORDINALS[match[0]], match.end()) if match else None


def read_words(text: str, start: int) -> tuple[Value, int] | None:
    """Return the number that Korean words give at `start`, and where it ends."""
    if text.startswith("반", start) and not text[start + 1 : start + 2].strip():
        return Fraction(1, 2), start + 1
    native = _read_native(text, start)
    if native is not None or not (_SINO_START.match(text, start) or _DIGITS.match(text, start)):
        return native
    read = read_sum(text, start)
    if read and text[read[1] - 1] in "백천":
        read = _with_native(text, *read)
    if read and read[0] and (part := _PART_OF.match(text, read[1])):
        above = read_sum(text, part.end())
        if above:
            return Fraction(above[0]) / read[0], above[1]
    return read


def _with_native(text: str, value: Value, end: int) -> tuple[Value, int]:
    """Add native words behind hundreds or thousands: 이백여섯 개, 천이백서른두 명."""
    small = _read_native(text, end)
    if small is None or (small[1] == end + 1 and not text[small[1] :].strip()):
        return value, end
    return value + small[0], small[1]


def _read_native(text: str, start: int) -> tuple[Value, int] | None:
    match = _NATIVE.match(text, start)
    if not match or not (match[1] or match[2]):
        return None
    value = _TENS.get(match[1] or "", 0) + _ONES.get(match[2] or "", 0)
    return value, match.end() if match[2] else match.end(1)


def read_sum(text: str, start: int) -> tuple[Value, int] | None:
    """Add up digits, 십 백 천 and 만 억 조, as in 16조5천억 and 3억 8,600만."""
    if run := _DIGIT_RUN.match(text, start):
        return int("".join(str(_SINO[sign]) for sign in run[0])), run.end()
    total, section, end = _add_up(text, start)
    if end == start:
        return None
    if decimals := _DECIMALS.match(text, end):
        digits = "".join(str(_SINO[sign]) for sign in decimals[1])
        return total + section + Fraction(int(digits), 10 ** len(digits)), decimals.end()
    return total + section, end


def _add_up(text: str, start: int) -> tuple[Value, Value, int]:
    """Return what stands before the last large scale, what after it, and the end."""
    total: Value = 0
    section: Value = 0
    pending: Value | None = None
    small, large, end, at = 10**4, 10**24, start, start
    while at < len(text) and at - start < 60:
        sign = text[at]
        if sign == " " and end == at > start:
            at += 1
            continue
        digits = None if pending is not None else _DIGITS.match(text, at)
        if digits:
            pending, at = _plain(digits[0]), digits.end()
        elif sign in _SINO and pending is None:
            pending, at = _SINO[sign], at + 1
        elif sign in SMALL_SCALES and SMALL_SCALES[sign] < small:
            small = SMALL_SCALES[sign]
            section += (1 if pending is None else pending) * small
            pending, at = None, at + 1
        elif (
            sign in LARGE_SCALES
            and LARGE_SCALES[sign] < large
            and (section or pending or at == start)
        ):
            large, small = LARGE_SCALES[sign], 10**4
            total += (section + (pending or 0) or 1) * large
            section, pending, at = 0, None, at + 1
        else:
            break
        end = at
    return total, section + (pending or 0), end


def _plain(digits: str) -> Value:
    digits = digits.replace(",", "")
    return int(digits) if digits.isdecimal() else Fraction(digits)

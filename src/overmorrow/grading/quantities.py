"""Reads quantities: a number with what it counts, as ₩15,000, 시속 50km, 1시간 30분, 18세 이상."""

import re
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from overmorrow.grading.numbers import Value, digits_of, read_number
from overmorrow.grading.unit_table import COUNT, TIME, Unit
from overmorrow.grading.units import Units, read_unit


class Quantity(NamedTuple):
    """A number, its unit as far as one was written, and how it is bounded."""

    value: Value
    units: Units = ()
    """What the written unit may mean; empty when none is written, or none is certain."""
    unit_text: str = ""
    bound: str = ""
    """`least`, `under`, `before`, …; a bounded number is another answer."""
    is_ordinal: bool = False

    @property
    def is_money(self) -> bool:
        """Whether the sign of a currency was written before it."""
        return self.unit_text != "" and self.unit_text in "$€£¥₩₹₽฿₫₿"

    def shown(self) -> str:
        """Return the quantity in digits with its unit as it was written."""
        if not self.unit_text:
            return digits_of(self.value)
        if self.is_money:
            return f"{self.unit_text}{digits_of(self.value)}"
        return f"{digits_of(self.value)} {self.unit_text}"


_MONEY = re.compile(
    r"(?:cn¥|us\$|hk\$|nt\$|[acs]\$|[$€£¥₩₹₽฿₫₿]|usd|krw|cny|rmb|eur|gbp|jpy|미화|한화)\s?(?=[\w.+-])",
    re.IGNORECASE,
)
_SPEED = re.compile(r"(시속|초속|분속)\s?(?:약\s?)?")
_SPEED_UNITS = {"시속": "시간", "초속": "초", "분속": "분"}
_WARMTH = re.compile(r"(섭씨|화씨)\s?(?:약\s?)?")
_NATIVE_TENS = "(?:열|스물|스무|서른|마흔|쉰|예순|일흔|여든|아흔)"
_ABOUT = re.compile(
    rf"(?:약|대략|거의|어림잡아|한(?=\s\d)|근(?=\s\d)|만(?=\s?(?:\d+|{_NATIVE_TENS}[가-힣]{{0,2}})\s?[세살])|총|모두|무려|"
    r"about|around|approximately|approx\.?|roughly|circa|ca\.?|a total of|exactly|~|≈)"
    r"\s?(?=\S)",
    re.IGNORECASE,
)
_ABOUT_END = re.compile(r"\s?(?:여(?=\s?\w)|정도|가량|쯤|안팎|or so|짜리)")
_RANK = re.compile(
    r"(?:no\.?|nr\.?|number|rank|#|№|제)\s?(?=[\d일이삼사오육칠팔구십])", re.IGNORECASE
)
_NATIVE_DAYS = {
    "하루": 1, "이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "엿새": 6, "이레": 7, "여드레": 8,
    "아흐레": 9, "열흘": 10, "열하루": 11, "열이틀": 12, "보름": 15, "스무날": 20,
}  # fmt: skip
_NATIVE_DAY = re.compile("|".join(sorted(_NATIVE_DAYS, key=len, reverse=True)))
_ONE_OR_HALF = re.compile(
    r"반\s?(년|시간|일)|half an? (hour|day|year|century|dozen)"
    r"|an? (hour|day|week|month|year|century|decade|dozen)\b",
    re.IGNORECASE,
)
_BOUNDS = {
    "이상": "least", "이하": "most", "초과": "over", "미만": "under", "대": "decade",
    "이전": "before", "이후": "after", "전": "before", "후": "after", "넘게": "over",
    "more than": "over", "over": "over", "above": "over", "greater than": "over",
    "less than": "under", "fewer than": "under", "under": "under", "below": "under",
    "at least": "least", "or more": "least", "at most": "most", "up to": "most",
    "or less": "most", "before": "before", "ago": "before", "after": "after", "until": "until",
}  # fmt: skip
_BOUND_END = re.compile(
    r"\s?(이상|이하|초과|미만|이전|이후|넘게|(?:대|전|후)(?!\w)|or more|or less|ago)"
)
_BOUND_START = re.compile(
    r"(more than|over|above|greater than|less than|fewer than|under|below|at least|at most|up to"
    r"|before|after|until) ",
    re.IGNORECASE,
)
_GAPS = (" and ", ", ", " ")


@lru_cache(maxsize=1024)
def read_quantity(text: str, start: int = 0) -> tuple[Quantity, int] | None:
    """Return the quantity that begins at `start` and where it ends, or None."""
    bound = ""
    if match := _BOUND_START.match(text, start):
        bound, start = _BOUNDS[match[1].lower()], match.end()
    if match := _ABOUT.match(text, start):
        start = match.end()
    ranked = _RANK.match(text, start)
    read = _amount(text, ranked.end() if ranked else start)
    if read is None:
        return None
    quantity, end = read
    if end < len(text):
        if match := _ABOUT_END.match(text, end):
            end = match.end()
        if match := _BOUND_END.match(text, end):
            bound, end = _BOUNDS[match[1]], match.end()
    if bound or ranked:
        quantity = quantity._replace(bound=bound, is_ordinal=quantity.is_ordinal or bool(ranked))
    return quantity, end


def _amount(text: str, start: int) -> tuple[Quantity, int] | None:
    head = text[start : start + 1]
    if not head or head in " ,":
        return None
    if head.isdecimal():
        return _compound(text, start)
    if money := _MONEY.match(text, start):
        return _money(text, money)
    if speed := _SPEED.match(text, start):
        read = _compound(text, speed.end())
        if read and read[0].units:
            units = read_unit(f"{read[0].unit_text}/{_SPEED_UNITS[speed[1]]}", 0)[0]
            return read[0]._replace(units=units), read[1]
    if warmth := _WARMTH.match(text, start):
        read = _compound(text, warmth.end())
        return (read[0]._replace(units=read_unit(warmth[1], 0)[0]), read[1]) if read else None
    return _one_or_half(text, start) or _compound(text, start)


def _money(text: str, sign: re.Match[str]) -> tuple[Quantity, int] | None:
    """Read $5, CNY 91.2 billion, ¥100억, US$20 dollars."""
    name = sign[0].strip()
    units = read_unit(name.lower() if name.endswith(("$", "¥")) else name, 0)[0]
    number = read_number(text, sign.end())
    if number is None or not units:
        return None
    again, end = read_unit(text, number.end)
    same = tuple(unit for unit in again if unit in units)
    return Quantity(number.value, same or units, name), end if same else number.end


def is_day_word(text: str) -> bool:
    """Whether a text is a Korean word for a number of days: 사흘, 열흘."""
    return text in _NATIVE_DAYS


def _one_or_half(text: str, start: int) -> tuple[Quantity, int] | None:
    """Read an hour, half a day and 반년 as one or half, and 사흘 as three days."""
    if day := _NATIVE_DAY.match(text, start):
        return Quantity(_NATIVE_DAYS[day[0]], read_unit("일", 0)[0], "일"), day.end()
    single = _ONE_OR_HALF.match(text, start)
    if not single:
        return None
    half = single[1] or single[2]
    name = half or single[3]
    return Quantity(Fraction(1, 2) if half else 1, read_unit(name, 0)[0], name), single.end()


def _compound(text: str, start: int) -> tuple[Quantity, int] | None:
    """Read a term and the smaller terms behind it: 1시간 30분, 3m 5cm, 5 ft 3 in."""
    read = _term(text, start)
    while read and read[0].units and read[1] < len(text):
        longer = _added(text, *read)
        if longer is None:
            break
        read = longer
    return read


def _term(text: str, start: int) -> tuple[Quantity, int] | None:
    number = read_number(text, start)
    if number is None:
        return None
    end = number.end
    if end == len(text):
        return Quantity(number.value, is_ordinal=number.is_ordinal), end
    if about := _ABOUT_END.match(text, end):
        end = about.end()
    units, unit_end = read_unit(text, end)
    if unit_end <= end or _goes_on(text, unit_end) or (not units and text[end] == "-"):
        return Quantity(number.value, is_ordinal=number.is_ordinal), number.end
    written = text[end:unit_end].strip(" -")
    if not written:
        return Quantity(number.value, is_ordinal=number.is_ordinal), number.end
    return Quantity(number.value, units, written, is_ordinal=number.is_ordinal), unit_end


def _goes_on(text: str, end: int) -> bool:
    """Whether the word does not end where a unit's name ends."""
    last, follows = text[end - 1], text[end : end + 1]
    return last.isascii() and last.isalpha() and follows.isascii() and follows.isalpha()


def _added(text: str, first: Quantity, end: int) -> tuple[Quantity, int] | None:
    start = end + next((len(gap) for gap in _GAPS if text.startswith(gap, end)), 0)
    if text[start : start + 1] == "반" and not "가" <= text[start + 1 : start + 2] <= "힣":
        return first._replace(value=first.value + Fraction(1, 2)), start + 1
    if not text[start : start + 1].isalnum():
        return None
    read = _term(text, start)
    if read is None or not read[0].units:
        return None
    is_minutes = first.unit_text == "m" and read[0].unit_text == "s"
    for above in _minutes() if is_minutes else first.units:
        for below in _smaller(above, read[0]):
            value = first.value + read[0].value * below.factor / above.factor
            return Quantity(value, (above,), first.unit_text), read[1]
    return None


def _minutes() -> Units:
    return read_unit("min", 0)[0]


def _smaller(above: Unit, second: Quantity) -> list[Unit]:
    """Return what the second unit may mean as a part of the first; m behind hours is minutes."""
    units = list(second.units)
    if above.dimension == TIME and second.unit_text == "m":
        units = list(_minutes())
    return [
        below
        for below in units
        if above.dimension == below.dimension != COUNT and below.factor < above.factor
    ]

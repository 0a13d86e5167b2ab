"""Reads ranges: 15-32, 1300~1500만, 오전 9시부터 오후 6시까지, from 9 AM to 6 PM."""

import re
from typing import NamedTuple

from overmorrow.grading.dates import read_moment
from overmorrow.grading.moments import Moment
from overmorrow.grading.numbers import read_number
from overmorrow.grading.patterns import lazy
from overmorrow.grading.quantities import Quantity, read_quantity


class Range(NamedTuple):
    """Two ends of one kind."""

    low: Quantity | Moment
    high: Quantity | Moment

    def shown(self) -> str:
        """Return both ends as a person would write them."""
        return f"{self.low.shown()}~{self.high.shown()}"


Read = tuple[Range, int]
_TO = lazy(r"\s?(?:~|-|부터|에서부터|에서|to|through|until|till|and|내지|bis)\s?(?=\S)")
_FROM = lazy(r"(?:from|between|pp?\.?|pages?)\s?(?=\w)")
_UP_TO = lazy(r"\s?(?:까지|사이)")
_HALF_HOUR = lazy(r"(오전|오후)\s?(\d{1,2})\s?(?:~|-)\s?")
_FIGURES = lazy(r"\d[\d,.]*")


def read_ranges(text: str, lower: str, start: int) -> list[Read]:
    """Return the ranges that begin at `start`, in each way they can be read.

    Args:
        text: Canonical text.
        lower: The same in small letters.
        start: Where to begin.
    """
    if opening := _FROM.match(lower, start):
        start = opening.end()
    found = [
        _of_halves(lower, start),
        _of_moments(lower, start),
        *_of_quantities(text, lower, start),
    ]
    return [(read[0], _closed(lower, read[1])) for read in found if read]


def _closed(lower: str, end: int) -> int:
    until = _UP_TO.match(lower, end)
    return until.end() if until else end


def _of_moments(lower: str, start: int) -> Read | None:
    first = read_moment(lower, start)
    to = _TO.match(lower, first[1]) if first else None
    if first is None or to is None:
        return None
    second = read_moment(lower, to.end())
    if second is None or (second[0].hour is None) != (first[0].hour is None):
        return None
    share = _share_half if first[0].hour is not None else _share_year
    return Range(*share(first[0], second[0])), second[1]


def _share_half(low: Moment, high: Moment) -> tuple[Moment, Moment]:
    """Give the later hour the half-day of the earlier, and 24-hour reading to both."""
    if high.half == "24" and low.half in ("", ":"):
        return low._replace(half="24"), high
    if low.half == "pm" and high.half in ("", ":") and high.hour is not None and high.hour < 12:
        return low, high._replace(hour=high.hour + 12, half="pm")
    return low, high


def _share_year(low: Moment, high: Moment) -> tuple[Moment, Moment]:
    """Give an end that lacks it the year, the century or the era of the other."""
    if high.year is None:
        high = high._replace(year=low.year)
    elif low.year is None:
        low = low._replace(year=high.year)
    elif high.short_year and low.year >= 1000:
        high = high._replace(year=low.year // 100 * 100 + high.year, short_year=False)
    return low._replace(era=low.era or high.era), high


def _of_halves(lower: str, start: int) -> Read | None:
    """Read 오후 1~3시: both ends in that half of the day."""
    half = _HALF_HOUR.match(lower, start)
    if not half:
        return None
    early = read_moment(f"{half[1]} {half[2]}시")
    late = read_moment(lower, half.end())
    if early is None or late is None or late[0].hour is None:
        return None
    return Range(*_share_half(early[0], late[0])), late[1]


def _of_quantities(text: str, lower: str, start: int) -> list[Read | None]:
    first = read_quantity(text, start)
    to = _TO.match(lower, first[1]) if first else None
    if first is None or to is None:
        return []
    found: list[Read | None] = [_of_hours(text, lower, start, to)]
    second = read_quantity(text, to.end())
    if second:
        low = _share_scale(text, start, first, second[0])
        high = _share_century(low, second[0])
        if low.is_money and not high.units:
            high = high._replace(units=low.units, unit_text=low.unit_text)
        found.append((Range(low, high), second[1]))
    return found


def _of_hours(text: str, lower: str, start: int, to: re.Match[str]) -> Read | None:
    """Read 9~18시 and 1-3 pm: the first hour takes sign and half-day of the second."""
    first = text[start : to.start()].strip()
    if not first.isdecimal():
        return None
    late = read_moment(lower, to.end())
    if late is None or late[0].hour is None:
        return None
    half = late[0].half if late[0].half in ("am", "pm") else ""
    early = read_moment(f"{first} {half}" if half else f"{first}시")
    return (Range(*_share_half(early[0], late[0])), late[1]) if early else None


def _share_century(low: Quantity, high: Quantity) -> Quantity:
    """Give a shortened year its century: 1939-45."""
    first, last = low.value, high.value
    if not (isinstance(first, int) and isinstance(last, int) and 1000 <= first < 2200):
        return high
    return high._replace(value=first // 100 * 100 + last) if first % 100 < last < 100 else high


def _share_scale(text: str, start: int, first: tuple[Quantity, int], high: Quantity) -> Quantity:
    """Give the first number the scale and the unit of the second: 1300~1500만, 5~6cm."""
    low, end = first
    sign = low.is_money and text.startswith(low.unit_text, start)
    bare = read_number(text, start + len(low.unit_text) if sign else start)
    if (low.units and not sign) or bare is None or bare.end != end:
        return low
    value = low.value
    figures = _FIGURES.search(text, end)
    size = read_number(figures[0]) if figures else None
    if size and size.value and high.value % size.value == 0 and value <= size.value:
        value = value * int(high.value / size.value)
    return high._replace(value=value) if not sign else low._replace(value=value)

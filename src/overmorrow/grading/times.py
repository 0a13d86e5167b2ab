"""Reads clock times: 오전 9시 30분, 18:00, 3:30 pm, noon, 9 o'clock."""

import re

from overmorrow.grading.moments import Moment
from overmorrow.grading.numbers import read_number
from overmorrow.grading.patterns import lazy

_HALF_BEFORE = lazy("(오전|오후|새벽|아침|낮|점심|저녁|밤|a\\.?m\\.?|p\\.?m\\.?)\\s?")
_MORNING = ("오전", "새벽", "아침", "am", "a.m")
_CLOCK = lazy(r"(\d{1,2})(?::(\d{2})(?::\d{2})?(?!\d)|\.(\d{2})(?=\s?[ap]\.?\s?m\b))")
_HOUR_SIGN = lazy(r"\s?시(?!간|속|즌)|\s?o'?clock|(?=\s?[ap]\.?m\b)")
_MINUTE_SIGN = lazy(r"\s?분")
_HALF_AFTER = lazy(r"\s?([ap])\.?\s?m\b\.?|\s?in the (morning|afternoon|evening)")
_NAMED = (("정오", 12), ("noon", 12), ("midday", 12), ("자정", 0), ("midnight", 0))


def read_time(text: str, start: int = 0) -> tuple[Moment, int] | None:
    """Return the clock time that begins at `start` and where it ends, or None.

    Args:
        text: Canonical text in small letters.
        start: Where to begin.
    """
    for name, hour in _NAMED:
        if text.startswith(name, start):
            return Moment(hour=hour, half="24"), start + len(name)
    half, at = "", start
    if before := _HALF_BEFORE.match(text, start):
        half, at = ("am" if before[1].startswith(_MORNING) else "pm"), before.end()
    read = _digital(text, at) or _spoken(text, at)
    if read is None:
        return None
    hour, minute, written, end = read
    if after := _HALF_AFTER.match(text, end):
        half, end = ("am" if after[1] == "a" or after[2] == "morning" else "pm"), after.end()
    if hour > 24 or minute > 59:
        return None
    return _full_day(hour, minute, half or written), end


def _digital(text: str, start: int) -> tuple[int, int, str, int] | None:
    clock = _CLOCK.match(text, start)
    if not clock:
        return None
    hour = int(clock[1])
    certain = hour > 12 or hour == 0 or clock[1].startswith("0")
    return hour, int(clock[2] or clock[3]), "24" if certain else ":", clock.end()


def _spoken(text: str, start: int) -> tuple[int, int, str, int] | None:
    hour, end = marked_number(text, start, _HOUR_SIGN)
    if hour is None:
        return None
    gap = end + (text[end : end + 1] == " ")
    minutes, minute_end = marked_number(text, gap, _MINUTE_SIGN)
    if minutes is not None:
        return hour, minutes, "", minute_end
    if text[gap : gap + 1] == "반" and not "가" <= text[gap + 1 : gap + 2] <= "힣":
        return hour, 30, "", gap + 1
    return hour, 0, "", end


def marked_number(text: str, start: int, sign: re.Pattern[str]) -> tuple[int | None, int]:
    """Return the whole number at `start` if the sign follows it, and the end of both."""
    if text[start : start + 1] in ("", "-", "+", " "):
        return None, start
    number = read_number(text, start)
    if number is None or not isinstance(number.value, int):
        return None, start
    match = sign.match(text, number.end)
    return (number.value, match.end()) if match else (None, start)


def _full_day(hour: int, minute: int, half: str) -> Moment:
    if half == "pm" and hour < 12:
        hour += 12
    elif half == "am" and hour == 12:
        hour = 0
    elif hour > 12:
        half = "24"
    return Moment(hour=hour % 24, minute=minute, half=half)

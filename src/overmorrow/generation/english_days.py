"""Reads words such as "last year" by the day an English article was written."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

_MONTH_NAMES = (
    "January February March April May June July August September October November December"
)
_MONTHS = _MONTH_NAMES.split()
_WEEKDAY_NAMES = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
_WEEKDAYS = _WEEKDAY_NAMES.split()
_COUNT_NAMES = "zero one two three four five six seven eight nine ten"
_COUNTS = _COUNT_NAMES.split()
_PHRASE = re.compile(
    r"(?<![\w-])(?P<lead>(?:in|on|by|since|until|till|from|of|for|during|before|after|between)\s+)?"
    r"(?:(?P<day>yesterday|today|tomorrow|tonight)"
    r"|(?P<which>last|this|next)\s+(?P<unit>year|month"
    rf"|(?P<month>{'|'.join(_MONTHS)})(?:\s+(?P<number>\d{{1,2}})(?:st|nd|rd|th)?)?"
    rf"|(?P<weekday>{'|'.join(_WEEKDAYS)}))"
    rf"|(?P<count>\d{{1,4}}|an?|{'|'.join(_COUNTS[1:])})\s+(?P<past>day|year|month|week)s?\s+ago)"
    r"(?![\w-])",
    re.IGNORECASE,
)
_STEP = {"last": -1, "this": 0, "next": 1}
_DAY_STEP = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}


class RelativeDay(NamedTuple):
    """Words of a sentence that say when, and what they mean."""

    start: int
    end: int
    meaning: str
    """Such as `2014` or `December 7, 2015`."""
    lead: str
    """The preposition to stand before its meaning; empty where one stands there."""


def relative_days(sentence: str, written: date) -> Iterator[RelativeDay]:
    """Yield the relative days of a sentence.

    Args:
        sentence: What stands in the article.
        written: When the article was written.
    """
    for found in _PHRASE.finditer(sentence):
        try:
            meaning = _meaning(found, written)
        except (ValueError, OverflowError):
            continue
        start = found.end("lead") if found["lead"] else found.start()
        is_day = "," in meaning
        yield RelativeDay(
            start, found.end(), meaning, "" if found["lead"] else "on " if is_day else "in "
        )


def _meaning(found: re.Match[str], written: date) -> str:
    if found["day"]:
        return _spelt(written + timedelta(days=_DAY_STEP[found["day"].lower()]))
    if found["past"]:
        return _ago(found["count"].lower(), found["past"].lower(), written)
    step = _STEP[found["which"].lower()]
    if found["weekday"]:
        return _weekday(found["weekday"].capitalize(), step, written)
    if found["month"]:
        return _month(found["month"].capitalize(), found["number"], step, written)
    if found["unit"].lower() == "year":
        return str(written.year + step)
    years, month = divmod(written.month - 1 + step, 12)
    return f"{_MONTHS[month]} {written.year + years}"


def _spelt(day: date) -> str:
    return f"{_MONTHS[day.month - 1]} {day.day}, {day.year}"


def _ago(count: str, unit: str, written: date) -> str:
    number = (
        int(count) if count.isdecimal() else 1 if count in ("a", "an") else _COUNTS.index(count)
    )
    if unit == "year":
        return str(date(written.year - number, 1, 1).year)
    if unit == "month":
        years, month = divmod(written.month - 1 - number, 12)
        return f"{_MONTHS[month]} {date(written.year + years, 1, 1).year}"
    return _spelt(written - timedelta(days=number * (7 if unit == "week" else 1)))


def _weekday(name: str, step: int, written: date) -> str:
    ahead = (_WEEKDAYS.index(name) - written.weekday()) % 7
    if step < 0:
        return _spelt(written - timedelta(days=(7 - ahead) % 7 or 7))
    return _spelt(written + timedelta(days=ahead or (7 if step else 0)))


def _month(name: str, number: str | None, step: int, written: date) -> str:
    month = _MONTHS.index(name) + 1
    day = date(written.year, month, int(number or 1))
    year = written.year
    if step < 0 and (day >= written if number else month >= written.month):
        year -= 1
    if step > 0 and (day <= written if number else month <= written.month):
        year += 1
    return _spelt(date(year, month, int(number))) if number else f"{name} {year}"

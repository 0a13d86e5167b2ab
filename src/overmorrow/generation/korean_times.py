"""Dates that a Korean sentence only points at: yesterday, last year, that day."""

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from overmorrow.generation.korean_edits import Edit
from overmorrow.generation.korean_endings import fitting

_QUOTATION = re.compile(r"[“\"‘「『《][^”\"’'」』》]*[”\"’'」』》]")
_THAT_TIME = re.compile(
    r"(?:같은 해|그해|그 해|이 해|동년)(?P<a>에는|에|부터|까지)?(?=[\s,])"
    r"|(?:^|(?<=, ))(?:그때|이때|당시)(?P<b>는|에는|에|의)?(?=[\s,])"
)
_THAT_DAY = re.compile(r"(?<![가-힣])(?:이날|그날|같은 날)(?P<a>은|에|의|부터|까지|도)?(?=[\s,])")
_WHOLE_DAY = re.compile(r"(?<!\d)(\d{4})년\s?(\d{1,2})월\s?(\d{1,2})일")
_NEXT_YEAR = re.compile(r"(?:이듬해|다음 해|다음해)(?P<a>인)?(?=[\s,에부])")
_YEAR_AGAIN = re.compile(r"\s(?=[12]\d{3}년)")
"""Behind "the following year" its number: 이듬해인 1442년."""
_OF_THEM = re.compile(r"\s[^\s,]+의\s")
"""Behind "that year" something of it: 그해 이익의 열 배."""
_EARLIEST, _LATEST = 1000, 9000
_YEARS = {
    "재작년": -2,
    "작년": -1,
    "지난해": -1,
    "올해": 0,
    "올": 0,
    "금년": 0,
    "내년": 1,
    "내후년": 2,
}
_DAYS = {"그제": -2, "그저께": -2, "어제": -1, "오늘": 0, "내일": 1, "모레": 2, "글피": 3}
_RELATIVE = re.compile(
    r"(?<![가-힣])(?P<year>재작년|작년|지난해|올해|금년|내후년|내년|"
    r"올)(?:(?P<month>\s?\d{1,2}월(?:\s?\d{1,2}일)?)"
    r"|(?<!올)(?=[\s은는이가을를의에도와과,.]|부터|까지|보다|처럼|엔|$))"
    r"|(?<![가-힣])(?:올|올해)\s?(?P<season>봄|여름|가을|겨울|상반기|하반기|초|"
    r"말)(?=[\s에부까의은는,])"
    r"|(?<![가-힣])(?P<week>지난주|이번 주|지난)\s(?P<weekday>[월화수목금토일])요일"
    r"|(?<![가-힣])지난\s?(?P<lastmd>(?P<m>\d{1,2})월\s?(?P<d>\d{1,2})일)"
    r"|(?<![가-힣])(?P<lastmonth>지난달|지난 달|이달|이번 달|다음 달|다음달|"
    r"내달)(?=[\s에의은는이\d])(?P<dayin>\s?\d{1,2}일)?"
    r"|(?<![가-힣])(?P<day>그제|그저께|어제|오늘|내일|모레|글피)(?=\s|[은는에의,])(?!\s?밤|\s?아침)"
    r"|(?<![가-힣])(?:지난|오는)\s?(?P<dom>\d{1,2})일(?=[\s,에])"
    r"|(?<![가-힣])(?:지난|오는)\s?(?P<moy>\d{1,2})월(?=[\s,에부까])(?!\s?\d)"
    r"|(?<![\d월~∼.,-])(?<!월\s)(?<!지난\s)(?<!오는\s)(?<!일과\s)(?<!일,\s)(?P<this>\d{1,2})일(?=\s\S|에(?!서)|"
    r"부터|까지|"
    r"[(,])(?!\s?(?:간|동안|만|째|뒤|후|전|이상|정도|가량|이내|연속))"
)
_YEAR = re.compile(r"(?<!\d)(1\d{3}|20\d{2})년")


class Relative(NamedTuple):
    """A date that counts from the day of writing."""

    start: int
    end: int
    meant: str
    """The date it means: 2015년 12월 7일."""


def relative_days(sentence: str, day: date | None) -> list[Relative]:
    """Return the words of a sentence that mean a date, outside of quotations."""
    if day is None or not _EARLIEST <= day.year <= _LATEST:
        return []
    quotations = [found.span() for found in _QUOTATION.finditer(sentence)]
    return [
        Relative(*found.span(), meant)
        for found in _RELATIVE.finditer(sentence)
        if not any(start < found.start() < end for start, end in quotations)
        for meant in [_meant(found, day)]
        if meant
    ]


_PARTICLE = re.compile(r"(?:으로|[은는이가을를와과로])(?=[\s,]|$)")


def as_dates(sentence: str, relative: Sequence[Relative]) -> list[Edit]:
    """Return such words said as the dates they mean: 2025년은 for 올해는."""
    edits = []
    for each in relative:
        found = _PARTICLE.match(sentence, each.end)
        particle, end = (found[0], found.end()) if found else ("", each.end)
        edits.append(Edit(each.start, end, each.meant + fitting(each.meant, particle)))
    return edits


def _meant(found: re.Match[str], day: date) -> str:
    """Return the date that the words found mean; nothing where there is no such date."""
    if found["day"]:
        return said(day + timedelta(days=_DAYS[found["day"]]))
    try:
        return next(read(found, day) for name, read in _READERS.items() if found[name])
    except ValueError:
        return ""


def said(day: date) -> str:
    """Return a day as Koreans write it."""
    return f"{day.year}년 {day.month}월 {day.day}일"


def _year(found: re.Match[str], day: date) -> str:
    month = (found["month"] or "").strip()
    return f"{day.year + _YEARS[found['year']]}년 {month}".rstrip()


def _season(found: re.Match[str], day: date) -> str:
    return f"{day.year}년 {found['season']}"


def _weekday(found: re.Match[str], day: date) -> str:
    """Return the day of a week: of the last, of this one, or the latest before today."""
    weekday = "월화수목금토일".index(found["weekday"])
    if found["week"] == "지난":
        return said(day - timedelta(days=(day.weekday() - weekday - 1) % 7 + 1))
    monday = day - timedelta(days=day.weekday())
    return said(monday + timedelta(days=weekday - (7 if found["week"] == "지난주" else 0)))


def _last_date(found: re.Match[str], day: date) -> str:
    meant = date(day.year, int(found["m"]), int(found["d"]))
    return said(meant if meant <= day else date(day.year - 1, meant.month, meant.day))


def _month(found: re.Match[str], day: date) -> str:
    word, number = found["lastmonth"], (found["dayin"] or "").strip()
    year, month = _months_on(day, -1 if word[0] == "지" else 1 if word[0] in "다내" else 0)
    return f"{year}년 {month}월 {number}".rstrip()


def _month_of_year(found: re.Match[str], day: date) -> str:
    month = date(day.year, int(found["moy"]), 1).month
    is_past = found[0].startswith("지난")
    step = 0 if (month <= day.month) == is_past else -1 if is_past else 1
    return f"{day.year + step}년 {month}월"


def _day_of_month(found: re.Match[str], day: date) -> str:
    number = int(found["dom"] or found["this"])
    is_past = not found[0].startswith("오는")
    step = 0 if (number <= day.day) == is_past else -1 if is_past else 1
    return said(date(*_months_on(day, step), number))


def _months_on(day: date, step: int) -> tuple[int, int]:
    """Return the year and month so many months later."""
    year, month = divmod(day.year * 12 + day.month - 1 + step, 12)
    return year, month + 1


_READERS: dict[str, Callable[[re.Match[str], date], str]] = {
    "year": _year,
    "weekday": _weekday,
    "season": _season,
    "lastmd": _last_date,
    "lastmonth": _month,
    "this": _day_of_month,
    "moy": _month_of_year,
    "dom": _day_of_month,
}
"""How the words of each group of `_RELATIVE` are read."""


def that_time(sentence: str, last_year: str, last_day: str = "") -> list[Edit]:
    """Return "that year" and the like said as the year named last; nothing where none was.

    "The same year" stays where the sentence itself names that year before it.
    """
    edits = []
    for found in _THAT_TIME.finditer(sentence):
        named = _YEAR.findall(sentence, 0, found.start())
        if named or not last_year:
            continue
        after = found["a"] or found["b"] or ""
        is_month = re.match(r"\s?\d{1,2}월", sentence[found.end() :])
        is_then = not found["a"] and not found[0].startswith(("같은", "그해", "그 해"))
        if is_then:
            after = {"는": " 당시에는", "에는": " 당시에는", "의": " 당시의"}.get(after, " 당시")
        else:
            is_of = not after and _OF_THEM.match(sentence, found.end())
            after = "" if is_month or is_of else {"": "에"}.get(after, after)
        edits.append(Edit(*found.span(), f"{last_year}년{after}"))
    if last_day and not _WHOLE_DAY.search(sentence):
        edits += [
            Edit(*found.span(), last_day + (found["a"] or ""))
            for found in _THAT_DAY.finditer(sentence)
        ]
    for found in _NEXT_YEAR.finditer(sentence):
        if said_again := _YEAR_AGAIN.match(sentence, found.end()):
            edits.append(Edit(found.start(), said_again.end(), ""))
            continue
        years = _YEAR.findall(sentence, 0, found.start()) or [last_year]
        if years[-1]:
            edits.append(
                Edit(*found.span(), f"{int(years[-1]) + 1}년" + ("인" if found["a"] else ""))
            )
    return edits


_YEARLESS = re.compile(r"(?:^|(?<= ))(?=\d{1,2}월(?: ?\d{1,2}일)?(?:에|,| [가-힣]))")


def year_before_month(sentence: str, last_year: str) -> list[Edit]:
    """Return the year named last set before the month that a sentence begins to tell of.

    Args:
        sentence: The sentence; one that names a year itself is left as it is.
        last_year: The year that the sentence before named, if any.
    """
    if not last_year or re.search(r"\d{3,4}년|해마다|매년|이듬해|다음 ?해|그해|그 해", sentence):
        return []
    found = _YEARLESS.search(sentence)
    return [Edit(found.start(), found.start(), f"{last_year}년 ")] if found else []


def years_in(sentence: str) -> list[str]:
    """Return the years that a sentence names."""
    return _YEAR.findall(sentence)


def days_in(sentence: str, relative: Sequence[Relative]) -> list[str]:
    """Return the whole dates of a sentence, also those it only points at."""
    meant = [each.meant for each in relative if _WHOLE_DAY.fullmatch(each.meant)]
    return ["{}년 {}월 {}일".format(*parts) for parts in _WHOLE_DAY.findall(sentence)] + meant

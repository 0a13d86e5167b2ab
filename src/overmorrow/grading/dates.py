"""Dates, years, eras, clock times: read in any notation, compared part by part."""

import re
from typing import NamedTuple

from overmorrow.grading.finding import Finding, correct, near, omission
from overmorrow.grading.numbers import read_number, roman_value

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar jänner janvier enero", "february feb februar février fevrier febrero",
            "march mar märz maerz mars marzo", "april apr avril abril", "may mai mayo",
            "june jun juni juin junio", "july jul juli juillet julio", "august aug août aout agosto",
            "september sep sept septembre septiembre", "october oct oktober okt octobre octubre",
            "november nov novembre noviembre", "december dec dezember dez décembre decembre diciembre",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
_LEAD = re.compile(
    rf"(?:on |in |the year |year |from |since )*(?:the )?(?:{_WEEKDAY}\.?,? (?:the )?)?"
)
_TAIL = re.compile(rf",? ?(?:\(?[월화수목금토일]요일\)?|\([월화수목금토일]\)|\(?{_WEEKDAY}\)?\b)")
_ERA_BEFORE = re.compile(
    r"(기원전|기원 전|b\.? ?c\.? ?e?\.?(?= ?\d)|기원후|기원 후|서기|a\.? ?d\.?(?= ?\d)|ce(?= ?\d))\s?"
)
_ERA_AFTER = re.compile(
    r"\s?(b\.? ?c\.?(?: ?e\.?)?|a\.? ?d\.?|c\.? ?e\.?|before christ|v\. ?chr\.?|av\. ?j\.?-?c\.?|a\. ?c\.?)(?![a-z])"
)
_ISO = re.compile(r"(\d{4})\s?([-./])\s?(\d{1,2})(?:\s?\2\s?(\d{1,2}))?\.?(?![\d])(?!\s?[-/]\s?\d)")
_COMPACT = re.compile(r"((?:1\d|20)\d\d)(0[1-9]|1[0-2])([0-2]\d|3[01])(?!\d)")
_YEAR_LAST = re.compile(r"(\d{1,2})\s?([-./])\s?(\d{1,2})\s?\2\s?(\d{4}|'?\d{2})(?!\d)")
_MONTH_YEAR = re.compile(r"(\d{1,2})\s?[/.-]\s?(\d{4})(?!\d)")
_TWO = re.compile(r"(\d{1,2})\s?[/.-]\s?(\d{1,2})(?![\d/.])")
_MONTH_FIRST = re.compile(
    rf"({_MONTH})\.?,? ?(?:the )?(\d{{1,2}})?(?:st|nd|rd|th)?(?!\d)(?:,? ?(?:of )?('?\d{{2}}(?!\d)|\d{{3,4}}))?(?![\d.]*[a-z])"
)
_DAY_FIRST = re.compile(
    rf"(\d{{1,2}})(?:st|nd|rd|th|er|\.|º)? ?(?:of |de |of the )?({_MONTH})\b\.?,? ?(?:de |del )?('?\d{{2}}(?!\d)|\d{{3,4}})?"
)
_MONTH_NAME = re.compile(rf"({_MONTH})\b\.?")
_DECADE = re.compile(r"(?:the )?'?(\d{2}|\d{3,4})'?s\b|(?:the )?(\d{2}|\d{4})\s?년대")
_CENTURY = re.compile(
    r"(?:the )?(?:(\d{1,2})\s?(?:st|nd|rd|th) (?:century|c\.)|(\d{1,2})\s?세기|([ivx]+)(?:th)?\.? (?:century|siècle|siglo)|siglo ([ivx]+))"
)
_BARE_YEAR = re.compile(r"('?)(\d{2,4})(?![\d,.:/~%-]|\s?[a-z가-힣])")
_QUALIFIER = re.compile(r"(before|after|until|by|prior to|post|pre)[ -](?=[\d'a-z])")
_AFTERWARDS = re.compile(r"\s?(이전|이후|전|후|까지|초반|중반|후반|초|말)(?![가-힣])")


class Moment(NamedTuple):
    """A date, a year, a stretch named by years, or a clock time; what is not said is None."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    era: int = 0
    """-1 before Christ, 1 when said to be after, 0 when nothing is said."""
    span: str = ""
    """`decade` or `century`, which are other answers than a year."""
    bound: str = ""
    short_year: bool = False
    hour: int | None = None
    minute: int = 0
    half: str = ""
    """`am`, `pm`, or `24` when the notation leaves no doubt."""

    def shown(self) -> str:
        """Return the moment in digits, as ISO has it."""
        if self.hour is not None:
            return f"{self.hour:02}:{self.minute:02}"
        year = "" if self.year is None else f"{self.year:04}"
        parts = [year, *(f"{part:02}" for part in (self.month, self.day) if part is not None)]
        era = " BC" if self.era < 0 else ""
        return (
            "-".join(part for part in parts if part)
            + {"decade": "s", "century": "C"}.get(self.span, "")
            + era
        )


def read_moment(text: str, start: int = 0) -> tuple[Moment, int] | None:
    """Return the date or time that begins at `start` and where it ends, or None.

    Args:
        text: Canonical text in lower case.
        start: Where to begin.
    """
    bound = ""
    if qualifier := _QUALIFIER.match(text, start):
        bound, start = qualifier[1], qualifier.end()
    lead = _LEAD.match(text, start)
    at = lead.end() if lead else start
    era, number_at = _era_before(text, at)
    read = (
        _stretch(text, at if not era else number_at) or _dated(text, number_at) or _clock(text, at)
    )
    if read is None:
        return None
    moment, end = read
    if not era and (after := _ERA_AFTER.match(text, end)) and moment.year is not None:
        era, end = (
            (-1 if after[1][0] in "bv" or after[1].startswith(("av", "a. c", "a.c")) else 1),
            after.end(),
        )
    if tail := _TAIL.match(text, end):
        end = tail.end()
    if not bound and (later := _AFTERWARDS.match(text, end)):
        bound, end = later[1], later.end()
    return moment._replace(era=era, bound=_BOUND_NAMES.get(bound, bound)), end


_BOUND_NAMES = {
    "이전": "before",
    "전": "before",
    "이후": "after",
    "후": "after",
    "prior to": "before",
    "pre": "before",
    "post": "after",
    "까지": "until",
}


def _era_before(text: str, start: int) -> tuple[int, int]:
    match = _ERA_BEFORE.match(text, start)
    if not match:
        return 0, start
    return (-1 if match[1][0] == "b" or match[1].endswith("전") else 1), match.end()


def _stretch(text: str, start: int) -> tuple[Moment, int] | None:
    if decade := _DECADE.match(text, start):
        year = int(decade[1] or decade[2])
        return Moment(year, span="decade", short_year=year < 100), decade.end()
    if century := _CENTURY.match(text, start):
        roman = century[3] or century[4]
        number = roman_value(roman.upper()) if roman else int(century[1] or century[2])
        return Moment(number, span="century"), century.end()
    return None


def _dated(text: str, start: int) -> tuple[Moment, int] | None:
    for reader in (_korean_date, _numeric_date, _named_date, _bare_year):
        read = reader(text, start)
        if read is not None:
            return read
    return None


_YEAR_SIGN = re.compile(r"\s?년도?(?![간차대])|\s?年")
_MONTH_SIGN = re.compile(r"\s?월(?!요일)|\s?月")
_DAY_SIGN = re.compile(r"\s?일(?![간차가-힣])|\s?일(?=[에의이은부까 ])|\s?日")
_ODD_MONTHS = {"유월": 6, "시월": 10, "정월": 1, "동짓달": 11, "섣달": 12}


def _korean_date(text: str, start: int) -> tuple[Moment, int] | None:
    year, at = _marked(text, start, _YEAR_SIGN)
    short = (
        year is not None
        and at - start <= 4
        and text[start : start + 2].isdecimal()
        and not text[start + 2 : start + 3].isdecimal()
    )
    after_year = at + 1 if text[at : at + 1] == " " else at
    month, at_month = _marked(text, after_year, _MONTH_SIGN)
    for name, number in _ODD_MONTHS.items():
        if month is None and text.startswith(name, after_year):
            month, at_month = number, after_year + len(name)
    if year is None and month is None:
        return None
    if month is None:
        return (Moment(year, short_year=short), at) if year is not None and year < 10000 else None
    after_month = at_month + 1 if text[at_month : at_month + 1] == " " else at_month
    day, at_day = _marked(text, after_month, _DAY_SIGN)
    moment = Moment(year, month, day, short_year=short)
    return (
        (moment, at_day if day is not None else at_month) if year is None or year < 10000 else None
    )


def _marked(text: str, start: int, sign: re.Pattern[str]) -> tuple[int | None, int]:
    """Read a whole number that is followed by 년, 월 or 일."""
    number = read_number(text, start) if text[start : start + 1] not in ("", "-", "+") else None
    if number is None or not isinstance(number.value, int):
        return None, start
    if match := sign.match(text, number.end):
        return number.value, match.end()
    if sign is _DAY_SIGN and text[number.end - 1] == "일" and number.value % 10 == 1:
        return number.value - 1, number.end
    return None, start


def _numeric_date(text: str, start: int) -> tuple[Moment, int] | None:
    if iso := _ISO.match(text, start):
        return _checked(int(iso[1]), int(iso[3]), int(iso[4]) if iso[4] else None, iso.end())
    if last := _YEAR_LAST.match(text, start):
        first, second, year = int(last[1]), int(last[3]), last[4].lstrip("'")
        month, day = (first, second) if first <= 12 else (second, first)
        return _checked(int(year), month, day, last.end(), short=len(year) == 2)
    if compact := _COMPACT.match(text, start):
        return _checked(int(compact[1]), int(compact[2]), int(compact[3]), compact.end())
    if month_year := _MONTH_YEAR.match(text, start):
        return _checked(int(month_year[2]), int(month_year[1]), None, month_year.end())
    if two := _TWO.match(text, start):
        return _checked(None, int(two[1]), int(two[2]), two.end())
    return None


def _checked(
    year: int | None, month: int, day: int | None, end: int, *, short: bool = False
) -> tuple[Moment, int] | None:
    if not 1 <= month <= 12 or (day is not None and not 1 <= day <= 31):
        return None
    return Moment(year, month, day, short_year=short), end


def _named_date(text: str, start: int) -> tuple[Moment, int] | None:
    if day_first := _DAY_FIRST.match(text, start):
        day, month, year = day_first[1], _MONTHS[day_first[2]], day_first[3]
        return _named(year, month, int(day), day_first.end())
    number = read_number(text, start)
    if number and number.in_words and number.is_ordinal and isinstance(number.value, int):
        if month_name := re.compile(rf" (?:of )?({_MONTH})\b").match(text, number.end):
            return Moment(None, _MONTHS[month_name[1]], number.value), month_name.end()
    if month_first := _MONTH_FIRST.match(text, start):
        month, day, year = _MONTHS[month_first[1]], month_first[2], month_first[3]
        return _named(year, month, int(day) if day else None, month_first.end())
    if month_only := _MONTH_NAME.match(text, start):
        spoken = read_number(text, month_only.end() + 1)
        if spoken and spoken.in_words and isinstance(spoken.value, int) and spoken.value <= 31:
            return Moment(None, _MONTHS[month_only[1]], spoken.value), spoken.end
        return Moment(None, _MONTHS[month_only[1]]), month_only.end()
    return None


def _named(year: str | None, month: int, day: int | None, end: int) -> tuple[Moment, int] | None:
    if day is not None and not 1 <= day <= 31:
        return None
    if year is None:
        return Moment(None, month, day), end
    bare = year.lstrip("'")
    return Moment(int(bare), month, day, short_year=len(bare) == 2), end


def _bare_year(text: str, start: int) -> tuple[Moment, int] | None:
    if year := _BARE_YEAR.match(text, start):
        return Moment(int(year[2]), short_year=len(year[2]) == 2), year.end()
    if text[start : start + 1].isdecimal():
        era = re.compile(r"\d{1,4}(?=\s?(?:b\.?\s?c|a\.?\s?d|c\.?\s?e))").match(text, start)
        return (Moment(int(era[0])), era.end()) if era else None
    number = read_number(text, start)
    if number and number.in_words and isinstance(number.value, int) and 1000 <= number.value < 2200:
        return Moment(number.value), number.end
    return None


_KOREAN_HALF = re.compile("(오전|오후|새벽|아침|낮|점심|저녁|밤|a\\.?m\\.?|p\\.?m\\.?)\\s?")
_AM, _PM = (
    ("오전", "새벽", "아침", "am", "a.m."),
    ("오후", "저녁", "밤", "낮", "점심", "pm", "p.m."),
)
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})(?::\d{2})?(?!\d)")
_HOUR_SIGN = re.compile(r"\s?시(?!간|속|즌)|\s?o'?clock|(?=\s?[ap]\.?m\b)")
_MINUTE_SIGN = re.compile(r"\s?분")
_HALF_AFTER = re.compile(r"\s?([ap])\.?\s?m\b\.?|\s?in the (morning|afternoon|evening)")


def _clock(text: str, start: int) -> tuple[Moment, int] | None:
    for name, hour in (("정오", 12), ("noon", 12), ("midday", 12), ("자정", 0), ("midnight", 0)):
        if text.startswith(name, start):
            return Moment(hour=hour, half="24"), start + len(name)
    half, at = "", start
    if before := _KOREAN_HALF.match(text, start):
        half, at = ("am" if before[1].startswith(_AM) else "pm"), before.end()
    if clock := _CLOCK.match(text, at):
        hour, minute, end = int(clock[1]), int(clock[2]), clock.end()
        written_24 = hour > 12 or hour == 0 or clock[1].startswith("0")
        half = half or ("24" if written_24 else ":")
    else:
        marked, end = _marked(text, at, _HOUR_SIGN)
        if marked is None:
            return None
        hour, minute = marked, 0
        gap = end + 1 if text[end : end + 1] == " " else end
        minutes, minute_end = _marked(text, gap, _MINUTE_SIGN)
        if minutes is not None:
            minute, end = minutes, minute_end
        elif text[gap : gap + 1] == "반" and not "가" <= text[gap + 1 : gap + 2] <= "힣":
            minute, end = 30, gap + 1
    if after := _HALF_AFTER.match(text, end):
        half, end = (
            ("am" if (after[1] or "") == "a" or after[2] == "morning" else "pm"),
            after.end(),
        )
    if hour > 24 or minute > 59:
        return None
    return _full_day(hour, minute, half), end


def _full_day(hour: int, minute: int, half: str) -> Moment:
    if half == "pm" and hour < 12:
        hour += 12
    elif half == "am" and hour == 12:
        hour = 0
    elif hour > 12:
        half = "24"
    return Moment(hour=hour % 24, minute=minute, half=half)


def compare_moments(expected: Moment, typed: Moment, prompt: str) -> Finding:
    """Return what the typed date or time is worth; a contradiction is wrong."""
    shown = typed.shown()
    if (expected.hour is None) != (typed.hour is None):
        return near("date_differs", shown)
    if expected.hour is not None:
        return _compare_clocks(expected, typed, prompt)
    if (typed.era < 0) != (expected.era < 0) and not (
        typed.era == 0 and ("기원전" in prompt or re.search(r"\bb\.?c", prompt))
    ):
        return near("era_differs", shown)
    if typed.span != expected.span or typed.bound != expected.bound:
        return near("date_differs", shown)
    return _compare_parts(expected, typed, shown, prompt)


def _compare_parts(expected: Moment, typed: Moment, shown: str, prompt: str) -> Finding:
    shortened = _is_short_for(typed, expected)
    if typed.year is not None and typed.year != expected.year and not shortened:
        return near("date_differs", shown)
    for wanted, given in ((expected.month, typed.month), (expected.day, typed.day)):
        if wanted is not None and given is not None and wanted != given:
            return near("date_differs", shown)
    if typed.year is None and expected.month is None:
        return near("date_differs", shown)
    missing = _missing(expected, typed, prompt)
    if missing == "":
        if shortened:
            return omission("year_short", shown, year=str(expected.year))
        return correct("same_date", shown)
    if typed.year is None and typed.day is None and expected.year is not None:
        return near("date_differs", shown)
    return omission(f"{missing}_missing", shown)


def _is_short_for(typed: Moment, expected: Moment) -> bool:
    return (
        typed.short_year
        and expected.year is not None
        and expected.year >= 1000
        and expected.year % 100 == typed.year
    )


def _missing(expected: Moment, typed: Moment, prompt: str) -> str:
    """Return which part the learner left out and the prompt does not say: year, month or day."""
    if expected.year is not None and typed.year is None and str(expected.year) not in prompt:
        return "year"
    if expected.month is not None and typed.month is None:
        return "month"
    if expected.day is not None and typed.day is None:
        return "day"
    return ""


def _compare_clocks(expected: Moment, typed: Moment, prompt: str) -> Finding:
    shown = typed.shown()
    if expected.minute != typed.minute or expected.hour is None or typed.hour is None:
        return near("date_differs", shown)
    if expected.hour == typed.hour:
        said = typed.half in ("am", "pm", "24", ":") or not expected.half
        if said or any(word in prompt for word in ("오전", "오후", " am", " pm")):
            return correct("same_date", shown)
        return omission("half_day_missing", shown)
    undecided = typed.half in ("", ":") or expected.half in ("", ":")
    if undecided and expected.hour % 12 == typed.hour % 12:
        return omission("half_day_missing", shown)
    return near("date_differs", shown)

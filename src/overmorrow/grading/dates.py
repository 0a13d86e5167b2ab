"""Reads dates and years in any notation: 2015년 12월 8일, Dec 8, 2015, BC 221, 1990s, 19세기."""

from functools import lru_cache

from overmorrow.grading.moments import Moment
from overmorrow.grading.numbers import read_number
from overmorrow.grading.numerals import roman_value
from overmorrow.grading.patterns import lazy
from overmorrow.grading.times import marked_number, read_time

_MONTH_NAMES = """
january jan januar jänner janvier enero
february feb februar février fevrier febrero
march mar märz maerz mars marzo
april apr avril abril
may mai mayo
june jun juni juin junio
july jul juli juillet julio
august aug août aout agosto
september sep sept septembre septiembre
october oct oktober okt octobre octubre
november nov novembre noviembre
december dec dezember dez décembre decembre diciembre
"""
_MONTHS = {
    name: number
    for number, names in enumerate(_MONTH_NAMES.strip().splitlines(), start=1)
    for name in names.split()
}
_MONTH = "[a-zà-ÿ]{3,10}"
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
_LEAD = lazy(rf"(?:on |in |the year |year |from |since )*(?:the )?(?:{_WEEKDAY}\.?,? (?:the )?)?")
_WEEKDAY_TAIL = lazy(
    rf",? ?(?:\(?[월화수목금토일]요일\)?|\([월화수목금토일]\)|\(?\b{_WEEKDAY}\)?\b)"
)
_ERA_BEFORE = lazy(
    r"(기원 ?전|b\.? ?c\.? ?e?\.?(?= ?\d))\s?|(?:기원 ?후|서기|a\.? ?d\.?(?= ?\d)|ce(?= ?\d))\s?"
)
_ERA_AFTER = lazy(
    r"\s?(b\.? ?c\.?(?: ?e\.?)?|before christ|v\. ?chr\.?|av\. ?j\.?-?c\.?|a\.? ?c\.)(?![a-z])"
    r"|\s?(?:a\.? ?d\.?|c\.? ?e\.?)(?![a-z])"
)
_ISO = lazy(r"(\d{4})\s?([-./])\s?(\d{1,2})(?:\s?\2\s?(\d{1,2}))?\.?(?!\d)(?!\s?[-/]\s?\d)")
_COMPACT = lazy(r"((?:1\d|20)\d\d)(0[1-9]|1[0-2])([0-2]\d|3[01])(?!\d)")
_YEAR_LAST = lazy(r"(\d{1,2})\s?([-./])\s?(\d{1,2})\s?\2\s?(\d{4}|'?\d{2})(?!\d)")
_MONTH_YEAR = lazy(r"(\d{1,2})\s?[/.-]\s?(\d{4})(?!\d)")
_TWO = lazy(r"(\d{1,2})\s?[/.-]\s?(\d{1,2})(?![\d/.]|\s?[ap]\.?\s?m\b)")
_YEAR = r"('?\d{2}(?!\d)|\d{3,4})"
_MONTH_FIRST = lazy(
    rf"({_MONTH})\b\.?,? ?(?:the )?(\d{{1,2}})?(?:st|nd|rd|th)?(?!\d)(?:,? ?(?:of )?{_YEAR})?"
)
_DAY_FIRST = lazy(
    rf"(\d{{1,2}})(?:st|nd|rd|th|er|\.|º)? ?(?:of the |of |de )?({_MONTH})\b\.?,? ?"
    rf"(?:de |del |of )?{_YEAR}?"
)
_OF_MONTH = lazy(rf" (?:of )?({_MONTH})\b(?:,? {_YEAR})?")
_DECADE = lazy(r"(?:the )?'?(\d{2}|\d{3,4})'?s\b|(?:the )?(\d{2}|\d{4})\s?년대")
_DECADE_NAMES = (
    "twenties",
    "thirties",
    "forties",
    "fifties",
    "sixties",
    "seventies",
    "eighties",
    "nineties",
)
_DECADE_WORD = lazy(rf"(?:the )?(nineteen |eighteen )?({'|'.join(_DECADE_NAMES)})\b")
_CENTURY = lazy(
    r"(?:the )?(?:(\d{1,2})\s?(?:st|nd|rd|th) (?:century|c\.)|(\d{1,2})\s?세기"
    r"|([ivx]+)(?:th)?\.? (?:century|siècle|siglo)|siglo ([ivx]+))"
)
_CENTURY_SIGN = lazy(r"\s?세기| century")
_BARE_YEAR = lazy(r"'?(\d{2,4})(?![\d,.:/~%-]|\s?[^\W\d_])")
_YEAR_WITH_ERA = lazy(r"(\d{1,4})(?=\s?(?:b\.?\s?c|a\.?\s?d|c\.?\s?e))")
_BEFORE = lazy(r"(before|after|until|by|prior to|post|pre)[ -](?=[\d'a-z])")
_BEHIND = lazy(r"\s?(이전|이후|전|후|까지|초반|중반|후반|초|말)(?!\w)")
_ABOUT_BEHIND = lazy(r"\s?(?:쯤|경|무렵|정도|께)(?!\w)")
_BOUNDS = {
    "이전": "before", "전": "before", "prior to": "before", "pre": "before", "이후": "after",
    "후": "after", "post": "after", "까지": "until",
}  # fmt: skip
_YEAR_SIGN = lazy(r"\s?년도?(?![간차대])|\s?年")
_MONTH_SIGN = lazy(r"\s?월(?!요일)|\s?月")
_DAY_SIGN = lazy(r"\s?일(?![간차])|\s?日")
_ODD_MONTHS = (("유월", 6), ("시월", 10), ("정월", 1), ("동짓달", 11), ("섣달", 12))
Read = tuple[Moment, int]


@lru_cache(maxsize=1024)
def read_moment(text: str, start: int = 0) -> Read | None:
    """Return the date or time that begins at `start` and where it ends, or None.

    Args:
        text: Canonical text in small letters.
        start: Where to begin.
    """
    bound = ""
    if before := _BEFORE.match(text, start):
        bound, start = before[1], before.end()
    lead = _LEAD.match(text, start)
    at = lead.end() if lead else start
    era = 0
    if said := _ERA_BEFORE.match(text, at):
        era, at = (-1 if said[1] else 1), said.end()
    read = _stretch(text, at) or _date(text, at) or read_time(text, at)
    if read is None:
        return None
    moment, end = read
    if end < len(text):
        era, bound, end = _behind(text, end, era, bound)
    if era or bound:
        moment = moment._replace(era=era, bound=_BOUNDS.get(bound, bound))
    return moment, end


def _behind(text: str, end: int, era: int, bound: str) -> tuple[int, str, int]:
    """Read era, weekday and bound behind a date."""
    if not era and (said := _ERA_AFTER.match(text, end)):
        era, end = (-1 if said[1] else 1), said.end()
    if tail := _WEEKDAY_TAIL.match(text, end):
        end = tail.end()
    if about := _ABOUT_BEHIND.match(text, end):
        end = about.end()
    if not bound and (later := _BEHIND.match(text, end)):
        bound, end = later[1], later.end()
    return era, bound, end


def _stretch(text: str, start: int) -> Read | None:
    if decade := _DECADE.match(text, start):
        year = int(decade[1] or decade[2])
        return Moment(year, span="decade", short_year=year < 100), decade.end()
    if word := _DECADE_WORD.match(text, start):
        year = (_DECADE_NAMES.index(word[2]) + 2) * 10
        hundreds = {"nineteen ": 1900, "eighteen ": 1800}.get(word[1] or "", 0)
        return Moment(hundreds + year, span="decade", short_year=not hundreds), word.end()
    if century := _CENTURY.match(text, start):
        roman = century[3] or century[4]
        number = roman_value(roman.upper()) if roman else int(century[1] or century[2])
        return Moment(number, span="century"), century.end()
    spoken, end = marked_number(text, start, _CENTURY_SIGN)
    return (Moment(spoken, span="century"), end) if spoken is not None else None


def _date(text: str, start: int) -> Read | None:
    if text[start : start + 1].isdecimal():
        return (
            _numeric(text, start)
            or _korean(text, start)
            or _day_first(text, start)
            or _bare_year(text, start)
        )
    return _korean(text, start) or _named(text, start) or _bare_year(text, start)


def _korean(text: str, start: int) -> Read | None:
    year, at = marked_number(text, start, _YEAR_SIGN)
    if year is not None and not 0 < year < 10000:
        return None
    digits = text[start:at].rstrip("년도 年")
    short = year is not None and digits.isdecimal() and len(digits) == 2
    gap = at + (text[at : at + 1] == " ")
    month, end = marked_number(text, gap, _MONTH_SIGN)
    for name, number in _ODD_MONTHS:
        if month is None and text.startswith(name, gap):
            month, end = number, gap + len(name)
    if month is None:
        two = _TWO.match(text, gap) if year is not None else None
        read = _checked(year, int(two[1]), int(two[2]), two.end()) if two else None
        return read or ((Moment(year, short_year=short), at) if year is not None else None)
    day, day_end = _korean_day(text, end + (text[end : end + 1] == " "))
    return Moment(year, month, day, short_year=short), end if day is None else day_end


def _korean_day(text: str, start: int) -> tuple[int | None, int]:
    day, end = marked_number(text, start, _DAY_SIGN)
    if day is not None or text[start : start + 1] in ("", "-", "+", " "):
        return day, end
    number = read_number(text, start)
    if number and isinstance(number.value, int) and text[number.end - 1] == "일":
        return number.value - 1, number.end
    return None, start


def _numeric(text: str, start: int) -> Read | None:
    if iso := _ISO.match(text, start):
        read = _checked(int(iso[1]), int(iso[3]), int(iso[4]) if iso[4] else None, iso.end())
        decimal = iso[2] == "." and not iso[4]
        return (read[0]._replace(by_name=False), read[1]) if read and decimal else read
    if last := _YEAR_LAST.match(text, start):
        first, second, year = int(last[1]), int(last[3]), last[4].lstrip("'")
        if first > 31:
            return _checked(first, second, int(year), last.end())
        day_first = first > 12 or (last[2] == "." and second <= 12)
        month, day = (second, first) if day_first else (first, second)
        return _checked(int(year), month, day, last.end())
    if compact := _COMPACT.match(text, start):
        return _checked(int(compact[1]), int(compact[2]), int(compact[3]), compact.end())
    if month_year := _MONTH_YEAR.match(text, start):
        return _checked(int(month_year[2]), int(month_year[1]), None, month_year.end())
    two = _TWO.match(text, start)
    return _checked(None, int(two[1]), int(two[2]), two.end()) if two else None


def _checked(year: int | None, month: int, day: int | None, end: int) -> Read | None:
    if not 1 <= month <= 12 or (day is not None and not 1 <= day <= 31):
        return None
    short = year is not None and year < 100
    return Moment(year, month, day, short_year=short, by_name=year is not None), end


def _day_first(text: str, start: int) -> Read | None:
    match = _DAY_FIRST.match(text, start)
    return _with_month(match[3], match[2], match[1], match.end()) if match else None


def _named(text: str, start: int) -> Read | None:
    first = _MONTH_FIRST.match(text, start)
    if first and first[1] in _MONTHS:
        read = _with_month(first[3], first[1], first[2], first.end())
        if read and read[0].day is None and read[0].year is None:
            spoken = read_number(text, read[1] + 1)
            if (
                spoken
                and spoken.in_words
                and isinstance(spoken.value, int)
                and 0 < spoken.value < 32
            ):
                return read[0]._replace(day=spoken.value), spoken.end
        return read
    number = read_number(text, start)
    if number and number.in_words and number.is_ordinal:
        month = _OF_MONTH.match(text, number.end)
        return _with_month(month[2], month[1], str(number.value), month.end()) if month else None
    return None


def _with_month(year: str | None, month: str, day: str | None, end: int) -> Read | None:
    if month not in _MONTHS or (day is not None and not 1 <= int(day) <= 31):
        return None
    bare = year.lstrip("'") if year else ""
    moment = Moment(
        int(bare) if bare else None,
        _MONTHS[month],
        int(day) if day else None,
        short_year=len(bare) == 2,
    )
    return moment, end


def _bare_year(text: str, start: int) -> Read | None:
    if year := _BARE_YEAR.match(text, start):
        return Moment(int(year[1]), short_year=len(year[1]) == 2), year.end()
    if era := _YEAR_WITH_ERA.match(text, start):
        return Moment(int(era[1])), era.end()
    if text[start : start + 1].isdecimal():
        return None
    number = read_number(text, start)
    if number and number.in_words and isinstance(number.value, int) and 1000 <= number.value < 2200:
        return Moment(number.value), number.end
    return None

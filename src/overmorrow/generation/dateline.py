"""Finds when an article was written and by whom, as its first and last lines say."""

import re
from datetime import date

_MONTHS = "january february march april may june july august september october november december"
_MONTH_NUMBERS = {name[:3]: number for number, name in enumerate(_MONTHS.split(), start=1)}
_MONTH = (
    r"(?P<month{0}>(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)"
    r"(?:uary|ruary|ch|il|e|y|ust|ember|ober)?)\.?"
)
_NUMERIC = re.compile(
    r"(?P<year>(?:19|20)\d\d)\s*(?:년|[-./])\s*(?P<month>\d{1,2})\s*(?:월|"
    r"[-./])\s*(?P<day>\d{1,2})일?"
)
_DAY_FIRST = re.compile(
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|"
    rf"th)?\s+(?:of\s+)?{_MONTH.format('')},?\s+(?P<year>(?:19|20)\d\d)",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    rf"{_MONTH.format('')}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>(?:19|20)\d\d)",
    re.IGNORECASE,
)
_AROUND = re.compile(
    r"(?:입력|등록|작성|승인|수정|발행|게시|기사|일시|시간|날짜|오전|오후|최종|"
    r"[월화수목금토일]요일|"
    r"posted|published|updated|last|modified|on|at|date|by|am|pm|[ap]\.m\.|utc|gmt|kst|est|pst|"
    r"(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?|\d{1,2}:\d\d(?::\d\d)?|[\W_])+",
    re.IGNORECASE,
)
_KOREAN_BY = re.compile(
    r"^\s*(?:글쓴이|글|지은이|저자|작성자|기자)\s*[:=|]\s*(?P<a>[^\n,|/·]{2,30}?)\s*[·|,]?\s*$"
    r"|^\s*(?:\[[^\]\n]{1,20}\]\s*)?(?:[가-힣A-Za-z·]{1,10}\s?=\s?)?(?P<b>[가-힣]{2,4})\s*(?:기자|특파원|논설위원|"
    r"칼럼니스트)(?:\s*[=(]?\s*\S+@\S+\)?)?\s*$"
)
_ENGLISH_BY = re.compile(
    r"^[\W_]*(?i:posted|published|updated)?[\W_]*(?i:on)?[\W_]*"
    r"(?i:by|author:|written by)\s+(?P<a>[A-Z][\w.'’ -]{2,40}?)\s*[·|,–—-]?\s*$"
)
_LONGEST_CREDIT = 30
_LONGEST_BYLINE = 200
_CREDIT = re.compile(
    r"(?:기자|특파원|작가|편집위원|논설위원|칼럼니스트|연구원|교수)(?:$|[\s·|,])|(?:^|\s)(?:글|사진|맑음|흐림|비|눈)"
    r"(?:$|[\s·|,:])|최고 \d|최저 \d"
)
"""Stands beside a date in the line under a title."""
_SAYS = re.compile(r"[다요까][.!?]?$|[은는을를에] ")
_SIGNED = re.compile(r"(?<=[.!?…)”\"])\s*[/＝=]\s*(?P<a>[가-힣A-Za-z][\w ]{1,15}?)(?:\s*기자)?\s*$")


_OPENING = re.compile(
    r"\s*(?:\[[^\]\n]{1,20}\]\s*|"
    r"\([^()\n]{1,12}=[^()\n]{1,12}\)\s*)?(?:(?P<a>[가-힣]{2,4})\s*(?:기자|특파원)\s*=\s*)?"
)


def opening_of(line: str) -> tuple[int, str]:
    """Return how long a news agency's opening is, such as [서울=통신] 홍길동 기자 =, and whose."""
    found = _OPENING.match(line)
    if found is None or "=" not in found[0]:
        return 0, ""
    return found.end(), found["a"] or ""


def day_in(line: str) -> date | None:
    """Return the first whole date of a line, such as 2015년 12월 8일 or December 8, 2015."""
    for pattern in (_NUMERIC, _DAY_FIRST, _MONTH_FIRST):
        found = pattern.search(line)
        if found:
            month = found["month"]
            number = int(month) if month.isdecimal() else _MONTH_NUMBERS[month[:3].lower()]
            try:
                return date(int(found["year"]), number, int(found["day"]))
            except ValueError:
                continue
    return None


def is_dateline(line: str) -> bool:
    """Return whether a line says when the article appeared and little else."""
    if len(line) > 100 or day_in(line) is None:
        return False
    beside = without_date(line)
    rest = _AROUND.sub(" ", beside).strip()
    is_by = is_byline(beside) or is_byline(rest)
    return not rest or is_by or (len(rest) <= _LONGEST_CREDIT and _is_credit(rest))


def _is_credit(line: str) -> bool:
    """Return whether what stands beside a date says who wrote, or what the weather was."""
    return _CREDIT.search(line) is not None and not _SAYS.search(line)


def without_date(line: str) -> str:
    """Return a line without the dates in it."""
    for pattern in (_NUMERIC, _DAY_FIRST, _MONTH_FIRST):
        line = pattern.sub(" ", line)
    return line


def is_byline(line: str) -> bool:
    """Return whether a line only says who wrote the article."""
    return bool(_KOREAN_BY.match(line) or _ENGLISH_BY.match(line))


def author_in(text: str, lines: list[tuple[int, int]]) -> tuple[str, int]:
    """Return who wrote the article by its first and last lines, and where its text ends.

    A name signed behind the last sentence is no part of the text; 0 says that nothing
    has to be cut.
    """
    short = [each for each in [*lines[:4], *lines[-3:]] if each[1] - each[0] < _LONGEST_BYLINE]
    for start, end in short:
        line = without_date(text[start:end])
        for pattern in (_KOREAN_BY, _ENGLISH_BY):
            found = pattern.match(line)
            if found:
                return (found["a"] or found.groupdict().get("b") or "").strip(), 0
    for start, end in lines[-3:]:
        signed = _SIGNED.search(text[start:end])
        if signed:
            return signed["a"].strip(), start + signed.start()
    return "", 0

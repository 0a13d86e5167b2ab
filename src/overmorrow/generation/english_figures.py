"""Finds dates, years, amounts and numbers in an English sentence."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_ORDINAL = (
    r"(?:\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
    r"|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth"
    r"|nineteenth|twentieth|twenty-first)"
)
_ERA = r"(?: (?:BC|AD|BCE|CE)\b)?"
_SMALL = r"(?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine)"
_UNIT = r"(?:one|two|three|four|five|six|seven|eight|nine)"
_TEENS = (
    r"(?:[Tt]en|[Ee]leven|[Tt]welve|[Tt]hirteen|[Ff]ourteen|[Ff]ifteen|[Ss]ixteen|[Ss]eventeen"
    r"|[Ee]ighteen|[Nn]ineteen)"
)
_TENS = (
    r"(?:[Tt]wenty|[Tt]hirty|[Ff]orty|[Ff]ifty|[Ss]ixty|[Ss]eventy|[Ee]ighty|[Nn]inety)"
    rf"(?:-{_UNIT})?"
)
_SCALE = r"(?: (?:hundred|thousand|million|billion|trillion|dozen))"
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,15}(?:\.\d+)?"
_SHORT_SCALE = r"(?:m|bn|tn|k)\b"
_MEASURE_UNIT = (
    r"(?:kilomet(?:re|er)|met(?:re|er)|centimet(?:re|er)|mile|foot|inch|acre|hectare|kilogram|kilo"
    r"|gram|pound|tonne|ton|lit(?:re|er)|gallon|watt|kilowatt|megawatt|volt|year|month|week|day"
    r"|hour|minute|second|storey|story|page|point|member|seat|degree|km|kg|cm|mm|m)"
)
_UNITS = r"| ?(?:%|km|mm|cm|m|kg|people|feet|ft|miles)\b"
_FIGURE = re.compile(
    rf"\b(?P<date>(?:{_DAY} (?:of )?{_MONTH}(?:,? \d{{4}}\b)?"
    rf"|{_MONTH} {_DAY}\b(?:,? \d{{4}}\b)?|{_MONTH},? \d{{4}}\b))"
    rf"|\b(?P<century>{_ORDINAL}[ -]century\b{_ERA})"
    rf"|\b(?P<decade>\d{{3}}0s\b)"
    rf"|\b(?P<range>[12]\d{{3}} ?[–-] ?(?:[12]\d{{3}}|\d\d)\b)"
    rf"|(?P<money>(?:US|A|C)?[$€£¥₩] ?(?:{_DIGITS})(?:{_SCALE}|{_SHORT_SCALE})?"
    rf"|\b(?:{_DIGITS}){_SCALE}? (?:dollars|euros|pounds|won|yen|yuan|rupees)\b)"
    rf"|\b(?P<percent>(?:{_DIGITS}|{_SMALL}|{_TEENS}|{_TENS})(?: ?%| per ?cent\b))"
    rf"|\b(?P<year>[12]\d{{3}}\b{_ERA}(?![,.]?\d|[-–]\d{_UNITS}))"
    rf"|(?<![\w.-])(?P<measure>(?:{_DIGITS}|{_SMALL}|{_TEENS}|{_TENS})-{_MEASURE_UNIT}\b(?!-))"
    rf"|(?<![A-Za-z][-–])\b(?P<number>(?:[Mm]inus )?(?:{_DIGITS}){_SCALE}?"
    rf"|(?:{_TENS}|{_TEENS}|{_SMALL}){_SCALE}?"
    rf"|(?:a|one|half a){_SCALE}\b)(?![\w]|[.,:]?\d|[-–]\w)"
)


class Figure(NamedTuple):
    """Where a date or a number stands in its sentence."""

    start: int
    end: int
    form: str
    """`date`, `century`, `decade`, `range`, `year`, `money`, `percent`, `measure` or `number`;
    a measure stands before what it measures, as in "a 30-mile road"."""

    @property
    def is_time(self) -> bool:
        """Whether it says when."""
        return self.form in ("date", "century", "decade", "range", "year")


def figures(sentence: str) -> Iterator[Figure]:
    """Yield the dates and numbers of a sentence in order."""
    for found in _FIGURE.finditer(sentence):
        yield Figure(found.start(), found.end(), found.lastgroup or "number")

"""Finds the value in a text (quantity, date, time, range) and compares values."""

import re
from functools import lru_cache
from typing import NamedTuple

from overmorrow.grading.dates import Moment, compare_moments, read_moment
from overmorrow.grading.finding import Finding, correct, near, omission
from overmorrow.grading.korean import is_ending
from overmorrow.grading.numbers import digits_of, read_number
from overmorrow.grading.quantities import Asked, Quantity, compare_quantities, read_quantity
from overmorrow.grading.question import Question
from overmorrow.grading.units import Unit, read_unit
from overmorrow.grading.wrappers import are_free, is_free


class Range(NamedTuple):
    """Two ends of one kind."""

    low: "Quantity | Moment"
    high: "Quantity | Moment"

    def shown(self) -> str:
        """Return both ends as a person would write them."""
        return f"{self.low.shown()}~{self.high.shown()}"


Value = Quantity | Moment | Range

_TO = re.compile(r"\s?(?:~|-|부터|에서|to|through|until|till|and|내지|에서부터)\s?(?=\S)")
_FROM = re.compile(r"(?:from|between|pp?\.|pages?|p)\s?(?=[\d가-힣])")
_UP_TO = re.compile(r"\s?(?:까지|사이)")
_TRIM = re.compile(r"^[\s'\"(\[]+(?!\d\ds?\b)|[\s'\"\])!?.,;:]+$")


def read_values(text: str, prompt: str) -> tuple[Value, ...]:
    """Return what a text's only value may be; nothing if it holds more than free words beside it."""
    text = text.strip(' "!?.,;:')
    if not text or len(text) > 300:
        return ()
    lower = text.lower()
    starts = [0, *(match.end() for match in re.finditer(r"[\s(:]+", text))]
    for start in starts[:12]:
        before = lower[:start].replace("(", " ").replace(":", " ").split()
        if not all(is_free(word.strip(",."), prompt) for word in before):
            return ()
        found = tuple(
            value
            for value, end in _values_at(text, lower, start)
            if _is_free_tail(lower, end, prompt)
        )
        if found:
            return found
    return ()


def _is_free_tail(text: str, end: int, prompt: str) -> bool:
    tail = text[end:].strip(" .,!?)]")
    if not tail:
        return True
    attached, _, rest = text[end:].partition(" ")
    attached = attached.strip('.,!?)]"')
    if attached and not (
        is_ending(attached, "1") or is_free(attached, prompt) and not text[end - 1].isalnum()
    ):
        if not (
            attached[:1] in "가나다라마바사아자차카타파하이" and is_ending(attached, text[end - 1])
        ):
            return False
    return are_free([word.strip(".,!?)]") for word in rest.split()], prompt)


def _values_at(text: str, lower: str, start: int) -> list[tuple[Value, int]]:
    found: list[tuple[Value, int]] = []
    if opening := _FROM.match(lower, start):
        found += _ranges_from(text, lower, opening.end())
    quantity = read_quantity(text, start)
    moment = read_moment(lower, start)
    if moment:
        found.append(moment)
    if quantity:
        found.append(quantity)
    return found + _ranges_from(text, lower, start)


def _ranges_from(text: str, lower: str, start: int) -> list[tuple[Value, int]]:
    found: list[tuple[Value, int]] = []
    quantity, moment = read_quantity(text, start), read_moment(lower, start)
    if moment and (to := _TO.match(lower, moment[1])):
        end = read_moment(lower, to.end())
        if end and (end[0].hour is None) == (moment[0].hour is None):
            found.append((Range(*_shared_moment(moment[0], end[0])), _closed(lower, end[1])))
    if quantity and (to := _TO.match(lower, quantity[1])):
        high = read_quantity(text, to.end())
        if high:
            found.append(
                (
                    Range(_shared_quantity(text, start, quantity, high[0]), high[0]),
                    _closed(lower, high[1]),
                )
            )
        if clock := _shared_clock(text, lower, start, to):
            found.append(clock)
    if half := re.compile(r"(오전|오후)\s?(\d{1,2})\s?(?:~|-)").match(lower, start):
        late = read_moment(lower, half.end())
        early = read_moment(f"{half[1]} {half[2]}시")
        if late and early and late[0].hour is not None:
            late_half = (
                late[0]
                if late[0].half in ("am", "pm")
                else (read_moment(f"{half[1]} {lower[half.end() : late[1]].strip()}") or late)[0]
            )
            found.append((Range(early[0], late_half), _closed(lower, late[1])))
    return found


def _closed(lower: str, end: int) -> int:
    until = _UP_TO.match(lower, end)
    return until.end() if until else end


def _shared_clock(text: str, lower: str, start: int, to: re.Match[str]) -> tuple[Value, int] | None:
    """Read 9~18시 and 1-3 pm: the first hour takes sign and half-day of the second."""
    late = read_moment(lower, to.end())
    first = text[start : to.start()].strip()
    if not late or late[0].hour is None or not first.isdecimal():
        return None
    half = {"am": "am", "pm": "pm"}.get(late[0].half, "")
    early = read_moment(f"{first} {half}" if half else f"{first}시")
    return (Range(early[0], late[0]), _closed(lower, late[1])) if early else None


def _shared_moment(low: Moment, high: Moment) -> tuple[Moment, Moment]:
    if low.hour is not None:
        if low.half in ("am", "pm") and high.half in ("", ":"):
            return low, high
        if high.half == "24" and low.half in ("", ":"):
            return low._replace(half="24"), high
        return low, high
    if high.year is None and low.year is not None:
        high = high._replace(year=low.year)
    if low.year is None and high.year is not None:
        low = low._replace(year=high.year)
    if high.short_year and low.year and low.year >= 1000 and high.year is not None:
        high = high._replace(year=low.year // 100 * 100 + high.year, short_year=False)
    era = low.era or high.era
    return low._replace(era=low.era or era), high._replace(
        era=high.era or (era if era > 0 else high.era)
    )


def _shared_quantity(text: str, start: int, low: tuple[Quantity, int], high: Quantity) -> Quantity:
    """Give the first number the scale and the unit of the second: 1300~1500만, 5~6cm."""
    first = low[0]
    bare = read_number(text, start)
    if first.units or bare is None or bare.end != low[1]:
        return first
    scale = 1
    last = high.value
    written = text[low[1] :]
    if number := re.search(r"[\d,.]+", written):
        size = read_number(number[0])
        if size and size.value and last % size.value == 0 and first.value <= size.value:
            scale = int(last / size.value)
    return first._replace(value=first.value * scale, units=high.units, unit_text=high.unit_text)


def compare_values(
    expected: tuple[Value, ...], typed: tuple[Value, ...], question: Question
) -> Finding | None:
    """Return the best that one reading of the typed text is worth beside one of the answer."""
    best: Finding | None = None
    asked = asked_for(question.prompt_as_written)
    for wanted in expected:
        for given in typed:
            found = _compare(wanted, given, question, asked)
            if found and (best is None or found.rank > best.rank):
                best = found
    return best


def _compare(wanted: Value, given: Value, question: Question, asked: Asked) -> Finding | None:
    if isinstance(wanted, Range) or isinstance(given, Range):
        if isinstance(wanted, Range) and isinstance(given, Range):
            return _compare_ranges(wanted, given, question, asked)
        return near("range_differs", given.shown())
    if isinstance(wanted, Quantity) and isinstance(given, Quantity):
        return compare_quantities(wanted, given, asked)
    if isinstance(wanted, Moment) and isinstance(given, Moment):
        return compare_moments(wanted, given, question.prompt)
    return near("kind_differs", given.shown())


def _compare_ranges(
    wanted: Range, given: Range, question: Question, asked: Asked
) -> Finding | None:
    ends = [
        _compare(wanted.low, given.low, question, asked),
        _compare(wanted.high, given.high, question, asked),
    ]
    if any(end is None or not end.verdict.accepted for end in ends):
        return near("range_differs", given.shown())
    weakest = min((end for end in ends if end), key=lambda end: end.rank)
    if weakest.kind == "correct":
        return correct("same_range", given.shown())
    return omission(weakest.reason, given.shown(), **dict(weakest.details))


_ASKED = (
    re.compile(r"몇\s?([가-힣a-zA-Z%°/²]+)"),
    re.compile(r"how many ([a-z ]+)", re.I),
    re.compile(r"\bin (?:the |an? )?([A-Za-z°/][A-Za-z°/^0-9 ]*)"),
    re.compile(r"\(([^)]+)\)"),
    re.compile(r"([가-힣a-zA-Z%°/]+)(?:으로|로|\s단위|단위)(?![가-힣])"),
)


@lru_cache(maxsize=512)
def asked_for(prompt: str) -> Asked:
    """Return the units in which a prompt asks: 몇 km, how many bits, in Celsius, (kg)."""
    found: list[Unit] = []
    for pattern in _ASKED:
        for match in pattern.finditer(prompt):
            units, end = read_unit(match[1], 0)
            if (
                units
                and not match[1][end : end + 1].isascii()
                or units
                and not match[1][end : end + 1].isalpha()
            ):
                found.extend(units)
        if found and pattern is _ASKED[1]:
            break
    return Asked(tuple(found), prompt)


def shown_number(text: str) -> str | None:
    """Return a text's number in digits, if it is one."""
    number = read_number(text)
    return digits_of(number.value) if number else None

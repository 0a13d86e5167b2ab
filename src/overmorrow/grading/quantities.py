"""Quantities: a number with what it counts, read from a text and compared by value."""

import re
from fractions import Fraction
from typing import NamedTuple

from overmorrow.grading.finding import Finding, correct, near, omission
from overmorrow.grading.numbers import Value, digits_of, read_number
from overmorrow.grading.units import COUNT, Unit, read_unit, units_in_any_case

_MONEY = re.compile(
    r"(?:us\$|hk\$|nt\$|[acs]\$|[$€£¥₩₹₽฿₫]|usd|krw|cny|rmb|eur|gbp|jpy|미화|한화|eur|won|yuan)\s?(?=[\d.+-]|[가-힣])",
    re.IGNORECASE,
)
_SPEED = re.compile(r"(시속|초속|분속)\s?(?:약\s?)?")
_PER = {"시속": "시간", "초속": "초", "분속": "분"}
_WARMTH = re.compile(r"(섭씨|화씨)\s?")
_ABOUT = re.compile(
    r"(?:약|대략|거의|어림잡아|한(?=\s\d)|근(?=\s\d)|about|around|approximately|approx\.?|roughly|nearly|almost|circa|ca\.?|~|≈)\s?(?=[\d일이삼사오육칠팔구십백천만억가-힣$€£¥₩]|[a-z]+\b)",
    re.IGNORECASE,
)
_RANK_PREFIX = re.compile(
    r"(?:no\.?|nr\.?|number|rank|#|№|제)\s?(?=[\d일이삼사오육칠팔구십])", re.IGNORECASE
)
_ABOUT_END = re.compile(r"\s?(?:여(?=\s?[가-힣])|정도|가량|쯤|안팎|or so)")
_NATIVE_DAYS = {
    "하루": 1, "이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "엿새": 6, "이레": 7, "여드레": 8,
    "아흐레": 9, "열흘": 10, "열하루": 11, "열이틀": 12, "보름": 15, "스무날": 20,
}  # fmt: skip
_NATIVE_DAY = re.compile("|".join(sorted(_NATIVE_DAYS, key=len, reverse=True)))
_HALF_A = re.compile(
    r"(?:반\s?(년|시간|일)|half an? (hour|day|year|century|dozen))|(\d*)시간\s?반|an? (hour|day|week|month|year|century|decade|dozen)\b",
    re.I,
)
_BOUNDS = {
    "이상": "least", "이하": "most", "초과": "over", "미만": "under", "대": "decade",
    "이전": "before", "이후": "after", "전": "before", "후": "after", "까지": "until",
    "넘게": "over",
}  # fmt: skip
_BOUND_END = re.compile(
    r"\s?(이상|이하|초과|미만|대(?![가-힣])|이전|이후|전(?![가-힣])|후(?![가-힣])|넘게)"
)
_BOUND_START = re.compile(
    r"(more than|over|above|greater than|less than|fewer than|under|below|at least|at most|up to|before|after|until)\s",
    re.I,
)
_BOUND_WORDS = {
    "more than": "over", "over": "over", "above": "over", "greater than": "over", "less than": "under",
    "fewer than": "under", "under": "under", "below": "under", "at least": "least", "at most": "most",
    "up to": "most", "before": "before", "after": "after", "until": "until",
}  # fmt: skip


class Quantity(NamedTuple):
    """A number, its unit as far as one was written, and how it is bounded."""

    value: Value
    units: tuple[Unit, ...] = ()
    """What the written unit may mean; empty when none is written."""
    bound: str = ""
    """`least`, `under`, `before`, …; a bounded number is another answer."""
    is_ordinal: bool = False
    unit_text: str = ""

    def shown(self) -> str:
        """Return the quantity in digits with its unit as it was written."""
        gap = " " if self.unit_text[:1].isalpha() else ""
        return f"{digits_of(self.value)}{gap}{self.unit_text}"


def read_quantity(text: str, start: int = 0) -> tuple[Quantity, int] | None:
    """Return the quantity that begins at `start` and where it ends, or None."""
    bound = ""
    if match := _BOUND_START.match(text, start):
        bound, start = _BOUND_WORDS[match[1].lower()], match.end()
    if match := _ABOUT.match(text, start):
        start = match.end()
    ranked = _RANK_PREFIX.match(text, start)
    if ranked:
        start = ranked.end()
    read = _with_prefix(text, start) or _plain(text, start)
    if read is None:
        return None
    quantity, end = read
    if match := _ABOUT_END.match(text, end):
        end = match.end()
    if match := _BOUND_END.match(text, end):
        bound, end = _BOUNDS[match[1]], match.end()
    return quantity._replace(bound=bound, is_ordinal=quantity.is_ordinal or ranked is not None), end


def _with_prefix(text: str, start: int) -> tuple[Quantity, int] | None:
    """Read $5, CNY 91.2 billion, 시속 50km, 섭씨 20도."""
    if money := _MONEY.match(text, start):
        units = read_unit(money[0].strip().lower(), 0)[0] or read_unit(money[0].strip(), 0)[0]
        number = read_number(text, money.end())
        if number and units:
            again, end = read_unit(text, number.end)
            same = tuple(unit for unit in again if unit in units)
            end = end if same else number.end
            return Quantity(number.value, same or units, unit_text=money[0].strip()), end
    if speed := _SPEED.match(text, start):
        read = _plain(text, speed.end())
        if read and read[0].units:
            units = read_unit(f"{read[0].unit_text}/{_PER[speed[1]]}", 0)[0]
            return read[0]._replace(units=units), read[1]
    if warmth := _WARMTH.match(text, start):
        read = _plain(text, warmth.end())
        if read:
            return read[0]._replace(units=read_unit(warmth[1], 0)[0]), read[1]
    return None


def _plain(text: str, start: int) -> tuple[Quantity, int] | None:
    if day := _NATIVE_DAY.match(text, start):
        return Quantity(_NATIVE_DAYS[day[0]], read_unit("일", 0)[0], unit_text="일"), day.end()
    if (single := _HALF_A.match(text, start)) and not single[3]:
        half = single[1] or single[2]
        name = half or single[4]
        if name:
            units = read_unit(name, 0)[0]
            return Quantity(Fraction(1, 2) if half else 1, units, unit_text=name), single.end()
    read = _term(text, start)
    while read is not None:
        quantity, end = read
        longer = _added(text, quantity, end)
        if longer is None:
            return read
        read = longer
    return None


def _term(text: str, start: int) -> tuple[Quantity, int] | None:
    number = read_number(text, start)
    if number is None:
        return None
    end = number.end
    if about := _ABOUT_END.match(text, end):
        end = about.end()
    units, unit_end = read_unit(text, end)
    if not units or not _ends_word(text, unit_end, units):
        return Quantity(number.value, is_ordinal=number.is_ordinal), number.end
    written = text[end:unit_end].strip(" -")
    return Quantity(number.value, units, is_ordinal=number.is_ordinal, unit_text=written), unit_end


def _ends_word(text: str, end: int, units: tuple[Unit, ...]) -> bool:
    """Whether a unit's name ends there: no Latin letter goes on."""
    follows = text[end : end + 1]
    return not (
        text[end - 1].isascii()
        and text[end - 1].isalpha()
        and follows.isascii()
        and follows.isalnum()
    )


def _added(text: str, first: Quantity, end: int) -> tuple[Quantity, int] | None:
    """Read on in 1시간 30분, 3m 5cm, 5 ft 3 in: smaller units of one dimension add up."""
    if not first.units:
        return None
    start = end
    for gap in (" and ", ", ", " "):
        if text.startswith(gap, start):
            start += len(gap)
            break
    if text[start : start + 1] == "반" and not text[start + 1 : start + 2].strip():
        return first._replace(value=first.value + Fraction(1, 2)), start + 1
    read = _term(text, start) if text[start : start + 1] not in ("", "-", "+") else None
    if read is None or not read[0].units:
        return None
    second, second_end = read
    for above in first.units:
        for below in second.units:
            if (
                above.dimension == below.dimension
                and below.factor < above.factor
                and above.dimension != COUNT
            ):
                value = first.value + second.value * below.factor / above.factor
                written = f"{first.unit_text} {digits_of(second.value)} {second.unit_text}"
                unit = Quantity(value, (above,), unit_text=first.unit_text)
                return unit, second_end if written else end
    return None


class Asked(NamedTuple):
    """What the prompt says about the number it wants."""

    units: tuple[Unit, ...] = ()
    """The units it names."""
    text: str = ""


def compare_quantities(expected: Quantity, typed: Quantity, asked: Asked) -> Finding:
    """Return what the typed quantity is worth; only an equal value counts."""
    shown = typed.shown()
    if expected.bound != typed.bound:
        return near("bound_differs", shown)
    if typed.is_ordinal and not expected.is_ordinal and expected.units and not typed.units:
        return near("number_differs", shown)
    if not typed.units:
        return _without_unit(expected, typed, asked, shown)
    wanted = expected.units or _asked_units(asked, typed)
    if not wanted:
        return _equal(expected.value == typed.value, shown)
    return _with_units(expected, typed, wanted, shown)


def _equal(same: bool, shown: str) -> Finding:
    return correct("same_number", shown) if same else near("number_differs", shown)


def _asked_units(asked: Asked, typed: Quantity) -> tuple[Unit, ...]:
    """Return what the prompt asks for, if it asks for something of a measurable kind."""
    counts_only = all(unit.is_counter for unit in typed.units)
    return tuple(unit for unit in asked.units if not counts_only or not unit.is_counter)


def _without_unit(expected: Quantity, typed: Quantity, asked: Asked, shown: str) -> Finding:
    same = expected.value == typed.value
    if not expected.units:
        return _equal(same, shown)
    if not same:
        if any(
            unit.dimension == COUNT and expected.value * unit.factor == typed.value
            for unit in expected.units
        ):
            return correct("same_number", shown)
        if any(
            unit.name == "%" and expected.value * unit.factor == typed.value
            for unit in expected.units
        ):
            return correct("same_number", shown)
        return near("number_differs", shown)
    if any(unit.is_counter for unit in expected.units):
        return correct("counter_free", shown, unit=expected.unit_text)
    if any(unit in asked.units for unit in expected.units):
        return correct("unit_in_prompt", shown, unit=expected.unit_text)
    return omission("unit_missing", shown, unit=expected.unit_text)


def _with_units(
    expected: Quantity, typed: Quantity, wanted: tuple[Unit, ...], shown: str
) -> Finding:
    comparable = False
    for above in wanted:
        for below in typed.units:
            if above.dimension != below.dimension:
                continue
            comparable = True
            if _in_base(expected.value, above) == _in_base(typed.value, below):
                same_unit = above.factor == below.factor
                return correct("same_number" if same_unit else "same_value", shown)
    if _same_in_another_case(expected, typed, wanted):
        return omission("unit_case", shown, unit=expected.unit_text)
    if comparable and not any(
        above.dimension == below.dimension and above.factor != below.factor
        for above in wanted
        for below in typed.units
    ):
        return near("number_differs", shown)
    return near("unit_differs", shown, unit=expected.unit_text or wanted[0].name)


def _in_base(value: Value, unit: Unit) -> Value:
    return value * unit.factor + unit.offset


def _same_in_another_case(expected: Quantity, typed: Quantity, wanted: tuple[Unit, ...]) -> bool:
    """Whether the unit was typed small where only its case is open: mb for MB."""
    written = typed.unit_text
    if not written or written != written.lower() or written == expected.unit_text:
        return False
    if written.casefold() != expected.unit_text.casefold():
        return False
    meant = units_in_any_case(written)
    return expected.value == typed.value and any(unit in meant for unit in wanted)

"""Generated values: an equal one always counts, another never does, in whatever notation."""

from datetime import date
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from overmorrow.cards.card import Card
from overmorrow.cards.verdict import Verdict
from overmorrow.grading.grade import grade

SINO = "영일이삼사오육칠팔구"
MONTHS = "January February March April May June July August September October November December"
SIZES = {
    "length": {"mm": 1, "cm": 10, "m": 1000, "km": 10**6, "킬로미터": 10**6, "meters": 1000},
    "time": {"초": 1, "분": 60, "시간": 3600, "일": 86400, "hours": 3600, "minutes": 60},
    "data": {"bits": 1, "bytes": 8, "KB": 8000, "MB": 8 * 10**6, "Mb": 10**6},
    "power": {"mW": 1, "W": 1000, "kW": 10**6, "MW": 10**9},
    "area": {"cm²": 1, "m²": 10**4, "ha": 10**8, "제곱미터": 10**4},
}
DAYS = st.dates(date(1400, 1, 1), date(2100, 12, 31))


def verdict(answer: str, typed: str) -> Verdict:
    return grade(typed, Card(key="q", prompt="얼마인가?", answer=answer)).verdict


def in_words(number: int) -> str:
    words = ""
    for size, name in ((1000, "천"), (100, "백"), (10, "십"), (1, "")):
        digit = number // size % 10
        if digit:
            words += ("" if digit == 1 and name else SINO[digit]) + name
    return words


def notations(number: int) -> list[str]:
    upper, lower = divmod(number, 10_000)
    mixed = f"{upper}만 {lower}" if upper and lower else f"{upper}만" if upper else str(lower)
    spoken = (in_words(upper) + "만 " if upper else "") + in_words(lower)
    return [str(number), f"{number:,}", mixed, spoken.strip()]


def written(day: date) -> list[str]:
    month = MONTHS.split()[day.month - 1]
    return [
        f"{day.year}년 {day.month}월 {day.day}일",
        day.isoformat(),
        f"{day.year}.{day.month}.{day.day}",
        f"{month} {day.day}, {day.year}",
        f"{day.day} {month[:3]} {day.year}",
    ]


@settings(max_examples=60, deadline=None)
@given(st.integers(2, 10**7), st.integers(0, 3), st.integers(0, 3), st.sampled_from(["명", "위안"]))
def test_a_number_counts_in_every_notation(number: int, one: int, two: int, unit: str) -> None:
    answer, typed = notations(number)[one], notations(number)[two]
    assert verdict(answer + unit, f"{typed} {unit}") is Verdict.CORRECT


@settings(max_examples=60, deadline=None)
@given(st.integers(2, 10**7), st.integers(2, 10**7), st.integers(0, 3), st.integers(0, 3))
def test_another_number_counts_in_none(number: int, typed: int, one: int, two: int) -> None:
    answer = notations(number)[one] + "위안"
    right = verdict(answer, notations(typed)[two] + "위안") is not Verdict.WRONG
    assert right == (number == typed)


@settings(max_examples=80, deadline=None)
@given(st.data(), st.sampled_from(sorted(SIZES)), st.integers(1, 5000))
def test_units_convert_exactly_or_not_at_all(data: st.DataObject, kind: str, count: int) -> None:
    units = SIZES[kind]
    wanted = data.draw(st.sampled_from(sorted(units)))
    given_unit = data.draw(st.sampled_from(sorted(units)))
    same = Fraction(count * units[wanted], units[given_unit])
    if same.denominator == 1:
        assert verdict(f"{count} {wanted}", f"{same} {given_unit}") is Verdict.CORRECT
    if units[wanted] != units[given_unit]:
        assert verdict(f"{count} {wanted}", f"{count} {given_unit}") is Verdict.WRONG


@settings(max_examples=80, deadline=None)
@given(DAYS, DAYS, st.integers(0, 4), st.integers(0, 4))
def test_a_day_counts_in_every_notation_and_another_in_none(
    day: date, other: date, one: int, two: int
) -> None:
    answer = written(day)[one]
    assert verdict(answer, written(day)[two]) is Verdict.CORRECT
    if other != day:
        assert verdict(answer, written(other)[two]) is Verdict.WRONG


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 500), st.integers(1, 500), st.integers(1, 500), st.sampled_from(["cm", "명"]))
def test_a_range_needs_both_ends(low: int, width: int, shift: int, unit: str) -> None:
    high = low + width
    answer = f"{low}~{high}{unit}"
    assert verdict(answer, f"{low}{unit}에서 {high}{unit}까지") is Verdict.CORRECT
    for typed in (
        f"{low}~{high + shift}",
        f"{low}",
        f"{high}",
        f"{low}{high}",
        f"{low + width / 2}",
    ):
        assert verdict(answer, typed + unit) is Verdict.WRONG

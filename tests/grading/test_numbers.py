from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from overmorrow.grading.numbers import digits_of, read_number

HALF = Fraction(1, 2)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3억8600만", 386_000_000),
        ("3억 8,600만", 386_000_000),
        ("3.86억", 386_000_000),
        ("삼억 팔천육백만", 386_000_000),
        ("16조5천억", 16_500_000_000_000),
        ("만오천", 15_000),
        ("천구백구십구", 1999),
        ("일구구구", 1999),
        ("열일곱", 17),
        ("백스물다섯", 125),
        ("삼점일사", Fraction(157, 50)),
        ("삼분의 일", Fraction(1, 3)),
        ("386 million", 386_000_000),
        ("$2.3bn"[1:], 2_300_000_000),
        ("2.3M", 2_300_000),
        ("nineteen forty-five", 1945),
        ("two thousand and eight", 2008),
        ("twenty oh five", 2005),
        ("one hundred and five", 105),
        ("two thirds", Fraction(2, 3)),
        ("two and a quarter", Fraction(9, 4)),
        ("three point one four", Fraction(157, 50)),
        ("two dozen", 24),
        ("1/2", HALF),
        ("3 1/2", Fraction(7, 2)),
        (".5", HALF),
        ("2^10", 1024),
        ("1.5×10^8", 150_000_000),
        ("1e5", 100_000),
        ("-9", -9),
        ("minus 273.15", Fraction(-5463, 20)),
        ("영하 5", -5),
    ],
)
def test_numbers_are_read_to_their_end(text: str, value: int | Fraction) -> None:
    number = read_number(text)
    assert number is not None
    assert (number.value, number.end) == (value, len(text))


@pytest.mark.parametrize(
    ("text", "value"), [("3rd", 3), ("셋째", 3), ("열세 번째", 13), ("3위", 3)]
)
def test_ordinals_are_told_apart(text: str, value: int) -> None:
    number = read_number(text)
    assert number is not None
    assert number.is_ordinal
    assert number.value == value


@pytest.mark.parametrize("text", ["", "x", "한강", "and", "point", "-"])
def test_what_is_no_number_is_not_read_as_one(text: str) -> None:
    number = read_number(text)
    assert number is None or number.end < len(text)


@settings(max_examples=80, deadline=None)
@given(st.integers(0, 10**15))
def test_digits_with_and_without_separators_are_one_number(value: int) -> None:
    assert read_number(f"{value:,}개") == read_number(f"{value}개", 0)._replace(  # type: ignore[union-attr]
        end=len(f"{value:,}")
    )


@settings(max_examples=80, deadline=None)
@given(st.integers(1, 9999), st.integers(1, 9999))
def test_large_scales_add_up(upper: int, lower: int) -> None:
    number = read_number(f"{upper}만 {lower}")
    assert number is not None
    assert number.value == upper * 10_000 + lower


@pytest.mark.parametrize(
    ("value", "shown"),
    [(386_000_000, "386,000,000"), (Fraction(8, 5), "1.6"), (Fraction(1, 3), "1/3"), (-2, "-2")],
)
def test_values_are_shown_in_digits(value: int | Fraction, shown: str) -> None:
    assert digits_of(value) == shown


def test_an_absurd_power_is_left_alone() -> None:
    number = read_number("999999^999")
    assert number is not None
    assert number.end == len("999999")

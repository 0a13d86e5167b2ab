import pytest

from overmorrow.grading.dates import read_moment
from overmorrow.grading.moments import Moment, compare_moments


def moment(text: str) -> Moment:
    read = read_moment(text.lower())
    assert read is not None
    assert read[1] == len(text), text[read[1] :]
    return read[0]


@pytest.mark.parametrize(
    "text",
    [
        "2015년 12월 8일",
        "2015년 12월 8일 화요일",
        "2015-12-08",
        "2015.12.8",
        "2015/12/08",
        "Dec 8, 2015",
        "December 8th 2015",
        "8 December 2015",
        "8th of December, 2015",
        "Tuesday, 8 Dec 2015",
        "8 de diciembre de 2015",
        "8. Dezember 2015",
        "20151208",
        "12/8/2015",
        "8.12.2015",
        "이천십오년 십이월 팔일",
    ],
)
def test_every_notation_is_the_same_day(text: str) -> None:
    read = moment(text)
    assert (read.year, read.month, read.day) == (2015, 12, 8)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("1945", "1945"),
        ("in 1945", "1945"),
        ("nineteen forty-five", "1945"),
        ("'45", "45"),
        ("1945 AD", "1945"),
        ("221 B.C.", "221 BC"),
        ("BC 221", "221 BC"),
        ("기원전 221년", "221 BC"),
        ("1940s", "1940s"),
        ("1940년대", "1940s"),
        ("the sixties", "60s"),
        ("19세기", "19C"),
        ("19th century", "19C"),
        ("8/15", "08-15"),
        ("August 15", "08-15"),
        ("유월 오일", "06-05"),
        ("2016-03", "2016-03"),
        ("03/2016", "2016-03"),
        ("the fifth of November", "11-05"),
        ("오전 9시 30분", "09:30"),
        ("오후 3시 반", "15:30"),
        ("9:30 pm", "21:30"),
        ("18:00", "18:00"),
        ("12 am", "00:00"),
        ("noon", "12:00"),
        ("9 o'clock", "09:00"),
    ],
)
def test_dates_and_times_are_shown_in_digits(text: str, shown: str) -> None:
    assert moment(text).shown() == shown


@pytest.mark.parametrize("text", ["2015-12-80", "World War 2", "13/13", "hello", ""])
def test_what_is_no_date_is_not_read_as_one(text: str) -> None:
    read = read_moment(text.lower())
    assert read is None or read[1] < len(text)


@pytest.mark.parametrize(
    ("expected", "typed", "reason"),
    [
        ("1950년 6월 25일", "1950년 6월", "day_missing"),
        ("1950년 6월 25일", "6월 25일", "year_missing"),
        ("1950년 6월 25일", "50년 6월 25일", "year_short"),
        ("1950년 6월 25일", "1950년 5월", "date_differs"),
        ("1950년", "1950년대", "date_differs"),
        ("기원전 221년", "221년", "era_differs"),
        ("오전 9시", "9시", "half_day_missing"),
        ("오전 9시", "오후 9시", "date_differs"),
        ("1950년", "1950년 6월 25일", "same_date"),
        ("7월 17일", "2008년", "date_differs"),
        ("7월 17일", "1948년 7월 17일", "same_date"),
    ],
)
def test_the_parts_are_compared(expected: str, typed: str, reason: str) -> None:
    assert compare_moments(moment(expected), moment(typed), "").reason == reason


def test_a_year_that_the_prompt_names_may_be_left_out() -> None:
    found = compare_moments(moment("1950년 6월 25일"), moment("6월 25일"), "1950년 며칠인가?")
    assert found.reason == "same_date"

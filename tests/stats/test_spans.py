"""Days, intervals and durations in words."""

from datetime import date

import pytest

from overmorrow.messages import Messages
from overmorrow.stats.spans import day_words, duration_words, interval_words


@pytest.mark.parametrize(
    ("days", "korean", "english"),
    [
        (0, "0일", "0 d"),
        (15, "15일", "15 d"),
        (89, "89일", "89 d"),
        (97, "3.2달", "3.2 mo"),
        (365, "1.0년", "1.0 y"),
        (511, "1.4년", "1.4 y"),
    ],
)
def test_an_interval_is_short(days: int, korean: str, english: str) -> None:
    assert interval_words(Messages("ko"), days) == korean
    assert interval_words(Messages("en"), days) == english


@pytest.mark.parametrize(
    ("seconds", "korean", "english"),
    [
        (41, "41초", "41 s"),
        (120, "2분", "2 min"),
        (852, "14분 12초", "14 min 12 s"),
        (7_500, "2시간 5분", "2 h 5 min"),
    ],
)
def test_a_duration_is_short(seconds: int, korean: str, english: str) -> None:
    assert duration_words(Messages("ko"), seconds) == korean
    assert duration_words(Messages("en"), seconds) == english


def test_a_day_has_its_weekday() -> None:
    day = date(2026, 12, 8).toordinal()
    assert day_words(Messages("ko"), day) == "12월 8일 화요일"
    assert day_words(Messages("en"), day) == "Tuesday, December 8"

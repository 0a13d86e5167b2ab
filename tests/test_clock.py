from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overmorrow.clock import (
    Moment,
    StudyDay,
    local_time,
    study_day,
    system_clock,
    today,
)
from overmorrow.errors import ClockError


def moment(text: str, zone: str = "Asia/Seoul") -> Moment:
    local = datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))
    offset = local.utcoffset()
    assert offset is not None
    return Moment(int(local.timestamp() * 1000), int(offset.total_seconds()) // 60)


@pytest.mark.parametrize(
    ("when", "day"),
    [
        ("2026-11-24T03:59", "2026-11-23"),
        ("2026-11-24T04:00", "2026-11-24"),
        ("2027-01-01T00:30", "2026-12-31"),
    ],
)
def test_the_day_ends_at_four_in_the_morning(when: str, day: str) -> None:
    assert study_day(moment(when)) == date.fromisoformat(day).toordinal()


@pytest.mark.parametrize(
    ("when", "day"),
    [
        pytest.param("2026-03-29T03:59", "2026-03-28", id="the-clock-went-forward-at-two"),
        pytest.param("2026-03-29T04:00", "2026-03-29", id="and-the-day-still-starts-at-four"),
        pytest.param("2026-10-25T03:59", "2026-10-24", id="the-clock-went-back-at-three"),
        pytest.param("2026-10-25T04:00", "2026-10-25", id="and-the-day-starts-at-four-again"),
    ],
)
def test_nights_that_change_the_clock_end_at_four_too(when: str, day: str) -> None:
    assert study_day(moment(when, "Europe/Berlin")) == date.fromisoformat(day).toordinal()


@given(st.integers(86_400, 4_000_000_000), st.integers(0, 12))
def test_the_day_is_the_calendar_date_some_hours_earlier(seconds: int, rollover: int) -> None:
    now = Moment(seconds * 1000, 0)
    earlier = datetime.fromtimestamp(now.wall_ms / 1000 - rollover * 3600, UTC)
    assert study_day(now, rollover) == earlier.date().toordinal()


def test_a_clock_a_day_behind_stays_on_the_last_day() -> None:
    assert today(StudyDay(9), StudyDay(10)) == 10
    assert today(StudyDay(10), StudyDay(10)) == 10
    assert today(StudyDay(11), StudyDay(10)) == 11
    assert today(StudyDay(11), None) == 11


def test_a_clock_further_behind_is_asked_about() -> None:
    with pytest.raises(ClockError) as refused:
        today(StudyDay(8), StudyDay(10))
    assert refused.value.values["days"] == 2


def test_the_time_is_the_one_on_the_wall() -> None:
    now = moment("2026-11-24T08:05")
    assert local_time(now) == "2026-11-24T08:05:00"


def test_the_clock_can_be_set_to_try_another_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUIZ_NOW", "2031-05-06T09:30")
    assert local_time(system_clock()()).startswith("2031-05-06T09:30")
    monkeypatch.setenv("QUIZ_NOW", "2032-02-29")
    assert local_time(system_clock()()).startswith("2032-02-29T00:00")


@pytest.mark.parametrize(
    "text", ["tomorrow", "2031-02-29", "2031-13-01", "2031-05-06T24:00", "2031-05-06T09:60"]
)
def test_a_moment_that_there_is_not_cannot_be_pretended(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QUIZ_NOW", text)
    with pytest.raises(ClockError):
        system_clock()

"""Days, intervals and durations in the learner's words."""

from datetime import date

from overmorrow.messages import Messages

_DAYS_BEFORE_MONTHS = 90
_DAYS_A_YEAR = 365
_DAYS_A_MONTH = _DAYS_A_YEAR / 12


class Number(int):
    """A whole number that is written with a comma between thousands."""

    def __str__(self) -> str:
        return f"{int(self):,}"


def day_words(say: Messages, study_day: int) -> str:
    """Return a study day as `12월 8일 화요일` or `Tuesday, December 8`."""
    day = date.fromordinal(study_day)
    return say(
        "stats.day",
        month=say(f"stats.month_{day.month}"),
        day=day.day,
        weekday=say(f"stats.weekday_{day.weekday()}"),
    )


def short_day(say: Messages, study_day: int) -> str:
    """Return a study day as `11월 23일 월` or `Mon, Nov 23`."""
    day = date.fromordinal(study_day)
    return say(
        "home.date",
        month=day.month,
        month_name=say(f"home.month_{day.month}"),
        day=day.day,
        weekday=say(f"home.weekday_{day.weekday()}"),
    )


def interval_words(say: Messages, days: int) -> str:
    """Return an interval as `15일`, `3.2달`, `1.4년` or `15 d`, `3.2 mo`, `1.4 y`."""
    if days < _DAYS_BEFORE_MONTHS:
        return say("stats.interval_days", n=days)
    if days < _DAYS_A_YEAR:
        return say("stats.interval_months", n=f"{days / _DAYS_A_MONTH:.1f}")
    return say("stats.interval_years", n=f"{days / _DAYS_A_YEAR:.1f}")


def duration_words(say: Messages, seconds: int) -> str:
    """Return a duration as `41초`, `14분 12초`, `2시간 5분` or `41 s`, `14 min 12 s`."""
    minutes, left = divmod(seconds, 60)
    if not minutes:
        return say("stats.seconds", s=left)
    if minutes < 60:
        return (
            say("stats.minutes_seconds", m=minutes, s=left)
            if left
            else say("stats.minutes", m=minutes)
        )
    hours, minutes = divmod(minutes, 60)
    return say("stats.hours_minutes", h=hours, m=minutes)

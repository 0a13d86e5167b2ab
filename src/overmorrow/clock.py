"""The learner's day, and moments that never run backwards.

A study day ends at the rollover hour (04:00 local time unless set otherwise)
and is a whole number, `date.toordinal()` of its calendar day.
"""

import os
import re
import time
from collections.abc import Callable
from typing import NamedTuple, NewType

from overmorrow.errors import ClockError

StudyDay = NewType("StudyDay", int)

DEFAULT_ROLLOVER_HOUR = 4
DAY_MS = 86_400_000
_HOUR_MS = 3_600_000
_MINUTE_MS = 60_000
ORDINAL_OF_1970 = 719_163
"""The study day from which moments are counted."""


class Moment(NamedTuple):
    """A point in time as the learner's wall clock shows it."""

    wall_ms: int
    """Milliseconds since 1970-01-01 UTC."""
    utc_offset_min: int
    """Minutes that local time is ahead of UTC."""


_PRETENDED = r"(\d{4})-(\d\d?)-(\d\d?)(?:T(\d\d?):(\d\d?))?"

Clock = Callable[[], Moment]
"""Where moments come from: `system_clock()`, or a fixed one in tests."""


class AskedClock:
    """A clock about which the learner is asked when it goes back by days."""

    def __init__(self, clock: Clock, *, is_confirmed: bool = False) -> None:
        """Ask about a clock.

        Args:
            clock: The clock.
            is_confirmed: Whether the learner said already that it is right.
        """
        self._clock = clock
        self.is_confirmed = is_confirmed

    def __call__(self) -> Moment:
        """Return the moment."""
        return self._clock()


def system_clock() -> Clock:
    """Return the machine's clock, in its time zone.

    `QUIZ_NOW` (such as 2026-11-24T09:30, local time) moves it: the clock starts
    there and runs on from it. It is for trying out what another day will bring.
    """
    pretended = os.environ.get("QUIZ_NOW")
    shift_ms = 0 if not pretended else _local_ms(pretended) - time.time_ns() // 1_000_000

    def now() -> Moment:
        wall_ms = time.time_ns() // 1_000_000 + shift_ms
        offset_s = time.localtime(wall_ms // 1000).tm_gmtoff
        return Moment(wall_ms, offset_s // 60)

    return now


def _local_ms(text: str) -> int:
    # time.strptime would load a module that costs the start of the program 5 ms.
    found = re.fullmatch(_PRETENDED, text, re.ASCII)
    if found is not None:
        year, month, day, hour, minute = (int(part or 0) for part in found.groups())
        noon = time.localtime(time.mktime((year, month, day, 12, 0, 0, 0, 0, -1)))
        if noon[:3] == (year, month, day) and hour < 24 and minute < 60:
            return int(time.mktime((year, month, day, hour, minute, 0, 0, 0, -1))) * 1000
    raise ClockError("errors.pretended_time", text=text)


def study_day(moment: Moment, rollover_hour: int = DEFAULT_ROLLOVER_HOUR) -> StudyDay:
    """Return the learner's day of a moment.

    The day is the calendar date of the wall clock set back by the rollover, so
    it ends at 04:00 as the learner's clock shows it, also in nights when the
    clock is put forward or back.
    """
    local_ms = moment.wall_ms + moment.utc_offset_min * _MINUTE_MS
    return StudyDay((local_ms - rollover_hour * _HOUR_MS) // DAY_MS + ORDINAL_OF_1970)


def start_ms(day: int, rollover_hour: int = DEFAULT_ROLLOVER_HOUR) -> int:
    """Return when a study day began by this machine's clock, in epoch milliseconds."""
    days = day - ORDINAL_OF_1970
    year, month, month_day, *_ = time.gmtime(days * DAY_MS // 1000)
    return int(time.mktime((year, month, month_day, rollover_hour, 0, 0, 0, 0, -1))) * 1000


def today(computed: StudyDay, last_recorded: StudyDay | None) -> StudyDay:
    """Return the day to study on, given the last day that has an answer.

    A clock one day behind (a flight to the west) stays on the last day; a clock
    further behind may be wrong.

    Raises:
        ClockError: The clock is two or more days before the last recorded day.
    """
    if last_recorded is None or computed >= last_recorded:
        return computed
    if last_recorded - computed == 1:
        return last_recorded
    raise ClockError("errors.clock_behind", days=last_recorded - computed, last_day=last_recorded)


def local_time(moment: Moment) -> str:
    """Return the wall clock's date and time as 2026-11-23T18:05:07."""
    local_s = (moment.wall_ms + moment.utc_offset_min * _MINUTE_MS) // 1000
    return time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(local_s))

"""A backlog of reviews, and the pace at which the learner catches up with it.

Only how many are taken a day changes; their order is the shortest interval first,
and no schedule is touched.
"""

from dataclasses import dataclass

from overmorrow.clock import Clock, StudyDay
from overmorrow.jobs.day import current_day
from overmorrow.scheduling.backlog import is_backlog
from overmorrow.settings import Settings
from overmorrow.store import counts
from overmorrow.store.database import Database
from overmorrow.store.pace import NO_LIMIT, Pace, overdue, pace_on, put_pace
from overmorrow.store.today import last_study_day

_DAYS_AHEAD = 60
_DAYS_TIMED = 30
_ENOUGH_ANSWERS = 20
"""With fewer nobody can say how long an answer takes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Backlog:
    """Reviews that were due before today."""

    overdue: int
    coming: tuple[int, ...]
    """How many cards come due each day, today first."""
    absent_days: int
    """Study days since the last answer."""
    limit: int
    """How many reviews a day usually are the most."""
    seconds_each: float | None
    """How long an answer takes lately; None where too little is known."""
    pace: Pace | None
    """At what pace it is being caught up with; None where none was chosen yet."""


def backlog_on(database: Database, day: StudyDay, settings: Settings) -> Backlog | None:
    """Return the backlog of a day; None if there is none.

    Args:
        database: The collection.
        day: Today.
        settings: The daily limits.
    """
    waiting = overdue(database, day)
    last = last_study_day(database)
    pace = pace_on(database, day)
    absent = 0 if last is None else day - last
    if pace is None and not is_backlog(waiting, settings.reviews_per_day, absent):
        return None
    due = counts.card_histogram(database, None, "due", day + _DAYS_AHEAD, day)
    return Backlog(
        overdue=waiting,
        coming=tuple(due.get(day + ahead, 0) for ahead in range(_DAYS_AHEAD)),
        absent_days=absent,
        limit=settings.reviews_per_day,
        seconds_each=_seconds_each(database, day if last is None else last),
        pace=pace,
    )


def _seconds_each(database: Database, last_day: int) -> float | None:
    days = counts.answers_by_day(database, None, last_day - _DAYS_TIMED, last_day)
    answers = sum(count.answers for count in days)
    if answers < _ENOUGH_ANSWERS:
        return None
    return sum(count.answer_ms for count in days) / answers / 1000


def choose_pace(
    database: Database,
    clock: Clock,
    settings: Settings,
    reviews: int | None,
    *,
    rest_new: bool = False,
    only_today: bool = False,
) -> None:
    """Take so many reviews a day until nothing is overdue.

    Args:
        database: The collection.
        clock: Where the moment comes from.
        settings: When a day ends.
        reviews: How many, of all decks together; None for all that are due.
        rest_new: Whether new cards wait meanwhile.
        only_today: Whether it is for today alone.

    Raises:
        DatabaseError: It could not be written.
        ClockError: The clock went back by days.
    """
    only_day = current_day(database, clock, settings) if only_today else 0
    put_pace(database, Pace(NO_LIMIT if reviews is None else reviews, rest_new, only_day))


def forget_pace(database: Database) -> None:
    """Leave the daily limits to the settings and the decks again.

    Raises:
        DatabaseError: It could not be written.
    """
    put_pace(database, None)

"""A backlog of reviews: when it is one, and how long it lasts at a pace."""

from collections.abc import Sequence
from typing import NamedTuple

DAYS_OF_LIMIT = 2
"""More overdue cards than so many days' limits are a backlog."""
ABSENT_DAYS = 7
"""After more days away, a few overdue cards are one too."""
_FEW = 20
"""So many overdue cards are done in one go, however long the learner was away."""
_STEP = 5
LONGEST_DAYS = 365


class CatchUp(NamedTuple):
    """What a pace comes to."""

    days: int | None
    """After how many days nothing is overdue; None for not within a year."""
    taken: tuple[int, ...]
    """How many reviews are taken each day, today first."""


def is_backlog(overdue: int, reviews_per_day: int, absent_days: int) -> bool:
    """Return whether so many overdue cards want to be spread over days.

    Args:
        overdue: Cards that were due before today.
        reviews_per_day: The daily limit.
        absent_days: Study days since the last answer.
    """
    if overdue > DAYS_OF_LIMIT * reviews_per_day:
        return overdue > _FEW
    return absent_days > ABSENT_DAYS and overdue > _FEW


def catch_up(overdue: int, coming: Sequence[int], pace: int) -> CatchUp:
    """Return how a backlog shrinks when so many reviews are taken each day.

    An estimate: what is reviewed meanwhile and comes due again is not counted.

    Args:
        overdue: Cards that were due before today.
        coming: How many more come due each day, today first; none after that.
        pace: Reviews a day.
    """
    waiting = overdue
    taken: list[int] = []
    for day in range(LONGEST_DAYS):
        waiting += coming[day] if day < len(coming) else 0
        taken.append(min(waiting, pace))
        waiting -= taken[-1]
        if waiting == 0:
            return CatchUp(day + 1, tuple(taken))
        if pace <= 0:
            break
    return CatchUp(None, tuple(taken))


def pace_for(days: int, overdue: int, coming: Sequence[int]) -> int:
    """Return the smallest round number of reviews a day that catches up within some days."""
    low, high = 0, -(-(overdue + sum(coming[:days])) // _STEP)
    while high - low > 1:
        middle = (low + high) // 2
        needed = catch_up(overdue, coming, middle * _STEP).days
        if needed is None or needed > days:
            low = middle
        else:
            high = middle
    return high * _STEP

"""What a collection will ask for on the days to come, as an estimate.

Nobody knows which cards will be forgotten. The estimate moves shares of cards
through the rules of SM-2 instead: of the cards that are due on a day a part is
recalled and comes back after the interval times the ease, the rest comes back
tomorrow and starts over.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from overmorrow.scheduling.sm2 import FIRST_INTERVAL_DAYS, SECOND_INTERVAL_DAYS

_FORGOTTEN = 0
"""Stands for the interval of a card that has to start over."""
_Waiting = defaultdict[int, float]
"""How many cards of each interval wait for a day; parts of cards too."""


class DueCards(NamedTuple):
    """Cards of one interval that are due on one day."""

    due_day: int
    interval_days: int
    cards: int


class Assumptions(NamedTuple):
    """What is taken for granted."""

    recall_share: float
    """The part of reviews that is recalled, 0-1."""
    ease_hundredths: int
    """The ease of every card."""
    new_per_day: int
    new_cards: int
    """How many cards were never asked; after them there is nothing new."""


class Forecast(NamedTuple):
    """How many cards each day will ask for, today first."""

    backlog: int
    """Cards that were due before today; no day counts them, but what follows from them."""
    known: list[float]
    """Reviews of cards that were answered before."""
    from_new: list[float]
    """New cards, and the reviews that follow from them."""


def forecast(
    due: Iterable[tuple[int, int, int]], today: int, days: int, assumptions: Assumptions
) -> Forecast:
    """Return how many cards each of the coming days will ask for.

    Backlog is taken to be reviewed today. A card with an interval of one day is
    taken to have been recalled once. Every review happens on its day.

    Args:
        due: Due day, interval in days and number of cards, as `DueCards`.
        today: The study day of the first figure.
        days: How many figures.
        assumptions: What is taken for granted.
    """
    waiting = [_Waiting(float) for _ in range(days)]
    backlog = 0
    for due_day, interval_days, cards in due:
        if due_day < today:
            backlog += cards
        if due_day < today + days:
            waiting[max(0, due_day - today)][interval_days] += cards
    known = _run(waiting, assumptions)
    known[0] -= backlog
    fresh = [_Waiting(float) for _ in range(days)]
    introduced = _introduced(days, assumptions)
    for day, cards in enumerate(introduced):
        if day + 1 < days:
            fresh[day + 1][FIRST_INTERVAL_DAYS] += cards * assumptions.recall_share
            fresh[day + 1][_FORGOTTEN] += cards * (1 - assumptions.recall_share)
    followed = _run(fresh, assumptions)
    from_new = [one + other for one, other in zip(introduced, followed, strict=True)]
    return Forecast(backlog, known, from_new)


def _introduced(days: int, assumptions: Assumptions) -> list[int]:
    """Return how many new cards each day brings, until there are none left."""
    left = assumptions.new_cards
    introduced = []
    for _ in range(days):
        introduced.append(min(left, assumptions.new_per_day))
        left -= introduced[-1]
    return introduced


def _run(waiting: list[_Waiting], assumptions: Assumptions) -> list[float]:
    """Return how many cards each day asks for, moving them on from day to day."""
    days = len(waiting)
    asked = []
    for day, cards_by_interval in enumerate(waiting):
        total = sum(cards_by_interval.values())
        asked.append(total)
        if total and day + 1 < days:
            waiting[day + 1][_FORGOTTEN] += total * (1 - assumptions.recall_share)
        for interval_days, cards in cards_by_interval.items():
            longer = _next_interval(interval_days, assumptions.ease_hundredths)
            if day + longer < days:
                waiting[day + longer][longer] += cards * assumptions.recall_share
    return asked


def _next_interval(interval_days: int, ease_hundredths: int) -> int:
    if interval_days == _FORGOTTEN:
        return FIRST_INTERVAL_DAYS
    if interval_days == FIRST_INTERVAL_DAYS:
        return SECOND_INTERVAL_DAYS
    return (interval_days * ease_hundredths + 99) // 100

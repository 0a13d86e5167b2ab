"""Days put together into weeks, months or years, so that their bars find room."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from overmorrow.messages import Messages
from overmorrow.stats.spans import short_day

FEW_BARS = 14
"""So many have room for a label each."""


class Bin(NamedTuple):
    """Days that share a bar."""

    first: int
    """The first study day."""
    last: int
    unit: str
    """`day`, `week`, `month` or `year`."""

    @property
    def days(self) -> int:
        """How many there are."""
        return self.last - self.first + 1


def bins_of(first: int, last: int, most: int) -> list[Bin]:
    """Return days in as many parts as find room, in the smallest unit that does.

    Args:
        first: The first study day.
        last: The last one.
        most: How many bars find room; years may be more.
    """
    for unit, key in _UNITS.items():
        bins = _grouped(first, last, unit, key)
        if len(bins) <= most:
            return bins
    return bins


def _grouped(first: int, last: int, unit: str, key: Callable[[int], object]) -> list[Bin]:
    bins: list[Bin] = []
    for day in range(first, last + 1):
        if bins and key(day) == key(bins[-1].last):
            bins[-1] = bins[-1]._replace(last=day)
        else:
            bins.append(Bin(day, day, unit))
    return bins


def _month(day: int) -> object:
    on = date.fromordinal(day)
    return on.year, on.month


_UNITS: dict[str, Callable[[int], object]] = {
    "day": lambda day: day,
    "week": lambda day: (day - 1) // 7,
    "month": _month,
    "year": lambda day: date.fromordinal(day).year,
}
"""A week begins on Monday, whose ordinals are 1 more than a multiple of 7."""


def sums(values: Sequence[float], bins: Sequence[Bin]) -> list[float]:
    """Return the sum of each bin's values; the first value is the first bin's first day's."""
    start = bins[0].first if bins else 0
    return [sum(values[each.first - start : each.last - start + 1]) for each in bins]


def bin_words(part: Bin, say: Messages) -> str:
    """Return which days a bar stands for."""
    on = date.fromordinal(part.first)
    if part.unit == "year":
        return say("statistics.year", year=on.year)
    if part.unit == "month":
        return say("statistics.month", year=on.year, month=say(f"home.month_{on.month}"))
    if part.first == part.last:
        return short_day(say, part.first)
    return say("statistics.span", first=short_day(say, part.first), last=short_day(say, part.last))


def bin_label(
    part: Bin, before: Bin | None, today: int, say: Messages, *, dense: bool = False
) -> str:
    """Return what stands under a bar, or nothing where a neighbour's label says enough.

    Args:
        part: The bar's days.
        before: The bar to the left.
        today: The study day.
        say: The learner's language.
        dense: Whether there is no room for a label under every bar.
    """
    on = date.fromordinal(part.first)
    was = date.fromordinal(before.first) if before else None
    if part.unit == "day":
        return _day_label(part.first, today, say, dense=dense)
    if part.unit == "week":
        return say(f"home.month_{on.month}") if not was or was.month != on.month else ""
    return str(on.year) if not was or was.year != on.year else ""


def _day_label(day: int, today: int, say: Messages, *, dense: bool) -> str:
    """Return the weekday, or where that is too much the date of Mondays and the new month."""
    on = date.fromordinal(day)
    if day == today:
        return say("statistics.now")
    if not dense:
        return say(f"statistics.weekday_{on.weekday()}")
    if on.day == 1:
        return say(f"home.month_{on.month}")
    return str(on.day) if on.weekday() == 0 else ""

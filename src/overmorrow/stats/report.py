"""What the learner's answers add up to: counts in, one report out.

Nothing here is a prediction but the forecast, which only says what is due if
nothing is answered before. A share of few answers is no share: it is None.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from overmorrow.stats.counts import (
    MATURE,
    PASSING_QUALITY,
    STAGE_LEARNED,
    STAGE_NEW,
    STAGE_SUSPENDED,
    YOUNG,
    Counts,
    DayCount,
    KindCount,
)
from overmorrow.stats.days import Day, days_of
from overmorrow.stats.recalled import Recalled
from overmorrow.stats.streak import longest_streak, streak


@dataclass(frozen=True, slots=True, kw_only=True)
class Hour:
    """What was answered in one hour of the clock, 0-23, over the period."""

    hour: int
    recalled: Recalled


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Everything the statistics pages show."""

    today: Day
    days: tuple[Day, ...]
    """Each day of the period, the oldest first, today last."""
    young: Recalled
    mature: Recalled
    forecast: tuple[tuple[int, int], ...]
    """Study day and cards due on it, from today; today's also counts the overdue ones."""
    overdue: int
    """Cards that were due before today."""
    new_cards: int
    learned_cards: int
    mature_cards: int
    """Learned cards with an interval of 21 days or more."""
    suspended_cards: int
    interval_cards: Mapping[int, int]
    ease_cards: Mapping[int, int]
    hours: tuple[Hour, ...]
    qualities: tuple[int, ...]
    """Answers by quality, 0 to 5."""
    streak_days: int
    """Study days in a row up to today, or to yesterday while today has no answer."""
    longest_streak_days: int

    @property
    def retention(self) -> Recalled:
        """The scheduled reviews that were right, young and mature together."""
        return Recalled(
            right=self.young.right + self.mature.right, total=self.young.total + self.mature.total
        )

    @property
    def young_cards(self) -> int:
        """Learned cards with an interval below 21 days."""
        return self.learned_cards - self.mature_cards

    @property
    def studied(self) -> int:
        """Days of the period with an answer."""
        return sum(day.answers > 0 for day in self.days)


def make_report(counts: Counts, today: int, days: int, days_ahead: int) -> Report:
    """Return the report of a period that ends today.

    Args:
        counts: The period's counts.
        today: The study day.
        days: How many days the period has, today among them.
        days_ahead: How many days the forecast has, today among them.
    """
    first = today - days + 1
    within = [count for count in counts.days if first <= count.study_day <= today]
    by_day = days_of(_kinds(within), first, today)
    overdue = sum(cards for day, cards in counts.due_cards.items() if day < today)
    return Report(
        today=by_day[-1],
        days=by_day,
        young=_recalled(count for count in within if count.kind == YOUNG),
        mature=_recalled(count for count in within if count.kind == MATURE),
        forecast=tuple(
            (day, counts.due_cards.get(day, 0) + (overdue if day == today else 0))
            for day in range(today, today + days_ahead)
        ),
        overdue=overdue,
        new_cards=counts.stage_cards.get(STAGE_NEW, 0),
        learned_cards=counts.stage_cards.get(STAGE_LEARNED, 0),
        mature_cards=counts.mature_cards,
        suspended_cards=counts.stage_cards.get(STAGE_SUSPENDED, 0),
        interval_cards=counts.interval_cards,
        ease_cards=counts.ease_cards,
        hours=_hours(counts),
        qualities=_qualities(within),
        streak_days=streak(counts.studied_days, today),
        longest_streak_days=longest_streak(counts.studied_days),
    )


def median(cards_by_value: Mapping[int, int]) -> int | None:
    """Return the value of the card in the middle, the lower of two; None without cards."""
    middle = (sum(cards_by_value.values()) + 1) // 2
    seen = 0
    for value in sorted(cards_by_value):
        seen += cards_by_value[value]
        if seen >= middle > 0:
            return value
    return None


def _kinds(counts: Iterable[DayCount]) -> Iterator[KindCount]:
    for day, kind, quality, answers, answer_ms in counts:
        recalled = answers if quality >= PASSING_QUALITY else 0
        yield KindCount(day, kind, answers, recalled, answer_ms)


def _recalled(counts: Iterable[DayCount]) -> Recalled:
    right = total = 0
    for count in counts:
        total += count.answers
        right += count.answers if count.quality >= PASSING_QUALITY else 0
    return Recalled(right=right, total=total)


def _qualities(counts: Iterable[DayCount]) -> tuple[int, ...]:
    tally = Counter[int]()
    for count in counts:
        tally[count.quality] += count.answers
    return tuple(tally[quality] for quality in range(6))


def _hours(counts: Counts) -> tuple[Hour, ...]:
    return tuple(
        Hour(hour=hour, recalled=Recalled(right=recalled, total=answers))
        for hour, answers, recalled, *_ in sorted(counts.hours)
        if answers
    )

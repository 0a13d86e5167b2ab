"""What the learner's answers add up to: counts in, one report out.

Nothing here is a prediction but the forecast, which only says what is due if
nothing is answered before. A share of few answers is no share: it is None.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import sqrt

from overmorrow.stats.counts import (
    DRILL,
    FIRST_KINDS,
    MATURE,
    NEW,
    REVIEW_KINDS,
    STAGE_LEARNED,
    STAGE_NEW,
    STAGE_SUSPENDED,
    YOUNG,
    Counts,
    DayCount,
)
from overmorrow.stats.streak import longest_streak, streak

NEEDED_FOR_SHARE = 20
"""Answers before a share of them means anything."""
MATURE_INTERVAL_DAYS = 21
_PASSING_QUALITY = 3
_Z_95_PERCENT = 1.96


@dataclass(frozen=True, slots=True, kw_only=True)
class Recalled:
    """How many answers of how many were right."""

    right: int
    total: int

    @property
    def share(self) -> float | None:
        """The part that was right, 0-1; None below 20 answers."""
        return self.right / self.total if self.total >= NEEDED_FOR_SHARE else None

    @property
    def percent_range(self) -> tuple[int, int] | None:
        """Between which percents the true share lies, 19 times in 20; None below 20 answers.

        Source:
            E. B. Wilson, Probable inference, the law of succession, and statistical
            inference (1927): (p + z²/2n ± z √(p(1 - p)/n + z²/4n²)) / (1 + z²/n).
        """
        if self.share is None:
            return None
        z_square = _Z_95_PERCENT**2
        middle = self.share + z_square / (2 * self.total)
        spread = _Z_95_PERCENT * sqrt(
            self.share * (1 - self.share) / self.total + z_square / (4 * self.total**2)
        )
        whole = 1 + z_square / self.total
        return round(100 * (middle - spread) / whole), round(100 * (middle + spread) / whole)


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """What was answered on one study day."""

    study_day: int
    new: int = 0
    review: int = 0
    drill: int = 0
    practice: int = 0
    """Answers ahead of time, and those that count nowhere."""
    right_first: int = 0
    """Answers at first sight that scored 3 or more."""
    answer_ms: int = 0

    @property
    def answers(self) -> int:
        """All answers of the day."""
        return self.new + self.review + self.drill + self.practice

    @property
    def asked_first(self) -> int:
        """Answers at first sight: new cards and scheduled reviews."""
        return self.new + self.review

    @property
    def seconds(self) -> int:
        """The time they took."""
        return round(self.answer_ms / 1000)


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
        """Cards with an interval below 21 days."""
        return sum(self.interval_cards.values()) - self.mature_cards

    @property
    def mature_cards(self) -> int:
        """Cards with an interval of 21 days or more."""
        return sum(
            cards for days, cards in self.interval_cards.items() if days >= MATURE_INTERVAL_DAYS
        )

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
    by_day = _by_day(within, first, today)
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


def _by_day(counts: Iterable[DayCount], first: int, last: int) -> tuple[Day, ...]:
    tallies: dict[int, Counter[str]] = {day: Counter() for day in range(first, last + 1)}
    for count in counts:
        tally = tallies[count.study_day]
        tally[_shown_as(count.kind)] += count.answers
        tally["answer_ms"] += count.answer_ms
        if count.kind in FIRST_KINDS and count.quality >= _PASSING_QUALITY:
            tally["right_first"] += count.answers
    return tuple(Day(study_day=day, **tally) for day, tally in tallies.items())


def _shown_as(kind: str) -> str:
    if kind in REVIEW_KINDS:
        return "review"
    return kind if kind in (NEW, DRILL) else "practice"


def _recalled(counts: Iterable[DayCount]) -> Recalled:
    right = total = 0
    for count in counts:
        total += count.answers
        right += count.answers if count.quality >= _PASSING_QUALITY else 0
    return Recalled(right=right, total=total)


def _qualities(counts: Iterable[DayCount]) -> tuple[int, ...]:
    tally = Counter[int]()
    for count in counts:
        tally[count.quality] += count.answers
    return tuple(tally[quality] for quality in range(6))


def _hours(counts: Counts) -> tuple[Hour, ...]:
    return tuple(
        Hour(hour=hour, recalled=Recalled(right=recalled, total=answers))
        for hour, answers, recalled in sorted(counts.hours)
        if answers
    )

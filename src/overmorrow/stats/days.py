"""What was answered on each study day."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from overmorrow.stats.counts import DRILL, FIRST_KINDS, NEW, REVIEW_KINDS, KindCount


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


def days_of(counts: Iterable[KindCount], first: int, last: int) -> tuple[Day, ...]:
    """Return every day from the first to the last, those without an answer too.

    Args:
        counts: What was answered on these days.
        first: The first study day.
        last: The last one.
    """
    tallies: dict[int, Counter[str]] = {day: Counter() for day in range(first, last + 1)}
    for count in counts:
        tally = tallies[count.study_day]
        tally[_shown_as(count.kind)] += count.answers
        tally["answer_ms"] += count.answer_ms
        if count.kind in FIRST_KINDS:
            tally["right_first"] += count.recalled
    return tuple(Day(study_day=day, **tally) for day, tally in tallies.items())


def _shown_as(kind: str) -> str:
    if kind in REVIEW_KINDS:
        return "review"
    return kind if kind in (NEW, DRILL) else "practice"

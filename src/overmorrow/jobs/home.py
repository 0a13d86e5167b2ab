"""What the first screen shows: today, tomorrow, overmorrow, and the decks."""

from dataclasses import dataclass

from overmorrow.clock import Clock, StudyDay
from overmorrow.jobs.asked import Progress
from overmorrow.jobs.day import current_day
from overmorrow.scheduling.answer_kind import FIRST_KINDS, AnswerKind
from overmorrow.settings import Settings
from overmorrow.stats.streak import streak
from overmorrow.store import cards, counts
from overmorrow.store.database import Database
from overmorrow.store.today import DeckCounts, day_counts, deck_tree

_WEEK = 7
_LONGEST_STREAK = 10_000
_SCHEDULED = (AnswerKind.YOUNG, AnswerKind.MATURE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """The collection at a glance."""

    day: StudyDay
    decks: tuple[DeckCounts, ...]
    """Parents before what is below them."""
    progress: Progress
    """Today, of all decks together."""
    total: int
    """All cards."""
    seconds_today: int
    due_tomorrow: int
    due_overmorrow: int
    streak_days: int
    """Days in a row with an answer, up to today or yesterday."""
    last_7_days: tuple[int, ...]
    """Answers a day, today last."""
    retention: tuple[int, int]
    """Right and all first answers of scheduled reviews in these 7 days."""
    is_first_run: bool
    """Whether nothing has ever been answered."""


def overview(
    database: Database, clock: Clock, settings: Settings, *, clock_confirmed: bool = False
) -> Overview:
    """Return what the first screen shows.

    Args:
        database: The collection.
        clock: Where the moment comes from.
        settings: The daily limits, and when a day ends.
        clock_confirmed: Whether the learner says that a clock which went back
            by days is right.

    Raises:
        ClockError: The clock went back by days and nobody confirmed it.
    """
    day = current_day(database, clock, settings, clock_confirmed=clock_confirmed)
    decks = cards.scope(database, None)
    week = counts.answers_by_day(database, decks, day - _WEEK + 1, day)
    due = counts.card_histogram(database, decks, "due", day + 2)
    left = day_counts(database, None, day, settings)
    today = [count for count in week if count.study_day == day]
    first = sum(count.answers for count in today if count.kind in FIRST_KINDS)
    scheduled = [count for count in week if count.kind in _SCHEDULED]
    studied = counts.studied_days(database, day, _LONGEST_STREAK)
    return Overview(
        day=day,
        decks=tuple(deck_tree(database, day, settings)),
        progress=Progress(
            new=left.new, review=left.review, drill=left.drill, done=max(0, first - left.drill)
        ),
        total=left.total,
        seconds_today=round(sum(count.answer_ms for count in today) / 1000),
        due_tomorrow=due.get(day + 1, 0),
        due_overmorrow=due.get(day + 2, 0),
        streak_days=streak(studied, day),
        last_7_days=tuple(
            sum(count.answers for count in week if count.study_day == each)
            for each in range(day - _WEEK + 1, day + 1)
        ),
        retention=(
            sum(count.answers for count in scheduled if count.quality >= 3),
            sum(count.answers for count in scheduled),
        ),
        is_first_run=not studied,
    )

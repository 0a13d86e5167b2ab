"""What the first screen shows: today, tomorrow, overmorrow, and the decks."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from overmorrow.clock import Clock, StudyDay
from overmorrow.jobs.asked import Progress
from overmorrow.jobs.backlog import Backlog, backlog_on
from overmorrow.jobs.day import current_day
from overmorrow.scheduling.answer_kind import FIRST_KINDS, AnswerKind
from overmorrow.scheduling.sm2 import DRILL_UNTIL_QUALITY
from overmorrow.settings import Settings
from overmorrow.store import counts
from overmorrow.store.cache import STAGE_NEW
from overmorrow.store.database import Database
from overmorrow.store.day_tree import DeckCounts, day_tree
from overmorrow.store.saved_searches import saved
from overmorrow.store.today import last_study_day

_WEEK = 7
_MOST_WEAK = 200
_SCHEDULED = (AnswerKind.YOUNG, AnswerKind.MATURE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """The collection at a glance."""

    day: StudyDay
    decks: tuple[DeckCounts, ...]
    """Parents before what is below them."""
    progress: Progress
    """Today, of all decks together."""
    whole: DeckCounts
    """All decks together."""
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
    backlog: Backlog | None = None
    """What is overdue, where that is more than a day takes."""
    searches: tuple[tuple[str, str], ...] = ()
    """Saved searches, each with its name and text."""
    unseen: int = 0
    """Cards never asked so far that may still be asked today."""
    weak: tuple[int, ...] = ()
    """Cards that scored below 4 today, once the day is done."""
    asked_today: Mapping[int, int] = field(default_factory=dict)
    """How many cards of each deck were asked today at first sight, by the deck's id."""

    def progress_of(self, deck: DeckCounts) -> Progress:
        """Return how much of today is done in a deck and everything below it.

        Args:
            deck: The deck; `whole` for all of them.
        """
        if deck == self.whole:
            return self.progress
        below = deck.name + "::"
        names = ((each.deck_id, each.name) for each in self.decks)
        ids = (number for number, name in names if name == deck.name or name.startswith(below))
        asked = sum(self.asked_today.get(number, 0) for number in ids)
        done = max(0, asked - deck.drill)
        return Progress(new=deck.new, review=deck.review, drill=deck.drill, done=done)


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
    tree = day_tree(database, day, settings)
    left = tree.whole
    week = counts.answers_by_day(database, None, day - _WEEK + 1, day)
    today = [count for count in week if count.study_day == day]
    first = sum(count.answers for count in today if count.kind in FIRST_KINDS)
    scheduled = [count for count in week if count.kind in _SCHEDULED]
    return Overview(
        day=day,
        decks=tuple(tree.decks),
        progress=Progress(
            new=left.new, review=left.review, drill=left.drill, done=max(0, first - left.drill)
        ),
        whole=left,
        seconds_today=round(sum(count.answer_ms for count in today) / 1000),
        due_tomorrow=tree.due_tomorrow,
        due_overmorrow=tree.due_overmorrow,
        streak_days=counts.streak_days(database, day),
        last_7_days=tuple(
            sum(count.answers for count in week if count.study_day == each)
            for each in range(day - _WEEK + 1, day + 1)
        ),
        retention=(
            sum(count.answers for count in scheduled if count.quality >= 3),
            sum(count.answers for count in scheduled),
        ),
        is_first_run=last_study_day(database) is None,
        backlog=backlog_on(database, day, settings),
        searches=tuple(saved(database)),
        unseen=_unseen(database, day),
        asked_today=counts.asked_by_deck(database, [deck.deck_id for deck in tree.decks], day),
        weak=() if left.new + left.review + left.drill else _weak(database, day),
    )


def _unseen(database: Database, day: StudyDay) -> int:
    """Return how many new cards are left; of a note one card a day is asked."""
    new = counts.card_histogram(database, None, "stage", STAGE_NEW).get(STAGE_NEW, 0)
    return max(0, new - counts.new_of_answered_notes(database, day)) if new else 0


def _weak(database: Database, day: StudyDay) -> tuple[int, ...]:
    """Return the cards that scored too low today, each once, in the order they were answered."""
    low = (
        answer.card_id
        for answer in counts.answers_on(database, day)
        if answer.event.quality is not None and answer.event.quality < DRILL_UNTIL_QUALITY
    )
    return tuple(dict.fromkeys(low))[:_MOST_WEAK]

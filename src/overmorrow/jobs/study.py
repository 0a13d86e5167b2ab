"""Study: one card after another, each answer saved before the next is shown."""

import hashlib
from collections import Counter

from overmorrow import clock as clocks
from overmorrow.cards import hints
from overmorrow.cards.making import cards_of
from overmorrow.clock import Clock, StudyDay
from overmorrow.jobs import judging
from overmorrow.jobs.asked import (
    Asked,
    AskKind,
    HardCard,
    Judged,
    Limits,
    Mode,
    Progress,
    Returned,
    Summary,
)
from overmorrow.jobs.judging import Effort, RightHow
from overmorrow.jobs.today import Today, plan_today
from overmorrow.scheduling.event import EventKind
from overmorrow.scheduling.queue import next_drill
from overmorrow.settings import Settings
from overmorrow.store import answers, cards, counts
from overmorrow.store.cards import StoredCard
from overmorrow.store.database import Database

__all__ = [
    "AskKind",
    "Asked",
    "HardCard",
    "Judged",
    "Limits",
    "Mode",
    "Progress",
    "Returned",
    "StudySession",
    "Summary",
]

HARDEST_SHOWN = 3


class StudySession:
    """One sitting: which card is asked, and what became of the answers."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        settings: Settings,
        scope: str | None,
        limits: Limits = Limits(),
        *,
        clock_confirmed: bool = False,
    ) -> None:
        """Start with the first card of today.

        Args:
            database: The learner's collection.
            clock: Where moments come from.
            settings: Daily limits and the hour at which the day ends.
            scope: A deck with its subdecks; None for all.
            limits: How much to ask at most.
            clock_confirmed: Whether the learner says that a clock which went
                back by days is right.

        Raises:
            NotFoundError: There is no such deck.
            ClockError: The clock went back by days and nobody confirmed it.
        """
        self.scope = scope
        self.asked: Asked | None = None
        self._database = database
        self._clock = clock
        self._settings = settings
        self._limits = limits
        self._clock_confirmed = clock_confirmed
        self._answered = 0
        self._medians: dict[str, int | None] = {}
        self._undone: list[answers.Undone] = []
        self._day = self._study_day()
        self._plan: Today = self._plan_again()
        self._ask_next()

    @property
    def progress(self) -> Progress:
        """What is left, the card on the screen included, and what is done."""
        left = Counter(self._plan.kinds[card_id] for card_id in self._plan.queue)
        if self.asked is not None:
            left[self.asked.kind] += 1
        return Progress(
            new=left[AskKind.NEW],
            review=left[AskKind.REVIEW] + left[AskKind.AHEAD] + left[AskKind.CRAM],
            drill=left[AskKind.DRILL] + len(self._plan.drills),
            done=self._plan.done,
        )

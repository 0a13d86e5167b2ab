"""Which pages there are, and what each can do."""

from enum import StrEnum
from typing import NamedTuple, Protocol

from overmorrow.messages import Messages
from overmorrow.stats.pages.drawing import Drawing, Room
from overmorrow.stats.pages.sheet import Sheet


class PageName(StrEnum):
    """The pages in their order; page 1 is the first."""

    TODAY = "today"
    MEMORY = "memory"
    REVIEWS = "reviews"
    FORECAST = "forecast"
    CALENDAR = "calendar"
    INTERVALS = "intervals"
    EASE = "ease"
    HOURS = "hours"
    ANSWERS = "answers"


PAGES = tuple(PageName)
DAYS = (7, 30, 365, None)
"""The periods that can be chosen; None is all the time there was."""
DAYS_AHEAD = (30, 90, 365)
"""How far a forecast can look."""
WITH_PERIOD = frozenset({PageName.MEMORY, PageName.REVIEWS, PageName.HOURS, PageName.ANSWERS})
"""The pages that a period is chosen for."""


class Wish(NamedTuple):
    """What the learner wants to see."""

    page: PageName = PageName.TODAY
    deck: str | None = None
    """A deck with its subdecks; None for all."""
    days: int | None = 30
    """How many days up to today; None for all there were."""
    days_ahead: int = 30
    until: int | None = None
    """The last day of the calendar; None for today."""


class StatisticsPage(Protocol):
    """What every page can do."""

    def sheet(self) -> Sheet:
        """Return the page's numbers."""

    def drawing(self, room: Room, say: Messages) -> Drawing:
        """Draw the page."""

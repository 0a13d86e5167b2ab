"""The statistics: what one page shows, read from the counts that are kept beside the log."""

from overmorrow.clock import Clock, StudyDay
from overmorrow.jobs.day import current_day
from overmorrow.jobs.hard_cards import mixed_up, slow_cards
from overmorrow.jobs.progress import progress_report
from overmorrow.scheduling.forecast import Assumptions, forecast
from overmorrow.scheduling.state import NEW_EASE_HUNDREDTHS
from overmorrow.settings import Settings
from overmorrow.stats.counts import STAGE_NEW
from overmorrow.stats.days import days_of
from overmorrow.stats.pages.amounts import AmountsPage
from overmorrow.stats.pages.answers import AnswersPage
from overmorrow.stats.pages.calendar import MOST_WEEKS, WEEK, CalendarPage
from overmorrow.stats.pages.forecast import ForecastPage
from overmorrow.stats.pages.hours import make_hours_page
from overmorrow.stats.pages.memory import make_memory_page
from overmorrow.stats.pages.page import PageName, StatisticsPage, Wish
from overmorrow.stats.pages.spread import EasePage, IntervalsPage
from overmorrow.stats.pages.today import TodayPage
from overmorrow.stats.recalled import Recalled
from overmorrow.stats.report import median
from overmorrow.store import counts
from overmorrow.store.cards import scope
from overmorrow.store.database import Database
from overmorrow.store.deck_names import all_decks
from overmorrow.store.new_pace import new_a_day
from overmorrow.store.single_cards import NEWEST, newest_answers

_USUAL_RECALL_PERCENT = 90
"""Taken for granted until enough reviews are known."""
_YEAR = 365


def statistics_page(
    database: Database, clock: Clock, settings: Settings, wish: Wish
) -> StatisticsPage:
    """Return one page of statistics.

    Args:
        database: The collection.
        clock: Where the moment comes from.
        settings: When a day ends, and the daily limits.
        wish: Which page, of which deck and period.

    Raises:
        NotFoundError: There is no such deck.
        ClockError: The clock went back by days.
    """
    if wish.page is PageName.TODAY:
        report = progress_report(database, clock, settings, wish.deck, days=1)
        return TodayPage(report)
    with database.snapshot():
        today = current_day(database, clock, settings)
        return _Reader(database, settings, wish, today).page()


def deck_names(database: Database) -> list[str]:
    """Return the names of all decks, in the order of the tree."""
    return [row.name for row in all_decks(database)]


class _Reader:
    """Reads what a page needs, and no more."""

    def __init__(self, database: Database, settings: Settings, wish: Wish, today: StudyDay) -> None:
        self._database = database
        self._settings = settings
        self._wish = wish
        self._today = today
        self._decks = None if wish.deck is None else scope(database, wish.deck)
        self._first_of_all = counts.first_studied_day(database)

    def page(self) -> StatisticsPage:
        """Return the page that is wanted."""
        read = {
            PageName.MEMORY: self._memory,
            PageName.REVIEWS: self._amounts,
            PageName.FORECAST: self._forecast,
            PageName.CALENDAR: self._calendar,
            PageName.INTERVALS: self._intervals,
            PageName.EASE: self._eases,
            PageName.HOURS: self._hours,
            PageName.ANSWERS: self._answers,
        }
        return read[self._wish.page]()

    @property
    def _first(self) -> int:
        """The first day of the period."""
        if self._wish.days is not None:
            return self._today - self._wish.days + 1
        return min(self._first_of_all or self._today, self._today)

    @property
    def _days(self) -> int:
        return self._today - self._first + 1

    def _cards_by(self, measure: str) -> dict[int, int]:
        return counts.card_histogram(self._database, self._decks, measure)

    def _intervals(self) -> StatisticsPage:
        return IntervalsPage(self._cards_by("interval"))

    def _eases(self) -> StatisticsPage:
        return EasePage(self._cards_by("ease"))

    def _hours(self) -> StatisticsPage:
        period = (self._decks, self._first, self._today)
        return make_hours_page(counts.answers_by_hour(self._database, *period))

    def _memory(self) -> StatisticsPage:
        by_kind = counts.answers_by_kind(
            self._database, self._decks, self._first_of_all or self._today, self._today
        )
        steps = counts.reviews_by_step(self._database, self._decks, self._first, self._today)
        return make_memory_page(by_kind, steps, self._today, self._days)

    def _amounts(self) -> StatisticsPage:
        by_kind = counts.answers_by_kind(self._database, self._decks, self._first, self._today)
        return AmountsPage(days_of(by_kind, self._first, self._today))

    def _calendar(self) -> StatisticsPage:
        last = min(self._wish.until or self._today, self._today)
        monday = last - (last - 1) % WEEK
        first = max(1, monday - (MOST_WEEKS - 1) * WEEK)
        by_kind = counts.answers_by_kind(self._database, self._decks, first, last)
        return CalendarPage(days_of(by_kind, first, last), self._today, self._first_of_all)

    def _forecast(self) -> StatisticsPage:
        ahead = self._wish.days_ahead
        recalled = self._recalled_in_a_year()
        percent = recalled.percent
        eases = self._cards_by("ease")
        new_cards = self._cards_by("stage").get(STAGE_NEW, 0)
        assumed = Assumptions(
            recall_share=(_USUAL_RECALL_PERCENT if percent is None else percent) / 100,
            ease_hundredths=median(eases) or NEW_EASE_HUNDREDTHS,
            new_per_day=new_a_day(self._database, self._wish.deck, self._settings),
            new_cards=new_cards,
        )
        decks = scope(self._database, self._wish.deck)
        due = counts.cards_due(self._database, decks, self._today + ahead - 1)
        expected = forecast(due, self._today, ahead, assumed)
        return ForecastPage(
            today=self._today,
            backlog=expected.backlog,
            known=expected.known,
            from_new=expected.from_new,
            new_per_day=assumed.new_per_day,
            new_cards=new_cards,
            recall_percent=round(100 * assumed.recall_share),
            is_measured=percent is not None,
            ease_hundredths=assumed.ease_hundredths,
        )

    def _recalled_in_a_year(self) -> Recalled:
        """Return how the scheduled reviews of the last year went."""
        first = self._today - _YEAR + 1
        steps = counts.reviews_by_step(self._database, self._decks, first, self._today)
        return Recalled(
            right=sum(step.recalled for step in steps), total=sum(step.answers for step in steps)
        )

    def _answers(self) -> StatisticsPage:
        period = (self._decks, self._first, self._today)
        newest = newest_answers(self._database, *period)
        return AnswersPage(
            days=self._days,
            qualities=counts.answers_by_quality(self._database, *period),
            choices=counts.answers_by_choice(self._database, *period),
            mixed_up=mixed_up(self._database, newest),
            slow=slow_cards(self._database, newest),
            looked_at=NEWEST,
        )

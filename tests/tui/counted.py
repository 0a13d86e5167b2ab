"""Statistics of a small made-up history, for the screens to show."""

from overmorrow.stats.counts import ChoiceCount, Counts, DayCount, HourCount, KindCount, StepCount
from overmorrow.stats.days import days_of
from overmorrow.stats.pages.amounts import AmountsPage
from overmorrow.stats.pages.answers import AnswersPage, MixedUp, SlowCard
from overmorrow.stats.pages.calendar import MOST_WEEKS, WEEK, CalendarPage
from overmorrow.stats.pages.forecast import ForecastPage
from overmorrow.stats.pages.hours import make_hours_page
from overmorrow.stats.pages.memory import make_memory_page
from overmorrow.stats.pages.page import PageName, StatisticsPage, Wish
from overmorrow.stats.pages.spread import EasePage, IntervalsPage
from overmorrow.stats.pages.today import TodayPage
from overmorrow.stats.report import make_report
from overmorrow.tui.statistics import Statistics

DAY = 739_943
"""Monday 2026-11-23."""
_OF_A_DAY = (("new", 4, 3), ("young", 4, 9), ("young", 2, 2), ("mature", 5, 4), ("drill", 4, 2))
INTERVALS = {1: 4, 6: 12, 15: 9, 38: 5, 90: 2, 200: 1}
EASES = {130: 1, 196: 3, 236: 12, 250: 15, 260: 2}


def _answers(back: int) -> int:
    """Return how many times a day's answers were given so many days ago; some days are free."""
    return 0 if back % 7 == 3 or back > 200 else 1 + back * 5 % 4


class Studied(Statistics):
    """Reads from a history that is worked out from nothing but the day."""

    def __init__(self, *, days: int = 200, decks: tuple[str, ...] = ()) -> None:
        """Choose how much there is.

        Args:
            days: How many days ago the first answer was given; 0 for never.
            decks: The names of the decks.
        """
        self._first = DAY - days + 1
        self._has_any = days > 0
        self._decks = decks
        self.wishes: list[Wish] = []

    def page(self, wish: Wish) -> StatisticsPage:
        self.wishes.append(wish)
        pages = {
            PageName.TODAY: self._today,
            PageName.MEMORY: self._memory,
            PageName.REVIEWS: self._amounts,
            PageName.FORECAST: self._forecast,
            PageName.CALENDAR: self._calendar,
            PageName.INTERVALS: lambda _: IntervalsPage(INTERVALS if self._has_any else {}),
            PageName.EASE: lambda _: EasePage(EASES if self._has_any else {}),
            PageName.HOURS: self._hours,
            PageName.ANSWERS: self._answers_page,
        }
        return pages[wish.page](wish)

    def decks(self) -> list[str]:
        return list(self._decks)

    def _kinds(self, first: int, last: int = DAY) -> list[KindCount]:
        begin = max(first, self._first) if self._has_any else last + 1
        return [
            KindCount(day, kind, times * n, times * n if quality > 2 else 0, times * n * 7000)
            for day in range(begin, last + 1)
            if (times := _answers(DAY - day))
            for kind, quality, n in _OF_A_DAY
        ]

    def _begin(self, wish: Wish) -> int:
        return self._first if wish.days is None else DAY - wish.days + 1

    def _today(self, _wish: Wish) -> StatisticsPage:
        days = tuple(DayCount(DAY, kind, quality, n, n * 7000) for kind, quality, n in _OF_A_DAY)
        counts = Counts(
            days=days if self._has_any else (),
            studied_days=tuple(range(DAY - 11, DAY + 1)) if self._has_any else (),
            interval_cards=INTERVALS if self._has_any else {},
            ease_cards=EASES if self._has_any else {},
            due_cards={DAY - 1: 2, DAY: 6, DAY + 1: 9, DAY + 2: 4, DAY + 5: 7, DAY + 9: 1}
            if self._has_any
            else {},
            stage_cards={0: 40, 1: 33, 2: 1} if self._has_any else {0: 74},
            mature_cards=8 if self._has_any else 0,
        )
        return TodayPage(make_report(counts, DAY, days=1, days_ahead=14))

    def _memory(self, wish: Wish) -> StatisticsPage:
        steps = [StepCount(1, 120, 101), StepCount(2, 80, 70), StepCount(7, 19, 17)]
        return make_memory_page(
            self._kinds(DAY - 400),
            steps if self._has_any else [],
            DAY,
            DAY - self._begin(wish) + 1,
        )

    def _amounts(self, wish: Wish) -> StatisticsPage:
        begin = self._begin(wish)
        return AmountsPage(days_of(self._kinds(begin), begin, DAY))

    def _forecast(self, wish: Wish) -> StatisticsPage:
        ahead = wish.days_ahead
        return ForecastPage(
            today=DAY,
            backlog=2 if self._has_any else 0,
            known=[(day * 7 % 13) + 4.0 for day in range(ahead)]
            if self._has_any
            else [0.0] * ahead,
            from_new=[20.0 if day < 2 else 6.5 for day in range(ahead)],
            new_per_day=20,
            new_cards=40,
            recall_percent=88 if self._has_any else 90,
            is_measured=self._has_any,
            ease_hundredths=250,
        )

    def _calendar(self, wish: Wish) -> StatisticsPage:
        last = min(wish.until or DAY, DAY)
        first = last - (last - 1) % WEEK - (MOST_WEEKS - 1) * WEEK
        days = days_of(self._kinds(first, last), first, last)
        return CalendarPage(days, DAY, self._first if self._has_any else None)

    def _hours(self, _wish: Wish) -> StatisticsPage:
        counts = [
            HourCount(7, 60, 50, 40, 35),
            HourCount(8, 22, 20, 15, 14),
            HourCount(20, 140, 130, 120, 111),
            HourCount(21, 90, 80, 70, 70),
        ]
        return make_hours_page(counts if self._has_any else [])

    def _answers_page(self, wish: Wish) -> StatisticsPage:
        if not self._has_any:
            return AnswersPage(
                days=30, qualities={}, choices=(), mixed_up=(), slow=(), looked_at=10_000
            )
        return AnswersPage(
            days=DAY - self._begin(wish) + 1,
            qualities={0: 3, 1: 1, 2: 20, 3: 33, 4: 120, 5: 88},
            choices=(
                ChoiceCount(0, 0, 3),
                ChoiceCount(2, 2, 18),
                ChoiceCount(2, 4, 2),
                ChoiceCount(4, 4, 100),
                ChoiceCount(4, 3, 9),
                ChoiceCount(5, 5, 80),
            ),
            mixed_up=(
                MixedUp(11, "세상에서 가장 깊은 호수는 어디인가?", "바이칼호", "카스피해", 4, 12),
                MixedUp(13, "나일강의 길이는?", "6,650km", "6,400km", 2, None),
            ),
            slow=(
                SlowCard(14, "남아메리카의 큰 강 셋은?", 21_400, 5),
                SlowCard(11, "세상에서 가장 깊은 호수는 어디인가?", 12_050, 7),
            ),
            looked_at=10_000,
        )

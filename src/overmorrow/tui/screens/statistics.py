"""The statistics screen: today, memory, answers a day."""

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.message import Message

from overmorrow.tui import footers
from overmorrow.tui.keys import Place, bindings
from overmorrow.tui.manner import Manner
from overmorrow.tui.screens.page import Page
from overmorrow.tui.statistics_rows import PAGES, page_rows, tabs

if TYPE_CHECKING:
    from overmorrow.stats.report import Report

_PERIODS_DAYS = (7, 30, 365)


class StatisticsScreen(Page):
    """Shows one page of a report at a time."""

    CSS_PATH = "statistics.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.STATISTICS)]

    class Closed(Message):
        """Posted when the learner goes back."""

    def __init__(self, report: "Callable[[int], Report]", manner: Manner) -> None:
        """Show the first page.

        Args:
            report: Makes the report of so many days.
            manner: Language and looks.
        """
        super().__init__(manner)
        self._make_report = report
        self._page = PAGES[0]
        self._days = _PERIODS_DAYS[1]
        self._report = report(self._days)
        self._top = self.sheet("tabs")
        self._body = self.sheet("page")
        self._scroll = VerticalScroll(self._body, id="around-page", can_focus=False)

    @property
    def place(self) -> Place:
        """Where the learner is."""
        return Place.STATISTICS

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        yield self._top
        yield self._scroll
        yield self._status
        yield self._footer

    def action_page(self, number: int) -> None:
        """Show a page."""
        self._show_page(number)

    def action_turn(self, step: int) -> None:
        """Show the page before or after."""
        self._show_page(PAGES[(PAGES.index(self._page) + step) % len(PAGES)])

    def _show_page(self, number: int) -> None:
        self._page = number
        self._scroll.scroll_home(animate=False)
        self.draw()

    def action_period(self) -> None:
        """Take the next longer period, after the longest the shortest."""
        at = _PERIODS_DAYS.index(self._days)
        self._days = _PERIODS_DAYS[(at + 1) % len(_PERIODS_DAYS)]
        self._report = self._make_report(self._days)
        self.draw()

    def action_scroll(self, direction: int) -> None:
        """Scroll the page."""
        self._scroll.scroll_relative(y=3 * direction, animate=False)

    def action_back(self) -> None:
        """Go back."""
        self.post_message(self.Closed())

    def draw(self) -> None:
        """Draw the page."""
        frame = self.frame
        say = self.manner.say
        self._top.show(tabs(self._page, frame, say))
        self._body.show(page_rows(self._page, self._report, frame, say))
        self.offer(footers.statistics_offers(say))

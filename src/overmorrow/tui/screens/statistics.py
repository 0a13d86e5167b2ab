"""The statistics screen: nine pages, whose bars and days lead to their cards."""

from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.geometry import Region
from textual.message import Message

from overmorrow.errors import OvermorrowError
from overmorrow.stats.pages.calendar import CalendarPage
from overmorrow.stats.pages.drawing import Drawing, Mark
from overmorrow.stats.pages.page import (
    DAYS,
    DAYS_AHEAD,
    PAGES,
    WITH_PERIOD,
    PageName,
    StatisticsPage,
    Wish,
)
from overmorrow.stats.pages.searches import in_deck
from overmorrow.tui import statistics_footers
from overmorrow.tui.keys import bindings
from overmorrow.tui.manner import Manner
from overmorrow.tui.places import Place
from overmorrow.tui.rows import Row
from overmorrow.tui.screens.browse_wanted import BrowseWanted
from overmorrow.tui.screens.choosing_deck import ChoosingDeck
from overmorrow.tui.statistics import Statistics
from overmorrow.tui.statistics_rows import (
    deck_offers,
    drawn,
    head,
    room_of,
    tab_at,
    table_rows,
    tabs,
)
from overmorrow.tui.widgets.click_sheet import ClickSheet


class StatisticsScreen(ChoosingDeck):
    """Shows one page at a time; what was read before stays until the next is read."""

    CSS_PATH = "statistics.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(Place.STATISTICS, Place.STATISTICS_DAYS, Place.STATISTICS_DECK)
    ]

    class Closed(Message):
        """Posted when the learner goes back."""

    class HasRead(Message):
        """Posted by the thread that read a page."""

        def __init__(
            self, turn: int, wish: Wish, page: StatisticsPage | None, error: OvermorrowError | None
        ) -> None:
            """Say which page it is, or why there is none.

            Args:
                turn: Which reading it was.
                wish: What was wanted.
                page: What was read.
                error: Why nothing was.
            """
            super().__init__()
            self.turn = turn
            self.wish = wish
            self.page = page
            self.error = error

    class HasListed(Message):
        """Posted by the thread that listed the decks."""

        def __init__(self, names: list[str]) -> None:
            """Say which there are.

            Args:
                names: Their full names.
            """
            super().__init__()
            self.names = names

    def __init__(self, statistics: Statistics, manner: Manner) -> None:
        """Show the first page.

        Args:
            statistics: Reads the pages.
            manner: Language and looks.
        """
        super().__init__(manner)
        self._statistics = statistics
        self._wanted = Wish()
        self._shown = Wish()
        """What the page on the screen is of."""
        self._page: StatisticsPage | None = None
        self._drawing = Drawing([], [], [])
        self._chosen: int | None = None
        self._is_table = False
        self._top = ClickSheet(id="tabs", ascii_only=manner.ascii_only)
        self._head = self.sheet("head")
        self._body = ClickSheet(id="page", ascii_only=manner.ascii_only)
        self._scroll = VerticalScroll(self._body, id="around-page", can_focus=False)

    @property
    def place(self) -> Place:
        """Where the learner is."""
        if self.is_choosing:
            return Place.STATISTICS_DECK
        is_calendar = self._shown.page is PageName.CALENDAR and not self._is_table
        return Place.STATISTICS_DAYS if is_calendar else Place.STATISTICS

    @property
    def is_easily_left(self) -> bool:
        """Whether nothing is lost when the learner goes elsewhere from here."""
        return True

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        yield self._top
        yield self._head
        yield self.deck_box
        yield self._scroll
        yield self._status
        yield self._footer

    def on_mount(self) -> None:
        """Draw the frame at once, and have the first page read."""
        super().on_mount()
        self._read(self._wanted)

    # reading

    def _read(self, wish: Wish) -> None:
        self._wanted = wish
        self._begin()
        self.run_worker(partial(self._read_now, self._turn, wish), thread=True)

    def _read_now(self, turn: int, wish: Wish) -> None:
        with self._one_at_a_time:
            if turn != self._turn:
                return
            try:
                page = self._statistics.page(wish)
            except OvermorrowError as error:
                self.post_message(self.HasRead(turn, wish, None, error))
            else:
                self.post_message(self.HasRead(turn, wish, page, None))

    def on_statistics_screen_has_read(self, event: HasRead) -> None:
        """Show a page that was read."""
        if event.turn != self._turn:
            return
        if self._ticks:
            self.tell("")
        self.stop_reading()
        if event.page is None:
            if event.error is not None:
                self.tell(self.manner.say(event.error.key, **event.error.values))
            self._wanted = self._shown
            return
        is_other = (event.wish.page, event.wish.until) != (self._shown.page, self._shown.until)
        self._page, self._shown = event.page, event.wish
        if is_other and event.wish.page is not PageName.CALENDAR:
            self._chosen = None
        self._scroll.scroll_home(animate=False)
        self.draw()

    def say_seconds(self, seconds: int) -> None:
        """Say that a page is being read."""
        key = "statistics.reading_for" if seconds else "statistics.reading"
        self.tell(self.manner.say(key, n=seconds))

    # pages

    def action_page(self, number: int) -> None:
        """Show a page."""
        self._turn_to(PAGES[number - 1])

    def action_turn(self, step: int) -> None:
        """Show the page before or after."""
        at = PAGES.index(self._wanted.page)
        self._turn_to(PAGES[(at + step) % len(PAGES)])

    def _turn_to(self, name: PageName) -> None:
        if name is not self._shown.page:
            self._chosen = None
        self._read(self._wanted._replace(page=name, until=None))

    def action_step_page(self, step: int) -> None:
        """Show the page before or after, from the calendar too."""
        self.action_turn(step)

    def action_period(self) -> None:
        """Take the next longer period, after the longest the shortest."""
        wish = self._wanted
        if wish.page is PageName.FORECAST:
            at = DAYS_AHEAD.index(wish.days_ahead)
            wish = wish._replace(days_ahead=DAYS_AHEAD[(at + 1) % len(DAYS_AHEAD)])
        elif wish.page in WITH_PERIOD:
            at = DAYS.index(wish.days)
            wish = wish._replace(days=DAYS[(at + 1) % len(DAYS)])
        else:
            self.tell(self.manner.say("statistics.no_period"))
            return
        self._chosen = None
        self._read(wish)

    def action_as_table(self) -> None:
        """Show the page's numbers as tables, or its drawing again."""
        self._is_table = not self._is_table
        self._scroll.scroll_home(animate=False)
        self.draw()

    def action_back(self) -> None:
        """Go back."""
        self.post_message(self.Closed())

    # decks

    def action_choose_deck(self) -> None:
        """Open the box once the decks are known."""
        self.run_worker(self._list_decks, thread=True)

    def _list_decks(self) -> None:
        try:
            names = self._statistics.decks()
        except OvermorrowError:
            names = []
        self.post_message(self.HasListed(names))

    def on_statistics_screen_has_listed(self, event: HasListed) -> None:
        """Let the learner write a deck's name."""
        self.open_box(event.names)

    def has_chosen(self, deck: str | None) -> None:
        """Show the pages of a deck."""
        self._chosen = None
        self._read(self._wanted._replace(deck=deck, until=None))

    # bars and days

    @property
    def _mark(self) -> Mark | None:
        """The chosen bar or day."""
        marks = self._drawing.marks
        if self._is_table or self._chosen is None or self._chosen >= len(marks):
            return None
        return marks[self._chosen]

    def action_move_mark(self, step: int) -> None:
        """Choose another bar; where there is none, scroll."""
        if self._mark is None:
            self.action_scroll(step)
        else:
            self._choose((self._chosen or 0) + step)

    def action_move_day(self, step: int) -> None:
        """Choose another day; beyond the first one shown, earlier weeks are read."""
        if self._mark is None:
            return
        wanted = (self._chosen or 0) + step
        if wanted < 0:
            self._move_window(-1)
        elif wanted >= len(self._drawing.marks) and self._shown.until is not None:
            self._move_window(1)
        else:
            self._choose(wanted)

    def action_move_window(self, direction: int) -> None:
        """Show the weeks before or after."""
        self._move_window(direction)

    def _move_window(self, direction: int) -> None:
        """Show other weeks of the calendar; none lie after this one's."""
        page = self._page
        if not isinstance(page, CalendarPage):
            return
        shown = len(self._drawing.marks)
        until = page.days[-1].study_day + direction * shown
        if until < 1 or (direction > 0 and self._shown.until is None):
            return
        self._chosen = 0 if direction > 0 else None
        self._read(self._wanted._replace(until=None if until >= page.today else until))

    def _choose(self, wanted: int) -> None:
        self._chosen = max(0, min(len(self._drawing.marks) - 1, wanted))
        self.draw()
        self._show_chosen()

    def _show_chosen(self) -> None:
        """Scroll to the chosen bar, where it does not show."""
        for spot in self._drawing.spots:
            if spot.mark == self._chosen:
                region = Region(0, spot.rows.start, 1, len(spot.rows))
                self._scroll.scroll_to_region(region, animate=False)

    def action_see_cards(self) -> None:
        """Look for the cards of the chosen bar or day."""
        mark = self._mark
        if mark is None or not mark.search:
            self.tell(self.manner.say("statistics.no_search"))
            return
        self.post_message(BrowseWanted(in_deck(self._shown.deck, mark.search)))

    def action_scroll(self, direction: int) -> None:
        """Scroll the page."""
        self._scroll.scroll_relative(y=3 * direction, animate=False)

    def on_click_sheet_clicked(self, event: ClickSheet.Clicked) -> None:
        """Show the clicked page, or choose the clicked bar; twice is Enter."""
        if event.sheet is self._top:
            name = tab_at(event.column, self._wanted.page, self.frame, self.manner.say)
            if name is not None:
                self._turn_to(name)
            return
        for spot in () if self._is_table else self._drawing.spots:
            if event.row in spot.rows and event.column in spot.columns:
                if spot.mark == self._chosen:
                    self.action_see_cards()
                else:
                    self._choose(spot.mark)
                return

    # drawing

    def draw(self) -> None:
        """Draw the page."""
        frame, say = self.frame, self.manner.say
        self._top.show(tabs(self._wanted.page, frame, say))
        self._head.show([head(self._wanted, frame, say)])
        if self.is_choosing:
            self._body.show(deck_offers(self.offered, self.offer_chosen, frame, say))
            self.offer(statistics_footers.deck_offers(say))
            return
        if self._page is not None:
            self._body.show(self._body_of(self._page))
        self._offer_keys()

    def _body_of(self, page: StatisticsPage) -> list[Row]:
        frame, say = self.frame, self.manner.say
        if self._is_table:
            return table_rows(page, frame, say)
        room = room_of(frame, self._chosen, ascii_only=self.manner.ascii_only)
        made = page.drawing(room, say)
        if self._chosen is None or self._chosen >= len(made.marks):
            self._chosen = made.default
            made = page.drawing(room._replace(chosen=self._chosen), say)
        self._drawing = made
        return drawn(made)

    def _offer_keys(self) -> None:
        say, small = self.manner.say, self.frame.small
        has_cards = self._mark is not None and bool(self._mark.search)
        if self.place is Place.STATISTICS_DAYS:
            self.offer(
                statistics_footers.days_offers(
                    say, has_cards=has_cards, is_table=self._is_table, small=small
                )
            )
            return
        page = self._wanted.page
        self.offer(
            statistics_footers.page_offers(
                say,
                has_cards=has_cards,
                has_period=page in WITH_PERIOD or page is PageName.FORECAST,
                is_table=self._is_table,
                small=small,
            )
        )

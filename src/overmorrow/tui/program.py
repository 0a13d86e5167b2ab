"""The app that holds the collection and the sitting, and moves between screens."""

import gc
import os
import signal
from asyncio import get_running_loop
from collections.abc import Callable
from pathlib import PurePath
from time import monotonic_ns
from typing import TYPE_CHECKING

from textual.screen import Screen
from textual.theme import BUILTIN_THEMES

from overmorrow.errors import OvermorrowError
from overmorrow.jobs.asked import Limits, Mode
from overmorrow.messages import LANGUAGES, Messages
from overmorrow.tui.collection import Collection
from overmorrow.tui.import_flow import ImportFlow
from overmorrow.tui.manner import Manner
from overmorrow.tui.options import TuiOptions
from overmorrow.tui.screens.page import Page
from overmorrow.tui.session import Session
from overmorrow.tui.strip import GradeKeys

if TYPE_CHECKING:
    from overmorrow.tui.screens.home import HomeScreen
    from overmorrow.tui.screens.study import StudyScreen
    from overmorrow.tui.screens.summary import SummaryScreen

_AFTER_FIRST_PAINT_SECONDS = 0.05
_STYLES: list[str | PurePath] = ["theme.tcss", "screens/study.tcss", "screens/home.tcss"]
"""The first screen's style comes along, for reading it later means reading all anew."""
_ANSI_THEME = "ansi-dark"
_THEME = "textual-dark"


class OvermorrowApp(ImportFlow):
    """Holds the collection and the sitting; the screens ask and show."""

    ENABLE_COMMAND_PALETTE = False

    def __init__(
        self,
        options: TuiOptions,
        collection: Collection,
        session: Session | None = None,
        *,
        now_ms: Callable[[], int] | None = None,
    ) -> None:
        """Prepare the first screen.

        Args:
            options: Language, settings and clock.
            collection: What is studied.
            session: The sitting to begin with; None begins at home.
            now_ms: The stopwatch; None for the machine's.
        """
        super().__init__(css_path=_STYLES)
        self._options = options
        self._collection = collection
        self._session = session
        self._mode = options.limits.mode
        self._manner = Manner(
            say=Messages(options.language),
            keys=GradeKeys(options.settings.grade_keys == "anki"),
            ascii_only=options.settings.ascii,
            now_ms=now_ms or stopwatch_ms,
        )
        self.theme = theme_name(options.settings.theme)
        self.crash: Exception | None = None
        """What went wrong, if something did that should not have."""

    def get_default_screen(self) -> Screen[None]:
        """Begin with a card, or at home."""
        return self._home() if self._session is None else self._study(self._session)

    def on_mount(self) -> None:
        """Leave the terminal clean however it ends; the rest waits for the first paint."""
        if hasattr(signal, "SIGHUP"):
            loop = get_running_loop()
            for number in (signal.SIGTERM, signal.SIGHUP):
                loop.add_signal_handler(number, self.exit)
        self.screen.call_after_refresh(self.set_timer, _AFTER_FIRST_PAINT_SECONDS, self._start_work)

    def _start_work(self) -> None:
        gc.enable()
        self.run_worker(self._get_ready, thread=True)

    def _get_ready(self) -> None:
        """Load what the first answer needs and look after the collection."""
        try:
            self._collection.get_ready()
        except OvermorrowError as error:
            self.call_from_thread(self._tell, error)

    def _tell(self, error: OvermorrowError) -> None:
        if isinstance(self.screen, Page):
            self.screen.tell(self._manner.say(error.key, **error.values))

    # from screen to screen

    async def _show(self, screen: Screen[None]) -> None:
        """Show a screen in place of the last; the first one stays below for Textual's sake."""
        if len(self.screen_stack) == 1:
            await self.push_screen(screen)
        else:
            await self.switch_screen(screen)

    def _home(self, note: str = "") -> Screen[None]:
        from overmorrow.tui.screens.home import HomeScreen

        return HomeScreen(
            self._collection.overview(),
            self._manner,
            self._options.settings.rollover_hour,
            scope=self._session.scope if self._session is not None else self._options.scope,
            note=note,
            importing=self.importing,
        )

    def _study(self, session: Session, typed: str = "", note: str = "") -> Screen[None]:
        from overmorrow.tui.screens.study import StudyScreen

        return StudyScreen(session, self._manner, typed=typed, note=note)

    async def on_home_screen_chosen(self, event: "HomeScreen.Chosen") -> None:
        """Study what was chosen; a sitting that was left goes on."""
        session = self._session
        if session is None or not self._goes_on(session, event):
            session = self._collection.study(event.scope, event.limits)
        if session.asked is None:
            self.screen_page.tell(self._manner.say("home.nothing_there"))
            return
        self._mode = event.limits.mode
        await self._begin(session)

    async def _begin(self, session: Session) -> None:
        """Show the first card of a sitting."""
        self._session = session
        await self._show(self._study(session))

    def _forget_sitting(self) -> None:
        """Let a sitting that was left go, for its cards may be gone."""
        self._session = None

    def _goes_on(self, session: Session, event: "HomeScreen.Chosen") -> bool:
        """Return whether what was chosen is the sitting that was left."""
        same_cards = session.scope == event.scope or (session.scope is None and event.covers_all)
        return session.asked is not None and same_cards and self._mode is event.limits.mode

    async def on_home_screen_undo_wanted(self) -> None:
        """Take the newest thing back; an answer's card is shown again."""
        if self._take_back_newest():
            return
        session = self._collection.study(None, Limits())
        returned = session.undo()
        if returned is None or session.asked is None:
            self.screen_page.tell(self._manner.say("study.nothing_to_undo"))
            return
        self._session = session
        self._mode = Limits().mode
        note = self._manner.say("study.undone")
        await self._show(self._study(session, returned.typed, note))

    async def on_home_screen_language_switched(self) -> None:
        """Speak the other language from now on."""
        at = LANGUAGES.index(self._manner.say.language)
        other = LANGUAGES[(at + 1) % len(LANGUAGES)]
        self._manner = self._manner._replace(say=Messages(other))
        if self._collection.speak(other):
            self._session = None
        await self._show(self._home())

    async def on_study_screen_left(self) -> None:
        """Go to the decks; Enter there goes on."""
        await self._show(self._home())

    async def on_study_screen_finished(self) -> None:
        """Sum up."""
        from overmorrow.tui.screens.summary import SummaryScreen

        if self._session is not None:
            await self._show(SummaryScreen(self._session, self._manner))

    async def on_study_screen_info_wanted(self, event: "StudyScreen.InfoWanted") -> None:
        """Show the card's history."""
        from overmorrow.tui.screens.card_info import CardInfoScreen

        await self.push_screen(
            CardInfoScreen(self._collection.card_info(event.card_id), self._manner)
        )

    async def on_summary_screen_closed(self) -> None:
        """Go to the decks."""
        await self._show(self._home())

    async def on_summary_screen_resumed(self, event: "SummaryScreen.Resumed") -> None:
        """Show the card that an undo brought back."""
        if self._session is not None and self._session.asked is not None:
            await self._show(self._study(self._session, event.typed, event.note))

    async def on_summary_screen_practise_wanted(
        self, event: "SummaryScreen.PractiseWanted"
    ) -> None:
        """Ask what was mixed up, without touching its schedules."""
        session = self._collection.study(None, Limits(only=event.cards))
        self._session = session
        self._mode = Mode.CRAM
        await self.switch_screen(self._study(session))

    async def on_home_screen_statistics_wanted(self) -> None:
        """Show the statistics."""
        await self._show_statistics()

    async def on_summary_screen_statistics_wanted(self) -> None:
        """Show the statistics."""
        await self._show_statistics()

    async def _show_statistics(self) -> None:
        from overmorrow.tui.screens.statistics import StatisticsScreen

        await self.push_screen(StatisticsScreen(self._collection.report, self._manner))

    def on_statistics_screen_closed(self) -> None:
        """Go back to where the statistics were asked for."""
        self.pop_screen()

    # everywhere

    @property
    def screen_page(self) -> Page:
        """The screen that is shown."""
        screen = self.screen
        if not isinstance(screen, Page):
            raise TypeError(f"{screen} is no page")
        return screen

    def action_help(self) -> None:
        """Show the keys that work here."""
        from overmorrow.tui.screens.help import HelpScreen

        self.push_screen(HelpScreen(self.screen_page.help_places, self._manner))

    def action_leave_program(self) -> None:
        """End; every answer is saved already."""
        self.exit()

    def action_help_quit(self) -> None:
        """Say how to quit, in the learner's language."""
        self.screen_page.tell(self._manner.say("keys.how_to_quit"))

    def _handle_exception(self, error: Exception) -> None:
        """Keep the error for whoever started the screens."""
        self.crash = error
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """End without Textual's page of variables, which would show the learner's cards."""
        self._close_messages_no_wait()


def stopwatch_ms() -> int:
    """Return the time since some moment, in milliseconds."""
    return monotonic_ns() // 1_000_000


def theme_name(wanted: str) -> str:
    """Return the theme to use: the wanted one if there is such, else one for the terminal."""
    if wanted in BUILTIN_THEMES:
        return wanted
    many_colours = os.environ.get("COLORTERM") or "256" in os.environ.get("TERM", "")
    return _THEME if many_colours or os.name == "nt" else _ANSI_THEME

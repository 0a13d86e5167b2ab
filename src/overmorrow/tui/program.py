"""The app that holds the collection and the sitting, and moves between screens."""

import gc
import signal
from asyncio import get_running_loop
from collections.abc import Callable, Sequence
from pathlib import PurePath
from time import monotonic_ns
from typing import TYPE_CHECKING

from textual.app import App
from textual.events import Event, Key
from textual.filter import LineFilter
from textual.screen import Screen
from textual.worker import WorkerFailed

from overmorrow.errors import OvermorrowError
from overmorrow.jobs.asked import Limits, Mode
from overmorrow.messages import Messages
from overmorrow.tui.card_menu_flow import CardMenuFlow
from overmorrow.tui.clock_flow import ClockFlow
from overmorrow.tui.closed_window import driver_class
from overmorrow.tui.collection import Collection
from overmorrow.tui.colourless import Colourless
from overmorrow.tui.contrast import readable_roles
from overmorrow.tui.edit_flow import EditFlow
from overmorrow.tui.generate_flow import GenerateFlow
from overmorrow.tui.harmless import Harmless
from overmorrow.tui.keeping_flow import KeepingFlow
from overmorrow.tui.keyboard import Keyboard
from overmorrow.tui.manner import Manner
from overmorrow.tui.options import TuiOptions
from overmorrow.tui.palette_flow import PaletteFlow
from overmorrow.tui.screens.page import Page
from overmorrow.tui.session import Session
from overmorrow.tui.strip import GradeKeys
from overmorrow.tui.themes import theme_name
from overmorrow.tui.told_errors import ToldErrors

if TYPE_CHECKING:
    from overmorrow.tui.screens.card_info import CardInfoScreen
    from overmorrow.tui.screens.home import HomeScreen
    from overmorrow.tui.screens.study_commands import StudyCommands
    from overmorrow.tui.screens.summary import SummaryScreen

_AFTER_FIRST_PAINT_SECONDS = 0.05
_STYLES: list[str | PurePath] = ["theme.tcss", "screens/study.tcss", "screens/home.tcss"]
"""The first screen's style comes along, for reading it later means reading all anew."""


class OvermorrowApp(
    ToldErrors, PaletteFlow, KeepingFlow, GenerateFlow, CardMenuFlow, EditFlow, ClockFlow
):
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
        super().__init__(driver_class=driver_class(), css_path=_STYLES)
        self._options = options
        self._collection = collection
        self._session = session
        self._limits = options.limits
        """How the sitting was begun."""
        self._manner = Manner(
            say=Messages(options.language),
            keys=GradeKeys(options.settings.grade_keys == "anki"),
            ascii_only=options.settings.ascii,
            now_ms=now_ms or stopwatch_ms,
            keyboard=Keyboard(),
            retype_wrong=options.settings.retype_wrong,
            progress_line=options.settings.progress_line,
        )
        self.theme = theme_name(options.settings.theme)
        if self.no_color:
            self._filters = [Colourless(lambda: self.current_theme.dark)]
        self._harmless = Harmless()
        self._is_shown = False
        self.crash: Exception | None = None
        """What went wrong, if something did that should not have."""

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return what every line goes through before it is drawn."""
        return [*super().get_line_filters(), self._harmless]

    def get_default_screen(self) -> Screen[None]:
        """Begin with a card, or at home; what is wrong in settings.toml is said there."""
        note = " ".join(self._manner.say(each.key, **each.values) for each in self._options.notes)
        session = self._session
        return self._home(note) if session is None else self._study(session, note=note)

    def on_mount(self) -> None:
        """Leave the terminal clean however it ends; the rest waits for the first paint."""
        if hasattr(signal, "SIGHUP"):
            loop = get_running_loop()
            for number in (signal.SIGTERM, signal.SIGHUP):
                loop.add_signal_handler(number, self.exit)
        self.app_resume_signal.subscribe(self, self._draw_after_shell)
        self.screen.call_after_refresh(self.set_timer, _AFTER_FIRST_PAINT_SECONDS, self._start_work)

    def _start_work(self) -> None:
        self._is_shown = True
        gc.enable()
        self.run_worker(self._get_ready, thread=True)

    def _get_ready(self) -> None:
        """Load what the first answer needs and look after the collection."""
        try:
            self._collection.get_ready()
        except OvermorrowError as error:
            self.call_from_thread(self.complain, error)

    @property
    def can_tell(self) -> bool:
        """Whether the first screen stands; what goes wrong before ends the program in words."""
        return self._is_shown

    def complain(self, error: OvermorrowError) -> None:
        """Say what went wrong on the screen that is shown."""
        if isinstance(self.screen, Page):
            self.screen.complain(error)

    # from screen to screen

    async def _show(self, screen: Screen[None]) -> None:
        """Show a screen in place of the last; the first one stays below for Textual's sake."""
        if len(self.screen_stack) == 1:
            await self.push_screen(screen)
        else:
            await self.switch_screen(screen)

    def _study(self, session: Session, typed: str = "", note: str = "") -> Screen[None]:
        from overmorrow.tui.screens.study import StudyScreen

        source = self._collection.source
        return StudyScreen(session, self._manner, typed=typed, note=note, source=source)

    async def on_home_screen_chosen(self, event: "HomeScreen.Chosen") -> None:
        """Study what was chosen; a sitting that was left goes on."""
        session = self._session
        if session is None or not self._goes_on(session, event):
            try:
                session = self._collection.study(event.scope, event.limits)
            except OvermorrowError as error:
                self._tell_here(self._manner.say(error.key, **error.values))
                return
        if session.asked is None:
            key = "nothing_left" if event.limits == Limits() else "nothing_there"
            self.screen_page.tell(self._manner.say(f"home.{key}"))
            return
        self._limits = event.limits
        await self._begin(session)

    async def _begin(self, session: Session) -> None:
        """Show the first card of a sitting."""
        self._session = session
        await self._show(self._study(session))

    def _forget_sitting(self) -> None:
        """Let a sitting that was left go, for its cards may be gone."""
        self._session = None

    def _refresh_sitting(self) -> None:
        """Let a sitting know that a note was changed."""
        if self._session is not None:
            self._session.note_changed()

    @property
    def _sitting_of_today(self) -> Session | None:
        """The sitting that was left, if it is of what a day holds and was not picked for itself."""
        limits = self._limits
        is_other = limits.mode is not Mode.DUE or limits.search or limits.is_picked
        return None if is_other else self._session

    def _goes_on(self, session: Session, event: "HomeScreen.Chosen") -> bool:
        """Return whether what was chosen is the sitting that was left."""
        was, wanted = self._limits, event.limits
        if was.is_picked or wanted.is_picked or session.asked is None:
            return False
        same_cards = session.scope == event.scope or (session.scope is None and event.covers_all)
        return same_cards and (was.mode, was.search) == (wanted.mode, wanted.search)

    async def on_home_screen_undo_wanted(self) -> None:
        """Take the newest thing back; an answer's card is shown again."""
        if self._take_back_deck_change() or self._take_back_newest():
            return
        session = self._sitting_of_today or self._collection.study(None, Limits())
        try:
            with session.at_once():
                returned = session.undo()
        except OvermorrowError as error:
            self.complain(error)
            return
        if returned is None:
            self.screen_page.tell(self._manner.say("undo.nothing_to_undo"))
            return
        from overmorrow.tui.taken_words import undone_words

        if session is not self._session:
            self._session, self._limits = session, Limits()
        note = undone_words(returned.taken, self._manner.say)
        if returned.taken.what == "card" and session.asked is not None:
            await self._show(self._study(session, returned.typed, note))
        else:
            await self._show(self._home(note))

    async def on_home_screen_redo_wanted(self) -> None:
        """Do again what was taken back last, if that was not a deck or an import."""
        from overmorrow.tui.taken_words import no_redo_words, redone_words

        session = self._session
        try:
            returned = session.redo() if session is not None else None
        except OvermorrowError as error:
            self.complain(error)
            return
        if returned is not None:
            await self._show(self._home(redone_words(returned.taken, self._manner.say)))
            return
        by_hand = session.only_by_hand if session is not None else self._only_by_hand
        self.screen_page.tell(no_redo_words(by_hand, self._manner.say))

    async def on_study_commands_left(self) -> None:
        """Go to the decks, where Enter goes on, or to the found cards that were studied."""
        if not await self._back_to_found():
            await self._show(self._home())

    async def on_study_commands_finished(self) -> None:
        """Sum up."""
        from overmorrow.tui.screens.summary import SummaryScreen

        if self._session is not None:
            await self._show(SummaryScreen(self._session, self._manner))

    async def on_study_commands_info_wanted(self, event: "StudyCommands.InfoWanted") -> None:
        """Show the card's history."""
        from overmorrow.tui.screens.card_info import CardInfoScreen

        info = self._collection.card_info(event.card_id)
        source = self._collection.source(event.card_id)
        await self.push_screen(CardInfoScreen(info, self._manner, source))

    async def on_study_commands_source_wanted(self, event: "StudyCommands.SourceWanted") -> None:
        """Show where the card is from."""
        from overmorrow.tui.screens.source import SourceScreen

        await self.push_screen(SourceScreen(event.source, self._manner, hidden=event.hidden))

    async def on_card_info_screen_source_wanted(self, event: "CardInfoScreen.SourceWanted") -> None:
        """Show where the card is from."""
        from overmorrow.tui.screens.source import SourceScreen

        await self.push_screen(SourceScreen(event.source, self._manner))

    async def on_summary_screen_closed(self) -> None:
        """Go to the decks, or to the found cards that were studied."""
        if not await self._back_to_found():
            await self._show(self._home())

    async def on_summary_screen_resumed(self, event: "SummaryScreen.Resumed") -> None:
        """Show the card that an undo brought back."""
        if self._session is not None and self._session.asked is not None:
            await self._show(self._study(self._session, event.typed, event.note))

    async def on_summary_screen_practise_wanted(
        self, event: "SummaryScreen.PractiseWanted"
    ) -> None:
        """Ask what was mixed up, without touching its schedules."""
        self._limits = Limits(only=event.cards)
        session = self._collection.study(None, self._limits)
        self._session = session
        await self.switch_screen(self._study(session))

    async def on_home_screen_statistics_wanted(self) -> None:
        """Show the statistics."""
        await self._show_statistics()

    async def on_summary_screen_statistics_wanted(self) -> None:
        """Show the statistics."""
        await self._show_statistics()

    async def _show_statistics(self) -> None:
        from overmorrow.tui.screens.statistics import StatisticsScreen

        await self.push_screen(StatisticsScreen(self._collection.statistics(), self._manner))

    def on_statistics_screen_closed(self) -> None:
        """Go back to where the statistics were asked for."""
        self.pop_screen()

    # everywhere

    def _draw_after_shell(self, _app: App[None]) -> None:
        """Draw all anew after a look at the shell, which Textual leaves to the next change."""
        self.screen.refresh(layout=True)

    def get_css_variables(self) -> dict[str, str]:
        """Return the theme's variables, and the roles that our rows are drawn in."""
        variables = super().get_css_variables()
        self.theme_variables = {**variables, **readable_roles(variables)}
        return self.theme_variables

    async def on_event(self, event: Event) -> None:
        """Notice whether the keyboard sends Hangul, which changes what the footer names."""
        if isinstance(event, Key) and self.answers_about_clock(event):
            return
        if isinstance(event, Key) and self._manner.keyboard.note(event.character):
            for page in self.screen_stack:
                if isinstance(page, Page):
                    page.offer_again()
        await super().on_event(event)

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

        page = self.screen_page
        self.push_screen(HelpScreen(page.help_places, self._manner, page.does))

    def action_leave_program(self) -> None:
        """End; every answer is saved already."""
        self.exit()

    def action_help_quit(self) -> None:
        """Say how to quit, in the learner's language."""
        self.screen_page.tell(self._manner.say("keys.how_to_quit"))

    def _handle_exception(self, error: Exception) -> None:
        """Keep the error for whoever started the screens."""
        told = error.error if isinstance(error, WorkerFailed) else error
        self.crash = told if isinstance(told, Exception) else error
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """End without Textual's page of variables, which would show the learner's cards."""
        self._close_messages_no_wait()


def stopwatch_ms() -> int:
    """Return the time since some moment, in milliseconds."""
    return monotonic_ns() // 1_000_000

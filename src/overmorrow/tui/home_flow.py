"""The way between the first screens: the decks, a backlog, a deck's options and name."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from textual.message import Message
from textual.screen import Screen

from overmorrow.errors import OvermorrowError
from overmorrow.jobs.asked import Limits
from overmorrow.tui.screens.page import Page
from overmorrow.tui.settings_flow import SettingsFlow

if TYPE_CHECKING:
    from overmorrow.jobs.home import Overview
    from overmorrow.tui.screens.backlog import BacklogScreen
    from overmorrow.tui.screens.deck_name import DeckNameScreen
    from overmorrow.tui.screens.deck_options import DeckOptionsScreen
    from overmorrow.tui.screens.home import HomeScreen
    from overmorrow.tui.session import Session


class HomeFlow(SettingsFlow):
    """The part of the app that shows what there is, and changes decks."""

    _backlog_left_on = 0
    """The study day on which the learner looked past the backlog."""

    class DeckChanged(Message):
        """Posted by the thread that changed a deck."""

        def __init__(self, note: str, scope: str | None, error: OvermorrowError | None) -> None:
            """Say what came of it.

            Args:
                note: What to say.
                scope: The deck to choose; None for the one that was chosen.
                error: Why nothing was changed.
            """
            super().__init__()
            self.note = note
            self.scope = scope
            self.error = error

    @property
    def _sitting_of_today(self) -> "Session | None":
        """The sitting that was left, if it is of what a day holds."""
        raise NotImplementedError

    def _home(self, note: str = "", scope: str | None = None) -> Screen[None]:
        """Return the first screen: the decks, or what to do about a backlog."""
        overview = self._collection.overview()
        backlog = overview.backlog
        is_new = backlog is not None and backlog.pace is None and not overview.is_first_run
        if is_new and overview.day != self._backlog_left_on:
            return self._backlog(overview, note)
        return self._decks(overview, note, scope)

    def _decks(
        self, overview: "Overview", note: str = "", scope: str | None = None
    ) -> "HomeScreen":
        from overmorrow.tui.screens.home import HomeScreen

        shown = self.screen_stack[-1] if self.screen_stack else None
        if isinstance(shown, HomeScreen):
            shown.keep_state()
        elif scope is None:
            scope = self._options.scope if self._session is None else self._session.scope
        home = HomeScreen(
            overview,
            self._collection.homes(),
            self._manner,
            scope=scope,
            note=note,
            importing=self.importing,
        )
        home.sitting = self._sitting_of_today
        return home

    # a backlog

    def _backlog(self, overview: "Overview", note: str = "") -> "BacklogScreen":
        from overmorrow.tui.screens.backlog import BacklogScreen

        return BacklogScreen(overview, self._collection.homes(), self._manner, note)

    async def on_home_screen_backlog_wanted(self) -> None:
        """Ask how much of the backlog is taken a day."""
        overview = self._collection.overview()
        if overview.backlog is not None:
            await self._show(self._backlog(overview))

    async def on_backlog_screen_left(self, event: "BacklogScreen.Left") -> None:
        """Show the decks; the backlog is not asked about again today."""
        self._backlog_left_on = event.day
        await self._show(self._decks(self._collection.overview()))

    async def on_backlog_screen_chosen(self, event: "BacklogScreen.Chosen") -> None:
        """Begin to catch up."""
        self._forget_sitting()
        session = self._collection.study(None, Limits())
        if event.is_given_up or session.asked is None:
            self._backlog_left_on = self._collection.overview().day
            note = "backlog.given_up" if event.is_given_up else "home.nothing_there"
            await self._show(self._decks(self._collection.overview(), self._manner.say(note)))
        else:
            await self._begin(session)

    # the number keys

    async def on_home_screen_keys_switched(self) -> None:
        """Use the number keys the other way from now on, and remember it."""
        from overmorrow.jobs.change_settings import change_setting, settings_path

        keys = "sm2" if self._manner.keys.anki else "anki"
        try:
            change_setting(settings_path(), "grade_keys", keys)
        except OvermorrowError as error:
            self._tell_here(self._manner.say(error.key, **error.values))
        self._hold("grade_keys", self._options.settings._replace(grade_keys=keys))

    # decks

    async def on_home_screen_new_deck_wanted(self) -> None:
        """Ask for the name of a deck to be made."""
        from overmorrow.tui.screens.deck_name import DeckNameScreen

        await self.push_screen(DeckNameScreen(self._manner))

    async def on_home_screen_options_wanted(self, event: "HomeScreen.OptionsWanted") -> None:
        """Show the options of a deck."""
        from overmorrow.tui.screens.deck_options import DeckOptionsScreen

        homes = self._collection.homes()
        try:
            found = homes.deck_options(event.deck)
        except OvermorrowError as error:
            self._tell_here(self._manner.say(error.key, **error.values))
            return
        await self.push_screen(DeckOptionsScreen(event.deck, homes, found, self._manner))

    async def on_deck_options_screen_closed(self, event: "DeckOptionsScreen.Closed") -> None:
        """Go back to the decks, or on to the deck's name."""
        note = ""
        if event.has_changed:
            note = self._manner.say("decks.options_saved", deck=event.deck)
            self._forget_sitting()
        await self.pop_screen()
        if event.wants_name:
            from overmorrow.tui.screens.deck_name import DeckNameScreen

            await self.push_screen(DeckNameScreen(self._manner, event.deck, note))
            return
        await self._show(self._decks(self._collection.overview(), note, event.deck))

    async def on_deck_name_screen_closed(self) -> None:
        """Go back to the decks."""
        await self.pop_screen()

    async def on_deck_name_screen_named(self, event: "DeckNameScreen.Named") -> None:
        """Make the deck, or give it its new name."""
        if event.deck is None:
            work = partial(self._create, event.name)
        else:
            work = partial(self._rename, event.deck, event.name)
        self.run_worker(work, thread=True)

    def on_home_screen_remove_wanted(self, event: "HomeScreen.RemoveWanted") -> None:
        """Set a deck aside."""
        self.run_worker(partial(self._remove, event.deck, event.beside), thread=True)

    def _create(self, name: str) -> None:
        say = self._manner.say
        homes = self._collection.homes()
        self._change(lambda: homes.create_deck(name, say.language), "decks.made", name)

    def _rename(self, deck: str, name: str) -> None:
        homes = self._collection.homes()
        self._change(lambda: homes.rename_deck(deck, name), "decks.named", name)

    def _remove(self, deck: str, beside: str) -> None:
        homes = self._collection.homes()
        self._change(lambda: homes.remove_deck(deck), "decks.gone", deck, beside)

    def _change(
        self, work: Callable[[], object], done: str, name: str, scope: str | None = None
    ) -> None:
        """Change a deck in a thread and say what came of it."""
        try:
            found = work()
        except OvermorrowError as error:
            self.post_message(self.DeckChanged("", None, error))
            return
        now = found if isinstance(found, str) else name
        note = self._manner.say(done, deck=now)
        self.post_message(self.DeckChanged(note, now if scope is None else scope, None))

    async def on_home_flow_deck_changed(self, event: DeckChanged) -> None:
        """Show the decks as they are now."""
        from overmorrow.tui.screens.deck_name import DeckNameScreen
        from overmorrow.tui.screens.home import HomeScreen

        if event.error is not None:
            self._tell_here(self._manner.say(event.error.key, **event.error.values))
            return
        self._forget_sitting()
        if isinstance(self.screen, DeckNameScreen):
            await self.pop_screen()
        if isinstance(self.screen, HomeScreen):
            await self._show(self._decks(self._collection.overview(), event.note, event.scope))
        elif isinstance(self.screen, Page):
            self.screen.tell(event.note)

    # taking back

    def _take_back_deck_change(self) -> bool:
        """Begin to take the newest thing back if it was done to a deck; say whether it was."""
        if not self._collection.homes().has_deck_change():
            return False
        self.run_worker(self._take_back_decks, thread=True)
        return True

    def _take_back_decks(self) -> None:
        from overmorrow.tui.taken_words import undone_words

        homes = self._collection.homes()
        say = self._manner.say
        try:
            taken = homes.take_back()
        except OvermorrowError as error:
            self.post_message(self.DeckChanged("", None, error))
            return
        self._only_by_hand = taken
        note = undone_words(taken, say) if taken else say("undo.nothing_to_undo")
        self.post_message(self.DeckChanged(note, None, None))

"""The way through the list of all commands, from any screen."""

from typing import TYPE_CHECKING

from overmorrow.jobs.asked import Limits
from overmorrow.tui.home_flow import HomeFlow
from overmorrow.tui.screens.page import Page

if TYPE_CHECKING:
    from overmorrow.tui.palette import Entry
    from overmorrow.tui.screens.palette import PaletteScreen


_ANYWHERE = (
    ("app.statistics", "keys.statistics"),
    ("app.settings", "keys.settings"),
    ("app.choose_theme", "palette.theme"),
    ("app.language", "palette.other_language"),
    ("app.back_up", "palette.back_up"),
    ("app.check_whole", "palette.check"),
)


class PaletteFlow(HomeFlow):
    """The part of the app that lists commands and goes where they are."""

    _deck_names: tuple[str, ...] = ()
    """As they were when they were last shown; counting all cards for them would take too long."""

    async def _show_statistics(self) -> None:
        """Show the statistics."""
        raise NotImplementedError

    def action_palette(self) -> None:
        """List what can be done from here."""
        from overmorrow.tui.screens.palette import PaletteScreen

        page = self.screen
        if isinstance(page, Page) and not isinstance(page, PaletteScreen):
            self.push_screen(PaletteScreen(self._entries(page), self._manner))

    def _entries(self, page: Page) -> "list[Entry]":
        from overmorrow.tui.palette import deck_entries, entries_at_home, entries_here, entry_of
        from overmorrow.tui.screens.home import HomeScreen

        say = self._manner.say
        here = entries_here(page.place, say, page.does)
        entries = [entry for entry in here if entry.action != "language"]
        known = {entry.names for entry in entries}
        anywhere = [entry_of(action, message, say) for action, message in _ANYWHERE]
        entries += [entry for entry in anywhere if entry.names not in known]
        if self._can_leave:
            if not isinstance(page, HomeScreen):
                entries.append(entry_of("app.to_home", "palette.to_home", say))
                entries += entries_at_home(say, entries)
            entries += deck_entries(self._decks_known(page), say)
        return entries

    def _decks_known(self, page: Page) -> tuple[str, ...]:
        from overmorrow.tui.screens.home import HomeScreen

        if isinstance(page, HomeScreen):
            self._deck_names = page.deck_names
        elif not self._deck_names:
            self._deck_names = tuple(deck.name for deck in self._collection.overview().decks)
        return self._deck_names

    @property
    def _can_leave(self) -> bool:
        """Whether nothing is lost when all screens give way to the first one."""
        pages = [page for page in self.screen_stack if isinstance(page, Page)]
        return all(page.is_easily_left for page in pages)

    async def on_palette_screen_picked(self, event: "PaletteScreen.Picked") -> None:
        """Do what was picked, on the screen where it is."""
        entry = event.entry
        if entry.scope is not None:
            await self._study_deck(entry.scope)
            return
        if entry.at_home:
            await self._to_decks()
        await self.screen.run_action(entry.action)

    async def _study_deck(self, scope: str) -> None:
        from overmorrow.tui.screens.home import HomeScreen

        await self._to_decks()
        self.screen.post_message(HomeScreen.Chosen(scope, Limits(), covers_all=False))

    async def _to_decks(self) -> None:
        """Go to the decks, past what a backlog would ask."""
        with self.batch_update():
            while len(self.screen_stack) > 2:
                await self.pop_screen()
            await self._show(self._decks(self._collection.overview()))

    async def action_to_home(self) -> None:
        """Go to the first screen, whatever lies over it."""
        while len(self.screen_stack) > 2:
            await self.pop_screen()
        await self._show(self._home())

    async def action_statistics(self) -> None:
        """Show the statistics over this screen."""
        await self._show_statistics()

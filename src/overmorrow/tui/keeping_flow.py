"""The way from the decks to a file, and back from the removed ones."""

from functools import partial
from typing import TYPE_CHECKING

from overmorrow.errors import OvermorrowError
from overmorrow.tui.home_flow import HomeFlow

if TYPE_CHECKING:
    from overmorrow.tui.screens.export import ExportScreen
    from overmorrow.tui.screens.keeping_wanted import ExportWanted
    from overmorrow.tui.screens.merge import MergeScreen
    from overmorrow.tui.screens.removed_decks import RemovedDecksScreen


class KeepingFlow(HomeFlow):
    """The part of the app that exports decks and brings removed ones back."""

    async def on_export_wanted(self, event: "ExportWanted") -> None:
        """Ask in which format, and where to."""
        from overmorrow.tui.screens.export import ExportScreen

        decks = [deck.name for deck in self._collection.overview().decks]
        exporting = self._collection.exporting()
        await self.push_screen(ExportScreen(event.deck, decks, exporting, self._manner))

    async def on_export_screen_closed(self, event: "ExportScreen.Closed") -> None:
        """Go back to the decks and say what was written."""
        await self.pop_screen()
        self._tell_here(event.note)

    async def on_merge_wanted(self) -> None:
        """Ask which file is taken in."""
        from overmorrow.tui.screens.merge import MergeScreen

        await self.push_screen(MergeScreen(self._collection.merging(), self._manner))

    async def on_merge_screen_closed(self, event: "MergeScreen.Closed") -> None:
        """Go back to the decks, with those that came."""
        await self.pop_screen()
        if event.note:
            self._forget_sitting()
            await self._show(self._decks(self._collection.overview(), event.note))

    async def on_removed_wanted(self) -> None:
        """Show the decks that were removed, if there are some."""
        from overmorrow.tui.screens.removed_decks import RemovedDecksScreen

        try:
            removed = self._collection.homes().removed_decks()
        except OvermorrowError as error:
            self._tell_here(self._manner.say(error.key, **error.values))
            return
        if removed:
            await self.push_screen(RemovedDecksScreen(removed, self._manner))
        else:
            self._tell_here(self._manner.say("decks.none_removed"))

    async def on_removed_decks_screen_closed(self) -> None:
        """Go back to the decks."""
        await self.pop_screen()

    async def on_removed_decks_screen_chosen(self, event: "RemovedDecksScreen.Chosen") -> None:
        """Bring a deck back."""
        await self.pop_screen()
        self.run_worker(partial(self._restore, event.deck), thread=True)

    def _restore(self, deck: str) -> None:
        homes = self._collection.homes()
        self._change(lambda: homes.restore_deck(deck), "export_screen.back", deck)

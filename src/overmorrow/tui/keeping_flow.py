"""The way from the decks to a file, and back from the removed ones."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from overmorrow.errors import OvermorrowError
from overmorrow.jobs.choosing_files import short_path
from overmorrow.jobs.error_words import error_words
from overmorrow.tui.home_flow import HomeFlow

if TYPE_CHECKING:
    from overmorrow.tui.screens.export import ExportScreen
    from overmorrow.tui.screens.keeping_wanted import ExportWanted
    from overmorrow.tui.screens.merge import MergeScreen
    from overmorrow.tui.screens.removed_decks import RemovedDecksScreen


class KeepingFlow(HomeFlow):
    """The part of the app that keeps what there is: exports, copies, checks, what was removed."""

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

    def action_back_up(self) -> None:
        """Keep a copy of the collection."""
        self._tell_here(self._manner.say("palette.copying"))
        self.run_worker(partial(self._look_after, self._back_up), thread=True)

    def action_check_whole(self) -> None:
        """Look whether the collection is whole."""
        self._tell_here(self._manner.say("palette.checking"))
        self.run_worker(partial(self._look_after, self._check), thread=True)

    def _look_after(self, work: Callable[[], str]) -> None:
        """Do something that may take long, in a thread, and say what came of it."""
        try:
            told = work()
        except OvermorrowError as error:
            told = error_words(self._manner.say, error)
        self.call_from_thread(self._tell_here, told)

    def _back_up(self) -> str:
        path = self._collection.homes().back_up()
        return self._manner.say("palette.copied", path=short_path(path))

    def _check(self) -> str:
        say = self._manner.say
        found = self._collection.homes().faults()
        if not found:
            return say("cli.whole")
        first = say(found[0].key, **found[0].values)
        mend = say("palette.can_mend") if any(each.repairable for each in found) else ""
        return f"{say('palette.faults', n=len(found), first=first)} {mend}".rstrip()

    def _restore(self, deck: str) -> None:
        homes = self._collection.homes()
        self._change(lambda: homes.restore_deck(deck), "export_screen.back", deck)

"""The way from one card to its tags, its deck and its day, and back."""

from typing import TYPE_CHECKING

from textual.message import Message

from overmorrow.errors import OvermorrowError
from overmorrow.jobs.error_words import error_words
from overmorrow.tui.browse_flow import BrowseFlow
from overmorrow.tui.screens.card_menu_wanted import CardMenuWanted
from overmorrow.tui.screens.page import Page

if TYPE_CHECKING:
    from overmorrow.jobs.taken_back import TakenBack
    from overmorrow.tui.screens.card_menu import CardMenuScreen


class CardMenuFlow(BrowseFlow):
    """The part of the app that changes one card; a page asks by posting `CardMenuWanted`."""

    class CardChangeTakenBack(Message):
        """Posted by the thread that took a change of one card back."""

        def __init__(self, taken: "TakenBack | None", error: OvermorrowError | None) -> None:
            """Say what came of it."""
            super().__init__()
            self.taken = taken
            self.error = error

    async def on_card_menu_wanted(self, event: CardMenuWanted) -> None:
        """Show what can be done with the card; the page stays below."""
        from overmorrow.tui.screens.card_menu import CardMenuScreen

        browsing = self._collection.browsing()
        rows = browsing.rows([event.card_id])
        if rows:
            await self.push_screen(CardMenuScreen(rows[0], browsing, self._manner))

    async def on_card_menu_screen_left(self, event: "CardMenuScreen.Left") -> None:
        """Go back to the page; what shows the card shows it as it is now."""
        from overmorrow.jobs.bulk import What
        from overmorrow.tui.screens.card_info import CardInfoScreen

        await self.pop_screen()
        if event.change is None:
            return
        for page in self.screen_stack:
            if isinstance(page, CardInfoScreen):
                page.changes += 1
        self._show_changed(event.note, has_moved=event.change in (What.SET_DUE, What.RESET))

    def on_card_info_screen_undo_wanted(self) -> None:
        """Take back what was changed from the page about a card."""
        self.run_worker(self._take_card_change_back, thread=True)

    def _take_card_change_back(self) -> None:
        taken, problem = None, None
        try:
            taken = self._collection.homes().take_back()
        except OvermorrowError as error:
            problem = error
        self.post_message(self.CardChangeTakenBack(taken, problem))

    def on_card_menu_flow_card_change_taken_back(self, event: CardChangeTakenBack) -> None:
        """Show the card as it was before."""
        from overmorrow.tui.taken_words import undone_words

        say, taken = self._manner.say, event.taken
        if event.error is not None:
            self._tell_here(error_words(say, event.error))
        elif taken is None:
            self._tell_here(say("undo.nothing_to_undo"))
        else:
            self._show_changed(undone_words(taken, say), has_moved=taken.undone is not None)

    def _show_changed(self, note: str, *, has_moved: bool) -> None:
        """Let every page that shows the card show it as it is now.

        Args:
            note: What was done.
            has_moved: Whether the card has another day now, not only another text.
        """
        from overmorrow.tui.screens.card_info import CardInfoScreen
        from overmorrow.tui.screens.study_commands import StudyCommands

        if self._session is not None:
            if has_moved:
                self._session.schedule_changed()
            else:
                self._session.note_changed()
        for page in self.screen_stack:
            if isinstance(page, CardInfoScreen):
                page.show_info(self._collection.card_info(page.card_id), note)
            elif isinstance(page, StudyCommands) and has_moved:
                page.card_rescheduled(note)
            elif isinstance(page, Page):
                page.card_edited(note)

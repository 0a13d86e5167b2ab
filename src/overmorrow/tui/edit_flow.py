"""The way to the edit screen and back, from any page, and to adding cards."""

from typing import TYPE_CHECKING

from overmorrow.errors import OvermorrowError
from overmorrow.tui.import_flow import ImportFlow
from overmorrow.tui.screens.edit_wanted import EditWanted
from overmorrow.tui.screens.page import Page

if TYPE_CHECKING:
    from overmorrow.tui.screens.add_note import AddNoteScreen
    from overmorrow.tui.screens.edit import EditScreen
    from overmorrow.tui.screens.home import HomeScreen


class EditFlow(ImportFlow):
    """The part of the app that changes notes; any page asks by posting `EditWanted`."""

    def _refresh_sitting(self) -> None:
        """Let a sitting know that a note was changed."""
        raise NotImplementedError

    async def on_edit_wanted(self, event: EditWanted) -> None:
        """Let the learner change a note; the page stays below."""
        from overmorrow.tui.screens.edit import EditScreen

        editing = self._collection.editing()
        try:
            of = editing.open(event.card_id)
        except OvermorrowError as error:
            self._tell_here(self._manner.say(error.key, **error.values))
        else:
            await self.push_screen(EditScreen(of, editing, self._manner, event.part))

    async def on_edit_screen_left(self, event: "EditScreen.Left") -> None:
        """Go back to the page from which the note was edited."""
        await self.pop_screen()
        if event.changed:
            self._refresh_sitting()
        from overmorrow.tui.screens.card_info import CardInfoScreen

        for screen in self.screen_stack:
            if isinstance(screen, CardInfoScreen) and event.changed:
                screen.changes += 1
                screen.show_info(self._collection.card_info(screen.card_id), event.note)
            elif isinstance(screen, Page) and (screen is self.screen or event.changed):
                screen.card_edited(event.note)

    async def on_home_screen_add_wanted(self, event: "HomeScreen.AddWanted") -> None:
        """Let the learner write cards."""
        from overmorrow.tui.screens.add_note import AddNoteScreen

        await self._show(AddNoteScreen(event.deck, self._collection.editing(), self._manner))

    async def on_add_note_screen_left(self, event: "AddNoteScreen.Left") -> None:
        """Go to the first screen; a sitting that goes on shall ask the new cards too."""
        if event.added:
            self._forget_sitting()
        await self._show(self._home(event.note))

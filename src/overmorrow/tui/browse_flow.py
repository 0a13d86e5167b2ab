"""The way to the cards that a search finds, to what is done with them, and back."""

from typing import TYPE_CHECKING, NamedTuple

from textual.screen import Screen

from overmorrow.jobs.asked import Limits
from overmorrow.tui.import_flow import ImportFlow
from overmorrow.tui.screens.browse_wanted import BrowseWanted
from overmorrow.tui.session import Session

if TYPE_CHECKING:
    from overmorrow.tui.browsing import Habits
    from overmorrow.tui.screens.browse import BrowseScreen


class _Sitting(NamedTuple):
    """A sitting, and how it was begun."""

    session: Session
    limits: Limits


class BrowseFlow(ImportFlow):
    """The part of the app that looks for cards; any screen asks by posting `BrowseWanted`."""

    _session: Session | None
    _habits: "Habits | None" = None
    _found: "BrowseScreen | None" = None
    """The screen of found cards, while there is one."""
    _covers: bool = False
    """Whether it stands above the screen that asked, to go back to it."""
    _below: "_Sitting | None" = None
    """The sitting that goes on below it."""

    def _study(self, session: Session, typed: str = "", note: str = "") -> Screen[None]:
        """Return the screen that studies."""
        raise NotImplementedError

    async def on_browse_wanted(self, event: BrowseWanted) -> None:
        """Search; the screen that asked stays below, except for the first one."""
        from overmorrow.tui.browsing import Habits
        from overmorrow.tui.screens.browse import BrowseScreen
        from overmorrow.tui.screens.home import HomeScreen
        from overmorrow.tui.screens.study import StudyScreen

        self._habits = self._habits or Habits()
        found = BrowseScreen(
            self._collection.browsing(),
            self._manner,
            self._habits,
            event.text,
            writes=event.is_draft,
        )
        self._covers = not isinstance(self.screen, HomeScreen)
        self._below = None
        if isinstance(self.screen, StudyScreen) and self._session is not None:
            self._below = _Sitting(self._session, self._limits)
        self._found = found
        if self._covers:
            await self.push_screen(found)
        else:
            await self._show(found)

    async def on_browse_screen_left(self, event: "BrowseScreen.Left") -> None:
        """Go back to the screen that asked; a sitting goes on with what the cards are now."""
        self._found = None
        if not self._covers:
            if event.has_changed:
                self._forget_sitting()
            await self._show(self._home())
            return
        sitting = self._below
        with self.batch_update():
            await self.pop_screen()
            if sitting is None:
                return
            if event.has_changed or sitting.session is not self._session:
                await self._sit_down_again(sitting)

    async def _sit_down_again(self, sitting: _Sitting) -> None:
        """Go on with a sitting whose cards were changed meanwhile."""
        limits = sitting.limits
        session = self._collection.study(sitting.session.scope, limits)
        self._limits = limits
        if session.asked is None:
            self._forget_sitting()
            await self._show(self._home())
        else:
            await self._begin(session)

    async def on_browse_screen_info_wanted(self, event: "BrowseScreen.InfoWanted") -> None:
        """Show the card's history."""
        from overmorrow.tui.screens.card_info import CardInfoScreen

        info = self._collection.card_info(event.card_id)
        source = self._collection.source(event.card_id)
        await self.push_screen(CardInfoScreen(info, self._manner, source))

    async def on_browse_screen_study_wanted(self, event: "BrowseScreen.StudyWanted") -> None:
        """Study what was found, above the found cards."""
        session = self._collection.study(None, event.limits)
        if session.asked is None:
            if self._found is not None:
                self._found.say("study_none")
            return
        self._session = session
        self._limits = event.limits
        await self.push_screen(self._study(session))

    async def _back_to_found(self) -> bool:
        """Go back to the found cards if they are what was studied; say whether they were."""
        stack = self.screen_stack
        if self._found is None or len(stack) < 2 or stack[-2] is not self._found:
            return False
        if not self._covers:
            self._forget_sitting()
        await self.pop_screen()
        return True

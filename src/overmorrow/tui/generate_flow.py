"""The way through making a deck from an article, from screen to screen."""

from typing import TYPE_CHECKING

from overmorrow.jobs.asked import Limits
from overmorrow.tui.import_flow import ImportFlow

if TYPE_CHECKING:
    from overmorrow.tui.screens.generate_input import Begun, GenerateInputScreen
    from overmorrow.tui.screens.generate_review import GenerateReviewScreen


class GenerateFlow(ImportFlow):
    """The part of the app that makes decks; an article that was put in waits until the end."""

    _begun: "Begun | None" = None

    async def on_home_screen_generate_wanted(self) -> None:
        """Ask for an article; the one that was put in before is still there."""
        from overmorrow.tui.screens.generate_input import Begun, GenerateInputScreen

        generating = self._collection.generating()
        begun, self._begun = self._begun or Begun(), None
        await self._show(GenerateInputScreen(generating, self._manner, begun))

    async def on_generate_input_screen_closed(self, event: "GenerateInputScreen.Closed") -> None:
        """Go to the first screen."""
        self._begun = event.begun
        await self._show(self._home())

    async def on_generate_input_screen_offered(self, event: "GenerateInputScreen.Offered") -> None:
        """Show the proposals."""
        from overmorrow.tui.screens.generate_review import GenerateReviewScreen

        generating = self._collection.generating()
        await self.push_screen(
            GenerateReviewScreen(event.offers, generating, self._manner, event.file_name)
        )

    async def on_generate_review_screen_back(self) -> None:
        """Go back to the article, whose proposals are made anew with what was decided."""
        from overmorrow.tui.screens.generate_input import GenerateInputScreen

        await self.pop_screen()
        if isinstance(self.screen, GenerateInputScreen):
            self.screen.read()

    async def on_generate_review_screen_left(self, event: "GenerateReviewScreen.Left") -> None:
        """Go to the first screen."""
        with self.batch_update():
            await self.pop_screen()
            await self._show(self._home(event.note))

    async def on_generate_review_screen_study_wanted(
        self, event: "GenerateReviewScreen.StudyWanted"
    ) -> None:
        """Study the deck that was made."""
        session = self._collection.study(event.deck, Limits())
        with self.batch_update():
            await self.pop_screen()
            if session.asked is None:
                await self._show(self._home(self._manner.say("home.nothing_there")))
            else:
                await self._begin(session)

    def on_review_jobs_taken_back(self) -> None:
        """Let a sitting that was left go, for its cards may be gone."""
        self._forget_sitting()

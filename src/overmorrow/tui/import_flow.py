"""The way through an import: from screen to screen, and the thread that writes."""

from functools import partial
from typing import TYPE_CHECKING

from textual.app import App
from textual.message import Message
from textual.screen import Screen

from overmorrow.errors import OvermorrowError
from overmorrow.jobs.asked import Limits
from overmorrow.tui.collection import Collection
from overmorrow.tui.import_run import ImportRun, Stage
from overmorrow.tui.manner import Manner
from overmorrow.tui.session import Session

if TYPE_CHECKING:
    from overmorrow.jobs.taken_back import TakenBack as TakenBackStep
    from overmorrow.tui.imports import Imported
    from overmorrow.tui.screens.import_file import ImportFileScreen
    from overmorrow.tui.screens.import_plan import ImportPlanScreen


class _StoppedError(Exception):
    """Raised in the thread that writes when the learner wants no more of it."""


class ImportFlow(App[None]):
    """The part of the app that imports; an import outlives the screen it was begun on."""

    _collection: Collection
    _manner: Manner
    _run: ImportRun | None = None
    _only_by_hand: "TakenBackStep | None" = None
    """The import or change of a deck that was taken back last; no redo does it again."""

    class Moved(Message):
        """Posted by the thread that writes."""

        def __init__(self, run: ImportRun, done: int) -> None:
            """Say how many notes are written."""
            super().__init__()
            self.run = run
            self.done = done

    class Ended(Message):
        """Posted when the thread that writes is done."""

        def __init__(
            self, run: ImportRun, imported: "Imported | None", error: OvermorrowError | None
        ) -> None:
            """Say what came of it.

            Args:
                run: Which import.
                imported: What was written; None if it was stopped.
                error: Why nothing was written.
            """
            super().__init__()
            self.run = run
            self.imported = imported
            self.error = error

    class TakenBack(Message):
        """Posted when an import was taken back."""

        def __init__(self, run: ImportRun | None, error: OvermorrowError | None) -> None:
            """Say which.

            Args:
                run: The import that is on the screen, if it was that.
                error: Why it could not be.
            """
            super().__init__()
            self.run = run
            self.error = error

    async def _show(self, screen: Screen[None]) -> None:
        """Show a screen in place of the last."""
        raise NotImplementedError

    def _home(self, note: str = "") -> Screen[None]:
        """Return the first screen."""
        raise NotImplementedError

    async def _begin(self, session: Session) -> None:
        """Show the first card of a sitting."""
        raise NotImplementedError

    def _forget_sitting(self) -> None:
        """Let a sitting that was left go, for its cards may be gone."""
        raise NotImplementedError

    @property
    def _is_studying(self) -> bool:
        """Whether a card waits on one of the screens below."""
        from overmorrow.tui.screens.study import StudyScreen

        shown = self.screen_stack[1:] or self.screen_stack
        return any(isinstance(page, StudyScreen) for page in shown)

    @property
    def importing(self) -> int | None:
        """How many percent of an import under way are done."""
        run = self._run
        if run is None or not run.stage.is_busy:
            return None
        from overmorrow.tui.import_plan_rows import percent

        return percent(run.done, run.plan.amount)

    # from screen to screen

    async def on_home_screen_import_wanted(self) -> None:
        """Ask for a file, or show the import that is under way."""
        from overmorrow.tui.screens.import_file import ImportFileScreen
        from overmorrow.tui.screens.import_run import ImportRunScreen

        if self._run is not None:
            await self._show(ImportRunScreen(self._run, self._manner))
        else:
            await self._show(ImportFileScreen(self._collection.imports(), self._manner))

    async def on_import_file_screen_closed(self) -> None:
        """Go to the first screen."""
        await self._show(self._home())

    async def on_import_file_screen_planned(self, event: "ImportFileScreen.Planned") -> None:
        """Show what the import would do."""
        from overmorrow.tui.screens.import_plan import ImportPlanScreen

        await self.push_screen(ImportPlanScreen(event.plan, self._manner))

    async def on_import_plan_screen_back(self) -> None:
        """Go back to how the file is read."""
        await self.pop_screen()

    async def on_import_plan_screen_closed(self) -> None:
        """Go to the first screen."""
        await self.pop_screen()
        await self._show(self._home())

    async def on_import_run_screen_closed(self) -> None:
        """Go to the first screen; an import under way goes on."""
        if self._run is not None and not self._run.stage.is_busy:
            self._run = None
        await self._show(self._home())

    async def on_import_run_screen_study_wanted(self) -> None:
        """Study the deck that was imported, or all if there were several."""
        run, self._run = self._run, None
        names = {deck.deck.name for deck in run.plan.review.decks} if run else set[str]()
        session = self._collection.study(names.pop() if len(names) == 1 else None, Limits())
        if session.asked is None:
            await self._show(self._home(self._manner.say("home.nothing_there")))
        else:
            await self._begin(session)

    # writing

    async def on_import_plan_screen_wanted(self, event: "ImportPlanScreen.Wanted") -> None:
        """Begin to import."""
        from overmorrow.tui.screens.import_run import ImportRunScreen

        if self._run is not None:
            return
        self._run = run = ImportRun(event.plan, self._manner.now_ms())
        self.run_worker(partial(self._write, run), thread=True)
        await self.pop_screen()
        await self._show(ImportRunScreen(run, self._manner))

    def _write(self, run: ImportRun) -> None:
        def progress(done: int) -> None:
            if not run.is_wanted:
                raise _StoppedError
            self.post_message(self.Moved(run, done))

        try:
            imported = self._collection.imports().write(run.plan, progress)
        except _StoppedError:
            self.post_message(self.Ended(run, None, None))
        except OvermorrowError as error:
            self.post_message(self.Ended(run, None, error))
        else:
            self.post_message(self.Ended(run, imported, None))

    def on_import_flow_moved(self, event: Moved) -> None:
        """Show how far it is."""
        event.run.done = event.done
        self._follow()

    def on_import_run_screen_stop_wanted(self) -> None:
        """Stop the import; what is written is taken back."""
        if self._run is not None:
            self._run.stop()
            self._follow()

    async def on_import_flow_ended(self, event: Ended) -> None:
        """Say what came of it, wherever the learner is."""
        run, imported = event.run, event.imported
        if run.stage is Stage.STOPPING and imported and imported.batch_id is not None:
            self.run_worker(partial(self._take_back, run, imported.batch_id), thread=True)
            return
        run.end(imported, event.error)
        if not self._is_studying:
            self._forget_sitting()
        await self._tell_end(run)

    # taking back

    def on_import_run_screen_undo_wanted(self) -> None:
        """Take the import on the screen back."""
        run = self._run
        if run and run.imported and run.imported.batch_id is not None:
            run.stage = Stage.TAKING_BACK
            self.run_worker(partial(self._take_back, run, run.imported.batch_id), thread=True)
            self._follow()

    def _take_back_newest(self) -> bool:
        """Begin to take the newest thing back if it is an import; say whether it is."""
        if self._run is not None:
            self._tell_here(self._manner.say("import_screen.wait_for_import"))
            return True
        batch_id = self._collection.imports().newest()
        if batch_id is None:
            return False
        self._tell_here(self._manner.say("import_screen.taking_back"))
        self.run_worker(partial(self._take_back, None, batch_id), thread=True)
        return True

    def _take_back(self, run: ImportRun | None, batch_id: int) -> None:
        try:
            self._only_by_hand = self._collection.imports().take_back(batch_id)
        except OvermorrowError as error:
            self.post_message(self.TakenBack(run, error))
        else:
            self.post_message(self.TakenBack(run, None))

    async def on_import_flow_taken_back(self, event: TakenBack) -> None:
        """Say that it is taken back."""
        say = self._manner.say
        run = event.run
        self._forget_sitting()
        if run is not None:
            run.error = event.error
            was_stopped = run.stage is Stage.STOPPING
            done = Stage.STOPPED if was_stopped else Stage.TAKEN_BACK
            run.stage = Stage.FAILED if event.error else done
            await self._tell_end(run)
        elif event.error is not None:
            self._tell_here(say(event.error.key, **event.error.values))
        else:
            await self._refresh_home(say("import_screen.taken_back"))

    # telling

    def _follow(self) -> None:
        from overmorrow.tui.screens.home import HomeScreen
        from overmorrow.tui.screens.import_run import ImportRunScreen

        screen = self.screen
        if isinstance(screen, ImportRunScreen):
            screen.follow()
        elif isinstance(screen, HomeScreen):
            screen.show_importing(self.importing)

    async def _tell_end(self, run: ImportRun) -> None:
        from overmorrow.tui.import_plan_rows import end_sentence
        from overmorrow.tui.screens.import_run import ImportRunScreen

        if isinstance(self.screen, ImportRunScreen):
            self.screen.follow()
            return
        if self._run is run:
            self._run = None
        say = self._manner.say
        sentence = end_sentence(run, say)
        if run.stage is Stage.DONE:
            await self._refresh_home(f"{sentence} {say('import_screen.undo_by')}", sentence)
        else:
            await self._refresh_home(sentence)

    async def _refresh_home(self, note: str, elsewhere: str = "") -> None:
        """Show the first screen anew with a note; on another screen say it there."""
        from overmorrow.tui.screens.home import HomeScreen

        if isinstance(self.screen, HomeScreen):
            await self._show(self._home(note))
        else:
            self._tell_here(elsewhere or note)

    def _tell_here(self, sentence: str) -> None:
        from overmorrow.tui.screens.page import Page

        if isinstance(self.screen, Page):
            self.screen.tell(sentence)

"""A screen that has files read in a thread, however often the learner changes their reading."""

from functools import partial
from time import sleep
from typing import TYPE_CHECKING

from textual.message import Message

from overmorrow.errors import OvermorrowError
from overmorrow.tui.imports import Choices, Imports
from overmorrow.tui.manner import Manner
from overmorrow.tui.screens.reading import Reading

if TYPE_CHECKING:
    from overmorrow.jobs.import_review import ImportReview
    from overmorrow.jobs.planned import FilePlan

_SECOND_THOUGHTS_SECONDS = 0.6
"""Whoever tries one way after another to read a large file has it read whole in the last only."""


class ReadingFiles(Reading):
    """Reads files; a large one is shown by its beginning until all of it was read."""

    class HasLooked(Message):
        """Posted by the thread that reads, when it has seen the beginning."""

        def __init__(self, turn: int, plan: "FilePlan") -> None:
            """Say what stands there.

            Args:
                turn: Which reading this is.
                plan: How the beginning was understood.
            """
            super().__init__()
            self.turn = turn
            self.plan = plan

    class HasRead(Message):
        """Posted by the thread that reads, at the end."""

        def __init__(
            self, turn: int, review: "ImportReview | None", error: OvermorrowError | None
        ) -> None:
            """Say what came of it.

            Args:
                turn: Which reading this was.
                review: What the files would do.
                error: Why they cannot be read.
            """
            super().__init__()
            self.turn = turn
            self.review = review
            self.error = error

    def __init__(self, imports: Imports, manner: Manner) -> None:
        """Read nothing yet.

        Args:
            imports: Reads.
            manner: Language, keys and looks.
        """
        super().__init__(manner)
        self.imports = imports
        self.paths: tuple[str, ...] = ()
        self.wanted = Choices()
        """What the learner says about the files, whether they could be read so or not."""
        self.used = Choices()
        """What the files on the screen were read with."""
        self.plans: tuple[FilePlan, ...] = ()
        """The files on the screen; nothing before one could be read."""
        self.review: ImportReview | None = None
        """What they would do; None until they are read whole."""

    def show_reading(self) -> None:
        """Draw what was read."""
        raise NotImplementedError

    def complain(self, error: OvermorrowError) -> None:
        """Say why the files cannot be read."""
        raise NotImplementedError

    def read(self, choices: Choices) -> None:
        """Read the files; what an earlier reading says from now on is not heard."""
        self._begin()
        self.wanted = choices
        self.run_worker(partial(self._read_now, self._turn, self.paths, choices), thread=True)

    def _read_now(self, turn: int, paths: tuple[str, ...], choices: Choices) -> None:
        look = self.imports.look(paths, choices)
        if look is not None:
            self.post_message(self.HasLooked(turn, look))
            if choices != Choices():
                sleep(_SECOND_THOUGHTS_SECONDS)
        with self._one_at_a_time:
            if turn == self._turn:
                self._read_whole(turn, paths, choices)

    def _read_whole(self, turn: int, paths: tuple[str, ...], choices: Choices) -> None:
        try:
            review = self.imports.read(paths, choices)
        except OvermorrowError as error:
            self.post_message(self.HasRead(turn, None, error))
        else:
            self.post_message(self.HasRead(turn, review, None))

    def say_seconds(self, seconds: int) -> None:
        """Say that files are read, and that the plan follows where the learner waits for it."""
        say = self.manner.say
        words = say(
            "import_screen.reading_for" if seconds else "import_screen.reading", seconds=seconds
        )
        self.tell(f"{words} {say('import_screen.plan_when_read')}" if self.is_eager else words)

    def stop_reading(self) -> None:
        """Wait no longer; the thread ends by itself, unheard."""
        was_told = self.is_reading and self._ticks
        super().stop_reading()
        if was_told:
            self.tell("")

    def on_reading_files_has_looked(self, event: HasLooked) -> None:
        """Show the beginning of a large file."""
        if event.turn == self._turn:
            self.used = self.wanted
            self.plans = (event.plan,)
            self.review = None
            self.show_reading()

    def on_reading_files_has_read(self, event: HasRead) -> None:
        """Show how the files were understood, or why they cannot be read."""
        if event.turn != self._turn:
            return
        self.stop_reading()
        if event.review is None:
            if event.error is not None:
                self.complain(event.error)
            return
        self.used = self.wanted
        self.plans = event.review.plans
        self.review = event.review
        self.show_reading()

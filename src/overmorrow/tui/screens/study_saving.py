"""Steps of studying that are saved; the answer is kept while another window writes."""

from collections.abc import Callable

from overmorrow.errors import BusyError
from overmorrow.tui.screens.saving import Saving
from overmorrow.tui.screens.study_page import StudyPage


class StudySaving(StudyPage, Saving):
    """Saves what the session does."""

    def save(self, step: Callable[[], object], then: Callable[[], None]) -> None:
        """Do a step of the session, then what follows from it."""

        def at_once() -> None:
            with self._session.at_once():
                step()

        super().save(at_once, then)

    def give_up_waiting(self) -> None:
        """Wait no longer at the learner's wish."""
        self.stop_waiting()
        self.tell(self.manner.say("study.not_saved"))

    def say_busy(self, error: BusyError) -> None:  # noqa: ARG002 - the answer matters more here
        """Say that the answer is kept."""
        self.tell(self.manner.say("study.busy"))

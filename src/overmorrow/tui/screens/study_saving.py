"""Steps of studying that are saved: at once, or as soon as another window lets us write."""

from collections.abc import Callable
from typing import NamedTuple

from textual.timer import Timer

from overmorrow.errors import BusyError, OvermorrowError
from overmorrow.tui.screens.study_page import StudyPage

_AGAIN_SECONDS = 0.2
_PATIENCE_MS = 5_000


class _Waiting(NamedTuple):
    """A step that another window holds up."""

    step: Callable[[], object]
    then: Callable[[], None]
    since_ms: int


class StudySaving(StudyPage):
    """Saves steps; while another process writes, the screen lives on and tries again."""

    _waiting: _Waiting | None = None
    _again: Timer | None = None

    @property
    def is_waiting(self) -> bool:
        """Whether a step waits for another window."""
        return self._waiting is not None

    def save(self, step: Callable[[], object], then: Callable[[], None]) -> None:
        """Do a step, then what follows from it; if it is refused, say why and stay.

        While a step waits for another window nothing else is saved; the waiting one is
        tried at once.

        Args:
            step: What is saved; it may be tried several times, and is whole or not at all.
            then: What follows, once it is.
        """
        if self._waiting is not None:
            self._try_again()
            return
        if self._is_held_up(step, then):
            self._waiting = _Waiting(step, then, self.manner.now_ms())
            self.standing = self.manner.say("study.waiting")
            self.tell(self.standing)
            self._again = self.set_interval(_AGAIN_SECONDS, self._try_again)

    def give_up_waiting(self, message: str = "study.not_saved") -> None:
        """Wait no longer; what was to be saved is not.

        Args:
            message: What is said of it.
        """
        self._rest()
        self.tell(self.manner.say(message))

    def _is_held_up(self, step: Callable[[], object], then: Callable[[], None]) -> bool:
        try:
            with self._session.at_once():
                step()
        except BusyError:
            return True
        except OvermorrowError as error:
            self._rest()
            self.complain(error)
        else:
            if self._waiting is not None:
                self._rest()
                self.tell("")
            then()
        return False

    def _try_again(self) -> None:
        waiting = self._waiting
        if waiting is None:
            return
        is_late = self.manner.now_ms() - waiting.since_ms > _PATIENCE_MS
        if self._is_held_up(waiting.step, waiting.then) and is_late:
            self.give_up_waiting("study.busy")

    def _rest(self) -> None:
        self._waiting, self.standing = None, ""
        if self._again is not None:
            self._again.stop()
            self._again = None

"""Steps that are saved: at once, or as soon as another window lets us write."""

from collections.abc import Callable
from typing import NamedTuple

from textual.timer import Timer

from overmorrow.errors import BusyError, OvermorrowError
from overmorrow.tui.screens.page import Page

_AGAIN_SECONDS = 0.2
_PATIENCE_MS = 5_000


class _Waiting(NamedTuple):
    """A step that another window holds up."""

    step: Callable[[], object]
    then: Callable[[], None]
    since_ms: int


class Saving(Page):
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
                It is refused after a blink where another process writes.
            then: What follows, once it is.
        """
        if self._waiting is not None:
            self._try_again()
            return
        if self._held_up(step, then):
            self._waiting = _Waiting(step, then, self.manner.now_ms())
            self.standing = self.manner.say("study.waiting")
            self.tell(self.standing)
            self._again = self.set_interval(_AGAIN_SECONDS, self._try_again)

    def stop_waiting(self) -> None:
        """Wait no longer; what was to be saved is not."""
        self._waiting, self.standing = None, ""
        if self._again is not None:
            self._again.stop()
            self._again = None

    def say_busy(self, error: BusyError) -> None:
        """Say that another window did not let us write in time."""
        self.complain(error)

    def _held_up(self, step: Callable[[], object], then: Callable[[], None]) -> BusyError | None:
        """Try a step; return what another window has to do with it if it is held up."""
        try:
            step()
        except BusyError as error:
            return error
        except OvermorrowError as error:
            self.stop_waiting()
            self.complain(error)
        else:
            if self._waiting is not None:
                self.stop_waiting()
                self.tell("")
            then()
        return None

    def _try_again(self) -> None:
        waiting = self._waiting
        if waiting is None or not self.is_current:
            return
        is_late = self.manner.now_ms() - waiting.since_ms > _PATIENCE_MS
        error = self._held_up(waiting.step, waiting.then)
        if error is not None and is_late:
            self.stop_waiting()
            self.say_busy(error)

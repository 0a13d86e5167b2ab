"""A screen that has something read in threads; only the newest reading is heard."""

from threading import Lock

from textual.timer import Timer

from overmorrow.tui.manner import Manner
from overmorrow.tui.screens.page import Page

_TICK_SECONDS = 0.3
"""Reading that is quicker shows no sign of itself."""


class Reading(Page):
    """Counts readings, and says how long the newest has taken."""

    def __init__(self, manner: Manner) -> None:
        """Read nothing yet.

        Args:
            manner: Language, keys and looks.
        """
        super().__init__(manner)
        self.is_eager = False
        """Whether the learner waits for what comes of it."""
        self._one_at_a_time = Lock()
        """Two readings of a large text side by side would only hold up each other."""
        self._turn = 0
        self._timer: Timer | None = None
        self._ticks = 0

    @property
    def is_reading(self) -> bool:
        """Whether a thread is at it."""
        return self._timer is not None

    def say_seconds(self, seconds: int) -> None:
        """Say that it is being read, for so many seconds by now."""
        raise NotImplementedError

    def stop_reading(self) -> None:
        """Wait no longer; the thread ends by itself, unheard."""
        self._turn += 1
        self._rest()

    def _begin(self) -> None:
        """Begin a reading; what earlier ones say is not heard any more."""
        self._turn += 1
        self._ticks = 0
        if self._timer is None:
            self._timer = self.set_interval(_TICK_SECONDS, self._tick)

    def _tick(self) -> None:
        self._ticks += 1
        self.say_seconds(int(self._ticks * _TICK_SECONDS))

    def _rest(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

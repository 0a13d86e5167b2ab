"""Asks whether a clock that went back by days is right, while the program runs."""

from textual.app import App
from textual.events import Key

from overmorrow.clock import AskedClock
from overmorrow.tui.options import TuiOptions
from overmorrow.tui.screens.clock_doubted import ClockDoubted
from overmorrow.tui.screens.page import Page

_YES = frozenset({"y", "Y", "ㅛ"})


class ClockFlow(App[None]):
    """The part of the app that takes the learner's word for the date."""

    _options: TuiOptions
    _asks_about_clock = False

    def on_clock_doubted(self, event: ClockDoubted) -> None:
        """Take the next key for the answer."""
        event.stop()
        self._asks_about_clock = True

    def answers_about_clock(self, key: Key) -> bool:
        """Return whether a key says that the clock is right; it is believed from then on.

        Any other key means what it always does.
        """
        was_asked, self._asks_about_clock = self._asks_about_clock, False
        clock = self._options.clock
        is_yes = key.character in _YES or key.key.removeprefix("alt+") in _YES
        if not (was_asked and is_yes and isinstance(clock, AskedClock)):
            return False
        clock.is_confirmed = True
        if isinstance(self.screen, Page):
            page = self.screen
            page.tell(page.manner.say("errors.clock_believed"))
        return True

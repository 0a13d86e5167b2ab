"""The box in which an answer is typed."""

from collections.abc import Callable
from typing import ClassVar

from textual.events import Key, Paste
from textual.message import Message
from textual.widgets import Input

from overmorrow.cards.text import clean
from overmorrow.tui.pace import RepeatGuard
from overmorrow.tui.repairs import AltInput

_LONGEST = 10_000


class AnswerBox(AltInput, inherit_css=False):
    """One line of text, composed as it comes in; an empty box offers its first Space."""

    COMPONENT_CLASSES: ClassVar[set[str]] = Input.COMPONENT_CLASSES

    class Revealed(Message):
        """Posted on Space in the empty box: show the answer."""

    class Written(Message):
        """Posted at each key that belongs to the answer."""

    def __init__(self, guard: RepeatGuard, now_ms: Callable[[], int]) -> None:
        """Make an empty box.

        Args:
            guard: Knows which keys are only repeats.
            now_ms: The stopwatch.
        """
        super().__init__(id="box", select_on_focus=False, max_length=_LONGEST)
        self.cursor_blink = False
        self._guard = guard
        self._now_ms = now_ms

    async def _on_key(self, event: Key) -> None:
        if event.key == "space" and not self.value:
            event.prevent_default()
            event.stop()
            self.post_message(self.Revealed())
        elif event.key.isdecimal() and not self._guard.allows(event.key, self._now_ms()):
            event.prevent_default()
            event.stop()
        elif event.is_printable and not event.key.startswith("alt+"):
            self.post_message(self.Written())

    def _on_paste(self, event: Paste) -> None:
        event.prevent_default()
        event.stop()
        self.post_message(self.Written())
        self.insert_text_at_cursor(" ".join(clean(event.text).split()))

    def validate_value(self, value: str) -> str:
        """Return the text composed: a syllable is one character however it was typed."""
        return clean(value).replace("\n", " ")

"""The page of one card: kind, prompt, the place of the answer, verdict, strip.

The answer's row is the same before and after the verdict, so the eye stays.
"""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll

from overmorrow.jobs.asked import Asked
from overmorrow.tui import cells
from overmorrow.tui.asked_rows import hint_rows, kind_row, prompt_rows, slip_rows
from overmorrow.tui.frame import Frame
from overmorrow.tui.manner import Manner
from overmorrow.tui.pace import RepeatGuard
from overmorrow.tui.rows import ACCENT, EMPTY, MUTED, PLAIN, Row, muted
from overmorrow.tui.widgets.answer_box import AnswerBox
from overmorrow.tui.widgets.sheet import Sheet
from overmorrow.tui.widgets.strip_sheet import StripSheet

_LABEL_CELLS = 8


class CardPage(Vertical):
    """Shows one card in its states; it knows nothing of keys or sessions."""

    def __init__(self, manner: Manner, guard: RepeatGuard) -> None:
        """Make an empty page.

        Args:
            manner: Language and looks.
            guard: Given to the answer box.
        """
        super().__init__(id="page")
        self._say = manner.say
        plain = manner.ascii_only
        self._kind = Sheet(id="kind", ascii_only=plain)
        self._prompt = Sheet(id="prompt", ascii_only=plain)
        self._gutter = Sheet(id="gutter", ascii_only=plain)
        self._below = Sheet(id="below", ascii_only=plain)
        self._sheet = Sheet(id="sheet", ascii_only=plain)
        self._strip = StripSheet(id="strip", ascii_only=plain)
        self._around_prompt = VerticalScroll(self._prompt, id="around-prompt", can_focus=False)
        self._around_sheet = VerticalScroll(self._sheet, id="around-sheet", can_focus=False)
        self._answer = Horizontal(id="answer")
        self.box = AnswerBox(guard, manner.now_ms)

    def compose(self) -> ComposeResult:
        """Lay out the parts from top to bottom."""
        yield self._kind
        yield self._around_prompt
        with self._answer:
            yield self._gutter
            yield self.box
        yield self._below
        yield self._around_sheet
        yield self._strip

    @property
    def answer_row(self) -> Horizontal:
        """The row in which the answer is written."""
        return self._answer

    def show_card(self, asked: Asked, frame: Frame, *, alone: bool) -> None:
        """Show what stays through both phases."""
        self._kind.display = not frame.small
        self._kind.show([kind_row(asked, self._say, alone=alone)])
        self._prompt.show(prompt_rows(asked.card, frame))

    def show_box(self, frame: Frame, hints: Sequence[str], slip: str) -> None:
        """Show the place to write, and below it hints or why nothing was graded yet."""
        self._set_parts(answer=True)
        self._gutter.show([_gutter(self._say("study.you"), frame)])
        below = slip_rows(slip, frame) if slip else []
        if hints:
            below = [*below, EMPTY, *hint_rows(hints, frame, self._say)]
        self._below.show(below)

    def show_long_keys(self, frame: Frame, hints: Sequence[str]) -> None:
        """Show under the box of several lines which keys it takes."""
        indent = " " * frame.value_start
        keys: list[Row] = [muted(indent + self._say("study.long_keys"))]
        self._below.show([*keys, EMPTY, *hint_rows(hints, frame, self._say)] if hints else keys)

    def show_rows(self, rows: Sequence[Row], strip: Sequence[Row] = ()) -> None:
        """Show rows where the answer was written, and a strip at the foot."""
        self._set_parts(answer=False)
        self._sheet.show(rows)
        self._strip.show(strip)
        self._strip.display = bool(strip)
        self._around_sheet.scroll_home(animate=False)

    def scroll_text(self, direction: int) -> None:
        """Scroll the prompt if it is longer than its room, else what is below."""
        long_prompt = self._around_prompt.max_scroll_y > 0
        scrolled = self._around_prompt if long_prompt else self._around_sheet
        scrolled.scroll_relative(y=3 * direction, animate=False)

    def _set_parts(self, *, answer: bool) -> None:
        self._answer.display = answer
        self._below.display = answer
        self._around_sheet.display = not answer
        if answer:
            self._strip.display = False


def _gutter(label: str, frame: Frame) -> Row:
    if frame.small:
        return (("▌", ACCENT),)
    return (("  ▌ ", ACCENT), (cells.pad(label, _LABEL_CELLS), MUTED), ("", PLAIN))

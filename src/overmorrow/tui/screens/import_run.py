"""The end of an import: how far it is, and what it did."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.events import Key
from textual.message import Message

from overmorrow.tui.footers import Offer
from overmorrow.tui.import_footers import ended_offers, import_offers
from overmorrow.tui.import_plan_rows import (
    end_sentence,
    ended_rows,
    file_names,
    line_rows,
    plan_lines,
    promise_rows,
    run_rows,
)
from overmorrow.tui.import_rows import head_rows
from overmorrow.tui.import_run import ImportRun, Stage
from overmorrow.tui.keys import bindings
from overmorrow.tui.manner import Manner
from overmorrow.tui.pace import RepeatGuard
from overmorrow.tui.places import Place
from overmorrow.tui.rows import EMPTY, Row
from overmorrow.tui.screens.page import Page

_ANKI = ("anki_package", "anki_text", "crowdanki")


class ImportRunScreen(Page):
    """Shows an import that goes on whether somebody looks or not."""

    CSS_PATH = "import_run.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.IMPORT_RUN, Place.IMPORT_DONE)]

    class Closed(Message):
        """Posted when the learner goes to the first screen; an import goes on."""

    class StopWanted(Message):
        """Posted when the learner wants it stopped and taken back."""

    class UndoWanted(Message):
        """Posted when the learner takes the import back."""

    class StudyWanted(Message):
        """Posted when the learner wants to study what was imported."""

    def __init__(self, run: ImportRun, manner: Manner) -> None:
        """Show an import.

        Args:
            run: Which.
            manner: Language, keys and looks.
        """
        super().__init__(manner)
        self._import = run
        self._is_leaving = False
        self._guard = RepeatGuard()
        self._head = self.sheet("head")
        self._body = self.sheet("body")

    @property
    def place(self) -> Place:
        """Where the learner is."""
        return Place.IMPORT_RUN if self._import.stage.is_busy else Place.IMPORT_DONE

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        yield self._head
        yield self._body
        yield self._status
        yield self._footer

    def on_mount(self) -> None:
        """A held Enter shall not leave at once."""
        super().on_mount()
        self._guard.renew(self.manner.now_ms())

    def on_key(self, event: Key) -> None:
        """Let a message go at the next key."""
        if event.key != "escape":
            self._is_leaving = False
            self.tell("")

    def follow(self) -> None:
        """Show how far it is; called whenever it moved."""
        if self.place is Place.IMPORT_DONE:
            self.tell("")
        self.draw()

    def action_go_on(self) -> None:
        """Go to the first screen; the import goes on."""
        if self._allows_enter():
            self.post_message(self.Closed())

    def action_stop_import(self) -> None:
        """Stop the import, if that was asked for twice."""
        if self._import.stage is not Stage.RUNNING:
            return
        if self._is_leaving:
            self.post_message(self.StopWanted())
        else:
            self._is_leaving = True
            self.tell(self.manner.say("import_screen.esc_again"))

    def action_undo(self) -> None:
        """Take the import back."""
        if self._import.can_undo:
            self.post_message(self.UndoWanted())

    def action_study_imported(self) -> None:
        """Study what was imported."""
        if self._allows_enter():
            self.post_message(self.StudyWanted() if self._import.can_undo else self.Closed())

    def action_leave_import(self) -> None:
        """Go to the first screen."""
        self.post_message(self.Closed())

    def _allows_enter(self) -> bool:
        return self._guard.allows("enter", self.manner.now_ms())

    def draw(self) -> None:
        """Draw the counts, and how far it is."""
        frame, say = self.frame, self.manner.say
        run = self._import
        is_done = self.place is Place.IMPORT_DONE
        title = say("import_screen.ended" if is_done else "import_screen.running")
        plan = run.plan
        self._head.show(head_rows(title, file_names(plan, say), frame))
        lines = [line._replace(about="") for line in plan_lines(plan, 0, say)]
        rows = [*line_rows(lines, None, plan.left_out, frame, say), EMPTY, *self._rows()]
        self._body.show(rows if frame.small else [EMPTY, *rows])
        if run.stage is Stage.RUNNING:
            self.offer(import_offers(say, self.place))
        elif is_done:
            self.offer(ended_offers(say, can_undo=run.can_undo))
        else:
            self.offer([Offer("Enter", say("keys.short_home"), "go_on")])

    def _rows(self) -> list[Row]:
        frame, say = self.frame, self.manner.say
        run = self._import
        if run.stage is Stage.RUNNING:
            seconds = (self.manner.now_ms() - run.began_ms) / 1000
            bar = run_rows(run.done, run.plan.amount, seconds, frame, say)
            return [*bar, EMPTY, *promise_rows(frame, say)]
        is_anki = any(plan.detected.format in _ANKI for plan in run.plan.review.plans)
        return ended_rows(
            end_sentence(run, say),
            frame,
            say,
            can_undo=run.can_undo,
            grade_keys=run.can_undo and is_anki and not self.manner.keys.anki,
        )

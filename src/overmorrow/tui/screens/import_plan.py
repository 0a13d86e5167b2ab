"""The second half of an import: what it would do, how far it is, and what it did."""

import os
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.events import Click
from textual.message import Message

from overmorrow.errors import OvermorrowError
from overmorrow.jobs.import_review import LEFT_OUT
from overmorrow.jobs.refused_lines import write_refused
from overmorrow.tui.import_card_rows import card_rows, doubt_rows, refused_rows
from overmorrow.tui.import_footers import import_offers, plan_offers
from overmorrow.tui.import_plan_rows import (
    PlanLine,
    file_names,
    go_key,
    go_row,
    is_idle,
    line_rows,
    plan_lines,
    promise_rows,
)
from overmorrow.tui.import_rows import head_rows
from overmorrow.tui.imports import Plan
from overmorrow.tui.keys import bindings
from overmorrow.tui.manner import Manner
from overmorrow.tui.pace import RepeatGuard
from overmorrow.tui.places import Place
from overmorrow.tui.rows import EMPTY, Row
from overmorrow.tui.screens.page import Page

if TYPE_CHECKING:
    from overmorrow.jobs.import_review import ImportReview


class ImportPlanScreen(Page):
    """Shows the counts and what is behind them, and lets the learner decide."""

    CSS_PATH = "import_plan.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(
            Place.IMPORT_PLAN,
            Place.IMPORT_CARDS,
            Place.IMPORT_DOUBT,
        )
    ]

    class Back(Message):
        """Posted when the learner wants to read the files in another way."""

    class Wanted(Message):
        """Posted when the learner wants it imported."""

        def __init__(self, plan: Plan) -> None:
            """Say what."""
            super().__init__()
            self.plan = plan

    class Closed(Message):
        """Posted when there is nothing to import."""

    class HasWritten(Message):
        """Posted by the thread that writes the refused lines."""

        def __init__(self, names: tuple[str, ...], error: OvermorrowError | None) -> None:
            """Say where they are.

            Args:
                names: The files.
                error: Why there are none.
            """
            super().__init__()
            self.names = names
            self.error = error

    def __init__(self, plan: Plan, manner: Manner) -> None:
        """Show a plan.

        Args:
            plan: What was read.
            manner: Language, keys and looks.
        """
        super().__init__(manner)
        self._plan = plan
        self._edited: dict[str, bool] = {}
        """The learner's answers about doubtful cards, in their order."""
        self._opened = ""
        self._is_asking = False
        self._lines: list[PlanLine] = []
        self._count_lines()
        self._chosen = len(self._lines)
        self._guard = RepeatGuard()
        self._head = self.sheet("head")
        self._body = self.sheet("body")
        self._scroll = VerticalScroll(self._body, id="around-body", can_focus=False)

    @property
    def place(self) -> Place:
        """Where the learner is."""
        if self._is_asking:
            return Place.IMPORT_DOUBT
        return Place.IMPORT_CARDS if self._opened else Place.IMPORT_PLAN

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        yield self._head
        yield self._scroll
        yield self._status
        yield self._footer

    def on_mount(self) -> None:
        """A held Enter shall not begin the import."""
        super().on_mount()
        self._guard.renew(self.manner.now_ms())

    @property
    def _review(self) -> "ImportReview":
        return self._plan.review

    def _count_lines(self) -> None:
        self._lines = plan_lines(self._plan, len(self._edited), self.manner.say)

    def _allows_enter(self) -> bool:
        return self._guard.allows("enter", self.manner.now_ms())

    # the plan

    @property
    def _line(self) -> PlanLine | None:
        """The chosen line; None on the import itself."""
        return self._lines[self._chosen] if self._chosen < len(self._lines) else None

    def on_click(self, event: Click) -> None:
        """Choose the clicked line; a click on the chosen one opens it."""
        if self.place is not Place.IMPORT_PLAN:
            return
        row = event.screen_y - self._body.region.y - (0 if self.frame.small else 1)
        at = row if row < len(self._lines) else row - 1
        if not 0 <= row <= len(self._lines) + 1 or row == len(self._lines):
            return
        if at == self._chosen:
            self.action_open_line()
        else:
            self._chosen = at
            self.draw()

    def action_move_line(self, step: int) -> None:
        """Choose the line above or below."""
        self._chosen = max(0, min(len(self._lines), self._chosen + step))
        self.draw()

    def action_open_line(self) -> None:
        """Show the cards of the chosen line, or begin the import."""
        if not self._allows_enter():
            return
        line = self._line
        if line is None:
            self._begin()
        elif line.name == "doubtful":
            self._ask()
        elif line.amount:
            self._opened = line.name
            self._scroll.scroll_home(animate=False)
            self.draw()

    def _begin(self) -> None:
        if is_idle(self._plan):
            self.post_message(self.Closed())
        elif len(self._edited) < len(self._review.doubtful):
            self._ask()
        else:
            self.post_message(self.Wanted(self._plan))

    def action_leave_out(self) -> None:
        """Leave the cards of the chosen line out, or take them in again."""
        line = self._line
        if line is None or line.name not in LEFT_OUT or not line.amount:
            self.tell(self.manner.say("import_screen.cannot_leave_out"))
            return
        self._plan = self._plan._replace(left_out=self._plan.left_out ^ {line.name})
        self._count_lines()
        self.draw()

    def action_write_refused(self) -> None:
        """Write the refused lines beside their file."""
        if self._review.refused:
            self.run_worker(self._write_refused, thread=True)
        else:
            self.tell(self.manner.say("import_screen.none_refused"))

    def _write_refused(self) -> None:
        say = self.manner.say
        headings = (say("import_screen.line"), say("import_screen.content"))
        plans = [plan for plan in self._review.plans if any(deck.refused for deck in plan.decks)]
        try:
            names = tuple(os.path.basename(write_refused(plan, headings)) for plan in plans)
        except OvermorrowError as error:
            self.post_message(self.HasWritten((), error))
        else:
            self.post_message(self.HasWritten(names, None))

    def on_import_plan_screen_has_written(self, event: HasWritten) -> None:
        """Say where the refused lines are."""
        say = self.manner.say
        if event.error is not None:
            self.tell(say(event.error.key, **event.error.values))
        else:
            self.tell(say("import_screen.wrote_refused", name=", ".join(event.names)))

    def action_scroll(self, direction: int) -> None:
        """Scroll the cards."""
        self._scroll.scroll_relative(y=3 * direction, animate=False)

    def action_previous(self) -> None:
        """Go one step back."""
        if self._is_asking or self._opened:
            self._show_plan()
        else:
            self.post_message(self.Back())

    def action_close_line(self) -> None:
        """Go back to the plan."""
        self._show_plan()

    def _show_plan(self) -> None:
        self._is_asking = False
        self._opened = ""
        self._scroll.scroll_home(animate=False)
        self._count_lines()
        self.draw()

    # doubtful cards

    def _ask(self) -> None:
        if len(self._edited) == len(self._review.doubtful):
            self._decide({})
        self._is_asking = True
        self.draw()

    def action_say_edited(self) -> None:
        """Take the card for the known one, edited."""
        self._answer(edited=True, rest=False)

    def action_say_new(self) -> None:
        """Take the card for a new one."""
        self._answer(edited=False, rest=False)

    def action_rest_edited(self) -> None:
        """Take all cards not asked about yet for edited ones."""
        self._answer(edited=True, rest=True)

    def action_rest_new(self) -> None:
        """Take all cards not asked about yet for new ones."""
        self._answer(edited=False, rest=True)

    def _answer(self, *, edited: bool, rest: bool) -> None:
        asked = self._review.doubtful
        at = len(self._edited)
        now = asked[at:] if rest else asked[at : at + 1]
        self._decide(self._edited | {doubt.uid: edited for doubt in now})
        if len(self._edited) == len(asked):
            self._chosen = len(self._lines)
            self._show_plan()
        else:
            self.draw()

    def action_one_back(self) -> None:
        """Ask about the card before once more."""
        if self._edited:
            self._decide(dict(list(self._edited.items())[:-1]))
            self.draw()
        else:
            self._show_plan()

    def _decide(self, edited: dict[str, bool]) -> None:
        self._edited = edited
        same = frozenset(uid for uid, is_same in edited.items() if is_same)
        self._plan = self._plan._replace(same=same)

    # drawing

    def draw(self) -> None:
        """Draw the plan, or what is opened of it."""
        self._head.show(
            head_rows(self._title(), file_names(self._plan, self.manner.say), self.frame)
        )
        self._body.show([EMPTY, *self._rows()] if not self.frame.small else self._rows())
        self._offer_keys()

    def _title(self) -> str:
        say = self.manner.say
        if self.place is Place.IMPORT_CARDS:
            return say("import_screen.plan_of", what=say(f"import_screen.{self._opened}"))
        return say("import_screen.plan")

    def _rows(self) -> list[Row]:
        frame, say = self.frame, self.manner.say
        match self.place:
            case Place.IMPORT_CARDS:
                return card_rows(self._opened, self._review, frame, say)
            case Place.IMPORT_DOUBT:
                at = len(self._edited)
                doubt = self._review.doubtful[at]
                return doubt_rows(doubt, at + 1, len(self._review.doubtful), frame, say)
            case _:
                return self._plan_rows()

    def _plan_rows(self) -> list[Row]:
        frame, say = self.frame, self.manner.say
        plan = self._plan
        rows = line_rows(self._lines, self._chosen, plan.left_out, frame, say)
        rows += [EMPTY, go_row(plan, frame, say, is_chosen=self._line is None)]
        below = [] if frame.small else [EMPTY, *promise_rows(frame, say)]
        room = frame.height - 6 - len(rows) - len(below)
        refused = refused_rows(self._review.refused_lines, max(0, room - 2), frame, say)
        return [*rows, *([EMPTY, *refused] if refused else []), *below]

    def _offer_keys(self) -> None:
        say, small = self.manner.say, self.frame.small
        if self.place is Place.IMPORT_PLAN:
            line = self._line
            enter = say("keys.short_open") if line else self._go_words()
            can_leave_out = line is not None and line.name in LEFT_OUT and line.amount > 0
            refused = bool(self._review.refused)
            self.offer(
                plan_offers(say, enter, can_leave_out=can_leave_out, refused=refused, small=small)
            )
        else:
            self.offer(import_offers(say, self.place))

    def _go_words(self) -> str:
        idle = go_key(self._plan) == "nothing_to_do"
        return self.manner.say("keys.short_home" if idle else "keys.import_files")

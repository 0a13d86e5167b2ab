"""The first half of an import: which file, and how it is to be read."""

import os
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.events import DescendantBlur
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Input

from overmorrow.errors import OvermorrowError
from overmorrow.jobs.choosing_files import files_meant, typed_path
from overmorrow.jobs.import_plan import FileRefusedError
from overmorrow.tui.import_choices import changed
from overmorrow.tui.import_footers import import_offers
from overmorrow.tui.import_rows import (
    head_rows,
    offer_rows,
    preview_rows,
    problem_rows,
    refused_row,
    size_words,
    trait_rows,
    traits,
    unreadable_traits,
)
from overmorrow.tui.imports import Choices, Imports, Plan
from overmorrow.tui.keys import Place, bindings
from overmorrow.tui.manner import Manner
from overmorrow.tui.name_list import NameList
from overmorrow.tui.pace import RepeatGuard
from overmorrow.tui.rows import EMPTY, Row, muted
from overmorrow.tui.screens.page import Page
from overmorrow.tui.widgets.path_box import PathBox

if TYPE_CHECKING:
    from overmorrow.cards.problem import Problem
    from overmorrow.jobs.import_plan import FilePlan
    from overmorrow.jobs.import_review import ImportReview

_UNREADABLE = ("deck.file_not_utf8", "exchange.not_in_encoding")
"""Errors that another encoding may cure."""
_TICK_SECONDS = 0.3
"""Reading that is quicker shows no sign of itself."""
_LEAST_CARDS, _MOST_CARDS = 3, 40


class ImportFileScreen(Page):
    """Asks for a file, reads it off the screen and shows how it was understood."""

    CSS_PATH = "import_file.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.IMPORT_PATH, Place.IMPORT_READ)]

    class Closed(Message):
        """Posted when the learner gives up."""

    class Planned(Message):
        """Posted when the learner wants to see what the import would do."""

        def __init__(self, plan: Plan) -> None:
            """Say what was read."""
            super().__init__()
            self.plan = plan

    class HasRead(Message):
        """Posted by the thread that reads."""

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
        """Ask for a file.

        Args:
            imports: Reads it.
            manner: Language, keys and looks.
        """
        super().__init__(manner)
        self._imports = imports
        self._names = NameList(manner.say)
        self._problems: Sequence[Problem] = ()
        self._paths: tuple[str, ...] = ()
        self._wanted = Choices()
        self._used = Choices()
        """What the shown reading was read with."""
        self._review: ImportReview | None = None
        self._is_unreadable = False
        self._file_at = 0
        self._turn = 0
        self._timer: Timer | None = None
        self._ticks = 0
        self._guard = RepeatGuard()
        self._head = self.sheet("head")
        self._label = self.sheet("label")
        self._box = PathBox(manner.say("import_screen.placeholder"))
        self._row = Horizontal(self._label, self._box, id="path-row")
        self._body = self.sheet("body")
        self._scroll = VerticalScroll(self._body, id="around-body", can_focus=False)

    @property
    def place(self) -> Place:
        """Where the learner is."""
        has_read = self._review is not None or self._is_unreadable
        return Place.IMPORT_READ if has_read else Place.IMPORT_PATH

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        yield self._head
        yield self._row
        yield self._scroll
        yield self._status
        yield self._footer

    def on_mount(self) -> None:
        """Begin with the box."""
        self._names.set_recent(self._imports.recent_folders())
        super().on_mount()
        self._guard.renew(self.manner.now_ms())
        self._box.focus()

    def on_descendant_blur(self, _event: DescendantBlur) -> None:
        """Keep the keyboard in the box, wherever was clicked."""
        if self.is_current and self.place is Place.IMPORT_PATH:
            self.call_later(self._box.focus)

    # which file

    def on_input_changed(self, event: Input.Changed) -> None:
        """Offer what the name could become."""
        if self._names.follow(event.value):
            self._problems = ()
            self.tell("")
            self.draw()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Read what is named."""
        event.stop()
        self.action_read_files()

    def action_complete(self) -> None:
        """Write on as far as it is clear, or else take the next name."""
        longer = self._names.longer(self._box.value)
        if longer:
            self._box.write(longer)
        elif not self._names.offers:
            self.tell(self.manner.say("import_screen.no_offer"))
        else:
            self.action_move_offer(1)

    def action_move_offer(self, step: int) -> None:
        """Take the next name of the list, or the one before."""
        name = self._names.move(step)
        if name:
            self._box.write(name)
            self.draw()

    def action_read_files(self) -> None:
        """Read the named file; a folder is opened instead."""
        if not self._guard.allows("enter", self.manner.now_ms()):
            return
        if self._timer is not None:
            self.tell(self.manner.say("import_screen.still_reading"))
            return
        paths = files_meant(self._box.value)
        if not paths:
            self.tell(self.manner.say("import_screen.name_a_file"))
        elif len(paths) == 1 and os.path.isdir(typed_path(paths[0])):
            self._box.write(self._names.enter(self._box.value))
            self.draw()
        else:
            self._paths = paths
            self._read(Choices())

    # reading

    def _read(self, choices: Choices) -> None:
        """Read the files in a thread; an answer to an earlier turn is dropped."""
        self._turn += 1
        self._wanted = choices
        self._ticks = 0
        if self._timer is None:
            self._timer = self.set_interval(_TICK_SECONDS, self._tick)
        self.run_worker(partial(self._read_now, self._turn, self._paths, choices), thread=True)

    def _read_now(self, turn: int, paths: tuple[str, ...], choices: Choices) -> None:
        try:
            review = self._imports.read(paths, choices)
        except OvermorrowError as error:
            self.post_message(self.HasRead(turn, None, error))
        else:
            self.post_message(self.HasRead(turn, review, None))

    def _tick(self) -> None:
        self._ticks += 1
        seconds = int(self._ticks * _TICK_SECONDS)
        key = "reading_for" if seconds else "reading"
        self.tell(self.manner.say(f"import_screen.{key}", seconds=seconds))

    def _stop_waiting(self) -> None:
        self._turn += 1
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
            if self._ticks:
                self.tell("")

    def on_import_file_screen_has_read(self, event: HasRead) -> None:
        """Show how the files were understood, or why they cannot be read."""
        if event.turn != self._turn:
            return
        self._stop_waiting()
        if event.error is not None:
            self._complain(event.error)
            return
        if self._review is None:
            self._file_at = 0
            self._scroll.scroll_home(animate=False)
        self._used = self._wanted
        self._review = event.review
        self._is_unreadable = False
        self._guard.renew(self.manner.now_ms())
        self.set_focus(None)
        self.draw()

    def _complain(self, error: OvermorrowError) -> None:
        say = self.manner.say
        sentence = say(error.key, **error.values)
        problems = error.problems if isinstance(error, FileRefusedError) else ()
        if self.place is Place.IMPORT_PATH:
            self._problems = problems
            self._is_unreadable = error.key in _UNREADABLE
            if self._is_unreadable:
                self.set_focus(None)
        elif problems:
            sentence = say(problems[0].key, **problems[0].values)
        self.tell(sentence)
        self.draw()

    # how it is read

    def action_change(self, name: str) -> None:
        """Read the files in another way."""
        plan = self._plan
        choices = changed(name, self._wanted, plan.detected if plan else None)
        if choices is None:
            self.tell(self.manner.say("import_screen.not_for_this"))
        else:
            self._read(choices)

    def action_show_file(self, step: int) -> None:
        """Show how another of several files was understood."""
        if self._review is not None:
            self._file_at = (self._file_at + step) % len(self._review.plans)
            self.draw()

    def action_scroll(self, direction: int) -> None:
        """Scroll the cards."""
        self._scroll.scroll_relative(y=3 * direction, animate=False)

    def action_see_plan(self) -> None:
        """Go on to what the import would do."""
        if not self._guard.allows("enter", self.manner.now_ms()):
            return
        if self._timer is not None:
            self.tell(self.manner.say("import_screen.still_reading"))
        elif self._review is not None:
            self.post_message(self.Planned(Plan(self._review, schedules=self._used.schedules)))

    def action_previous(self) -> None:
        """Go back to the name of the file."""
        self._stop_waiting()
        self._review = None
        self._is_unreadable = False
        self._scroll.scroll_home(animate=False)
        self.draw()
        self._box.focus()

    def action_leave_import(self) -> None:
        """Stop reading, or else leave."""
        if self._timer is not None:
            self._stop_waiting()
            self.tell("")
        else:
            self.post_message(self.Closed())

    @property
    def _plan(self) -> "FilePlan | None":
        return self._review.plans[self._file_at] if self._review is not None else None

    # drawing

    def draw(self) -> None:
        """Draw the name's completions, or how the file was understood."""
        frame = self.frame
        say = self.manner.say
        on_path = self.place is Place.IMPORT_PATH
        title = say("import_screen.which" if on_path else "import_screen.how")
        self._head.show(head_rows(title, "" if on_path else self._file_name(), frame))
        self._row.display = on_path
        self._label.show([muted(" " * frame.start + say("import_screen.file"))])
        rows = self._path_rows() if on_path else self._read_rows()
        self._body.show(rows)
        self.offer(import_offers(say, self.place, self._letters()))

    def _path_rows(self) -> list[Row]:
        frame = self.frame
        room = max(1, frame.height - 7)
        if self._problems:
            return problem_rows(self._problems, room, frame, self.manner.say)
        return offer_rows(self._names.sections, self._names.chosen, room, frame)

    def _read_rows(self) -> list[Row]:
        frame = self.frame
        say = self.manner.say
        plan = self._plan
        if plan is None:
            return trait_rows(unreadable_traits(self._wanted, say), frame)
        rows = trait_rows(traits(plan, self._used, say), frame)
        refused = refused_row(sum(deck.refused for deck in plan.decks), frame, say)
        room = frame.height - 5 - len(rows) - len(refused) - 2
        count = max(_LEAST_CARDS, min(_MOST_CARDS, room))
        return [*rows, EMPTY, *preview_rows(plan, count, frame, say), *refused]

    def _letters(self) -> str:
        plan = self._plan
        say = self.manner.say
        found = traits(plan, self._used, say) if plan else unreadable_traits(self._wanted, say)
        return " ".join(trait.letter for trait in found if trait.letter)

    def _file_name(self) -> str:
        say = self.manner.say
        plan = self._plan
        path = plan.path if plan else self._paths[0]
        name = os.path.basename(path)
        if len(self._paths) > 1:
            name = say(
                "import_screen.nth_file", name=name, nth=self._file_at + 1, n=len(self._paths)
            )
        try:
            return f"{name} · {size_words(os.path.getsize(path))}"
        except OSError:
            return name

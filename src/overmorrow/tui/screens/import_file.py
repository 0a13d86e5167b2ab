"""The first half of an import: which file, and how it is to be read."""

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.events import Click, DescendantBlur
from textual.message import Message
from textual.widgets import Input

from overmorrow.errors import OvermorrowError
from overmorrow.jobs.choosing_files import files_meant, typed_path
from overmorrow.jobs.planned import FileRefusedError
from overmorrow.tui.import_choices import changed, with_next_role
from overmorrow.tui.import_footers import import_offers
from overmorrow.tui.import_path_rows import offer_at, offer_rows, problem_rows
from overmorrow.tui.import_rows import (
    head_rows,
    preview_rows,
    refused_row,
    size_words,
    trait_rows,
    traits,
    unreadable_traits,
)
from overmorrow.tui.imports import Choices, Imports, Plan
from overmorrow.tui.keys import bindings
from overmorrow.tui.manner import Manner
from overmorrow.tui.name_list import NameList
from overmorrow.tui.places import Place
from overmorrow.tui.rows import EMPTY, Row, muted
from overmorrow.tui.screens.completing_path import CompletingPath
from overmorrow.tui.screens.naming_deck import NamingDeck
from overmorrow.tui.widgets.path_box import PathBox

if TYPE_CHECKING:
    from overmorrow.cards.problem import Problem
    from overmorrow.jobs.planned import FilePlan

_UNREADABLE = ("deck.file_not_utf8", "exchange.not_in_encoding")
"""Errors that another encoding may cure."""
_LEAST_CARDS, _MOST_CARDS = 3, 40


class ImportFileScreen(NamingDeck, CompletingPath):
    """Asks for a file, reads it off the screen and shows how it was understood."""

    CSS_PATH = "import_file.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(Place.IMPORT_PATH, Place.IMPORT_READ, Place.IMPORT_COLUMNS, Place.IMPORT_DECK)
    ]

    class Closed(Message):
        """Posted when the learner gives up."""

    class Planned(Message):
        """Posted when the learner wants to see what the import would do."""

        def __init__(self, plan: Plan) -> None:
            """Say what was read."""
            super().__init__()
            self.plan = plan

    def __init__(self, imports: Imports, manner: Manner) -> None:
        """Ask for a file.

        Args:
            imports: Reads it.
            manner: Language, keys and looks.
        """
        super().__init__(imports, manner)
        self.names = NameList(manner.say)
        self._problems: Sequence[Problem] = ()
        self._is_unreadable = False
        self._failure = ""
        """Why only the beginning could be read."""
        self._column: int | None = None
        """Which column's role is being changed."""
        self._file_at = 0
        self._head = self.sheet("head")
        self._label = self.sheet("label")
        self.path_box = PathBox()
        self.put_hint(self.path_box, "import_screen.placeholder")
        self._row = Horizontal(self._label, self.path_box, self._deck_box, id="path-row")
        self._body = self.sheet("body")
        self._scroll = VerticalScroll(self._body, id="around-body", can_focus=False)

    @property
    def place(self) -> Place:
        """Where the learner is."""
        if not self.plans and not self._is_unreadable:
            return Place.IMPORT_PATH
        if self._is_naming:
            return Place.IMPORT_DECK
        return Place.IMPORT_READ if self._column is None else Place.IMPORT_COLUMNS

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        yield self._head
        yield self._row
        yield self._scroll
        yield self._status
        yield self._footer

    def on_mount(self) -> None:
        """Begin with the box."""
        self.names.set_recent(self.imports.recent_folders())
        super().on_mount()
        self._guard.renew(self.manner.now_ms())
        self.set_focus(self.path_box)

    def on_descendant_blur(self, _event: DescendantBlur) -> None:
        """Keep the keyboard in the open box, wherever was clicked."""
        if self.is_current and self.place in (Place.IMPORT_PATH, Place.IMPORT_DECK):
            self.call_later(self._open_box.focus)

    @property
    def _open_box(self) -> Input:
        return self._deck_box if self._is_naming else self.path_box

    # which file

    def on_input_changed(self, event: Input.Changed) -> None:
        """Offer what the name could become."""
        if event.input is self.path_box and self.names.follow(event.value):
            self._problems = ()
            self.tell("")
            self.draw()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take what is written in the open box."""
        event.stop()
        if event.input is self.path_box:
            self.action_read_files()
        else:
            self.action_take_deck()

    def on_click(self, event: Click) -> None:
        """Take the name that was clicked; a click on the taken one reads it."""
        if self.place is not Place.IMPORT_PATH or self._problems:
            return
        names = self.names
        row = event.screen_y - self._body.region.y
        at = offer_at(names.sections, names.chosen, self._path_room, self.frame, row)
        if at is not None and at == names.chosen:
            self.action_read_files()
        elif at is not None:
            self.take_path(names.take(at))

    def action_read_files(self) -> None:
        """Read the named file; a folder is opened instead."""
        if not self._guard.allows("enter", self.manner.now_ms()):
            return
        if self.is_reading:
            self.tell(self.manner.say("import_screen.still_reading"))
            return
        paths = files_meant(self.path_box.value)
        if not paths:
            self.tell(self.manner.say("import_screen.name_a_file"))
        elif len(paths) == 1 and os.path.isdir(typed_path(paths[0])):
            self.take_path(self.names.enter(self.path_box.value))
        else:
            self.paths = paths
            self.read(Choices())

    # reading

    def show_reading(self) -> None:
        """Show how the files were understood."""
        if self.focused is self.path_box:
            self._file_at = 0
            self._scroll.scroll_home(animate=False)
            self._guard.renew(self.manner.now_ms())
            self.set_focus(None)
        self._is_unreadable = False
        self._failure = ""
        self.draw()
        if self.is_eager and self.review is not None:
            self._go_on()

    def complain(self, error: OvermorrowError) -> None:
        """Say why the files cannot be read; what was read before stays."""
        self.is_eager = False
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
        self._failure = sentence
        self.tell(sentence)
        self.draw()

    # how it is read

    def action_change(self, name: str) -> None:
        """Read the files in another way."""
        plan = self._plan
        choices = changed(name, self.wanted, plan.detected if plan else None)
        self.is_eager = False
        if choices is None:
            self.tell(self.manner.say("import_screen.not_for_this"))
        else:
            self.read(choices)

    def action_edit_columns(self) -> None:
        """Begin to change what the columns are for."""
        if self._roles:
            self._column = 0
            self.draw()
        else:
            self.tell(self.manner.say("import_screen.not_for_this"))

    def action_move_column(self, step: int) -> None:
        """Choose the column before or after."""
        if self._column is not None and self._roles:
            self._column = (self._column + step) % len(self._roles)
            self.draw()

    def action_change_role(self, step: int) -> None:
        """Give the chosen column another role."""
        if self._column is not None and self._column < len(self._roles):
            self.is_eager = False
            columns = with_next_role(self._roles, self._column, step)
            self.read(self.wanted._replace(columns=columns))

    def action_leave_columns(self) -> None:
        """Leave the columns as they are now."""
        if self._guard.allows("enter", self.manner.now_ms()):
            self._column = None
            self.draw()

    @property
    def _roles(self) -> tuple[str, ...]:
        """What the columns are for; what was chosen and is not read yet counts."""
        plan = self._plan
        columns = plan.detected.columns if plan else ()
        chosen = self.wanted.columns
        return chosen if len(chosen) == len(columns) else columns

    def action_show_file(self, step: int) -> None:
        """Show how another of several files was understood."""
        if self.plans:
            self._file_at = (self._file_at + step) % len(self.plans)
            self.draw()

    def action_scroll(self, direction: int) -> None:
        """Scroll the cards."""
        self._scroll.scroll_relative(y=3 * direction, animate=False)

    def action_see_plan(self) -> None:
        """Go on to what the import would do."""
        if not self._guard.allows("enter", self.manner.now_ms()):
            return
        if self.is_reading:
            self.is_eager = True
            self.tell(self.manner.say("import_screen.plan_when_read"))
        else:
            self._go_on()

    def _go_on(self) -> None:
        self.is_eager = False
        if self.review is None:
            self.tell(self._failure)
        else:
            used = self.used
            plan = Plan(self.review, schedules=used.schedules, deck=used.deck)
            self.post_message(self.Planned(plan))

    def action_previous(self) -> None:
        """Go back to the name of the file."""
        self.stop_reading()
        self.plans = ()
        self.review = None
        self._column = None
        self.is_eager = self._is_unreadable = False
        self._scroll.scroll_home(animate=False)
        self.draw()
        self.set_focus(self.path_box)

    def action_leave_import(self) -> None:
        """Stop reading, or else leave."""
        if self.is_reading:
            self.stop_reading()
        else:
            self.post_message(self.Closed())

    @property
    def _plan(self) -> "FilePlan | None":
        return self.plans[self._file_at] if self.plans else None

    # drawing

    def draw(self) -> None:
        """Draw the name's completions, or how the file was understood."""
        frame = self.frame
        say = self.manner.say
        on_path = self.place is Place.IMPORT_PATH
        title = say("import_screen.which" if on_path else "import_screen.how")
        self._head.show(head_rows(title, "" if on_path else self._file_name(), frame))
        self._row.display = on_path or self._is_naming
        self.path_box.display, self._deck_box.display = on_path, self._is_naming
        label = say("import_screen.file" if on_path else "import_screen.deck")
        self._label.show([muted(" " * frame.start + label)])
        rows = self._path_rows() if on_path else self._read_rows()
        self._body.show(rows)
        self.offer(import_offers(say, self.place, self._letters()))

    @property
    def _path_room(self) -> int:
        return max(1, self.frame.height - 7)

    def _path_rows(self) -> list[Row]:
        frame, room = self.frame, self._path_room
        if self._problems:
            return problem_rows(self._problems, room, frame, self.manner.say)
        return offer_rows(self.names.sections, self.names.chosen, room, frame)

    def _read_rows(self) -> list[Row]:
        frame = self.frame
        say = self.manner.say
        plan = self._plan
        if plan is None:
            return trait_rows(unreadable_traits(self.wanted, say), None, frame)
        is_whole = self.review is not None
        rows = trait_rows(traits(plan, self.used, say, is_whole=is_whole), self._column, frame)
        refused = refused_row(sum(deck.refused for deck in plan.decks), frame, say)
        room = frame.height - 5 - len(rows) - len(refused) - 2 - 2 * self._is_naming
        count = max(_LEAST_CARDS, min(_MOST_CARDS, room))
        return [*rows, EMPTY, *preview_rows(plan, count, frame, say), *refused]

    def _letters(self) -> str:
        plan = self._plan
        say = self.manner.say
        found = traits(plan, self.used, say) if plan else unreadable_traits(self.wanted, say)
        return " ".join(trait.letter for trait in found if trait.letter)

    def _file_name(self) -> str:
        say = self.manner.say
        plan = self._plan
        path = plan.path if plan else self.paths[0]
        name = os.path.basename(path)
        if len(self.paths) > 1:
            name = say(
                "import_screen.nth_file", name=name, nth=self._file_at + 1, n=len(self.paths)
            )
        try:
            return f"{name} · {size_words(os.path.getsize(path))}"
        except OSError:
            return name

"""Which other machine's collection is taken in, and what comes of it."""

import os
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.events import Click
from textual.message import Message
from textual.widgets import Input

from overmorrow.errors import OvermorrowError
from overmorrow.jobs.choosing_files import COLLECTION_ENDINGS, typed_path
from overmorrow.tui import cells
from overmorrow.tui.footers import Offer
from overmorrow.tui.import_path_rows import offer_at, offer_rows
from overmorrow.tui.keys import bindings
from overmorrow.tui.manner import Manner
from overmorrow.tui.name_list import NameList
from overmorrow.tui.pace import RepeatGuard
from overmorrow.tui.places import Place
from overmorrow.tui.rows import EMPTY, MUTED, PLAIN, Row, muted, plain
from overmorrow.tui.screens.completing_path import CompletingPath
from overmorrow.tui.widgets.path_box import PathBox

if TYPE_CHECKING:
    from overmorrow.jobs.merge import MergeReport
    from overmorrow.tui.merging import Merging

_OTHER_ROWS = 7
"""Rows above and below the names."""


class MergeScreen(CompletingPath):
    """Asks for a file, shows what it would bring, and takes it in at the second Enter."""

    CSS_PATH = "merge.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.MERGE)]

    class Closed(Message):
        """Posted when it is taken in, or not wanted."""

        def __init__(self, note: str = "") -> None:
            """Say what came of it; empty when nothing did."""
            super().__init__()
            self.note = note

    class Ended(Message):
        """Posted by the thread that looked, or took in."""

        def __init__(
            self,
            report: "MergeReport | None",
            error: OvermorrowError | None,
            *,
            path: str,
            only_looked: bool,
        ) -> None:
            """Say what came of which file."""
            super().__init__()
            self.report = report
            self.error = error
            self.path = path
            self.only_looked = only_looked

    def __init__(self, merging: "Merging", manner: Manner) -> None:
        """Ask which file.

        Args:
            merging: Takes it in.
            manner: Language, keys and looks.
        """
        super().__init__(manner)
        self._merging = merging
        self._looked_at = ""
        """The file whose gains are shown, which the next Enter takes in."""
        self._found = ""
        self._written = ""
        """The file that is worked on, as it was written."""
        self.names = NameList(manner.say, COLLECTION_ENDINGS)
        self._works = self._takes_in = False
        self._guard = RepeatGuard()
        self._head = self.sheet("head")
        self._label = self.sheet("label")
        self.path_box = PathBox()
        self._body = self.sheet("body")

    @property
    def place(self) -> Place:
        """Where the learner is."""
        return Place.MERGE

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        yield self._head
        yield Horizontal(self._label, self.path_box, id="file-row")
        yield self._body
        yield self._status
        yield self._footer

    def on_mount(self) -> None:
        """Begin to write; Textual calls `Page.on_mount` too."""
        self._guard.renew(self.manner.now_ms())
        self.set_focus(self.path_box)

    def draw(self) -> None:
        """Draw what is asked, or what was found."""
        frame, say = self.frame, self.manner.say
        title = cells.cut(say("merge_screen.title"), frame.width - 2)
        self._head.show([((f" {title}", PLAIN),), muted("─" * frame.width), EMPTY])
        indent = " " * frame.start
        self._label.show([((indent + say("export_screen.file"), MUTED),)])
        self._body.show([EMPTY, *self._rows()])
        enter = "take_merge" if self._looked_at else "look_merge"
        self.offer(
            [
                Offer("Enter", say(f"keys.short_{enter}"), "take_merge"),
                Offer("Esc", say("keys.short_cancel"), "leave_merge"),
                Offer("Tab", say("keys.short_complete"), "complete"),
                Offer("F1", say("keys.help"), "app.help"),
            ]
        )

    def _rows(self) -> list[Row]:
        """Return what was found; else the names there are, or what this is about."""
        frame, names = self.frame, self.names
        indent = " " * frame.start
        if self._found:
            return [plain(indent + line) for line in cells.wrap(self._found, frame.text_cells)]
        if self._shows_names:
            return offer_rows(names.sections, names.chosen, self._room, frame)
        about = self.manner.say("merge_screen.about")
        return [muted(indent + line) for line in cells.wrap(about, frame.text_cells)]

    @property
    def _shows_names(self) -> bool:
        return not self._found and bool(self.path_box.value.strip() and self.names.offers)

    @property
    def _room(self) -> int:
        return max(1, self.frame.height - _OTHER_ROWS)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Another file is another question; say how its name could go on."""
        event.stop()
        is_other = self._found and typed_path(self.path_box.value) != self._looked_at
        if is_other:
            self._looked_at = self._found = ""
        if self.names.follow(event.value) or is_other:
            self.draw()

    def take_path(self, path: str) -> None:
        """Ask about another file."""
        self._looked_at = self._found = ""
        super().take_path(path)

    def on_click(self, event: Click) -> None:
        """Take the name that was clicked; a click on the taken one looks at it."""
        names, row = self.names, event.screen_y - self._body.region.y - 1
        if not self._shows_names:
            return
        at = offer_at(names.sections, names.chosen, self._room, self.frame, row)
        if at is not None and at == names.chosen:
            self.action_take_merge()
        elif at is not None:
            self.take_path(names.take(at))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go on from the box."""
        event.stop()
        self.action_take_merge()

    def action_take_merge(self) -> None:
        """Look at the file, or take in what was looked at; a held Enter does neither."""
        if self._works or not self._guard.allows("enter", self.manner.now_ms()):
            return
        path = typed_path(self.path_box.value)
        if not path:
            self.tell(self.manner.say("export_screen.needs_file"))
            return
        if os.path.isdir(path):
            self.take_path(self.names.enter(self.path_box.value))
            return
        only_look = path != self._looked_at
        self._written = self.path_box.value.strip()
        self._works, self._takes_in = True, not only_look
        self.standing = self.manner.say(
            "merge_screen.looking" if only_look else "merge_screen.taking"
        )
        self.tell(self.standing)
        self.run_worker(partial(self._take, path, only_look=only_look), thread=True)

    def _take(self, path: str, *, only_look: bool) -> None:
        report, problem = None, None
        try:
            report = self._merging.take(path, only_look=only_look)
        except OvermorrowError as error:
            problem = error
        self.post_message(self.Ended(report, problem, path=path, only_looked=only_look))

    def on_merge_screen_ended(self, event: Ended) -> None:
        """Show what the file would bring, or go back to the decks with what it brought."""
        from overmorrow.jobs.merge_words import brings_something, can_be_undone, merge_words

        self._works = self._takes_in = False
        self.standing = ""
        self.tell("")
        if event.report is None:
            if event.error is not None:
                self.complain(event.error)
            return
        if event.only_looked and typed_path(self.path_box.value) != event.path:
            return
        say = self.manner.say
        words = merge_words(say, event.report, self._written, is_written=not event.only_looked)
        conflicts = len(event.report.merged.conflicts)
        if conflicts:
            key = "conflicts_ahead" if event.only_looked else "conflicts"
            words += "\n" + say(f"merging.{key}", n=conflicts)
        if not event.only_looked:
            if brings_something(event.report):
                undo = "merge_screen.undo" if can_be_undone(event.report) else "merging.stays"
                words += "\n" + say(undo)
            self.post_message(self.Closed(words.replace("\n", " ")))
            return
        self._found = words
        self._looked_at = event.path if brings_something(event.report) else ""
        self.draw()

    def action_leave_merge(self) -> None:
        """Leave, unless something is being taken in: what came is to be told first."""
        if not self._takes_in:
            self.post_message(self.Closed())

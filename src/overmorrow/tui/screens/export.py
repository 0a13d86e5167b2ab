"""Where a deck is written to, and in which format."""

from collections.abc import Sequence
from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.events import Click
from textual.message import Message
from textual.widgets import Input

from overmorrow.errors import FileError, OvermorrowError
from overmorrow.jobs.export_deck import Export
from overmorrow.jobs.export_place import KEEP_SCHEDULES, format_of, usual_place, written_place
from overmorrow.stats.spans import Number
from overmorrow.tui.export_rows import (
    OFFERED,
    about_rows,
    choice_rows,
    export_head,
    file_label,
    format_at,
)
from overmorrow.tui.footers import Offer
from overmorrow.tui.keys import bindings
from overmorrow.tui.manner import Manner
from overmorrow.tui.pace import RepeatGuard
from overmorrow.tui.places import Place
from overmorrow.tui.rows import EMPTY
from overmorrow.tui.screens.page import Page
from overmorrow.tui.widgets.line_box import LineBox

if TYPE_CHECKING:
    from overmorrow.jobs.export_deck import Exported
    from overmorrow.tui.exporting import Exporting

_TELL_EVERY_SECONDS = 0.3


class _StoppedError(Exception):
    """Ends the writing when the learner leaves."""


class ExportScreen(Page):
    """Asks for a format and a file, and writes the deck."""

    CSS_PATH = "export.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.EXPORT)]

    class Closed(Message):
        """Posted when it is written, or not wanted."""

        def __init__(self, note: str = "") -> None:
            """Say what came of it."""
            super().__init__()
            self.note = note

    class Ended(Message):
        """Posted by the thread that wrote."""

        def __init__(self, done: "Exported | None", error: OvermorrowError | None) -> None:
            """Say what was written, or why nothing was."""
            super().__init__()
            self.done = done
            self.error = error

    def __init__(
        self, deck: str | None, decks: Sequence[str], exporting: "Exporting", manner: Manner
    ) -> None:
        """Ask where to.

        Args:
            deck: What is written, with those below it; None for all.
            decks: The names of all decks.
            exporting: Writes it.
            manner: Language, keys and looks.
        """
        super().__init__(manner)
        self._deck = deck
        self._decks = decks
        self._exporting = exporting
        self._format = OFFERED[0]
        self._wanted: bool | None = None
        """Whether schedules go along, once the learner has said so."""
        self._replaces = ""
        """The file that Enter replaces, after it was said that it is there."""
        self._writes = False
        self._stopped = False
        self._guard = RepeatGuard()
        self._head = self.sheet("head")
        self._choices = self.sheet("choices")
        self._label = self.sheet("label")
        self._box = LineBox("export-file")
        self._body = self.sheet("body")

    @property
    def place(self) -> Place:
        """Where the learner is."""
        return Place.EXPORT

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        yield self._head
        yield self._choices
        yield Horizontal(self._label, self._box, id="file-row")
        yield self._body
        yield self._status
        yield self._footer

    def on_mount(self) -> None:
        """Propose a file; Textual calls `Page.on_mount` too."""
        self._guard.renew(self.manner.now_ms())
        self._box.write(usual_place(self._deck, self._decks, self._format))
        self.set_focus(self._box)

    def draw(self) -> None:
        """Draw what is chosen."""
        frame, say = self.frame, self.manner.say
        self._head.show([*export_head(self._deck, frame, say), EMPTY])
        chosen = choice_rows(
            self._format, with_schedules=self._with_schedules, frame=frame, say=say
        )
        self._choices.show([*chosen, EMPTY])
        self._label.show([file_label(frame, say)])
        self._body.show(about_rows(self._format, frame, say))
        self.offer(self._offers())

    def _offers(self) -> list[Offer]:
        say = self.manner.say
        offers = [
            Offer("Enter", say("keys.write_export"), "write_export"),
            Offer("Tab", say("keys.next_format"), "next_format(1)"),
        ]
        if self._format in KEEP_SCHEDULES:
            offers.append(Offer("↑ ↓", say("keys.with_schedules"), "with_schedules"))
        return [*offers, Offer("Esc", say("keys.short_cancel"), "leave_export")]

    def on_input_changed(self, event: Input.Changed) -> None:
        """Let the file's ending say the format."""
        event.stop()
        format_ = format_of(self._box.value)
        if format_ is not None and format_ != self._format:
            self._format = format_
            self.draw()

    def action_next_format(self, step: int) -> None:
        """Choose another format, and give the file its ending."""
        self._choose(OFFERED[(OFFERED.index(self._format) + step) % len(OFFERED)])

    def on_click(self, event: Click) -> None:
        """Choose the clicked format, or take schedules along where that is clicked."""
        row = event.screen_y - self._choices.region.y
        format_ = format_at(event.screen_x, self.frame) if row == 0 else None
        if format_ is not None:
            self._choose(format_)
        elif row == 1:
            self.action_with_schedules()

    def _choose(self, format_: str) -> None:
        if self._writes:
            return
        before = usual_place(self._deck, self._decks, self._format)
        self._format = format_
        written = self._box.value.strip()
        if written in ("", before):
            self._box.write(usual_place(self._deck, self._decks, self._format))
        elif not written.endswith("/"):
            stem, dot, _ = written.rpartition(".")
            self._box.write(f"{stem if dot else written}.{self._format}")
        self.draw()

    def action_with_schedules(self) -> None:
        """Take schedules along, or not."""
        if self._format not in KEEP_SCHEDULES:
            self.tell(self.manner.say("export_screen.never_with"))
        elif not self._writes:
            self._wanted = not self._with_schedules
            self.draw()

    @property
    def _with_schedules(self) -> bool:
        """Whether schedules go along; what is for another machine of ours takes them."""
        if self._format not in KEEP_SCHEDULES:
            return False
        return self._format == "json" if self._wanted is None else self._wanted

    @on(Input.Submitted, "#export-file")
    def action_write_export(self) -> None:
        """Write it, unless a held Enter asks for it."""
        if self._writes or not self._guard.allows("enter", self.manner.now_ms()):
            return
        out = written_place(self._box.value)
        if not out.strip():
            self.tell(self.manner.say("export_screen.needs_file"))
            return
        wanted = Export(
            deck=self._deck,
            format=self._format,
            out=out,
            with_schedule=self._with_schedules,
            replace=out == self._replaces,
        )
        self._writes = True
        self.run_worker(lambda: self._write(wanted), thread=True)

    def _write(self, wanted: Export) -> None:
        told = monotonic()

        def progress(notes: int) -> None:
            nonlocal told
            if self._stopped:
                raise _StoppedError
            if monotonic() - told > _TELL_EVERY_SECONDS:
                told = monotonic()
                words = self.manner.say("export_screen.writing", n=Number(notes))
                self.app.call_from_thread(self.tell, words)

        try:
            done = self._exporting.write(wanted, progress)
        except _StoppedError:
            return
        except OvermorrowError as error:
            self.post_message(self.Ended(None, error))
        else:
            self.post_message(self.Ended(done, None))

    def on_export_screen_ended(self, event: Ended) -> None:
        """Say what was written; or that a file is there, which Enter then replaces."""
        self._writes = False
        say = self.manner.say
        if event.error is not None:
            if isinstance(event.error, FileError) and event.error.key == "exporting.exists":
                self._replaces = written_place(self._box.value)
                self.tell(say("export_screen.replace"))
            else:
                self.complain(event.error)
        elif event.done is not None:
            self.post_message(self.Closed(self._sentence(event.done)))

    def action_leave_export(self) -> None:
        """Leave; what is being written is not."""
        self._stopped = True
        self.post_message(self.Closed())

    def _sentence(self, done: "Exported") -> str:
        say = self.manner.say
        many = len(done.files) > 1
        words = say(
            "export_screen.done",
            path=self._box.value.strip(),
            files=f" ({say('exporting.files', count=len(done.files))})" if many else "",
            notes=Number(done.notes),
            cards=Number(done.cards),
        )
        if done.reviews:
            words += " " + say("export_screen.with_reviews", n=Number(done.reviews))
        return words

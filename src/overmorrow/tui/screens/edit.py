"""The edit screen: a note's parts in boxes, and how an answer would fare."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.containers import Horizontal
from textual.geometry import Region
from textual.message import Message
from textual.widget import Widget

from overmorrow.cards.text import clean
from overmorrow.errors import OvermorrowError
from overmorrow.jobs.deck_files import FileState
from overmorrow.jobs.edit_parts import FIELD, Editable, edit_from, parts_of, tried
from overmorrow.jobs.note_changes import EditError
from overmorrow.tui import cells
from overmorrow.tui.edit_rows import about_rows, change_rows, earlier_rows, short_path, verdict_rows
from overmorrow.tui.editing import Earlier, Editing
from overmorrow.tui.import_rows import head_rows
from overmorrow.tui.keys import bindings
from overmorrow.tui.manner import Manner
from overmorrow.tui.places import Place
from overmorrow.tui.rows import Row, muted
from overmorrow.tui.screens.note_form import NoteForm, Parts
from overmorrow.tui.widgets.line_box import LineBox

if TYPE_CHECKING:
    from overmorrow.jobs.edit_note import EditedNote
    from overmorrow.jobs.note_changes import Edit
    from overmorrow.jobs.planned import FilePlan

_FILE_CHANGED = "editing.file_changed"
_VERDICT_START = 40


class EditScreen(NoteForm):
    """Changes one note, in the collection and in its deck's file; its schedule stays."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(Place.EDIT, Place.EDIT_KIND, Place.EDIT_EARLIER, Place.EDIT_CHANGED)
    ]

    class Left(Message):
        """Posted when the learner goes back, with or without a change."""

        def __init__(self, note: str, *, changed: bool) -> None:
            """Say what came of it."""
            super().__init__()
            self.note = note
            self.changed = changed

    class HasSaved(Message):
        """Posted by the thread that saves."""

        def __init__(self, edited: "EditedNote | None", error: OvermorrowError | None) -> None:
            """Say what came of it."""
            super().__init__()
            self.edited = edited
            self.error = error

    class HasRead(Message):
        """Posted by the thread that reads the deck's file."""

        def __init__(
            self, plan: "FilePlan | None", of: Editable | None, error: OvermorrowError | None
        ) -> None:
            """Say what it says.

            Args:
                plan: How it differs.
                of: The note anew, after the file was taken over.
                error: Why it could not be read.
            """
            super().__init__()
            self.plan = plan
            self.of = of
            self.error = error

    def __init__(self, of: Editable, editing: Editing, manner: Manner, part: str = "") -> None:
        """Show a note.

        Args:
            of: The note.
            editing: Saves and reads.
            manner: Language, keys and looks.
            part: The part to begin with; empty for the first.
        """
        self._part = part
        self._of = of
        self._editing = editing
        self._saved = parts_of(of, of.note)
        self._place = Place.EDIT
        self._busy = False
        self._earlier: list[Earlier] = []
        self._chosen = 0
        self._plan: FilePlan | None = None
        self._try = LineBox("edit-try")
        super().__init__(manner, Parts(of.names, of.kinds, _field_labels(of)))
        self._verdict = self.sheet("verdict")
        self._try_label = self.sheet("label-try")
        self._try_row = Horizontal(self._try_label, self._try, self._verdict, id="try-row")
        self._try_row.add_class("box-row")

    @property
    def place(self) -> Place:
        """Where the learner is."""
        kind = self.boxes.get("kind")
        if self._place is Place.EDIT and kind is not None and kind.has_focus:
            return Place.EDIT_KIND
        return self._place

    def on_mount(self) -> None:
        """Put the note into its boxes."""
        self._form.mount(self._try_row)
        self.write(self._saved)

    def focus_first(self) -> None:
        """Give the keyboard to the box that was asked for, else to the first."""
        if self._part in self.boxes:
            self.set_focus(self.boxes[self._part])
        else:
            super().focus_first()

    @property
    def extra_boxes(self) -> Sequence[Widget]:
        """The box in which an answer is tried."""
        return (self._try,)

    # drawing

    def head_rows(self) -> Sequence[Row]:
        """Return the title, the deck, and a rule."""
        say = self.manner.say
        if self._place is Place.EDIT_EARLIER:
            return head_rows(say("edit_screen.earlier"), "", self.frame)
        deck = self._of.deck.name.replace("::", " › ")
        stays = deck if self.frame.small else say("edit_screen.schedule_stays", deck=deck)
        return head_rows(say("edit_screen.title"), stays, self.frame)

    def about_rows(self) -> Sequence[Row]:
        """Return where the note is from and which file changes with it."""
        return about_rows(self._of, self.label_cells, self.frame, self.manner.say)

    def draw(self) -> None:
        """Draw the boxes and how the tried answer fares, or the list in their place."""
        super().draw()
        frame, say = self.frame, self.manner.say
        if self._place is Place.EDIT_EARLIER:
            listed = earlier_rows(self._earlier, self._chosen, frame, say)
            self._body.show(listed.rows)
            region = Region(0, listed.begin, 1, listed.end - listed.begin)
            self.call_after_refresh(self._around_body.scroll_to_region, region, animate=False)
        elif self._place is Place.EDIT_CHANGED:
            plan = self._plan
            self._body.show(change_rows(plan, self._of.uid, frame, say) if plan else [])
        self._try_label.show([muted(" " * frame.start + say("edit_screen.try"))])
        self.has_changed()

    def has_changed(self) -> None:
        """Grade the tried answer anew."""
        if self.is_mounted:
            self._verdict.show(self._verdict_rows() if self._try.value.strip() else [])

    def _verdict_rows(self) -> Sequence[Row]:
        say, frame = self.manner.say, self.frame
        room = frame.width - (2 if frame.small else _VERDICT_START)
        try:
            grading = tried(self._of, self._edit, self._try.value)
        except EditError as error:
            words = cells.wrap(say(error.key, **error.values), room)
            return [muted(line) for line in words[:2]]
        return verdict_rows(grading, room, say)

    @property
    def _edit(self) -> "Edit":
        return edit_from(self._of, self.texts())

    def _say(self, key: str, **values: object) -> None:
        self.tell(self.manner.say(f"edit_screen.{key}", **values))

    def _go_to(self, place: Place) -> None:
        self._place = place
        self.draw()
        if place is Place.EDIT:
            self.focus_first()
        else:
            self.set_focus(None)
            self._around_body.scroll_home(animate=False)

    # saving and leaving

    def save(self) -> None:
        """Save what is written, unless that is no note."""
        if self._busy:
            return
        texts = self.texts()
        for name, needed in (("prompt", "needs_prompt"), ("answer", "needs_answer")):
            if name in texts and not texts[name].strip():
                self.tell(self.manner.say(f"editing.{needed}"))
                return
        edit = self._edit
        if edit.is_empty:
            self.post_message(
                self.Left(self.manner.say("edit_screen.nothing_changed"), changed=False)
            )
            return
        self._busy = True
        self._say("saving")
        self.run_worker(partial(self._save_now, edit), thread=True)

    def _save_now(self, edit: "Edit") -> None:
        try:
            edited = self._editing.save(self._of.card_id, edit)
        except OvermorrowError as error:
            self.post_message(self.HasSaved(None, error))
        else:
            self.post_message(self.HasSaved(edited, None))

    def on_edit_screen_has_saved(self, event: HasSaved) -> None:
        """Go back, or say why nothing was saved."""
        self._busy = False
        if event.edited is not None:
            self.post_message(self.Left(self._saved_words(event.edited), changed=True))
        elif event.error is not None:
            if event.error.key == _FILE_CHANGED:
                self._plan = None
                self._go_to(Place.EDIT_CHANGED)
            self._complain(event.error)

    def _complain(self, error: OvermorrowError) -> None:
        if error.key == _FILE_CHANGED:
            self._say("file_changed", path=short_path(self._of.path))
        else:
            self.tell(self.manner.say(error.key, **error.values))

    def _saved_words(self, edited: "EditedNote") -> str:
        say = self.manner.say
        if edited.batch_id is None:
            return say("edit_screen.nothing_changed")
        if edited.file is FileState.GONE:
            return say("edit_screen.saved_file_gone")
        if edited.file is FileState.ELSEWHERE and not self._of.is_foreign:
            return say("edit_screen.saved_elsewhere")
        if edited.added or edited.vanished:
            return say("edit_screen.saved_cards", added=edited.added, vanished=edited.vanished)
        return say("edit_screen.saved")

    def action_leave_form(self) -> None:
        """Go back; text that is not saved is left at the second time only."""
        if self._leaving or self._edit.is_empty:
            self.post_message(self.Left("", changed=False))
            return
        self._leaving = True
        self._say("unsaved")

    # looking

    def action_try_answer(self) -> None:
        """Write an answer to try."""
        self.set_focus(self._try)

    def action_as_saved(self) -> None:
        """Put the saved text back into the boxes."""
        self.write(self._saved)
        self._say("as_saved")

    def action_earlier(self) -> None:
        """Show the texts the note has had."""
        self._earlier = self._editing.earlier(self._of)
        self._chosen = 0
        if self._earlier:
            self._go_to(Place.EDIT_EARLIER)
        else:
            self._say("no_earlier")

    def action_move_text(self, step: int) -> None:
        """Choose another of the earlier texts, or scroll the differences."""
        if self._place is Place.EDIT_CHANGED:
            self._around_body.scroll_relative(y=3 * step, animate=False)
            return
        self._chosen = max(0, min(len(self._earlier) - 1, self._chosen + step))
        self.draw()

    def action_take_text(self) -> None:
        """Put the chosen earlier text into the boxes; nothing is saved yet."""
        self.write(parts_of(self._of, self._earlier[self._chosen].note))
        self._go_to(Place.EDIT)
        self._say("restored")

    def action_leave_texts(self) -> None:
        """Go back to the boxes."""
        self._go_to(Place.EDIT)

    # a file that was changed

    def action_differences(self) -> None:
        """Show how the deck's file differs from what is known of it."""
        self._read(takes_over=False)

    def action_take_over(self) -> None:
        """Take over what the deck's file says; what was written here stays in its box."""
        self._read(takes_over=True)

    def _read(self, *, takes_over: bool) -> None:
        if not self._busy:
            self._busy = True
            self._say("reading")
            self.run_worker(partial(self._read_now, takes_over=takes_over), thread=True)

    def _read_now(self, *, takes_over: bool) -> None:
        editing = self._editing
        try:
            if takes_over:
                editing.take_over(self._of.path)
                of = editing.open(self._of.card_id)
                self.post_message(self.HasRead(None, of, None))
            else:
                self.post_message(self.HasRead(editing.file_plan(self._of.path), None, None))
        except OvermorrowError as error:
            self.post_message(self.HasRead(None, None, error))

    def on_edit_screen_has_read(self, event: HasRead) -> None:
        """Show the differences, or the boxes with what the file says now."""
        self._busy = False
        if event.error is not None:
            self._complain(event.error)
        elif event.plan is not None:
            self._plan = event.plan
            self.draw()
            self._say("file_changed", path=short_path(self._of.path))
        elif event.of is not None:
            written, before = self.texts(), self._saved
            self._of = event.of
            self._saved = parts_of(event.of, event.of.note)
            mine = {name: text for name, text in written.items() if text != before[name]}
            self.write({**self._saved, **mine})
            self._go_to(Place.EDIT)
            self._say("taken_over")


def _field_labels(of: Editable) -> dict[str, str]:
    """Return the names of another program's fields, by the boxes they stand in."""
    names = of.note_type.fields if of.note_type else ()
    fields = [name for name in of.names if name.startswith(FIELD)]
    return {
        name: clean(names[at]) if at < len(names) else str(at + 1) for at, name in enumerate(fields)
    }

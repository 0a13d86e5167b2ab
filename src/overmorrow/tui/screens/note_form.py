"""A note's parts in boxes, one under the other: what editing and adding have in common."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.events import DescendantBlur, DescendantFocus
from textual.widget import Widget
from textual.widgets import Input, TextArea

from overmorrow.cards.note import AnswerType
from overmorrow.tui import cells
from overmorrow.tui.edit_footers import form_offers
from overmorrow.tui.manner import Manner
from overmorrow.tui.places import Place
from overmorrow.tui.rows import Row, muted
from overmorrow.tui.screens.page import Page
from overmorrow.tui.widgets.field_box import FieldBox
from overmorrow.tui.widgets.kind_box import KindBox
from overmorrow.tui.widgets.line_box import LineBox

_LONG_PARTS = ("prompt", "answer", "note")
_LINES = (AnswerType.LIST, AnswerType.ORDERED_LIST, AnswerType.LONG, AnswerType.CODE)
"""Kinds whose answer is written in several lines."""
_HOW = {"also": "by_bars", "wrong": "by_bars", "tags": "by_commas"}
_LABEL_CELLS = 12
_SMALL_LABEL_CELLS = 9

Box = FieldBox | LineBox | KindBox


class Parts(NamedTuple):
    """Which boxes a form has."""

    names: Sequence[str]
    kinds: tuple[AnswerType, ...] = ()
    labels: Mapping[str, str] = {}
    """What stands before boxes that have names of their own."""


class NoteForm(Page):
    """Shows a box for each part; the boxes that make no sense for the kind are left out."""

    CSS_PATH = "note_form.tcss"

    def __init__(self, manner: Manner, parts: Parts) -> None:
        """Make empty boxes.

        Args:
            manner: Language, keys and looks.
            parts: Which.
        """
        super().__init__(manner)
        self._parts = parts
        self.boxes: dict[str, Box] = {name: self._box(name) for name in parts.names}
        self._labels = {name: self.sheet(f"label-{_id(name)}") for name in parts.names}
        self._rows = {
            name: Horizontal(self._labels[name], box, classes="box-row")
            for name, box in self.boxes.items()
        }
        self._head = self.sheet("head")
        self._about = self.sheet("about")
        self._form = VerticalScroll(*self.form_rows(), id="form", can_focus=False)
        self._body = self.sheet("body")
        self._around_body = VerticalScroll(self._body, id="around-body", can_focus=False)
        self._leaving = False

    def _box(self, name: str) -> Box:
        if name == "kind":
            return KindBox(self._parts.kinds, ascii_only=self.manner.ascii_only)
        if name in _LONG_PARTS or name in self._parts.labels:
            return FieldBox(f"edit-{_id(name)}")
        box = LineBox(f"edit-{_id(name)}")
        if name in _HOW:
            self.put_hint(box, f"edit_screen.{_HOW[name]}")
        return box

    # what subclasses say

    def form_rows(self) -> list[Widget]:
        """Return what stands in the form, from the top."""
        return [*self._rows.values(), self._about]

    def head_rows(self) -> Sequence[Row]:
        """Return the title and a rule."""
        raise NotImplementedError

    def about_rows(self) -> Sequence[Row]:
        """Return what stands below the boxes."""
        raise NotImplementedError

    def has_changed(self) -> None:
        """Take notice that something was written."""

    def save(self) -> None:
        """Save what is written."""
        raise NotImplementedError

    @property
    def extra_boxes(self) -> Sequence[Widget]:
        """Boxes that belong to no part, behind the others."""
        return ()

    @property
    def has_added(self) -> bool:
        """Whether a note was added that can be taken out again."""
        return False

    # the boxes

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        yield self._head
        yield self._form
        yield self._around_body
        yield self._status
        yield self._footer

    def on_mount(self) -> None:
        """Begin in the first box."""
        self.focus_first()

    def focus_first(self) -> None:
        """Give the keyboard to the first box."""
        self.set_focus(next(iter(self._shown())))

    @property
    def shows_form(self) -> bool:
        """Whether the boxes are on the screen, and not a list in their place."""
        return self.place not in (Place.EDIT_EARLIER, Place.EDIT_CHANGED)

    @property
    def label_cells(self) -> int:
        """How wide the labels are."""
        return _SMALL_LABEL_CELLS if self.frame.small else _LABEL_CELLS

    def texts(self) -> dict[str, str]:
        """Return what stands in each box."""
        return {name: box.value for name, box in self.boxes.items()}

    def write(self, texts: Mapping[str, str]) -> None:
        """Put texts into boxes."""
        for name, text in texts.items():
            self.boxes[name].write(text)
        self.draw()

    @property
    def kind(self) -> str:
        """The chosen kind of answer; empty where there is no choice."""
        return self.boxes["kind"].value if "kind" in self.boxes else ""

    def _is_shown(self, name: str) -> bool:
        kind = self.kind
        if name == "wrong":
            return kind == AnswerType.CHOICE or bool(self.boxes["wrong"].value)
        if name == "also":
            lists = (AnswerType.LIST, AnswerType.ORDERED_LIST, AnswerType.CHOICE, AnswerType.LONG)
            return kind not in lists or bool(self.boxes["also"].value)
        return True

    def _shown(self) -> list[Widget]:
        shown: list[Widget] = [box for name, box in self.boxes.items() if self._is_shown(name)]
        return [*shown, *self.extra_boxes]

    def draw(self) -> None:
        """Draw what stands around the boxes, and show those that make sense."""
        frame, say = self.frame, self.manner.say
        self._head.show(self.head_rows())
        self._form.display = self.shows_form
        self._around_body.display = not self.shows_form
        for name, label in self._labels.items():
            self._rows[name].display = self._is_shown(name)
            label.show([muted(" " * frame.start + self._label(name))])
        box = self.boxes.get("kind")
        if isinstance(box, KindBox):
            box.draw(frame.width - self.label_cells - 2, say)
        answer = self.boxes.get("answer")
        if isinstance(answer, FieldBox):
            answer.breaks_lines = self.kind in _LINES
        self._about.show(self.about_rows())
        has_added = self.has_added
        self.offer(form_offers(say, self.place, has_added=has_added, small=frame.small))

    def _label(self, name: str) -> str:
        if name in self._parts.labels:
            return cells.cut(self._parts.labels[name], self.label_cells - self.frame.start - 1)
        if name == "wrong" and self.kind != AnswerType.CHOICE:
            name = "refused"
        return self.manner.say(f"edit_screen.{name}")

    # keys

    def action_next_box(self, step: int) -> None:
        """Write in the next box, or the one before."""
        boxes = self._shown()
        at = next((at for at, box in enumerate(boxes) if box.has_focus), 0)
        self.set_focus(boxes[(at + step) % len(boxes)])

    def action_change_kind(self, step: int) -> None:
        """Choose another kind of answer."""
        box = self.boxes.get("kind")
        if isinstance(box, KindBox):
            box.step(step)
            self.draw()
            self.has_changed()

    def action_save_note(self) -> None:
        """Save what is written."""
        self.save()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go to the next box."""
        event.stop()
        self.action_next_box(1)

    def on_field_box_left(self, event: FieldBox.Left) -> None:
        """Go to the next box, or the one before."""
        self.action_next_box(event.step)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Take notice that something was written."""
        event.stop()
        self._leaving = False
        self.has_changed()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Take notice that something was written."""
        event.stop()
        self._leaving = False
        self.has_changed()

    def on_descendant_focus(self, _event: DescendantFocus) -> None:
        """Show the keys of the box."""
        self.draw()

    def on_descendant_blur(self, _event: DescendantBlur) -> None:
        """Keep the keyboard in a box, wherever was clicked."""
        if self.is_current and self.shows_form and self.focused is None:
            self.call_later(self._keep_focus)

    def _keep_focus(self) -> None:
        if self.is_current and self.shows_form and self.focused is None:
            self.focus_first()


def _id(name: str) -> str:
    return name.replace(" ", "-")

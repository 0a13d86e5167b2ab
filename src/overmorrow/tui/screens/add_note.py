"""Cards written by hand, one after the other."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.message import Message
from textual.timer import Timer

from overmorrow.cards.deck import Deck
from overmorrow.cards.note import AnswerType, Note
from overmorrow.errors import OvermorrowError
from overmorrow.jobs.edit_parts import PARTS, Editable, edit_from
from overmorrow.tui.edit_rows import like_rows
from overmorrow.tui.editing import Editing
from overmorrow.tui.import_rows import head_rows
from overmorrow.tui.keys import bindings
from overmorrow.tui.manner import Manner
from overmorrow.tui.places import Place
from overmorrow.tui.rows import EMPTY, Row, muted
from overmorrow.tui.screens.note_form import NoteForm, Parts

if TYPE_CHECKING:
    from overmorrow.jobs.add_note import AddedNote
    from overmorrow.jobs.note_changes import Edit
    from overmorrow.jobs.offers import Like

_DECK = "deck"
_KEPT = (_DECK, "kind", "tags")
"""What stays in its box for the next card."""
_LOOK_SECONDS = 0.3
_BLANK = Editable(
    card_id=0, key="q", note=Note(prompt=""), deck=Deck(name="?"), note_type=None, path=""
)


class AddNoteScreen(NoteForm):
    """Adds notes to a deck and its file; saving clears the boxes for the next."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.ADD, Place.ADD_KIND)]

    class Left(Message):
        """Posted when the learner goes to the first screen."""

        def __init__(self, note: str, *, added: int) -> None:
            """Say how many notes were added."""
            super().__init__()
            self.note = note
            self.added = added

    class HasAdded(Message):
        """Posted by the thread that writes."""

        def __init__(self, added: "AddedNote | None", error: OvermorrowError | None) -> None:
            """Say what came of it."""
            super().__init__()
            self.added = added
            self.error = error

    class HasTakenOut(Message):
        """Posted by the thread that takes the last one out."""

        def __init__(self, error: OvermorrowError | None) -> None:
            """Say whether it could."""
            super().__init__()
            self.error = error

    class HasLooked(Message):
        """Posted by the thread that looks for a card like the one being written."""

        def __init__(self, turn: int, like: "Like | None") -> None:
            """Say which there is."""
            super().__init__()
            self.turn = turn
            self.like = like

    def __init__(self, deck: str, editing: Editing, manner: Manner) -> None:
        """Begin with empty boxes.

        Args:
            deck: The deck to add to; empty asks for one.
            editing: Writes.
            manner: Language, keys and looks.
        """
        self._deck = deck
        self._editing = editing
        self._added: list[int] = []
        """How many cards each note made that was added here."""
        self._busy = False
        self._like: Like | None = None
        self._turn = 0
        self._timer: Timer | None = None
        super().__init__(manner, Parts((_DECK, *PARTS), tuple(AnswerType)))

    @property
    def place(self) -> Place:
        """Where the learner is."""
        return Place.ADD_KIND if self.boxes["kind"].has_focus else Place.ADD

    def on_mount(self) -> None:
        """Name the deck, which is known mostly."""
        self.write({_DECK: self._deck})

    def focus_first(self) -> None:
        """Give the keyboard to the prompt, or to the deck where none is named."""
        self.set_focus(self.boxes["prompt" if self.boxes[_DECK].value else _DECK])

    @property
    def has_added(self) -> bool:
        """Whether a note was added that can be taken out again."""
        return bool(self._added)

    def head_rows(self) -> Sequence[Row]:
        """Return the title, how many were added, and a rule."""
        say = self.manner.say
        count = say("edit_screen.added_count", n=sum(self._added)) if self._added else ""
        return head_rows(say("edit_screen.add_title"), count, self.frame)

    def about_rows(self) -> Sequence[Row]:
        """Return the card that is like this one, or how gaps are written."""
        frame, say = self.frame, self.manner.say
        if self._like is not None:
            return like_rows(self._like, self.label_cells, frame, say)
        how = muted(" " * self.label_cells + say("edit_screen.gaps_how"))
        return [] if frame.small else [EMPTY, how]

    def _say(self, key: str, **values: object) -> None:
        self.tell(self.manner.say(f"edit_screen.{key}", **values))

    @property
    def _edit(self) -> "Edit":
        return edit_from(_BLANK, {name: self.boxes[name].value for name in PARTS})

    # adding

    def save(self) -> None:
        """Add what is written, and clear the boxes for the next."""
        deck = " ".join(self.boxes[_DECK].value.split())
        if self._busy:
            return
        if not deck:
            self._say("needs_deck")
            self.set_focus(self.boxes[_DECK])
            return
        self._busy = True
        self.run_worker(partial(self._add_now, deck, self._edit), thread=True)

    def _add_now(self, deck: str, edit: "Edit") -> None:
        try:
            added = self._editing.add(deck, edit)
        except OvermorrowError as error:
            self.post_message(self.HasAdded(None, error))
        else:
            self.post_message(self.HasAdded(added, None))

    def on_add_note_screen_has_added(self, event: HasAdded) -> None:
        """Begin the next, or say why nothing was added."""
        self._busy = False
        if event.added is None:
            if event.error is not None:
                self.tell(self.manner.say(event.error.key, **event.error.values))
            return
        self._added.append(event.added.cards)
        self._turn += 1
        self._like = None
        self.write({name: "" for name in self.boxes if name not in _KEPT})
        self.focus_first()
        self._say("added", prompt=event.added.note.prompt.replace("\n", " "))

    def action_undo_added(self) -> None:
        """Take the last card out again."""
        if not self._added:
            self._say("nothing_added")
        elif not self._busy:
            self._busy = True
            self.run_worker(self._take_out_now, thread=True)

    def _take_out_now(self) -> None:
        try:
            self._editing.take_back()
        except OvermorrowError as error:
            self.post_message(self.HasTakenOut(error))
        else:
            self.post_message(self.HasTakenOut(None))

    def on_add_note_screen_has_taken_out(self, event: HasTakenOut) -> None:
        """Say that it is out."""
        self._busy = False
        if event.error is not None:
            self.tell(self.manner.say(event.error.key, **event.error.values))
            return
        self._added.pop()
        self.draw()
        self._say("taken_out")

    # cards like it

    def has_changed(self) -> None:
        """Look for a card like this one, once nobody writes for a moment."""
        self._turn += 1
        if self._timer is not None:
            self._timer.stop()
        if self.is_mounted:
            self._timer = self.set_timer(_LOOK_SECONDS, self.look)

    def look(self) -> None:
        """Look for a card like this one, in a thread."""
        words = (self._turn, self.boxes["prompt"].value, self.boxes["answer"].value)
        self.run_worker(partial(self._look_now, *words), thread=True, group="like", exclusive=True)

    def _look_now(self, turn: int, prompt: str, answer: str) -> None:
        self.post_message(self.HasLooked(turn, self._editing.like(prompt, answer)))

    def on_add_note_screen_has_looked(self, event: HasLooked) -> None:
        """Show it."""
        if event.turn == self._turn and event.like != self._like:
            self._like = event.like
            self.draw()

    # leaving

    def action_leave_form(self) -> None:
        """Go to the first screen; text that is not saved is left at the second time only."""
        texts = self.texts()
        is_empty = not any(texts[name].strip() for name in texts if name not in _KEPT)
        if self._leaving or is_empty:
            say = self.manner.say
            note = say("edit_screen.added_count", n=sum(self._added)) if self._added else ""
            self.post_message(self.Left(note, added=len(self._added)))
            return
        self._leaving = True
        self._say("unsaved")

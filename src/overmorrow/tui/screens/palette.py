"""All commands in one list over the screen, found by typing."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.events import Click, MouseScrollDown, MouseScrollUp
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Input

from overmorrow.tui import cells
from overmorrow.tui.footers import Offer
from overmorrow.tui.keys import bindings
from overmorrow.tui.manner import Manner
from overmorrow.tui.palette import Entry, entry_rows, first_shown, found
from overmorrow.tui.places import Place
from overmorrow.tui.rows import ACCENT, Row, muted
from overmorrow.tui.screens.page import Page
from overmorrow.tui.widgets.line_box import LineBox

_WIDTH = 68
_MOST_ROWS = 12
_AROUND_ROWS = 6
"""The border, the box, two rules and the footer."""
_WHEEL_ROWS = 3


class PaletteScreen(Page, ModalScreen[None]):
    """Lists what can be done now; Enter does it."""

    CSS_PATH = "palette.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.PALETTE)]

    class Picked(Message):
        """Posted when a command was picked; the list is closed by then."""

        def __init__(self, entry: Entry) -> None:
            """Say which."""
            super().__init__()
            self.entry = entry

    def __init__(self, entries: Sequence[Entry], manner: Manner) -> None:
        """Make the list.

        Args:
            entries: What can be done.
            manner: Language and looks.
        """
        super().__init__(manner)
        self._entries = entries
        self._found = list(entries)
        self._chosen = 0
        self._mark = self.sheet("mark")
        self._box = LineBox("find")
        self.put_hint(self._box, "palette.find")
        self._rule = self.sheet("rule")
        self._list = self.sheet("entries")

    @property
    def place(self) -> Place:
        """Where the learner is."""
        return Place.PALETTE

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        with Vertical(id="palette", classes="ascii" if self.manner.ascii_only else ""):
            yield Horizontal(self._mark, self._box, id="find-row")
            yield self._rule
            yield self._list
            yield self._status
        yield self._footer

    def on_mount(self) -> None:
        """Begin in the box."""
        super().on_mount()
        self.set_focus(self._box)

    def on_input_changed(self, event: Input.Changed) -> None:
        """List what was typed may mean."""
        event.stop()
        self._found = found(self._entries, event.value)
        self._chosen = 0
        self.draw()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Do what is chosen."""
        event.stop()
        self.action_run_entry()

    def action_run_entry(self) -> None:
        """Close the list and do what is chosen."""
        if self._found:
            entry = self._found[self._chosen]
            self.dismiss()
            self.app.post_message(self.Picked(entry))

    def action_move_entry(self, step: int) -> None:
        """Choose the command above or below; after the last comes the first."""
        if self._found:
            self._chosen = (self._chosen + step) % len(self._found)
            self.draw()

    def action_page_entries(self, direction: int) -> None:
        """Choose a command further up or down."""
        self._go_to(self._chosen + direction * self._room)

    def _go_to(self, at: int) -> None:
        self._chosen = max(0, min(len(self._found) - 1, at))
        self.draw()

    def action_close(self) -> None:
        """Go back to where the learner was."""
        self.dismiss()

    def on_click(self, event: Click) -> None:
        """Choose the clicked command; a click on the chosen one does it."""
        if not self.query_one("#palette").region.contains_point(event.screen_offset):
            self.action_close()
        elif self._list.region.contains_point(event.screen_offset):
            self._click_row(event)

    def _click_row(self, event: Click) -> None:
        at = event.screen_y - self._list.region.y
        at += first_shown(len(self._found), self._chosen, self._room)
        if at == self._chosen:
            self.action_run_entry()
        elif at < len(self._found):
            self._chosen = at
            self.draw()

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Go down the commands."""
        event.stop()
        self._go_to(self._chosen + _WHEEL_ROWS)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Go up the commands."""
        event.stop()
        self._go_to(self._chosen - _WHEEL_ROWS)

    @property
    def _room(self) -> int:
        above = 0 if self.frame.small else 2
        return max(1, min(_MOST_ROWS, self.frame.height - above - _AROUND_ROWS))

    def draw(self) -> None:
        """Draw what was found."""
        say = self.manner.say
        width = max(4, min(_WIDTH, self.frame.width) - 4)
        self._mark.show([(("> ", ACCENT),)])
        self._rule.show([muted("─" * width)])
        self._list.styles.height = self._room
        self._list.show(entry_rows(self._found, self._chosen, self._room, width, say))
        self._status.show([self._hint(width)])
        self.offer(
            [
                Offer("Enter", say("keys.run_entry"), "run_entry"),
                Offer("↑ ↓", say("keys.move_entry"), "move_entry(1)"),
                Offer("Esc", say("keys.close"), "close"),
            ]
        )

    def _hint(self, width: int) -> Row:
        how = "how_small" if self.frame.small else "how"
        return muted(cells.cut(self.manner.say(f"palette.{how}"), width))

    def tell(self, sentence: str) -> None:
        """Say nothing; the row below the list always says how commands are found."""

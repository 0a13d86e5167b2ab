"""Help: the keys of the screen below, from the table that binds them."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widgets import Input

from overmorrow.tui.footers import Offer
from overmorrow.tui.help_chapters import Found, chapters, commands_of, found_commands
from overmorrow.tui.help_rows import found_rows, help_head, help_rows
from overmorrow.tui.key_tables.command import Command
from overmorrow.tui.keys import bindings
from overmorrow.tui.manner import Manner
from overmorrow.tui.places import Place
from overmorrow.tui.rows import ACCENT, EMPTY, Row
from overmorrow.tui.screens.reading_page import ReadingPage
from overmorrow.tui.search_help import found_terms, term_rows
from overmorrow.tui.widgets.line_box import LineBox


class HelpScreen(ReadingPage):
    """Lists exactly the keys that work where the learner was; other screens follow."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.HELP, Place.HELP_FIND)]

    def __init__(
        self, places: Sequence[Place], manner: Manner, does: Callable[[str], bool]
    ) -> None:
        """Make the page.

        Args:
            places: Where the learner was, and where that leads next.
            manner: Language and looks.
            does: Tells whether an action did something there.
        """
        super().__init__(manner)
        self._does = does
        self._chapters = chapters(places)
        self._at = 0
        self._finds = False
        self._mark = self.sheet("mark")
        self._box = LineBox("find")
        self.put_hint(self._box, "keys.find_key")

    @property
    def place(self) -> Place:
        """Where the learner is."""
        return Place.HELP_FIND if self._finds else Place.HELP

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        yield self._head
        yield Horizontal(self._mark, self._box, id="find-row")
        yield self._scroll
        yield self._status
        yield self._footer

    def head_rows(self) -> Sequence[Row]:
        """Return the title and a rule."""
        return help_head(self._chapters[self._at][0], self.frame, self.manner.say)

    def body_rows(self) -> Sequence[Row]:
        """Return the keys of the chapter, or those that were found."""
        say = self.manner.say
        if self._box.value.strip():
            typed = self._box.value
            found = found_commands(typed, self._chapters[0], self._works)
            terms = found_terms(typed, self.frame, say)
            keys = found_rows(self._by_these_keys(found), self.frame, say)
            return [*keys, *terms] if found or not terms else terms
        chapter = self._chapters[self._at]
        rows = help_rows(self._by_these_keys(commands_of(chapter, self._works)), self.frame, say)
        if Place.BROWSE_SEARCH in chapter or Place.BROWSE_ROWS in chapter:
            rows += [EMPTY, *term_rows(self.frame, say)]
        return rows

    def _by_these_keys(self, found: Found) -> Found:
        """Return the commands with the digits that are qualities in this learner's way."""
        span = self.manner.keys.span
        return [
            (
                place,
                [each._replace(shown=span) if each.name == "rate" else each for each in commands],
            )
            for place, commands in found
        ]

    def _works(self, place: Place, command: Command) -> bool:
        return place is not self._chapters[0][0] or self._does(command.action)

    def draw(self) -> None:
        """Draw the page."""
        super().draw()
        self._mark.show([((" " * self.frame.start + "/ ", ACCENT),)])
        self.query_one("#find-row").display = self._finds or bool(self._box.value)
        self.offer(self._offers())

    def _offers(self) -> list[Offer]:
        say = self.manner.say
        if self._finds:
            return [
                Offer("Enter", say("keys.leave_find_key"), "leave_find_key"),
                Offer("↑ ↓", say("keys.scroll"), "scroll(1)"),
                Offer("Esc", say("keys.forget_find_key"), "forget_find_key"),
            ]
        return [
            Offer("Tab", say("keys.next_chapter"), "turn_chapter(1)"),
            Offer("/", say("keys.find_key"), "find_key"),
            Offer("↑ ↓", say("keys.scroll"), "scroll(1)"),
            Offer("F1", say("keys.close"), "close"),
        ]

    def action_turn_chapter(self, step: int) -> None:
        """Show the keys of another part."""
        self._box.value = ""
        self._at = (self._at + step) % len(self._chapters)
        self._scroll.scroll_to(y=0, animate=False)
        self.draw()

    def action_find_key(self) -> None:
        """Find a key by what it does, or what it does by the key."""
        self._finds = True
        self.draw()
        self.set_focus(self._box)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show what may be meant."""
        event.stop()
        self._scroll.scroll_to(y=0, animate=False)
        self.draw()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Keep what was found on the screen."""
        event.stop()
        self.action_leave_find_key()

    def action_leave_find_key(self) -> None:
        """Keep what was found on the screen."""
        self._finds = False
        self.set_focus(None)
        self.draw()

    def action_close_help(self) -> None:
        """Go back to where the learner was."""
        self.action_close()

    def action_forget_find_key(self) -> None:
        """Show all keys again."""
        self._box.value = ""
        self.action_leave_find_key()

"""The first screen: the three days, the decks, and one key to begin."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.events import Click
from textual.message import Message

from overmorrow.jobs.asked import Limits, Mode
from overmorrow.tui import cells, footers
from overmorrow.tui.deck_tree import DeckRow, deck_rows
from overmorrow.tui.frame import Frame
from overmorrow.tui.home_rows import done_rows, first_rows, three_days, title, tree_rows, week_row
from overmorrow.tui.keys import Place, bindings
from overmorrow.tui.manner import Manner
from overmorrow.tui.rows import EMPTY, Row, muted, plain
from overmorrow.tui.screens.page import Page

if TYPE_CHECKING:
    from overmorrow.jobs.home import Overview

_FIRST_CARDS = 5
_RANDOM_CARDS = 10
_MORE_NEW = 10


class HomeScreen(Page):
    """Shows what is due and lets the learner choose what to study."""

    CSS_PATH = "home.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.HOME, Place.FIRST, Place.DONE)]

    class Chosen(Message):
        """Posted when the learner wants to study."""

        def __init__(self, scope: str | None, limits: Limits, *, covers_all: bool) -> None:
            """Say what.

            Args:
                scope: A deck, or None for all.
                limits: How much.
                covers_all: Whether the deck is all there is.
            """
            super().__init__()
            self.scope = scope
            self.limits = limits
            self.covers_all = covers_all

    class ImportWanted(Message):
        """Posted when the learner wants to import files, or to see an import under way."""

    class LanguageSwitched(Message):
        """Posted when the learner wants the other language."""

    class StatisticsWanted(Message):
        """Posted when the learner wants the statistics."""

    class UndoWanted(Message):
        """Posted when the learner takes the newest thing back."""

    def __init__(
        self,
        overview: "Overview",
        manner: Manner,
        rollover_hour: int,
        *,
        scope: str | None = None,
        note: str = "",
        importing: int | None = None,
    ) -> None:
        """Show the collection.

        Args:
            overview: What is in it today.
            manner: Language, keys and looks.
            rollover_hour: When the next day begins.
            scope: The deck that is chosen at first.
            note: What the status row says at first.
            importing: How many percent of an import under way are done.
        """
        super().__init__(manner, note)
        self._importing = importing
        self._overview = overview
        self._rollover_hour = rollover_hour
        self._folded: frozenset[str] = frozenset()
        self._rows: list[DeckRow] = []
        self._build_rows()
        scopes = [row.scope for row in self._rows]
        self._chosen = scopes.index(scope) if scope in scopes else 0
        self._body = self.sheet("home")
        self._tree_top = 0

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        yield self._body
        yield self._status
        yield self._footer

    @property
    def place(self) -> Place:
        """Which of the three home screens this is."""
        progress = self._overview.progress
        if self._overview.is_first_run:
            return Place.FIRST
        left = progress.planned - progress.done
        return Place.DONE if left == 0 and self._overview.decks else Place.HOME

    def on_click(self, event: Click) -> None:
        """Choose the clicked deck; a click on the chosen one starts it."""
        at = event.y - self._tree_top
        if not 0 <= at < len(self._rows):
            return
        if at == self._chosen:
            self.action_study()
        else:
            self._chosen = at
            self.draw()

    def action_study(self) -> None:
        """Study the chosen deck; the first time only a few cards."""
        if not self._rows:
            return
        limits = Limits(cards=_FIRST_CARDS) if self.place is Place.FIRST else Limits()
        self._choose(limits)

    def action_practise(self) -> None:
        """Practise cards before they are due."""
        self._choose(Limits(mode=Mode.AHEAD))

    def action_more_new(self) -> None:
        """Study more new cards than the daily limit."""
        self._choose(Limits(new=_MORE_NEW))

    def action_random(self) -> None:
        """Practise a few cards without effect."""
        self._choose(Limits(mode=Mode.CRAM, cards=_RANDOM_CARDS))

    def action_move_deck(self, step: int) -> None:
        """Choose the deck above or below."""
        self._chosen = max(0, min(len(self._rows) - 1, self._chosen + step))
        self.draw()

    def action_fold(self) -> None:
        """Hide what is below the chosen deck."""
        scope = self._scope
        if scope is not None:
            self._refold(self._folded | {scope})

    def action_unfold(self) -> None:
        """Show what is below the chosen deck."""
        scope = self._scope
        if scope is not None:
            self._refold(self._folded - {scope})

    def action_import_files(self) -> None:
        """Import files."""
        self.post_message(self.ImportWanted())

    def show_importing(self, percent: int | None) -> None:
        """Show how far an import under way is."""
        self._importing = percent
        self.draw()

    def action_statistics(self) -> None:
        """Show the statistics."""
        self.post_message(self.StatisticsWanted())

    def action_language(self) -> None:
        """Switch between Korean and English."""
        self.post_message(self.LanguageSwitched())

    def action_undo(self) -> None:
        """Take the newest thing back."""
        self.post_message(self.UndoWanted())

    def _choose(self, limits: Limits) -> None:
        covers_all = self._chosen == 0
        self.post_message(self.Chosen(self._scope, limits, covers_all=covers_all))

    @property
    def _scope(self) -> str | None:
        return self._rows[self._chosen].scope if self._rows else None

    def _refold(self, folded: frozenset[str]) -> None:
        scope = self._scope
        self._folded = folded
        self._build_rows()
        self._chosen = next((at for at, row in enumerate(self._rows) if row.scope == scope), 0)
        self.draw()

    def _build_rows(self) -> None:
        name = self.manner.say("home.all_decks")
        self._rows = deck_rows(self._overview.decks, self._folded, name)

    def draw(self) -> None:
        """Draw the days, the decks and what can be done."""
        frame = self.frame
        say = self.manner.say
        rows = title(self._overview, frame, say)
        rows += [] if frame.small else [EMPTY]
        rows += self._above_tree(frame)
        rows += [EMPTY]
        below = self._below_tree(frame)
        room = max(1, frame.height - 2 - len(rows) - 1 - len(below))
        self._tree_top = len(rows) + 1
        if self._rows:
            rows += tree_rows(self._rows, self._chosen, room, frame, say)
        else:
            rows += [muted(" " * frame.start + say("home.empty"))]
        if self.place is Place.FIRST:
            rows += below
        else:
            gap = frame.height - 2 - len(rows) - len(below)
            rows += [EMPTY] * max(0, gap) + below
        self._body.show(rows)
        progress = self._overview.progress
        self.offer(
            footers.home_offers(
                say, self.place, progress, importing=self._importing, small=frame.small
            )
        )

    def _above_tree(self, frame: Frame) -> list[Row]:
        say = self.manner.say
        if self.place is Place.FIRST:
            lines = cells.wrap(say("home.greeting"), frame.text_cells)
            return [plain(" " * frame.start + line) for line in lines]
        return three_days(self._overview, frame, say)

    def _below_tree(self, frame: Frame) -> list[Row]:
        say = self.manner.say
        if self.place is Place.FIRST:
            about = [muted("      " + say("home.first_deck")), EMPTY] if not frame.small else []
            return [*about, EMPTY, *first_rows(frame, say)]
        if self.place is Place.DONE:
            rows = done_rows(self._rollover_hour, frame, say)
            week = [EMPTY, week_row(self._overview, frame, say), EMPTY]
            return rows if frame.small else [*rows, *week]
        return [] if frame.small else [week_row(self._overview, frame, say)]

"""The first screen: the three days, the decks, and one key to begin."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.events import Click
from textual.message import Message

from overmorrow.jobs.asked import Limits, Mode, Progress
from overmorrow.jobs.opening import FIRST_DECK_NAMES
from overmorrow.tui import cells, footers
from overmorrow.tui.frame import Frame
from overmorrow.tui.home_rows import three_days, title, tree_rows, week_row
from overmorrow.tui.keys import bindings
from overmorrow.tui.manner import Manner
from overmorrow.tui.places import Place
from overmorrow.tui.rows import EMPTY, muted, plain
from overmorrow.tui.screens.browse_wanted import BrowseWanted, deck_search
from overmorrow.tui.screens.deck_tree_page import DeckTreePage
from overmorrow.tui.screens.keeping_wanted import ExportWanted, MergeWanted, RemovedWanted
from overmorrow.tui.what_now_rows import (
    Doing,
    backlog_row,
    done_rows,
    first_rows,
    what_to_bring_rows,
)

if TYPE_CHECKING:
    from overmorrow.jobs.home import Overview
    from overmorrow.tui.homes import Homes
    from overmorrow.tui.session import Session

_FIRST_CARDS = 5
_RANDOM_CARDS = 10
_MORE_NEW = 10


class HomeScreen(DeckTreePage):
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

    class GenerateWanted(Message):
        """Posted when the learner wants to make a deck from an article."""

    class LanguageSwitched(Message):
        """Posted when the learner wants the other language."""

    class SettingsWanted(Message):
        """Posted when the learner wants the settings."""

    class StatisticsWanted(Message):
        """Posted when the learner wants the statistics."""

    class AddWanted(Message):
        """Posted when the learner wants to write cards."""

        def __init__(self, deck: str) -> None:
            """Name the deck to add to; empty for none in particular."""
            super().__init__()
            self.deck = deck

    class UndoWanted(Message):
        """Posted when the learner takes the newest thing back."""

    class RedoWanted(Message):
        """Posted when the learner does again what was taken back."""

    class BacklogWanted(Message):
        """Posted when the learner wants to choose how much of a backlog is taken a day."""

    class KeysSwitched(Message):
        """Posted when the learner wants the other way to use the number keys."""

    class NewDeckWanted(Message):
        """Posted when the learner wants to make a deck."""

    class OptionsWanted(Message):
        """Posted when the learner wants the options of a deck."""

        def __init__(self, deck: str) -> None:
            """Say of which."""
            super().__init__()
            self.deck = deck

    class RemoveWanted(Message):
        """Posted when the learner wants a deck to go."""

        def __init__(self, deck: str, beside: str) -> None:
            """Say which, and which is chosen then; empty for all decks."""
            super().__init__()
            self.deck = deck
            self.beside = beside

    def __init__(
        self,
        overview: "Overview",
        homes: "Homes",
        manner: Manner,
        *,
        scope: str | None = None,
        note: str = "",
        importing: int | None = None,
    ) -> None:
        """Show the collection.

        Args:
            overview: What is in it today.
            homes: Where it is looked at again.
            manner: Language, keys and looks.
            scope: The deck that is chosen at first; None for the one chosen the last time.
            note: What the status row says at first.
            importing: How many percent of an import under way are done.
        """
        super().__init__(overview, homes, manner, scope=scope, note=note)
        self._importing = importing
        self.sitting: Session | None = None
        """The sitting that was left, with which Enter goes on if it is of what is chosen."""
        self._doing: list[str] = []
        """What a click on each row does, beside the tree's."""
        self._body = self.sheet("home")

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        yield self._body
        yield self._status
        yield self._footer

    @property
    def place(self) -> Place:
        """Which of the three home screens this is."""
        overview = self._overview
        if overview.whole.total and overview.is_first_run:
            return Place.FIRST
        left = overview.progress.planned - overview.progress.done
        return Place.DONE if left == 0 and overview.whole.total else Place.HOME

    def action_study(self) -> None:
        """Study the chosen deck; the first time only a few cards."""
        self._choose(Limits(cards=_FIRST_CARDS) if self.place is Place.FIRST else Limits())

    def action_practise(self) -> None:
        """Practise cards before they are due."""
        self._choose(Limits(mode=Mode.AHEAD))

    def action_cram(self) -> None:
        """Practise the chosen deck's cards without effect on their schedules."""
        self._choose(Limits(mode=Mode.CRAM))

    def action_more_new(self) -> None:
        """Study more new cards than the daily limit."""
        if self._overview.unseen:
            self._choose(Limits(new=_MORE_NEW))
        else:
            self.tell(self.manner.say("home.no_more_new"))

    def action_random(self) -> None:
        """Practise a few cards without effect."""
        seed = self.manner.now_ms()
        self._choose(Limits(mode=Mode.CRAM, cards=_RANDOM_CARDS, seed=seed))

    def action_weak(self) -> None:
        """Practise what went badly today once more."""
        if self._overview.weak:
            self._choose(Limits(mode=Mode.CRAM, only=self._overview.weak))

    def action_pace(self) -> None:
        """Choose how much of a backlog is taken a day."""
        if self._overview.backlog is None:
            self.tell(self.manner.say("backlog.none"))
        else:
            self.post_message(self.BacklogWanted())

    def action_number_keys(self) -> None:
        """Use the number keys the other way."""
        self.post_message(self.KeysSwitched())

    def action_new_deck(self) -> None:
        """Make a deck."""
        self.post_message(self.NewDeckWanted())

    def action_deck_options(self) -> None:
        """Show the chosen deck's options."""
        if self._deck is None:
            self._tell_no_deck()
        else:
            self.post_message(self.OptionsWanted(self._deck))

    def action_remove_deck(self) -> None:
        """Remove the chosen deck; undo brings it back."""
        if self._deck is None:
            self._tell_no_deck()
        else:
            self.post_message(self.RemoveWanted(self._deck, self._tree.beside(self._deck)))

    def _tell_no_deck(self) -> None:
        row = self._tree.rows[self._tree.chosen] if self._tree.rows else None
        is_search = row is not None and row.is_search
        self.tell(self.manner.say("home.search_kept" if is_search else "home.choose_one_deck"))

    def action_export_deck(self) -> None:
        """Write the chosen deck to a file, or all."""
        self.post_message(ExportWanted(self._deck))

    def action_merge_files(self) -> None:
        """Take in another machine's collection."""
        self.post_message(MergeWanted())

    def action_removed_decks(self) -> None:
        """Show the decks that were removed."""
        self.post_message(RemovedWanted())

    def action_browse(self) -> None:
        """Look for cards, those of the chosen deck at first."""
        row = self._tree.rows[self._tree.chosen] if self._tree.rows else None
        text = row.search if row is not None and row.is_search else deck_search(self._deck)
        self.post_message(BrowseWanted(text, is_draft=True))

    def action_import_files(self) -> None:
        """Import files."""
        self.post_message(self.ImportWanted())

    def action_add_card(self) -> None:
        """Write cards for the chosen deck."""
        self.post_message(self.AddWanted(self._deck or ""))

    def action_generate(self) -> None:
        """Make a deck from an article."""
        self.post_message(self.GenerateWanted())

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

    def action_settings(self) -> None:
        """Show the settings."""
        self.post_message(self.SettingsWanted())

    def action_undo(self) -> None:
        """Take the newest thing back."""
        self.post_message(self.UndoWanted())

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self.post_message(self.RedoWanted())

    def _choose(self, limits: Limits) -> None:
        if not self._tree.rows:
            self.tell(self.manner.say("home.nothing_there"))
            return
        self.keep_state()
        row = self._tree.rows[self._tree.chosen]
        if row.is_search:
            limits = limits._replace(search=row.search)
        covers_all = self._tree.chosen == 0
        self.post_message(self.Chosen(self._deck, limits, covers_all=covers_all))

    def adopt(self, manner: Manner) -> None:
        """Speak and draw in another manner from now on."""
        self.manner = manner
        self._build_tree()
        super().adopt(manner)

    def draw(self) -> None:
        """Draw the days, the decks and what can be done."""
        frame = self.frame
        say = self.manner.say
        rows = [Doing(row) for row in title(self._overview, frame, say)]
        rows += [] if frame.small else [Doing(EMPTY)]
        rows += self._above_tree(frame)
        rows += [] if frame.small and self.place is not Place.FIRST else [Doing(EMPTY)]
        below = self._below_tree(frame)
        self._tree.fit(max(1, frame.height - 2 - len(rows) - 1 - len(below)))
        self._tree_top = len(rows) + 1
        if self._tree.rows:
            tree = tree_rows(self._tree.in_sight(), self._tree.part, frame, say)
            rows += [Doing(row) for row in tree]
        if self.place is Place.FIRST or not self._tree.rows:
            rows += below
        else:
            gap = frame.height - 2 - len(rows) - len(below)
            rows += [Doing(EMPTY)] * max(0, gap) + below
        self._body.show([each.row for each in rows])
        self._doing = [each.action for each in rows]
        offers = footers.home_offers(
            say,
            self.place,
            self._chosen_progress,
            importing=self._importing,
            small=frame.small,
            is_empty=not self._overview.whole.total,
        )
        has_new = bool(self._overview.unseen)
        self.offer([offer for offer in offers if has_new or offer.action != "more_new"])

    @property
    def _chosen_progress(self) -> Progress | None:
        """How much of today is done in the chosen deck; None for a search, which is not counted."""
        if not self._tree.rows:
            return self._overview.progress
        counts = self._tree.rows[self._tree.chosen].counts
        if counts is None:
            return None
        sitting, is_first = self.sitting, self._tree.chosen == 0
        if sitting is not None and sitting.asked is not None:
            scope = sitting.scope
            if scope == self._deck or (scope is None and is_first):
                return sitting.progress
        return self._overview.progress_of(counts)

    def on_click(self, event: Click) -> None:
        """Do what the clicked row says; Textual calls `DeckTreePage.on_click` for the tree too."""
        action = self._doing[event.y] if 0 <= event.y < len(self._doing) else ""
        if action:
            self.call_later(self.run_action, action)

    def _above_tree(self, frame: Frame) -> list[Doing]:
        say = self.manner.say
        if self.place is Place.FIRST or not self._tree.rows:
            greeting = say("home.greeting" if self._tree.rows else "home.empty")
            lines = cells.wrap(greeting, frame.text_cells)
            return [Doing(plain(" " * frame.start + line)) for line in lines]
        days = [Doing(row) for row in three_days(self._overview, frame, say)]
        return [*days, *backlog_row(self._overview, frame, say)]

    def _below_tree(self, frame: Frame) -> list[Doing]:
        say = self.manner.say
        if not self._tree.rows:
            return what_to_bring_rows(frame, say)
        if self.place is Place.FIRST:
            about: list[Doing] = []
            alone = len(self._tree.rows) == 1
            if self._tree.scope in FIRST_DECK_NAMES and alone and not frame.small:
                about = [Doing(muted("      " + say("home.first_deck"))), Doing(EMPTY)]
            return [*about, Doing(EMPTY), *first_rows(self.manner.keys, frame, say, alone=alone)]
        if self.place is Place.DONE:
            rows = done_rows(self._overview, self._homes.rollover_hour, frame, say)
            return rows if frame.small else [*rows, *self._week(frame)]
        return [] if frame.small else self._week(frame)

    def _week(self, frame: Frame) -> list[Doing]:
        rows = (EMPTY, week_row(self._overview, frame, self.manner.say), EMPTY)
        return [Doing(row) for row in rows]

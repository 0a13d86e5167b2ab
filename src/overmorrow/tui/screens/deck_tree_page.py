"""A screen with the tree of decks: chosen and folded by keys or mouse, and kept fresh."""

from typing import TYPE_CHECKING

from textual.events import Click, Key, MouseScrollDown, MouseScrollUp

from overmorrow.errors import OvermorrowError
from overmorrow.tui.deck_tree import DeckTree, deck_rows, search_rows
from overmorrow.tui.home_rows import sign_column
from overmorrow.tui.manner import Manner
from overmorrow.tui.screens.page import Page

if TYPE_CHECKING:
    from overmorrow.jobs.home import Overview
    from overmorrow.tui.homes import Homes

_LOOK_EVERY_SECONDS = 2.0
_WHEEL_ROWS = 3


class DeckTreePage(Page):
    """Holds the tree; looks now and then whether somebody else changed the collection."""

    def __init__(
        self,
        overview: "Overview",
        homes: "Homes",
        manner: Manner,
        *,
        scope: str | None,
        note: str,
    ) -> None:
        """Show the decks as they were left.

        Args:
            overview: What is in the collection today.
            homes: Where it is looked at again.
            manner: Language, keys and looks.
            scope: The deck that is chosen at first; None for the one chosen the last time.
            note: What the status row says at first.
        """
        super().__init__(manner, note)
        self._overview = overview
        self._homes = homes
        self._version = homes.version()
        state = homes.state()
        self._folded = state.folded
        self._kept = state
        self._tree = DeckTree()
        self._build_tree()
        self._tree.choose(state.scope if scope is None else scope)
        self._tree_top = 0

    @property
    def deck_names(self) -> tuple[str, ...]:
        """The full names of all decks."""
        return tuple(deck.name for deck in self._overview.decks)

    @property
    def is_easily_left(self) -> bool:
        """Whether nothing is lost when the learner goes elsewhere from here."""
        return True

    def on_mount(self) -> None:
        """Begin to look out for changes; Textual calls `Page.on_mount` too."""
        self.set_interval(_LOOK_EVERY_SECONDS, self._look)

    def on_unmount(self) -> None:
        """Remember which deck was chosen."""
        self.keep_state()

    # the tree

    def action_move_deck(self, step: int) -> None:
        """Choose the deck above or below."""
        self._tree.move(step)
        self.draw()

    def action_page_decks(self, direction: int) -> None:
        """Choose the deck a page further."""
        self.action_move_deck(direction * max(1, self._tree.room - 1))

    def action_end_deck(self, direction: int) -> None:
        """Choose the first deck, or the last."""
        self.action_move_deck(direction * len(self._tree.rows))

    def action_fold(self) -> None:
        """Hide what is below the chosen deck; on one without subdecks go to the deck above."""
        scope = self._tree.scope
        if scope is None:
            return
        row = self._tree.rows[self._tree.chosen]
        if row.can_be_folded and scope not in self._folded:
            self._refold(self._folded | {scope})
        elif "::" in scope and not row.is_search:
            self._tree.choose(scope.rpartition("::")[0])
            self.draw()

    def action_unfold(self) -> None:
        """Show what is below the chosen deck."""
        scope = self._tree.scope
        if scope in self._folded:
            self._refold(self._folded - {scope})

    def on_click(self, event: Click) -> None:
        """Choose the clicked deck, or fold it; a click on the chosen one starts it."""
        at = event.y - self._tree_top
        shown = self._tree.in_sight()
        if not 0 <= at < len(shown):
            return
        row, is_chosen = shown[at]
        start = sign_column(row, self.frame)
        if row.can_be_folded and row.scope and start <= event.x < start + 2:
            self._tree.choose(row.scope)
            self._refold(self._folded ^ {row.scope})
        elif is_chosen:
            self.action_study()
        else:
            self._tree.choose(row.scope)
            self.draw()

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Look further down the tree."""
        event.stop()
        self._tree.scroll(_WHEEL_ROWS)
        self.draw()

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Look further up the tree."""
        event.stop()
        self._tree.scroll(-_WHEEL_ROWS)
        self.draw()

    def action_study(self) -> None:
        """Study what is chosen."""
        raise NotImplementedError

    @property
    def _deck(self) -> str | None:
        """The chosen deck; None for all decks and for a search."""
        rows = self._tree.rows
        return None if not rows or rows[self._tree.chosen].is_search else self._tree.scope

    def _refold(self, folded: frozenset[str]) -> None:
        self._folded = folded
        self._build_tree()
        self.keep_state()
        self.draw()

    def _build_tree(self) -> None:
        name = self.manner.say("home.all_decks")
        decks = deck_rows(self._overview.decks, self._folded, self._overview.whole, name)
        searches = search_rows(self._overview.searches) if decks else []
        self._tree.put([*decks, *searches])

    def keep_state(self) -> None:
        """Remember what is chosen and folded, for the next time."""
        from overmorrow.jobs.home_state import HomeState

        state = HomeState(self._tree.scope, self._folded)
        if state != self._kept:
            self._kept = state
            self._homes.keep_state(state)

    # kept fresh

    def renew(self, overview: "Overview") -> None:
        """Show the collection as it is by now; what is chosen and folded stays."""
        self._overview = overview
        self._build_tree()
        self.draw()

    def on_key(self, _event: Key) -> None:
        """See whether a new day has begun; Textual calls `Page.on_key` too."""
        try:
            if self._homes.day() != self._overview.day:
                self.renew(self._homes.read())
                self.call_next(self.tell, self.manner.say("home.new_day"))
        except OvermorrowError as error:
            self.call_next(self.tell, self.manner.say(error.key, **error.values))

    def _look(self) -> None:
        """See whether somebody else has written, and if so read in a thread."""
        if not self.is_current:
            return
        version = self._homes.version()
        if version != self._version:
            self._version = version
            self.run_worker(self._read, thread=True, exclusive=True, group="overview")

    def _read(self) -> None:
        try:
            overview = self._homes.read()
        except OvermorrowError:
            return  # whoever writes is still at it; the next look comes soon
        self.app.call_from_thread(self.renew, overview)

"""Searching as it is written, off the screen; the last cards stay until the next ones come."""

from array import array
from collections import deque
from collections.abc import Callable, Coroutine
from functools import partial
from typing import TYPE_CHECKING

from textual.events import ScreenResume
from textual.timer import Timer
from textual.widgets import Input
from textual.worker import Worker

from overmorrow.errors import NotFoundError, OvermorrowError, SearchError
from overmorrow.jobs.browse import Found, Order
from overmorrow.search.folding import bare
from overmorrow.tui import cells
from overmorrow.tui.browse_columns import next_order, order_by, other_column
from overmorrow.tui.browse_preview import (
    Seen,
    Where,
    next_place,
    pair_rows,
    preview_rows,
    seen_in_full,
    seen_row,
)
from overmorrow.tui.browsing import Browsing, Habits
from overmorrow.tui.manner import Manner
from overmorrow.tui.places import Place
from overmorrow.tui.rows import Row, muted
from overmorrow.tui.screens.browse_page import BrowsePage

if TYPE_CHECKING:
    from overmorrow.jobs.browse import BrowseRow

Work = Callable[[], Coroutine[None, None, None]]
Shows = Callable[["array[int]"], None]
_MOST_ALIKE = 50
PAUSE_SECONDS = 0.06
"""So long after the last key the search begins."""
_LOOK_SECONDS = 0.1
"""So often is shown what a search has found so far; a quicker one is shown at once, as a whole."""
_LATE_LOOKS = 3
"""After so many of them without anything found it is said that something is looked for."""
_LOOK_EVERY_SECONDS = 3.0
"""How long to wait before looking whether the index is whole by now."""


class BrowseSearch(BrowsePage):
    """Searches, and puts what was found in order."""

    def __init__(self, browsing: Browsing, manner: Manner, habits: Habits, text: str) -> None:
        """Search nothing yet.

        Args:
            browsing: Finds cards, and changes them.
            manner: Language, keys and looks.
            habits: How the learner last looked for cards.
            text: What is searched first.
        """
        super().__init__(browsing, manner, habits, text)
        self._pause: Timer | None = None
        self._seen: dict[int, Seen] = {}
        self._read: tuple[int, ...] = ()
        """The cards that were read in full, or are being read."""
        self._coming: deque[array[int]] = deque()
        """What the thread has found and is not shown yet."""
        self._watch: Timer | None = None
        self._looks = 0
        self._waiting_for_all: Callable[[], None] | None = None
        """What is done once all cards are found."""
        self._index_look: Timer | None = None
        self._has_left = False
        """Whether another screen stood over this one since it was drawn."""

    def on_mount(self) -> None:
        """Search what it was opened with."""
        self.search()
        self.go_to(self._place)

    def on_screen_suspend(self) -> None:
        """Remember that what is shown may be changed meanwhile."""
        self._has_left = True

    def on_screen_resume(self, _event: ScreenResume) -> None:
        """Look again, for another screen may have changed something."""
        if self._has_left:
            self._has_left = False
            self.search(stays=True)

    def on_unmount(self) -> None:
        """Let the thread end."""
        self.browsing.close()

    def start(self, work: Work, group: str, *, exclusive: bool = False) -> None:
        """Begin what goes on beside the keys.

        Args:
            work: What is done.
            group: What it is called.
            exclusive: Whether it takes the place of what was begun before it by that name.
        """
        _: Worker[None] = self.run_worker(work, group=group, exclusive=exclusive)

    # searching

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search once the learner pauses."""
        if event.input is self.search_box:
            event.stop()
            self._wait()

    def _wait(self) -> None:
        if self._pause is not None:
            self._pause.stop()
        self._pause = self.set_timer(PAUSE_SECONDS, self.search)

    def search_now(self) -> None:
        """Search what is written without waiting for a pause."""
        if self._pause is not None:
            self.search()

    def search(self, *, stays: bool = False) -> None:
        """Search what is written; what an earlier search finds from now on is not shown.

        Args:
            stays: Whether the card looked at shall stay in sight.
        """
        if self._pause is not None:
            self._pause.stop()
            self._pause = None
        text, order = self.search_box.value, self.habits.order
        self.forget_waiting()
        self.listed.is_whole = True
        self._coming = deque()
        shows = None if stays else self._coming.append
        work = partial(self._search, text, order, shows, stays=stays)
        self.start(work, "search", exclusive=True)
        self._rest_from_search()
        self._watch = self.set_interval(_LOOK_SECONDS, self._look_at_search)
        self.browsing.hurry()  # after the one that waited for the last search was let go

    async def _search(self, text: str, order: Order, shows: Shows | None, *, stays: bool) -> None:
        try:
            found = await self.browsing.find(text, order, shows)
        except SearchError as error:
            self._rest_with_error()
            self.wrong = error
            self.draw()
            self.complain(error)
        except OvermorrowError as error:
            self._rest_with_error()
            self.draw()
            self.complain(error)
        else:
            self._rest_from_search()
            self._take(found, stays=stays)

    def _look_at_search(self) -> None:
        """Show what was found so far, or say that something is looked for."""
        self._looks += 1
        if not self._coming:
            if self._looks == _LATE_LOOKS:
                self.is_searching = self.listed.is_whole
                self.draw()
            return
        if self.listed.is_whole:
            self.is_searching = False
            self.found = None
            self.listed.begin(self._coming.popleft())
            self.wrong = None
            self.look_anew()
        while self._coming:
            self.listed.grow(self._coming.popleft())
        self.draw()

    def _rest_from_search(self) -> None:
        self.is_searching = False
        self._looks = 0
        if self._watch is not None:
            self._watch.stop()
            self._watch = None

    def _rest_with_error(self) -> None:
        """Take what was found so far for all there is."""
        self._rest_from_search()
        self.forget_waiting()
        self.listed.is_whole = True

    def waits_for_all(self, then: Callable[[], None]) -> bool:
        """Return whether a command is about cards that are still being found.

        Args:
            then: The command; it is done once they are.
        """
        if self.listed.knows_wanted:
            return False
        self._waiting_for_all = then
        self.say("when_found")
        return True

    def forget_waiting(self) -> None:
        """Leave undone what waits for all cards."""
        self._waiting_for_all = None

    def _take(self, found: Found, *, stays: bool) -> None:
        was_wrong, self.wrong = self.wrong, None
        self.found = found
        if self.listed.is_whole:
            self.listed.show(found.ids, stays=stays)
            self.look_anew()
        else:
            self.listed.complete(found.ids)
        self.draw()
        if was_wrong is not None:
            self.tell("")
        if not found.is_indexed:
            self._look_at_index_later()
        then, self._waiting_for_all = self._waiting_for_all, None
        if then is not None:
            then()

    def _look_at_index_later(self) -> None:
        if self._index_look is not None:
            self._index_look.stop()
        self._index_look = self.set_timer(_LOOK_EVERY_SECONDS, self._look_at_index)

    def _look_at_index(self) -> None:
        if self.is_current and self.found is not None and not self.found.is_indexed:
            self.start(self._learn_of_index, "index", exclusive=True)

    async def _learn_of_index(self) -> None:
        """Say no longer that the index is being made once it is."""
        is_indexed = await self.browsing.has_index()
        if self.found is not None and is_indexed:
            self.found = self.found._replace(is_indexed=True)
            self.draw()
        else:
            self._look_at_index_later()

    # order

    def action_sort(self) -> None:
        """Put the cards in the next order."""
        self._sort(next_order(self.habits.order))

    def action_sort_by(self, step: int) -> None:
        """Put the cards in order by the next column, or the one before."""
        self._sort(other_column(self.habits.order, step))

    def sort_by(self, column: str) -> None:
        """Put the cards in order by a column; by the same one again, the other way round."""
        self._sort(order_by(self.habits.order, column))

    def _sort(self, order: Order) -> None:
        self.habits.order = order
        self.listed.at = self.listed.top = 0
        self.search(stays=False)
        column = self.manner.say(f"browse.order_{order.column}")
        self.say("ordered_falling" if order.descending else "ordered", column=column)

    # the card looked at

    @property
    def has_pairs(self) -> bool:
        """Whether cards with one prompt are looked for."""
        return "is:dupe" in self.search_box.value.casefold()

    def alike(self) -> "list[BrowseRow]":
        """Return the cards around the one looked at that ask the same, it among them."""
        listed = self.listed
        row = listed.row
        if row is None or not self.has_pairs:
            return []
        found = [row]
        for step in (1, -1):
            place = listed.at + step
            while 0 <= place < len(listed) and len(found) < _MOST_ALIKE:
                other = listed.row_at(place)
                if other is None or bare(other.prompt) != bare(row.prompt):
                    break
                found.append(other)
                place += step
        return found

    def pair(self) -> "tuple[BrowseRow, BrowseRow] | None":
        """Return the card looked at, and one after or before it that asks the same."""
        found = self.alike()
        return (found[0], found[1]) if len(found) > 1 else None

    def preview_title(self) -> str:
        """Return what stands over the preview."""
        return self.manner.say("browse.same_prompt" if self.pair() else "browse.preview")

    def preview_rows(self, room: int, width: int) -> list[Row]:
        """Return the card looked at in full; with the other one beside it if it is there twice."""
        say, row = self.manner.say, self.listed.row
        if row is None:
            return []
        pair = self.pair()
        ours = self._seen_of(row)
        if pair is None:
            return preview_rows(ours, width=width, room=room, say=say)
        rows = pair_rows(ours, self._seen_of(pair[1]), width=width, room=room - 1, say=say)
        keys = say("browse.alike_keys")
        fits = cells.cell_len(keys) <= width
        return [*rows, muted(keys if fits else say("browse.alike_keys_short"))]

    def _seen_of(self, row: "BrowseRow") -> Seen:
        return self._seen.get(row.card_id) or seen_row(row)

    def draw(self) -> None:
        """Draw, and read more about the card looked at."""
        super().draw()
        row = self.listed.row
        if row is None or self.where is Where.NONE or not self.is_attached:
            return
        pair = self.pair() or (row,)
        ids = tuple(each.card_id for each in pair)
        if ids != self._read:
            self._read = ids
            self.start(partial(self._look, ids), "look", exclusive=True)

    async def _look(self, card_ids: tuple[int, ...]) -> None:
        try:
            previews = [await self.browsing.preview(each) for each in card_ids]
        except NotFoundError:
            return
        say = self.manner.say
        self._seen = {each.card_id: seen_in_full(each, say) for each in previews}
        self.draw()

    def look_anew(self) -> None:
        """Read the card looked at again, for it may have changed."""
        self._read = ()

    def action_preview(self) -> None:
        """Move the preview."""
        self.habits.where = next_place(self.where, is_wide=self.frame.wide)
        self.draw()

    def is_at(self, *places: Place) -> bool:
        """Return whether the learner is at one of these places."""
        return self._place in places

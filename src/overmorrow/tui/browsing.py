"""Finding cards and changing many of them, for the screen that shows them."""

from asyncio import wrap_future
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

from overmorrow.jobs.browse import Order
from overmorrow.tui.browse_preview import Where
from overmorrow.tui.connection import connection
from overmorrow.tui.options import TuiOptions

if TYPE_CHECKING:
    from array import array

    from overmorrow.clock import StudyDay
    from overmorrow.jobs.browse import BrowseRow, Found, SavedSearch
    from overmorrow.jobs.bulk import Change, Changed
    from overmorrow.jobs.preview import Preview
    from overmorrow.jobs.replace import Replacement, ReplacePlan, Replacing
    from overmorrow.jobs.taken_back import TakenBack
    from overmorrow.store.database import Database

_Made = TypeVar("_Made")


@dataclass
class Habits:
    """How the learner last looked for cards; it lasts until the program ends."""

    order: Order = field(default_factory=Order)
    where: Where = Where.BELOW
    recalled: list[str] = field(default_factory=list)
    """What was searched, the newest last."""


class Browsing:
    """Reads a few rows at once where the screen is, and the rest in a thread of its own.

    One thread does one thing after another on one connection, so a search that
    follows a change sees it.
    """

    def __init__(self, options: TuiOptions, database: "Database") -> None:
        """Remember which collection.

        Args:
            options: Where it is, and how it is opened.
            database: A connection for the few rows on the screen.
        """
        self._options = options
        self._database = database
        self._thread = ThreadPoolExecutor(1, "browsing")
        self._opened = ExitStack()
        self._own: Database | None = None
        self._finding = Lock()
        """Held for a moment, so that nothing but a search is ever broken off."""
        self._is_finding = False

    # where the screen is

    @property
    def day(self) -> "StudyDay":
        """Today."""
        return self._day_on(self._database)

    def rows(self, card_ids: Sequence[int]) -> "list[BrowseRow]":
        """Return what is written on some cards, in their order."""
        from overmorrow.jobs.browse import browse_rows

        return browse_rows(self._database, card_ids, self.day)

    def saved(self) -> "list[SavedSearch]":
        """Return the searches that have a name."""
        from overmorrow.jobs.browse import saved_searches

        return saved_searches(self._database)

    def save(self, name: str, text: str) -> None:
        """Give a search a name.

        Raises:
            BusyError: Another process writes; nothing waits for it here.
            DatabaseError: It could not be written.
        """
        from overmorrow.jobs.browse import save_search

        with self._database.at_once():
            save_search(self._database, name, text, self._options.clock())

    def forget(self, name: str) -> None:
        """Take a search's name away.

        Raises:
            BusyError: Another process writes; nothing waits for it here.
            DatabaseError: It could not be written.
        """
        from overmorrow.jobs.browse import forget_search

        with self._database.at_once():
            forget_search(self._database, name, self._options.clock())

    def decks(self) -> list[str]:
        """Return the decks' names, in the order of the tree."""
        from overmorrow.store.deck_names import all_decks

        return [deck.name for deck in all_decks(self._database)]

    # in the thread

    async def apart(self, work: "Callable[[Database], _Made]") -> _Made:
        """Do something in the thread, and wait for it without holding up a key.

        Args:
            work: What is done, given the thread's own connection.
        """
        return await wrap_future(self._thread.submit(self._do, work))

    def _do(self, work: "Callable[[Database], _Made]") -> _Made:
        if self._own is None:
            self._own = self._opened.enter_context(connection(self._options))
        return work(self._own)

    async def find(
        self, text: str, order: Order, shows: "Callable[[array[int]], None] | None" = None
    ) -> "Found":
        """Return the cards that a search finds.

        Args:
            text: As typed so far.
            order: In which order.
            shows: Given the cards piece by piece as they are found, from the thread.

        Raises:
            SearchError: The search cannot be read.
            DatabaseError: The collection cannot be.
        """
        from overmorrow.jobs.browse import find_as_typed

        hour = self._options.settings.rollover_hour
        return await self.search(
            lambda own: find_as_typed(
                own, text, order, self._day_on(own), rollover_hour=hour, shows=shows
            )
        )

    async def tags(self) -> list[str]:
        """Return all tags that notes have."""
        from overmorrow.store.search_scope import known_tags

        return await self.apart(known_tags)

    async def has_index(self) -> bool:
        """Whether the words of all notes but a few can be found without reading them."""
        from overmorrow.jobs.browse import is_indexed

        return await self.apart(is_indexed)

    async def search(self, work: "Callable[[Database], _Made]") -> _Made:
        """Read something in the thread that `hurry` may break off.

        Args:
            work: What is read, given the thread's own connection.
        """
        return await self.apart(lambda own: self._search(own, work))

    def _search(self, own: "Database", work: "Callable[[Database], _Made]") -> _Made:
        with self._finding:
            self._is_finding = True
        try:
            return work(own)
        finally:
            with self._finding:
                self._is_finding = False

    def hurry(self) -> None:
        """Break off a search that nobody waits for any more; a change is never broken off."""
        with self._finding:
            if self._is_finding and self._own is not None:
                self._own.interrupt()

    async def preview(self, card_id: int) -> "Preview":
        """Return one card in full.

        Raises:
            NotFoundError: There is no such card.
        """
        from overmorrow.jobs.preview import preview

        return await self.apart(lambda own: preview(own, card_id, self._day_on(own)))

    async def undo(self) -> "TakenBack | None":
        """Take back the newest thing, whatever it was; return None when there is nothing.

        Raises:
            OvermorrowError: It could not be; nothing was changed.
        """
        from overmorrow.jobs.maintain import take_back

        clock, settings = self._options.clock, self._options.settings
        return await self.apart(lambda own: take_back(own, clock, settings))

    async def redo(self, taken: "TakenBack") -> None:
        """Do again what was taken back, if it can be.

        Raises:
            OvermorrowError: It could not be; nothing was changed.
        """
        from overmorrow.jobs.taking_back import do_again

        await self.apart(lambda own: do_again(own, taken, self._options.clock))

    async def change(self, ids: Sequence[int], wanted: "Change") -> "Changed":
        """Change many cards as one step.

        Raises:
            OvermorrowError: It cannot be done.
        """
        from overmorrow.jobs.bulk import change

        clock, settings = self._options.clock, self._options.settings
        return await self.apart(lambda own: change(own, ids, wanted, clock, settings))

    async def merge(self, ids: Sequence[int]) -> "Changed":
        """Make one note of several that ask the same.

        Raises:
            OvermorrowError: They cannot be merged.
        """
        from overmorrow.jobs.bulk import Changed
        from overmorrow.jobs.dupes import merge_notes

        moment = self._options.clock()
        merged = await self.apart(lambda own: merge_notes(own, ids, moment))
        return Changed(1 + merged.gone, 0, "merge")

    async def keep_apart(self, ids: Sequence[int]) -> "Changed":
        """Remember that several notes which ask the same are to be kept.

        Raises:
            OvermorrowError: They are not several.
        """
        from overmorrow.jobs.bulk import Changed
        from overmorrow.jobs.dupes import keep_apart

        moment = self._options.clock()
        count = await self.apart(lambda own: keep_apart(own, ids, moment))
        return Changed(count, 0, "keep_apart")

    async def plan_replacing(self, ids: Sequence[int], wanted: "Replacing") -> "ReplacePlan":
        """Return what finding and replacing would change.

        Raises:
            ChangeError: There is nothing to look for, or the expression cannot be used.
            DatabaseError: The collection cannot be read.
        """
        from overmorrow.jobs.replace import plan

        moment = self._options.clock()
        return await self.apart(lambda own: plan(own, ids, wanted, moment))

    async def replace(self, wanted: "Replacing", changes: "Sequence[Replacement]") -> "Changed":
        """Make the changes that were planned, as one step.

        Raises:
            OvermorrowError: They cannot be made.
        """
        from overmorrow.jobs.bulk import Changed
        from overmorrow.jobs.replace import apply_replacements

        moment = self._options.clock()
        count = await self.apart(lambda own: apply_replacements(own, wanted, changes, moment))
        return Changed(count, len(changes) - count, "replace")

    def close(self) -> None:
        """Let the thread end, after what it still has to do."""
        self._thread.submit(self._opened.close)
        self._thread.shutdown(wait=False)

    def _day_on(self, database: "Database") -> "StudyDay":
        """Return today; a clock that went back by days only changes what is looked at."""
        from overmorrow.errors import ClockError
        from overmorrow.jobs.day import current_day

        clock, settings = self._options.clock, self._options.settings
        try:
            return current_day(database, clock, settings)
        except ClockError:
            return current_day(database, clock, settings, clock_confirmed=True)

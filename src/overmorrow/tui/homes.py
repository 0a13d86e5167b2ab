"""What the first screens look at and change: the collection at a glance, decks, the pace."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from overmorrow.tui.connection import connection
from overmorrow.tui.options import TuiOptions

if TYPE_CHECKING:
    from overmorrow.clock import StudyDay
    from overmorrow.jobs.deck_options import DeckOption, Value
    from overmorrow.jobs.home import Overview
    from overmorrow.jobs.home_state import HomeState
    from overmorrow.jobs.taken_back import TakenBack
    from overmorrow.store.check import Finding
    from overmorrow.store.database import Database


class Removed(NamedTuple):
    """A deck that was set aside with everything below it."""

    name: str
    notes: int
    day: "StudyDay"


class Homes:
    """The jobs behind the first screens; what may be slow has a connection of its own."""

    def __init__(self, options: TuiOptions, database: "Database") -> None:
        """Look at a collection.

        Args:
            options: Which one, and how.
            database: The connection of the screens.
        """
        self._options = options
        self._database = database

    @property
    def rollover_hour(self) -> int:
        """When the next day begins."""
        return self._options.settings.rollover_hour

    def read(self) -> "Overview":
        """Return the collection at a glance; fit for a thread beside the screen.

        Raises:
            OvermorrowError: It cannot be read, or the clock went back by days.
        """
        from overmorrow.jobs.home import overview

        options = self._options
        with connection(options) as database:
            return overview(
                database, options.clock, options.settings, clock_confirmed=options.clock_confirmed
            )

    def version(self) -> int:
        """Return a number that changes when somebody else has written."""
        return self._database.data_version()

    def day(self) -> "StudyDay":
        """Return today.

        Raises:
            ClockError: The clock went back by days.
        """
        from overmorrow.jobs.day import current_day

        options = self._options
        return current_day(
            self._database,
            options.clock,
            options.settings,
            clock_confirmed=options.clock_confirmed,
        )

    def state(self) -> "HomeState":
        """Return how the first screen was left the last time."""
        from overmorrow.jobs.home_state import home_state

        return home_state(self._options.database_path)

    def keep_state(self, state: "HomeState") -> None:
        """Remember how the first screen was left."""
        from overmorrow.jobs.home_state import keep_home_state

        keep_home_state(self._options.database_path, state)

    def choose_pace(self, reviews: int | None, *, rest_new: bool, only_today: bool) -> None:
        """Take so many reviews a day until nothing is overdue; None takes all.

        Raises:
            BusyError: Another process writes; nothing waits for it here.
            OvermorrowError: It could not be written.
        """
        from overmorrow.jobs.backlog import choose_pace

        with self._database.at_once():
            choose_pace(
                self._database,
                self._options.clock,
                self._options.settings,
                reviews,
                rest_new=rest_new,
                only_today=only_today,
            )

    def forget_pace(self) -> None:
        """Leave the daily limits to the settings and the decks again.

        Raises:
            BusyError: Another process writes; nothing waits for it here.
            OvermorrowError: It could not be written.
        """
        from overmorrow.jobs.backlog import forget_pace

        with self._database.at_once():
            forget_pace(self._database)

    def deck_options(self, deck: str) -> "list[DeckOption]":
        """Return what holds for a deck.

        Raises:
            OvermorrowError: There is no such deck.
        """
        from overmorrow.jobs.deck_options import deck_options

        return deck_options(self._database, deck, self._options.settings)

    def change_options(self, deck: str, changes: "Mapping[str, Value | None]") -> None:
        """Change options of a deck as one step.

        Raises:
            BusyError: Another process writes; nothing waits for it here.
            OvermorrowError: It could not be written.
        """
        from overmorrow.jobs.deck_options import change_options

        with self._database.at_once():
            change_options(self._database, deck, changes, self._options.clock())

    def create_deck(self, name: str, lang: str) -> str:
        """Make an empty deck and return its name as it is written; off the screen.

        Raises:
            OvermorrowError: The name cannot be taken, or the file not be written.
        """
        from overmorrow.jobs.deck_changes import create_deck
        from overmorrow.jobs.deck_places import deck_name

        with connection(self._options) as database:
            create_deck(database, name, lang, self._options.clock())
        return deck_name(name)

    def rename_deck(self, deck: str, name: str) -> str:
        """Give a deck another name and return it as it is written; off the screen.

        Raises:
            OvermorrowError: The name cannot be taken, or a file not be changed.
        """
        from overmorrow.jobs.deck_changes import rename_deck

        with connection(self._options) as database:
            return rename_deck(database, deck, name, self._options.clock())

    def remove_deck(self, deck: str) -> None:
        """Set a deck aside; off the screen.

        Raises:
            OvermorrowError: It could not be written.
        """
        from overmorrow.jobs.deck_changes import remove_deck

        with connection(self._options) as database:
            remove_deck(database, deck, self._options.clock())

    def removed_decks(self) -> "list[Removed]":
        """Return the decks that were removed, the newest first.

        Raises:
            OvermorrowError: They cannot be read.
        """
        from overmorrow.clock import Moment, study_day
        from overmorrow.jobs.deck_changes import removed_decks

        offset = self._options.clock().utc_offset_min
        return [
            Removed(deck.name, deck.notes, study_day(Moment(deck.hlc, offset)))
            for deck in sorted(removed_decks(self._database), key=lambda deck: -deck.hlc)
        ]

    def restore_deck(self, deck: str) -> None:
        """Bring a removed deck back; off the screen.

        Raises:
            OvermorrowError: It could not be written.
        """
        from overmorrow.jobs.deck_changes import restore_deck

        with connection(self._options) as database:
            restore_deck(database, deck, self._options.clock())

    def has_deck_change(self) -> bool:
        """Whether what undo takes back next was done to a deck."""
        from overmorrow.jobs.maintain import newest_deck_change

        return newest_deck_change(self._database) is not None

    def back_up(self) -> str:
        """Keep a dated copy of the collection and return its path; off the screen.

        Raises:
            OvermorrowError: It could not be written.
        """
        from overmorrow.jobs.maintain import back_up

        with connection(self._options) as database:
            return back_up(database, self._options.clock)

    def faults(self) -> "list[Finding]":
        """Return what is wrong with the collection, changing nothing; off the screen.

        Raises:
            OvermorrowError: It cannot be read.
        """
        from overmorrow.jobs.maintain import check_collection

        with connection(self._options) as database:
            return check_collection(database, self._options.clock, repair=False)

    def take_back(self) -> "TakenBack | None":
        """Take back what was done last; off the screen.

        Raises:
            OvermorrowError: It could not be written.
        """
        from overmorrow.jobs.maintain import take_back

        with connection(self._options) as database:
            return take_back(database, self._options.clock, self._options.settings)

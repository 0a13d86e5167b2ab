"""The learner's collection as the screens use it."""

from importlib import import_module
from typing import TYPE_CHECKING, Protocol

from overmorrow.jobs.asked import Limits
from overmorrow.jobs.opening import open_collection
from overmorrow.settings import Settings
from overmorrow.tui.options import TuiOptions
from overmorrow.tui.session import Session

if TYPE_CHECKING:
    from overmorrow.jobs.card_info import CardInfo
    from overmorrow.jobs.card_source import CardSource
    from overmorrow.jobs.home import Overview
    from overmorrow.jobs.indexing import IndexKeeper
    from overmorrow.tui.browsing import Browsing
    from overmorrow.tui.editing import Editing
    from overmorrow.tui.exporting import Exporting
    from overmorrow.tui.generating import Generating
    from overmorrow.tui.homes import Homes
    from overmorrow.tui.imports import Imports
    from overmorrow.tui.merging import Merging
    from overmorrow.tui.statistics import Statistics

_NEEDED_TO_ANSWER = (
    "overmorrow.grading.grade",
    "overmorrow.jobs.taking_back",
    "overmorrow.store.counts",
    "overmorrow.tui.judged_rows",
)


class Collection(Protocol):
    """What the screens ask for; tests give them a small one of their own."""

    def overview(self) -> "Overview":
        """Return the collection at a glance."""

    def study(self, scope: str | None, limits: Limits) -> Session:
        """Start a sitting."""

    def statistics(self) -> "Statistics":
        """Return what reads statistics, each time on a connection of its own."""

    def card_info(self, card_id: int) -> "CardInfo":
        """Return a card with its history."""

    def source(self, card_id: int) -> "CardSource | None":
        """Return where in its article a card is from; None where no article is kept."""

    def imports(self) -> "Imports":
        """Return what reads and writes files, each time on a connection of its own."""

    def generating(self) -> "Generating":
        """Return what makes decks from articles, each time on a connection of its own."""

    def editing(self) -> "Editing":
        """Return what changes and adds notes, each time on a connection of its own."""

    def homes(self) -> "Homes":
        """Return what the first screens look at and change."""

    def browsing(self) -> "Browsing":
        """Return what finds cards and changes many of them."""

    def exporting(self) -> "Exporting":
        """Return what writes decks to files, each time on a connection of its own."""

    def merging(self) -> "Merging":
        """Return what takes in other collections, each time on a connection of its own."""

    def speak(self, language: str) -> bool:
        """Let the first deck follow the language while nothing was answered; say whether it did."""

    def use_settings(self, settings: Settings) -> None:
        """Go by other settings from now on."""

    def get_ready(self) -> None:
        """Load what answering needs, and keep the day's copy; called off the screen."""

    def close(self) -> None:
        """Let go of the file."""


class OpenCollection:
    """The database and the jobs on it; each job is loaded when it is first wanted."""

    def __init__(self, options: TuiOptions) -> None:
        """Open the database.

        Args:
            options: Which one, and how.

        Raises:
            DatabaseError: It cannot be used.
        """
        self._options = options
        self._keeper: IndexKeeper | None = None
        self._database = open_collection(
            options.database_path,
            options.language,
            durability=options.settings.durability,
            clock=options.clock,
        )

    def overview(self) -> "Overview":
        """Return the collection at a glance."""
        from overmorrow.jobs.home import overview

        return overview(
            self._database,
            self._options.clock,
            self._options.settings,
            clock_confirmed=self._options.clock_confirmed,
        )

    def study(self, scope: str | None, limits: Limits) -> Session:
        """Start a sitting."""
        from overmorrow.jobs.study import StudySession

        return StudySession(
            self._database,
            self._options.clock,
            self._options.settings,
            scope,
            limits,
            clock_confirmed=self._options.clock_confirmed,
        )

    def statistics(self) -> "Statistics":
        """Return what reads statistics, each time on a connection of its own."""
        from overmorrow.tui.statistics import Statistics

        return Statistics(self._options)

    def card_info(self, card_id: int) -> "CardInfo":
        """Return a card with its history."""
        from overmorrow.clock import study_day
        from overmorrow.jobs.card_info import card_info

        day = study_day(self._options.clock(), self._options.settings.rollover_hour)
        return card_info(self._database, card_id, day)

    def source(self, card_id: int) -> "CardSource | None":
        """Return where in its article a card is from; None where no article is kept."""
        from overmorrow.jobs.card_source import source_of

        return source_of(self._database, card_id)

    def imports(self) -> "Imports":
        """Return what reads and writes files, each time on a connection of its own."""
        from overmorrow.tui.imports import Imports

        return Imports(self._options)

    def generating(self) -> "Generating":
        """Return what makes decks from articles, each time on a connection of its own."""
        from overmorrow.tui.generating import Generating

        return Generating(self._options)

    def editing(self) -> "Editing":
        """Return what changes and adds notes, each time on a connection of its own."""
        from overmorrow.tui.editing import Editing

        return Editing(self._options)

    def homes(self) -> "Homes":
        """Return what the first screens look at and change."""
        from overmorrow.tui.homes import Homes

        return Homes(self._options, self._database)

    def browsing(self) -> "Browsing":
        """Return what finds cards and changes many of them."""
        from overmorrow.tui.browsing import Browsing

        return Browsing(self._options, self._database)

    def exporting(self) -> "Exporting":
        """Return what writes decks to files, each time on a connection of its own."""
        from overmorrow.tui.exporting import Exporting

        return Exporting(self._options)

    def merging(self) -> "Merging":
        """Return what takes in other collections, each time on a connection of its own."""
        from overmorrow.tui.merging import Merging

        return Merging(self._options)

    def speak(self, language: str) -> bool:
        """Let the first deck follow the language while nothing was answered; say whether it did."""
        from overmorrow.jobs.opening import follow_language

        return follow_language(self._database, language, self._options.clock)

    def use_settings(self, settings: Settings) -> None:
        """Go by other settings from now on."""
        self._options = self._options._replace(settings=settings)

    def get_ready(self) -> None:
        """Load what answering needs, keep the day's copy, and from then on the search index."""
        for needed in _NEEDED_TO_ANSWER:
            import_module(needed)
        from overmorrow.jobs.maintain import daily_backup

        daily_backup(self._options.database_path, self._options.clock)
        from overmorrow.jobs.indexing import IndexKeeper

        self._keeper = IndexKeeper(self._options.database_path)
        self._keeper.start()

    def close(self) -> None:
        """Let go of the file."""
        if self._keeper:
            self._keeper.stop()
        self._database.close()

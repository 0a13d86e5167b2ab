"""The learner's collection as the screens use it."""

from importlib import import_module
from typing import TYPE_CHECKING, Protocol

from overmorrow.jobs.asked import Limits
from overmorrow.jobs.opening import open_collection
from overmorrow.tui.options import TuiOptions
from overmorrow.tui.session import Session

if TYPE_CHECKING:
    from overmorrow.jobs.card_info import CardInfo
    from overmorrow.jobs.home import Overview
    from overmorrow.stats.report import Report
    from overmorrow.tui.imports import Imports


class Collection(Protocol):
    """What the screens ask for; tests give them a small one of their own."""

    def overview(self) -> "Overview":
        """Return the collection at a glance."""

    def study(self, scope: str | None, limits: Limits) -> Session:
        """Start a sitting."""

    def report(self, days: int) -> "Report":
        """Return what the answers of so many days add up to."""

    def card_info(self, card_id: int) -> "CardInfo":
        """Return a card with its history."""

    def imports(self) -> "Imports":
        """Return what reads and writes files, each time on a connection of its own."""

    def speak(self, language: str) -> bool:
        """Let the first deck follow the language while nothing was answered; say whether it did."""

    def get_ready(self) -> None:
        """Load what the first answer needs, and keep the day's copy; called off the screen."""

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

    def report(self, days: int) -> "Report":
        """Return what the answers of so many days add up to."""
        from overmorrow.jobs.progress import progress_report

        return progress_report(
            self._database, self._options.clock, self._options.settings, days=days
        )

    def card_info(self, card_id: int) -> "CardInfo":
        """Return a card with its history."""
        from overmorrow.jobs.card_info import card_info

        return card_info(self._database, card_id)

    def imports(self) -> "Imports":
        """Return what reads and writes files, each time on a connection of its own."""
        from overmorrow.tui.imports import Imports

        return Imports(self._options)

    def speak(self, language: str) -> bool:
        """Let the first deck follow the language while nothing was answered; say whether it did."""
        from overmorrow.jobs.opening import follow_language

        return follow_language(self._database, language, self._options.clock)

    def get_ready(self) -> None:
        """Load what the first answer needs, and keep the day's copy; called off the screen."""
        import_module("overmorrow.grading.grade")
        from overmorrow.jobs.maintain import daily_backup

        daily_backup(self._options.database_path, self._options.clock)

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

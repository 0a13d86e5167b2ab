"""Writes decks to files from the screens, on a connection of its own."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from overmorrow.tui.connection import connection
from overmorrow.tui.options import TuiOptions

if TYPE_CHECKING:
    from overmorrow.jobs.export_deck import Export, Exported


class Exporting:
    """The job behind the screen that exports."""

    def __init__(self, options: TuiOptions) -> None:
        """Look at a collection.

        Args:
            options: Which one, and how.
        """
        self._options = options

    def write(self, wanted: "Export", progress: Callable[[int], None]) -> "Exported":
        """Write what is wanted; off the screen.

        Args:
            wanted: What, and where to.
            progress: Told how many notes are written so far; may raise to stop.

        Raises:
            OvermorrowError: It could not be written; nothing was.
        """
        from overmorrow.jobs.export_deck import export_deck

        with connection(self._options) as database:
            return export_deck(database, wanted, self._options.clock(), progress)

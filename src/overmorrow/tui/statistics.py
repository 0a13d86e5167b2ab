"""Reading statistics, each time on a connection of its own, off the screen."""

from typing import TYPE_CHECKING

from overmorrow.tui.connection import connection
from overmorrow.tui.options import TuiOptions

if TYPE_CHECKING:
    from overmorrow.stats.pages.page import StatisticsPage, Wish


class Statistics:
    """Reads pages; every call opens the collection for itself, in any thread."""

    def __init__(self, options: TuiOptions) -> None:
        """Remember which collection.

        Args:
            options: Where it is, and how it is opened.
        """
        self._options = options

    def page(self, wish: "Wish") -> "StatisticsPage":
        """Return a page.

        Raises:
            OvermorrowError: The deck is gone, or the collection cannot be read.
        """
        from overmorrow.jobs.statistics import statistics_page

        with connection(self._options) as database:
            return statistics_page(database, self._options.clock, self._options.settings, wish)

    def decks(self) -> list[str]:
        """Return the names of all decks, in the order of the tree.

        Raises:
            OvermorrowError: The collection cannot be read.
        """
        from overmorrow.jobs.statistics import deck_names

        with connection(self._options) as database:
            return deck_names(database)

"""Takes in another machine's collection from the screens, on a connection of its own."""

from typing import TYPE_CHECKING

from overmorrow.tui.connection import connection
from overmorrow.tui.options import TuiOptions

if TYPE_CHECKING:
    from overmorrow.jobs.merge import MergeReport


class Merging:
    """The job behind the screen that merges."""

    def __init__(self, options: TuiOptions) -> None:
        """Look at a collection.

        Args:
            options: Which one, and how.
        """
        self._options = options

    def take(self, path: str, *, only_look: bool) -> "MergeReport":
        """Take another collection in, or only say what would come of it; off the screen.

        Raises:
            OvermorrowError: It cannot be taken in; nothing was.
        """
        from overmorrow.jobs.merge import merge_collection

        with connection(self._options) as database:
            return merge_collection(database, path, self._options.clock, dry_run=only_look)

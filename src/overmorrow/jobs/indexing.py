"""Keeps the search index, in short pieces beside everything else."""

import time
from contextlib import suppress
from threading import Event, Thread

from overmorrow.errors import BusyError, DatabaseError
from overmorrow.store.database import Database, open_database
from overmorrow.store.search_index import index_some

_LOOK_EVERY_S = 5.0
"""How long to wait before looking whether notes were added or changed."""
_MOST_REST_S = 0.5


class IndexKeeper:
    """A thread that brings the index on while the learner does something else."""

    def __init__(self, path: str) -> None:
        """Prepare to keep the index of a collection.

        Args:
            path: The database file.
        """
        self._path = path
        self._stopping = Event()
        self._thread = Thread(target=self._keep, name="search index", daemon=True)

    def start(self) -> None:
        """Begin; everything is done on a connection of its own."""
        self._thread.start()

    def stop(self) -> None:
        """End within a piece."""
        self._stopping.set()
        if self._thread.is_alive():
            self._thread.join()

    def _keep(self) -> None:
        try:
            database = open_database(self._path, create=False)
        except DatabaseError:  # without an index a search reads every note
            return
        try:
            while not self._stopping.is_set():
                with suppress(BusyError):  # there is time to try again
                    self._catch_up(database)
                self._stopping.wait(_LOOK_EVERY_S)
        except DatabaseError:  # gone, or damaged, of which others tell
            return
        finally:
            database.close()

    def _catch_up(self, database: Database) -> None:
        """Index piece by piece, and rest as long as each took, so that others have their turn."""
        while not self._stopping.is_set():
            started = time.monotonic()
            if not index_some(database):
                return
            self._stopping.wait(min(_MOST_REST_S, time.monotonic() - started))


def index_for(database: Database, seconds: float) -> bool:
    """Bring the index on, for so long at most.

    Returns:
        Whether it is whole.

    Raises:
        DatabaseError: It could not be written.
    """
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if not index_some(database):
            return True
    return False

"""Opens the learner's collection for a short while, on a connection of its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from overmorrow.tui.options import TuiOptions

if TYPE_CHECKING:
    from overmorrow.store.database import Database


@contextmanager
def connection(options: TuiOptions) -> "Iterator[Database]":
    """Yield the collection, and close it afterwards; fit for a thread beside the screen.

    Args:
        options: Which one, and how.

    Raises:
        DatabaseError: It cannot be used.
    """
    from overmorrow.jobs.opening import open_collection

    database = open_collection(
        options.database_path,
        options.language,
        durability=options.settings.durability,
        clock=options.clock,
    )
    try:
        yield database
    finally:
        database.close()

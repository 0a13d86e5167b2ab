"""Bring two copies of a collection together: what was done on either machine counts on both."""

from typing import NamedTuple

from overmorrow.clock import Clock
from overmorrow.store.database import Database
from overmorrow.store.media import fetch_media
from overmorrow.store.merge import Merged, merge


class MergeReport(NamedTuple):
    """What came of bringing two collections together, or would come."""

    merged: Merged
    missing_media: tuple[str, ...] = ()
    """Names of pictures and sounds whose files were not beside the other collection."""


def merge_collection(
    database: Database, path: str, clock: Clock, *, dry_run: bool = False
) -> MergeReport:
    """Take in another collection's answers, notes and decks, with their pictures and sounds.

    Doing it again, after it was cut short or not, comes to the same.

    Args:
        database: The collection that grows.
        path: The other one's file; neither it nor anything beside it is changed.
        clock: Where the moment comes from.
        dry_run: Whether to write nothing, and only say what would come of it.

    Raises:
        DatabaseError: The other file cannot be taken in, or ours cannot be written.
    """
    merged = merge(database, path, clock(), only_look=dry_run)
    if dry_run:
        return MergeReport(merged)
    return MergeReport(merged, fetch_media(database, path))

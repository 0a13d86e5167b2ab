"""Half-done work on articles, kept on this machine alone."""

from typing import NamedTuple

from overmorrow.store.database import Database
from overmorrow.store.events import storable

MOST_DRAFTS = 5
_PUT = "INSERT OR REPLACE INTO draft (source_uid, content, wall_ms) VALUES (?, ?, ?)"
_THIN_OUT = """
    DELETE FROM draft WHERE source_uid NOT IN (
        SELECT source_uid FROM draft ORDER BY wall_ms DESC, source_uid LIMIT ?)"""
_NEWEST = "SELECT content, wall_ms FROM draft ORDER BY wall_ms DESC, source_uid LIMIT 1"


class StoredDraft(NamedTuple):
    """Work that was left."""

    content: str
    """As JSON."""
    wall_ms: int
    """When it was left."""


def put_draft(database: Database, uid: str, content: str, wall_ms: int) -> None:
    """Keep the work on an article, and let go of the oldest, inside a transaction."""
    database.connection.execute(_PUT, (uid, storable(content), wall_ms))
    database.connection.execute(_THIN_OUT, (MOST_DRAFTS,))


def newest_draft(database: Database) -> StoredDraft | None:
    """Return the work that was left last, or None."""
    row = database.row(_NEWEST)
    return StoredDraft(*row) if row else None


def draft_of(database: Database, uid: str) -> StoredDraft | None:
    """Return the work on an article that was left, or None."""
    row = database.row("SELECT content, wall_ms FROM draft WHERE source_uid = ?", (uid,))
    return StoredDraft(*row) if row else None


def remove_draft(database: Database, uid: str) -> None:
    """Throw the work on an article away, inside a transaction."""
    database.connection.execute("DELETE FROM draft WHERE source_uid = ?", (uid,))

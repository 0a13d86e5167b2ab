"""Searches that the learner gave names."""

from overmorrow.clock import Moment
from overmorrow.store.database import Database
from overmorrow.store.events import claim_hlc

_PUT = """
    INSERT INTO saved_search (name, text, hlc) VALUES (?, ?, ?)
    ON CONFLICT (name) DO UPDATE SET text = excluded.text, hlc = excluded.hlc"""


def saved(database: Database) -> list[tuple[str, str]]:
    """Return name and text of each, by name."""
    sql = "SELECT name, text FROM saved_search WHERE text <> '' ORDER BY name"
    return [(name, text) for name, text in database.rows(sql)]


def save(database: Database, name: str, text: str, moment: Moment) -> None:
    """Give a search a name, or with an empty text take the name back.

    Raises:
        DatabaseError: It could not be written; nothing was.
    """
    with database.transaction():
        database.connection.execute(_PUT, (name, text, claim_hlc(database, moment)))

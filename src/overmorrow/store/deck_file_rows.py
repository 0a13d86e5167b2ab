"""Remembers the text file a deck is kept in, as it was when last read or written."""

from typing import NamedTuple

from overmorrow.store.database import Database
from overmorrow.store.deck_rows import deck_id_of

_FIND = """
    SELECT deck.name, deck_file.path, deck_file.sha256
    FROM deck_file JOIN deck ON deck.id = deck_file.deck_id WHERE deck.name = ?"""
_PUT = """
    INSERT INTO deck_file (deck_id, path, sha256) VALUES (?, ?, ?)
    ON CONFLICT (deck_id) DO UPDATE SET path = excluded.path, sha256 = excluded.sha256"""
_KEPT_IN = """
    SELECT deck.name FROM deck_file JOIN deck ON deck.id = deck_file.deck_id
    WHERE deck_file.path = ? AND deck_file.sha256 <> '' ORDER BY deck.name"""


class DeckFileRow(NamedTuple):
    """A deck's file."""

    deck: str
    """The deck's name."""
    path: str
    """In full."""
    sha256: str
    """Of the file's bytes, in hexadecimal."""


def deck_file(database: Database, deck: str) -> DeckFileRow | None:
    """Return the file of a deck, or None if it has none."""
    row = database.row(_FIND, (deck,))
    return DeckFileRow(*row) if row else None


def deck_in_file(database: Database, path: str) -> str:
    """Return the deck that is kept in a file; empty if none is.

    Args:
        database: Where.
        path: The file, in full.
    """
    return str(database.value(_KEPT_IN, (path,)) or "")


def put_deck_file(database: Database, file: DeckFileRow) -> None:
    """Remember a deck's file, inside a transaction.

    Raises:
        NotFoundError: There is no such deck.
    """
    values = (deck_id_of(database, file.deck), file.path, file.sha256)
    database.connection.execute(_PUT, values)

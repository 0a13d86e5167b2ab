"""An index of all words, so that a search need not read every note.

It is a cache: it can be dropped at any time, is built in short pieces beside
everything else, and a search is right however far it has come. Notes up to a
certain number, the reach, are in it as they were when they were added;
`stale_note` keeps the indexed words of those that were changed or went since
(two triggers see to it), and later notes are read as they are.

What stands in it are the pieces that `search.grams` cuts.
"""

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from overmorrow.errors import DatabaseError
from overmorrow.store.database import Database, Row
from overmorrow.store.note_words import indexed

NOTES_AT_ONCE = 500
"""Indexed in one transaction, so that an answer beside it never waits long."""
_VERSION = "1"
"""Changes with what the index has of a note; another one is built anew."""
_REACH, _MADE_BY = "index_reach", "index_version"
_FTS = "fts5(tokens, content='', columnsize=0, detail=none, tokenize='ascii')"
_CREATE = f"CREATE VIRTUAL TABLE note_index USING {_FTS}"
_PROBE = f"CREATE VIRTUAL TABLE temp.probe_index USING {_FTS}"
_ADD = "INSERT INTO note_index (rowid, tokens) VALUES (?, ?)"
_TAKE_OUT = "INSERT INTO note_index (note_index, rowid, tokens) VALUES ('delete', ?, ?)"
_PUT = "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = ?2"
_STALE = "SELECT note_id, prompt, answer, details FROM stale_note ORDER BY note_id LIMIT ?"
_AHEAD = "SELECT id, prompt, answer, details FROM note WHERE id > ? ORDER BY id LIMIT ?"
TOKENS = "temp.index_token"
VOCABULARY = f"CREATE VIRTUAL TABLE IF NOT EXISTS {TOKENS} USING fts5vocab(main, note_index, row)"
"""Shows the pieces in the index, and in how many notes each is."""
PARTS = "note_index%"
"""The tables the index is made of, which come and go."""
_CLEAN = """
    SELECT prompt, answer, details FROM note
    WHERE id <= ? AND id NOT IN (SELECT note_id FROM stale_note)"""
_NOW = "SELECT prompt, answer, details FROM note WHERE id = ?"


class Reach(NamedTuple):
    """How far the index has come."""

    note_id: int
    """Notes up to this one are in it; 0 when there is none."""
    last_note_id: int
    stale: int
    """How many of those have other words by now."""

    @property
    def behind(self) -> int:
        """How many notes have to be read as they are, at most."""
        return max(0, self.last_note_id - self.note_id) + self.stale

    @property
    def is_whole(self) -> bool:
        """Whether nothing is left to do."""
        return self.behind == 0


def reach(database: Database) -> Reach:
    """Return how far the index has come; it counts as none where it cannot be used."""
    last = database.number("SELECT max(id) FROM note") or 0
    told: dict[str, str] = dict(
        database.rows("SELECT key, value FROM meta WHERE key IN (?, ?)", (_REACH, _MADE_BY))
    )
    if told.get(_MADE_BY) != _VERSION or not is_possible(database):
        return Reach(0, last, 0)
    stale = database.number("SELECT count(*) FROM stale_note") or 0
    return Reach(int(told.get(_REACH, "0")), last, stale)


def is_possible(database: Database) -> bool:
    """Whether this SQLite can keep such an index."""
    try:
        database.connection.execute(_PROBE)
        database.connection.execute("DROP TABLE temp.probe_index")
    except sqlite3.OperationalError:
        return False
    return True


def index_some(database: Database, notes: int = NOTES_AT_ONCE) -> bool:
    """Bring the index on by some notes, in one transaction.

    Returns:
        Whether more is to be done.

    Raises:
        DatabaseError: It could not be written; nothing was.
    """
    if database.read_only or not is_possible(database):
        return False
    if reach(database).is_whole and _is_there(database):
        return False
    with database.transaction():
        _prepare(database)
        at = reach(database)
        done = _catch_up(database, notes) if at.stale else _go_on(database, at.note_id, notes)
        _settle(database)
    return bool(done)


def drop_index(database: Database) -> None:
    """Throw the index away, to be built anew.

    Raises:
        DatabaseError: It could not be written; nothing was.
    """
    with database.transaction():
        _drop(database)


def _is_there(database: Database) -> bool:
    return database.row("SELECT 1 FROM sqlite_master WHERE name = 'note_index'") is not None


def _prepare(database: Database) -> None:
    """Make an empty index where there is none, or one of another version."""
    version = database.value("SELECT value FROM meta WHERE key = ?", (_MADE_BY,))
    if version == _VERSION and _is_there(database):
        return
    _drop(database)
    database.connection.execute(_CREATE)
    database.connection.execute(_PUT, (_MADE_BY, _VERSION))
    database.connection.execute(_PUT, (_REACH, "0"))


def _drop(database: Database) -> None:
    database.connection.execute("DROP TABLE IF EXISTS note_index")
    database.connection.execute("DELETE FROM stale_note")
    database.connection.execute("DELETE FROM meta WHERE key IN (?, ?)", (_REACH, _MADE_BY))


def _catch_up(database: Database, notes: int) -> int:
    """Let changed notes stand in the index with the words they have now."""
    stale = database.rows(_STALE, (notes,))
    execute = database.connection.execute
    for note_id, *words in stale:
        execute(_TAKE_OUT, (note_id, indexed(*words)))
        now = database.row(_NOW, (note_id,))
        if now:
            execute(_ADD, (note_id, indexed(*now)))
        execute("DELETE FROM stale_note WHERE note_id = ?", (note_id,))
    return len(stale)


def _go_on(database: Database, reached: int, notes: int) -> int:
    """Add the next notes."""
    ahead = database.rows(_AHEAD, (reached, notes))
    rows = [(note_id, indexed(*words)) for note_id, *words in ahead]
    database.connection.executemany(_ADD, rows)
    if rows:
        database.connection.execute(_PUT, (_REACH, str(rows[-1][0])))
    return len(rows)


def _settle(database: Database) -> None:
    """Reach no further than the last note: the number of one that went is given again."""
    at = reach(database)
    if not at.stale and at.note_id > at.last_note_id:
        database.connection.execute(_PUT, (_REACH, str(at.last_note_id)))


def is_sound(database: Database) -> bool:
    """Whether the index is whole in itself and has as many pieces as the notes it should have.

    Where this SQLite cannot read it, it is not used either, and counts as sound.
    """
    if not _is_there(database) or not is_possible(database):
        return True
    try:
        # A check is written as an insert, so it is taken back.
        with database.transaction() as connection:
            connection.execute("INSERT INTO note_index (note_index) VALUES ('integrity-check')")
        database.connection.execute(VOCABULARY)
        has = database.number(f"SELECT coalesce(sum(doc), 0) FROM {TOKENS}")
    except DatabaseError:
        return False
    return has == sum(len(indexed(*words).split(" ")) for words in _as_indexed(database))


def _as_indexed(database: Database) -> Iterator[Row]:
    """Yield the words of each note as the index should have them."""
    yield from database.each("SELECT prompt, answer, details FROM stale_note")
    yield from database.each(_CLEAN, (reach(database).note_id,))

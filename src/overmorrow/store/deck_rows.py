"""Writes decks: what their files say of them, and the learner's own options."""

import json
from collections.abc import Mapping
from typing import NamedTuple
from uuid import UUID, uuid5

from overmorrow.errors import FileError, NotFoundError
from overmorrow.store.database import Database
from overmorrow.store.deck_names import IS_GONE, LEVEL, ancestors

_NAMESPACE = UUID("44c3dcfd-b8d2-4138-8d4c-b4407b87cc9b")
"""Never changes: a deck of one name has one id on every machine."""
_COLUMNS = "name, title, lang, source, file"
_INSERT = f"INSERT INTO deck (uid, position, hlc, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
_UPDATE = "UPDATE deck SET title = ?, lang = ?, source = ?, file = ?, hlc = ? WHERE name = ?"
_GONE = f"SELECT hlc FROM deck WHERE name = ? AND {IS_GONE}"
_REVIVE = "UPDATE deck SET hlc = ? WHERE name = ?"
_REST_AGAIN = """
    UPDATE deck SET hlc = ? WHERE name = ? AND hlc = ?
      AND NOT EXISTS (SELECT 1 FROM note WHERE deck_id = deck.id AND vanished = 0)"""
_REVIVED = "revived"
"""In a batch: decks that it showed again, each with the log time it had before."""
_REMOVE = """
    DELETE FROM deck WHERE name = ?1 AND options IS NULL AND (hlc = ?2 OR name = ?3 AND NOT EXISTS (
        SELECT 1 FROM batch WHERE batch.hlc > ?2 AND undone = 0 AND instr(summary, ?4)))"""
"""Not a deck that something later names and that stands, whatever time it bears: a name
that was given and taken back has left its own."""
_FORGET_FILE = "DELETE FROM deck_file WHERE deck_id = (SELECT id FROM deck WHERE name = ?)"
_IS_USED = """
    SELECT EXISTS (SELECT 1 FROM note WHERE deck_id = deck.id)
        OR EXISTS (SELECT 1 FROM deck AS below
                   WHERE substr(below.name, 1, length(deck.name) + 2) = deck.name || '::')
    FROM deck WHERE name = ?"""
_MOST_ABOVE = 100
_LONGEST_TOLD = 60


class DeckHead(NamedTuple):
    """What a deck file says of its deck."""

    name: str
    title: str = ""
    lang: str = ""
    source: str = ""
    file: str = ""
    """The file's path or name, to find it again."""


def head_of(database: Database, name: str) -> DeckHead | None:
    """Return what is known of a deck, or None."""
    row = database.row(f"SELECT {_COLUMNS} FROM deck WHERE name = ?", (name,))
    return DeckHead(*row) if row else None


def put_deck(database: Database, head: DeckHead, hlc: int, *, revives: bool = True) -> int:
    """Write a deck, and those above it where they are missing, inside a transaction.

    Args:
        database: Where.
        head: What the deck's file says of it.
        hlc: When.
        revives: Whether decks that were set aside show again.

    Returns:
        The deck's id.

    Raises:
        FileError: It has too many levels.
    """
    make_parents(database, head.name, hlc, revives=revives)
    known = head_of(database, head.name)
    if known is None:
        return _insert(database, head, hlc)
    if known != head:
        database.connection.execute(_UPDATE, (*head[1:], hlc, head.name))
    if revives:
        _revive(database, head.name, hlc)
    return deck_id_of(database, head.name)


def make_parents(database: Database, name: str, hlc: int, *, revives: bool = True) -> None:
    """Write the decks above one where they are missing or set aside, inside a transaction.

    Raises:
        FileError: They are more than anybody's; each would be written out in full.
    """
    if name.count(LEVEL) > _MOST_ABOVE:
        raise FileError("store.deck_too_deep", deck=name[:_LONGEST_TOLD], most=_MOST_ABOVE)
    for above in ancestors(name):
        if head_of(database, above) is None:
            _insert(database, DeckHead(above, title=above.rpartition(LEVEL)[2]), hlc)
        if revives:
            _revive(database, above, hlc)


def _revive(database: Database, name: str, hlc: int) -> None:
    """Show a deck again that was set aside, and let the batch of that time tell of it."""
    before = database.number(_GONE, (name,))
    if before is None:
        return
    database.connection.execute(_REVIVE, (hlc, name))
    row = database.row("SELECT id, summary FROM batch WHERE hlc = ?", (hlc,))
    if row is not None:
        told = json.loads(row[1])
        told.setdefault(_REVIVED, {})[name] = before
        text = json.dumps(told, ensure_ascii=False)
        database.connection.execute("UPDATE batch SET summary = ? WHERE id = ?", (text, row[0]))


def rest_again(database: Database, hlc: int) -> None:
    """Set the decks aside again that the batch of a time showed, inside a transaction."""
    text = database.value("SELECT summary FROM batch WHERE hlc = ?", (hlc,))
    revived: Mapping[str, int] = json.loads(str(text)).get(_REVIVED, {})
    rows = [(before, name, hlc) for name, before in revived.items()]
    database.connection.executemany(_REST_AGAIN, rows)


def deck_uid(name: str) -> str:
    """Return the id of a deck of a name, the same on every machine."""
    return str(uuid5(_NAMESPACE, name))


def _insert(database: Database, head: DeckHead, hlc: int) -> int:
    position = database.number("SELECT coalesce(max(position) + 1, 0) FROM deck")
    values = (deck_uid(head.name), position, hlc, *head)
    return database.connection.execute(_INSERT, values).lastrowid or 0


def take_deck_back(database: Database, name: str, before: DeckHead | None, hlc: int) -> None:
    """Undo `put_deck`, inside a transaction; a deck with notes or decks below it stays.

    Args:
        database: Where.
        name: The deck.
        before: What was known of it before; None when it was not there.
        hlc: The log time of what is undone: what changed later stays as well.
    """
    if before is not None:
        undo = f"{_UPDATE} AND hlc = ?"
        database.connection.execute(undo, (*before[1:], hlc, name, hlc))
        return
    for each in (name, *reversed(ancestors(name))):
        if database.value(_IS_USED, (each,)) == 0:
            database.connection.execute(_FORGET_FILE, (each,))
            told = json.dumps(name, ensure_ascii=False)
            database.connection.execute(_REMOVE, (each, hlc, name, told))


def forget_parents(database: Database, name: str, hlc: int) -> None:
    """Remove the decks above one that were written at a time and are not used, in a transaction."""
    for above in reversed(ancestors(name)):
        if database.value(_IS_USED, (above,)) == 0:
            database.connection.execute(_REMOVE, (above, hlc, "", ""))


def put_limits(database: Database, limits: Mapping[str, str]) -> None:
    """Give decks the learner's own options from elsewhere, where they have none, in a transaction.

    Args:
        database: Where.
        limits: JSON by the decks' names.
    """
    sql = "UPDATE deck SET options = ? WHERE name = ? AND options IS NULL"
    database.connection.executemany(sql, [(text, name) for name, text in limits.items()])


def take_limits_back(database: Database, limits: Mapping[str, str]) -> None:
    """Undo `put_limits`, inside a transaction; what was changed since stays."""
    sql = "UPDATE deck SET options = NULL WHERE options = ? AND name = ?"
    database.connection.executemany(sql, [(text, name) for name, text in limits.items()])


def deck_id_of(database: Database, name: str) -> int:
    """Return the id of a deck.

    Raises:
        NotFoundError: There is no such deck.
    """
    found = database.number("SELECT id FROM deck WHERE name = ?", (name,))
    if found is None:
        raise NotFoundError("store.no_deck", deck=name)
    return found

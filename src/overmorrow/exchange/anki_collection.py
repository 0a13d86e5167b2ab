"""Reads an Anki collection: the SQLite file with a learner's notes, cards and reviews.

It is somebody else's file: it is opened for reading only, nothing that stands in
it is run, and what does not fit is left out and told.
"""

import os
import sqlite3
import time
from collections.abc import Mapping
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple

from overmorrow.cards.note_type import NoteType
from overmorrow.cards.problem import Problem
from overmorrow.errors import FileError
from overmorrow.exchange.anki_note_types import as_json, json_object
from overmorrow.exchange.anki_orphans import (
    CARD_COLUMNS,
    NOTE_COLUMNS,
    REVIEW_COLUMNS,
    CardRow,
    NoteRow,
    ReviewRow,
    cards_with_notes,
    deck_names_of,
    note_types_of,
    problem,
    reviews_with_cards,
)
from overmorrow.exchange.anki_schema18 import (
    Json,
    decks_json,
    field_json,
    note_type_json,
    options_json,
    template_json,
)

LARGEST_COLLECTION = 1 << 30
"""Bytes."""
LARGEST_VALUE = 1 << 26
"""Bytes of one cell; no note comes near."""
LONGEST_READING_S = 60.0

_SQLITE = b"SQLite format 3\x00"
_NEEDED = frozenset({"col", "notes", "cards"})
_SINCE_SCHEMA_14 = frozenset({"config", "deck_config"})
_SINCE_SCHEMA_15 = frozenset({"decks", "notetypes", "fields", "templates"})
_STEPS_BETWEEN_LOOKS = 100_000
_STEPS = (0, 2)
"""Reviews of cards being learned, and learned again."""
_UNDECODABLE = "Could not decode"
_LAST_SECOND = 1 << 35
"""In the year 3058; a collection that was begun later is damaged."""
_MINUTES_OF_A_DAY = 24 * 60
_EMPTY = {"integer": "0", "text": "''", "blob": "x''"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """Everything of a collection that was read, its rows as they stand there."""

    created: int
    """Epoch seconds; review cards are due so many days after it."""
    creation_offset_min: int | None
    """Minutes west of UTC of the learner who made it, if that is known."""
    notes: list[NoteRow]
    """`NOTE_COLUMNS`; fields are parted by U+001F."""
    cards: list[CardRow]
    """`CARD_COLUMNS`; each belongs to a note."""
    revlog: list[ReviewRow]
    """`REVIEW_COLUMNS`; each belongs to a card."""
    note_types: Mapping[int, NoteType]
    """By id; every note has one."""
    decks: Mapping[int, str]
    """Names by id, levels parted by `::`; every card has one, also a home deck."""
    conf: str = "{}"
    """The collection's settings, JSON as in Anki's schema 11; so are the next two."""
    deck_settings: str = "{}"
    deck_options: str = "{}"
    problems: tuple[Problem, ...] = ()


def read_collection(path: str, name: str) -> Collection:
    """Read a collection of Anki's schema 11 to 18.

    Args:
        path: The SQLite file; it is neither changed nor locked.
        name: What to call the file in an error.

    Raises:
        FileError: It is no collection, or damaged, or takes too long to read.
    """
    _check_outside(path, name)
    until = time.monotonic() + LONGEST_READING_S
    try:
        with closing(_opened(path)) as connection:
            connection.set_progress_handler(lambda: time.monotonic() > until, _STEPS_BETWEEN_LOOKS)
            return _read_in_any_case(connection, name)
    except sqlite3.DataError as error:
        most = LARGEST_VALUE >> 20
        raise FileError("anki.value_too_large", name=name, most=most) from error
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", 0) != sqlite3.SQLITE_INTERRUPT:
            raise FileError("anki.damaged", name=name) from error
        if time.monotonic() <= until:
            # SQLite calls us between its steps and swallows what we raise there.
            raise KeyboardInterrupt from error
        raise FileError("anki.too_slow", name=name, seconds=int(LONGEST_READING_S)) from error
    except ValueError as error:
        raise FileError("anki.damaged", name=name) from error


def _check_outside(path: str, name: str) -> None:
    """Look at the file before SQLite does."""
    if os.path.getsize(path) > LARGEST_COLLECTION:
        raise FileError("anki.too_large", name=name, most=LARGEST_COLLECTION >> 20)
    with open(path, "rb") as file:
        start = file.read(len(_SQLITE))
    if start != _SQLITE:
        raise FileError("anki.not_collection", name=name)


def _opened(path: str) -> sqlite3.Connection:
    uri = Path(os.path.abspath(path)).as_uri() + "?mode=ro&immutable=1"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LARGEST_VALUE)
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    connection.create_collation("unicase", lambda a, b: (a > b) - (a < b))
    return connection


def _read_in_any_case(connection: sqlite3.Connection, name: str) -> Collection:
    """Read it strictly, which is fast; where a text is not UTF-8, again with it replaced."""
    try:
        return _read(connection, name)
    except sqlite3.OperationalError as error:
        if not str(error).startswith(_UNDECODABLE):
            raise
    replaced: list[str] = []

    def decoded(data: bytes) -> str:
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            replaced.append(data.decode("utf-8", "replace"))
            return replaced[-1]

    connection.text_factory = decoded
    collection = _read(connection, name)
    told = problem("anki.text_replaced", replaced)
    return replace(collection, problems=(told, *collection.problems))


def _read(connection: sqlite3.Connection, name: str) -> Collection:
    tables = _tables(connection)
    if not tables >= _NEEDED:
        raise FileError("anki.no_tables", name=name, tables=", ".join(sorted(_NEEDED - tables)))
    problems: list[Problem] = []
    settings = _settings(connection, tables, problems)
    notes: list[NoteRow] = _rows(connection, "notes", NOTE_COLUMNS)
    cards: list[CardRow] = _rows(connection, "cards", CARD_COLUMNS)
    revlog: list[ReviewRow] = []
    if "revlog" in tables:
        revlog = _rows(connection, "revlog", REVIEW_COLUMNS)
    if settings.conf.get("schedVer", 1) == 1:
        revlog = list(map(_in_four_ratings, revlog))
    cards = cards_with_notes(cards, notes, problems)
    return Collection(
        created=settings.created,
        creation_offset_min=_offset(settings.conf),
        notes=notes,
        cards=cards,
        revlog=reviews_with_cards(revlog, cards, problems),
        note_types=note_types_of(settings.models, notes, problems),
        decks=deck_names_of(settings.decks, cards, problems),
        conf=as_json(settings.conf),
        deck_settings=as_json(settings.decks),
        deck_options=as_json(settings.options),
        problems=tuple(problems),
    )


def _in_four_ratings(review: ReviewRow) -> ReviewRow:
    """Return a review of Anki's first scheduler as Anki itself brings it up to date.

    While a card was learned there was no "hard": 2 was good, and 3 was easy.
    """
    rating, kind = review[2], review[7]
    if kind in _STEPS and rating in (2, 3):
        return (*review[:2], rating + 1, *review[3:])
    return review


def _tables(connection: sqlite3.Connection) -> set[str]:
    """Return which tables there are; a view or a virtual table, which runs code, is none."""
    rows = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0"
    )
    return {name for (name,) in rows}


class _Settings(NamedTuple):
    """What stands in the one row of `col`, or in tables of its own since."""

    created: int
    conf: Json
    models: Mapping[str, object]
    decks: Mapping[str, object]
    options: Mapping[str, object]


def _settings(
    connection: sqlite3.Connection, tables: set[str], problems: list[Problem]
) -> _Settings:
    columns = "crt conf:text models:text decks:text dconf:text"
    rows = _rows(connection, "col", columns)
    if not rows:
        raise ValueError("col")
    created, *texts = rows[0]
    if not 0 <= created < _LAST_SECOND:
        problems.append(problem("anki.no_beginning", ()))
        created = 0
    conf, models, decks, options = (_readable(text, problems) for text in texts)
    if tables >= _SINCE_SCHEMA_14:
        conf = _config(connection)
        columns = "id name:text mtime_secs usn config:blob"
        options = dict(options_json(_rows(connection, "deck_config", columns)))
    if tables >= _SINCE_SCHEMA_15:
        columns = "id name:text mtime_secs usn common:blob kind:blob"
        decks = dict(decks_json(_rows(connection, "decks", columns)))
        models = _models(connection)
    return _Settings(created, conf, models, _objects(decks), _objects(options))


def _readable(text: str, problems: list[Problem]) -> Json:
    """Return the settings that a text holds; none if it is damaged, which is told."""
    try:
        return json_object(text or "{}")
    except ValueError:
        problems.append(problem("anki.settings_damaged", ()))
        return {}


def _objects(found: Json) -> Json:
    """Return those of the values that are objects."""
    return {key: value for key, value in found.items() if isinstance(value, dict)}


def _config(connection: sqlite3.Connection) -> Json:
    found: Json = {}
    for key, value in _rows(connection, "config", "key:text val:text"):
        with suppress(ValueError):
            found |= json_object(f"{{{as_json(key)}:{value}}}")
    return found


def _models(connection: sqlite3.Connection) -> Json:
    """Return the note types of the newer tables as the older JSON has them."""
    fields: dict[int, list[Json]] = {}
    for owner, *field in _rows(connection, "fields", "ntid ord name:text config:blob"):
        fields.setdefault(owner, []).append(field_json(*field))
    templates: dict[int, list[Json]] = {}
    for owner, *side in _rows(connection, "templates", "ntid ord name:text config:blob"):
        templates.setdefault(owner, []).append(template_json(*side))
    rows = _rows(connection, "notetypes", "id name:text mtime_secs usn config:blob")
    return {
        str(row[0]): note_type_json(row, fields.get(row[0], []), templates.get(row[0], []))
        for row in rows
    }


def _rows(connection: sqlite3.Connection, table: str, columns: str) -> list[Any]:
    """Return a table's rows, each value of the type it should have: SQLite keeps any.

    Args:
        connection: The collection.
        table: One of the tables we know.
        columns: Their names; after a colon the type, if it is not a whole number.
    """
    wanted = []
    for column in columns.split():
        name, _, kind = column.partition(":")
        kind = kind or "integer"
        wanted.append(f"ifnull(CAST({name} AS {kind}), {_EMPTY[kind]})")
    query = f"SELECT {', '.join(wanted)} FROM {table}"  # noqa: S608 - our own names
    return connection.execute(query).fetchall()


def _offset(conf: Json) -> int | None:
    offset = conf.get("creationOffset")
    if isinstance(offset, int) and abs(offset) <= _MINUTES_OF_A_DAY:
        return offset
    return None

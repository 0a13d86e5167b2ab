"""One line that says whether two collections hold the same, however each came to it."""

from hashlib import sha256

from overmorrow.store.cache import STATE_COLUMNS
from overmorrow.store.database import Database
from overmorrow.store.events import ALL_COLUMNS
from overmorrow.store.note_rows import NOTE_COLUMNS

_IN_DECK = "{table} JOIN deck ON deck.id = {table}.deck_id"
_PARTS = (
    ("event", ALL_COLUMNS, "event", "id"),
    (
        "note",
        f"uid, deck.name, note.position, vanished, {NOTE_COLUMNS}, note.hlc",
        _IN_DECK.format(table="note"),
        "note.uid",
    ),
    (
        "card",
        f"uid, key, deck.name, card.position, vanished, {STATE_COLUMNS}",
        _IN_DECK.format(table="card"),
        "card.uid",
    ),
    ("deck", "name, title, lang, source, options, hlc", "deck", "name"),
    (
        "day_tally",
        "deck.name, study_day, kind, quality, answers, answer_ms",
        _IN_DECK.format(table="day_tally"),
        "deck.name, study_day, kind, quality",
    ),
    (
        "hour_tally",
        "deck.name, study_day, hour, answers, recalled",
        _IN_DECK.format(table="hour_tally"),
        "deck.name, study_day, hour",
    ),
    (
        "histogram",
        "deck.name, measure, value, cards",
        _IN_DECK.format(table="histogram"),
        "deck.name, measure, value",
    ),
    ("note_type", "uid, name, content, hlc", "note_type", "uid"),
    ("media", "name, sha256, size, hlc", "media", "name"),
    ("kept", "name, content, hlc", "kept", "name"),
    ("tombstone", "uid, kind, hlc", "tombstone", "uid"),
)
"""Table, columns, where they are from, and their order, which no row id has a part in."""


def state_hash(database: Database) -> str:
    """Return a hash of everything that is equal once two collections have taken each other in.

    Row ids, batches, histories of texts, paths and the name of this copy have no
    part in it.

    Returns:
        SHA-256 as hexadecimal digits.

    Raises:
        DatabaseError: The file cannot be read.
    """
    found = sha256()
    with database.snapshot():
        for table, columns, source, order in _PARTS:
            found.update(f"{table}\n".encode())
            line = _line(database, table, columns.split(", "))
            for (text,) in database.each(f"SELECT {line} FROM {source} ORDER BY {order}"):
                found.update(f"{text}\n".encode())
    return found.hexdigest()


def _line(database: Database, table: str, columns: list[str]) -> str:
    """Return an expression that writes a row as one text; numbers need no quotes."""
    sql = "SELECT name FROM pragma_table_info(?) WHERE type = 'INTEGER'"
    numbers = {row[0] for row in database.rows(sql, (table,))}
    values = []
    for column in columns:
        name = column if "." in column else f"{table}.{column}"
        values.append(name if column.rpartition(".")[2] in numbers else f"quote({name})")
    return f"printf('{','.join(['%s'] * len(values))}', {', '.join(values)})"

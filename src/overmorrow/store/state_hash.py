"""One line that says whether two collections hold the same, however each came to it."""

from hashlib import sha256

from overmorrow.store.cache import STATE_COLUMNS
from overmorrow.store.database import Database
from overmorrow.store.events import ALL_COLUMNS
from overmorrow.store.note_rows import NOTE_COLUMNS
from overmorrow.store.sources import SOURCE_COLUMNS, SPAN_COLUMNS

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
        "deck.name, study_day, kind, quality, interval_step, answers, answer_ms",
        _IN_DECK.format(table="day_tally"),
        "deck.name, study_day, kind, quality, interval_step",
    ),
    (
        "hour_tally",
        "deck.name, study_day, hour, answers, recalled, reviews, reviews_recalled",
        _IN_DECK.format(table="hour_tally"),
        "deck.name, study_day, hour",
    ),
    (
        "choice_tally",
        "deck.name, study_day, proposed, choice_tally.quality, answers",
        _IN_DECK.format(table="choice_tally"),
        "deck.name, study_day, proposed, choice_tally.quality",
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
    ("source", f"uid, {', '.join(SOURCE_COLUMNS)}, hlc", "source", "uid"),
    ("note_source", f"note_uid, {', '.join(SPAN_COLUMNS)}, hlc", "note_source", "note_uid"),
    ("dropped_proposal", "source_uid, proposal, hlc", "dropped_proposal", "source_uid, proposal"),
    ("saved_search", "name, text, hlc", "saved_search", "name"),
    ("kept_apart", "note_uid, hlc", "kept_apart", "note_uid"),
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

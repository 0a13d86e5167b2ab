"""Takes in another collection's decks, note types and all else that has one value by name."""

import json
from collections.abc import Mapping

from overmorrow.store.database import Database
from overmorrow.store.deck_names import LEVEL
from overmorrow.store.deck_rows import DeckHead, put_deck
from overmorrow.store.sources import SOURCE_COLUMNS, SPAN_COLUMNS

_BY_NAME = (
    ("note_type", "uid", ("hlc", "name", "content")),
    ("kept", "name", ("hlc", "content")),
    ("media", "name", ("hlc", "sha256", "size")),
    ("tombstone", "uid", ("hlc", "kind")),
    ("source", "uid", ("hlc", *SOURCE_COLUMNS)),
    ("note_source", "note_uid", ("hlc", *SPAN_COLUMNS)),
    ("dropped_proposal", "source_uid, proposal", ("hlc",)),
    ("saved_search", "name", ("hlc", "text")),
    ("kept_apart", "note_uid", ("hlc",)),
)
"""Table, what names a row, and what it says; the greater stays, log time first."""
_OTHER_MEDIA = """
    SELECT name FROM other.media AS theirs JOIN main.media AS ours USING (name)
    WHERE theirs.sha256 <> ours.sha256 ORDER BY name"""
_MISSING = """
    SELECT name, title, lang, source, position, hlc FROM other.deck AS theirs
    WHERE NOT EXISTS (SELECT 1 FROM main.deck AS ours WHERE ours.name = theirs.name)"""
_LATER = """
    UPDATE main.deck SET title = theirs.title, lang = theirs.lang, source = theirs.source,
                         hlc = theirs.hlc
    FROM other.deck AS theirs
    WHERE theirs.name = deck.name
      AND (theirs.hlc, theirs.title, theirs.lang, theirs.source)
        > (deck.hlc, deck.title, deck.lang, deck.source)"""
_OPTIONS = """
    SELECT ours.id, ours.options, theirs.options
    FROM other.deck AS theirs JOIN main.deck AS ours USING (name)
    WHERE theirs.options IS NOT NULL AND theirs.options IS NOT ours.options"""


def contradicted_media(database: Database) -> tuple[str, ...]:
    """Return the names that mean one picture or sound here and another there."""
    return tuple(row[0] for row in database.rows(_OTHER_MEDIA))


def unite_named(database: Database) -> None:
    """Take in note types, media, tombstones, articles and what is kept, inside a transaction."""
    for table, key, values in _BY_NAME:
        columns = ", ".join((key, *values))
        new = ", ".join(f"excluded.{value}" for value in values)
        setting = ", ".join(f"{value} = excluded.{value}" for value in values)
        database.connection.execute(
            f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM other.{table} WHERE true"
            f" ON CONFLICT ({key}) DO UPDATE SET {setting} WHERE ({new}) > ({', '.join(values)})"
        )


def missing_decks(database: Database) -> dict[DeckHead, int]:
    """Return the decks that only the other has, each with its log time, parents first."""
    rows = sorted(database.rows(_MISSING), key=lambda row: (row[0].count(LEVEL), row[4]))
    return {DeckHead(name, title, lang, source): hlc for name, title, lang, source, _, hlc in rows}


def put_decks(database: Database, missing: Mapping[DeckHead, int]) -> None:
    """Take in decks, inside a transaction: missing ones, and what was written later of others.

    Of two limits that a deck has for a day the larger stays, and a limit beats none:
    nothing says when one was set.
    """
    for head, hlc in missing.items():
        put_deck(database, head, hlc, revives=False)
    database.connection.execute(_LATER)
    for deck_id, ours, theirs in database.rows(_OPTIONS):
        united = unite_options(ours, theirs)
        sql = "UPDATE main.deck SET options = ? WHERE id = ?"
        database.connection.execute(sql, (united, deck_id))


def unite_options(ours: str | None, theirs: str) -> str:
    """Return both decks' options, the larger of each.

    Args:
        ours: As JSON; None for no options.
        theirs: The same.
    """
    united: dict[str, object] = json.loads(ours or "{}")
    for name, value in json.loads(theirs).items():
        if name not in united or _rank(value) > _rank(united[name]):
            united[name] = value
    return json.dumps(united, sort_keys=True)


def _rank(value: object) -> tuple[int, str]:
    return (value if isinstance(value, int) else 0, json.dumps(value, sort_keys=True))

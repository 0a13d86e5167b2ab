"""What comes with decks of other programs: note types, and what only the way back needs."""

import json
from collections.abc import Iterable, Mapping

from overmorrow.cards.note_type import NoteType, Template
from overmorrow.store.database import Database
from overmorrow.store.events import storable

_PUT_TYPE = """
    INSERT INTO note_type (uid, name, content, hlc) VALUES (?, ?, ?, ?)
    ON CONFLICT (uid) DO NOTHING"""
_PUT = """
    INSERT INTO kept (name, content, hlc) VALUES (?, ?, ?)
    ON CONFLICT (name) DO UPDATE SET content = excluded.content, hlc = excluded.hlc"""


def put_note_types(database: Database, note_types: Iterable[NoteType], hlc: int) -> None:
    """Keep note types, inside a transaction; those that are known already cost nothing."""
    rows = [(each.uid, storable(each.name), storable(_content(each)), hlc) for each in note_types]
    database.connection.executemany(_PUT_TYPE, rows)


def _content(note_type: NoteType) -> str:
    content = {
        "is_cloze": note_type.is_cloze,
        "fields": note_type.fields,
        "templates": note_type.templates,
        "css": note_type.css,
        "kept": note_type.kept,
    }
    return json.dumps(content, ensure_ascii=False)


def note_types(database: Database) -> dict[str, NoteType]:
    """Return all note types by their uids."""
    found = {}
    for uid, name, text in database.rows("SELECT uid, name, content FROM note_type ORDER BY uid"):
        content = json.loads(text)
        found[uid] = NoteType(
            name=name,
            is_cloze=content["is_cloze"],
            fields=tuple(content["fields"]),
            templates=tuple(Template(*each) for each in content["templates"]),
            css=content["css"],
            kept=content["kept"],
        )
    return found


def put(database: Database, things: Mapping[str, str], hlc: int) -> None:
    """Keep what only the way back needs, inside a transaction; the newest stays."""
    rows = [(storable(name), storable(content), hlc) for name, content in things.items()]
    database.connection.executemany(_PUT, rows)


def all_kept(database: Database) -> dict[str, str]:
    """Return what is kept, by name."""
    return dict(database.rows("SELECT name, content FROM kept"))

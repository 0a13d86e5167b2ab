"""Writes everything there is of some decks as JSON, so that nothing is lost on the way back.

    {"overmorrow": 1, "decks": […], "note_types": […], "kept": {…},
     "notes": […], "sources": […], "event_columns": […], "events": […], "media": […]}

Each deck, note, article, event and picture stands on its own line. What is empty is left out.
"""

import json
import re
from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from overmorrow.cards.media import MediaFile
from overmorrow.cards.note import Note
from overmorrow.cards.note_type import NoteType
from overmorrow.cards.source import KeptSource
from overmorrow.exchange.outgoing import Sink

VERSION = 1
EVENT_COLUMNS = (
    "id",
    "device",
    "hlc",
    "wall_ms",
    "utc_offset_min",
    "study_day",
    "kind",
    "card_uid",
    "quality",
    "quality_auto",
    "verdict",
    "typed",
    "think_ms",
    "answer_ms",
    "hints",
    "target",
    "payload",
)
"""Of these, ids are written in hexadecimal."""
_PLAIN = Note("")._asdict()
_STEERING = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
_BYTES_AT_ONCE = 3 << 18

Event = tuple[object, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class JsonDeck:
    """A deck as JSON says it."""

    name: str
    title: str = ""
    lang: str = ""
    source: str = ""
    options: str = ""
    """JSON with the learner's own limits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JsonNote:
    """A note as JSON says it."""

    uid: str
    deck: str
    position: int
    note: Note


@dataclass(frozen=True, slots=True, kw_only=True)
class JsonContent:
    """What goes into the file."""

    decks: Sequence[JsonDeck]
    notes: Iterable[JsonNote]
    note_types: Iterable[NoteType] = ()
    kept: Mapping[str, str] | None = None
    events: Iterable[Event] | None = None
    """With all `EVENT_COLUMNS`; none if what was learned stays out."""
    media: Iterable[MediaFile] = ()
    sources: Iterable[KeptSource] = ()


def write_json(file: Sink, content: JsonContent) -> None:
    """Write the content; pictures and sounds make the file a third larger than they are."""
    file.write(f'{{"overmorrow": {VERSION},\n')
    _write_list(file, "decks", map(_deck, content.decks))
    _write_list(file, "note_types", map(_note_type, content.note_types))
    file.write(f'"kept": {_text(dict(sorted((content.kept or {}).items())))},\n')
    _write_list(file, "notes", map(_note, content.notes))
    _write_list(file, "sources", map(_source, content.sources))
    if content.events is not None:
        file.write(f'"event_columns": {_text(EVENT_COLUMNS)},\n')
        _write_list(file, "events", map(_event, content.events))
    _write_media(file, content.media)
    file.write("}\n")


def _write_list(file: Sink, name: str, values: Iterable[object]) -> None:
    file.write(f'"{name}": [')
    file.writelines(f"{',' if place else ''}\n{_text(value)}" for place, value in enumerate(values))
    file.write("],\n")


def _deck(deck: JsonDeck) -> dict[str, str]:
    told = {
        "name": deck.name,
        "title": deck.title,
        "lang": deck.lang,
        "source": deck.source,
        "options": deck.options,
    }
    return {key: value for key, value in told.items() if value}


def _note_type(note_type: NoteType) -> dict[str, object]:
    return {
        "name": note_type.name,
        "is_cloze": note_type.is_cloze,
        "fields": note_type.fields,
        "templates": note_type.templates,
        "css": note_type.css,
        "kept": note_type.kept,
    }


def _note(told: JsonNote) -> dict[str, object]:
    place = {"uid": told.uid, "deck": told.deck, "position": told.position}
    return place | note_values(told.note)


def note_values(note: Note) -> dict[str, object]:
    """Return what a note says, by the names of its parts; what is empty is left out."""
    return {key: value for key, value in note._asdict().items() if value != _PLAIN[key]}


def _source(kept: KeptSource) -> dict[str, object]:
    told = {"spans": kept.spans, "dropped": kept.dropped}
    return kept.source._asdict() | {key: value for key, value in told.items() if value}


def _event(event: Event) -> list[object]:
    return [value.hex() if isinstance(value, bytes) else value for value in event]


def _write_media(file: Sink, media: Iterable[MediaFile]) -> None:
    file.write('"media": [')
    for place, each in enumerate(media):
        head = _text({"name": each.name, "size": each.size, "sha1": each.sha1})
        file.write(f'{"," if place else ""}\n{head[:-1]}, "data": "')
        with each.open() as source:
            while data := source.read(_BYTES_AT_ONCE):
                file.write(b64encode(data).decode())
        file.write('"}')
    file.write("]")


def _text(value: object) -> str:
    """Return a value as JSON that can be shown on a terminal: what would steer it is escaped."""
    written = json.dumps(value, ensure_ascii=False)
    return _STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", written)

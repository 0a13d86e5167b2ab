"""Reads the JSON that `json_writing` writes: decks with everything there is of them."""

import io
import json
import re
from base64 import b64decode
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any

from overmorrow.cards.cloze import GapError, read_gaps
from overmorrow.cards.deck import Deck
from overmorrow.cards.face import Face
from overmorrow.cards.list_item import ListItem
from overmorrow.cards.media import MediaFile
from overmorrow.cards.note import AnswerType, Note
from overmorrow.cards.note_type import NoteType, Template
from overmorrow.cards.origin import Origin
from overmorrow.cards.parsed_file import Detected, ParsedFile
from overmorrow.cards.problem import ParsedDeck
from overmorrow.cards.source import KeptSource, Source, Span
from overmorrow.cards.text import clean
from overmorrow.errors import FileError
from overmorrow.exchange.anki_media import is_safe_name
from overmorrow.exchange.json_writing import EVENT_COLUMNS, VERSION, Event

_OURS = re.compile(r'\s*\{\s*"overmorrow"\s*:')
_IDS = frozenset(EVENT_COLUMNS.index(name) for name in ("id", "card_uid", "target"))
_NUMBERS = frozenset(
    EVENT_COLUMNS.index(name)
    for name in (
        *("hlc", "wall_ms", "utc_offset_min", "study_day", "quality", "quality_auto"),
        *("think_ms", "answer_ms", "hints"),
    )
)
_NEEDED = frozenset(range(7))
_LARGEST = 1 << 62


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnFile(ParsedFile):
    """A file of ours, with what other formats cannot say."""

    places: tuple[tuple[tuple[str, int], ...], ...] = ()
    """Of each deck's notes, in their order: the uid and the position."""
    options: Mapping[str, str] = field(default_factory=dict)
    """The learner's own limits by the decks' names, as JSON."""
    events: tuple[Event, ...] = ()
    """What was learned, with all `EVENT_COLUMNS`; ids are bytes."""
    sources: tuple[KeptSource, ...] = ()
    """Articles that notes were made from."""


def is_own_json(text: str) -> bool:
    """Whether a text is JSON that we wrote."""
    return _OURS.match(text.removeprefix("\ufeff")) is not None


def parse_own_json(text: str, file_name: str) -> OwnFile:
    """Read JSON that we wrote.

    Raises:
        FileError: It is damaged, or of a newer version.
    """
    try:
        told = json.loads(text.removeprefix("\ufeff"))
        version = told["overmorrow"]
        if isinstance(version, int) and version > VERSION:
            raise FileError("exporting.newer_json", name=file_name, found=version, known=VERSION)
        return _file(told)
    except json.JSONDecodeError as error:
        raise FileError("exchange.bad_json", name=file_name, line=error.lineno) from None
    except (AttributeError, KeyError, TypeError, ValueError, RecursionError) as error:
        what = clean(f"{type(error).__name__}: {error}").replace("\n", " ")[:120]
        raise FileError("exporting.damaged_json", name=file_name, what=what) from None


def _file(told: Mapping[str, Any]) -> OwnFile:
    notes: dict[str, list[Note]] = {}
    places: dict[str, list[tuple[str, int]]] = {}
    heads = {_text(deck["name"]): deck for deck in told.get("decks", ())}
    for each in told.get("notes", ()):
        deck = _text(each["deck"])
        notes.setdefault(deck, []).append(read_note(each))
        places.setdefault(deck, []).append((_raw(each["uid"]), _number(each["position"])))
    names = list({**heads, **notes})
    return OwnFile(
        decks=tuple(_deck(name, heads.get(name, {}), notes.get(name, [])) for name in names),
        detected=Detected(format="overmorrow_json", has_schedules="events" in told),
        note_types=tuple(_note_type(each) for each in told.get("note_types", ())),
        media=tuple(_media(each) for each in told.get("media", ())),
        kept={_text(name): _text(value) for name, value in told.get("kept", {}).items()},
        places=tuple(tuple(places.get(name, ())) for name in names),
        options={
            name: _text(deck["options"]) for name, deck in heads.items() if deck.get("options")
        },
        events=tuple(_event(each) for each in told.get("events", ())),
        sources=tuple(_source(each) for each in told.get("sources", ())),
    )


def _deck(name: str, head: Mapping[str, Any], notes: list[Note]) -> ParsedDeck:
    title, lang, source = (_text(head.get(key, "")) for key in ("title", "lang", "source"))
    deck = Deck(name=name, title=title, lang=lang, source=source, notes=tuple(notes))
    return ParsedDeck(deck=deck, lines=(1,) * len(notes))


def read_note(told: Mapping[str, Any]) -> Note:
    """Return the note that `note_values` was made of.

    Raises:
        TypeError: A part is not what it should be.
        ValueError: It cannot be a note.
    """
    values = {name: read(told[name]) for name, read in _READERS.items() if name in told}
    note = Note(**values)
    if not note.prompt.strip():
        raise ValueError("prompt")
    if note.is_cloze and not note.faces and not note.note_type:
        try:
            read_gaps(note.prompt)
        except GapError as error:
            raise ValueError("gaps") from error
    return note


def _face(told: list[Any]) -> Face:
    key, prompt, answer, graded, aliases, answer_type, deck = told
    return Face(
        _raw(key),
        _text(prompt),
        _text(answer),
        _text(graded),
        _texts(aliases),
        _text(answer_type),
        _text(deck),
    )


def _origin(told: list[Any]) -> Origin:
    note_id, modified, flags, data, cards = told
    pairs = tuple((_number(card_id), _number(due)) for card_id, due in cards)
    return Origin(_number(note_id), _number(modified), _number(flags), _raw(data), pairs)


def _item(told: list[Any]) -> ListItem:
    text, aliases = told
    return ListItem(_text(text), _texts(aliases))


def _note_type(told: Mapping[str, Any]) -> NoteType:
    return NoteType(
        name=_raw(told["name"]),
        is_cloze=_flag(told["is_cloze"]),
        fields=_raws(told["fields"]),
        templates=tuple(Template(*_raws(each)) for each in told["templates"]),
        css=_raw(told["css"]),
        kept=_raw(told["kept"]),
    )


def _media(told: Mapping[str, Any]) -> MediaFile:
    name, data = _raw(told["name"]), b64decode(_raw(told["data"]), validate=True)
    if not is_safe_name(name):
        raise ValueError("media name")
    return MediaFile(name=name, size=len(data), open=partial(io.BytesIO, data))


def _source(told: Mapping[str, Any]) -> KeptSource:
    title, author, lang, name = (_text(told[key]) for key in ("title", "author", "lang", "name"))
    text, day = _raw(told["text"]), _number(told["day"])
    if text != clean(text) or not 0 <= day <= date.max.toordinal():
        raise ValueError("article")
    spans = {_raw(uid): _span(span) for uid, span in told.get("spans", {}).items()}
    if not all(span.fits(text) for span in spans.values()):
        raise ValueError("place in an article")
    source = Source(title, author, day, lang, name, text)
    return KeptSource(source=source, spans=spans, dropped=_raws(told.get("dropped", [])))


def _span(told: list[Any]) -> Span:
    proposal, *places = told
    return Span(_raw(proposal), *map(_number, places))


def _event(told: list[Any]) -> Event:
    if len(told) != len(EVENT_COLUMNS):
        raise ValueError("event")
    return tuple(_event_value(place, value) for place, value in enumerate(told))


def _event_value(place: int, value: object) -> object:
    if value is None and place not in _NEEDED:
        return None
    if place in _IDS:
        return bytes.fromhex(_raw(value))
    return _number(value) if place in _NUMBERS else _raw(value)


def _text(value: object) -> str:
    """Return a text that is safe to keep and to show."""
    return clean(_raw(value))


def _raw(value: object) -> str:
    """Return a text as it is, but for halves of characters and NUL."""
    if not isinstance(value, str):
        raise TypeError("not a text")
    if value.isascii() and "\0" not in value:
        return value
    return value.encode("utf-8", "replace").decode("utf-8").replace("\0", "")


def _texts(value: list[Any]) -> tuple[str, ...]:
    return tuple(_text(each) for each in _listed(value))


def _raws(value: list[Any]) -> tuple[str, ...]:
    return tuple(_raw(each) for each in _listed(value))


def _listed(value: object) -> Sequence[Any]:
    if not isinstance(value, list | tuple):
        raise TypeError("not a list")
    return value


def _number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or abs(value) > _LARGEST:
        raise TypeError("not a whole number")
    return value


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError("not true or false")
    return value


_READERS: Mapping[str, Callable[[Any], Any]] = {
    "prompt": _text,
    "answer": _text,
    "is_cloze": _flag,
    "answer_type": AnswerType,
    "aliases": _texts,
    "items": lambda value: tuple(_item(each) for each in _listed(value)),
    "wrong_choices": _texts,
    "both": _flag,
    "hint": _text,
    "remark": _text,
    "source": _text,
    "section": _text,
    "tags": _texts,
    "case_sensitive": _flag,
    "suspended": _flag,
    "file_id": _raw,
    "faces": lambda value: tuple(_face(each) for each in _listed(value)),
    "note_type": _raw,
    "fields": _raws,
    "origin": _origin,
}

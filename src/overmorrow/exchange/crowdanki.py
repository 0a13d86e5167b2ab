"""Decks shared as CrowdAnki does: one JSON file with decks in decks, notes and their note types."""

import os
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any, BinaryIO

from overmorrow.cards.media import MediaFile
from overmorrow.cards.note import Note
from overmorrow.cards.note_type import NoteType
from overmorrow.cards.parsed_file import Detected, ParsedFile
from overmorrow.cards.text import clean
from overmorrow.errors import FileError
from overmorrow.exchange.anki_faces import CompiledType, compiled
from overmorrow.exchange.anki_media import is_safe_name
from overmorrow.exchange.anki_note_types import json_object, note_type_of, numbered_note_type
from overmorrow.exchange.gathering import Gathering
from overmorrow.exchange.nesting import DEEPEST, too_deep

_LEVELS = "::"
_MEDIA_FOLDER = "media"

Json = Mapping[str, Any]


def is_crowdanki(text: str) -> bool:
    """Whether a JSON text looks like such a deck."""
    return '"note_models"' in text and '"notes"' in text and text.lstrip("\ufeff \t\r\n")[:1] == "{"


def parse_crowdanki(text: str, file_name: str, folder: str = "") -> ParsedFile:
    """Read the decks of a file; it holds no schedule, so all cards are new.

    Args:
        text: The JSON.
        file_name: Its name without the ending, for a deck that has none.
        folder: Where the file stands, its pictures and sounds beside it;
            empty if it stands nowhere.

    Raises:
        FileError: It is no JSON object, or its decks nest too deeply.
    """
    try:
        top = json_object(text.removeprefix("\ufeff"))
    except ValueError:
        raise FileError("exchange.bad_json", name=file_name, line=1) from None
    decks = list(_decks(top, file_name))
    types = _Types(decks)
    gathering = Gathering(decks[0][0])
    line = 0
    for name, deck in decks:
        for entry in _listed(deck, "notes"):
            line += 1
            note = _note(entry, name, types)
            if note:
                gathering.add(line, note, name)
            else:
                gathering.refuse(line, "anki_faces.no_note", name)
    types.tell(gathering)
    return ParsedFile(
        decks=gathering.decks(),
        detected=Detected(format="crowdanki"),
        note_types=types.all(),
        media=tuple(_media(decks, folder)) if folder else (),
    )


def _decks(top: Json, file_name: str) -> Iterator[tuple[str, Json]]:
    """Yield each deck with its whole name, a parent before its children.

    Raises:
        FileError: They nest too deeply.
    """
    waiting: list[tuple[str, Json]] = [("", top)]
    while waiting:
        parent, deck = waiting.pop()
        own = _text(deck, "name").strip() or file_name
        name = own if not parent or own.startswith(parent + _LEVELS) else parent + _LEVELS + own
        if name.count(_LEVELS) > DEEPEST:
            raise too_deep()
        yield name, deck
        waiting += [(name, child) for child in reversed(_listed(deck, "children"))]


def _note(entry: Json, deck: str, types: "_Types") -> Note | None:
    """Return a note with its cards; None if it has no fields."""
    fields = entry.get("fields")
    if not isinstance(fields, list) or not any(isinstance(field, str) for field in fields):
        return None
    texts = tuple(field if isinstance(field, str) else "" for field in fields)
    words = entry.get("tags")
    listed = words if isinstance(words, list) else ()
    tags = tuple(clean(word).strip() for word in listed if isinstance(word, str))
    makes = types.of(_text(entry, "note_model_uuid"), len(texts))
    faces = makes.faces(texts, tags, deck, None)
    return Note(
        prompt=faces[0].prompt,
        answer=faces[0].answer,
        is_cloze=makes.note_type.is_cloze,
        tags=tuple(tag for tag in tags if tag),
        file_id=clean(_text(entry, "guid")).strip(),
        faces=faces,
        note_type=makes.note_type.uid,
        fields=texts,
    )


class _Types:
    """The note types of a file, and those made up for notes whose own is missing."""

    def __init__(self, decks: list[tuple[str, Json]]) -> None:
        self._known: dict[str, CompiledType] = {}
        for _, deck in decks:
            for model in _listed(deck, "note_models"):
                note_type = note_type_of(model)
                if note_type:
                    self._known.setdefault(_text(model, "crowdanki_uuid"), compiled(note_type))
        self._numbered: dict[int, CompiledType] = {}
        self._without = 0

    def of(self, uuid: str, width: int) -> CompiledType:
        """Return a note's type, or one with so many numbered fields."""
        found = self._known.get(uuid)
        if found and found.note_type.templates:
            return found
        self._without += 1
        if width not in self._numbered:
            self._numbered[width] = compiled(numbered_note_type(width, width))
        return self._numbered[width]

    def all(self) -> tuple[NoteType, ...]:
        """Return every note type, also those that no note has."""
        return tuple(each.note_type for each in (*self._known.values(), *self._numbered.values()))

    def tell(self, gathering: Gathering) -> None:
        """Say what is wrong with them."""
        for each in self._known.values():
            for key, values in each.problems:
                gathering.notice(1, key, **values)
        if self._without:
            gathering.notice(1, "anki_faces.no_note_type", count=self._without)


def _media(decks: list[tuple[str, Json]], folder: str) -> Iterator[MediaFile]:
    """Yield the pictures and sounds that are named and stand in the folder beside the file.

    A link is not followed: a deck that somebody shares could lead it to any file of the learner's.
    """
    beside = os.path.join(os.path.realpath(folder), _MEDIA_FOLDER)
    lists = [deck.get("media_files") for _, deck in decks]
    named = {name for found in lists if isinstance(found, list) for name in found if name}
    for name in sorted(name for name in named if isinstance(name, str) and is_safe_name(name)):
        path = os.path.join(beside, name)
        if os.path.isfile(path) and os.path.realpath(path) == path:
            size = os.path.getsize(path)
            yield MediaFile(name=name, size=size, open=partial(_opened, path))


def _opened(path: str) -> BinaryIO:
    return open(path, "rb")


def _listed(entry: Json, key: str) -> list[Json]:
    found = entry.get(key)
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []


def _text(entry: Json, key: str) -> str:
    value = entry.get(key)
    return value if isinstance(value, str) else ""

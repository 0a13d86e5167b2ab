"""Writes Anki packages: a zip with a collection of schema 11, which every Anki since 2.1 reads."""

import json
import os
import re
import shutil
import sqlite3
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha1
from html import unescape
from tempfile import TemporaryDirectory

from overmorrow.cards.face import face_ord
from overmorrow.cards.media import MediaFile
from overmorrow.cards.note_type import NoteType
from overmorrow.cards.origin import Origin
from overmorrow.cards.past import Past
from overmorrow.exchange.anki_settings import (
    Beginning,
    Decks,
    Ids,
    NoteTypes,
    conf_json,
    sort_field,
)
from overmorrow.exchange.media_names import NAMED_BY_NONE, media_names
from overmorrow.exchange.outgoing import OutgoingNote
from overmorrow.exchange.own_note_types import own_fields, own_note_type

Row = tuple[object, ...]

_TABLES = """
CREATE TABLE col (
    id integer PRIMARY KEY, crt integer NOT NULL, mod integer NOT NULL, scm integer NOT NULL,
    ver integer NOT NULL, dty integer NOT NULL, usn integer NOT NULL, ls integer NOT NULL,
    conf text NOT NULL, models text NOT NULL, decks text NOT NULL, dconf text NOT NULL,
    tags text NOT NULL);
CREATE TABLE notes (
    id integer PRIMARY KEY, guid text NOT NULL, mid integer NOT NULL, mod integer NOT NULL,
    usn integer NOT NULL, tags text NOT NULL, flds text NOT NULL, sfld integer NOT NULL,
    csum integer NOT NULL, flags integer NOT NULL, data text NOT NULL);
CREATE TABLE cards (
    id integer PRIMARY KEY, nid integer NOT NULL, did integer NOT NULL, ord integer NOT NULL,
    mod integer NOT NULL, usn integer NOT NULL, type integer NOT NULL, queue integer NOT NULL,
    due integer NOT NULL, ivl integer NOT NULL, factor integer NOT NULL, reps integer NOT NULL,
    lapses integer NOT NULL, left integer NOT NULL, odue integer NOT NULL, odid integer NOT NULL,
    flags integer NOT NULL, data text NOT NULL);
CREATE TABLE revlog (
    id integer PRIMARY KEY, cid integer NOT NULL, usn integer NOT NULL, ease integer NOT NULL,
    ivl integer NOT NULL, lastIvl integer NOT NULL, factor integer NOT NULL,
    time integer NOT NULL, type integer NOT NULL);
CREATE TABLE graves (usn integer NOT NULL, oid integer NOT NULL, type integer NOT NULL);
"""
_INDEXES = (
    "CREATE INDEX ix_cards_nid ON cards (nid)",
    "CREATE INDEX ix_revlog_cid ON revlog (cid)",
)
"""Those that reading a package needs; Anki makes the others in its own collection."""
_WIDTHS = {"notes": 11, "cards": 18, "revlog": 9}
_AT_ONCE = 2000
_COLLECTION = "collection.anki21"
_VERSION = b"\x08\x02"
"""What the entry `meta` says: the second kind of package."""
_USN = -1
_NEW = 0
_MS = 1000
_PICTURE = re.compile(r"""<img[^>]*\bsrc\s*=\s*["']?([^"'>]+)["']?[^>]*>""", re.IGNORECASE)
_TAG = re.compile(r"<!--.*?-->|<style.*?</style>|<script.*?</script>|<[^>]*>", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageContent:
    """What goes into a package."""

    notes: Iterable[OutgoingNote]
    begun: Beginning
    note_types: Mapping[str, NoteType]
    """Of other programs, by their uids."""
    kept: Mapping[str, str]
    media: Sequence[MediaFile]
    """Of these, those that a note refers to."""
    modified_ms: int
    """When it is written."""
    origins: Sequence[Origin] = ()
    """What Anki knows of those notes that came from it: they keep their ids."""


@dataclass(slots=True, kw_only=True)
class Written:
    """How much was written."""

    notes: int = 0
    cards: int = 0
    reviews: int = 0
    media: int = 0


def write_package(path: str, content: PackageContent) -> Written:
    """Write an Anki package.

    Anki's own notes go back as they came; ours get note types of their own, and
    their uid as their guid, so that a deck written again finds its notes there.
    There is no second, empty collection for Anki 2.0: other readers would take
    it for the real one.

    Args:
        path: Where to; whatever is there is overwritten.
        content: What to write.
    """
    with TemporaryDirectory(dir=os.path.dirname(os.path.abspath(path))) as folder:
        collection = os.path.join(folder, _COLLECTION)
        with closing(sqlite3.connect(collection, isolation_level=None)) as connection:
            writer = _Writer(connection, content)
            writer.write()
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
            package.writestr("meta", _VERSION, zipfile.ZIP_STORED)
            package.write(collection, _COLLECTION)
            writer.written.media = _write_media(package, content.media, writer.references)
    return writer.written


def _write_media(package: zipfile.ZipFile, media: Sequence[MediaFile], references: set[str]) -> int:
    """Write the files that notes refer to, and those that templates and formulas do."""
    wanted = [
        file for file in media if file.name in references or file.name.startswith(NAMED_BY_NONE)
    ]
    names = {str(place): file.name for place, file in enumerate(wanted)}
    package.writestr("media", json.dumps(names, ensure_ascii=False))
    for place, file in enumerate(wanted):
        info = zipfile.ZipInfo(str(place))
        info.file_size = file.size
        with file.open() as source, package.open(info, "w") as target:
            shutil.copyfileobj(source, target, 1 << 20)
    return len(wanted)


class _Writer:
    """Writes the collection, some notes at a time."""

    def __init__(self, connection: sqlite3.Connection, content: PackageContent) -> None:
        self._connection = connection
        self._content = content
        seconds = content.modified_ms // _MS
        self._decks = Decks(content.kept, seconds)
        self._note_types = NoteTypes(seconds)
        self._note_ids = Ids(origin.note_id for origin in content.origins)
        self._card_ids = Ids(card_id for each in content.origins for card_id, _ in each.cards)
        self._review_ids = Ids()
        self._rows: dict[str, list[Row]] = {table: [] for table in _WIDTHS}
        self._sort_fields = {uid: sort_field(each) for uid, each in content.note_types.items()}
        self._new_cards = 0
        self.written = Written()
        self.references: set[str] = set()
        """The media that notes name."""

    def write(self) -> None:
        execute = self._connection.execute
        for setting in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -100000"):
            execute(f"PRAGMA {setting}")
        self._connection.executescript(_TABLES)
        execute("BEGIN")
        for note in self._content.notes:
            self._add(note)
            if self.written.notes % _AT_ONCE == 0:
                self._flush()
        self._flush()
        self._write_settings()
        for index in _INDEXES:
            execute(index)
        execute("COMMIT")

    def _flush(self) -> None:
        for table, rows in self._rows.items():
            slots = ", ".join("?" * _WIDTHS[table])
            self._connection.executemany(f"INSERT INTO {table} VALUES ({slots})", rows)  # noqa: S608 - our own names
            rows.clear()

    def _add(self, outgoing: OutgoingNote) -> None:
        note, origin = outgoing.note, outgoing.note.origin
        note_type = self._content.note_types.get(note.note_type) if note.note_type else None
        fields = note.fields if note_type else own_fields(note)
        made_of = note_type or own_note_type(note)
        joined = "\x1f".join(fields)
        sorted_by = self._sort_fields.get(note.note_type, 0)
        self.references.update(media_names(joined))
        made_ms = outgoing.modified * _MS
        ids = self._note_ids
        note_id = ids.claim(origin.note_id) if origin else ids.take(made_ms)
        guid = note.file_id if origin and note.file_id else outgoing.uid
        self._rows["notes"].append(
            (
                note_id,
                guid,
                self._note_types.id_of(made_of),
                origin.modified if origin else outgoing.modified,
                _USN,
                _tags(note.tags),
                joined,
                _stripped(fields[sorted_by] if sorted_by < len(fields) else ""),
                _checksum(fields[0] if fields else ""),
                origin.flags if origin else 0,
                origin.data if origin else "",
            )
        )
        decks = {face.key: face.deck for face in note.faces if face.deck}
        for past in outgoing.pasts:
            self._add_card(note_id, past, decks.get(past.key) or outgoing.deck, outgoing.modified)
        self.written.notes += 1

    def _add_card(self, note_id: int, past: Past, deck: str, modified: int) -> None:
        ids = self._card_ids
        card_id = ids.claim(past.card_id) if past.card_id else ids.take(note_id)
        self._new_cards += past.type == _NEW
        self.written.cards += 1
        self.written.reviews += len(past.reviews)
        self._rows["cards"].append(
            (
                card_id,
                note_id,
                self._decks.id_of(deck),
                face_ord(past.key),
                past.modified or modified,
                _USN,
                past.type,
                past.queue,
                past.due,
                past.interval_days,
                past.ease_permille,
                past.repetitions,
                past.lapses,
                past.left,
                0,
                0,
                past.flag,
                past.data or "{}",
            )
        )
        review_ids = self._review_ids.take_all([review[0] for review in past.reviews])
        self._rows["revlog"] += [
            (review_id, card_id, _USN, *rest)
            for review_id, (_, *rest) in zip(review_ids, past.reviews, strict=True)
        ]

    def _write_settings(self) -> None:
        content, now = self._content, self._content.modified_ms
        settings = (
            conf_json(content.begun, self._new_cards),
            self._note_types.json(),
            self._decks.json(),
            self._decks.options_json(),
            "{}",
        )
        row = (1, content.begun.created, now, now, 11, 0, 0, 0, *settings)
        self._connection.execute(f"INSERT INTO col VALUES ({', '.join('?' * 13)})", row)  # noqa: S608 - slots only


def _tags(tags: Iterable[str]) -> str:
    """Return tags as Anki keeps them: no space in one, one on each side of all."""
    words = ["_".join(tag.split()) for tag in tags]
    return f" {' '.join(words)} " if words else ""


def _checksum(field: str) -> int:
    """Return the number by which Anki finds notes with the same first field."""
    digest = sha1(_stripped(field).encode("utf-8", "replace"), usedforsecurity=False)
    return int(digest.hexdigest()[:8], 16)


def _stripped(field: str) -> str:
    """Return a field without its tags, the names of its pictures kept."""
    if "<" in field:
        field = _TAG.sub("", _PICTURE.sub(r" \1 ", field))
    return unescape(field).replace("\xa0", " ") if "&" in field else field

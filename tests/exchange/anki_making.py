"""Makes Anki's collections and packages: both schemas, all three versions.

`Contents` is what they hold, in Anki's own terms; `write_package` and
`write_collection` put it on the disk.

    made = Contents(notes=[note(1, "대한민국", "서울")], cards=[card(10, 1)])
    path = write_package(tmp_path / "a.apkg", made, version=3, media={"a.png": b"x"})
"""

import json
import sqlite3
import zipfile
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from hashlib import sha1
from pathlib import Path
from struct import pack
from typing import Any

from backports import zstd

Json = dict[str, Any]
Row = tuple[Any, ...]

CREATED = 1_400_000_400
"""Epoch seconds of a collection's first day."""
CHANGED = 1_700_000_000
BASIC, REVERSED, CLOZE = 1001, 1002, 1003
"""Ids of the note types that every made collection has."""

_DUMMY = "Please update."
_ENTRIES = {1: "collection.anki2", 2: "collection.anki21", 3: "collection.anki21b"}
_OPTIONS = """{"id": 1, "mod": 0, "name": "Default", "usn": 0, "maxTaken": 60, "autoplay": true,
"timer": 0, "replayq": true, "dyn": false,
"new": {"delays": [1.0, 10.0], "initialFactor": 2500, "ints": [1, 4, 0], "order": 1, "perDay": 20,
"bury": false},
"rev": {"ease4": 1.3, "ivlFct": 1.0, "maxIvl": 36500, "perDay": 200, "bury": false},
"lapse": {"delays": [10.0], "leechAction": 1, "leechFails": 8, "minInt": 1, "mult": 0.0}}"""
"""A deck's options, as small as Anki takes them."""
_TABLES_11 = """
CREATE TABLE col (id integer PRIMARY KEY, crt integer NOT NULL, mod integer NOT NULL,
  scm integer NOT NULL, ver integer NOT NULL, dty integer NOT NULL, usn integer NOT NULL,
  ls integer NOT NULL, conf text NOT NULL, models text NOT NULL, decks text NOT NULL,
  dconf text NOT NULL, tags text NOT NULL);
CREATE TABLE notes (id integer PRIMARY KEY, guid text NOT NULL, mid integer NOT NULL,
  mod integer NOT NULL, usn integer NOT NULL, tags text NOT NULL, flds text NOT NULL,
  sfld integer NOT NULL, csum integer NOT NULL, flags integer NOT NULL, data text NOT NULL);
CREATE TABLE cards (id integer PRIMARY KEY, nid integer NOT NULL, did integer NOT NULL,
  ord integer NOT NULL, mod integer NOT NULL, usn integer NOT NULL, type integer NOT NULL,
  queue integer NOT NULL, due integer NOT NULL, ivl integer NOT NULL, factor integer NOT NULL,
  reps integer NOT NULL, lapses integer NOT NULL, left integer NOT NULL, odue integer NOT NULL,
  odid integer NOT NULL, flags integer NOT NULL, data text NOT NULL);
CREATE TABLE revlog (id integer PRIMARY KEY, cid integer NOT NULL, usn integer NOT NULL,
  ease integer NOT NULL, ivl integer NOT NULL, lastIvl integer NOT NULL,
  factor integer NOT NULL, time integer NOT NULL, type integer NOT NULL);
CREATE TABLE graves (usn integer NOT NULL, oid integer NOT NULL, type integer NOT NULL);
CREATE INDEX ix_cards_nid ON cards (nid);
"""
_TABLES_18 = """
CREATE TABLE deck_config (id integer PRIMARY KEY NOT NULL, name text NOT NULL COLLATE unicase,
  mtime_secs integer NOT NULL, usn integer NOT NULL, config blob NOT NULL);
CREATE TABLE config (KEY text NOT NULL PRIMARY KEY, usn integer NOT NULL,
  mtime_secs integer NOT NULL, val blob NOT NULL) WITHOUT ROWID;
CREATE TABLE fields (ntid integer NOT NULL, ord integer NOT NULL,
  name text NOT NULL COLLATE unicase, config blob NOT NULL, PRIMARY KEY (ntid, ord))
  WITHOUT ROWID;
CREATE UNIQUE INDEX idx_fields_name_ntid ON fields (name, ntid);
CREATE TABLE templates (ntid integer NOT NULL, ord integer NOT NULL,
  name text NOT NULL COLLATE unicase, mtime_secs integer NOT NULL, usn integer NOT NULL,
  config blob NOT NULL, PRIMARY KEY (ntid, ord)) WITHOUT ROWID;
CREATE TABLE notetypes (id integer NOT NULL PRIMARY KEY, name text NOT NULL COLLATE unicase,
  mtime_secs integer NOT NULL, usn integer NOT NULL, config blob NOT NULL);
CREATE UNIQUE INDEX idx_notetypes_name ON notetypes (name);
CREATE TABLE decks (id integer PRIMARY KEY NOT NULL, name text NOT NULL COLLATE unicase,
  mtime_secs integer NOT NULL, usn integer NOT NULL, common blob NOT NULL, kind blob NOT NULL);
CREATE UNIQUE INDEX idx_decks_name ON decks (name);
"""


def note(
    note_id: int,
    *fields: str,
    mid: int = BASIC,
    guid: str = "",
    tags: Sequence[str] = (),
    mod: int = CHANGED,
    flags: int = 0,
    data: str = "",
) -> Row:
    """Return a note's row."""
    spaced = f" {' '.join(tags)} " if tags else ""
    guid = guid or f"guid{note_id}"
    return (note_id, guid, mid, mod, spaced, "\x1f".join(fields), flags, data)


def card(card_id: int, nid: int, **others: Any) -> Row:
    """Return a card's row; what is not given is that of a new card."""
    zeros = "type queue due ivl factor reps lapses left odue odid flags"
    values = {"did": 1, "ord": 0, "mod": CHANGED, **dict.fromkeys(zeros.split(), 0), "data": ""}
    assert others.keys() <= values.keys(), others
    return (card_id, nid, *(values | others).values())


def review(
    moment_ms: int, cid: int, ease: int = 3, ivl: int = 1, last: int = 0, **others: int
) -> Row:
    """Return a row of the review log."""
    values = {"factor": 2500, "time": 4000, "type": 1}
    assert others.keys() <= values.keys(), others
    return (moment_ms, cid, ease, ivl, last, *(values | others).values())


def note_type(
    note_type_id: int,
    name: str,
    fields: Sequence[str],
    templates: Sequence[tuple[str, str, str]],
    **others: Any,
) -> Json:
    """Return a note type as schema 11 has it.

    Args:
        note_type_id: Its id.
        name: Its name.
        fields: Their names.
        templates: Name, front and back of each.
        others: More keys of it, such as `type=1` for a cloze, or `css`.
    """
    look = {"sticky": False, "rtl": False, "font": "Arial", "size": 20}
    sides = {"bqfmt": "", "bafmt": "", "did": None}
    made: Json = {
        "id": note_type_id,
        "name": name,
        "type": 0,
        "mod": 0,
        "usn": 0,
        "sortf": 0,
        "did": None,
        "css": ".card { color: black; }",
        "latexPre": "\\begin{document}",
        "latexPost": "\\end{document}",
        "flds": [{"name": each, "ord": place, **look} for place, each in enumerate(fields)],
        "tmpls": [
            {"name": each, "ord": place, "qfmt": front, "afmt": back, **sides}
            for place, (each, front, back) in enumerate(templates)
        ],
    }
    return made | others


_FORWARD = ("Card 1", "{{Front}}", "{{FrontSide}}\n\n<hr id=answer>\n\n{{Back}}")
_BACKWARD = ("Card 2", "{{Back}}", "{{FrontSide}}\n\n<hr id=answer>\n\n{{Front}}")
_GAPS = ("Cloze", "{{cloze:Text}}", "{{cloze:Text}}<br>\n{{Back Extra}}")


def stock_note_types() -> dict[int, Json]:
    """Return the note types that Anki begins with, by id."""
    made = [
        note_type(BASIC, "Basic", ["Front", "Back"], [_FORWARD]),
        note_type(REVERSED, "Basic (and reversed card)", ["Front", "Back"], [_FORWARD, _BACKWARD]),
        note_type(CLOZE, "Cloze", ["Text", "Back Extra"], [_GAPS], type=1),
    ]
    return {each["id"]: each for each in made}


@dataclass(kw_only=True)
class Contents:
    """What a collection holds."""

    notes: Sequence[Row] = ()
    """Rows of `note`."""
    cards: Sequence[Row] = ()
    """Rows of `card`."""
    reviews: Sequence[Row] = ()
    """Rows of `review`."""
    note_types: Mapping[int, Json] = field(default_factory=stock_note_types)
    decks: Mapping[int, str] = field(default_factory=lambda: {1: "Default"})
    """Names by id, levels parted by `::`."""
    conf: Json = field(default_factory=lambda: {"schedVer": 2, "creationOffset": -540})
    created: int = CREATED


def write_collection(path: Path, made: Contents, schema: int = 11) -> Path:
    """Write the SQLite file and return its path.

    Args:
        path: Where to.
        made: What it holds.
        schema: 11 or 18.
    """
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as file:
        file.create_collation("unicase", lambda a, b: (a > b) - (a < b))
        file.executescript(_TABLES_11)
        texts = [""] * 5
        if schema == 11:
            texts = [*map(json.dumps, _settings(made)), "{}"]
        else:
            file.executescript(_TABLES_18)
            _fill_tables(file, made)
        row = (1, made.created, CHANGED, CHANGED, schema, 0, 0, 0, *texts)
        file.execute(f"INSERT INTO col VALUES ({','.join('?' * 13)})", row)
        _fill_rows(file, made)
        file.commit()
    return path


def write_package(
    path: Path,
    made: Contents,
    version: int = 1,
    media: Mapping[str, bytes] | None = None,
    meta: bool = True,
) -> Path:
    """Write an .apkg or .colpkg of any version and return its path.

    Args:
        path: Where to.
        made: What it holds.
        version: 1, 2 or 3; the last two have a dummy beside the collection.
        media: What the files hold, by name.
        meta: Whether it says its version; very old ones do not.
    """
    database = path.with_suffix(".making")
    write_collection(database, made, 18 if version == 3 else 11)
    entries = {"meta": wire(1, version)} if meta else {}
    entries[_ENTRIES[version]] = database.read_bytes()
    if version > 1:
        dummy = Contents(notes=[note(1, _DUMMY, "")], cards=[card(1, 1)])
        entries[_ENTRIES[1]] = write_collection(database, dummy).read_bytes()
    database.unlink()
    names = list(media or {})
    entries |= {str(place): (media or {})[name] for place, name in enumerate(names)}
    entries["media"] = json.dumps(dict(enumerate(names))).encode()
    if version == 3:
        entries["media"] = media_entries(media or {})
        packed = {_ENTRIES[3], "media", *map(str, range(len(names)))}
        entries |= {entry: zstd.compress(entries[entry]) for entry in packed}
    return write_zip(path, entries)


def write_zip(path: Path, entries: Mapping[str, bytes]) -> Path:
    """Write a zip and return its path; for packages that nobody should make."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in entries.items():
            file.writestr(name, data)
    return path


def media_entries(media: Mapping[str, bytes]) -> bytes:
    """Return the media list of version 3, before it is compressed."""
    return b"".join(
        wire(1, wire(1, name) + wire(2, len(data)) + wire(3, sha1(data).digest()))  # noqa: S324
        for name, data in media.items()
    )


def wire(number: int, value: float | str | bytes) -> bytes:
    """Return one field of a protobuf message; a float is packed, as in a list of them."""
    if isinstance(value, int):
        return varint(number << 3) + varint(value)
    if isinstance(value, float):
        return varint(number << 3 | 5) + pack("<f", value)
    data = value.encode() if isinstance(value, str) else value
    return varint(number << 3 | 2) + varint(len(data)) + data


def varint(number: int) -> bytes:
    """Return a whole number of 64 bits as protobuf writes it."""
    number &= (1 << 64) - 1
    groups = [number >> shift & 0x7F for shift in range(0, max(number.bit_length(), 1), 7)]
    return bytes([*(group | 0x80 for group in groups[:-1]), groups[-1]])


def _settings(made: Contents) -> tuple[Json, Json, Json, Json]:
    """Return the four JSON texts of schema 11."""
    day = {key: [0, 0] for key in ("lrnToday", "revToday", "newToday", "timeToday")}
    deck = {"mod": 0, "usn": 0, "dyn": 0, "conf": 1, "desc": "", "collapsed": False, **day}
    decks = {
        str(deck_id): {"id": deck_id, "name": name, **deck} for deck_id, name in made.decks.items()
    }
    models = {str(key): value for key, value in made.note_types.items()}
    return made.conf, models, decks, {"1": json.loads(_OPTIONS)}


def _fill_rows(file: sqlite3.Connection, made: Contents) -> None:
    sorts = [str(row[5]).split("\x1f")[0] for row in made.notes]
    sums = [int(sha1(text.encode()).hexdigest()[:8], 16) for text in sorts]  # noqa: S324
    notes = [
        (*row[:4], -1, *row[4:6], sort, checksum, *row[6:])
        for row, sort, checksum in zip(made.notes, sorts, sums, strict=True)
    ]
    file.executemany(f"INSERT INTO notes VALUES ({','.join('?' * 11)})", notes)
    cards = [(*row[:5], -1, *row[5:]) for row in made.cards]
    file.executemany(f"INSERT INTO cards VALUES ({','.join('?' * 18)})", cards)
    reviews = [(*row[:2], -1, *row[2:]) for row in made.reviews]
    file.executemany(f"INSERT INTO revlog VALUES ({','.join('?' * 9)})", reviews)


def _fill_tables(file: sqlite3.Connection, made: Contents) -> None:
    """Fill the tables that schema 18 has instead of JSON."""
    options = wire(9, 20) + wire(10, 200) + wire(11, 2.5)
    file.execute("INSERT INTO deck_config VALUES (1, 'Default', 0, 0, ?)", (options,))
    for key, value in made.conf.items():
        file.execute("INSERT INTO config VALUES (?, 0, 0, ?)", (key, json.dumps(value).encode()))
    for deck_id, name in made.decks.items():
        row = (deck_id, name.replace("::", "\x1f"), b"", wire(1, wire(1, 1)))
        file.execute("INSERT INTO decks VALUES (?, ?, 0, 0, ?, ?)", row)
    for model in made.note_types.values():
        _fill_note_type(file, model)


def _fill_note_type(file: sqlite3.Connection, model: Json) -> None:
    config = wire(1, model["type"]) + wire(2, model["sortf"]) + wire(3, model["css"])
    config += wire(5, model["latexPre"]) + wire(6, model["latexPost"])
    row = (model["id"], model["name"], model["mod"], model["usn"], config)
    file.execute("INSERT INTO notetypes VALUES (?, ?, ?, ?, ?)", row)
    for entry in model["flds"]:
        config = wire(3, entry["font"]) + wire(4, entry["size"])
        values = (model["id"], entry["ord"], entry["name"], config)
        file.execute("INSERT INTO fields VALUES (?, ?, ?, ?)", values)
    for entry in model["tmpls"]:
        config = wire(1, entry["qfmt"]) + wire(2, entry["afmt"])
        values = (model["id"], entry["ord"], entry["name"], config)
        file.execute("INSERT INTO templates VALUES (?, ?, ?, 0, 0, ?)", values)

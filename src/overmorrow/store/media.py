"""Pictures and sounds: files beside the database, named by what they hold."""

import os
import re
import sys
from collections.abc import Collection, Iterable
from contextlib import nullcontext, suppress
from functools import partial
from hashlib import sha1, sha256
from tempfile import mkstemp
from typing import BinaryIO, NamedTuple

from overmorrow.cards.media import MediaFile
from overmorrow.errors import FileError
from overmorrow.store.database import Database
from overmorrow.store.file import out_of_reach

MOST_BYTES = 2 << 30
"""Of all files that are taken at once."""

_HASH = re.compile(r"[0-9a-f]{64}")
_CHUNK = 1 << 20
_PUT = """
    INSERT INTO media (name, sha256, size, hlc) VALUES (?, ?, ?, ?)
    ON CONFLICT (name) DO NOTHING"""


class _Stored(NamedTuple):
    sha256: str
    sha1: str
    size: int


def media_folder(database_path: str) -> str:
    """Return where a collection's pictures and sounds lie."""
    return f"{database_path.removesuffix('.db')}.media"


def put_media(
    database: Database, files: Iterable[MediaFile], hlc: int, most_bytes: int = MOST_BYTES
) -> dict[str, str]:
    """Keep pictures and sounds; equal ones are kept once.

    The files are written first, each under a temporary name and then whole under
    its own, so that nothing is ever half there; their names follow in a transaction,
    the caller's if one is open.

    Args:
        database: Where.
        files: What to keep; each is read once.
        hlc: The log time at which they come.
        most_bytes: More than this in all is refused.

    Returns:
        The new names of those whose name already meant something else: whoever
        refers to them must be changed.

    Raises:
        FileError: They are too much.
        DatabaseError: They could not be written.
    """
    left = most_bytes
    stored: list[tuple[str, _Stored]] = []
    for file in files:
        kept = _store(database.path, file, left)
        if kept is None:
            raise FileError("media.too_much", most=most_bytes >> 20)
        left -= kept.size
        stored.append((file.name, kept))
    if not stored:
        return {}
    open_one = database.connection.in_transaction
    with nullcontext() if open_one else database.transaction():
        return _name(database, stored, hlc)


def _name(database: Database, stored: Iterable[tuple[str, _Stored]], hlc: int) -> dict[str, str]:
    known: dict[str, str] = dict(database.rows("SELECT name, sha256 FROM media"))
    renames: dict[str, str] = {}
    for name, kept in stored:
        own = name
        if known.get(name, kept.sha256) != kept.sha256:
            stem, ending = os.path.splitext(name)
            own = renames[name] = f"{stem}-{kept.sha1[:8]}{ending}"
        known[own] = kept.sha256
        database.connection.execute(_PUT, (own, kept.sha256, kept.size, hlc))
    return renames


def _store(database_path: str, file: MediaFile, most: int, expected: str = "") -> _Stored | None:
    """Write one file under the hash of what it holds.

    Returns:
        None if nothing was written: it holds too much, or not what was expected.
    """
    folder = media_folder(database_path)
    try:
        os.makedirs(folder, exist_ok=True)
        handle, part = mkstemp(suffix=".part", dir=folder)
        try:
            with os.fdopen(handle, "wb") as target, file.open() as source:
                kept = _copy(source, target, most)
            if kept is None or (expected and kept.sha256 != expected):
                return None
            os.replace(part, os.path.join(folder, kept.sha256))
            return kept
        finally:
            with suppress(FileNotFoundError):
                os.unlink(part)
    except OSError as error:
        raise out_of_reach(folder, error) from error


def _copy(source: BinaryIO, target: BinaryIO, most: int) -> _Stored | None:
    strong, short, size = sha256(), sha1(usedforsecurity=False), 0
    while data := source.read(_CHUNK):
        size += len(data)
        if size > most:
            return None
        strong.update(data)
        short.update(data)
        target.write(data)
    return _Stored(strong.hexdigest(), short.hexdigest(), size)


def fetch_media(database: Database, other_path: str) -> tuple[str, ...]:
    """Copy the pictures and sounds whose files are missing from beside another collection.

    Each appears under its name only when it is whole and is what its name says.

    Args:
        database: The collection that names them.
        other_path: The other one's file; nothing beside it is changed.

    Returns:
        The names of those that are not there either, or not what they should be.

    Raises:
        DatabaseError: One could not be written.
    """
    ours, theirs = media_folder(database.path), media_folder(other_path)
    missing: dict[str, list[str]] = {}
    for name, digest in database.rows("SELECT name, sha256 FROM media ORDER BY name"):
        if not os.path.exists(os.path.join(ours, digest)):
            missing.setdefault(digest, []).append(name)
    lacking: list[str] = []
    for digest, names in missing.items():
        source = os.path.join(theirs, digest)
        file = MediaFile(name=digest, size=0, open=partial(_open, source))
        is_there = _HASH.fullmatch(digest) and os.access(source, os.R_OK)
        if not is_there or _store(database.path, file, sys.maxsize, digest) is None:
            lacking += names
    return tuple(lacking)


def forget_media(database: Database, hlc: int) -> None:
    """Take back what came at a log time, and its files where nothing else names them.

    Raises:
        DatabaseError: It could not be written.
    """
    came = {row[0] for row in database.rows("SELECT sha256 FROM media WHERE hlc = ?", (hlc,))}
    with database.transaction():
        database.connection.execute("DELETE FROM media WHERE hlc = ?", (hlc,))
    named = {row[0] for row in database.rows("SELECT sha256 FROM media")}
    for digest in came - named:
        with suppress(OSError):
            os.unlink(os.path.join(media_folder(database.path), digest))


def media_of(database: Database, names: Collection[str] | None = None) -> list[MediaFile]:
    """Return the pictures and sounds that are kept, by their names.

    Args:
        database: Where.
        names: Only these; None for all.
    """
    folder = media_folder(database.path)
    return [
        MediaFile(name=name, size=size, open=partial(_open, os.path.join(folder, digest)))
        for name, digest, size in database.rows(
            "SELECT name, sha256, size FROM media ORDER BY name"
        )
        if names is None or name in names
    ]


def _open(path: str) -> BinaryIO:
    """Open a kept file.

    Raises:
        DatabaseError: It is gone, or cannot be read.
    """
    try:
        return open(path, "rb")
    except OSError as error:
        raise out_of_reach(path, error) from error

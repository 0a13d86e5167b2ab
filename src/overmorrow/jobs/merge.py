"""Bring two copies of a collection together: what was done on either machine counts on both."""

import os
import re
from contextlib import suppress
from hashlib import sha256
from tempfile import mkstemp
from typing import BinaryIO, NamedTuple

from overmorrow.clock import Clock
from overmorrow.store.database import Database
from overmorrow.store.file import out_of_reach
from overmorrow.store.media import media_folder
from overmorrow.store.merge import Merged, merge

_HASH = re.compile(r"[0-9a-f]{64}")
_CHUNK = 1 << 20


class MergeReport(NamedTuple):
    """What came of bringing two collections together, or would come."""

    merged: Merged
    missing_media: tuple[str, ...] = ()
    """Names of pictures and sounds whose files were not beside the other collection."""


def merge_collection(
    database: Database, path: str, clock: Clock, *, dry_run: bool = False
) -> MergeReport:
    """Take in another collection's answers, notes and decks, with their pictures and sounds.

    Doing it again, after it was cut short or not, comes to the same.

    Args:
        database: The collection that grows.
        path: The other one's file; neither it nor anything beside it is changed.
        clock: Where the moment comes from.
        dry_run: Whether to write nothing, and only say what would come of it.

    Raises:
        DatabaseError: The other file cannot be taken in, or ours cannot be written.
    """
    merged = merge(database, path, clock(), only_look=dry_run)
    if dry_run:
        return MergeReport(merged)
    return MergeReport(merged, fetch_media(database, path))


def fetch_media(database: Database, path: str) -> tuple[str, ...]:
    """Copy the pictures and sounds that are missing here from beside another collection.

    Each appears under its name only when it is whole and is what its name says.

    Returns:
        The names of those that are not there either, or not what they should be.

    Raises:
        DatabaseError: One could not be written.
    """
    ours, theirs = media_folder(database.path), media_folder(path)
    missing: dict[str, list[str]] = {}
    for name, digest in database.rows("SELECT name, sha256 FROM media ORDER BY name"):
        if not os.path.exists(os.path.join(ours, digest)):
            missing.setdefault(digest, []).append(name)
    lacking: list[str] = []
    for digest, names in missing.items():
        if not _HASH.fullmatch(digest) or not _fetch(digest, theirs, ours):
            lacking += names
    return tuple(lacking)


def _fetch(digest: str, source_folder: str, folder: str) -> bool:
    """Copy one file; False if it is not there, or not what its name says."""
    source = os.path.join(source_folder, digest)
    if not os.access(source, os.R_OK):
        return False
    try:
        os.makedirs(folder, exist_ok=True)
        handle, part = mkstemp(suffix=".part", dir=folder)
        try:
            with os.fdopen(handle, "wb") as target:
                is_whole = _copy(source, target) == digest
            if is_whole:
                os.replace(part, os.path.join(folder, digest))
            return is_whole
        finally:
            with suppress(FileNotFoundError):
                os.unlink(part)
    except OSError as error:
        raise out_of_reach(folder, error) from error


def _copy(source: str, target: BinaryIO) -> str:
    """Copy a file and return the SHA-256 of what it held."""
    found = sha256()
    with open(source, "rb") as file:
        while data := file.read(_CHUNK):
            found.update(data)
            target.write(data)
    return found.hexdigest()

"""Opens what Anki exports: packages of all three versions, and bare collections."""

import os
import shutil
import stat
import tempfile
from contextlib import ExitStack, closing
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from overmorrow.cards.media import MediaFile
from overmorrow.cards.problem import Problem
from overmorrow.cards.text import shown_path
from overmorrow.errors import FileError
from overmorrow.exchange.anki_archive import COLLECTIONS, Archive
from overmorrow.exchange.anki_collection import LARGEST_COLLECTION, Collection, read_collection
from overmorrow.exchange.anki_media import read_media
from overmorrow.exchange.anki_orphans import problem

BARE = 0
"""The version of a collection that stands for itself, in no zip."""

_ZIP = b"PK"
_SQLITE = b"SQLite"
_WITH_ZSTD = 3
_BLOCK = 1 << 20


@dataclass(slots=True, kw_only=True)
class Package:
    """What a file of Anki's holds; leave its `with` block only when the media have been read."""

    version: int
    """1 to 3, or `BARE`."""
    collection: Collection
    media: tuple[MediaFile, ...] = ()
    problems: tuple[Problem, ...] = ()
    """Of the collection and of the media."""
    archive: Archive | None = None

    def close(self) -> None:
        """Close the zip; the media cannot be read any more."""
        if self.archive:
            self.archive.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        error_type: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()


def open_package(path: str) -> Package:
    """Read the collection of an .apkg, .colpkg, .anki2 or .anki21; its media are read later.

    The file's beginning says what it is, not its ending.

    Args:
        path: The file.

    Raises:
        FileError: It cannot be read, is damaged, or is nothing of Anki's.
    """
    name = shown_path(path)
    start = _start_of(path, name)
    if not start:
        raise FileError("anki.empty", name=name)
    if start.startswith(_SQLITE):
        return _bare(path, name)
    if not start.startswith(_ZIP):
        raise FileError("anki.not_package", name=name)
    with ExitStack() as on_failure:
        archive = on_failure.enter_context(closing(Archive(path, name)))
        version = archive.version()
        media, problems = read_media(archive, version)
        collection = _unpacked(archive, version)
        on_failure.pop_all()
    return Package(
        version=version,
        collection=collection,
        media=media,
        problems=(*collection.problems, *problems),
        archive=archive,
    )


def _start_of(path: str, name: str) -> bytes:
    try:
        mode = os.stat(path).st_mode
        if stat.S_ISDIR(mode):
            raise FileError("deck.file_folder", name=name)
        if not stat.S_ISREG(mode):
            raise FileError("deck.file_not_plain", name=name)
        with open(path, "rb") as file:
            return file.read(len(_SQLITE))
    except (FileNotFoundError, NotADirectoryError, ValueError):
        raise FileError("deck.file_missing", name=name) from None
    except OSError as error:
        raise FileError("deck.file_unreadable", name=name, reason=error.strerror or "") from error


def _bare(path: str, name: str) -> Package:
    """Read a collection that stands for itself; Anki may have it open."""
    collection = read_collection(path, name)
    unsaved = f"{path}-wal"
    has_unsaved = os.path.exists(unsaved) and os.path.getsize(unsaved) > 0
    told = (problem("anki.open_elsewhere", ()),) if has_unsaved else ()
    return Package(version=BARE, collection=collection, problems=(*told, *collection.problems))


def _unpacked(archive: Archive, version: int) -> Collection:
    """Read the collection from a copy of its own that is gone afterwards."""
    entry = COLLECTIONS[version]
    if archive.size(entry) > LARGEST_COLLECTION:
        raise FileError("anki.too_large", name=archive.name, most=LARGEST_COLLECTION >> 20)
    try:
        with tempfile.TemporaryDirectory(prefix="overmorrow-") as folder:
            copy = os.path.join(folder, entry)
            packed = archive.open(entry, is_zstd=version == _WITH_ZSTD)
            with packed, open(copy, "wb") as file:
                shutil.copyfileobj(packed, file, _BLOCK)
            return read_collection(copy, archive.name)
    except OSError as error:
        reason = error.strerror or ""
        raise FileError("anki.no_room", name=archive.name, reason=reason) from error

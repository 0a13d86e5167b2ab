"""Opens the zip of an Anki package without trusting it: entries by exact name, sizes capped."""

import io
import os
import sys
import zipfile
import zlib
from collections.abc import Callable, Sequence
from struct import calcsize, unpack_from
from typing import IO, TYPE_CHECKING, BinaryIO, Protocol

from overmorrow.cards.text import shown_path
from overmorrow.errors import FileError
from overmorrow.exchange.anki_wire import WireError, number_of, read_message

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

MOST_ENTRIES = 200_000
LARGEST_INFLATED = 2 << 30
"""Bytes of everything in the zip, unpacked."""
LARGEST_RATIO = 200
"""Unpacked to packed, from `HARMLESS` on."""
HARMLESS = 1 << 20
"""Bytes; whatever unpacks to less is no bomb."""
LARGEST_DIRECTORY = 100 * MOST_ENTRIES
"""Bytes of the list of entries; Python would read one of any size."""

COLLECTIONS = {1: "collection.anki2", 2: "collection.anki21", 3: "collection.anki21b"}
"""The entry with the collection, by the package's version; the first is a dummy in the others."""

_PLAIN_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_LOCKED, _PATCHED = 0x41, 0x20
_LAST_RECORD = 22 + (1 << 16)
"""Bytes at the end of a zip within which its last record begins."""
_DIRECTORY_SIZES = ((b"PK\x05\x06", 12, "<I"), (b"PK\x06\x06", 40, "<Q"))
"""Where each kind of last record says how long the list of entries is."""
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError)
_PACKAGES = (".apkg", ".colpkg")


class Archive:
    """The zip of a package; close it when its media have been read."""

    def __init__(self, path: str, name: str) -> None:
        """Open the zip and look at what it says it holds.

        Args:
            path: The file.
            name: What to call it in an error.

        Raises:
            FileError: It is cut short, locked, or would unpack to too much.
        """
        self.name = name
        self.inflated_limit = _limit(os.path.getsize(path))
        if _directory_size(path) > LARGEST_DIRECTORY:
            raise FileError("anki.too_many_entries", name=name, most=MOST_ENTRIES)
        try:
            self._zip = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
            raise FileError("anki.truncated", name=name) from error
        try:
            self._check()
        except FileError:
            self.close()
            raise

    def close(self) -> None:
        """Close the zip; its entries cannot be read any more."""
        self._zip.close()

    def __contains__(self, entry: str) -> bool:
        return entry in self._zip.NameToInfo

    def size(self, entry: str) -> int:
        """Return how many bytes the zip says an entry unpacks to, zstd not counted."""
        return self._zip.getinfo(entry).file_size

    def open(self, entry: str, *, is_zstd: bool = False) -> BinaryIO:
        """Open an entry to be read once, from its beginning.

        What is read from it raises FileError too, where the file is damaged or
        goes on for too long.

        Args:
            entry: The exact name of one that is there.
            is_zstd: Whether it is compressed once more.

        Raises:
            FileError: It is damaged, or zstd is missing.
        """
        limit = self.size(entry)
        broken: tuple[type[Exception], ...] = _BROKEN
        if is_zstd:
            zstd_file, zstd_error = _zstd(self.name)
            limit, broken = _limit(limit), (*_BROKEN, zstd_error)
        try:
            streams: list[_Stream] = [stream := self._zip.open(entry)]
        except _BROKEN as error:
            raise FileError("anki.truncated", name=self.name) from error
        if is_zstd:
            streams.append(zstd_file(stream))
        return io.BufferedReader(_Capped(streams, limit, broken, self.name))

    def _check(self) -> None:
        entries = self._zip.infolist()
        if len(entries) > MOST_ENTRIES:
            raise FileError("anki.too_many_entries", name=self.name, most=MOST_ENTRIES)
        for entry in entries:
            if entry.flag_bits & _LOCKED:
                raise FileError("anki.locked", name=self.name)
            if entry.compress_type not in _PLAIN_METHODS or entry.flag_bits & _PATCHED:
                raise FileError("anki.packed_otherwise", name=self.name)
        names = [entry.filename for entry in entries]
        for name in (*COLLECTIONS.values(), "media", "meta"):
            if names.count(name) > 1:
                raise FileError("anki.entry_twice", name=self.name, entry=name)
        if sum(entry.file_size for entry in entries) > self.inflated_limit:
            raise FileError("anki.swells", name=self.name)

    def version(self) -> int:
        """Return which of the three kinds of package this is; its collection is there.

        Raises:
            FileError: It is of a later kind, or lacks its collection.
        """
        version = self._said_version()
        if COLLECTIONS[version] in self:
            return version
        if COLLECTIONS[1] in self:
            raise FileError("anki.only_dummy", name=self.name, entry=COLLECTIONS[version])
        inside = [each for each in self._zip.NameToInfo if each.lower().endswith(_PACKAGES)]
        if inside:
            raise FileError("anki.nested", name=self.name, inner=shown_path(inside[0]))
        raise FileError("anki.no_collection", name=self.name)

    def _said_version(self) -> int:
        if "meta" not in self:
            there = [version for version, entry in COLLECTIONS.items() if entry in self]
            return max(there, default=1)
        try:
            with self.open("meta") as meta:
                version = number_of(read_message(meta.read(HARMLESS)), 1)
        except WireError as error:
            raise FileError("anki.truncated", name=self.name) from error
        if version not in COLLECTIONS:
            raise FileError("anki.too_new", name=self.name, version=version)
        return version


class _Stream(Protocol):
    def read(self, size: int, /) -> bytes: ...

    def close(self) -> None: ...


class _Capped(io.RawIOBase):
    """What the last of some streams holds, as long as it is whole and not too long."""

    def __init__(
        self,
        streams: Sequence[_Stream],
        limit: int,
        broken: tuple[type[Exception], ...],
        name: str,
    ) -> None:
        super().__init__()
        self._streams = streams
        self._left = limit
        self._broken = broken
        self._name = name

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        room = memoryview(buffer)
        try:
            data = self._streams[-1].read(len(room))
        except self._broken as error:
            raise FileError("anki.truncated", name=self._name) from error
        self._left -= len(data)
        if self._left < 0:
            raise FileError("anki.swells", name=self._name)
        room[: len(data)] = data
        return len(data)

    def close(self) -> None:
        for stream in reversed(self._streams):
            stream.close()
        super().close()


def _zstd(name: str) -> tuple[Callable[[IO[bytes]], _Stream], type[Exception]]:
    """Return what opens a zstd stream, and the error it raises."""
    try:
        if sys.version_info >= (3, 14):
            from compression import zstd
        else:
            from backports import zstd
    except ImportError:
        raise FileError("anki.needs_zstd", name=name) from None
    return zstd.ZstdFile, zstd.ZstdError


def _directory_size(path: str) -> int:
    """Return how long a zip says its list of entries is; 0 where it does not say."""
    with open(path, "rb") as file:
        file.seek(max(0, os.path.getsize(path) - _LAST_RECORD))
        end = file.read(_LAST_RECORD)
    said = 0
    for mark, place, form in _DIRECTORY_SIZES:
        at = end.rfind(mark)
        if at >= 0 and at + place + calcsize(form) <= len(end):
            said = max(said, *unpack_from(form, end, at + place))
    return said


def _limit(packed: int) -> int:
    """Return how many bytes so many packed ones may unpack to."""
    return min(LARGEST_INFLATED, max(HARMLESS, LARGEST_RATIO * packed))

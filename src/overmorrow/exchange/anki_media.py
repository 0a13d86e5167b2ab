"""Finds the pictures and sounds of an Anki package, and checks their names."""

import re
import unicodedata
from functools import partial
from typing import NamedTuple

from overmorrow.cards.media import MediaFile
from overmorrow.cards.problem import Problem
from overmorrow.cards.text import shown_path
from overmorrow.errors import FileError
from overmorrow.exchange.anki_archive import Archive
from overmorrow.exchange.anki_note_types import json_object
from overmorrow.exchange.anki_orphans import problem
from overmorrow.exchange.anki_wire import bytes_of, number_of, read_message

LONGEST_NAME = 200
"""Bytes in UTF-8."""

_LIST = "media"
_WITH_ZSTD = 3
_LEADS_ASTRAY = re.compile("[/\\\\:\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_DEVICE = re.compile(
    r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[1-9¹²³]) *(\..*)?", re.IGNORECASE
)


class _Listed(NamedTuple):
    """One line of the list: the zip's entry, and what it is the content of."""

    entry: str
    name: str
    size: int
    sha1: str = ""


def read_media(archive: Archive, version: int) -> tuple[tuple[MediaFile, ...], list[Problem]]:
    """Return the package's pictures and sounds, and what is wrong with their list.

    Args:
        archive: The open package; the files are read from it later.
        version: Which kind of package it is.

    Raises:
        FileError: A name could lead outside the media folder, or they are far too much.
    """
    is_zstd = version == _WITH_ZSTD
    try:
        listed = _listed(archive, is_zstd=is_zstd)
    except ValueError:
        return (), [problem("anki.media_list", ())]
    files: dict[str, MediaFile] = {}
    missing, again = [], []
    for each in listed:
        name = _safe_name(each.name, archive.name)
        if each.entry not in archive:
            missing.append(name)
        elif name in files:
            again.append(name)
        else:
            files[name] = MediaFile(
                name=name,
                size=each.size if is_zstd else archive.size(each.entry),
                sha1=each.sha1,
                open=partial(archive.open, each.entry, is_zstd=is_zstd),
            )
    told = (("anki.media_missing", missing), ("anki.media_again", again))
    return tuple(files.values()), [problem(key, names) for key, names in told if names]


def is_safe_name(name: str) -> bool:
    """Return whether it is a plain file name on every system."""
    return (
        name not in ("", ".", "..")
        and not _LEADS_ASTRAY.search(name)
        and not _DEVICE.fullmatch(name)
        and len(name.encode("utf-8")) <= LONGEST_NAME
    )


def _safe_name(name: str, package: str) -> str:
    """Return the name in NFC, in which notes are kept too."""
    composed = unicodedata.normalize("NFC", name)
    if not is_safe_name(composed):
        raise FileError("anki.media_name", name=package, media=shown_path(name))
    return composed


def _listed(archive: Archive, *, is_zstd: bool) -> list[_Listed]:
    """Return the list of media; none if the package has no list."""
    if _LIST not in archive or not archive.size(_LIST):
        return []
    with archive.open(_LIST, is_zstd=is_zstd) as file:
        data = file.read()
    if not is_zstd:
        names = json_object(data.decode("utf-8", "replace"))
        return [_Listed(entry, str(name), 0) for entry, name in names.items()]
    entries = [value for value in read_message(data).get(1, ()) if isinstance(value, bytes)]
    listed = []
    for place, entry in enumerate(map(read_message, entries)):
        name = bytes_of(entry, 1).decode("utf-8", "replace")
        size = number_of(entry, 2)
        listed.append(_Listed(str(place), name, size, bytes_of(entry, 3).hex()))
    if sum(each.size for each in listed) > archive.inflated_limit:
        raise FileError("anki.swells", name=archive.name)
    return listed

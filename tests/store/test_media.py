"""Pictures and sounds beside the database."""

import io
import os
from functools import partial
from hashlib import sha1, sha256
from typing import BinaryIO

import pytest

from overmorrow.cards.media import MediaFile
from overmorrow.errors import FileError
from overmorrow.store.database import Database
from overmorrow.store.media import media_folder, media_of, put_media

SOUND = b"\0\1" * 1000


def _file(name: str, data: bytes) -> MediaFile:
    return MediaFile(name=name, size=len(data), open=partial(io.BytesIO, data))


def _held(database: Database) -> dict[str, bytes]:
    found = {}
    for file in media_of(database):
        with file.open() as opened:
            found[file.name] = opened.read()
    return found


def test_what_is_kept_is_read_back(database: Database) -> None:
    assert put_media(database, [_file("개.mp3", SOUND), _file("leer.png", b"")], 1) == {}
    assert _held(database) == {"개.mp3": SOUND, "leer.png": b""}
    assert [file.size for file in media_of(database, {"개.mp3"})] == [len(SOUND)]


def test_files_lie_beside_the_database_under_their_hash(database: Database) -> None:
    put_media(database, [_file("a.mp3", SOUND), _file("b.mp3", SOUND)], 1)
    assert os.listdir(media_folder(database.path)) == [sha256(SOUND).hexdigest()]


def test_keeping_a_file_again_changes_nothing(database: Database) -> None:
    put_media(database, [_file("a.mp3", SOUND)], 1)
    assert put_media(database, [_file("a.mp3", SOUND)], 2) == {}
    assert database.rows("SELECT name, hlc FROM media") == [("a.mp3", 1)]


def test_a_name_that_means_something_else_becomes_another(database: Database) -> None:
    put_media(database, [_file("a.b.mp3", SOUND)], 1)
    other = f"a.b-{sha1(b'other', usedforsecurity=False).hexdigest()[:8]}.mp3"
    for _ in range(2):
        assert put_media(database, [_file("a.b.mp3", b"other")], 2) == {"a.b.mp3": other}
    assert _held(database) == {"a.b.mp3": SOUND, other: b"other"}


def test_names_can_be_kept_in_an_open_transaction(database: Database) -> None:
    with database.transaction():
        put_media(database, [_file("a.mp3", SOUND)], 1)
    assert _held(database) == {"a.mp3": SOUND}


def test_too_much_is_refused_and_leaves_no_name(database: Database) -> None:
    with pytest.raises(FileError):
        put_media(database, [_file("a", SOUND), _file("b", SOUND + b"!")], 1, 2 * len(SOUND))
    assert media_of(database) == []


def test_a_file_that_breaks_off_leaves_nothing_behind(database: Database) -> None:
    def broken() -> BinaryIO:
        raise FileError("anki.truncated", name="x")

    with pytest.raises(FileError):
        put_media(database, [MediaFile(name="a", size=1, open=broken)], 1)
    assert os.listdir(media_folder(database.path)) == []

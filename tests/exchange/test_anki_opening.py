"""Packages of every version are read, and what could do harm is refused in one sentence."""

import os
import sys
import tempfile
import zipfile
from contextlib import suppress
from functools import cache
from pathlib import Path

import pytest
from backports import zstd
from hypothesis import given, settings
from hypothesis import strategies as st

from overmorrow.errors import FileError
from overmorrow.exchange import anki_archive, anki_opening
from overmorrow.exchange.anki_opening import BARE, open_package
from overmorrow.messages import Messages
from tests.exchange.anki_making import (
    Contents,
    card,
    note,
    review,
    wire,
    write_collection,
    write_package,
    write_zip,
)

MADE = Contents(
    notes=[note(1, "대한민국", "서울", tags=["수도"]), note(2, "일본", "도쿄")],
    cards=[card(10, 1, type=2, queue=2, due=30, ivl=12, factor=2500), card(20, 2, due=1)],
    reviews=[review(1_600_000_000_000, 10)],
)


def _refusal(path: Path) -> FileError:
    """Return the error that opening brings; it names the file in both languages."""
    with pytest.raises(FileError) as caught:
        open_package(str(path))
    for language in ("ko", "en"):
        assert path.name in Messages(language)(caught.value.key, **caught.value.values)
    return caught.value


def _collection(tmp_path: Path) -> bytes:
    return write_collection(tmp_path / "c.anki2", MADE).read_bytes()


@pytest.mark.parametrize(
    ("version", "meta"), [(1, True), (1, False), (2, True), (2, False), (3, True)]
)
def test_a_package_of_every_version_is_read_whole(tmp_path: Path, version: int, meta: bool) -> None:
    media = {"새.png": b"\x89PNG", "hello.mp3": b"ID3" * 1000}
    path = write_package(tmp_path / "a.apkg", MADE, version, media, meta)

    with open_package(str(path)) as package:
        held = {file.name: (file.size, file.open().read()) for file in package.media}

    assert package.version == version
    assert package.collection.notes == list(MADE.notes)
    assert package.collection.cards == list(MADE.cards)
    assert package.collection.revlog == list(MADE.reviews)
    assert held == {name: (len(data), data) for name, data in media.items()}
    assert package.problems == ()


def test_the_newest_version_knows_the_sum_of_a_file(tmp_path: Path) -> None:
    path = write_package(tmp_path / "a.apkg", MADE, 3, {"a.png": b"abc"})

    with open_package(str(path)) as package:
        assert package.media[0].sha1 == "a9993e364706816aba3e25717850c26c9cd0d89d"


@pytest.mark.parametrize("ending", ["anki2", "anki21", "apkg"])
@pytest.mark.parametrize("schema", [11, 18])
def test_a_bare_collection_is_read_whatever_its_ending(
    tmp_path: Path, ending: str, schema: int
) -> None:
    path = write_collection(tmp_path / f"내 ?#%.{ending}", MADE, schema)

    with open_package(str(path)) as package:
        assert (package.version, package.media) == (BARE, ())
        assert package.collection.notes == list(MADE.notes)


def test_what_anki_has_not_saved_is_told(tmp_path: Path) -> None:
    path = write_collection(tmp_path / "collection.anki2", MADE)
    Path(f"{path}-wal").write_bytes(b"x")

    with open_package(str(path)) as package:
        assert [problem.key for problem in package.problems] == ["anki.open_elsewhere"]


@pytest.mark.parametrize(
    ("data", "key"),
    [
        pytest.param(b"", "empty", id="no-bytes"),
        pytest.param(b"<!doctype html><title>404</title>", "not_package", id="a-web-page"),
        pytest.param(b"PK\x03\x04", "truncated", id="cut-short"),
        pytest.param(b"PK" + bytes(100), "truncated", id="no-zip"),
        pytest.param(b"SQLite format 3\x00", "damaged", id="only-the-head"),
        pytest.param(b"SQLite format 4\x00" + bytes(100), "not_collection", id="another-sqlite"),
    ],
)
def test_what_is_no_package_is_refused(tmp_path: Path, data: bytes, key: str) -> None:
    (tmp_path / "a.apkg").write_bytes(data)

    assert _refusal(tmp_path / "a.apkg").key == f"anki.{key}"


@pytest.mark.parametrize(
    ("entries", "key"),
    [
        pytest.param({}, "no_collection", id="nothing"),
        pytest.param({"media": b"{}", "x.txt": b""}, "no_collection", id="other-files"),
        pytest.param({"덱/My.APKG": b"PK"}, "nested", id="a-package-in-a-zip"),
        pytest.param({"meta": wire(1, 4), "collection.anki2": b""}, "too_new", id="version-4"),
        pytest.param({"meta": b"", "collection.anki2": b""}, "too_new", id="version-0"),
        pytest.param({"meta": b"\x08", "collection.anki2": b""}, "truncated", id="meta-broken"),
        pytest.param({"collection.anki2": b""}, "not_collection", id="empty-collection"),
        pytest.param({"meta": wire(1, 3), "collection.anki21b": b"x"}, "truncated", id="no-zstd"),
        pytest.param(
            {"meta": wire(1, 3), "collection.anki21b": zstd.compress(b"x")},
            "not_collection",
            id="zstd-of-something-else",
        ),
    ],
)
def test_a_zip_without_a_collection_is_refused(
    tmp_path: Path, entries: dict[str, bytes], key: str
) -> None:
    assert _refusal(write_zip(tmp_path / "a.apkg", entries)).key == f"anki.{key}"


@pytest.mark.parametrize("version", [2, 3])
def test_the_dummy_is_never_read(tmp_path: Path, version: int) -> None:
    entries = {"meta": wire(1, version), "collection.anki2": _collection(tmp_path)}

    assert _refusal(write_zip(tmp_path / "a.apkg", entries)).key == "anki.only_dummy"


def test_a_newer_collection_is_taken_even_where_the_package_says_no_version(
    tmp_path: Path,
) -> None:
    path = write_package(tmp_path / "a.apkg", MADE, 3, meta=False)

    with open_package(str(path)) as package:
        assert package.version == 3


@pytest.mark.parametrize("kept", [0.3, 0.6, 0.9])
@pytest.mark.parametrize("version", [1, 3])
def test_a_collection_cut_short_is_refused(tmp_path: Path, version: int, kept: float) -> None:
    whole = write_package(tmp_path / "a.apkg", MADE, version).read_bytes()
    (tmp_path / "b.apkg").write_bytes(whole[: int(len(whole) * kept)])

    assert _refusal(tmp_path / "b.apkg").key == "anki.truncated"


def test_a_zstd_stream_cut_short_is_refused(tmp_path: Path) -> None:
    packed = zstd.compress(os.urandom(100_000))
    entries = {"meta": wire(1, 3), "collection.anki21b": packed[:-500]}

    assert _refusal(write_zip(tmp_path / "a.apkg", entries)).key == "anki.truncated"


def test_a_locked_zip_is_refused(tmp_path: Path) -> None:
    path = write_package(tmp_path / "a.apkg", MADE)
    data = bytearray(path.read_bytes())
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    path.write_bytes(data)

    assert _refusal(path).key == "anki.locked"


def test_a_zip_compressed_in_another_way_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.apkg"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_LZMA) as file:
        file.writestr("collection.anki2", _collection(tmp_path))

    assert _refusal(path).key == "anki.packed_otherwise"


def test_a_zip_that_swells_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    entries = {"collection.anki2": _collection(tmp_path), "0": bytes(20 << 20), "media": b"{}"}

    assert _refusal(write_zip(tmp_path / "a.apkg", entries)).key == "anki.swells"


def test_a_zstd_stream_that_swells_is_stopped(tmp_path: Path) -> None:
    entries = {"meta": wire(1, 3), "collection.anki21b": zstd.compress(bytes(20 << 20))}

    assert _refusal(write_zip(tmp_path / "a.apkg", entries)).key == "anki.swells"


def test_a_list_of_media_beyond_the_limit_is_refused(tmp_path: Path) -> None:
    entry = wire(1, "a.png") + wire(2, 1 << 40)
    path = write_package(tmp_path / "a.apkg", MADE, 3)
    entries = _entries(path) | {"media": zstd.compress(wire(1, entry))}

    assert _refusal(write_zip(path, entries)).key == "anki.swells"


def test_too_many_entries_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(anki_archive, "MOST_ENTRIES", 3)
    path = write_package(tmp_path / "a.apkg", MADE, media={"a": b"", "b": b""})

    assert _refusal(path).key == "anki.too_many_entries"


@pytest.mark.parametrize("mark", [b"PK\x05\x06", b"PK\x06\x06"])
def test_a_list_of_entries_beyond_the_limit_is_not_even_read(tmp_path: Path, mark: bytes) -> None:
    path = write_package(tmp_path / "a.apkg", MADE)
    with path.open("ab") as file:
        file.write(mark + b"\x7f" * 52)

    assert _refusal(path).key == "anki.too_many_entries"


@pytest.mark.parametrize("version", [1, 3])
def test_a_collection_beyond_the_limit_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, version: int
) -> None:
    monkeypatch.setattr(anki_opening, "LARGEST_COLLECTION", 1000)

    assert _refusal(write_package(tmp_path / "a.apkg", MADE, version)).key == "anki.too_large"


def test_without_zstd_the_remedy_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_package(tmp_path / "a.apkg", MADE, 3)
    monkeypatch.setitem(sys.modules, "backports", None)
    monkeypatch.setitem(sys.modules, "compression", None)

    error = _refusal(path)

    assert error.key == "anki.needs_zstd"
    assert "pip install backports-zstd" in Messages("ko")(error.key, **error.values)


def test_nothing_stays_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    good = write_package(tmp_path / "a.apkg", MADE, 3)
    bad = write_zip(tmp_path / "b.apkg", {"collection.anki2": b"SQLite format 3\x00" + bytes(99)})

    open_package(str(good)).close()
    _refusal(bad)

    assert os.listdir(tmp_path / "temporary") == []


def test_a_temporary_folder_that_cannot_be_written_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))

    assert _refusal(write_package(tmp_path / "a.apkg", MADE)).key == "anki.no_room"


def test_a_folder_a_pipe_and_a_missing_file_are_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.apkg")

    keys = [_refusal(path).key for path in (tmp_path, tmp_path / "a.apkg", tmp_path / "b.apkg")]

    assert keys == ["deck.file_folder", "deck.file_not_plain", "deck.file_missing"]


@settings(max_examples=40, deadline=None)
@given(data=st.data(), version=st.sampled_from([1, 2, 3]))
def test_a_damaged_package_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject, version: int
) -> None:
    path = tmp_path_factory.getbasetemp() / "damaged.apkg"
    whole = bytearray(_package(version))
    for _ in range(data.draw(st.integers(1, 5))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    path.write_bytes(whole)

    with suppress(FileError), open_package(str(path)) as package:
        assert len(package.collection.cards) <= len(MADE.cards)


@cache
def _package(version: int) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        return write_package(Path(folder, "a.apkg"), MADE, version).read_bytes()


def _entries(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as file:
        return {name: file.read(name) for name in file.namelist()}

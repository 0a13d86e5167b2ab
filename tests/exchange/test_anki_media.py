"""Pictures and sounds have plain names, and what the list says wrongly is told."""

import json
from pathlib import Path

import pytest
from backports import zstd
from hypothesis import given
from hypothesis import strategies as st

from overmorrow.errors import FileError
from overmorrow.exchange.anki_media import is_safe_name
from overmorrow.exchange.anki_opening import open_package
from overmorrow.messages import Messages
from tests.exchange.anki_making import (
    Contents,
    card,
    note,
    wire,
    write_collection,
    write_package,
    write_zip,
)

MADE = Contents(notes=[note(1, "a", "b")], cards=[card(10, 1)])


def _with_list(tmp_path: Path, media: bytes, **entries: bytes) -> Path:
    collection = write_collection(tmp_path / "c.anki2", MADE).read_bytes()
    given_entries = {"collection.anki2": collection, "media": media, **entries}
    return write_zip(tmp_path / "a.apkg", given_entries)


@pytest.mark.parametrize(
    "name",
    [
        "a.png",
        "빨강.png",
        "a b (1).mp3",
        "_x.css",
        ".hidden",
        "concert.mp3",
        "com10.png",
        "가" * 66,
    ],
)
def test_a_plain_name_is_safe(name: str) -> None:
    assert is_safe_name(name)


@pytest.mark.parametrize(
    "name",
    [
        *("", ".", "..", "/etc/passwd", "../a.png", "a/b.png", "..\\a.png", "C:a.png", "a\x00.png"),
        *("a\n.png", "a\x1b.png", "a\x9b.png", "\ud800.png", "가" * 67),
        *("con", "CON.mp3", "nul .txt", "Com1", "lpt9.tar.gz", "COM¹.txt", "CONIN$"),
    ],
)
def test_a_name_that_leads_elsewhere_is_not_safe(name: str) -> None:
    assert not is_safe_name(name)


@given(st.text())
def test_a_safe_name_stays_in_its_folder(name: str) -> None:
    if is_safe_name(name):
        assert Path("/media", name).parent == Path("/media")
        assert Path("/media", name).name == name


@pytest.mark.parametrize("version", [1, 2, 3])
def test_a_package_with_an_unsafe_name_is_refused_whole(tmp_path: Path, version: int) -> None:
    path = write_package(tmp_path / "a.apkg", MADE, version, {"ok.png": b"", "../\x1b[31m": b"x"})

    with pytest.raises(FileError) as caught:
        open_package(str(path))

    assert caught.value.key == "anki.media_name"
    assert "\x1b" not in Messages("ko")(caught.value.key, **caught.value.values)


def test_a_name_is_kept_in_one_form_of_unicode(tmp_path: Path) -> None:
    path = write_package(tmp_path / "a.apkg", MADE, media={"\u1107\u1161\u11bc.png": b"x"})

    with open_package(str(path)) as package:
        assert [file.name for file in package.media] == ["방.png"]


def test_what_is_listed_and_not_there_is_told(tmp_path: Path) -> None:
    path = _with_list(tmp_path, json.dumps({"0": "a.png", "1": "b.png"}).encode(), **{"1": b"x"})

    with open_package(str(path)) as package:
        assert [file.name for file in package.media] == ["b.png"]
        (told,) = package.problems
    assert (told.key, told.values["which"]) == ("anki.media_missing", "a.png")


def test_of_two_files_with_one_name_the_first_is_taken_and_it_is_told(tmp_path: Path) -> None:
    entries = {"0": b"first", "1": b"second"}
    path = _with_list(tmp_path, json.dumps({"0": "a.png", "1": "a.png"}).encode(), **entries)

    with open_package(str(path)) as package:
        assert [file.open().read() for file in package.media] == [b"first"]
        (told,) = package.problems
    assert told.key == "anki.media_again"


@pytest.mark.parametrize(
    ("media", "problems"),
    [
        pytest.param(b"", [], id="empty"),
        pytest.param(b"{}", [], id="no-media"),
        pytest.param(b"[1]", ["anki.media_list"], id="no-object"),
        pytest.param(b"{", ["anki.media_list"], id="no-json"),
    ],
)
def test_cards_are_read_without_a_list_of_media(
    tmp_path: Path, media: bytes, problems: list[str]
) -> None:
    with open_package(str(_with_list(tmp_path, media))) as package:
        assert len(package.collection.cards) == 1
        assert package.media == ()
        assert [problem.key for problem in package.problems] == problems


def test_a_file_of_a_package_without_a_list_is_no_matter(tmp_path: Path) -> None:
    collection = write_collection(tmp_path / "c.anki2", MADE).read_bytes()
    path = write_zip(tmp_path / "a.apkg", {"collection.anki2": collection, "0": b"x"})

    with open_package(str(path)) as package:
        assert (package.media, package.problems) == ((), ())


def test_a_file_that_is_damaged_or_swells_is_told_when_it_is_read(tmp_path: Path) -> None:
    entries = {"0": zstd.compress(b"x" * 99)[:-3], "1": zstd.compress(bytes(20 << 20)), "2": b"no"}
    names = b"".join(wire(1, wire(1, name) + wire(2, 9)) for name in ("a", "b", "c"))
    database = write_collection(tmp_path / "c.anki2", MADE, 18).read_bytes()
    whole = {"meta": wire(1, 3), "collection.anki21b": zstd.compress(database)}
    whole |= {"media": zstd.compress(names), **entries}

    keys = []
    with open_package(str(write_zip(tmp_path / "a.apkg", whole))) as package:
        for file in package.media:
            with file.open() as stream, pytest.raises(FileError) as caught:
                stream.read()
            keys.append(caught.value.key)

    assert keys == ["anki.truncated", "anki.swells", "anki.truncated"]

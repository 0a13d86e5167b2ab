"""What stands in a package, seen without Anki."""

import io
import json
import sqlite3
import zipfile
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from overmorrow.cards.face import Face
from overmorrow.cards.media import MediaFile
from overmorrow.cards.note import Note
from overmorrow.cards.note_type import NoteType, Template
from overmorrow.cards.origin import Origin
from overmorrow.cards.past import Past, PastReview
from overmorrow.exchange.anki_settings import Ids, beginning
from overmorrow.exchange.anki_writing import PackageContent, Written, write_package
from overmorrow.exchange.media_names import media_names
from overmorrow.exchange.outgoing import OutgoingNote

_KIND = NoteType(
    name="나의 유형",
    is_cloze=False,
    fields=("앞", "뒤"),
    templates=(Template("1", "{{앞}}", "{{뒤}}"),),
    css=".card {}",
    kept='{"id": "77", "name": "나의 유형", "sortf": 1, "odd": true}',
)
_KEPT = {
    "anki/collection": '{"crt": 1600000000, "conf": "{\\"creationOffset\\": -540}"}',
    "anki/deck/가": '{"id": 5, "name": "가", "conf": 9, "desc": "d"}',
    "anki/options/9": '{"id": 9, "name": "mine"}',
}


def _note(uid: str, *, prompt: str = "p", past: Past | None = None) -> OutgoingNote:
    pasts = (past or Past("q", due=1),)
    return OutgoingNote(uid, "가::나", Note(prompt, "a"), 1_700_000_000, pasts)


class _Package:
    def __init__(self, path: Path, *notes: OutgoingNote, media: tuple[MediaFile, ...] = ()) -> None:
        self.path = path / "x.apkg"
        content = PackageContent(
            notes=notes,
            begun=beginning(_KEPT, 1, 0),
            note_types={_KIND.uid: _KIND},
            kept=_KEPT,
            media=media,
            modified_ms=1_800_000_000_000,
            origins=[each.note.origin for each in notes if each.note.origin],
        )
        self.written: Written = write_package(str(self.path), content)
        with zipfile.ZipFile(self.path) as package:
            package.extractall(path / "in")
        self.folder = path / "in"

    def rows(self, sql: str) -> list[tuple[object, ...]]:
        with closing(sqlite3.connect(self.folder / "collection.anki21")) as collection:
            return collection.execute(sql).fetchall()


def test_a_foreign_note_goes_back_as_it_came(tmp_path: Path) -> None:
    note = Note(
        "앞",
        "뒤",
        faces=(Face("q", "앞", "뒤", deck="다"),),
        note_type=_KIND.uid,
        fields=("<b>앞</b>", "뒤"),
        file_id="a<b>",
        tags=("t", "u::v"),
        origin=Origin(123, 456, 1, "x", ((9, 3),)),
    )
    past = Past("q", 9, 2, 2, 50, 700_000, 10, 2100, 4, 1, 7, 3, '{"s":1}', 999)
    package = _Package(tmp_path, OutgoingNote("uid", "가", note, 5, (past,)))
    assert package.rows("SELECT id, guid, mid, mod, tags, flds, sfld, flags, data FROM notes") == [
        (123, "a<b>", 77, 456, " t u::v ", "<b>앞</b>\x1f뒤", "뒤", 1, "x")
    ]
    assert package.rows("SELECT * FROM cards")[0][:2] == (9, 123)
    assert package.rows(
        "SELECT ord, mod, type, queue, due, ivl, factor, reps, lapses, left, flags, data FROM cards"
    ) == [(0, 999, 2, 2, 50, 10, 2100, 4, 1, 7, 3, '{"s":1}')]
    models, decks = map(json.loads, map(str, package.rows("SELECT models, decks FROM col")[0]))
    assert models["77"]["odd"] is True
    assert sorted(deck["name"] for deck in decks.values()) == ["Default", "다"]


def test_decks_keep_their_ids_and_options_and_get_those_above_them(tmp_path: Path) -> None:
    package = _Package(tmp_path, _note("u"))
    decks, options = map(json.loads, map(str, package.rows("SELECT decks, dconf FROM col")[0]))
    assert decks["5"]["desc"] == "d"
    assert {deck["name"]: deck["conf"] for deck in decks.values()} == {
        "Default": 1,
        "가": 9,
        "가::나": 1,
    }
    assert options["9"]["name"] == "mine"


def test_ids_are_each_only_once(tmp_path: Path) -> None:
    review = PastReview(1_600_000_000_000, 3)
    past = Past("q", due=1, reviews=(review, review))
    package = _Package(tmp_path, *(_note(f"u{n}", past=past) for n in range(30)))
    assert package.written == Written(notes=30, cards=30, reviews=60, media=0)
    assert package.rows("SELECT count(*), min(id) FROM revlog") == [(60, 1_600_000_000_000)]
    assert package.rows("SELECT guid FROM notes ORDER BY id") == [(f"u{n}",) for n in range(30)]


def test_numbers_are_given_out_once() -> None:
    ids = Ids()
    assert [ids.take(5), ids.take(5), ids.take(6), ids.take(5)] == [5, 6, 7, 8]
    assert ids.take_all([1, 2, 2, 5]) == [1, 2, 3, 9]
    assert ids.take_all([20, 21]) == [20, 21]


def test_kept_numbers_go_to_whoever_claims_them() -> None:
    ids = Ids([5, 6])
    assert [ids.take(5), ids.claim(5), ids.claim(5), ids.take_all([6])] == [7, 5, 8, [9]]


def test_notes_from_anki_keep_their_ids_whatever_was_written_before_them(tmp_path: Path) -> None:
    second_ms = 1_700_000_000_000
    origin = Origin(second_ms + 1, 456, cards=((second_ms + 2, 3),))
    theirs = Note(
        "앞", "뒤", note_type=_KIND.uid, fields=("앞", "뒤"), file_id="theirs", origin=origin
    )
    past = Past("q", second_ms + 2, due=1)
    notes = [*(_note(f"u{n}") for n in range(4)), OutgoingNote("uid", "가", theirs, 5, (past,))]
    package = _Package(tmp_path, *notes)
    assert package.rows(
        "SELECT nid, id FROM cards WHERE nid = (SELECT id FROM notes WHERE guid = 'theirs')"
    ) == [(second_ms + 1, second_ms + 2)]
    assert package.rows("SELECT count(*) FROM notes") == [(5,)]


def test_only_media_that_notes_or_templates_name_go_in(tmp_path: Path) -> None:
    media = tuple(
        MediaFile(name=name, size=3, open=partial(io.BytesIO, b"abc"))
        for name in ("그림 1.png", "_style.css", "other.png", "a&b.mp3", "latex-1.png")
    )
    fields = ('<img src="그림%201.png">', "[sound:a&amp;b.mp3]")
    note = Note("x", "y", note_type=_KIND.uid, fields=fields)
    package = _Package(tmp_path, OutgoingNote("u", "가", note, 5, (Past("q"),)), media=media)
    names = json.loads((package.folder / "media").read_text(encoding="utf-8"))
    assert names == {"0": "그림 1.png", "1": "_style.css", "2": "a&b.mp3", "3": "latex-1.png"}
    assert (package.folder / "1").read_bytes() == b"abc"
    assert package.written.media == 4


def test_there_is_one_collection_of_the_second_kind(tmp_path: Path) -> None:
    package = _Package(tmp_path, _note("u"))
    with zipfile.ZipFile(package.path) as opened:
        assert opened.namelist() == ["meta", "collection.anki21", "media"]
        assert opened.read("meta") == b"\x08\x02"
    assert package.rows("PRAGMA integrity_check") == [("ok",)]


def test_the_same_fields_have_ankis_checksum(tmp_path: Path) -> None:
    """Anki's own number for a note whose first field is `f`."""
    package = _Package(tmp_path, _note("u", prompt="f"))
    assert package.rows("SELECT csum, sfld FROM notes") == [(1242175777, "f")]


def test_a_new_collection_begins_at_four_on_its_first_day_where_the_learner_is() -> None:
    begun = beginning({}, 738_000, 540)
    assert (begun.first_day, begun.west_min) == (738_000, -540)
    assert (begun.created + 540 * 60) % 86_400 == 4 * 3600


def test_the_beginning_of_a_collection_that_was_read_stays() -> None:
    begun = beginning(_KEPT, 738_000, 0)
    assert (begun.created, begun.west_min) == (1_600_000_000, -540)


@pytest.mark.parametrize(
    ("field", "names"),
    [
        ("plain", []),
        ("<img src=a.png>", ["a.png"]),
        ("<IMG SRC='a b.png'>", ["a b.png"]),
        ("[sound:x.mp3]", ["x.mp3"]),
        ("<div style=\"background: url('c.png')\">", ["c.png"]),
    ],
)
def test_names_of_media_are_found(field: str, names: list[str]) -> None:
    assert list(dict.fromkeys(media_names(field))) == names

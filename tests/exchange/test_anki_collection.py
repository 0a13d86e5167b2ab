"""A collection is read as it stands; what does not fit in it is told, and nothing in it is run."""

import json
import sqlite3
import time
from contextlib import closing, suppress
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from overmorrow.cards.problem import Harm
from overmorrow.errors import FileError
from overmorrow.exchange import anki_collection
from overmorrow.exchange.anki_collection import Collection, read_collection
from overmorrow.messages import Messages
from tests.exchange.anki_making import (
    BASIC,
    CLOZE,
    CREATED,
    REVERSED,
    Contents,
    card,
    note,
    review,
    write_collection,
)

MADE = Contents(
    notes=[
        note(1, "대한민국", "서울<br>Seoul", tags=["수도", "a::b"], flags=3, data="x"),
        note(2, "{{c1::2003년}}", "", mid=CLOZE, guid="q[,<0"),
    ],
    cards=[
        card(10, 1, did=5, type=2, queue=-1, due=30, ivl=12, factor=2500, reps=3, flags=2),
        card(20, 2, type=1, queue=1, due=1_700_000_000, left=2002, data='{"s":3.5}'),
    ],
    reviews=[review(1_600_000_000_000, 10, ease=4, ivl=12, last=-600)],
    decks={1: "Default", 5: "한국어::단어"},
)


def _read(tmp_path: Path, made: Contents, schema: int = 11) -> Collection:
    return read_collection(str(write_collection(tmp_path / "a.anki2", made, schema)), "a.anki2")


def _changed(tmp_path: Path, sql: str, made: Contents = MADE) -> Collection:
    """Read a collection after something was done to it."""
    path = write_collection(tmp_path / "a.anki2", made)
    with closing(sqlite3.connect(path)) as file:
        file.executescript(sql)
        file.commit()
    return read_collection(str(path), "a.anki2")


def _told(collection: Collection) -> list[tuple[str, object, object]]:
    """Return what is told: the message, how many, and which; it can be said."""
    for each in collection.problems:
        for language in ("ko", "en"):
            assert Messages(language)(each.key, **each.values)
    return [(each.key, each.values["n"], each.values["which"]) for each in collection.problems]


@pytest.mark.parametrize("schema", [11, 18])
def test_both_schemas_are_read_alike(tmp_path: Path, schema: int) -> None:
    collection = _read(tmp_path, MADE, schema)

    assert (collection.created, collection.creation_offset_min) == (CREATED, -540)
    assert collection.notes == list(MADE.notes)
    assert collection.cards == list(MADE.cards)
    assert collection.revlog == list(MADE.reviews)
    assert collection.decks == {1: "Default", 5: "한국어::단어"}
    assert collection.problems == ()
    types = collection.note_types
    assert [types[each].is_cloze for each in (BASIC, REVERSED, CLOZE)] == [False, False, True]
    assert [template.name for template in types[REVERSED].templates] == ["Card 1", "Card 2"]
    assert types[CLOZE].fields == ("Text", "Back Extra")
    assert types[BASIC].css == ".card { color: black; }"


@pytest.mark.parametrize("schema", [11, 18])
def test_the_whole_note_type_is_kept_as_schema_11_has_it(tmp_path: Path, schema: int) -> None:
    kept = json.loads(_read(tmp_path, MADE, schema).note_types[REVERSED].kept)
    wanted = MADE.note_types[REVERSED]

    for key in ("id", "name", "type", "sortf", "css", "latexPre", "latexPost", "did", "mod"):
        assert kept[key] == wanted[key]
    for key in ("flds", "tmpls"):
        pairs = zip(kept[key], wanted[key], strict=True)
        assert all(entry | expected == entry for entry, expected in pairs)


@pytest.mark.parametrize("schema", [11, 18])
def test_settings_are_kept_as_json(tmp_path: Path, schema: int) -> None:
    collection = _read(tmp_path, MADE, schema)

    assert json.loads(collection.conf) == MADE.conf
    assert json.loads(collection.deck_settings)["5"]["name"] == "한국어::단어"
    assert json.loads(collection.deck_options)["1"]["name"] == "Default"


def test_a_collection_without_an_offset_says_none(tmp_path: Path) -> None:
    for conf in ({}, {"creationOffset": "x"}, {"creationOffset": 10**9}):
        assert _read(tmp_path, Contents(conf=conf)).creation_offset_min is None


def test_a_card_without_a_note_is_left_out_with_its_reviews(tmp_path: Path) -> None:
    made = Contents(
        notes=[note(1, "a", "b")],
        cards=[card(10, 1), card(11, 7)],
        reviews=[review(100, 10), review(200, 11), review(300, 12)],
    )

    collection = _read(tmp_path, made)

    assert [row[0] for row in collection.cards] == [10]
    assert [row[0] for row in collection.revlog] == [100]
    assert _told(collection) == [
        ("anki.card_without_note", 1, "11"),
        ("anki.review_without_card", 2, "200, 300"),
    ]
    assert [each.harm for each in collection.problems] == [Harm.CARD, Harm.NOTICE]


def test_a_card_with_a_number_that_cannot_be_is_left_out(tmp_path: Path) -> None:
    made = Contents(notes=[note(1, "a", "b")], cards=[card(10, 1), card(11, 1, ord=-1)])

    collection = _read(tmp_path, made)

    assert [row[0] for row in collection.cards] == [10]
    assert _told(collection) == [("anki.card_number", 1, "11")]


def test_a_card_of_a_missing_deck_goes_to_the_default_one(tmp_path: Path) -> None:
    made = Contents(
        notes=[note(1, "a", "b")],
        cards=[card(10, 1, did=9), card(11, 1, ord=1, did=8, odid=1), card(12, 1, odid=7)],
        decks={1: "기본", 8: "필터"},
    )

    collection = _read(tmp_path, made)

    assert collection.decks == {1: "기본", 8: "필터", 9: "기본", 7: "기본"}
    assert _told(collection) == [("anki.deck_missing", 2, "10, 12")]


def test_a_note_without_its_note_type_gets_numbered_fields(tmp_path: Path) -> None:
    made = Contents(
        notes=[note(1, "a", "b", mid=77), note(2, "a", "b", "c", mid=77)],
        cards=[card(10, 1), card(20, 2)],
    )

    collection = _read(tmp_path, made)

    assert collection.note_types[77].fields == ("1", "2", "3")
    assert collection.note_types[77].templates[0].question == "{{1}}"
    assert json.loads(collection.note_types[77].kept)["id"] == 77
    assert _told(collection) == [("anki.note_type_missing", 2, "1, 2")]


def test_a_note_without_cards_is_kept(tmp_path: Path) -> None:
    collection = _read(tmp_path, Contents(notes=[note(each, "a", "b") for each in range(1, 8)]))

    assert len(collection.notes) == 7
    assert _told(collection) == [("anki.note_without_cards", 7, "1, 2, 3, 4, 5, …")]


def test_text_that_is_not_utf8_is_replaced_and_told(tmp_path: Path) -> None:
    collection = _changed(tmp_path, "UPDATE notes SET flds = CAST(x'ff41' AS TEXT) WHERE id = 1")

    assert [row[5] for row in collection.notes] == ["\ufffdA", MADE.notes[1][5]]
    assert _told(collection) == [("anki.text_replaced", 1, "\ufffdA")]


def test_what_is_told_cannot_steer_the_terminal(tmp_path: Path) -> None:
    sql = "UPDATE notes SET flds = CAST(x'1b5d303b41079b ff' AS TEXT) WHERE id = 1"
    (told,) = _changed(tmp_path, sql.replace(" ff", "ff")).problems

    assert str(told.values["which"]).isprintable()


def test_values_of_another_type_are_taken_for_what_they_should_be(tmp_path: Path) -> None:
    path = tmp_path / "a.anki2"
    write_collection(path, Contents())
    with closing(sqlite3.connect(path)) as file:
        file.executescript("DROP TABLE notes; DROP TABLE cards;")
        file.execute("CREATE TABLE notes (id, guid, mid, mod, tags, flds, flags, data)")
        zeros = "did,ord,mod,type,queue,due,ivl,factor,reps,lapses,left,odue,odid,flags,data"
        file.execute(f"CREATE TABLE cards (id, nid, {zeros})")
        odd_note = ("1", 5, str(BASIC), 1.5, None, b"a\x1fb", "x", None)
        file.execute("INSERT INTO notes VALUES (?, ?, ?, ?, ?, ?, ?, ?)", odd_note)
        odd_card = (9.0, "1", "1", None, 0, 0, 0, 3.7, *[None] * 9)
        file.execute(f"INSERT INTO cards VALUES ({','.join('?' * 17)})", odd_card)
        file.commit()

    collection = read_collection(str(path), "a.anki2")

    assert collection.notes == [(1, "5", BASIC, 1, "", "a\x1fb", 0, "")]
    assert collection.cards == [(9, 1, 1, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, "")]


def test_names_that_are_no_unicode_can_be_written(tmp_path: Path) -> None:
    made = Contents()
    made.conf["x"] = "\ud800"

    assert json.loads(_read(tmp_path, made).conf)["x"] == "?"


@pytest.mark.parametrize(
    ("sql", "key"),
    [
        pytest.param("DROP TABLE cards", "no_tables", id="a-table-is-missing"),
        pytest.param(
            "ALTER TABLE notes RENAME TO n; CREATE VIEW notes AS SELECT * FROM n",
            "no_tables",
            id="a-view-in-its-place",
        ),
        pytest.param(
            "DROP TABLE notes; CREATE VIRTUAL TABLE notes USING fts5(flds)",
            "no_tables",
            id="a-virtual-table-in-its-place",
        ),
        pytest.param("ALTER TABLE notes DROP COLUMN flds", "damaged", id="a-column-is-missing"),
        pytest.param("DELETE FROM col", "damaged", id="no-settings"),
        pytest.param(
            "ALTER TABLE notes DROP COLUMN data;"
            " ALTER TABLE notes ADD COLUMN data AS (zeroblob(900000000))",
            "value_too_large",
            id="a-column-that-swells",
        ),
    ],
)
def test_a_broken_collection_is_refused(tmp_path: Path, sql: str, key: str) -> None:
    with pytest.raises(FileError) as caught:
        _changed(tmp_path, sql)

    assert caught.value.key == f"anki.{key}"
    assert "a.anki2" in Messages("ko")(caught.value.key, **caught.value.values)


@pytest.mark.parametrize(
    ("sql", "key"),
    [
        pytest.param("crt = 1 << 60", "no_beginning", id="begun-in-a-far-future"),
        pytest.param("crt = -5", "no_beginning", id="begun-before-there-were-days"),
        pytest.param("models = '[1]'", "settings_damaged", id="no-object"),
        pytest.param('decks = \'{"1": {"na\'', "settings_damaged", id="cut-short"),
        pytest.param(
            "models = replace(hex(zeroblob(100000)), '0', '[')",
            "settings_damaged",
            id="json-without-a-ground",
        ),
    ],
)
def test_damaged_settings_cost_no_note(tmp_path: Path, sql: str, key: str) -> None:
    collection = _changed(tmp_path, f"UPDATE col SET {sql}")

    assert [note[0] for note in collection.notes] == [note[0] for note in MADE.notes]
    assert f"anki.{key}" in [told[0] for told in _told(collection)]


def test_models_without_fields_are_as_good_as_missing(tmp_path: Path) -> None:
    collection = _changed(
        tmp_path, """UPDATE col SET models = '{"1001": 3, "x": {}, "1003": {}}'"""
    )

    assert sorted(collection.note_types) == [BASIC, CLOZE]
    assert [told[0] for told in _told(collection)] == ["anki.note_type_missing"] * 2


def test_settings_that_are_no_objects_are_left_out(tmp_path: Path) -> None:
    sql = """UPDATE col SET decks = '{"1": 3, "5": []}', dconf = '{"1": null}'"""
    collection = _changed(tmp_path, sql)

    assert (collection.deck_settings, collection.deck_options) == ("{}", "{}")
    assert collection.decks == {1: "Default", 5: "Default"}


def test_reading_ends_when_it_takes_too_long(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(anki_collection, "LONGEST_READING_S", 0)
    monkeypatch.setattr(anki_collection, "_STEPS_BETWEEN_LOOKS", 1)

    with pytest.raises(FileError) as caught:
        _read(tmp_path, MADE)

    assert caught.value.key == "anki.too_slow"


def test_an_interruption_while_sqlite_reads_is_passed_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    moments = iter([time.monotonic()])
    real = time.monotonic

    def clock() -> float:
        for moment in moments:
            return moment
        monkeypatch.setattr(time, "monotonic", real)
        raise KeyboardInterrupt

    monkeypatch.setattr(anki_collection, "_STEPS_BETWEEN_LOOKS", 1)
    monkeypatch.setattr(time, "monotonic", clock)

    with pytest.raises(KeyboardInterrupt):
        _read(tmp_path, MADE)


def test_reading_leaves_the_file_and_its_folder_as_they_were(tmp_path: Path) -> None:
    path = write_collection(tmp_path / "a.anki2", MADE)
    with closing(sqlite3.connect(path)) as file:
        file.execute("PRAGMA journal_mode = WAL")
    before = path.read_bytes()

    read_collection(str(path), "a.anki2")

    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == ["a.anki2"]


@settings(max_examples=60, deadline=None)
@given(data=st.data(), schema=st.sampled_from([11, 18]))
def test_a_damaged_collection_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject, schema: int
) -> None:
    path = tmp_path_factory.getbasetemp() / "damaged.anki2"
    whole = bytearray(_collection(schema))
    for _ in range(data.draw(st.integers(1, 20))):
        whole[data.draw(st.integers(16, len(whole) - 1))] = data.draw(st.integers(0, 255))
    path.write_bytes(whole)

    with suppress(FileError):
        collection = read_collection(str(path), "damaged.anki2")
        assert {row[1] for row in collection.cards} <= {row[0] for row in collection.notes}
        assert {row[2] for row in collection.notes} <= collection.note_types.keys()


@cache
def _collection(schema: int) -> bytes:
    with TemporaryDirectory() as folder:
        return write_collection(Path(folder, "a.anki2"), MADE, schema).read_bytes()


@pytest.mark.parametrize(("version", "ratings"), [(1, [1, 3, 4, 3]), (2, [1, 2, 3, 3])])
def test_ratings_of_the_first_scheduler_are_brought_up_to_date(
    version: int, ratings: list[int], tmp_path: Path
) -> None:
    reviews = [review(nth, 10, ease=nth, type=0) for nth in (1, 2, 3)]
    made = Contents(
        notes=MADE.notes,
        cards=MADE.cards,
        decks=MADE.decks,
        reviews=[*reviews, review(4, 10, ease=3)],
        conf={"schedVer": version},
    )
    assert [row[2] for row in _read(tmp_path, made).revlog] == ratings

"""Decks are written whole or not at all, and what is written is what is there."""

import json
import os
import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from overmorrow.cards.note import Note
from overmorrow.cards.note_type import NoteType
from overmorrow.cards.text import clean
from overmorrow.clock import study_day
from overmorrow.errors import FileError, NotFoundError
from overmorrow.exchange.own_note_types import BASIC, BOTH, CLOZE
from overmorrow.jobs.export_deck import Export, Exported, export_deck
from overmorrow.jobs.import_deck import apply_files
from overmorrow.jobs.import_plan import plan_file
from overmorrow.scheduling.event import EventKind
from overmorrow.store.answers import record, undo_last
from overmorrow.store.batches import undo_batch
from overmorrow.store.cache import STATE_COLUMNS
from overmorrow.store.database import Database, Row, open_database
from overmorrow.store.deck_rows import DeckHead
from overmorrow.store.events import ALL_COLUMNS
from overmorrow.store.note_rows import NOTE_COLUMNS
from overmorrow.store.note_writing import PlannedNote
from overmorrow.store.notes import BatchPlan, DeckPlan, apply_plan
from tests.jobs.conftest import SteppingClock
from tests.store.building import set_options


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Database]:
    database = open_database(str(tmp_path / "other.db"), durability="normal")
    yield database
    database.close()


def _card(database: Database, prompt: str, key: str = "q") -> int:
    sql = "SELECT card.id FROM card JOIN note ON note.id = note_id WHERE prompt LIKE ? AND key = ?"
    found = database.number(sql, (f"{prompt}%", key))
    assert found is not None
    return found


def _answer(
    database: Database, clock: SteppingClock, card: int, quality: int, kind: str = "review"
) -> None:
    moment = clock()
    record(
        database, card, moment, study_day(moment), kind, quality=quality, answer_ms=4000 + quality
    )


def _study(database: Database, clock: SteppingClock) -> None:
    """Answer, forget, drill, practise, suspend, take back."""
    seoul, suez = _card(database, "Which river"), _card(database, "How long")
    for quality in (5, 4):
        _answer(database, clock, seoul, quality)
        clock.sleep_until_tomorrow(6)
    _answer(database, clock, suez, 1)
    _answer(database, clock, suez, 4)
    _answer(database, clock, suez, 3, EventKind.PRACTICE)
    moment = clock()
    record(database, _card(database, "Name the"), moment, study_day(moment), EventKind.SUSPEND)
    _answer(database, clock, _card(database, "capital", "r"), 5)
    assert undo_last(database, clock(), study_day(clock()))


def _export(database: Database, clock: SteppingClock, out: Path, **options: bool | str) -> Exported:
    wanted = Export(
        deck=str(options["deck"]) if "deck" in options else None,
        format=out.suffix[1:] or "md",
        out=f"{out}/" if out.is_dir() else str(out),
        with_schedule=bool(options.get("with_schedule")),
        replace=bool(options.get("replace")),
    )
    return export_deck(database, wanted, clock())


def _everything(database: Database) -> list[list[Row]]:
    state = ", ".join(f"card.{column}" for column in STATE_COLUMNS.split(", "))
    return [
        database.rows(f"SELECT uid, position, {NOTE_COLUMNS} FROM note ORDER BY uid"),
        database.rows(f"SELECT uid, key, position, {state} FROM card ORDER BY uid"),
        database.rows(f"SELECT {ALL_COLUMNS} FROM event ORDER BY id"),
        database.rows("SELECT name, title, lang, source FROM deck ORDER BY name"),
        database.rows("SELECT * FROM day_tally ORDER BY study_day, kind, quality"),
    ]


def test_json_brings_everything_to_another_machine(
    database: Database, other: Database, clock: SteppingClock, out: Path
) -> None:
    _study(database, clock)
    done = _export(database, clock, out / "all.json", with_schedule=True)
    assert (done.notes, done.cards, done.reviews) == (6, 8, 8)
    plan = plan_file(other, str(out / "all.json"), with_pasts=True)
    apply_files(other, [plan], clock())
    assert _everything(other) == _everything(database)


def test_json_brings_a_decks_limits_and_undoing_takes_them_back(
    database: Database, other: Database, clock: SteppingClock, out: Path
) -> None:
    name = str(database.value("SELECT name FROM deck"))
    set_options(database, name, {"new_per_day": 7})
    _export(database, clock, out / "all.json")
    batch = apply_files(other, [plan_file(other, str(out / "all.json"))], clock())
    options = "SELECT options FROM deck WHERE name = ?"
    assert other.value(options, (name,)) == database.value(options, (name,))
    undo_batch(other, batch or 0, clock())
    assert other.rows("SELECT name FROM deck") == []


def test_json_without_schedule_holds_no_answer(
    database: Database, clock: SteppingClock, out: Path
) -> None:
    _study(database, clock)
    _export(database, clock, out / "all.json")
    assert "events" not in json.loads((out / "all.json").read_text(encoding="utf-8"))


def _package(path: Path, sql: str) -> list[Row]:
    with zipfile.ZipFile(path) as package:
        package.extract("collection.anki21", path.parent)
    with closing(sqlite3.connect(path.parent / "collection.anki21")) as collection:
        return collection.execute(sql).fetchall()


def test_our_schedules_are_said_in_ankis_terms(
    database: Database, clock: SteppingClock, out: Path
) -> None:
    first_day = study_day(clock())
    _study(database, clock)
    done = _export(database, clock, out / "all.apkg", with_schedule=True)
    assert (done.notes, done.cards, done.reviews) == (6, 8, 5)
    cards = _package(
        out / "all.apkg",
        "SELECT flds, type, queue, due, ivl, factor, reps, lapses FROM cards"
        " JOIN notes ON notes.id = nid",
    )
    found = {fields.split("\x1f")[0]: rest for fields, *rest in cards}
    assert found["Which river flows through Seoul?"] == [2, 2, 6 + 6, 6, 2600, 2, 0]
    assert found["How long is the Suez Canal?"] == [2, 2, 12 + 1, 1, 2500, 3, 0]
    assert found["Name the three largest oceans."][:2] == [0, -1]
    ((created,),) = _package(out / "all.apkg", "SELECT crt FROM col")
    assert created // 86_400 + 719_163 == first_day


def test_our_answers_become_reviews_without_those_taken_back(
    database: Database, clock: SteppingClock, out: Path
) -> None:
    _study(database, clock)
    _export(database, clock, out / "all.apkg", with_schedule=True)
    sql = "SELECT ease, ivl, lastIvl, factor, time, type FROM revlog ORDER BY id"
    assert _package(out / "all.apkg", sql) == [
        (4, 1, 0, 2600, 4005, 0),
        (3, 6, 1, 2600, 4004, 1),
        (1, 1, 0, 2500, 4001, 0),
        (3, 1, 1, 2500, 4004, 2),
        (2, 1, 1, 0, 4003, 3),
    ]


def test_without_schedule_all_cards_are_new(
    database: Database, clock: SteppingClock, out: Path
) -> None:
    _study(database, clock)
    _export(database, clock, out / "all.apkg")
    assert _package(out / "all.apkg", "SELECT DISTINCT type, queue, ivl, flags FROM cards") == [
        (0, 0, 0, 0)
    ]
    assert _package(out / "all.apkg", "SELECT due FROM cards ORDER BY due") == [
        (place,) for place in range(1, 9)
    ]
    assert _package(out / "all.apkg", "SELECT count(*) FROM revlog") == [(0,)]


def test_our_note_types_never_change_their_ids_and_fields(
    database: Database, clock: SteppingClock, out: Path
) -> None:
    _export(database, clock, out / "all.apkg")
    ((text,),) = _package(out / "all.apkg", "SELECT models FROM col")
    found = {
        int(key): [field["name"] for field in each["flds"]]
        for key, each in json.loads(text).items()
    }
    basic = ["Prompt", "Answer", "Also", "Choices", "Hint", "Note", "Source", "Data"]
    assert found == {
        1_795_000_000_101: basic,
        1_795_000_000_102: basic,
        1_795_000_000_103: ["Text", "Hint", "Note", "Source", "Data"],
    }
    assert len({BASIC.uid, BOTH.uid, CLOZE.uid}) == 3


def test_a_deck_in_markdown_is_the_same_deck_again(
    database: Database, other: Database, clock: SteppingClock, out: Path
) -> None:
    _export(database, clock, out / "mini.md", deck="Mini")
    apply_files(other, [plan_file(other, str(out / "mini.md"))], clock())
    assert _everything(other)[0] == _everything(database)[0]
    assert _everything(other)[3] == _everything(database)[3]


def test_several_decks_in_markdown_want_a_folder(
    database: Database, clock: SteppingClock, out: Path, tmp_path: Path
) -> None:
    more = tmp_path / "more.md"
    more.write_text("---\ndeck: Mini::More\n---\n\nQ: p\nA: a\n", encoding="utf-8")
    apply_files(database, [plan_file(database, str(more))], clock())
    with pytest.raises(FileError):
        _export(database, clock, out / "all.md")
    done = _export(database, clock, out)
    assert sorted(os.listdir(out)) == ["Mini - More.md", "Mini.md"]
    assert done.notes == 7
    with pytest.raises(FileError):
        _export(database, clock, out)
    assert _export(database, clock, out, replace=True).notes == 7


@pytest.mark.parametrize("name", ["x.md", "x.csv", "x.tsv", "x.json", "x.apkg"])
def test_a_file_that_is_there_stays_unless_it_may_be_replaced(
    name: str, database: Database, clock: SteppingClock, out: Path
) -> None:
    (out / name).write_text("mine", encoding="utf-8")
    with pytest.raises(FileError):
        _export(database, clock, out / name)
    assert (out / name).read_text(encoding="utf-8") == "mine"
    _export(database, clock, out / name, replace=True)
    assert b"mine" not in (out / name).read_bytes()[:4]
    assert os.listdir(out) == [name]


@pytest.mark.parametrize("name", ["x.csv", "x.apkg"])
def test_what_is_stopped_leaves_nothing(
    name: str, database: Database, clock: SteppingClock, out: Path
) -> None:
    rows = "".join(f"Q: p{number}\nA: a\n\n" for number in range(2500))
    (out.parent / "big.md").write_text(rows, encoding="utf-8")
    apply_files(database, [plan_file(database, str(out.parent / "big.md"))], clock())

    def stop(done: int) -> None:
        raise KeyboardInterrupt(done)

    wanted = Export(deck=None, format=name[2:], out=str(out / name))
    with pytest.raises(KeyboardInterrupt):
        export_deck(database, wanted, clock(), stop)
    assert os.listdir(out) == []


def test_a_missing_deck_or_folder_is_said(
    database: Database, clock: SteppingClock, out: Path
) -> None:
    with pytest.raises(NotFoundError):
        _export(database, clock, out / "x.md", deck="Minni")
    with pytest.raises(FileError):
        _export(database, clock, out / "none" / "x.md")


def test_an_empty_collection_has_nothing_to_write(
    other: Database, clock: SteppingClock, out: Path
) -> None:
    with pytest.raises(NotFoundError):
        _export(other, clock, out / "x.json")


def test_a_later_answer_of_ours_counts_more_than_the_schedule_taken_over(
    other: Database, clock: SteppingClock, out: Path
) -> None:
    """What comes from Anki goes back as it came, until the card is answered here."""
    apkg = out / "theirs.apkg"
    source = out / "deck.md"
    source.write_text("Q: p\nA: a\n", encoding="utf-8")
    apply_files(other, [plan_file(other, str(source))], clock())
    _answer(other, clock, _card(other, "p"), 5)
    _export(other, clock, apkg, with_schedule=True)
    sql = "SELECT type, queue, due, ivl, factor, reps, lapses FROM cards"
    with closing(open_database(str(out / "third.db"), durability="normal")) as third:
        apply_files(third, [plan_file(third, str(apkg), with_pasts=True)], clock())
        _export(third, clock, out / "same.apkg", with_schedule=True)
        assert _package(out / "same.apkg", sql) == _package(apkg, sql)
        clock.sleep_until_tomorrow()
        _answer(third, clock, _card(third, "p"), 4)
        _export(third, clock, out / "later.apkg", with_schedule=True)
    assert _package(out / "later.apkg", sql) == [(2, 2, 7, 6, 2600, 2, 0)]
    assert len(_package(out / "later.apkg", "SELECT id FROM revlog")) == 2


def test_our_own_package_brings_nothing_new_but_what_was_learned_since(
    database: Database, other: Database, clock: SteppingClock, out: Path
) -> None:
    _study(database, clock)
    _export(database, clock, out / "first.apkg", with_schedule=True)
    before = _everything(database)
    apply_files(database, [plan_file(database, str(out / "first.apkg"), with_pasts=True)], clock())
    assert _everything(database)[0:2] == before[0:2]
    assert _everything(database)[4] == before[4]

    apply_files(other, [plan_file(other, str(out / "first.apkg"), with_pasts=True)], clock())
    clock.sleep_until_tomorrow(20)
    _answer(other, clock, _card(other, "Which river"), 5)
    _export(other, clock, out / "second.apkg", with_schedule=True)
    apply_files(database, [plan_file(database, str(out / "second.apkg"), with_pasts=True)], clock())
    card = _card(database, "Which river")
    sql = "SELECT interval_days, due_day, lapses FROM card WHERE id = ?"
    assert database.rows(sql, (card,)) == other.rows(sql, (_card(other, "Which river"),))
    sql = "SELECT count(*) FROM event WHERE card_uid = (SELECT uid FROM card WHERE id = ?)"
    assert database.number(f"{sql} AND kind = 'review'", (card,)) == 3


def test_nothing_in_a_field_steers_the_terminal(
    other: Database, clock: SteppingClock, capsys: pytest.CaptureFixture[str]
) -> None:
    note = Note("p", "a", note_type="x", fields=("\x1b]0;owned\x07", "\x9b31m\u202e"), file_id="g")
    kind = NoteType(name="k\x1b[31m", is_cloze=False, fields=("1", "2"), templates=())
    note = note._replace(note_type=kind.uid)
    deck = DeckPlan(DeckHead("d"), [PlannedNote("u", 0, note)])
    apply_plan(other, BatchPlan("x", [deck], note_types=[kind]), clock())
    for format_ in ("tsv", "csv", "json", "md"):
        export_deck(other, Export(deck=None, format=format_, out="-"), clock())
        out = capsys.readouterr().out
        assert clean(out) == out
        assert out

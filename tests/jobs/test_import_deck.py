import subprocess
import sys
from pathlib import Path

import pytest

from overmorrow.errors import FileError
from overmorrow.jobs.import_deck import Decisions, apply_files
from overmorrow.jobs.import_plan import plan_file, plan_files
from overmorrow.jobs.planned import FileRefusedError
from overmorrow.jobs.study import StudySession
from overmorrow.settings import Settings
from overmorrow.store.batches import undo_batch
from overmorrow.store.check import problems_of
from overmorrow.store.database import Database
from tests.jobs.conftest import DECK, SteppingClock

SCHEDULES = "SELECT uid, due_day, repetitions, lapses FROM card WHERE vanished = 0 ORDER BY uid"


def study_all(database: Database, clock: SteppingClock) -> None:
    session = StudySession(database, clock, Settings())
    while session.asked:
        session.rate(session.judge(""), 4)


def test_a_first_import_is_all_new(empty: Database, deck_file: Path) -> None:
    plan = plan_file(empty, str(deck_file)).decks[0]
    assert (len(plan.new), len(plan.changed), len(plan.unchanged)) == (6, 0, 0)
    assert plan.card_count() == 8
    assert empty.number("SELECT count(*) FROM note") == 0


def test_importing_the_same_file_again_changes_nothing(
    database: Database, deck_file: Path, clock: SteppingClock
) -> None:
    file = plan_file(database, str(deck_file))
    plan = file.decks[0]
    assert plan.is_empty
    assert len(plan.unchanged) == 6
    assert apply_files(database, [file], clock()) is None


def test_an_edited_answer_keeps_its_schedule(
    database: Database, deck_file: Path, clock: SteppingClock
) -> None:
    study_all(database, clock)
    before = database.rows(SCHEDULES)
    deck_file.write_text(DECK.replace("A: Paris", "A: Paris, on the Seine"), encoding="utf-8")
    file = plan_file(database, str(deck_file))
    plan = file.decks[0]
    assert [note.after.answer for note in plan.changed] == ["Paris, on the Seine"]
    apply_files(database, [file], clock())
    assert database.rows(SCHEDULES) == before


def test_a_moved_note_keeps_its_schedule_and_takes_its_new_place(
    database: Database, deck_file: Path, clock: SteppingClock
) -> None:
    study_all(database, clock)
    before = database.rows(SCHEDULES)
    head, first, rest = DECK.partition("Q: Which river flows through Seoul?\nA: Han River\n")
    moved = head + rest.removeprefix("also: Hangang\n") + "\n" + first + "also: Hangang\n"
    deck_file.write_text(moved, encoding="utf-8")
    file = plan_file(database, str(deck_file))
    plan = file.decks[0]
    assert (len(plan.unchanged), len(plan.doubtful), plan.is_empty) == (6, 0, False)
    apply_files(database, [file], clock())
    assert database.rows(SCHEDULES) == before
    sql = "SELECT prompt FROM note ORDER BY position DESC LIMIT 1"
    assert database.value(sql) == "Which river flows through Seoul?"


@pytest.mark.parametrize("is_same", [True, False])
def test_a_note_changed_in_prompt_and_answer_is_asked_about(
    database: Database, deck_file: Path, clock: SteppingClock, is_same: bool
) -> None:
    study_all(database, clock)
    before = database.rows(SCHEDULES)
    edited = DECK.replace("How long is the Suez Canal?", "How long is the Panama Canal?")
    edited = edited.replace("193 km", "82 km")
    deck_file.write_text(edited, encoding="utf-8")
    file = plan_file(database, str(deck_file))
    plan = file.decks[0]
    (doubt,) = plan.doubtful
    assert doubt.before.prompt == "How long is the Suez Canal?"
    apply_files(database, [file], clock(), Decisions(same=[doubt.uid] if is_same else []))
    assert (database.rows(SCHEDULES) == before) is is_same
    assert plan_file(database, str(deck_file)).decks[0].is_empty


def test_a_note_gone_from_the_file_is_set_aside_and_comes_back_with_its_history(
    database: Database, deck_file: Path, clock: SteppingClock
) -> None:
    study_all(database, clock)
    before = database.rows(SCHEDULES)
    deck_file.write_text(DECK[: DECK.index("Q: Which of these")], encoding="utf-8")
    file = plan_file(database, str(deck_file))
    plan = file.decks[0]
    assert [known.note.answer for known in plan.vanished] == ["apple"]
    apply_files(database, [file], clock())
    assert len(database.rows(SCHEDULES)) == len(before) - 1
    deck_file.write_text(DECK, encoding="utf-8")
    apply_files(database, [plan_file(database, str(deck_file))], clock())
    assert database.rows(SCHEDULES) == before


def test_a_note_that_cannot_be_read_today_is_not_set_aside(
    database: Database, deck_file: Path
) -> None:
    broken = DECK.replace("A: apple", "A:")
    deck_file.write_text(broken.replace("not: brick | cloud | drum\n", ""), encoding="utf-8")
    plan = plan_file(database, str(deck_file)).decks[0]
    assert (plan.refused, plan.vanished, len(plan.unchanged)) == (1, (), 5)


def test_an_import_can_be_taken_back_whole_and_made_again_with_its_schedules(
    database: Database, deck_file: Path, clock: SteppingClock
) -> None:
    study_all(database, clock)
    before = database.rows(SCHEDULES)
    batch = database.number("SELECT max(id) FROM batch")
    assert batch is not None
    undo_batch(database, batch, clock())
    assert database.rows(SCHEDULES) == []
    apply_files(database, [plan_file(database, str(deck_file))], clock())
    assert database.rows(SCHEDULES) == before


def test_two_notes_with_one_prompt_are_two(
    empty: Database, tmp_path: Path, clock: SteppingClock
) -> None:
    file = tmp_path / "homonyms.tsv"
    file.write_text("배\tpear\n배\tship\n", encoding="utf-8")
    apply_files(empty, [plan_file(empty, str(file))], clock())
    assert plan_file(empty, str(file)).decks[0].is_empty
    assert empty.number("SELECT count(DISTINCT uid) FROM note") == 2


def test_a_stopped_import_leaves_nothing(
    empty: Database, tmp_path: Path, clock: SteppingClock
) -> None:
    file = tmp_path / "many.tsv"
    file.write_text("".join(f"{n}\tanswer {n}\n" for n in range(4000)), encoding="utf-8")

    def stop(written: int) -> None:
        if written > 2600:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        apply_files(empty, [plan_file(empty, str(file))], clock(), progress=stop)
    assert empty.number("SELECT count(*) FROM note") == 0


def test_of_several_decks_all_are_written_or_none(
    empty: Database, tmp_path: Path, clock: SteppingClock
) -> None:
    file = tmp_path / "two.csv"
    file.write_text("deck,front,back\nA,1,one\nB,2,two\n", encoding="utf-8")
    plan = plan_file(empty, str(file))

    def stop(written: int) -> None:
        if written > 1:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        apply_files(empty, [plan], clock(), progress=stop)
    assert empty.number("SELECT count(*) FROM note") == 0
    batch = apply_files(empty, [plan], clock())
    assert empty.rows("SELECT name FROM deck ORDER BY name") == [("A",), ("B",)]
    undo_batch(empty, batch or 0, clock())
    assert empty.rows("SELECT name FROM deck") == []


DIE = """
import os, sys
from overmorrow.clock import Moment
from overmorrow.jobs.import_deck import apply_files
from overmorrow.jobs.import_plan import plan_file
from overmorrow.store.database import open_database
database = open_database(sys.argv[1])
plan = plan_file(database, sys.argv[2])
apply_files(database, [plan], Moment(int(sys.argv[3]), 0), progress=lambda written: os._exit(9))
"""


def test_an_import_that_died_is_taken_back_by_the_next_one(
    database: Database, deck_file: Path, clock: SteppingClock
) -> None:
    many = deck_file.with_name("many.tsv")
    many.write_text("".join(f"{n}\tanswer {n}\n" for n in range(21_000)), encoding="utf-8")
    words = [database.path, str(many), str(clock().wall_ms)]
    assert subprocess.run([sys.executable, "-c", DIE, *words], check=False).returncode == 9
    count = "SELECT count(*) FROM note"
    assert (database.number(count) or 0) > 6
    apply_files(database, [plan_file(database, str(deck_file))], clock())
    assert (database.number(count) or 0) > 6
    clock.sleep_until_tomorrow()
    apply_files(database, [plan_file(database, str(deck_file))], clock())
    assert database.number(count) == 6


def test_a_file_with_faults_is_refused_with_all_of_them(empty: Database, tmp_path: Path) -> None:
    file = tmp_path / "bad.md"
    file.write_text("Q: a?\nA: b\n^abc2345\n\nQ: c?\nA: d\n^abc2345\n", encoding="utf-8")
    with pytest.raises(FileRefusedError) as refused:
        plan_file(empty, str(file)).decks[0]
    assert refused.value.problems
    with pytest.raises(FileError):
        plan_file(empty, str(tmp_path / "nothing.md")).decks[0]


def test_a_file_whose_import_was_cut_short_at_the_very_end_is_brought_again(
    database: Database, deck_file: Path, clock: SteppingClock
) -> None:
    notes = database.rows("SELECT uid FROM note WHERE vanished = 0 ORDER BY uid")
    database.connection.execute("UPDATE batch SET finished = 0, wall_ms = 0")
    plan = plan_file(database, str(deck_file))
    assert plan.is_empty
    apply_files(database, [plan], clock())
    assert database.rows("SELECT uid FROM note WHERE vanished = 0 ORDER BY uid") == notes
    assert problems_of(database) == []


def test_a_note_that_goes_to_another_deck_keeps_its_schedule(
    database: Database, deck_file: Path, clock: SteppingClock
) -> None:
    study_all(database, clock)
    before = database.rows(SCHEDULES)
    at = DECK.index("Q: Which of these")
    deck_file.write_text(DECK[:at], encoding="utf-8")
    other = deck_file.with_name("other.md")
    other.write_text(DECK[at:], encoding="utf-8")
    plans = plan_files(database, [str(other), str(deck_file)])
    apply_files(database, plans, clock())
    assert database.rows(SCHEDULES) == before
    sql = "SELECT deck.name FROM card JOIN deck ON deck.id = deck_id WHERE deck.name = 'other'"
    assert len(database.rows(sql)) == 1
    assert problems_of(database) == []


def test_another_file_of_the_same_name_sets_nothing_aside(
    empty: Database, tmp_path: Path, clock: SteppingClock
) -> None:
    for folder, text in (("one", "bear\t곰\nox\t소\n"), ("two", "spoon\t숟가락\nfork\t포크\n")):
        (tmp_path / folder).mkdir()
        file = tmp_path / folder / "words.tsv"
        file.write_text(text, encoding="utf-8")
        apply_files(empty, plan_files(empty, [str(file)]), clock())
    assert empty.number("SELECT count(*) FROM note WHERE vanished = 0") == 4


def test_a_note_that_is_edited_on_its_way_to_another_deck_keeps_its_schedule(
    database: Database, deck_file: Path, clock: SteppingClock
) -> None:
    study_all(database, clock)
    before = database.rows(SCHEDULES)
    at = DECK.index("Q: Which of these")
    deck_file.write_text(DECK[:at], encoding="utf-8")
    other = deck_file.with_name("other.md")
    other.write_text(DECK[at:].replace("Which of these", "Which of thse"), encoding="utf-8")
    apply_files(database, plan_files(database, [str(other), str(deck_file)]), clock())
    assert database.rows(SCHEDULES) == before


def test_two_files_of_one_deck_do_not_set_each_others_notes_aside(
    empty: Database, tmp_path: Path, clock: SteppingClock
) -> None:
    first, second = tmp_path / "1" / "words.md", tmp_path / "2" / "words.md"
    for number, file in enumerate((first, second)):
        file.parent.mkdir()
        file.write_text(f"Q: word {number}?\nA: {number}\n\nQ: both?\nA: yes\n", encoding="utf-8")
        apply_files(empty, plan_files(empty, [str(file)]), clock())
    first.write_text("Q: word 0?\nA: zero\n\nQ: both?\nA: yes\n", encoding="utf-8")
    apply_files(empty, plan_files(empty, [str(first)]), clock())
    assert empty.number("SELECT count(*) FROM note WHERE vanished = 0") == 3


def test_a_file_that_was_renamed_still_says_what_is_gone(
    empty: Database, tmp_path: Path, clock: SteppingClock
) -> None:
    old = tmp_path / "old.md"
    old.write_text("---\ntitle: 강\n---\n\nQ: a?\nA: 1\n\nQ: b?\nA: 2\n", encoding="utf-8")
    apply_files(empty, plan_files(empty, [str(old)]), clock())
    new = old.rename(tmp_path / "new.md")
    new.write_text("---\ntitle: 강\n---\n\nQ: a?\nA: 1\n", encoding="utf-8")
    apply_files(empty, plan_files(empty, [str(new)]), clock())
    assert empty.number("SELECT count(*) FROM note WHERE vanished = 0") == 1

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from overmorrow.cli.running import main
from overmorrow.jobs.edit_batches import finish_edits
from overmorrow.jobs.edit_note import edit_note
from overmorrow.jobs.import_plan import plan_file
from overmorrow.jobs.maintain import take_back, undoable
from overmorrow.jobs.note_changes import Edit
from overmorrow.settings import Settings
from overmorrow.store.database import Database
from overmorrow.store.deck_file_rows import deck_file as known_file
from tests.jobs.conftest import DECK, SteppingClock
from tests.jobs.studied import SCHEDULES, imported, study_all


@pytest.fixture
def river(empty: Database, deck_file: Path, clock: SteppingClock) -> Iterator[Database]:
    """The small deck, imported from its file and studied."""
    imported(empty, deck_file, clock)
    study_all(empty, clock)
    yield empty
    empty.close()


DIE = """
import os, sys
from overmorrow.clock import Moment
from overmorrow.jobs.edit_note import edit_note
from overmorrow.jobs.edit_batches import take_edit_back
from overmorrow.jobs.note_changes import Edit
from overmorrow.store.batches import batches
from overmorrow.store.database import open_database
path, what, at, card, wall_ms = sys.argv[1:]
def step(name):
    if name == at:
        os._exit(9)
database = open_database(path)
moment = Moment(int(wall_ms), 0)
if what == "edit":
    edit = Edit(prompt="Something else altogether?", answer="Quite so")
    edit_note(database, int(card), edit, moment, step=step)
else:
    take_edit_back(database, batches(database)[0], moment, step)
"""


def die(database: Database, what: str, at: str, clock: SteppingClock) -> None:
    card = database.number("SELECT min(id) FROM card WHERE id > 1") or 0
    words = [database.path, what, at, str(card), str(clock().wall_ms)]
    assert subprocess.run([sys.executable, "-c", DIE, *words], check=False).returncode == 9


@pytest.mark.parametrize(
    ("at", "is_written"),
    [("begun", False), ("prepared", False), ("replaced", True), ("done", True)],
)
def test_an_edit_that_is_killed_is_done_whole_or_not_at_all(
    river: Database, deck_file: Path, clock: SteppingClock, at: str, is_written: bool
) -> None:
    before = river.rows(SCHEDULES)
    die(river, "edit", at, clock)
    found = deck_file.read_text(encoding="utf-8")
    assert (found != DECK) == is_written
    finish_edits(river, clock())
    assert plan_file(river, str(deck_file)).is_empty
    assert river.rows(SCHEDULES) == before
    taken = take_back(river, clock, Settings())
    assert taken
    assert taken.what == ("edit" if is_written else "card")
    assert deck_file.read_text(encoding="utf-8") == DECK
    assert plan_file(river, str(deck_file)).is_empty


@pytest.mark.parametrize(
    ("at", "is_back"), [("prepared", False), ("replaced", True), ("done", True)]
)
def test_taking_an_edit_back_is_done_whole_or_not_at_all(
    river: Database, deck_file: Path, clock: SteppingClock, at: str, is_back: bool
) -> None:
    edit_note(river, 2, Edit(prompt="Something else?", answer="Quite so"), clock())
    before = river.rows(SCHEDULES)
    die(river, "undo", at, clock)
    assert (deck_file.read_text(encoding="utf-8") == DECK) == is_back
    finish_edits(river, clock())
    assert plan_file(river, str(deck_file)).is_empty
    assert river.rows(SCHEDULES) == before


def test_an_import_completes_an_edit_that_was_killed(
    river: Database,
    deck_file: Path,
    clock: SteppingClock,
    capsys: pytest.CaptureFixture[str],
) -> None:
    before = river.rows(SCHEDULES)
    die(river, "edit", "replaced", clock)
    assert main(["--db", river.path, "import", str(deck_file), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["unchanged"], told["new"], told["doubtful"]) == (6, 0, 0)
    assert river.rows(SCHEDULES) == before


def test_the_same_edit_made_again_leaves_nothing_half_done(
    river: Database, deck_file: Path, clock: SteppingClock
) -> None:
    die(river, "edit", "begun", clock)
    card = river.number("SELECT min(id) FROM card WHERE id > 1") or 0
    edit = Edit(prompt="Something else altogether?", answer="Quite so")
    edit_note(river, card, edit, clock())
    finish_edits(river, clock())
    assert [batch.finished for batch in undoable(river)] == [True, True]
    take_back(river, clock, Settings())
    assert deck_file.read_text(encoding="utf-8") == DECK
    assert len(undoable(river)) == 1


def test_a_file_that_was_moved_keeps_an_edit_that_is_taken_back(
    river: Database, deck_file: Path, clock: SteppingClock
) -> None:
    edit_note(river, 2, Edit(answer="x"), clock())
    moved = deck_file.rename(deck_file.with_name("moved.md"))
    imported(river, moved, clock)
    text = moved.read_text(encoding="utf-8")
    taken = take_back(river, clock, Settings())
    assert taken
    assert (taken.what, taken.file_left) == ("edit", str(moved))
    assert moved.read_text(encoding="utf-8") == text
    row = known_file(river, "Mini")
    assert row
    assert row.path == str(moved)

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from overmorrow.cards.deck import Deck
from overmorrow.cards.deck_file import print_deck
from overmorrow.errors import FileError, NotFoundError
from overmorrow.jobs.import_deck import apply_files
from overmorrow.jobs.import_plan import plan_file
from overmorrow.jobs.maintain import take_back
from overmorrow.jobs.write_ids import write_ids
from overmorrow.settings import Settings
from overmorrow.store.database import Database
from tests.cards.deck_strategies import decks
from tests.jobs.conftest import DECK, SteppingClock
from tests.jobs.studied import SCHEDULES, imported, study_all

ID_LINE = re.compile(r"^\^[0-9a-z]{7}\n", re.MULTILINE)


def test_each_note_gets_an_id_as_its_last_line(
    empty: Database, deck_file: Path, clock: SteppingClock
) -> None:
    imported(empty, deck_file, clock)
    study_all(empty, clock)
    before = empty.rows(SCHEDULES)

    done = write_ids(empty, "Mini", clock())

    found = deck_file.read_text(encoding="utf-8")
    assert (done.count, len(ID_LINE.findall(found))) == (6, 6)
    assert ID_LINE.sub("", found) == DECK
    assert plan_file(empty, str(deck_file)).is_empty
    assert empty.rows(SCHEDULES) == before
    assert write_ids(empty, "Mini", clock()).batch_id is None

    rewritten = re.sub(r"(?m)^(Q|A): .*", r"\1: all new", found.replace("type: number\n", ""))
    rewritten = rewritten.replace("A: all new\nnot:", "A: apple\nnot:")
    deck_file.write_text(rewritten, encoding="utf-8")
    plan = plan_file(empty, str(deck_file)).decks[0]
    assert (len(plan.new), len(plan.doubtful), len(plan.vanished)) == (0, 0, 0)


def test_ids_are_taken_back_as_one_step(
    empty: Database, deck_file: Path, clock: SteppingClock
) -> None:
    imported(empty, deck_file, clock)
    write_ids(empty, "Mini", clock())
    taken = take_back(empty, clock, Settings())
    assert taken
    assert (taken.what, taken.name) == ("edit", "Mini")
    assert deck_file.read_text(encoding="utf-8") == DECK
    assert plan_file(empty, str(deck_file)).is_empty


def test_a_deck_without_a_file_gets_no_ids(
    empty: Database, deck_file: Path, clock: SteppingClock
) -> None:
    with pytest.raises(NotFoundError):
        write_ids(empty, "Mini", clock())
    imported(empty, deck_file, clock)
    deck_file.unlink()
    with pytest.raises(FileError) as refused:
        write_ids(empty, "Mini", clock())
    assert refused.value.key == "editing.no_file"


@settings(
    max_examples=10,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(decks().filter(lambda deck: bool(deck.notes)))
def test_ids_change_nothing_else_of_any_deck(empty: Database, tmp_path: Path, deck: Deck) -> None:
    clock = SteppingClock()
    name = f"deck {empty.number('SELECT count(*) FROM deck')}"
    file = tmp_path / f"{name}.md"
    file.write_bytes(print_deck(deck).encode())
    apply_files(empty, [plan_file(empty, str(file), name)], clock())

    write_ids(empty, name, clock())

    plan = plan_file(empty, str(file), name)
    assert plan.is_empty
    notes = plan.decks[0].deck.notes
    assert all(note.file_id for note in notes)
    had = [note.file_id for note in deck.notes]
    assert [note._replace(file_id=was) for note, was in zip(notes, had, strict=True)] == [
        *deck.notes
    ]

"""Many cards changed in one step, and taken back by one undo."""

from pathlib import Path

import pytest

from overmorrow.jobs.browse import Order, browse_rows, find
from overmorrow.jobs.bulk import Change, ChangeError, What, change
from overmorrow.jobs.day import current_day
from overmorrow.jobs.import_plan import plan_file
from overmorrow.jobs.maintain import take_back, undoable
from overmorrow.jobs.study import StudySession
from overmorrow.settings import Settings
from overmorrow.store.check import problems_of
from overmorrow.store.database import Database
from overmorrow.store.state_hash import state_hash
from tests.jobs.conftest import DECK, SteppingClock
from tests.jobs.studied import imported, study_all

SETTINGS = Settings()
CARDS = 8
NOTES = 6


@pytest.fixture
def river(empty: Database, deck_file: Path, clock: SteppingClock) -> Database:
    """The small deck, imported from its file and studied."""
    imported(empty, deck_file, clock)
    study_all(empty, clock)
    return empty


def found(database: Database, text: str, clock: SteppingClock) -> list[int]:
    day = current_day(database, clock, SETTINGS)
    return list(find(database, text, Order(), day).ids)


def cached(database: Database) -> list[tuple[object, ...]]:
    sql = """
        SELECT card.*, note.tags, note.position, note.vanished, deck.name
        FROM card JOIN note ON note.id = note_id JOIN deck ON deck.id = note.deck_id
        ORDER BY card.id"""
    return database.rows(sql)


def brings_nothing(database: Database, file: Path) -> bool:
    """Whether a file says nothing of its notes that is not known, places aside."""
    (plan,) = plan_file(database, str(file)).decks
    return not (plan.new or plan.changed or plan.vanished)


CHANGES = {
    "suspend": (Change(what=What.SUSPEND), "is:suspended", CARDS),
    "bury": (Change(what=What.BURY), "is:buried", CARDS),
    "flag": (Change(what=What.FLAG, number=3), "flag:3", CARDS),
    "mark": (Change(what=What.MARK), "is:marked", CARDS),
    "reset": (Change(what=What.RESET), "is:new", CARDS - 2),
    "due on a day": (Change(what=What.SET_DUE, number=3), "due:3", CARDS),
    "due within days": (
        Change(what=What.SET_DUE, number=3, until=5),
        "prop:due>=3 prop:due<=5",
        CARDS,
    ),
    "a tag more": (Change(what=What.ADD_TAG, text="geo"), "tag:geo", NOTES),
    "another deck": (Change(what=What.MOVE, text="Other::New"), "deck:Other", NOTES),
    "gone": (Change(what=What.DELETE), "-a -_", NOTES),
}


@pytest.mark.parametrize("name", CHANGES)
def test_one_undo_takes_a_change_of_all_back(
    river: Database, deck_file: Path, clock: SteppingClock, name: str
) -> None:
    wanted, search, count = CHANGES[name]
    before = cached(river)
    done = change(river, found(river, "", clock), wanted, clock, SETTINGS)
    assert (done.count, done.name) == (count, wanted.what.value)
    assert len(found(river, search, clock)) == (0 if name == "gone" else CARDS)
    assert problems_of(river) == []
    taken = take_back(river, clock, SETTINGS)
    assert taken
    assert taken.count == count
    assert cached(river) == before
    assert deck_file.read_text(encoding="utf-8") == DECK
    assert problems_of(river) == []


@pytest.mark.parametrize("name", CHANGES)
def test_the_file_says_the_same_as_the_collection(
    river: Database, deck_file: Path, clock: SteppingClock, name: str
) -> None:
    some = found(river, "river or oceans or fruit", clock)
    change(river, some, CHANGES[name][0], clock, SETTINGS)
    assert brings_nothing(river, deck_file)


def test_what_is_so_already_is_left_alone(river: Database, clock: SteppingClock) -> None:
    seoul = found(river, "seoul", clock)
    change(river, seoul, Change(what=What.SUSPEND), clock, SETTINGS)
    done = change(river, found(river, "", clock), Change(what=What.SUSPEND), clock, SETTINGS)
    assert (done.count, done.skipped) == (CARDS - 1, 1)
    take_back(river, clock, SETTINGS)
    assert found(river, "is:suspended", clock) == seoul


def test_a_card_of_a_note_brings_its_siblings_along(river: Database, clock: SteppingClock) -> None:
    nile = found(river, "nile", clock)
    done = change(river, nile[:1], Change(what=What.MARK, whole_notes=True), clock, SETTINGS)
    assert done.count == len(nile) == 2
    assert found(river, "is:marked", clock) == nile


def test_an_undo_while_studying_takes_the_whole_step_back_and_does_it_again(
    river: Database, clock: SteppingClock
) -> None:
    clock.sleep_until_tomorrow(2)
    session = StudySession(river, clock, SETTINGS)
    change(river, found(river, "", clock), Change(what=What.FLAG, number=2), clock, SETTINGS)
    flagged = cached(river)
    assert session.undo()
    assert found(river, "flag:2", clock) == []
    assert session.redo()
    assert cached(river) == flagged
    assert session.undo()
    assert found(river, "flag:2", clock) == []


def test_an_undo_while_studying_takes_notes_of_a_step_back(
    river: Database, deck_file: Path, clock: SteppingClock
) -> None:
    session = StudySession(river, clock, SETTINGS)
    before = state_hash(river)
    change(river, found(river, "", clock), Change(what=What.MOVE, text="B"), clock, SETTINGS)
    assert state_hash(river) != before
    assert session.undo()
    assert deck_file.read_text(encoding="utf-8") == DECK
    assert found(river, "deck:B", clock) == []


def test_a_tag_goes_unless_its_heading_gives_it(
    empty: Database, tmp_path: Path, clock: SteppingClock
) -> None:
    file = tmp_path / "deck.md"
    file.write_text("# East\n\nQ: one\nA: 1\ntags: x, y\n\nQ: two\nA: 2\n", encoding="utf-8")
    imported(empty, file, clock)
    done = change(
        empty, found(empty, "", clock), Change(what=What.REMOVE_TAG, text="X"), clock, SETTINGS
    )
    assert (done.count, done.skipped) == (1, 1)
    kept = "# East\n\nQ: one\nA: 1\ntags: y\n\nQ: two\nA: 2\n"
    assert file.read_text(encoding="utf-8") == kept
    done = change(
        empty, found(empty, "", clock), Change(what=What.REMOVE_TAG, text="East"), clock, SETTINGS
    )
    assert (done.count, done.skipped) == (0, 2)
    assert file.read_text(encoding="utf-8") == kept


def test_cards_move_into_the_file_of_another_deck(
    river: Database, deck_file: Path, tmp_path: Path, clock: SteppingClock
) -> None:
    other = tmp_path / "other.md"
    other.write_text("---\ntitle: Other\n---\n\nQ: one\nA: 1\n", encoding="utf-8")
    imported(river, other, clock)
    some = found(river, "seoul or fruit", clock)
    done = change(river, some, Change(what=What.MOVE, text="Other"), clock, SETTINGS)
    assert done.count == 2
    assert "Seoul" not in deck_file.read_text(encoding="utf-8")
    assert other.read_text(encoding="utf-8").endswith(
        "\n\nQ: Which river flows through Seoul?\nA: Han River\nalso: Hangang\n\n"
        "Q: Which of these is a fruit?\nA: apple\ntype: choice\nnot: brick | cloud | drum\n"
    )
    day = current_day(river, clock, SETTINGS)
    assert {row.deck for row in browse_rows(river, some, day)} == {"Other"}
    for file in (deck_file, other):
        assert brings_nothing(river, file)
    assert len(undoable(river)) == 3
    take_back(river, clock, SETTINGS)
    assert deck_file.read_text(encoding="utf-8") == DECK
    assert other.read_text(encoding="utf-8").endswith("\n\nQ: one\nA: 1\n")
    assert len(undoable(river)) == 2


@pytest.mark.parametrize(
    "wanted",
    [
        Change(what=What.FLAG, number=8),
        Change(what=What.SET_DUE, number=-1),
        Change(what=What.SET_DUE, number=5, until=3),
        Change(what=What.ADD_TAG, text=" "),
        Change(what=What.ADD_TAG, text="a,b"),
        Change(what=What.MOVE, text=" :: "),
    ],
)
def test_nonsense_changes_nothing(river: Database, clock: SteppingClock, wanted: Change) -> None:
    before = state_hash(river)
    with pytest.raises(ChangeError):
        change(river, found(river, "", clock), wanted, clock, SETTINGS)
    assert state_hash(river) == before

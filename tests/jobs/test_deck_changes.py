"""Decks are made, renamed, removed and brought back, with their files, each as one step."""

from pathlib import Path

import pytest

from overmorrow.cards.deck_file import parse_deck
from overmorrow.errors import FileError, NotFoundError
from overmorrow.jobs.add_note import add_note
from overmorrow.jobs.deck_changes import (
    create_deck,
    remove_deck,
    removed_decks,
    rename_deck,
    restore_deck,
)
from overmorrow.jobs.home import overview
from overmorrow.jobs.maintain import take_back
from overmorrow.jobs.merge import merge_collection
from overmorrow.jobs.note_changes import Edit
from overmorrow.jobs.study import StudySession
from overmorrow.settings import Settings
from overmorrow.store.check import problems_of
from overmorrow.store.database import Database, open_database
from overmorrow.store.deck_file_rows import deck_file
from overmorrow.store.state_hash import state_hash
from tests.jobs.conftest import DECK, SteppingClock
from tests.jobs.studied import imported, study_all

USUAL = Settings()
SHOWN = """
    SELECT card.uid, card.due_day, card.repetitions, card.lapses FROM card
    WHERE vanished = 0 ORDER BY uid"""


@pytest.fixture
def kept(empty: Database, tmp_path: Path, clock: SteppingClock) -> Database:
    """A collection with two decks that were studied; their files lie among the learner's."""
    folder = tmp_path / "decks"
    folder.mkdir()
    (folder / "mini.md").write_text(DECK, encoding="utf-8")
    (folder / "more.md").write_text("---\ndeck: Mini::More\n---\n\nQ: 1 + 1\nA: 2\n", "utf-8")
    for name in ("mini.md", "more.md"):
        imported(empty, folder / name, clock)
    study_all(empty, clock)
    return empty


def names(database: Database, clock: SteppingClock) -> list[str]:
    return [deck.name for deck in overview(database, clock, USUAL).decks]


def undo(database: Database, clock: SteppingClock) -> str:
    taken = take_back(database, clock, USUAL)
    return f"{taken.what} {taken.kind} {taken.name}" if taken else ""


def test_a_new_deck_has_a_file_and_goes_with_it(
    kept: Database, clock: SteppingClock, tmp_path: Path
) -> None:
    path = Path(create_deck(kept, " 역사 :: 고려 ", "ko", clock()))
    assert names(kept, clock) == ["Mini", "Mini::More", "역사", "역사::고려"]
    assert path.parent == tmp_path / "decks"
    assert parse_deck(path.read_text("utf-8"), path.stem).deck.name == "역사::고려"
    assert undo(kept, clock) == "deck created 역사::고려"
    assert names(kept, clock) == ["Mini", "Mini::More"]
    assert not path.exists()


@pytest.mark.parametrize("name", ["Mini", "", "::", " Mini :: More "])
def test_a_name_that_is_taken_or_none_is_refused(
    kept: Database, clock: SteppingClock, name: str
) -> None:
    with pytest.raises(FileError):
        create_deck(kept, name, "ko", clock())
    assert names(kept, clock) == ["Mini", "Mini::More"]


def test_a_renamed_deck_takes_its_cards_files_and_subdecks_along(
    kept: Database, clock: SteppingClock, tmp_path: Path
) -> None:
    before = kept.rows(SHOWN)
    files = {path: path.read_bytes() for path in (tmp_path / "decks").glob("*.md")}
    assert rename_deck(kept, "Mini", "세계::Small", clock()) == "세계::Small"
    assert names(kept, clock) == ["세계", "세계::Small", "세계::Small::More"]
    assert kept.rows(SHOWN) == before
    for file, name in (("mini.md", "세계::Small"), ("more.md", "세계::Small::More")):
        text = (tmp_path / "decks" / file).read_text("utf-8")
        assert parse_deck(text, "-").deck.name == name
        assert deck_file(kept, name) is not None
    assert problems_of(kept) == []
    assert undo(kept, clock) == "deck renamed Mini -> 세계::Small"
    assert names(kept, clock) == ["Mini", "Mini::More"]
    assert {path: path.read_bytes() for path in files} == files


def test_names_given_and_taken_back_leave_no_trace(kept: Database, clock: SteppingClock) -> None:
    path = Path(create_deck(kept, "역사", "ko", clock()))
    made = path.read_bytes()
    rename_deck(kept, "역사", "옛것::한국", clock())
    assert path.read_bytes() != made
    assert undo(kept, clock) == "deck renamed 역사 -> 옛것::한국"
    assert path.read_bytes() == made
    assert names(kept, clock) == ["Mini", "Mini::More", "역사"]
    remove_deck(kept, "역사", clock())
    assert undo(kept, clock) == "deck removed 역사"
    assert undo(kept, clock) == "deck created 역사"
    assert not path.exists()
    assert names(kept, clock) == ["Mini", "Mini::More"]


@pytest.mark.parametrize("deck", ["Mini", "Mini::More", "Mini::Other"])
def test_a_removed_deck_comes_back_whole_though_a_card_was_added_to_it_meanwhile(
    kept: Database, clock: SteppingClock, deck: str
) -> None:
    before = kept.rows(SHOWN)
    remove_deck(kept, "Mini", clock())
    add_note(kept, deck, Edit(prompt="The deepest lake?", answer="Baikal"), clock())
    assert "Mini" in names(kept, clock)
    assert undo(kept, clock) == "added  The deepest lake?"
    assert names(kept, clock) == []
    assert [removed.name for removed in removed_decks(kept)] == ["Mini"]
    assert undo(kept, clock) == "deck removed Mini"
    assert names(kept, clock) == ["Mini", "Mini::More"]
    assert kept.rows(SHOWN) == before
    assert problems_of(kept) == []


def test_a_file_written_to_after_the_renaming_keeps_what_was_written(
    kept: Database, clock: SteppingClock, tmp_path: Path
) -> None:
    path = tmp_path / "decks" / "mini.md"
    rename_deck(kept, "Mini", "Small", clock())
    path.write_text(path.read_text("utf-8") + "\nQ: 2 + 2\nA: 4\n", "utf-8")
    imported(kept, path, clock)
    assert undo(kept, clock).startswith("import")
    assert undo(kept, clock) == "deck renamed Mini -> Small"
    assert "Q: 2 + 2" in path.read_text("utf-8")
    assert "deck: Mini" in path.read_text("utf-8")
    assert names(kept, clock) == ["Mini", "Mini::More"]


def test_a_file_changed_meanwhile_stops_the_renaming(
    kept: Database, clock: SteppingClock, tmp_path: Path
) -> None:
    file = tmp_path / "decks" / "more.md"
    file.write_text(file.read_text("utf-8") + "\nQ: 2 + 2\nA: 4\n", "utf-8")
    untouched = (tmp_path / "decks" / "mini.md").read_bytes()
    with pytest.raises(FileError) as refused:
        rename_deck(kept, "Mini", "Small", clock())
    assert refused.value.key == "editing.file_changed"
    assert names(kept, clock) == ["Mini", "Mini::More"]
    assert (tmp_path / "decks" / "mini.md").read_bytes() == untouched


def test_a_deck_does_not_go_into_itself_or_onto_another(
    kept: Database, clock: SteppingClock
) -> None:
    for new in ("Mini::Mini", "Mini::More"):
        with pytest.raises(FileError):
            rename_deck(kept, "Mini", new, clock())
    with pytest.raises(NotFoundError):
        rename_deck(kept, "Maxi", "Small", clock())


def test_a_removed_deck_is_set_aside_and_comes_back_as_it_was(
    kept: Database, clock: SteppingClock, tmp_path: Path
) -> None:
    before = kept.rows(SHOWN)
    remove_deck(kept, "Mini", clock())
    assert names(kept, clock) == []
    assert overview(kept, clock, USUAL).whole.total == 0
    assert StudySession(kept, clock, USUAL).asked is None
    assert sorted(path.name for path in (tmp_path / "decks").iterdir()) == ["removed"]
    assert problems_of(kept) == []
    assert [(deck.name, deck.notes) for deck in removed_decks(kept)] == [("Mini", 7)]
    assert undo(kept, clock) == "deck removed Mini"
    assert names(kept, clock) == ["Mini", "Mini::More"]
    assert kept.rows(SHOWN) == before
    assert (tmp_path / "decks" / "mini.md").read_text("utf-8") == DECK
    assert problems_of(kept) == []


def test_a_removed_subdeck_is_restored_by_name_much_later(
    kept: Database, clock: SteppingClock
) -> None:
    remove_deck(kept, "Mini::More", clock())
    assert names(kept, clock) == ["Mini"]
    clock.sleep_until_tomorrow(40)
    study_all(kept, clock)
    with pytest.raises(NotFoundError):
        restore_deck(kept, "Mini", clock())
    restore_deck(kept, "Mini::More", clock())
    assert names(kept, clock) == ["Mini", "Mini::More"]
    assert removed_decks(kept) == []
    assert undo(kept, clock) == "deck restored Mini::More"
    assert names(kept, clock) == ["Mini"]


def test_importing_a_removed_deck_again_brings_it_back_with_its_schedules(
    kept: Database, clock: SteppingClock, tmp_path: Path
) -> None:
    before = kept.rows(SHOWN)
    remove_deck(kept, "Mini", clock())
    for file in ("mini.md", "more.md"):
        imported(kept, tmp_path / "decks" / "removed" / file, clock)
    assert names(kept, clock) == ["Mini", "Mini::More"]
    assert kept.rows(SHOWN) == before


def test_removing_and_renaming_reach_another_machine_and_are_not_undone_by_it(
    kept: Database, clock: SteppingClock, tmp_path: Path
) -> None:
    other_path = tmp_path / "other" / "study.db"
    other = open_database(str(other_path), durability="normal")
    merge_collection(other, kept.path, clock)
    assert names(other, clock) == ["Mini", "Mini::More"]
    remove_deck(kept, "Mini::More", clock())
    rename_deck(kept, "Mini", "Small", clock())
    merge_collection(kept, other.path, clock)
    assert names(kept, clock) == ["Small"]
    merge_collection(other, kept.path, clock)
    assert names(other, clock) == ["Small"]
    assert other.rows(SHOWN) == kept.rows(SHOWN)
    assert state_hash(other) == state_hash(kept)
    assert problems_of(other) == []
    for each in (kept, other):
        assert [deck.name for deck in removed_decks(each)] == ["Mini::More"]
    other.close()


def test_an_empty_deck_can_be_removed_and_restored_too(
    kept: Database, clock: SteppingClock
) -> None:
    path = Path(create_deck(kept, "역사", "ko", clock()))
    remove_deck(kept, "역사", clock())
    assert [(deck.name, deck.notes) for deck in removed_decks(kept)] == [("역사", 0)]
    assert not path.exists()
    restore_deck(kept, "역사", clock())
    assert names(kept, clock) == ["Mini", "Mini::More", "역사"]
    assert path.exists()

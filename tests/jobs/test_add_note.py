"""A note that is added by hand stands in its deck and at the end of the deck's file."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from overmorrow.cards.note import AnswerType
from overmorrow.errors import FileError
from overmorrow.jobs.add_note import add_note
from overmorrow.jobs.alike import like_prompt
from overmorrow.jobs.deck_files import FileState
from overmorrow.jobs.import_plan import plan_file
from overmorrow.jobs.maintain import take_back
from overmorrow.jobs.note_changes import Edit, EditError
from overmorrow.jobs.study import StudySession
from overmorrow.settings import Settings
from overmorrow.store.database import Database
from overmorrow.store.deck_file_rows import deck_file as known_file
from tests.jobs.conftest import DECK, SteppingClock
from tests.jobs.studied import SCHEDULES, imported, study_all

LAKE = Edit(prompt="The deepest lake?", answer="Baikal")


@pytest.fixture
def river(empty: Database, deck_file: Path, clock: SteppingClock) -> Iterator[Database]:
    """The small deck, imported from its file and studied."""
    imported(empty, deck_file, clock)
    study_all(empty, clock)
    yield empty
    empty.close()


def prompts(database: Database) -> list[str]:
    return [row[0] for row in database.rows("SELECT prompt FROM note WHERE vanished = 0")]


def test_it_stands_at_the_end_of_the_file_and_undo_takes_it_out_again(
    river: Database, deck_file: Path, clock: SteppingClock
) -> None:
    schedules = river.rows(SCHEDULES)
    done = add_note(river, "Mini", LAKE, clock())
    assert (done.cards, done.file, done.path) == (1, FileState.WRITTEN, str(deck_file))
    assert deck_file.read_text(encoding="utf-8") == f"{DECK}\nQ: The deepest lake?\nA: Baikal\n"
    assert plan_file(river, str(deck_file)).is_empty
    assert "The deepest lake?" in prompts(river)

    taken = take_back(river, clock, Settings())
    assert taken is not None
    assert deck_file.read_text(encoding="utf-8") == DECK
    assert "The deepest lake?" not in prompts(river)
    assert river.rows(SCHEDULES) == schedules


def test_a_new_deck_gets_a_file_that_goes_with_it(river: Database, clock: SteppingClock) -> None:
    done = add_note(river, "Earth::Lakes", LAKE, clock())
    row = known_file(river, "Earth::Lakes")
    assert row is not None
    assert row.path == done.path
    path = Path(done.path)
    assert "Q: The deepest lake?\nA: Baikal\n" in path.read_text(encoding="utf-8")
    assert plan_file(river, str(path)).is_empty
    add_note(river, "Earth::Lakes", Edit(prompt="The largest?", answer="Caspian Sea"), clock())
    assert path.read_text(encoding="utf-8").count("Q: ") == 2
    take_back(river, clock, Settings())
    take_back(river, clock, Settings())
    assert not path.exists()
    assert river.rows("SELECT 1 FROM deck WHERE name LIKE 'Earth%'") == []


@pytest.mark.parametrize(
    ("parts", "kind", "cards"),
    [
        (Edit(prompt="Two seas?", answer="Red\nDead", kind=AnswerType.LIST), AnswerType.LIST, 1),
        (Edit(prompt="{{Baikal}} is in {{Siberia}}."), AnswerType.TEXT, 2),
        (
            Edit(prompt="A sea?", answer="Aral", kind=AnswerType.CHOICE, wrong=("Ural",)),
            AnswerType.CHOICE,
            1,
        ),
    ],
)
def test_every_kind_reads_back_as_it_was_written(
    river: Database,
    deck_file: Path,
    clock: SteppingClock,
    parts: Edit,
    kind: AnswerType,
    cards: int,
) -> None:
    done = add_note(river, "Mini", parts, clock())
    assert (done.note.prompt, done.note.answer_type) == (parts.prompt, kind)
    assert done.cards == cards
    assert plan_file(river, str(deck_file)).is_empty
    sql = "SELECT count(*) FROM card JOIN note ON note.id = note_id WHERE prompt = ?"
    assert river.number(sql, (done.note.prompt,)) == cards


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        (Edit(prompt="{{Baikal is in Siberia."), "deck.gap_open"),
        (Edit(answer="Baikal"), "editing.needs_prompt"),
        (Edit(prompt="The deepest lake?"), "editing.needs_answer"),
        (Edit(prompt="A sea?", answer="Aral", kind=AnswerType.CHOICE), "deck.choice_alone"),
    ],
)
def test_what_makes_no_card_is_refused_and_nothing_is_written(
    river: Database, deck_file: Path, clock: SteppingClock, parts: Edit, message: str
) -> None:
    with pytest.raises(EditError) as refused:
        add_note(river, "Mini", parts, clock())
    assert refused.value.key == message
    assert deck_file.read_text(encoding="utf-8") == DECK


def test_a_file_that_was_changed_meanwhile_is_left(
    river: Database, deck_file: Path, clock: SteppingClock
) -> None:
    deck_file.write_text(DECK + "\n", encoding="utf-8")
    with pytest.raises(FileError):
        add_note(river, "Mini", LAKE, clock())
    assert "The deepest lake?" not in prompts(river)


def test_a_card_that_asks_much_the_same_is_found_while_one_writes(river: Database) -> None:
    found = like_prompt(river, "Which river flows through Seou", "")
    assert found is not None
    assert (found.prompt, found.answer, found.deck) == (
        "Which river flows through Seoul?",
        "Han River",
        "Mini",
    )
    assert like_prompt(river, "Which mountain is the highest?", "") is None
    assert like_prompt(river, "", "") is None


@pytest.mark.parametrize("prompt", ["The deepest lake?", "{{Baikal}} is in {{Siberia}}."])
def test_what_the_file_says_of_all_its_notes_holds_for_the_new_one(
    empty: Database, deck_file: Path, clock: SteppingClock, prompt: str
) -> None:
    head = "title: Mini\ntags: earth, water\nboth: yes\n"
    deck_file.write_text(DECK.replace("title: Mini\n", head), encoding="utf-8")
    imported(empty, deck_file, clock)
    answer = None if "{{" in prompt else "Baikal"
    done = add_note(empty, "Mini", Edit(prompt=prompt, answer=answer, tags=("big",)), clock())
    assert done.note.tags == ("earth", "water", "big")
    assert done.cards == 2
    assert plan_file(empty, str(deck_file)).is_empty
    empty.close()


def test_a_sitting_asks_no_note_that_was_taken_back_and_does_not_count_it(
    database: Database, clock: SteppingClock
) -> None:
    add_note(database, "Mini", LAKE, clock())
    session = StudySession(database, clock, Settings())
    assert session.progress.new == 7
    on_screen = session.asked
    assert on_screen is not None
    assert session.undo() is not None
    assert session.asked == on_screen
    assert session.progress.new == 6
    asked = []
    while session.asked:
        asked.append(session.asked.card.prompt)
        session.rate(session.reveal(), 5)
    assert len(asked) == 6
    assert LAKE.prompt not in asked

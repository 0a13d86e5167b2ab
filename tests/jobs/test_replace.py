"""Find and replace: shown first, done as one step, undone as one."""

from pathlib import Path

import pytest

from overmorrow.jobs.bulk import ChangeError
from overmorrow.jobs.maintain import take_back
from overmorrow.jobs.replace import Replacing, apply_replacements, plan
from overmorrow.settings import Settings
from overmorrow.store.database import Database
from tests.jobs.conftest import DECK, SteppingClock
from tests.jobs.studied import imported


@pytest.fixture
def river(empty: Database, deck_file: Path, clock: SteppingClock) -> Database:
    imported(empty, deck_file, clock)
    return empty


def cards(database: Database) -> list[int]:
    return [row[0] for row in database.rows("SELECT id FROM card ORDER BY id")]


def lines(database: Database, wanted: Replacing, clock: SteppingClock) -> list[tuple[str, ...]]:
    planned = plan(database, cards(database), wanted, clock())
    assert planned.refused == ()
    return [line for change in planned.changes for line in change.lines()]


@pytest.mark.parametrize(
    ("wanted", "changes"),
    [
        (
            Replacing(text="River", replacement="river"),
            [("answer", "Han River", "Han river")],
        ),
        (
            Replacing(text="river", replacement="stream", ignores_case=True),
            [
                ("prompt", "Which river flows through Seoul?", "Which stream flows through Seoul?"),
                ("answer", "Han River", "Han stream"),
            ],
        ),
        (
            Replacing(text="river", replacement="stream", ignores_case=True, fields=("answer",)),
            [("answer", "Han River", "Han stream")],
        ),
        (
            Replacing(text=r"(\d+) km", replacement=r"\1 kilometres", is_regex=True),
            [("answer", "193 km", "193 kilometres")],
        ),
        (
            Replacing(text="ic", replacement="ik"),
            [
                ("prompt", "Which river flows through Seoul?", "Whikh river flows through Seoul?"),
                ("answer", "Pacific, Atlantic, Indian", "Pacifik, Atlantik, Indian"),
                ("prompt", "Which of these is a fruit?", "Whikh of these is a fruit?"),
            ],
        ),
        (
            Replacing(text="Khartoum", replacement="Cairo"),
            [
                (
                    "prompt",
                    "The Nile flows through {{Khartoum}} and {{Cairo}}.",
                    "The Nile flows through {{Cairo}} and {{Cairo}}.",
                )
            ],
        ),
        (Replacing(text="\\d", replacement="x"), []),
        (Replacing(text="nowhere", replacement="x"), []),
    ],
)
def test_each_change_is_shown_first(
    river: Database, clock: SteppingClock, wanted: Replacing, changes: list[tuple[str, str, str]]
) -> None:
    assert lines(river, wanted, clock) == changes


def test_what_is_chosen_is_replaced_in_the_file_too_and_undone_as_one(
    river: Database, deck_file: Path, clock: SteppingClock
) -> None:
    wanted = Replacing(text="ic", replacement="ik")
    planned = plan(river, cards(river), wanted, clock())
    done = apply_replacements(river, wanted, planned.changes[:2], clock())
    assert done == 2
    changed = DECK.replace("Which river", "Whikh river").replace("Pacific", "Pacifik")
    assert deck_file.read_text(encoding="utf-8") == changed.replace("Atlantic", "Atlantik")
    taken = take_back(river, clock, Settings())
    assert taken
    assert (taken.what, taken.kind, taken.count) == ("notes", "replace", 2)
    assert deck_file.read_text(encoding="utf-8") == DECK


def test_a_note_that_was_changed_since_is_left_alone(river: Database, clock: SteppingClock) -> None:
    wanted = Replacing(text="River", replacement="river")
    planned = plan(river, cards(river), wanted, clock())
    assert apply_replacements(river, wanted, planned.changes, clock()) == 1
    assert apply_replacements(river, wanted, planned.changes, clock()) == 0


def test_a_card_without_an_answer_cannot_come_of_it(river: Database, clock: SteppingClock) -> None:
    wanted = Replacing(text="Han River", replacement="")
    planned = plan(river, cards(river), wanted, clock())
    assert planned.changes == ()
    assert [(prompt, error.key) for prompt, error in planned.refused] == [
        ("Which river flows through Seoul?", "deck.empty_answer")
    ]


@pytest.mark.parametrize(
    "wanted",
    [
        Replacing(text="", replacement="x"),
        Replacing(text="(", replacement="x", is_regex=True),
        Replacing(text="(a+)+", replacement="x", is_regex=True),
        Replacing(text="a", replacement=r"\2", is_regex=True),
        Replacing(text="a", replacement="b", fields=("tags",)),
    ],
)
def test_nonsense_is_refused(river: Database, clock: SteppingClock, wanted: Replacing) -> None:
    with pytest.raises(ChangeError):
        plan(river, cards(river), wanted, clock())

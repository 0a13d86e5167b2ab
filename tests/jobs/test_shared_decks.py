from pathlib import Path

import pytest

from overmorrow.jobs.import_deck import apply_files
from overmorrow.jobs.import_plan import plan_files
from overmorrow.store.check import problems_of
from overmorrow.store.database import Database
from tests.jobs.conftest import SteppingClock

HEAD = "---\ntitle: Rivers\n---\n\n"
NOTES = "SELECT prompt, answer, vanished FROM note ORDER BY prompt, answer"
ASIA = "Q: Through which city does the Han flow?\nA: Seoul\n\n"
AFRICA = "Q: Into which sea does the Nile flow?\nA: the Mediterranean\n\n"


def written(folder: Path, **texts: str) -> list[str]:
    for name, text in texts.items():
        (folder / f"{name}.md").write_text(HEAD + text, encoding="utf-8")
    return [str(folder / f"{name}.md") for name in texts]


def bring_in(database: Database, paths: list[str], clock: SteppingClock) -> int | None:
    return apply_files(database, plan_files(database, paths), clock())


def test_two_files_of_one_deck_set_nothing_of_each_other_aside(
    empty: Database, tmp_path: Path, clock: SteppingClock
) -> None:
    paths = written(tmp_path, asia=ASIA, africa=AFRICA)
    bring_in(empty, paths, clock)
    assert bring_in(empty, paths, clock) is None
    assert [row[2] for row in empty.rows(NOTES)] == [0, 0]


def test_a_note_that_is_in_neither_file_any_more_is_set_aside(
    empty: Database, tmp_path: Path, clock: SteppingClock
) -> None:
    bring_in(empty, written(tmp_path, asia=ASIA + "Q: a?\nA: b\n", africa=AFRICA), clock)
    paths = written(tmp_path, asia=ASIA, africa=AFRICA)
    gone = [deck.vanished for plan in plan_files(empty, paths) for deck in plan.decks]
    assert [len(notes) for notes in gone] == [1, 0]


def test_a_note_that_goes_from_one_file_of_a_deck_to_the_other_stays_known(
    empty: Database, tmp_path: Path, clock: SteppingClock
) -> None:
    bring_in(empty, written(tmp_path, asia=ASIA + "Q: a?\nA: b\n", africa=AFRICA), clock)
    bring_in(empty, written(tmp_path, asia=ASIA, africa=AFRICA + "Q: a?\nA: b\n"), clock)
    assert [row[2] for row in empty.rows(NOTES)] == [0, 0, 0]


@pytest.mark.parametrize(
    ("other", "answers"),
    [
        pytest.param("Q: bank\nA: 은행\n", ["은행"], id="the-same-note"),
        pytest.param("Q: bank\nA: 강둑\n", ["강둑", "은행"], id="one-prompt-two-answers"),
    ],
)
@pytest.mark.parametrize("times", [1, 2])
def test_what_two_files_say_alike_is_one_note_and_the_rest_stays_apart(
    empty: Database,
    tmp_path: Path,
    clock: SteppingClock,
    other: str,
    answers: list[str],
    times: int,
) -> None:
    paths = written(tmp_path, first="Q: bank\nA: 은행\n", second=other)
    for _ in range(times):
        bring_in(empty, paths, clock)
    assert [(row[1], row[2]) for row in empty.rows(NOTES)] == [(answer, 0) for answer in answers]
    assert problems_of(empty) == []


def test_a_note_like_one_of_another_file_does_not_take_its_schedule(
    empty: Database, tmp_path: Path, clock: SteppingClock
) -> None:
    bring_in(empty, written(tmp_path, asia=ASIA, africa=AFRICA), clock)
    alike = ASIA.replace("Han", "Hun")
    paths = written(tmp_path, asia=ASIA, africa=alike + AFRICA)
    plans = plan_files(empty, paths)
    assert [len(deck.new) for plan in plans for deck in plan.decks] == [0, 1]
    apply_files(empty, plans, clock())
    assert [row[2] for row in empty.rows(NOTES)] == [0, 0, 0]


def test_a_file_named_twice_is_read_once(empty: Database, tmp_path: Path) -> None:
    paths = written(tmp_path, asia=ASIA)
    assert len(plan_files(empty, paths * 2)) == 1


def test_two_copies_of_a_file_are_one_deck(
    empty: Database, tmp_path: Path, clock: SteppingClock
) -> None:
    bring_in(empty, written(tmp_path, asia=ASIA, copy=ASIA), clock)
    assert len(empty.rows(NOTES)) == 1

"""Notes that ask the same, merged or kept apart."""

from pathlib import Path

import pytest

from overmorrow.jobs.browse import Order, find
from overmorrow.jobs.bulk import ChangeError
from overmorrow.jobs.day import current_day
from overmorrow.jobs.dupes import dupe_groups, keep_apart, merge_notes
from overmorrow.jobs.indexing import index_for
from overmorrow.jobs.maintain import take_back
from overmorrow.jobs.study import StudySession
from overmorrow.settings import Settings
from overmorrow.store.database import Database
from tests.jobs.conftest import SteppingClock
from tests.jobs.studied import imported

FIRST = "Q: capital of France?\nA: Paris\nalso: Lutetia\ntags: x\n\nQ: other\nA: o\n"
SECOND = "Q: Capital of  France\nA: Paname\nalso: PARIS | City of Light\ntags: y\n"


@pytest.fixture(params=[True, False], ids=["indexed", "not indexed"])
def twice(
    request: pytest.FixtureRequest, empty: Database, tmp_path: Path, clock: SteppingClock
) -> Database:
    """Two decks with a file each, which ask the same once."""
    for name, text in (("first", FIRST), ("second", SECOND)):
        file = tmp_path / f"{name}.md"
        file.write_text(text, encoding="utf-8")
        imported(empty, file, clock)
    if request.param:
        index_for(empty, 20.0)
    return empty


def dupes(database: Database, clock: SteppingClock) -> list[int]:
    day = current_day(database, clock, Settings())
    return list(find(database, "is:dupe", Order(), day).ids)


def text(tmp_path: Path, name: str) -> str:
    return (tmp_path / f"{name}.md").read_text(encoding="utf-8")


def test_notes_that_ask_the_same_stand_together(twice: Database, clock: SteppingClock) -> None:
    (group,) = dupe_groups(twice, current_day(twice, clock, Settings()))
    assert [(note.deck, note.answer) for note in group] == [
        ("first", "Paris"),
        ("second", "Paname"),
    ]
    assert dupes(twice, clock) == [1, 3]


def test_what_is_kept_apart_is_no_duplicate_until_that_is_undone(
    twice: Database, clock: SteppingClock
) -> None:
    assert keep_apart(twice, dupes(twice, clock), clock()) == 2
    assert dupes(twice, clock) == []
    taken = take_back(twice, clock, Settings())
    assert taken
    assert taken.kind == "keep_apart"
    assert dupes(twice, clock) == [1, 3]


def test_the_note_that_was_answered_more_stays(
    twice: Database, clock: SteppingClock, tmp_path: Path
) -> None:
    session = StudySession(twice, clock, Settings(), "second")
    session.rate(session.judge("Paname"), 5)
    schedule = twice.rows("SELECT due_day, repetitions FROM card WHERE id = 3")
    done = merge_notes(twice, dupes(twice, clock), clock())
    assert (done.kept.answer, done.gone) == ("Paname", 1)
    assert done.kept.aliases == ("PARIS", "City of Light", "Lutetia")
    assert done.kept.tags == ("y", "x")
    assert dupes(twice, clock) == []
    assert text(tmp_path, "first") == "Q: other\nA: o\n"
    assert text(tmp_path, "second") == (
        "Q: Capital of  France\nA: Paname\nalso: PARIS | City of Light | Lutetia\ntags: y, x\n"
    )
    assert twice.rows("SELECT due_day, repetitions FROM card WHERE id = 3") == schedule
    take_back(twice, clock, Settings())
    assert dupes(twice, clock) == [1, 3]
    assert (text(tmp_path, "first"), text(tmp_path, "second")) == (FIRST, SECOND)


def test_one_note_alone_is_refused(twice: Database, clock: SteppingClock) -> None:
    for job in (keep_apart, merge_notes):
        with pytest.raises(ChangeError):
            job(twice, [1, 1], clock())

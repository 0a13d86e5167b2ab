from pathlib import Path

from overmorrow.jobs.home import overview
from overmorrow.jobs.import_deck import apply_files
from overmorrow.jobs.import_plan import plan_file
from overmorrow.jobs.study import StudySession
from overmorrow.settings import Settings
from overmorrow.store.database import Database
from tests.jobs.conftest import SteppingClock


def study(database: Database, clock: SteppingClock, cards: int) -> None:
    session = StudySession(database, clock, Settings())
    for _ in range(cards):
        judged = session.judge("", answer_ms=4000)
        session.rate(judged, 4)


def test_a_new_collection_shows_what_waits(database: Database, clock: SteppingClock) -> None:
    seen = overview(database, clock, Settings())
    assert seen.is_first_run
    assert (seen.progress.new, seen.progress.planned, seen.whole.total) == (6, 6, 8)
    assert [(deck.name, deck.new) for deck in seen.decks] == [("Mini", 6)]
    assert (seen.streak_days, seen.last_7_days) == (0, (0,) * 7)


def test_today_tomorrow_and_overmorrow_are_counted(
    database: Database, clock: SteppingClock
) -> None:
    study(database, clock, 2)
    clock.sleep_until_tomorrow()
    study(database, clock, 1)
    seen = overview(database, clock, Settings())
    assert not seen.is_first_run
    assert (seen.progress.done, seen.progress.review, seen.progress.new) == (1, 1, 4)
    assert (seen.due_tomorrow, seen.due_overmorrow, seen.seconds_today) == (0, 0, 4)
    assert seen.last_7_days == (0, 0, 0, 0, 0, 2, 1)
    assert seen.retention == (1, 1)


def test_what_is_done_is_counted_for_each_deck_as_a_sitting_of_it_counts(
    empty: Database, clock: SteppingClock, tmp_path: Path
) -> None:
    for name in ("Land", "Land::Hills", "Sea"):
        file = tmp_path / f"{name.replace('::', '-')}.md"
        text = f"---\ndeck: {name}\nlang: en\n---\n\nQ: {name} one?\nA: 1\n\nQ: {name} two?\nA: 2\n"
        file.write_text(text, encoding="utf-8")
        apply_files(empty, [plan_file(empty, str(file))], clock())
    hills = StudySession(empty, clock, Settings(), "Land::Hills")
    hills.rate(hills.judge(""), 5)
    land = StudySession(empty, clock, Settings(), "Land")
    land.rate(land.judge(""), 2)
    seen = overview(empty, clock, Settings())
    for deck in seen.decks:
        sitting = StudySession(empty, clock, Settings(), deck.name)
        assert seen.progress_of(deck) == sitting.progress, deck.name
    assert seen.progress_of(seen.whole) == StudySession(empty, clock, Settings()).progress
    assert [seen.progress_of(deck).done for deck in seen.decks] == [1, 1, 0]


def test_cards_whose_note_was_asked_today_are_not_offered_as_more_new_ones(
    database: Database, clock: SteppingClock
) -> None:
    assert overview(database, clock, Settings()).unseen == 8
    study(database, clock, 6)
    assert overview(database, clock, Settings()).unseen == 0
    clock.sleep_until_tomorrow()
    assert overview(database, clock, Settings()).unseen == 2


def test_the_streak_ends_today_or_yesterday(database: Database, clock: SteppingClock) -> None:
    for _ in range(3):
        study(database, clock, 1)
        clock.sleep_until_tomorrow()
    assert overview(database, clock, Settings()).streak_days == 3
    clock.sleep_until_tomorrow()
    assert overview(database, clock, Settings()).streak_days == 0

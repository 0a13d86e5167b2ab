from pathlib import Path

from overmorrow.clock import local_time
from overmorrow.jobs.maintain import (
    back_up,
    backups_folder,
    check_collection,
    daily_backup,
    take_back,
)
from overmorrow.jobs.opening import open_collection
from overmorrow.jobs.study import StudySession
from overmorrow.jobs.taken_back import TakenBack
from overmorrow.settings import Settings
from overmorrow.store.database import Database, open_database
from tests.jobs.conftest import SteppingClock


def test_one_copy_a_day_is_kept(database: Database, clock: SteppingClock) -> None:
    first = daily_backup(database.path, clock)
    assert first is not None
    assert local_time(clock())[:10] in first
    assert daily_backup(database.path, clock) is None
    clock.sleep_until_tomorrow()
    assert daily_backup(database.path, clock) is not None
    assert len(list(Path(backups_folder(database.path)).iterdir())) == 2


def test_a_copy_is_a_whole_collection(
    database: Database, clock: SteppingClock, tmp_path: Path
) -> None:
    copy = open_database(back_up(database, clock, str(tmp_path / "kept")), create=False)
    assert copy.rows("SELECT prompt FROM note") == database.rows("SELECT prompt FROM note")
    copy.close()


def test_a_stale_schedule_is_found_and_mended_from_the_log(
    database: Database, clock: SteppingClock
) -> None:
    session = StudySession(database, clock, Settings())
    session.rate(session.judge(""), 2)
    assert check_collection(database, clock, repair=False) == []
    with database.transaction() as connection:
        connection.execute("UPDATE card SET interval_days = 99 WHERE last_day IS NOT NULL")
    assert check_collection(database, clock, repair=False)
    assert check_collection(database, clock, repair=True) == []
    assert database.value("SELECT max(interval_days) FROM card") == 1


def test_the_newest_thing_is_taken_back_first(
    database: Database, clock: SteppingClock, deck_file: Path
) -> None:
    session = StudySession(database, clock, Settings())
    prompt = session.asked.card.prompt if session.asked else ""
    session.rate(session.judge(""), 2)
    taken = [take_back(database, clock, Settings()) for _ in range(3)]
    assert taken == [
        TakenBack(what="card", name=prompt, kind="review"),
        TakenBack(what="import", name=str(deck_file)),
        None,
    ]
    assert database.number("SELECT count(*) FROM card") == 0


def test_the_first_deck_is_not_taken_back(tmp_path: Path, clock: SteppingClock) -> None:
    collection = open_collection(str(tmp_path / "new" / "study.db"), "en")
    assert take_back(collection, clock, Settings()) is None
    assert collection.number("SELECT count(*) FROM card")
    collection.close()

import shutil
from collections.abc import Iterator
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest

from overmorrow.errors import DatabaseError
from overmorrow.jobs.maintain import imports, take_back
from overmorrow.jobs.merge import merge_collection
from overmorrow.jobs.study import StudySession
from overmorrow.jobs.taken_back import TakenBack
from overmorrow.settings import Settings
from overmorrow.store.check import problems_of
from overmorrow.store.database import Database, open_database
from overmorrow.store.deck_file_rows import DeckFileRow, put_deck_file
from overmorrow.store.media import media_folder
from overmorrow.store.state_hash import state_hash
from tests.jobs.conftest import SteppingClock

PICTURE = b"\x89PNG river"
DIGEST = sha256(PICTURE).hexdigest()


@pytest.fixture
def laptop(database: Database, tmp_path: Path) -> Iterator[Database]:
    """A copy of the collection on another machine."""
    database.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    folder = tmp_path / "laptop"
    folder.mkdir()
    shutil.copyfile(database.path, folder / "study.db")
    with closing(open_database(str(folder / "study.db"), durability="normal")) as copy:
        yield copy


def study(database: Database, clock: SteppingClock, cards: int = 1) -> None:
    session = StudySession(database, clock, Settings())
    for _ in range(cards):
        session.rate(session.judge(""), 2)


def show_picture(database: Database, data: bytes | None, digest: str = DIGEST) -> None:
    """Let the collection have a picture, with its file if there is data."""
    database.connection.execute("INSERT INTO media VALUES ('강.png', ?, 9, 1)", (digest,))
    if data is not None:
        folder = Path(media_folder(database.path))
        folder.mkdir(exist_ok=True)
        (folder / digest).write_bytes(data)


def test_what_was_studied_on_both_machines_counts_on_both(
    database: Database, laptop: Database, clock: SteppingClock
) -> None:
    study(database, clock)
    study(laptop, clock, cards=3)
    assert merge_collection(database, laptop.path, clock).merged.events == 3
    assert merge_collection(laptop, database.path, clock).merged.events == 1
    assert state_hash(database) == state_hash(laptop)
    assert problems_of(database) == []


def test_a_dry_run_changes_nothing(
    database: Database, laptop: Database, clock: SteppingClock
) -> None:
    study(laptop, clock)
    show_picture(laptop, PICTURE)
    before = state_hash(database)
    assert merge_collection(database, laptop.path, clock, dry_run=True).merged.events == 1
    assert state_hash(database) == before
    assert not Path(media_folder(database.path)).exists()


def test_undo_takes_the_merge_back_before_anything_else(
    database: Database, laptop: Database, clock: SteppingClock
) -> None:
    study(database, clock)
    laptop.connection.execute("UPDATE note SET answer = 'x', hlc = hlc + 1 WHERE id = 1")
    merge_collection(database, laptop.path, clock)
    assert laptop.path not in [each.name for each in imports(database)]
    taken = take_back(database, clock, Settings())
    assert taken == TakenBack(what="merge", name=laptop.path)
    assert database.value("SELECT answer FROM note WHERE id = 1") == "Han River"


def test_a_deck_file_that_lacks_what_came_is_named(
    database: Database, laptop: Database, clock: SteppingClock, deck_file: Path
) -> None:
    put_deck_file(database, DeckFileRow("Mini", str(deck_file), ""))
    study(laptop, clock)
    assert merge_collection(database, laptop.path, clock).merged.files_behind == ()
    laptop.connection.execute("UPDATE note SET answer = 'x', hlc = hlc + 1 WHERE id = 1")
    merged = merge_collection(database, laptop.path, clock).merged
    assert merged.files_behind == (str(deck_file),)
    assert merge_collection(database, laptop.path, clock).merged.files_behind == ()


def test_pictures_come_along_whole(
    database: Database, laptop: Database, clock: SteppingClock
) -> None:
    show_picture(laptop, PICTURE)
    assert merge_collection(database, laptop.path, clock).missing_media == ()
    files = list(Path(media_folder(database.path)).iterdir())
    assert [(file.name, file.read_bytes()) for file in files] == [(DIGEST, PICTURE)]


@pytest.mark.parametrize(
    ("data", "digest"),
    [
        pytest.param(None, DIGEST, id="no-file"),
        pytest.param(b"something else", DIGEST, id="another-picture"),
        pytest.param(None, "../../study.db", id="a-path"),
    ],
)
def test_a_picture_without_its_file_is_named(
    database: Database,
    laptop: Database,
    clock: SteppingClock,
    data: bytes | None,
    digest: str,
) -> None:
    show_picture(laptop, data, digest)
    assert merge_collection(database, laptop.path, clock).missing_media == ("강.png",)
    folder = Path(media_folder(database.path))
    assert not folder.exists() or list(folder.iterdir()) == []


def test_a_picture_that_was_missing_comes_with_the_next_merge(
    database: Database, laptop: Database, clock: SteppingClock
) -> None:
    show_picture(laptop, None)
    merge_collection(database, laptop.path, clock)
    folder = Path(media_folder(laptop.path))
    folder.mkdir()
    (folder / DIGEST).write_bytes(PICTURE)
    assert merge_collection(database, laptop.path, clock).missing_media == ()


def test_a_collection_that_cannot_be_written_is_refused(
    database: Database, laptop: Database, clock: SteppingClock
) -> None:
    study(laptop, clock)
    laptop.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.read_only = True
    with pytest.raises(DatabaseError, match=r"store\.read_only"):
        merge_collection(database, laptop.path, clock)

import shutil
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from overmorrow.cards.note import Note
from overmorrow.cards.note_type import NoteType
from overmorrow.clock import Moment
from overmorrow.errors import DatabaseError
from overmorrow.store import kept, migrate
from overmorrow.store.answers import record, undo_last
from overmorrow.store.batches import batches, undo_batch
from overmorrow.store.check import problems_of
from overmorrow.store.database import Database, Row, open_database
from overmorrow.store.deck_limits import set_deck_limits
from overmorrow.store.deck_rows import DeckHead
from overmorrow.store.events import find_event, last_undoable, new_event_id
from overmorrow.store.file import APPLICATION_ID
from overmorrow.store.merge import Merged, merge
from overmorrow.store.merge_decks import unite_options
from overmorrow.store.note_writing import PlannedNote
from overmorrow.store.notes import BatchPlan, DeckPlan, apply_plan, full_notes
from overmorrow.store.rebuild import rebuild
from overmorrow.store.state_hash import state_hash
from tests.store.building import DAY, NOW, add_notes, cached, put

LATER = Moment(NOW.wall_ms + 3_600_000, 540)


class Machines:
    """Some collections in one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._open: list[Database] = []

    def new(self, name: str) -> Database:
        database = open_database(str(self.folder / f"{name}.db"), durability="normal")
        self._open.append(database)
        return database

    def copy(self, database: Database, name: str) -> Database:
        """Take a collection to another machine: its bytes, with its journal."""
        self.carry(database, name)
        return self.new(name)

    def carry(self, database: Database, name: str) -> str:
        path = str(self.folder / f"{name}.db")
        database.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        shutil.copyfile(database.path, path)
        return path

    def close(self) -> None:
        for database in self._open:
            database.close()


@contextmanager
def some_machines() -> Iterator[Machines]:
    with TemporaryDirectory() as folder, closing(Machines(Path(folder))) as machines:
        yield machines


@pytest.fixture
def machines() -> Iterator[Machines]:
    with some_machines() as some:
        yield some


@pytest.fixture
def pair(machines: Machines) -> tuple[Database, Database]:
    """One collection with three notes, and a copy of it on another machine."""
    here = machines.new("here")
    add_notes(here, "강")
    return here, machines.copy(here, "there")


def answer(
    database: Database, uid: str, quality: int = 4, moment: Moment = NOW, day: int = DAY
) -> bytes:
    sql = "SELECT card.id FROM card JOIN note ON note.id = note_id WHERE note.uid = ?"
    card_id = database.number(sql, (uid,)) or 0
    return record(database, card_id, moment, day, "review", quality=quality).event_id


def write(database: Database, uid: str, answer_text: str, moment: Moment = NOW) -> None:
    """Edit a note of the deck 강."""
    note = PlannedNote(uid, int(uid[-1]), Note(prompt="term", answer=answer_text))
    apply_plan(database, BatchPlan("edit", [DeckPlan(DeckHead("강", lang="ko"), [note])]), moment)


def texts(database: Database, deck: str = "강") -> dict[str, str]:
    return {known.uid: known.note.answer for known in full_notes(database, deck)}


def histories(database: Database, uid: str) -> list[str]:
    sql = (
        "SELECT note_history.content FROM note_history JOIN note ON note.id = note_id WHERE uid = ?"
    )
    return [row[0] for row in database.rows(sql, (uid,))]


def everything(database: Database) -> dict[str, list[Row]]:
    tables = "event", "note", "card", "deck", "batch", "note_history", "meta", "kept", "tombstone"
    return cached(database) | {
        table: database.rows(f"SELECT * FROM {table} ORDER BY 1") for table in tables
    }


def test_answers_of_both_count(pair: tuple[Database, Database]) -> None:
    here, there = pair
    answer(here, "강 0")
    answer(there, "강 0", 2, LATER, DAY + 1)
    answer(there, "강 1")
    merged = merge(here, there.path, LATER)
    assert (merged.events, merged.known, merged.set_aside) == (2, 0, ())
    assert here.number("SELECT sum(answers) FROM day_tally") == 3
    assert problems_of(here) == []
    again = merge(here, there.path, LATER)
    assert (again.events, again.known) == (0, 2)


def test_either_order_comes_to_the_same(
    machines: Machines, pair: tuple[Database, Database]
) -> None:
    here, there = pair
    answer(here, "강 0")
    answer(there, "강 1")
    write(here, "강 2", "하나")
    write(there, "강 2", "둘")
    add_notes(there, "산::높은 산", both=True)
    before = machines.carry(here, "before")
    merge(here, there.path, LATER)
    merge(there, before, LATER)
    assert state_hash(here) == state_hash(there)
    assert cached(here)["card"] == cached(there)["card"]


def test_a_looked_at_merge_writes_nothing(pair: tuple[Database, Database]) -> None:
    here, there = pair
    answer(here, "강 0")
    answer(there, "강 1")
    write(here, "강 2", "하나")
    write(there, "강 2", "둘")
    add_notes(there, "산")
    before = everything(here)
    told = merge(here, there.path, LATER, only_look=True)
    assert everything(here) == before
    assert told == merge(here, there.path, LATER)


def test_the_other_file_is_only_read(machines: Machines, pair: tuple[Database, Database]) -> None:
    here, there = pair
    answer(there, "강 1")
    there.close()
    before = {file.name: file.read_bytes() for file in machines.folder.glob("there*")}
    merge(here, there.path, LATER)
    after = {file.name: file.read_bytes() for file in machines.folder.glob("there*")}
    assert after == before


def test_what_only_the_journal_holds_is_merged(pair: tuple[Database, Database]) -> None:
    here, there = pair
    answer(there, "강 1")
    assert Path(f"{there.path}-wal").stat().st_size > 0
    assert merge(here, there.path, LATER).events == 1


def test_a_journal_left_by_a_dead_process_is_merged(
    machines: Machines, pair: tuple[Database, Database]
) -> None:
    here, there = pair
    answer(there, "강 1")
    left = machines.folder / "left.db"
    for ending in ("", "-wal"):
        shutil.copyfile(there.path + ending, f"{left}{ending}")
    assert merge(here, str(left), LATER).events == 1


def test_an_edit_of_an_old_text_is_no_conflict(pair: tuple[Database, Database]) -> None:
    here, there = pair
    write(there, "강 0", "새 뜻")
    merged = merge(here, there.path, LATER)
    assert (merged.changed, merged.kept, merged.conflicts) == (1, 0, ())
    assert texts(here)["강 0"] == "새 뜻"
    back = merge(there, here.path, LATER)
    assert (back.changed, back.kept, back.conflicts) == (0, 0, ())


def test_an_older_text_there_is_no_conflict(pair: tuple[Database, Database]) -> None:
    here, there = pair
    write(here, "강 0", "새 뜻")
    merged = merge(here, there.path, LATER)
    assert (merged.changed, merged.kept, merged.conflicts) == (0, 1, ())
    assert texts(here)["강 0"] == "새 뜻"


@pytest.mark.parametrize("later_here", [True, False])
def test_of_two_edits_the_later_stays_and_the_other_is_listed_once(
    pair: tuple[Database, Database], later_here: bool
) -> None:
    here, there = pair
    write(here, "강 0", "여기", LATER if later_here else NOW)
    write(there, "강 0", "저기", NOW if later_here else LATER)
    kept_text, lost_text = ("여기", "저기") if later_here else ("저기", "여기")
    (conflict,) = merge(here, there.path, LATER).conflicts
    assert (conflict.uid, conflict.deck) == ("강 0", "강")
    assert (conflict.kept.answer, conflict.other.answer) == (kept_text, lost_text)
    assert conflict.takes_theirs == (not later_here)
    assert texts(here)["강 0"] == kept_text
    assert any(lost_text in text for text in histories(here, "강 0"))
    assert merge(here, there.path, LATER).conflicts == ()


def test_the_same_deck_imported_on_two_machines_is_one(machines: Machines) -> None:
    here, there = machines.new("here"), machines.new("there")
    add_notes(here, "강", both=True)
    add_notes(there, "강", both=True)
    answer(there, "강 0")
    merged = merge(here, there.path, LATER)
    assert (merged.new, merged.changed, merged.kept, merged.conflicts) == (0, 0, 0, ())
    assert merged.events == 1
    assert batches(here)[0].name == "test"
    assert problems_of(here) == []


def test_a_merge_is_one_batch_to_take_back(pair: tuple[Database, Database]) -> None:
    here, there = pair
    write(there, "강 0", "저기")
    add_notes(there, "산::높은 산", both=True)
    answer(there, "산::높은 산 0")
    before = cached(here), texts(here), here.rows("SELECT name FROM deck")
    assert merge(here, there.path, LATER).decks == 2
    newest = batches(here)[0]
    assert newest.name == there.path
    undo_batch(here, newest.batch_id, LATER)
    assert (cached(here), texts(here), here.rows("SELECT name FROM deck")) == before
    assert here.number("SELECT count(*) FROM event") == 1
    assert problems_of(here) == []
    again = merge(here, there.path, LATER)
    assert (again.new, again.events) == (3, 0)
    assert here.number("SELECT sum(answers) FROM day_tally") == 1
    assert problems_of(here) == []


def test_taking_back_the_import_of_a_note_drops_no_later_text(
    pair: tuple[Database, Database],
) -> None:
    here, there = pair
    write(here, "강 0", "여기", LATER)
    write(there, "강 0", "저기")
    merge(here, there.path, LATER)
    batch = batches(here)[-1]
    undo_batch(here, batch.batch_id, LATER)
    assert texts(here) == {"강 0": "여기"}


def test_notes_taken_back_on_one_machine_stay_on_the_other(machines: Machines) -> None:
    here = machines.new("here")
    batch = add_notes(here, "강")
    there = machines.copy(here, "there")
    undo_batch(there, batch, LATER)
    assert merge(here, there.path, LATER).new == 0
    assert len(texts(here)) == 3
    assert merge(there, here.path, LATER).new == 3
    assert state_hash(here) == state_hash(there)


def test_a_note_that_vanished_later_is_set_aside(pair: tuple[Database, Database]) -> None:
    here, there = pair
    put(there, "강", [], vanished=["강 1"])
    answer(here, "강 1")
    assert merge(here, there.path, LATER).changed == 1
    assert sorted(texts(here)) == ["강 0", "강 2"]
    assert problems_of(here) == []


@pytest.mark.parametrize(("hlc", "is_gone"), [(LATER.wall_ms, True), (5, False)])
def test_a_tombstone_wins_over_older_notes(
    machines: Machines, pair: tuple[Database, Database], hlc: int, is_gone: bool
) -> None:
    here, there = pair
    answer(here, "강 1")
    there.connection.execute("INSERT INTO tombstone VALUES ('강 1', 'note', ?)", (hlc,))
    before = machines.carry(here, "before")
    merge(here, there.path, LATER)
    assert ("강 1" not in texts(here)) == is_gone
    assert problems_of(here) == []
    merge(there, before, LATER)
    assert state_hash(here) == state_hash(there)


def test_an_event_with_two_contents_is_set_aside_and_named(
    pair: tuple[Database, Database],
) -> None:
    here, there = pair
    event_id = answer(here, "강 0")
    merge(there, here.path, LATER)
    event = find_event(there, event_id)
    assert event is not None
    there.connection.execute("DROP TRIGGER event_no_update")
    there.connection.execute("UPDATE event SET quality = 1, typed = 'x'")
    answer(there, "강 1")
    merged = merge(here, there.path, LATER)
    assert (merged.events, merged.known, merged.set_aside) == (1, 0, (event_id.hex(),))
    kept_event = find_event(here, event_id)
    assert kept_event is not None
    assert kept_event.quality == 4
    assert problems_of(here) == []


def test_copies_that_parted_get_two_names(pair: tuple[Database, Database]) -> None:
    here, there = pair
    answer(here, "강 0")
    answer(there, "강 1")
    shared = there.device
    assert here.device == shared
    merge(here, there.path, LATER)
    assert here.device != shared
    assert last_undoable(here) is None
    answer(here, "강 2")
    assert undo_last(here, LATER, DAY) is not None
    assert problems_of(here) == []


def test_a_copy_that_only_lagged_keeps_its_name(pair: tuple[Database, Database]) -> None:
    here, there = pair
    answer(there, "강 1")
    shared = here.device
    merge(here, there.path, LATER)
    assert here.device == shared


def test_what_is_written_next_is_later_than_all(pair: tuple[Database, Database]) -> None:
    here, there = pair
    ahead = Moment(NOW.wall_ms + 9_000_000, 540)
    answer(there, "강 1", moment=ahead)
    merge(here, there.path, LATER)
    answer(here, "강 1", 2)
    times = [row[0] for row in here.rows("SELECT hlc FROM event ORDER BY hlc")]
    assert times[0] == ahead.wall_ms
    assert times[1] > ahead.wall_ms
    assert here.number("SELECT drill FROM card WHERE last_day IS NOT NULL") == 1


def test_limits_set_on_either_machine_stay(pair: tuple[Database, Database]) -> None:
    here, there = pair
    set_deck_limits(here, "강", {"new_per_day": 5})
    set_deck_limits(there, "강", {"new_per_day": 30, "reviews_per_day": 9})
    merge(here, there.path, LATER)
    sql = "SELECT options FROM deck"
    assert here.value(sql) == '{"new_per_day": 30, "reviews_per_day": 9}'


def test_the_later_title_of_a_deck_stays(pair: tuple[Database, Database]) -> None:
    here, there = pair
    head = DeckHead("강", title="큰 강", lang="ko")
    apply_plan(there, BatchPlan("강.md", [DeckPlan(head, [])]), LATER)
    merge(here, there.path, LATER)
    merge(there, here.path, LATER)
    assert here.value("SELECT title FROM deck") == "큰 강"
    assert there.value("SELECT title FROM deck") == "큰 강"


def test_what_is_kept_for_other_programs_comes_along(pair: tuple[Database, Database]) -> None:
    here, there = pair
    basic = NoteType(name="Basic", is_cloze=False, fields=("F",), templates=(), css="", kept="{}")
    with there.transaction():
        kept.put_note_types(there, [basic], 7)
        kept.put(there, {"anki.col": "new"}, 9)
    with here.transaction():
        kept.put(here, {"anki.col": "old"}, 8)
    merge(here, there.path, LATER)
    assert kept.note_types(here) == {basic.uid: basic}
    assert kept.all_kept(here) == {"anki.col": "new"}


def test_a_media_name_with_two_meanings_is_named(pair: tuple[Database, Database]) -> None:
    here, there = pair
    sql = "INSERT INTO media VALUES ('a.png', ?, 1, ?)"
    here.connection.execute(sql, ("0" * 64, 5))
    there.connection.execute(sql, ("1" * 64, 6))
    assert merge(here, there.path, LATER).media_changed == ("a.png",)
    assert here.value("SELECT sha256 FROM media") == "1" * 64


def test_an_older_schema_is_brought_along_in_a_copy(
    machines: Machines, pair: tuple[Database, Database]
) -> None:
    here, _ = pair
    path = machines.folder / "old.db"
    with closing(open_old(path)) as old:
        old.execute("UPDATE deck SET title = 'old'")
    before = path.read_bytes()
    assert merge(here, str(path), LATER).decks == 1
    assert path.read_bytes() == before


def open_old(path: Path) -> sqlite3.Connection:
    old = sqlite3.connect(path, isolation_level=None)
    old.executescript(Path(migrate.FOLDER, "0001.sql").read_text(encoding="utf-8"))
    old.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    old.execute("PRAGMA user_version = 1")
    old.execute("INSERT INTO meta VALUES ('device', 'aabbccdd'), ('hlc', '0')")
    old.execute("INSERT INTO deck VALUES (1, 'u', '들', '', '', '', '', NULL, 0, 1)")
    return old


def damage(path: Path) -> None:
    raw = bytearray(path.read_bytes())
    raw[4096:8192] = b"\xff" * 4096
    path.write_bytes(raw)


def claim(sql: str) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute("DROP TRIGGER event_no_update")
            connection.execute(sql)

    return change


@pytest.mark.parametrize(
    ("harm", "key"),
    [
        pytest.param(Path.unlink, "missing", id="gone"),
        pytest.param(lambda path: path.write_bytes(b""), "missing", id="empty"),
        pytest.param(lambda path: path.write_text("Q: a\nA: b\n" * 99), "not_a_collection"),
        pytest.param(damage, "damaged", id="damaged"),
        pytest.param(claim("PRAGMA user_version = 99"), "newer", id="newer"),
        pytest.param(claim("PRAGMA application_id = 1"), "not_a_collection", id="not-ours"),
        pytest.param(claim("UPDATE note SET hlc = 1 << 60"), "no_time", id="a-time-without-end"),
        pytest.param(claim("UPDATE event SET quality = 9"), "damaged", id="no-quality"),
        pytest.param(claim("ALTER TABLE deck ADD COLUMN x TEXT"), "damaged", id="other-schema"),
        pytest.param(claim("UPDATE note SET deck_id = 77"), "damaged", id="lost-rows"),
    ],
)
def test_a_file_that_cannot_be_merged_is_refused(
    pair: tuple[Database, Database], harm: Callable[[Path], None], key: str
) -> None:
    here, there = pair
    answer(there, "강 1")
    there.close()
    before = everything(here)
    harm(Path(there.path))
    with pytest.raises(DatabaseError) as refused:
        merge(here, there.path, LATER)
    assert refused.value.key == f"merging.{key}"
    assert refused.value.values["path"] == there.path
    assert everything(here) == before


def test_a_collection_is_not_merged_into_itself(
    machines: Machines, pair: tuple[Database, Database]
) -> None:
    here, _ = pair
    link = machines.folder / "link.db"
    link.symlink_to(here.path)
    for path in (here.path, str(link), str(machines.folder)):
        with pytest.raises(DatabaseError, match=r"merging\.(same_file|not_a_collection)"):
            merge(here, path, LATER)


@pytest.mark.parametrize(
    ("ours", "theirs", "united"),
    [
        (None, '{"new_per_day": 3}', '{"new_per_day": 3}'),
        ('{"new_per_day": 10}', '{"new_per_day": 9}', '{"new_per_day": 10}'),
        ('{"a": 1}', '{"b": "x"}', '{"a": 1, "b": "x"}'),
        ('{"a": "x"}', '{"a": "y"}', '{"a": "y"}'),
    ],
)
def test_the_larger_limit_stays(ours: str | None, theirs: str, united: str) -> None:
    assert unite_options(ours, theirs) == united


@dataclass(frozen=True)
class Deed:
    """What a learner does on one of the machines."""

    what: str
    note: int = 0
    quality: int = 4
    day: int = DAY
    wall_ms: int = 0


KINDS = ("review", "review", "review", "practice", "suspend", "reset", "undo")
CHANGES = ("edit", "both", "move", "vanish", "add", "add elsewhere", "undo batch")
deeds = st.builds(
    Deed,
    what=st.sampled_from(KINDS + CHANGES),
    note=st.integers(0, 2),
    quality=st.integers(0, 5),
    day=st.integers(DAY, DAY + 9),
    wall_ms=st.integers(-50, 50),
)
lives = st.lists(deeds, max_size=7)
OWN = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def live(database: Database, life: Sequence[Deed]) -> None:
    for deed in life:
        moment = Moment(NOW.wall_ms + deed.wall_ms, 540)
        uid = f"강 {deed.note}"
        if deed.what in CHANGES:
            change(database, deed, uid, moment)
        elif deed.what == "undo":
            undo_last(database, moment, deed.day)
        else:
            sql = "SELECT card.id FROM card JOIN note ON note.id = note_id WHERE note.uid = ?"
            for (card_id,) in database.rows(sql, (uid,)):
                record(database, card_id, moment, deed.day, deed.what, quality=deed.quality)


def change(database: Database, deed: Deed, uid: str, moment: Moment) -> None:
    deck, gone = DeckHead("산" if deed.what in ("move", "add elsewhere") else "강"), []
    note = Note(prompt="term", answer=f"뜻 {deed.quality}", both=deed.what == "both")
    planned = [PlannedNote(uid, deed.quality, note)]
    if deed.what == "undo batch":
        for batch in batches(database)[:1]:
            undo_batch(database, batch.batch_id, moment)
        return
    if deed.what.startswith("add"):
        planned = [PlannedNote(f"{deck.name} {deed.note + 5}", 1, note)]
    if deed.what == "vanish":
        planned, gone = [], [uid]
    apply_plan(database, BatchPlan("deed", [DeckPlan(deck, planned, gone)]), moment)


def joined(machines: Machines, name: str, first: str, *others: str) -> tuple[str, str]:
    """Return the hash and the file of what comes of merging files into a copy of the first."""
    path = machines.folder / f"{name}.db"
    shutil.copyfile(first, path)
    with closing(open_database(str(path), durability="normal")) as database:
        for other in others:
            merge(database, other, LATER)
        assert problems_of(database) == []
        before = cached(database)
        assert rebuild(database) == 0
        assert cached(database) == before
        found = state_hash(database)
    return found, str(path)


def lived(machines: Machines, begun: list[Deed], lives_after: list[list[Deed]]) -> list[str]:
    """Return files of copies of one collection, each with a life of its own."""
    origin = machines.new("origin")
    add_notes(origin, "강")
    live(origin, begun)
    paths = []
    for number, life in enumerate(lives_after):
        with closing(machines.copy(origin, f"m{number}")) as database:
            live(database, life)
        paths.append(database.path)
    return paths


@OWN
@given(lives, lives, lives)
def test_merging_is_commutative_and_idempotent(
    begun: list[Deed], one: list[Deed], other: list[Deed]
) -> None:
    with some_machines() as machines:
        a, b = lived(machines, begun, [one, other])
        together, ab = joined(machines, "ab", a, b)
        assert joined(machines, "ba", b, a)[0] == together
        assert joined(machines, "again", ab, a, b, ab)[0] == together


@OWN
@given(lives, lives, lives, lives)
def test_merging_is_associative(
    begun: list[Deed], one: list[Deed], two: list[Deed], three: list[Deed]
) -> None:
    with some_machines() as machines:
        a, b, c = lived(machines, begun, [one, two, three])
        _, bc = joined(machines, "bc", b, c)
        expected = joined(machines, "ab-c", a, b, c)[0]
        assert joined(machines, "a-bc", a, bc)[0] == expected
        assert joined(machines, "c-ab", c, b, a)[0] == expected


@OWN
@given(lives, lives)
def test_a_merge_taken_back_leaves_notes_as_they_were(one: list[Deed], other: list[Deed]) -> None:
    with some_machines() as machines:
        a, b = lived(machines, [], [one, other])
        with closing(open_database(a, durability="normal")) as database:
            before = texts(database), texts(database, "산")
            known = len(batches(database, 99))
            merge(database, b, LATER)
            if len(batches(database, 99)) > known:
                undo_batch(database, batches(database)[0].batch_id, LATER)
            assert (texts(database), texts(database, "산")) == before
            assert problems_of(database) == []


def test_merged_figures_add_up(pair: tuple[Database, Database]) -> None:
    here, there = pair
    add_notes(there, "산", count=2)
    assert merge(here, there.path, LATER) == Merged(0, 0, (), 1, 2, 0, 0, (), ())


def test_ids_made_after_a_merge_are_in_order(pair: tuple[Database, Database]) -> None:
    here, there = pair
    answer(there, "강 1", moment=LATER)
    merge(here, there.path, NOW)
    first = answer(here, "강 2", moment=NOW)
    assert first > new_event_id(LATER.wall_ms - 1)

import pytest

from overmorrow.cards.note import Note
from overmorrow.cards.note_type import NoteType
from overmorrow.clock import Moment
from overmorrow.errors import DatabaseError
from overmorrow.store import kept
from overmorrow.store.answers import undo_last
from overmorrow.store.batches import batches, undo_batch
from overmorrow.store.check import problems_of
from overmorrow.store.database import Database
from overmorrow.store.deck_rows import DeckHead
from overmorrow.store.events import find_event, last_undoable, new_event_id
from overmorrow.store.merge import Merged, merge
from overmorrow.store.merge_decks import unite_options
from overmorrow.store.note_writing import PlannedNote
from overmorrow.store.notes import BatchPlan, DeckPlan, apply_plan
from overmorrow.store.state_hash import state_hash
from tests.store.building import DAY, NOW, add_notes, cached, put, set_options
from tests.store.machines import LATER, Machines, answer, everything, texts, write


def histories(database: Database, uid: str) -> list[str]:
    sql = (
        "SELECT note_history.content FROM note_history JOIN note ON note.id = note_id WHERE uid = ?"
    )
    return [row[0] for row in database.rows(sql, (uid,))]


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


def test_an_edit_outlives_the_first_deck_of_a_newer_machine(machines: Machines) -> None:
    note = PlannedNote("강 0", 0, Note(prompt="term", answer="뜻"))
    plan = BatchPlan("first", [DeckPlan(DeckHead("강", lang="ko"), [note])], {"lasting": True})
    here, there = machines.new("here"), machines.new("there")
    apply_plan(there, plan, NOW)
    write(there, "강 0", "고친 뜻")
    apply_plan(here, plan, LATER)
    before = machines.carry(here, "before")
    assert merge(here, there.path, LATER).changed == 1
    assert texts(here) == {"강 0": "고친 뜻"}
    assert merge(there, before, LATER).changed == 0
    assert state_hash(here) == state_hash(there)


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
    answer(here, "강 0")
    answer(there, "강 1", moment=ahead)
    merge(here, there.path, LATER)
    answer(here, "강 1", 2)
    times = [row[0] for row in here.rows("SELECT hlc FROM event ORDER BY hlc")]
    assert times[1] == ahead.wall_ms
    assert times[2] > ahead.wall_ms
    assert here.number("SELECT sum(drill) FROM card") == 1


def test_limits_set_on_either_machine_stay(pair: tuple[Database, Database]) -> None:
    here, there = pair
    set_options(here, "강", {"new_per_day": 5})
    set_options(there, "강", {"new_per_day": 30, "reviews_per_day": 9})
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


def test_a_disk_that_fills_up_leaves_all_as_it_was(pair: tuple[Database, Database]) -> None:
    here, there = pair
    answer(there, "강 1")
    add_notes(there, "산", count=3000)
    before = everything(here)
    pages = (here.number("PRAGMA page_count") or 0) + 60
    here.connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(DatabaseError, match=r"store\.disk_full"):
        merge(here, there.path, LATER)
    assert everything(here) == before
    assert "other" not in [row[1] for row in here.rows("PRAGMA database_list")]
    here.connection.execute("PRAGMA max_page_count = 1000000")
    assert merge(here, there.path, LATER).new == 3000

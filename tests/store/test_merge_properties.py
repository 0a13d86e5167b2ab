import shutil
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from overmorrow.cards.note import Note
from overmorrow.cards.source import Source, Span
from overmorrow.clock import Moment
from overmorrow.store import kept
from overmorrow.store.answers import record, undo_last
from overmorrow.store.batches import batches, undo_batch
from overmorrow.store.check import problems_of
from overmorrow.store.database import Database, open_database
from overmorrow.store.deck_rows import DeckHead
from overmorrow.store.events import claim_hlc
from overmorrow.store.merge import merge
from overmorrow.store.merge_notes import drop_deleted
from overmorrow.store.note_writing import PlannedNote
from overmorrow.store.notes import BatchPlan, DeckPlan, apply_plan
from overmorrow.store.sources import put_source, put_spans, set_dropped
from overmorrow.store.state_hash import state_hash
from tests.store.building import DAY, NOW, set_options
from tests.store.machines import LATER, Machines, some_machines, texts


@dataclass(frozen=True)
class Deed:
    """What a learner does on one of the machines."""

    what: str
    note: int = 0
    quality: int = 4
    day: int = DAY
    wall_ms: int = 0


SOON = Moment(NOW.wall_ms + 40, 540)
KINDS = ("review", "review", "review", "practice", "suspend", "reset", "undo")
CHANGES = ("edit", "both", "move", "vanish", "add", "add elsewhere")
OTHERS = ("undo batch", "delete", "limit", "title", "keep", "article", "drop")
deeds = st.builds(
    Deed,
    what=st.sampled_from(KINDS + CHANGES + OTHERS),
    note=st.integers(0, 2),
    quality=st.integers(0, 5),
    day=st.integers(DAY, DAY + 9),
    wall_ms=st.integers(-50, 50),
)
lives = st.lists(deeds, max_size=7)
OWN = settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def live(database: Database, life: Sequence[Deed]) -> None:
    for deed in life:
        moment = Moment(NOW.wall_ms + deed.wall_ms, 540)
        uid = f"강 {deed.note}"
        if deed.what in CHANGES:
            change(database, deed, uid, moment)
        elif deed.what in OTHERS:
            rearrange(database, deed, uid, moment)
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
    if deed.what.startswith("add"):
        planned = [PlannedNote(f"{deck.name} {deed.note + 5}", 1, note)]
    if deed.what == "vanish":
        planned, gone = [], [uid]
    apply_plan(database, BatchPlan("deed", [DeckPlan(deck, planned, gone)]), moment)


def rearrange(database: Database, deed: Deed, uid: str, moment: Moment) -> None:
    if deed.what == "undo batch":
        for batch in batches(database)[:1]:
            undo_batch(database, batch.batch_id, moment)
    elif deed.what == "limit":
        for (deck,) in database.rows("SELECT name FROM deck"):
            set_options(database, deck, {"new_per_day": deed.quality})
    elif deed.what == "title":
        head = DeckHead("강", title=f"강 {deed.quality}", lang="ko")
        apply_plan(database, BatchPlan("title", [DeckPlan(head, [])]), moment)
    else:
        with database.transaction() as connection:
            hlc = claim_hlc(database, moment)
            if deed.what == "article":
                source = Source(f"강 {deed.quality}", "", 0, "ko", "강", "강은 길다.")
                span = Span(f"0-1-{deed.note}", 1, 0, 6, 0, 6, 0, 1 + deed.quality)
                put_spans(database, put_source(database, source, hlc), {uid: span}, hlc)
            elif deed.what == "drop":
                set_dropped(database, "article", [str(deed.note)], [str(deed.quality)], hlc)
            elif deed.what == "keep":
                kept.put(database, {"anki.col": str(deed.quality)}, hlc)
            else:
                sql = "INSERT OR REPLACE INTO tombstone VALUES (?, 'note', ?)"
                connection.execute(sql, (uid, hlc))
                drop_deleted(database)


def joined(machines: Machines, name: str, first: str, *others: str) -> tuple[str, str]:
    """Return the hash and the file of what comes of merging files into a copy of the first."""
    path = machines.folder / f"{name}.db"
    shutil.copyfile(first, path)
    with closing(open_database(str(path), durability="normal")) as database:
        for other in others:
            merge(database, other, LATER)
        assert problems_of(database) == []
        found = state_hash(database)
    return found, str(path)


def with_first_deck(machines: Machines, name: str, moment: Moment) -> Database:
    """Make a collection that begins with the program's own deck."""
    database = machines.new(name)
    notes = [PlannedNote(f"강 {n}", n, Note(prompt="term", answer=f"뜻 {n}")) for n in range(3)]
    deck = DeckPlan(DeckHead("강", lang="ko"), notes)
    apply_plan(database, BatchPlan("first", [deck], {"lasting": True}), moment)
    return database


def lived(machines: Machines, begun: list[Deed], lives_after: list[list[Deed]]) -> list[str]:
    """Return files of two copies of one collection and of new ones, each with its own life."""
    origin = with_first_deck(machines, "origin", NOW)
    live(origin, begun)
    paths = []
    for number, life in enumerate(lives_after):
        if number < 2:
            database = machines.copy(origin, f"m{number}")
        else:
            database = with_first_deck(machines, f"m{number}", SOON)
        live(database, life)
        database.close()
        paths.append(database.path)
    return paths


@OWN
@given(lives, lives, lives)
@example([], [Deed("both", wall_ms=-50), Deed("review")], [Deed("edit", wall_ms=50)])
@example([], [Deed("edit", quality=1)], [Deed("edit", quality=2)])
@example([], [Deed("title", quality=1)], [Deed("title", quality=2)])
@example([], [Deed("keep", quality=1)], [Deed("keep", quality=2)])
@example([], [Deed("limit", quality=5)], [Deed("limit", quality=1)])
@example([], [Deed("article", quality=1)], [Deed("article", quality=2), Deed("drop")])
@example([], [Deed("article"), Deed("undo batch")], [Deed("article", quality=1)])
@example([], [Deed("delete")], [Deed("review"), Deed("edit", wall_ms=-50)])
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
@example([], [], [Deed("review"), Deed("review", wall_ms=38), Deed("undo batch"), Deed("edit")], [])
@example([], [Deed("delete")], [Deed("both", wall_ms=-50), Deed("review")], [Deed("edit")])
def test_merging_is_associative(
    begun: list[Deed], one: list[Deed], two: list[Deed], three: list[Deed]
) -> None:
    with some_machines() as machines:
        a, b, c = lived(machines, begun, [one, two, three])
        _, bc = joined(machines, "bc", b, c)
        expected = joined(machines, "ab-c", a, b, c)[0]
        assert joined(machines, "a-bc", a, bc)[0] == expected
        assert joined(machines, "c-ab", c, b, a)[0] == expected


undoable_lives = st.lists(deeds.filter(lambda deed: deed.what != "delete"), max_size=7)


@OWN
@given(lives, undoable_lives)
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

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from overmorrow.cards.cloze import GapError
from overmorrow.cards.list_item import ListItem
from overmorrow.cards.note import AnswerType, Note
from overmorrow.cards.uids import card_uid
from overmorrow.clock import Moment
from overmorrow.errors import DatabaseError, NotFoundError
from overmorrow.store.answers import record, undo_last
from overmorrow.store.batches import abandoned, batches, undo_batch
from overmorrow.store.cards import load_card
from overmorrow.store.check import problems_of
from overmorrow.store.database import Database, Row
from overmorrow.store.deck_rows import DeckHead, head_of
from overmorrow.store.note_writing import PlannedNote
from overmorrow.store.notes import (
    NOTES_AT_ONCE,
    BatchPlan,
    DeckPlan,
    apply_plan,
    full_notes,
)
from overmorrow.store.rebuild import rebuild
from tests.store.building import DAY, NOW, add_notes, cached, card_ids, collection, put

FULL = Note(
    prompt="양쯔강이 지나는 도시 셋은?",
    answer="충칭, 우한, 난징",
    answer_type=AnswerType.LIST,
    aliases=("충칭 우한 난징",),
    items=(ListItem(text="충칭", aliases=("중경",)), ListItem(text="우한"), ListItem(text="난징")),
    hint="셋 다 큰 도시",
    remark="장강이라고도 해요",
    source="p3",
    section="강",
    tags=("중국", "강"),
    case_sensitive=True,
    file_id="a1",
)


def everything(database: Database) -> dict[str, list[Row]]:
    """Return decks, notes and cards without the times they were last written."""
    kept = cached(database)
    kept["deck"] = database.rows("SELECT name, title, lang, source, file, options FROM deck")
    kept["note"] = database.rows(
        "SELECT uid, deck_id, position, prompt, answer, details, tags, vanished FROM note"
    )
    return {table: sorted(rows, key=repr) for table, rows in kept.items()}


def shown(database: Database) -> list[str]:
    rows = database.rows(
        "SELECT note.uid || '/' || card.key FROM card JOIN note ON note.id = note_id"
        " WHERE card.vanished = 0 ORDER BY note.position, card.id"
    )
    return [row[0] for row in rows]


def test_a_note_comes_back_as_it_was_written(database: Database) -> None:
    put(database, "강", [PlannedNote("a1", 0, FULL)])
    assert [each.note for each in full_notes(database, "강")] == [FULL]
    card = load_card(database, 1)
    assert (card.note, card.key, card.lang, card.deck_name) == (FULL, "q", "ko", "강")
    assert card.uid == card_uid("a1", "q")


def test_known_notes_have_their_place_and_text(database: Database) -> None:
    put(database, "강", [PlannedNote("a1", 7, FULL)])
    (known,) = full_notes(database, "강")
    assert (known.uid, known.position, known.note) == ("a1", 7, FULL)
    assert full_notes(database, "산") == []


def test_a_note_makes_its_cards(database: Database) -> None:
    notes = [
        Note(prompt="수도", answer="서울", both=True),
        Note(prompt="{{한강}}은 {{서울}}을 지난다.", is_cloze=True),
    ]
    put(database, "강", [PlannedNote(f"n{n}", n, note) for n, note in enumerate(notes)])
    assert shown(database) == ["n0/q", "n0/r", "n1/c1", "n1/c2"]


def test_every_parent_has_a_row(database: Database) -> None:
    head = DeckHead("중국::강::긴 강", title="긴 강", lang="ko", source="지리책", file="강.md")
    apply_plan(database, BatchPlan("강.md", [DeckPlan(head, [PlannedNote("a", 0, FULL)])]), NOW)
    names = [row[0] for row in database.rows("SELECT name FROM deck ORDER BY id")]
    assert names == ["중국", "중국::강", "중국::강::긴 강"]
    assert head_of(database, "중국::강::긴 강") == head


def test_writing_the_same_again_changes_nothing(studied: Database) -> None:
    before = everything(studied)
    add_notes(studied, "강")
    assert everything(studied) == before
    assert studied.number("SELECT count(*) FROM note_history") == 0


def test_a_changed_text_keeps_the_schedule(studied: Database) -> None:
    record(studied, 1, NOW, DAY, "review", quality=4)
    state = load_card(studied, 1).state
    put(studied, "강", [PlannedNote("강 0", 0, Note(prompt="term 0", answer="새 뜻"))])
    card = load_card(studied, 1)
    assert (card.note.answer, card.state) == ("새 뜻", state)
    (content,) = studied.rows("SELECT content FROM note_history")
    assert "뜻 0" in json.loads(content[0])["note"]


def test_a_card_no_longer_made_keeps_its_history(database: Database) -> None:
    put(database, "강", [PlannedNote("n", 0, Note(prompt="수도", answer="서울", both=True))])
    record(database, 2, NOW, DAY, "review", quality=4)
    put(database, "강", [PlannedNote("n", 0, Note(prompt="수도", answer="서울"))])
    assert shown(database) == ["n/q"]
    put(database, "강", [PlannedNote("n", 0, Note(prompt="수도", answer="서울", both=True))])
    assert shown(database) == ["n/q", "n/r"]
    assert load_card(database, 2).state.learned_day == DAY
    assert problems_of(database) == []


def test_a_vanished_note_is_not_known_until_it_returns(studied: Database) -> None:
    record(studied, 2, NOW, DAY, "review", quality=4)
    put(studied, "강", [], vanished=["강 1"])
    assert [each.uid for each in full_notes(studied, "강")] == ["강 0", "강 2"]
    assert shown(studied) == ["강 0/q", "강 2/q"]
    assert problems_of(studied) == []
    add_notes(studied, "강")
    assert shown(studied) == ["강 0/q", "강 1/q", "강 2/q"]
    assert load_card(studied, 2).state.learned_day == DAY


def test_a_note_that_moves_takes_its_answers_along() -> None:
    with collection("강", "산") as database:
        record(database, 1, NOW, DAY, "review", quality=4)
        (known, *_) = full_notes(database, "강")
        put(database, "산", [PlannedNote(known.uid, 9, known.note)])
        assert database.rows("SELECT DISTINCT deck_id FROM day_tally") == [(2,)]
        assert problems_of(database) == []


def test_a_note_suspended_in_its_file_starts_set_aside(database: Database) -> None:
    planned = PlannedNote("n", 0, Note(prompt="수도", answer="서울", suspended=True))
    put(database, "강", [planned])
    assert load_card(database, 1).state.suspended
    assert undo_last(database, NOW, DAY) is None
    record(database, 1, NOW, DAY, "unsuspend")
    put(database, "강", [planned._replace(position=1)])
    assert not load_card(database, 1).state.suspended
    assert problems_of(database) == []


def test_a_batch_is_taken_back_whole() -> None:
    with collection("강", both=True) as database:
        record(database, 1, NOW, DAY, "review", quality=4)
        before = everything(database)
        changed = Note(prompt="term 0", answer="새 뜻")
        batch = put(database, "강", [PlannedNote("강 0", 5, changed)], vanished=["강 1"])
        more = add_notes(database, "산::높은 산", both=True)
        undo_batch(database, more, NOW)
        undo_batch(database, batch, NOW)
        assert everything(database) == before
        assert problems_of(database) == []


def test_a_batch_is_taken_back_once(studied: Database) -> None:
    batch = add_notes(studied, "산")
    undo_batch(studied, batch, NOW)
    with pytest.raises(NotFoundError):
        undo_batch(studied, batch, NOW)


def test_taking_a_batch_back_leaves_later_changes(studied: Database) -> None:
    first = put(studied, "강", [PlannedNote("강 0", 0, Note(prompt="term 0", answer="하나"))])
    put(studied, "강", [PlannedNote("강 0", 0, Note(prompt="term 0", answer="둘"))])
    undo_batch(studied, first, NOW)
    assert load_card(studied, 1).note.answer == "둘"


def test_bringing_notes_again_brings_their_schedules_back(studied: Database) -> None:
    record(studied, 1, NOW, DAY, "review", quality=4)
    before = everything(studied)
    batch = batches(studied)[0]
    undo_batch(studied, batch.batch_id, NOW)
    assert card_ids(studied) == []
    assert problems_of(studied) == []
    add_notes(studied, "강")
    after = everything(studied)
    assert after["card"] == before["card"]
    assert [row[:2] for row in after["day_tally"]] == [row[:2] for row in before["day_tally"]]
    assert problems_of(studied) == []


def test_batches_are_listed_newest_first(studied: Database) -> None:
    head = DeckHead("산")
    plan = BatchPlan("산.md", [DeckPlan(head, [PlannedNote("a", 0, FULL)])], summary={"new": 1})
    apply_plan(studied, plan, Moment(NOW.wall_ms + 5, 540))
    newest, oldest = batches(studied)
    assert (newest.name, newest.summary, newest.finished) == ("산.md", {"new": 1}, True)
    assert newest.hlc > oldest.hlc
    undo_batch(studied, newest.batch_id, NOW)
    assert [each.batch_id for each in batches(studied)] == [oldest.batch_id]
    assert abandoned(studied, LATER) == []


LATER = Moment(NOW.wall_ms + 7_200_000, 540)


def many(count: int) -> list[PlannedNote]:
    return [PlannedNote(f"m{n}", n, Note(prompt=f"p{n}", answer=f"a{n}")) for n in range(count)]


def test_a_batch_that_is_stopped_leaves_nothing(studied: Database) -> None:
    before = everything(studied)
    plan = BatchPlan("big", [DeckPlan(DeckHead("산::높은 산"), many(NOTES_AT_ONCE * 2 + 1))])
    written: list[int] = []

    def stop(count: int) -> None:
        written.append(count)
        if count > NOTES_AT_ONCE:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        apply_plan(studied, plan, NOW, stop)
    assert written == [NOTES_AT_ONCE, 2 * NOTES_AT_ONCE]
    assert everything(studied) == before
    assert abandoned(studied, LATER) == []


def test_a_note_that_makes_no_cards_stops_all_before_writing(studied: Database) -> None:
    before = everything(studied)
    broken = PlannedNote("x", 0, Note(prompt="a {{gap", is_cloze=True))
    with pytest.raises(GapError):
        put(studied, "산", [*many(3), broken])
    assert everything(studied) == before


def test_a_disk_that_fills_up_leaves_nothing(studied: Database) -> None:
    before = everything(studied)
    pages = (studied.number("PRAGMA page_count") or 0) + 60
    studied.connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(DatabaseError):
        put(studied, "산", many(3 * NOTES_AT_ONCE))
    assert everything(studied) == before


texts = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=8)
visible = texts.filter(lambda text: text.strip() != "")
plain_notes = st.builds(
    Note,
    prompt=visible,
    answer=visible,
    aliases=st.lists(texts, max_size=2).map(tuple),
    wrong_choices=st.lists(texts, max_size=2).map(tuple),
    both=st.booleans(),
    hint=st.one_of(st.just(""), texts),
    remark=st.one_of(st.just(""), texts),
    section=st.one_of(st.just(""), texts),
    tags=st.lists(texts, max_size=2).map(tuple),
    case_sensitive=st.booleans(),
    is_cloze=st.just(False),
    answer_type=st.just(AnswerType.TEXT),
    items=st.just(()),
    source=st.just(""),
    suspended=st.just(False),
    file_id=st.just(""),
    faces=st.just(()),
    note_type=st.just(""),
    fields=st.just(()),
    origin=st.none(),
)
files = st.lists(st.one_of(st.none(), plain_notes), min_size=1, max_size=4)


@settings(max_examples=40, deadline=None)
@given(st.lists(files, min_size=1, max_size=4), st.integers(0, 3), st.integers(0, 5))
def test_batches_undone_in_turn_lead_back_to_each_state(
    versions: list[list[Note | None]], answered: int, quality: int
) -> None:
    with collection("강") as database:
        states, undo = [everything(database)], []
        for number, version in enumerate(versions):
            notes = [PlannedNote(f"강 {n}", n, note) for n, note in enumerate(version) if note]
            gone = [f"강 {n}" for n, note in enumerate(version) if note is None]
            undo.append(put(database, "강", notes, vanished=gone))
            if number == 0 and answered:
                card_id = card_ids(database)[answered - 1]
                record(database, card_id, NOW, DAY, "review", quality=quality)
                undo_last(database, NOW, DAY)
            kept = cached(database)
            assert rebuild(database) == 0
            assert cached(database) == kept
            states.append(everything(database))
        for batch in reversed(undo):
            states.pop()
            if batch:
                undo_batch(database, batch, NOW)
            assert everything(database) == states[-1]

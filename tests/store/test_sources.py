from collections.abc import Iterator
from contextlib import closing

import pytest

from overmorrow.cards.source import Source, Span
from overmorrow.clock import Moment
from overmorrow.store.batches import batches, undo_batch
from overmorrow.store.check import problems_of
from overmorrow.store.database import Database
from overmorrow.store.drafts import (
    MOST_DRAFTS,
    draft_of,
    newest_draft,
    put_draft,
    remove_draft,
)
from overmorrow.store.events import claim_hlc
from overmorrow.store.merge import merge
from overmorrow.store.sources import (
    dropped_proposals,
    place_of_card,
    proposals_made,
    put_source,
    put_spans,
    set_dropped,
    source_uid,
)
from overmorrow.store.state_hash import state_hash
from tests.store.building import NOW, add_notes
from tests.store.machines import LATER, Machines, some_machines

TEXT = "머리말\n강은 바다로 간다. 산은 높다.\n"
SPAN = Span("4-6-name", 2, 4, 21, 4, 14, 4, 5)


def article(title: str = "강 이야기") -> Source:
    return Source(title, "이누리", 739_000, "ko", "강", TEXT)


def keep(
    database: Database, source: Source, note: str = "강 0", moment: Moment = NOW, span: Span = SPAN
) -> str:
    with database.transaction():
        hlc = claim_hlc(database, moment)
        uid = put_source(database, source, hlc)
        put_spans(database, uid, {note: span}, hlc)
    return uid


def drop(database: Database, *proposals: str, moment: Moment = NOW) -> None:
    with database.transaction():
        set_dropped(database, source_uid(TEXT), proposals, (), claim_hlc(database, moment))


def card_of(database: Database, note: str = "강 0") -> int:
    sql = "SELECT card.id FROM card JOIN note ON note.id = note_id WHERE note.uid = ?"
    return database.number(sql, (note,)) or 0


@pytest.fixture
def machines() -> Iterator[Machines]:
    with some_machines() as machines:
        yield machines


@pytest.fixture
def desk(machines: Machines) -> Database:
    database = machines.new("desk")
    add_notes(database, "강")
    return database


def test_a_place_is_found_from_a_card(desk: Database) -> None:
    keep(desk, article())
    place = place_of_card(desk, card_of(desk))
    assert place is not None
    assert place.paragraph_text == "강은 바다로 간다. 산은 높다."[:17]
    assert place[:4] == ("강 이야기", "이누리", 739_000, 2)
    assert place[5:] == (0, 10, 0, 1)
    assert place_of_card(desk, card_of(desk, "강 1")) is None


def test_a_place_is_found_by_keys_alone(desk: Database) -> None:
    from overmorrow.store import sources

    plan = desk.rows(f"EXPLAIN QUERY PLAN {sources._OF_CARD}", (1,))
    assert [row[3] for row in plan if "SCAN" in row[3]] == []
    plan = desk.rows(f"EXPLAIN QUERY PLAN {sources._MADE}", ("x", 0))
    assert [row[3] for row in plan if "SCAN" in row[3]] == []


def test_an_article_has_one_id_whatever_is_said_of_it(desk: Database) -> None:
    assert keep(desk, article()) == keep(desk, article("다른 제목"), "강 1")
    assert desk.rows("SELECT title FROM source") == [("다른 제목",)]
    assert proposals_made(desk, source_uid(TEXT)) == {SPAN.proposal: "강"}


def test_undo_of_the_notes_forgets_the_article(desk: Database) -> None:
    keep(desk, article())
    undo_batch(desk, batches(desk)[0].batch_id, LATER)
    assert desk.rows("SELECT * FROM source") == []
    assert desk.rows("SELECT * FROM note_source") == []


def test_what_is_dropped_can_be_wanted_again(desk: Database) -> None:
    drop(desk, "a", "b")
    with desk.transaction():
        set_dropped(desk, source_uid(TEXT), ["b"], ["a"], claim_hlc(desk, LATER))
    assert dropped_proposals(desk, source_uid(TEXT)) == {"b"}
    assert dropped_proposals(desk, "other") == set()


def test_a_merge_brings_articles_places_and_drops(machines: Machines, desk: Database) -> None:
    laptop = machines.copy(desk, "laptop")
    keep(laptop, article(), moment=LATER)
    drop(laptop, "a")
    drop(desk, "b")
    merge(desk, machines.carry(laptop, "carried"), LATER)
    place = place_of_card(desk, card_of(desk))
    assert place is not None
    assert place.title == "강 이야기"
    assert dropped_proposals(desk, source_uid(TEXT)) == {"a", "b"}
    assert problems_of(desk) == []


@pytest.mark.parametrize("moments", [(NOW, NOW), (NOW, LATER), (LATER, NOW)])
def test_either_way_round_a_merge_comes_to_the_same(
    machines: Machines, desk: Database, moments: tuple[Moment, Moment]
) -> None:
    laptop = machines.copy(desk, "laptop")
    keep(desk, article("책상"), moment=moments[0])
    keep(laptop, article("노트북"), moment=moments[1], span=SPAN._replace(answer_end=6))
    drop(desk, "a", moment=moments[0])
    drop(laptop, "a", moment=moments[1])
    one, other = machines.carry(desk, "one"), machines.carry(laptop, "other")
    merge(desk, other, LATER)
    merge(laptop, one, LATER)
    assert state_hash(desk) == state_hash(laptop)
    merged = state_hash(desk)
    merge(desk, machines.carry(laptop, "again"), LATER)
    assert state_hash(desk) == merged


def test_a_merge_taken_back_takes_the_places_along(machines: Machines, desk: Database) -> None:
    laptop = machines.new("laptop")
    add_notes(laptop, "산")
    keep(laptop, article(), "산 0")
    merge(desk, machines.carry(laptop, "carried"), LATER)
    undo_batch(desk, batches(desk)[0].batch_id, LATER)
    assert desk.rows("SELECT * FROM note_source") == []
    assert desk.rows("SELECT * FROM source") == []


def test_drafts_are_few_and_the_newest_first(desk: Database) -> None:
    with desk.transaction():
        for number in range(MOST_DRAFTS + 2):
            put_draft(desk, f"article {number}", f"content {number}", number)
    newest = newest_draft(desk)
    assert newest is not None
    assert newest.content == f"content {MOST_DRAFTS + 1}"
    assert draft_of(desk, "article 1") is None
    with desk.transaction():
        remove_draft(desk, f"article {MOST_DRAFTS + 1}")
    newest = newest_draft(desk)
    assert newest is not None
    assert newest.content == f"content {MOST_DRAFTS}"


def test_drafts_stay_on_their_machine(machines: Machines, desk: Database) -> None:
    with closing(machines.new("laptop")) as laptop:
        with laptop.transaction():
            put_draft(laptop, "article", "content", 1)
        merge(desk, machines.carry(laptop, "carried"), LATER)
    assert newest_draft(desk) is None

"""What a search says of schedules, answers and days."""

from collections.abc import Iterator

import pytest

from overmorrow.cards.note import Note
from overmorrow.clock import DAY_MS, Moment
from overmorrow.scheduling.event import EventKind
from overmorrow.store.answers import record, undo_last
from overmorrow.store.database import Database
from overmorrow.store.note_writing import PlannedNote
from overmorrow.store.search import COLUMNS
from overmorrow.store.search_index import index_some
from tests.store.building import DAY, collection, put
from tests.store.test_search import START, found

NOTES = [
    PlannedNote("new", 0, Note("neu", "항저우")),
    PlannedNote("learning", 1, Note("lernen", "항저우 시", source="p7")),
    PlannedNote("young", 2, Note("jung", "서울", aliases=("한양",))),
    PlannedNote("old", 3, Note("Alt", "부산")),
    PlannedNote("weak", 4, Note("schwach", "대구")),
    PlannedNote("aside", 5, Note("weg", "광주")),
    PlannedNote("gaps", 6, Note("{{Nil}} und {{Po}}", is_cloze=True)),
]
NEW, LEARNING, YOUNG, OLD, WEAK, ASIDE, NIL, PO = range(1, 9)


def at(day: int) -> Moment:
    return Moment(START + (day - DAY) * DAY_MS + 3_600_000, 0)


def answer(
    database: Database,
    card: int,
    day: int,
    quality: int,
    *,
    typed: str | None = None,
    verdict: str | None = None,
) -> None:
    kind = EventKind.REVIEW
    record(database, card, at(day), day, kind, quality=quality, typed=typed, verdict=verdict)


@pytest.fixture(scope="module")
def studied() -> Iterator[Database]:
    with collection() as database:
        put(database, "강", NOTES)
        answer(database, LEARNING, DAY - 1, 4, typed="항저우", verdict="CORRECT")
        answer(database, YOUNG, DAY - 8, 4)
        answer(database, YOUNG, DAY - 7, 5)
        answer(database, OLD, DAY - 40, 5)
        answer(database, OLD, DAY - 39, 5)
        answer(database, OLD, DAY - 33, 5)
        answer(database, OLD, DAY - 16, 5)
        for back in range(18, 0, -2):
            answer(database, WEAK, DAY - back - 1, 5)
            answer(database, WEAK, DAY - back, 1, typed="항저우!", verdict="WRONG")
        answer(database, WEAK, DAY, 0, typed="대전", verdict="WRONG")
        record(database, ASIDE, at(DAY), DAY, EventKind.SUSPEND)
        record(database, OLD, at(DAY), DAY, EventKind.FLAG, payload={"flag": 3})
        record(database, OLD, at(DAY), DAY, EventKind.MARK, payload={"marked": True})
        record(database, NIL, at(DAY), DAY, EventKind.BURY)
        answer(database, YOUNG, DAY, 2, typed="평양", verdict="CLOSE")
        undo_last(database, at(DAY), DAY)
        while index_some(database):
            pass
        yield database


@pytest.mark.parametrize(
    ("text", "cards"),
    [
        ("is:new", [NEW, ASIDE, NIL, PO]),
        ("is:learn", [LEARNING, WEAK]),
        ("is:review", [YOUNG, OLD]),
        ("is:due", [LEARNING, YOUNG]),
        ("is:suspended", [ASIDE]),
        ("is:buried", [NIL]),
        ("is:marked", [OLD]),
        ("flag:3", [OLD]),
        ("flag:0 -is:new", [LEARNING, YOUNG, WEAK]),
        ("is:leech", [WEAK]),
        ("drill:", [WEAK]),
        ("due:today", [LEARNING, YOUNG]),
        ("due:내일", [WEAK]),
        ("due:-1", [YOUNG]),
        ("-due:today -due:tomorrow", [NEW, OLD, ASIDE, NIL, PO]),
        ("prop:due=-1", [YOUNG]),
        ("prop:due>1", [OLD]),
        ("-prop:due>1", [NEW, LEARNING, YOUNG, WEAK, ASIDE, NIL, PO]),
        ("prop:ivl=6", [YOUNG]),
        ("prop:ivl>=21", [OLD]),
        ("prop:ease>2.6", [OLD, WEAK]),
        ("prop:ease>3", [WEAK]),
        ("prop:ease!=2.5", [YOUNG, OLD, WEAK]),
        ("prop:reps>=2", [YOUNG, OLD]),
        ("prop:lapses>=8", [WEAK]),
        ("introduced:1", []),
        ("introduced:2", [LEARNING]),
        ("introduced:9", [LEARNING, YOUNG]),
        ("rated:1", [WEAK]),
        ("rated:2", [LEARNING, WEAK]),
        ("rated:3:1", [WEAK]),
        ("rated:1:1", []),
        ("rated:1:0", [WEAK]),
        ("rated:9:4", [LEARNING, YOUNG]),
        ("verdict:wrong", [WEAK]),
        ("verdict:close", []),
        ("verdict:correct", [LEARNING]),
        ("typed:항저우", [LEARNING, WEAK]),
        ("typed:ㅍㅇ", []),
        ("confused:", [WEAK]),
        ("confused:대전", []),
        ("confused:항저", [WEAK]),
        ("para:7", [LEARNING]),
        ("para:70", []),
        ("source:p7", [LEARNING]),
        ("alias:한양", [YOUNG]),
        ("kind:cloze", [NIL, PO]),
        ("nid:7,1", [NEW, NIL, PO]),
        ("cid:2,3", [LEARNING, YOUNG]),
        ("added:1", [NEW, LEARNING, YOUNG, OLD, WEAK, ASIDE, NIL, PO]),
        ("alt", [OLD]),
        ("re:^a", [OLD]),
        ('re:"^(neu|jung)$"', [NEW, YOUNG]),
        ("ㅎㅈㅇ", [NEW, LEARNING]),
        ("항ㅈ", [NEW, LEARNING]),
        ("항저ㅇ", [NEW, LEARNING]),
        ('"항저우 시"', [LEARNING]),
        ("하", []),
    ],
)
def test_a_term_finds_its_cards(studied: Database, text: str, cards: list[int]) -> None:
    assert found(studied, text) == cards
    assert sorted(found(studied, f"-({text})")) == [
        card for card in range(NEW, PO + 1) if card not in cards
    ]


@pytest.mark.parametrize("column", COLUMNS)
def test_an_order_shows_every_card_once_both_ways(studied: Database, column: str) -> None:
    for down in (False, True):
        assert sorted(found(studied, "", column, down=down)) == list(range(NEW, PO + 1))


def test_orders_go_by_what_they_say(studied: Database) -> None:
    learned = "-is:new"
    assert found(studied, learned, "due") == [YOUNG, LEARNING, WEAK, OLD]
    assert found(studied, learned, "due", down=True) == [OLD, WEAK, LEARNING, YOUNG]
    assert found(studied, "", "due")[4:] == [NEW, ASIDE, NIL, PO]
    assert found(studied, "", "due", down=True)[4:] == [NEW, ASIDE, NIL, PO]
    assert found(studied, learned, "lapses", down=True)[0] == WEAK
    assert found(studied, learned, "ease") == [LEARNING, YOUNG, OLD, WEAK]
    assert found(studied, learned, "prompt") == [OLD, YOUNG, LEARNING, WEAK]
    assert found(studied, "", "added", down=True)[0] in (NIL, PO)


def test_no_regex_can_hang(studied: Database) -> None:
    put(studied, "긴", [PlannedNote("long", 0, Note("a" * 40_000, "x"))])
    assert found(studied, 're:"a*a*q"') == []
    assert found(studied, 're:"a{20}"') == [PO + 1]

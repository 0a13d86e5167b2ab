"""What a search finds, as a list and a preview show it."""

from pathlib import Path

import pytest

from overmorrow.cards.note import Note
from overmorrow.clock import Moment
from overmorrow.errors import NotFoundError
from overmorrow.jobs.browse import (
    Order,
    browse_rows,
    find,
    find_as_typed,
    forget_search,
    preview,
    save_search,
    saved_searches,
)
from overmorrow.jobs.day import current_day
from overmorrow.jobs.study import StudySession
from overmorrow.settings import Settings
from overmorrow.store.answers import record
from overmorrow.store.database import Database
from overmorrow.store.note_writing import PlannedNote
from tests.jobs.conftest import SteppingClock
from tests.jobs.studied import imported, study_all
from tests.store.building import put

SETTINGS = Settings()
LATER = Moment(1_800_000_000_000, 0)


@pytest.fixture
def river(empty: Database, deck_file: Path, clock: SteppingClock) -> Database:
    imported(empty, deck_file, clock)
    return empty


def test_rows_come_in_the_order_asked_for_and_know_each_card(
    river: Database, clock: SteppingClock
) -> None:
    study_all(river, clock)
    day = current_day(river, clock, SETTINGS)
    ids = list(find(river, "", Order(), day).ids)
    rows = browse_rows(river, ids[::-1], day)
    assert [row.card_id for row in rows] == ids[::-1]
    by_prompt = {row.prompt: row for row in rows}
    suez = by_prompt["How long is the Suez Canal?"]
    assert (suez.answer, suez.answer_type, suez.deck) == ("193 km", "number", "Mini")
    assert (suez.due_day, suez.interval_days, suez.reviews) == (day + 1, 1, 1)
    assert {row.answer for row in rows} >= {"Khartoum", "Cairo", "capital of France"}
    assert not any("{{" in row.prompt for row in rows)


def test_a_half_typed_name_is_found_unless_something_has_it_as_it_is(
    empty: Database, clock: SteppingClock
) -> None:
    prompts = ("마윈은 누구인가?", "이상한 나라", "이사한 날", "항저우는 어디인가?")
    notes = [PlannedNote(f"n{at}", at, Note(text, "x")) for at, text in enumerate(prompts)]
    put(empty, "many", notes)
    day = current_day(empty, clock, SETTINGS)

    def found(text: str) -> list[str]:
        ids = find_as_typed(empty, text, Order(), day).ids
        return [row.prompt for row in browse_rows(empty, ids, day)]

    for typed in ("마", "마우", "마위", "마윈"):
        assert found(typed) == ["마윈은 누구인가?"], typed
    assert found("이사") == ["이사한 날"]
    assert found("항정") == ["항저우는 어디인가?"]
    assert found("어디 항저웅") == []
    assert find_as_typed(empty, "마위", Order(), day).is_half_typed
    assert not find_as_typed(empty, "마윈", Order(), day).is_half_typed
    assert list(find(empty, "마위", Order(), day).ids) == []


def test_a_card_that_went_is_left_out(river: Database, clock: SteppingClock) -> None:
    day = current_day(river, clock, SETTINGS)
    assert [row.card_id for row in browse_rows(river, [2, 99, 1], day)] == [2, 1]


def test_a_preview_tells_answers_and_the_place_in_the_file(
    river: Database, clock: SteppingClock
) -> None:
    session = StudySession(river, clock, SETTINGS, "front:suez")
    session.rate(session.judge("200 km"), 3)
    day = current_day(river, clock, SETTINGS)
    (card_id,) = find(river, "suez", Order(), day).ids
    shown = preview(river, card_id, day)
    assert (shown.place, shown.answer, shown.deck) == ("mini.md:10", "193 km", "Mini")
    assert shown.qualities == "2>3"
    assert shown.wrong == (("200 km", 1),)
    with pytest.raises(NotFoundError):
        preview(river, 99, day)


def test_searches_are_called_by_name(river: Database) -> None:
    save_search(river, " b ", "is:due", LATER)
    save_search(river, "a", "is:new", LATER)
    save_search(river, "b", "is:leech", LATER)
    assert [tuple(each) for each in saved_searches(river)] == [("a", "is:new"), ("b", "is:leech")]
    forget_search(river, "a", LATER)
    assert [each.name for each in saved_searches(river)] == ["b"]


@pytest.mark.parametrize(
    "text",
    [
        *("", "re:prompt", "prompt", "-prompt", "is:new", "is:due", "deck:b or deck:c"),
        *("deck:b is:new", "deck:nowhere", "-deck:nowhere", "deck:nowhere or is:new"),
        "verdict:close or verdict:correct",
    ],
)
@pytest.mark.parametrize("column", ["deck", "ease", "prompt"])
@pytest.mark.parametrize("descending", [False, True])
def test_what_is_shown_piece_by_piece_is_what_is_found(
    river: Database, clock: SteppingClock, text: str, column: str, descending: bool
) -> None:
    for deck in ("b::many", "a", "c"):
        notes = [
            PlannedNote(f"{deck}{n}", n % 7, Note(f"prompt {n}", "answer")) for n in range(150)
        ]
        put(river, deck, notes)
    day = current_day(river, clock, SETTINGS)
    shown: list[list[int]] = []
    order = Order(column, descending)
    found = find(river, text, order, day, shows=lambda piece: shown.append(list(piece)))
    assert [card for piece in shown for card in piece] == list(found.ids)
    assert sorted(set(found.ids)) == sorted(found.ids)


def test_the_first_cards_are_shown_before_the_rest_is_looked_at(river: Database) -> None:
    notes = [PlannedNote(f"n{n}", n, Note(f"prompt {n}", "answer")) for n in range(1000)]
    put(river, "many", notes)
    looked_at: list[int] = []

    def spy(card_id: int) -> bool:
        looked_at.append(card_id)
        return True

    river.connection.create_function("spy", 1, spy)
    pieces = river.pieces("SELECT id FROM card WHERE spy(id)", singly=3)
    assert len(next(pieces)) == 1
    assert len(looked_at) < 5
    assert 1 + sum(map(len, pieces)) == river.number("SELECT count(*) FROM card")


def test_unread_events_do_not_stop_a_list(river: Database, clock: SteppingClock) -> None:
    day = current_day(river, clock, SETTINGS)
    record(river, 1, clock(), day, "something new")
    assert browse_rows(river, [1], day)[0].reviews == 0

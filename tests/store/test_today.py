from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from overmorrow.cards.note import Note
from overmorrow.errors import NotFoundError
from overmorrow.settings import Settings
from overmorrow.store import cache
from overmorrow.store.answers import record
from overmorrow.store.cards import load_card, scope
from overmorrow.store.database import Database
from overmorrow.store.day_tree import DeckCounts, day_tree, deck_tree
from overmorrow.store.note_writing import PlannedNote
from overmorrow.store.today import today_cards
from tests.store.building import DAY, NOW, collection, put, set_options

FEW = Settings(new_per_day=5, reviews_per_day=7)


def answer(database: Database, cards: Sequence[int], *, quality: int = 4, day: int = DAY) -> None:
    for card_id in cards:
        record(database, card_id, NOW, day, "review", quality=quality)


def counted(tree: list[DeckCounts]) -> dict[str, tuple[int, int, int, int]]:
    return {deck.name: (deck.new, deck.review, deck.drill, deck.total) for deck in tree}


def test_parents_stand_before_and_count_their_decks() -> None:
    with collection("중국::강", "산", "중국::도시") as database:
        assert counted(deck_tree(database, DAY, Settings())) == {
            "중국": (6, 0, 0, 6),
            "중국::강": (3, 0, 0, 3),
            "중국::도시": (3, 0, 0, 3),
            "산": (3, 0, 0, 3),
        }


def test_new_cards_come_in_the_decks_order_up_to_the_limit() -> None:
    with collection("강", notes=8) as database:
        assert today_cards(database, None, DAY, FEW).new == [1, 2, 3, 4, 5]
        answer(database, [1, 2])
        assert today_cards(database, None, DAY, FEW).new == [3, 4, 5]
        assert today_cards(database, None, DAY + 1, FEW).new == [3, 4, 5, 6, 7]


def test_new_cards_beyond_the_limit_come_when_asked_for() -> None:
    with collection("강", "산", notes=8) as database:
        assert today_cards(database, None, DAY, FEW, new_limit=12).new == list(range(1, 13))
        assert today_cards(database, None, DAY, FEW, new_limit=0).new == []


def test_reviews_come_shortest_interval_first() -> None:
    with collection("강", notes=4) as database:
        answer(database, [1, 2], day=DAY - 30)
        answer(database, [2], day=DAY - 29)
        answer(database, [3], day=DAY - 3)
        answer(database, [4], day=DAY)
        assert today_cards(database, None, DAY, FEW).reviews == [1, 3, 2]


def test_review_limits_count_cards_answered_today() -> None:
    with collection("강", notes=12) as database:
        answer(database, range(1, 11), day=DAY - 5)
        assert len(today_cards(database, None, DAY, FEW).reviews) == 7
        answer(database, [1, 2, 3])
        assert len(today_cards(database, None, DAY, FEW).reviews) == 4
        assert day_tree(database, DAY, FEW).whole.review == 4


def test_drills_neither_count_nor_end_by_the_limits() -> None:
    with collection("강", notes=9) as database:
        answer(database, [1, 2, 3], quality=3)
        answer(database, [1], quality=3)
        today = today_cards(database, None, DAY, FEW)
        assert (today.new, today.drills) == ([4, 5], [2, 3, 1])
        answer(database, [2], quality=4)
        assert today_cards(database, None, DAY, FEW).drills == [3, 1]
        assert today_cards(database, None, DAY + 1, FEW).drills == []


def test_a_decks_own_limits_hold_for_what_is_below() -> None:
    with collection("중국::강", "중국::도시", notes=9) as database:
        set_options(database, "중국", {"new_per_day": 4})
        set_options(database, "중국::강", {"new_per_day": 1, "reviews_per_day": 0})
        tree = counted(deck_tree(database, DAY, FEW))
        assert [tree[name][0] for name in ("중국", "중국::강", "중국::도시")] == [4, 1, 4]
        assert today_cards(database, "중국", DAY, FEW).new == [1, 10, 11, 12]
        answer(database, [10, 11])
        assert today_cards(database, "중국::도시", DAY, FEW).new == [12, 13]
        set_options(database, "중국", {"new_per_day": None})
        assert day_tree(database, DAY, FEW, "중국").whole.new == 3


def test_of_each_note_one_card_a_day_is_asked() -> None:
    with collection("강", notes=2, both=True) as database:
        assert today_cards(database, None, DAY, FEW).new == [1, 3]
        answer(database, [1])
        assert today_cards(database, None, DAY, FEW).new == [3]
        assert today_cards(database, None, DAY + 1, FEW) == ([1], [3], [])
        answer(database, [2, 4], day=DAY + 1)
        assert today_cards(database, None, DAY + 2, FEW).reviews == [1, 4]
        assert day_tree(database, DAY + 2, FEW).whole.review == 2


def steps_for_a_note_of_gaps(count: int) -> int:
    """Return in how many hundred steps SQLite finds today's cards beside a note of many gaps."""
    steps = 0

    def step() -> None:
        nonlocal steps
        steps += 1

    prompt = " ".join(f"{{{{gap {n}}}}}" for n in range(count))
    with collection("강", notes=1) as database:
        put(database, "강", [PlannedNote("gaps", 1, Note(prompt=prompt, answer="", is_cloze=True))])
        database.connection.set_progress_handler(step, 100)
        assert len(today_cards(database, None, DAY, FEW).new) == 2
    return steps


def test_the_cards_of_a_note_with_very_many_are_looked_at_once() -> None:
    assert steps_for_a_note_of_gaps(480) < 24 * steps_for_a_note_of_gaps(60)


def test_a_drill_is_not_kept_back_by_its_sibling() -> None:
    with collection("강", notes=1, both=True) as database:
        answer(database, [1, 2], quality=3)
        assert today_cards(database, None, DAY, FEW).drills == [1, 2]


@pytest.mark.parametrize("learned", [False, True])
def test_cards_set_aside_are_not_asked(studied: Database, learned: bool) -> None:
    if learned:
        answer(studied, [1, 2, 3], day=DAY - 1, quality=3)
    record(studied, 1, NOW, DAY, "suspend")
    record(studied, 2, NOW, DAY, "bury")
    today, tomorrow = (today_cards(studied, None, day, FEW) for day in (DAY, DAY + 1))
    assert today.reviews + today.new == [3]
    assert sorted(tomorrow.reviews + tomorrow.new) == [2, 3]
    counts = day_tree(studied, DAY, FEW).whole
    assert (counts.new + counts.review, counts.total) == (1, 3)
    record(studied, 1, NOW, DAY + 1, "unsuspend")
    tomorrow = today_cards(studied, None, DAY + 1, FEW)
    assert sorted(tomorrow.reviews + tomorrow.new) == [1, 2, 3]


def test_a_buried_drill_waits() -> None:
    with collection("강") as database:
        answer(database, [1], quality=1)
        record(database, 1, NOW, DAY, "bury")
        assert today_cards(database, None, DAY, FEW).drills == []


def test_a_scope_holds_what_is_below_and_only_that() -> None:
    with collection("중국", "중국::강", "중국어") as database:
        assert scope(database, "중국") == [1, 2]
        assert scope(database, None) == [1, 2, 3]


@pytest.mark.parametrize(("asked", "near"), [("중극", "중국"), ("강", "중국::강"), ("xyz", None)])
def test_an_unknown_deck_gets_the_nearest_name(asked: str, near: str | None) -> None:
    with collection("중국::강") as database, pytest.raises(NotFoundError) as refused:
        scope(database, asked)
    assert refused.value.values == {"deck": asked} | ({"near": near} if near else {})


def test_the_queue_of_many_decks_reads_on_until_limits_are_met() -> None:
    with collection("가", "나", notes=60) as database:
        answer(database, range(1, 121), day=DAY - 5)
        set_options(database, "가", {"reviews_per_day": 1})
        today = today_cards(database, None, DAY, Settings(reviews_per_day=30))
        assert len(today.reviews) == 31
        assert sum(card_id <= 60 for card_id in today.reviews) == 1


moves = st.lists(
    st.tuples(
        st.integers(1, 12),
        st.sampled_from(["review"] * 5 + ["suspend", "bury", "set_due", "reset"]),
        st.integers(0, 5),
        st.integers(DAY - 8, DAY),
    ),
    max_size=25,
)


@settings(max_examples=40, deadline=None)
@given(moves, st.integers(0, 4), st.integers(0, 4))
def test_what_home_counts_is_what_is_asked(
    history: list[tuple[int, str, int, int]], new_limit: int, review_limit: int
) -> None:
    with collection("중국::강", "중국::도시", notes=3, both=True) as database:
        for card_id, kind, quality, day in history:
            payload: dict[str, object] = {"due_day": day + quality - 3}
            record(database, card_id, NOW, day, kind, quality=quality, payload=payload)
        set_options(database, "중국", {"new_per_day": 3})
        limits = Settings(new_per_day=new_limit, reviews_per_day=review_limit)
        for deck in deck_tree(database, DAY, limits):
            queue = today_cards(database, deck.name, DAY, limits)
            assert (deck.review, deck.new, deck.drill) == tuple(len(kind) for kind in queue)
            assert deck == day_tree(database, DAY, limits, deck.name).whole
            notes = [load_card(database, each).note_id for each in queue.reviews + queue.new]
            assert len(notes) == len(set(notes))


def test_many_due_cards_come_in_the_same_order_as_few() -> None:
    settings = Settings(new_per_day=0, reviews_per_day=30)
    with collection("가", "나::다", "나::라", notes=400) as database:
        ids = [row[0] for row in database.rows("SELECT id FROM card ORDER BY id")]
        set_options(database, "나::라", {"reviews_per_day": 7})
        with database.transaction():
            for number, card_id in enumerate(ids):
                interval, due = number * 7 % 23 + 1, DAY - number * 5 % 11
                database.connection.execute(
                    "UPDATE card SET interval_days = ?, due_day = ?, repetitions = 2 WHERE id = ?",
                    (interval, due, card_id),
                )
            database.connection.execute("UPDATE card SET buried_day = ? WHERE id = 30", (DAY,))
            deck_of = "SELECT deck_id, due_day, count(*) FROM card GROUP BY 1, 2"
            for deck_id, due, cards in database.rows(deck_of):
                cache.count_cards(database, [("due", deck_id, due, cards)])
        rows = database.rows(
            "SELECT card.id, deck.name FROM card JOIN deck ON deck.id = card.deck_id"
            " WHERE buried_day IS NULL ORDER BY interval_days, due_day, card.id"
        )
        room = {"가": 30, "나::다": 30, "나::라": 7}
        both = 30
        expected = []
        for card_id, deck in rows:
            if room[deck] and (deck == "가" or both):
                room[deck] -= 1
                both -= deck != "가"
                expected.append(card_id)
        assert today_cards(database, None, DAY, settings).reviews == expected
        assert len(expected) == 60

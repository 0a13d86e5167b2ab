from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from overmorrow.cards.note import Note
from overmorrow.cards.past import Past, PastReview
from overmorrow.cards.uids import card_uid
from overmorrow.scheduling.fold import fold
from overmorrow.store.batches import undo_batch
from overmorrow.store.check import problems_of
from overmorrow.store.database import Database
from overmorrow.store.deck_rows import DeckHead
from overmorrow.store.note_writing import PlannedNote
from overmorrow.store.notes import BatchPlan, DeckPlan, apply_plan
from overmorrow.store.pasts import PastSource, past_events
from tests.store.building import NOW, cached, collection

ANKI = PastSource("anki_package", 540)
DAY = date(2023, 6, 1).toordinal()
JUNE_MS = 1_685_580_000_000
"""2023-06-01 in the morning in Seoul."""
UID = bytes(range(16))
LEARNED = Past(
    key="q",
    card_id=5,
    type=2,
    queue=2,
    due=40,
    due_day=DAY + 12,
    interval_days=12,
    ease_permille=2300,
    repetitions=4,
    lapses=1,
    modified=JUNE_MS // 1000,
    reviews=(
        PastReview(JUNE_MS - 86_400_000, 1, -60, 0, 0, 9000, 0),
        PastReview(JUNE_MS, 3, 12, 1, 2300, 4000, 1),
    ),
)

whole = st.integers(-(2**40), 2**40)
reviews = st.builds(
    PastReview, whole, st.integers(-1, 5), whole, whole, whole, st.integers(0, 2**31), whole
)
pasts = st.builds(
    Past,
    st.just("q"),
    whole,
    st.integers(0, 4),
    st.integers(-3, 4),
    whole,
    st.none() | whole,
    whole,
    whole,
    whole,
    whole,
    whole,
    st.integers(0, 7),
    st.text(max_size=4),
    whole,
    st.lists(reviews, max_size=4, unique_by=lambda review: review.moment_ms).map(tuple),
)


def bring(database: Database, past: Past, source: PastSource = ANKI) -> int:
    planned = PlannedNote("n", 0, Note("앞", "뒤"), (past,))
    plan = BatchPlan("a.apkg", [DeckPlan(DeckHead("강"), [planned])], past_source=source)
    return apply_plan(database, plan, NOW) or 0


def schedule(database: Database) -> object:
    columns = "due_day, interval_days, ease_hundredths, repetitions, lapses, suspended, flag"
    return database.row(f"SELECT {columns} FROM card WHERE uid = ?", (card_uid("n", "q"),))


def test_a_card_is_due_when_it_was_due_there(database: Database) -> None:
    bring(database, LEARNED)
    assert schedule(database) == (DAY + 12, 12, 230, 4, 1, 0, 0)
    assert problems_of(database) == []


def test_reviews_can_be_folded_anew_instead(database: Database) -> None:
    bring(database, LEARNED, ANKI._replace(dates_count=False))
    again_then_good = (DAY + 1, 1, 250, 1, 0, 0, 0)
    assert schedule(database) == again_then_good
    assert problems_of(database) == []


def test_ratings_are_qualities_from_two_to_five() -> None:
    told = [PastReview(JUNE_MS + n, rating) for n, rating in enumerate((0, 1, 2, 3, 4))]
    found = past_events(UID, Past(key="q", type=2, reviews=tuple(told)), ANKI)
    assert [(event.kind, event.quality) for event in found] == [
        ("elsewhere", None),
        ("review", 2),
        ("review", 3),
        ("review", 4),
        ("review", 5),
    ]


def test_set_aside_and_flagged_cards_stay_so(database: Database) -> None:
    bring(database, Past(key="q", queue=-1, flag=3))
    assert schedule(database) == (None, 0, 250, 0, 0, 1, 3)


def test_the_same_past_twice_is_one_past(database: Database) -> None:
    bring(database, LEARNED)
    before = cached(database)
    assert bring(database, LEARNED) == 0
    assert cached(database) == before


def test_a_past_that_came_to_a_known_card_is_taken_back_with_its_batch(database: Database) -> None:
    bring(database, Past(key="q"))
    before = schedule(database)
    batch = bring(database, LEARNED)
    assert schedule(database) != before
    undo_batch(database, batch, NOW)
    assert schedule(database) == before
    bring(database, LEARNED)
    assert schedule(database) == (DAY + 12, 12, 230, 4, 1, 0, 0)
    assert problems_of(database) == []


@given(pasts)
def test_any_past_can_be_folded_and_is_told_the_same_twice(past: Past) -> None:
    told = list(past_events(UID, past, ANKI))
    assert told == list(past_events(UID, past, ANKI))
    assert len({event.event_id for event in told}) == len(
        {(event.kind, event.wall_ms) for event in told}
    )
    state, _ = fold(event.for_folding() for event in told)
    assert state.sm2.ease_hundredths >= 130
    assert state.sm2.due_day is None or date.fromordinal(state.sm2.due_day)


@settings(max_examples=30, deadline=None)
@given(pasts)
def test_rebuilding_gives_what_the_import_wrote(past: Past) -> None:
    with collection() as database:
        bring(database, past)
        assert problems_of(database) == []

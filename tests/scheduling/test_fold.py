from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from overmorrow.scheduling.answer_kind import AnswerKind
from overmorrow.scheduling.event import EventKind, LogEvent
from overmorrow.scheduling.fold import apply, fold, kind_of, replay
from overmorrow.scheduling.sm2 import MAX_INTERVAL_DAYS, MIN_EASE_HUNDREDTHS, step
from overmorrow.scheduling.state import CardState, Sm2State

DAY_MS = 86_400_000

answered = st.tuples(st.integers(0, 60), st.integers(0, 5))


def event(number: int, kind: str = EventKind.REVIEW, day: int = 0, **more: object) -> LogEvent:
    values: dict[str, object] = {
        "event_id": number.to_bytes(16, "big"),
        "hlc": number,
        "wall_ms": day * DAY_MS,
        "utc_offset_min": 0,
        "study_day": day,
        "kind": kind,
    }
    return LogEvent(**(values | more))  # type: ignore[arg-type] # built by name


@st.composite
def histories(draw: st.DrawFn) -> list[LogEvent]:
    kinds = st.sampled_from([*EventKind, "a kind from the future"])
    events: list[LogEvent] = []
    for number in range(1, draw(st.integers(0, 15)) + 1):
        kind = draw(kinds)
        target = draw(st.integers(1, 15)).to_bytes(16, "big") if kind == EventKind.VOID else None
        quality = draw(st.integers(0, 5))
        day = draw(st.integers(0, 60))
        payload = {"due_day": day + 3, "flag": quality, "marked": quality % 2, "learned": "x"}
        events.append(event(number, kind, day, quality=quality, target=target, payload=payload))
    return events


@given(st.lists(answered, max_size=40))
def test_the_fast_replay_is_the_book_step_by_step(reviews: list[tuple[int, int]]) -> None:
    state = Sm2State()
    for day, quality in reviews:
        state = step(state, day, quality)
    assert replay(Sm2State(), reviews) == state


@given(histories(), st.randoms(use_true_random=False))
def test_neither_order_of_arrival_nor_duplicates_matter(
    events: list[LogEvent], random: "st.DataObject"
) -> None:
    shuffled = [*events, *events[: len(events) // 2]]
    random.shuffle(shuffled)  # type: ignore[attr-defined] # a random.Random
    assert fold(shuffled) == fold(events)


@given(histories())
def test_one_more_event_is_one_more_step(events: list[LogEvent]) -> None:
    kept = [each for each in events if each.kind != EventKind.VOID]
    state = CardState()
    tallies = []
    for each in kept:
        state, tally = apply(state, each)
        tallies += [tally] if tally else []
    assert fold(kept) == (state, tuple(tallies))


@given(histories(), st.integers(0, 5))
def test_a_void_restores_what_was_before(events: list[LogEvent], quality: int) -> None:
    last = event(100, day=99, quality=quality)
    void = event(101, EventKind.VOID, target=last.event_id)
    again = event(102, EventKind.VOID, target=last.event_id)
    assert fold([*events, last, void]) == fold(events)
    assert fold([*events, last, void, again]) == fold(events)


def test_a_void_may_come_before_its_target() -> None:
    review = event(2, quality=5)
    assert fold([event(1, EventKind.VOID, target=review.event_id), review]).state == CardState()


def test_practice_counts_in_the_statistics_but_not_in_the_schedule() -> None:
    folded = fold([event(1, EventKind.PRACTICE, quality=5, answer_ms=900)])
    assert folded.state == CardState()
    assert [(tally.kind, tally.answer_ms) for tally in folded.tallies] == [
        (AnswerKind.PRACTICE, 900)
    ]


def test_answers_are_named_by_the_state_they_meet() -> None:
    def kinds(reviews: Sequence[tuple[int, int]]) -> list[AnswerKind]:
        events = [event(n, day=day, quality=q) for n, (day, q) in enumerate(reviews, 1)]
        return [tally.kind for tally in fold(events).tallies]

    assert kinds([(0, 3), (0, 4), (0, 5), (1, 4), (7, 4), (22, 4), (60, 4)]) == [
        AnswerKind.NEW,
        AnswerKind.DRILL,
        AnswerKind.AHEAD,
        AnswerKind.YOUNG,
        AnswerKind.YOUNG,
        AnswerKind.YOUNG,
        AnswerKind.MATURE,
    ]


def test_a_reset_card_is_new_again_and_keeps_what_was_set_on_it() -> None:
    events = [
        event(1, quality=5, payload={"learned": "Jack Ma"}),
        event(2, EventKind.FLAG, payload={"flag": 3}),
        event(3, EventKind.RESET),
    ]
    state = fold(events).state
    assert state == CardState(flag=3, learned_answers=("Jack Ma",))
    assert kind_of(state, 9) is AnswerKind.NEW


def test_the_hour_is_the_learners() -> None:
    late = event(1, quality=4, wall_ms=23 * 3_600_000, utc_offset_min=9 * 60)
    assert fold([late]).tallies[0].hour == 8


anything = st.integers(-(10**9), 10**9)


@given(anything, anything, anything, anything, st.lists(answered, min_size=1, max_size=5))
def test_a_schedule_from_elsewhere_keeps_to_the_bounds_and_can_be_studied_on(
    interval: int, ease: int, repetitions: int, lapses: int, reviews: list[tuple[int, int]]
) -> None:
    payload = {
        "due_day": 700_000,
        "interval_days": interval,
        "ease_hundredths": ease,
        "repetitions": repetitions,
        "lapses": lapses,
    }
    taken = apply(CardState(), event(1, EventKind.SET_DUE, payload=payload))[0]

    assert taken.sm2.due_day == 700_000
    assert 1 <= taken.sm2.interval_days <= MAX_INTERVAL_DAYS
    assert taken.sm2.ease_hundredths == max(ease, MIN_EASE_HUNDREDTHS)
    assert min(taken.sm2.repetitions, taken.sm2.lapses) >= 0
    assert taken.learned_day == taken.sm2.last_day == 700_000 - taken.sm2.interval_days
    after = replay(taken.sm2, ((700_000 + day, quality) for day, quality in sorted(reviews)))
    assert 1 <= after.interval_days <= MAX_INTERVAL_DAYS


@given(histories(), anything)
def test_a_due_day_alone_moves_nothing_else(events: list[LogEvent], due_day: int) -> None:
    before = fold(events).state
    after = apply(before, event(99, EventKind.SET_DUE, payload={"due_day": due_day}))[0]

    assert after == before._replace(sm2=before.sm2._replace(due_day=due_day))


@given(histories())
def test_what_another_log_says_beside_recall_changes_nothing(events: list[LogEvent]) -> None:
    told = event(99, EventKind.ELSEWHERE, 61, payload={"anki": [0, 1, 1, 2500, 4]})

    assert fold([*events, told]) == fold(events)

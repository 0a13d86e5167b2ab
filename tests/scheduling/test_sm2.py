import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overmorrow.scheduling.sm2 import MAX_INTERVAL_DAYS, MIN_EASE_HUNDREDTHS, preview, step
from overmorrow.scheduling.state import Sm2State

VECTORS = json.loads(
    (Path(__file__).parents[1] / "data" / "sm2_vectors.json").read_text(encoding="utf-8")
)

qualities = st.integers(0, 5)
histories = st.lists(st.tuples(st.integers(0, 400), qualities), max_size=30)


def after(reviews: list[tuple[int, int]]) -> Sm2State:
    state = Sm2State()
    for day, quality in reviews:
        state = step(state, day, quality)
    return state


def on_time(scores: list[int]) -> list[int]:
    state = Sm2State()
    intervals = []
    for quality in scores:
        state = step(state, state.due_day or 0, quality)
        intervals.append(state.interval_days)
        state = state._replace(drill=False)
    return intervals


@pytest.mark.parametrize("trace", VECTORS["traces"], ids=lambda trace: trace["id"])
def test_every_field_follows_the_reference_trace(trace: dict[str, Any]) -> None:
    state = Sm2State()
    for (day, quality), expected in zip(trace["events"], trace["expect"], strict=True):
        state = step(state, day, quality)
        assert {
            "n": state.repetitions,
            "interval": state.interval_days,
            "ef": state.ease_hundredths,
            "due": state.due_day,
            "last": state.last_day,
            "drill": state.drill,
            "lapses": state.lapses,
        } == expected


@pytest.mark.parametrize(
    ("scores", "intervals"),
    [
        pytest.param([4, 4, 4, 4], [1, 6, 15, 38], id="fours-keep-the-ease-at-2.50"),
        pytest.param([5, 5, 5, 5, 5, 5], [1, 6, 17, 48, 140, 420], id="floats-would-say-421"),
        pytest.param([4, 4, 2, 4, 4], [1, 6, 1, 1, 6], id="a-lapse-starts-over"),
        pytest.param([0, 0, 0], [1, 1, 1], id="blanks-stay-at-a-day"),
    ],
)
def test_intervals_follow_the_book(scores: list[int], intervals: list[int]) -> None:
    assert on_time(scores) == intervals


def test_a_failure_leaves_the_ease_as_it_was() -> None:
    state = after([(0, 3), (1, 3)])
    assert step(state, 7, 0).ease_hundredths == state.ease_hundredths == 222


def test_success_ahead_of_time_changes_only_the_day() -> None:
    state = after([(0, 4), (1, 4)])
    assert step(state, 3, 5) == state._replace(last_day=3)


def test_failure_ahead_of_time_counts() -> None:
    state = step(after([(0, 4), (1, 4)]), 3, 1)
    assert (state.due_day, state.lapses, state.drill) == (4, 1, True)


def test_a_late_success_multiplies_the_planned_interval() -> None:
    state = after([(0, 4), (1, 4)])
    assert step(state, 50, 4).interval_days == 15
    assert step(state, 50, 4).due_day == 65


@pytest.mark.parametrize("quality", [-1, 6])
def test_a_quality_outside_the_scale_is_refused(quality: int) -> None:
    with pytest.raises(ValueError, match="0-5"):
        step(Sm2State(), 0, quality)


@given(histories)
def test_the_bounds_hold_after_any_history(reviews: list[tuple[int, int]]) -> None:
    state = after(reviews)
    assert state.ease_hundredths >= MIN_EASE_HUNDREDTHS
    assert 0 <= state.interval_days <= MAX_INTERVAL_DAYS
    if state.due_day is not None and state.last_day is not None:
        assert state.due_day > state.last_day - state.interval_days


@given(histories, qualities, st.integers(0, 400))
def test_the_drill_never_touches_the_schedule(
    reviews: list[tuple[int, int]], quality: int, late: int
) -> None:
    failed = step(after(reviews), 400 + late, 2)
    drilled = step(failed, 400 + late, quality)
    assert drilled == failed._replace(drill=quality < 4)


@given(histories, st.integers(0, 100))
def test_better_recall_never_brings_a_card_back_sooner(
    reviews: list[tuple[int, int]], late: int
) -> None:
    state = after(reviews)
    day = max(state.due_day or 0, (state.last_day or 0) + 1) + late
    outlooks = preview(state, day)
    nexts = [outlook.next_interval_days for outlook in outlooks]
    assert nexts == sorted(nexts)
    thens = [outlook.interval_after_days for outlook in outlooks[3:]]
    assert thens == sorted(thens)


@given(histories, qualities, st.integers(0, 500))
def test_the_preview_is_what_happens(
    reviews: list[tuple[int, int]], quality: int, day: int
) -> None:
    state = after(reviews)
    shown = preview(state, day)[quality]
    happened = step(state, day, quality)
    assert happened.due_day is None or happened.due_day - day == shown.next_interval_days
    assert happened.drill == shown.drill

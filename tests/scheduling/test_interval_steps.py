import pytest

from overmorrow.scheduling.event import EventKind, LogEvent
from overmorrow.scheduling.fold import Tally, fold, replay_with_kinds
from overmorrow.scheduling.interval_steps import interval_step
from overmorrow.scheduling.state import Sm2State


@pytest.mark.parametrize(
    ("interval_days", "step"),
    [(0, 1), (1, 1), (2, 2), (6, 2), (7, 7), (20, 7), (21, 21), (59, 21), (60, 60), (179, 60)],
)
def test_an_interval_belongs_to_the_step_that_begins_last(interval_days: int, step: int) -> None:
    assert interval_step(interval_days) == step


def test_the_last_step_has_no_end() -> None:
    assert interval_step(180) == interval_step(36_500) == 180


def _reviews(*days_and_qualities: tuple[int, int]) -> list[LogEvent]:
    return [
        LogEvent(bytes([n]), n, n, 0, day, EventKind.REVIEW, quality, 1000, proposed=quality - 1)
        for n, (day, quality) in enumerate(days_and_qualities, 1)
    ]


ANSWERS = ((100, 5), (101, 5), (107, 1), (107, 4), (108, 4), (108, 5))
"""New, due after 1 day, due after 6 days and forgotten, its drill, due again, ahead."""


def test_a_scheduled_review_is_counted_by_the_interval_that_led_to_it() -> None:
    tallies: tuple[Tally, ...] = fold(_reviews(*ANSWERS)).tallies
    assert [tally.interval_step for tally in tallies] == [0, 1, 2, 0, 1, 0]
    assert [tally.proposed for tally in tallies] == [4, 4, 0, 3, 3, 4]


def test_replaying_many_answers_counts_them_alike() -> None:
    folded = fold(_reviews(*ANSWERS))
    replayed = replay_with_kinds(Sm2State(), ANSWERS)
    assert replayed.state == folded.state.sm2
    assert replayed.kinds == [tally.kind for tally in folded.tallies]
    assert replayed.interval_steps == [tally.interval_step for tally in folded.tallies]

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overmorrow.cards.quality import Quality
from overmorrow.cards.verdict import Verdict
from overmorrow.scheduling.propose import propose


@pytest.mark.parametrize(
    ("answer_ms", "median_ms", "expected"),
    [
        pytest.param(2_000, 4_000, Quality.EASY, id="half-the-median-is-prompt"),
        pytest.param(2_001, 4_000, Quality.GOOD, id="just-over-half"),
        pytest.param(8_000, 4_000, Quality.GOOD, id="twice-the-median"),
        pytest.param(8_001, 4_000, Quality.HARD, id="slower-than-twice"),
        pytest.param(600_000, 40_000, Quality.GOOD, id="time-is-capped-at-a-minute"),
        pytest.param(1, None, Quality.GOOD, id="no-median-yet"),
        pytest.param(None, 4_000, Quality.GOOD, id="no-time-known"),
    ],
)
def test_a_right_answer_goes_by_its_time(
    answer_ms: int | None, median_ms: int | None, expected: Quality
) -> None:
    offer = propose(Verdict.CORRECT, Quality.EASY, answer_ms=answer_ms, median_ms=median_ms)
    assert offer is expected


def test_a_typo_is_not_held_against_the_memory() -> None:
    quick = propose(Verdict.CLOSE, Quality.GOOD, slip_only=True, answer_ms=1, median_ms=1_000)
    slow = propose(Verdict.CLOSE, Quality.GOOD, slip_only=True, answer_ms=9_000, median_ms=1_000)
    assert (quick, slow) == (Quality.GOOD, Quality.HARD)


def test_an_omission_is_hard() -> None:
    assert propose(Verdict.CLOSE, Quality.HARD, answer_ms=1, median_ms=1_000) is Quality.HARD


@pytest.mark.parametrize("graded", [Quality.BLANK, Quality.VAGUE, Quality.NEARLY])
def test_a_wrong_answer_keeps_what_grading_says(graded: Quality) -> None:
    assert propose(Verdict.WRONG, graded, answer_ms=1, median_ms=1_000) is graded


@pytest.mark.parametrize(
    ("hints", "most"),
    [(0, Quality.EASY), (1, Quality.HARD), (2, Quality.VAGUE), (3, Quality.VAGUE)],
)
def test_hints_cap_the_offer(hints: int, most: Quality) -> None:
    offer = propose(Verdict.CORRECT, Quality.EASY, answer_ms=1, median_ms=1_000, hints=hints)
    assert offer is most


@given(
    st.sampled_from(Verdict),
    st.sampled_from(Quality),
    st.booleans(),
    st.integers(0, 100_000),
    st.integers(0, 4),
)
def test_a_hint_or_a_slower_answer_never_raises_the_offer(
    verdict: Verdict, graded: Quality, slip_only: bool, answer_ms: int, hints: int
) -> None:
    def offer(later_ms: int, more_hints: int) -> Quality:
        return propose(
            verdict,
            graded,
            slip_only=slip_only,
            answer_ms=answer_ms + later_ms,
            median_ms=5_000,
            hints=hints + more_hints,
        )

    assert offer(0, 0) >= offer(10_000, 0)
    assert offer(0, 0) >= offer(0, 1)

"""From a verdict to the quality we propose; the learner's key decides."""

from overmorrow.cards.quality import Quality
from overmorrow.cards.verdict import Verdict

QUICK_SHARE = 0.5
SLOW_SHARE = 2.0
NEEDED_FOR_MEDIAN = 20
"""Correct answers of a kind before its median time means anything."""
LONGEST_ANSWER_MS = 60_000

_CAPS_BY_HINTS = (Quality.EASY, Quality.HARD, Quality.VAGUE)


def propose(
    verdict: Verdict,
    graded: Quality,
    *,
    slip_only: bool = False,
    answer_ms: int | None = None,
    median_ms: int | None = None,
    hints: int = 0,
) -> Quality:
    """Return the quality to offer for an answer.

    A wrong answer keeps the quality that grading gave it (0 blank, 1 other,
    2 of the right kind). A right one goes by its time against the learner's own
    median: 5 up to half of it, 4 up to twice, 3 beyond; without a median 4, and
    5 is not offered. A mere typo is 4 or, when slow, 3; an omission stays 3.
    One hint caps at 3, two at 1.

    Args:
        verdict: What grading said.
        graded: The quality that grading proposes, knowing neither time nor hints.
        slip_only: Whether a CLOSE was a mere typo, so that the memory was fine.
        answer_ms: Time to the first key, in milliseconds; None when unknown.
        median_ms: The learner's own median for such cards; None until there are
            `NEEDED_FOR_MEDIAN` answers.
        hints: How many hints were opened.
    """
    cap = most_with_hints(hints)
    if not verdict.accepted:
        return min(graded, cap)
    if verdict is Verdict.CLOSE and not slip_only:
        return min(Quality.HARD, cap)
    best = Quality.GOOD if verdict is Verdict.CLOSE else Quality.EASY
    return min(_by_time(answer_ms, median_ms), best, cap)


def most_with_hints(hints: int) -> Quality:
    """Return the highest quality that is proposed after so many hints."""
    return _CAPS_BY_HINTS[min(hints, len(_CAPS_BY_HINTS) - 1)]


def _by_time(answer_ms: int | None, median_ms: int | None) -> Quality:
    if answer_ms is None or median_ms is None:
        return Quality.GOOD
    counted_ms = min(answer_ms, LONGEST_ANSWER_MS)
    if counted_ms <= QUICK_SHARE * median_ms:
        return Quality.EASY
    if counted_ms <= SLOW_SHARE * median_ms:
        return Quality.GOOD
    return Quality.HARD

"""What a typed answer is worth: grading, the learner's overruling, the proposed quality."""

from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple

from overmorrow.cards.card import Card
from overmorrow.cards.quality import Quality
from overmorrow.cards.verdict import Verdict
from overmorrow.clock import StudyDay
from overmorrow.grading.grading import Grading
from overmorrow.jobs.asked import Asked, AskKind, Judged
from overmorrow.scheduling.fold import MATURE_INTERVAL_DAYS
from overmorrow.scheduling.propose import propose
from overmorrow.scheduling.sm2 import Outlook, preview

RightHow = Literal["learn", "once", "typo"]


class Effort(NamedTuple):
    """What an answer cost."""

    think_ms: int | None = None
    """Time to the first key, in milliseconds; None when it says nothing."""
    answer_ms: int = 0
    hints: int = 0


class Measure(NamedTuple):
    """What an answer is held against."""

    day: StudyDay
    median_ms: int | None = None
    """The learner's own median time for such cards; None while it is unknown."""
    strict_when_mature: bool = False


def judge(asked: Asked, typed: str, effort: Effort, measure: Measure) -> Judged:
    """Return the verdict on a typed answer and the quality to offer."""
    grading = _grade(typed, asked.card)
    offer = _offer(asked, grading, effort, measure)
    if asked.card.wrong_choices or typed in asked.choices:
        offer = min(offer, Quality.GOOD)
    return _judged(asked, grading, typed, effort, (offer, measure.day))


def told_apart(
    asked: Asked, judged: Judged, others: Callable[[], Sequence[tuple[str, str]]]
) -> Judged:
    """Return a wrong answer with the prompt it would have been right for, if there is one.

    Args:
        asked: The card.
        judged: The answer as it was judged.
        others: Finds answer and prompt of the deck's other cards; only asked
            when the answer is wrong.
    """
    grading = judged.grading
    if grading is None or grading.verdict.accepted or grading.kind == "blank":
        return judged
    return judged._replace(grading=_grade(judged.typed, asked.card, others()))


def reveal(asked: Asked, effort: Effort, day: StudyDay) -> Judged:
    """Return what a learner who looked at the answer is offered: 4, less with hints."""
    offer = propose(Verdict.CORRECT, Quality.GOOD, hints=effort.hints)
    return _judged(asked, None, "", effort, (offer, day))


def right(asked: Asked, judged: Judged, how: RightHow) -> Judged:
    """Return the answer as the learner sees it: right after all.

    Args:
        asked: The card.
        judged: The answer as it was judged.
        how: `learn` makes the typed text an answer of this card, and grades
            anew; `once` counts it only now; `typo` counts it as close.
    """
    if how == "learn":
        known = asked.card._replace(aliases=(*asked.card.aliases, judged.typed))
        grading: Grading | None = _grade(judged.typed, known)
    else:
        grading = judged.grading
    return judged._replace(
        grading=grading,
        proposed=propose(Verdict.CORRECT, Quality.GOOD, hints=judged.hints),
        learned=judged.typed if how == "learn" else "",
        overruled=how,
    )


def wrong(judged: Judged) -> Judged:
    """Return the answer as the learner sees it: wrong after all."""
    proposed = propose(Verdict.WRONG, Quality.NEARLY, hints=judged.hints)
    return judged._replace(proposed=proposed, learned="", overruled="wrong")


def refused(judged: Judged) -> Judged:
    """Return the answer as one that shall not count from now on either."""
    return wrong(judged)._replace(refused=judged.typed)


def _grade(typed: str, card: Card, others: Sequence[tuple[str, str]] = ()) -> Grading:
    from overmorrow.grading.grade import grade  # not before the first question is on screen

    return grade(typed, card, others)


def _judged(
    asked: Asked,
    grading: Grading | None,
    typed: str,
    effort: Effort,
    offer: tuple[Quality, StudyDay],
) -> Judged:
    proposed, day = offer
    return Judged(
        typed=typed,
        grading=grading,
        proposed=proposed,
        outlook=outlook(asked, day),
        graded=proposed,
        think_ms=effort.think_ms,
        answer_ms=effort.answer_ms,
        hints=effort.hints,
    )


def outlook(asked: Asked, day: StudyDay) -> tuple[Outlook, ...]:
    """Return what each quality would bring; practice that counts nowhere brings nothing."""
    if asked.kind is AskKind.CRAM:
        return ()
    return preview(asked.state.sm2, day)


def _offer(asked: Asked, grading: Grading, effort: Effort, measure: Measure) -> Quality:
    is_mature = asked.state.sm2.interval_days >= MATURE_INTERVAL_DAYS
    if measure.strict_when_mature and is_mature and grading.verdict is Verdict.CLOSE:
        return propose(Verdict.WRONG, Quality.NEARLY, hints=effort.hints)
    return propose(
        grading.verdict,
        grading.quality,
        slip_only=grading.kind == "typo",
        answer_ms=effort.think_ms,
        median_ms=measure.median_ms,
        hints=effort.hints,
    )

"""SM-2 by the book: one review in, the next interval out.

Source: P. A. Woźniak, *Optimization of learning* (1990), chapter 3.2; where the
text is silent, SuperMemo 2's published source. Rules marked (ours) settle what
neither says.
"""

from typing import NamedTuple

from overmorrow.scheduling.state import Sm2State

FIRST_INTERVAL_DAYS = 1
SECOND_INTERVAL_DAYS = 6
MAX_INTERVAL_DAYS = 36_500
MIN_EASE_HUNDREDTHS = 130
PASSING_QUALITY = 3
DRILL_UNTIL_QUALITY = 4


class Outlook(NamedTuple):
    """What one quality would bring."""

    next_interval_days: int
    """Days until the card is due."""
    interval_after_days: int
    """The interval after that, were it answered on time with the same quality."""
    drill: bool
    """Whether the card is asked once more today."""


def step(state: Sm2State, day: int, quality: int) -> Sm2State:
    """Return the state after one answer.

    In this order: a day never runs backwards for a card (ours); a repeat on the
    same day only settles the drill; a success ahead of time changes nothing but
    the day (ours), for cramming must not stretch intervals; a failure starts the
    repetitions over and leaves the ease; a success is followed by 1 day, 6 days,
    then the interval times the old ease, rounded up.

    Args:
        state: The state before the answer.
        day: The study day of the answer.
        quality: How well the card was recalled, 0-5.

    Raises:
        ValueError: The quality is not 0-5.

    Source:
        I(1) = 1, I(2) = 6, I(n) = I(n-1) * EF, fractions rounded up;
        EF' = EF + (0.1 - (5 - q) * (0.08 + (5 - q) * 0.02)), at least 1.3;
        q < 3 starts the repetitions over without changing EF (steps 3 to 6);
        whatever scored below 4 is repeated the same day until it scores 4 (step 7).
    """
    if not 0 <= quality <= 5:
        raise ValueError(f"quality must be 0-5, not {quality}")
    if state.last_day is not None and day < state.last_day:
        day = state.last_day
    if state.drill and day == state.last_day:
        return state._replace(drill=quality < DRILL_UNTIL_QUALITY)
    if state.due_day is not None and day < state.due_day and quality >= PASSING_QUALITY:
        return state._replace(last_day=day, drill=state.drill and day == state.last_day)
    if quality < PASSING_QUALITY:
        return _failed(state, day)
    return _succeeded(state, day, quality)


def _failed(state: Sm2State, day: int) -> Sm2State:
    return state._replace(
        repetitions=0,
        interval_days=FIRST_INTERVAL_DAYS,
        due_day=day + FIRST_INTERVAL_DAYS,
        last_day=day,
        drill=True,
        lapses=state.lapses + (state.repetitions > 0),
    )


def _succeeded(state: Sm2State, day: int, quality: int) -> Sm2State:
    repetitions = state.repetitions + 1
    interval = _interval_days(repetitions, state.interval_days, state.ease_hundredths)
    return state._replace(
        repetitions=repetitions,
        interval_days=interval,
        ease_hundredths=_ease_hundredths(state.ease_hundredths, quality),
        due_day=day + interval,
        last_day=day,
        drill=quality < DRILL_UNTIL_QUALITY,
    )


def _interval_days(repetitions: int, interval_days: int, ease_hundredths: int) -> int:
    if repetitions == 1:
        return FIRST_INTERVAL_DAYS
    if repetitions == 2:
        return SECOND_INTERVAL_DAYS
    return min(MAX_INTERVAL_DAYS, (interval_days * ease_hundredths + 99) // 100)


def _ease_hundredths(ease_hundredths: int, quality: int) -> int:
    miss = 5 - quality
    return max(MIN_EASE_HUNDREDTHS, ease_hundredths + 10 - miss * (8 + miss * 2))


def preview(state: Sm2State, day: int) -> tuple[Outlook, ...]:
    """Return what each quality from 0 to 5 would bring on that day."""
    return tuple(_outlook(state, day, quality) for quality in range(6))


def _outlook(state: Sm2State, day: int, quality: int) -> Outlook:
    after = step(state, day, quality)
    due_day = after.due_day if after.due_day is not None else day
    then = step(after._replace(drill=False), due_day, quality)
    return Outlook(due_day - day, then.interval_days, after.drill)

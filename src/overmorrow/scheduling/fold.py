"""A card's schedule is what its events add up to."""

from collections.abc import Iterable
from typing import NamedTuple

from overmorrow.scheduling.answer_kind import SCHEDULED_KINDS, AnswerKind
from overmorrow.scheduling.event import EventKind, LogEvent
from overmorrow.scheduling.interval_steps import interval_step
from overmorrow.scheduling.sm2 import (
    DRILL_UNTIL_QUALITY,
    FIRST_INTERVAL_DAYS,
    MAX_INTERVAL_DAYS,
    MIN_EASE_HUNDREDTHS,
    PASSING_QUALITY,
    SECOND_INTERVAL_DAYS,
)
from overmorrow.scheduling.state import CardState, Sm2State

MATURE_INTERVAL_DAYS = 21
_EASE_STEPS = (0, 0, 0, -14, 0, 10)


class Tally(NamedTuple):
    """What one answer adds to the statistics."""

    study_day: int
    hour: int
    """0-23, as the learner's wall clock showed it."""
    kind: AnswerKind
    quality: int
    answer_ms: int
    interval_step: int = 0
    """Of a scheduled review: the step its interval belongs to, by the step's first day."""
    proposed: int | None = None
    """The quality that grading proposed, where it did."""


class Folded(NamedTuple):
    """What a card's events add up to."""

    state: CardState
    tallies: tuple[Tally, ...]


def fold(events: Iterable[LogEvent]) -> Folded:
    """Return a card's state and its share in the statistics.

    The order of arrival does not matter, nor do duplicates: events are taken
    once each, in their total order, without those that a void names.
    """
    once = {event.event_id: event for event in events}
    voided = {event.target for event in once.values() if event.kind == EventKind.VOID}
    counted = sorted(
        (event for event in once.values() if event.event_id not in voided),
        key=lambda event: (event.hlc, event.event_id),
    )
    state = CardState()
    tallies: list[Tally] = []
    for event in counted:
        state, tally = apply(state, event)
        if tally:
            tallies.append(tally)
    return Folded(state, tuple(tallies))


def apply(state: CardState, event: LogEvent) -> tuple[CardState, Tally | None]:
    """Return the state after one more event, and what it adds to the statistics.

    A void is not applied here: it needs the whole history, that is `fold`.
    """
    if event.kind in (EventKind.REVIEW, EventKind.PRACTICE):
        return _answered(state, event)
    return _set(state, event), None


def _set(state: CardState, event: LogEvent) -> CardState:
    after = state
    match event.kind:
        case EventKind.SUSPEND:
            after = state._replace(suspended=True)
        case EventKind.UNSUSPEND:
            after = state._replace(suspended=False)
        case EventKind.BURY:
            after = state._replace(buried_day=event.study_day)
        case EventKind.UNBURY:
            after = state._replace(buried_day=None)
        case EventKind.RESET:
            after = state._replace(sm2=Sm2State(), learned_day=None)
        case EventKind.SET_DUE:
            after = _scheduled(state, event)
        case EventKind.FLAG:
            after = state._replace(flag=_whole(event, "flag"))
        case EventKind.MARK:
            after = state._replace(marked=bool(_whole(event, "marked")))
    return after


def _scheduled(state: CardState, event: LogEvent) -> CardState:
    """Return the state with another due day, or with the whole schedule of another program."""
    due_day = _whole(event, "due_day")
    sm2 = state.sm2._replace(due_day=due_day)
    if not event.payload or "interval_days" not in event.payload:
        return state._replace(sm2=sm2)
    interval = min(max(_whole(event, "interval_days"), FIRST_INTERVAL_DAYS), MAX_INTERVAL_DAYS)
    last_day = due_day - interval if state.sm2.last_day is None else state.sm2.last_day
    taken = sm2._replace(
        interval_days=interval,
        ease_hundredths=max(_whole(event, "ease_hundredths"), MIN_EASE_HUNDREDTHS),
        repetitions=max(_whole(event, "repetitions"), 0),
        lapses=max(_whole(event, "lapses"), 0),
        last_day=last_day,
        drill=False,
    )
    learned_day = last_day if state.learned_day is None else state.learned_day
    return state._replace(sm2=taken, learned_day=learned_day)


def _answered(state: CardState, event: LogEvent) -> tuple[CardState, Tally | None]:
    if event.quality is None:
        return state, None
    practice = event.kind == EventKind.PRACTICE
    kind = AnswerKind.PRACTICE if practice else kind_of(state, event.study_day)
    local_ms = event.wall_ms + event.utc_offset_min * 60_000
    tally = Tally(
        event.study_day,
        local_ms // 3_600_000 % 24,
        kind,
        event.quality,
        event.answer_ms or 0,
        interval_step(state.sm2.interval_days) if kind in SCHEDULED_KINDS else 0,
        event.proposed,
    )
    if practice:
        return state, tally
    learned = event.payload.get("learned") if event.payload else None
    answers = state.learned_answers
    if isinstance(learned, str) and learned not in answers:
        answers = (*answers, learned)
    after = state._replace(
        sm2=replay(state.sm2, ((event.study_day, event.quality),)),
        learned_day=event.study_day if state.learned_day is None else state.learned_day,
        learned_answers=answers,
    )
    return after, tally


def kind_of(state: CardState, day: int) -> AnswerKind:
    """Return what an answer on that day would be."""
    _, interval, _, due, last, drill, _ = state.sm2
    return _kind(state.learned_day is not None, drill, last, due, interval, day)


def _kind(
    learned: bool, drill: bool, last: int | None, due: int | None, interval: int, day: int
) -> AnswerKind:
    if not learned:
        return AnswerKind.NEW
    if drill and last is not None and day <= last:
        return AnswerKind.DRILL
    if due is not None and day < due:
        return AnswerKind.AHEAD
    return AnswerKind.MATURE if interval >= MATURE_INTERVAL_DAYS else AnswerKind.YOUNG


def replay(state: Sm2State, reviews: Iterable[tuple[int, int]]) -> Sm2State:
    """Return the state after many answers: `sm2.step` for each, several times faster.

    Args:
        state: The state before them.
        reviews: Study day and quality (0-5) of each answer, in order.
    """
    return replay_with_kinds(state, reviews)[0]


class Replayed(NamedTuple):
    """What many answers in a row come to."""

    state: Sm2State
    kinds: list[AnswerKind]
    """What each answer was."""
    interval_steps: list[int]
    """Of each scheduled review the step of its interval; 0 for other answers."""


def replay_with_kinds(
    state: Sm2State, reviews: Iterable[tuple[int, int]], *, learned: bool = False
) -> Replayed:
    """Return the state after many answers, and what each answer was.

    Args:
        state: The state before them.
        reviews: Study day and quality (0-5) of each answer, in order.
        learned: Whether the card had been answered before them.
    """
    repetitions, interval, ease, due, last, drill, lapses = state
    kinds: list[AnswerKind] = []
    steps: list[int] = []
    for reviewed_day, quality in reviews:
        kind = _kind(learned, drill, last, due, interval, reviewed_day)
        kinds.append(kind)
        steps.append(interval_step(interval) if kind in SCHEDULED_KINDS else 0)
        learned = True
        day = reviewed_day if last is None or reviewed_day > last else last
        if drill and day == last:
            drill = quality < DRILL_UNTIL_QUALITY
            continue
        if quality < PASSING_QUALITY:
            lapses += repetitions > 0
            repetitions = 0
            interval = FIRST_INTERVAL_DAYS
            drill = True
        elif due is not None and day < due:
            last = day
            drill = False
            continue
        else:
            repetitions += 1
            if repetitions == 1:
                interval = FIRST_INTERVAL_DAYS
            elif repetitions == 2:
                interval = SECOND_INTERVAL_DAYS
            else:
                interval = min(MAX_INTERVAL_DAYS, (interval * ease + 99) // 100)
            ease = max(MIN_EASE_HUNDREDTHS, ease + _EASE_STEPS[quality])
            drill = quality < DRILL_UNTIL_QUALITY
        due = day + interval
        last = day
    return Replayed(Sm2State(repetitions, interval, ease, due, last, drill, lapses), kinds, steps)


def _whole(event: LogEvent, name: str) -> int:
    value = event.payload.get(name) if event.payload else None
    return int(value) if isinstance(value, int) else 0

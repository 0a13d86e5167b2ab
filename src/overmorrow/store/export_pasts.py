"""Says where cards stand in Anki's terms: the way back of `pasts`."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from overmorrow.cards.past import A_MOMENT, Past, PastReview
from overmorrow.scheduling.answer_kind import AnswerKind
from overmorrow.scheduling.event import EventKind
from overmorrow.scheduling.fold import apply, kind_of
from overmorrow.scheduling.state import CardState
from overmorrow.store.database import Row
from overmorrow.store.events import log_event, read_payload
from overmorrow.store.export_rows import ExportCard

_RATINGS = (1, 1, 1, 2, 3, 4)
"""By quality."""
_KINDS = {
    AnswerKind.NEW: 0,
    AnswerKind.YOUNG: 1,
    AnswerKind.MATURE: 1,
    AnswerKind.DRILL: 2,
    AnswerKind.AHEAD: 3,
    AnswerKind.PRACTICE: 3,
}
"""A drill is a relearning step; what came early or was practice is of a filtered deck."""
_REVIEWED = EventKind.REVIEW.value
_ANSWERS = frozenset((_REVIEWED, EventKind.PRACTICE.value))
_TOLD = _ANSWERS | {EventKind.ELSEWHERE.value}
_SCHEDULES = frozenset((EventKind.SET_DUE.value, EventKind.RESET.value))
_VOID = EventKind.VOID.value
_THEIRS = '{"anki":['
"""So begins the payload of a review taken over; it is five numbers in brackets, without spaces."""
_KIND, _ANSWER_MS, _TARGET, _PAYLOAD = 5, 7, 8, 9
_WALL_MS = 2
_LOGGED = 11
"""The columns of a `FOLDED_EVENT`."""
_NEW, _LEARNING, _REVIEW = 0, 1, 2
_SUSPENDED, _BURIED = -1, -3
_DAY_LEARNING = 3


class Reckoning(NamedTuple):
    """How days are counted in the file to be written."""

    first_day: int
    """The study day that counts as day 0."""
    today: int


def past_of(card: ExportCard, card_id: int, place: int, reckoning: Reckoning) -> Past:
    """Return where a card stands, with all its reviews.

    A schedule that was taken over and not touched since is given back as it was;
    one of ours is put in Anki's terms.

    Args:
        card: With its `FOLDED_EVENT`s.
        card_id: Its id in Anki, 0 if it has none yet.
        place: Where it comes among the new cards.
        reckoning: How days are counted.
    """
    events = _counted(card.events)
    reviews, kept = _told(events)
    state = card.state
    if kept is not None:
        past = _as_kept(card.key, kept, reckoning)
    elif state.sm2.due_day is None:
        past = Past(card.key, card_id, _NEW, due=place)
    else:
        past = Past(
            card.key,
            card_id,
            _REVIEW,
            _REVIEW,
            state.sm2.due_day - reckoning.first_day,
            state.sm2.due_day,
            max(state.sm2.interval_days, 1),
            state.sm2.ease_hundredths * 10,
            sum(each.rating > 0 for each in reviews),
            state.sm2.lapses,
        )
    return past._replace(
        queue=_queue(past, state, reckoning.today), flag=state.flag, reviews=tuple(reviews)
    )


def _counted(events: Sequence[Row]) -> Sequence[Row]:
    """Return the events without those that were taken back."""
    voided = {event[_TARGET] for event in events if event[_KIND] == _VOID}
    if not voided:
        return events
    return [event for event in events if event[0] not in voided]


def _told(events: Sequence[Row]) -> tuple[list[PastReview], Sequence[Any] | None]:
    """Return the reviews, and the schedule that was taken over last if it still stands."""
    reviews: list[PastReview] = []
    kept: Sequence[Any] | None = None
    is_ours = False
    for event in events:
        kind = event[_KIND]
        if kind in _TOLD:
            theirs = _their_review(event)
            if theirs:
                reviews.append(theirs)
            elif kind in _ANSWERS:
                is_ours = True
            if kind == _REVIEWED:
                kept = None
        elif kind in _SCHEDULES:
            found = (read_payload(event[_PAYLOAD]) or {}).get("kept")
            kept = found if isinstance(found, list) else None
    return (_with_ours(events) if is_ours else reviews), kept


def _their_review(event: Row) -> PastReview | None:
    payload = event[_PAYLOAD]
    if payload is None or not payload.startswith(_THEIRS):
        return None
    rating, interval, last_interval, ease, kind = map(int, payload[len(_THEIRS) : -2].split(","))
    return PastReview(
        event[_WALL_MS], rating, interval, last_interval, ease, event[_ANSWER_MS] or 0, kind
    )


def _with_ours(events: Iterable[Row]) -> list[PastReview]:
    """Return the reviews of a card that was also answered here."""
    state = CardState()
    reviews: list[PastReview] = []
    for row in events:
        event = log_event(row[:_LOGGED])
        before = state
        state, _ = apply(state, event)
        theirs = _their_review(row)
        if theirs:
            reviews.append(theirs)
        elif event.kind in _ANSWERS and event.quality is not None:
            is_practice = event.kind == EventKind.PRACTICE
            kind = AnswerKind.PRACTICE if is_practice else kind_of(before, event.study_day)
            reviews.append(
                PastReview(
                    event.wall_ms,
                    _RATINGS[event.quality],
                    state.sm2.interval_days,
                    before.sm2.interval_days,
                    0 if is_practice else state.sm2.ease_hundredths * 10,
                    event.answer_ms or 0,
                    _KINDS[kind],
                )
            )
    return reviews


def _as_kept(key: str, kept: Sequence[Any], reckoning: Reckoning) -> Past:
    """Return a schedule as it was taken over, its days counted anew."""
    past = Past(key, *kept)
    if past.due_day is None or past.due >= A_MOMENT:
        return past
    return past._replace(due=past.due_day - reckoning.first_day)


def _queue(past: Past, state: CardState, today: int) -> int:
    """Return the queue of a card as the learner has set it."""
    if state.suspended:
        return _SUSPENDED
    if past.queue != _SUSPENDED and state.buried_day != today:
        return past.queue
    if state.buried_day == today:
        return _BURIED
    if past.type in (_NEW, _REVIEW):
        return past.type
    return _LEARNING if past.due >= A_MOMENT else _DAY_LEARNING

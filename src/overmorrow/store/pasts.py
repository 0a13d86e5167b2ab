"""Turns a card's past in another program into events of our log.

Whoever imports the same past, on whichever machine, makes the same events.
"""

import json
from collections.abc import Iterator, Sequence
from hashlib import sha1
from typing import NamedTuple

from overmorrow.cards.past import Past, PastReview
from overmorrow.clock import Moment, study_day
from overmorrow.scheduling.event import EventKind
from overmorrow.scheduling.state import NEW_EASE_HUNDREDTHS
from overmorrow.store.database import Database
from overmorrow.store.events import ANOTHER_LOG, StoredEvent, storable

_QUALITY_OF_RATING = {1: 2, 2: 3, 3: 4, 4: 5}
_FILTERED = 3
_NEW = 0
_BURIED = (-3, -2)
_ANSWERS = (EventKind.REVIEW, EventKind.PRACTICE)
_SCHEDULES = (EventKind.SET_DUE, EventKind.RESET)
_ANSWERS_OF_CARD = """
    SELECT wall_ms, device FROM event
    WHERE card_uid = ? AND kind IN ('review', 'practice')"""
_MS = 1000
_LAST_DAY = 3_000_000
"""A study day some six thousand years from now: no date that can be shown lies beyond."""


class PastSource(NamedTuple):
    """Where pasts come from, and what the learner wants of them."""

    program: str
    """Stands as the device of the events."""
    utc_offset_min: int = 0
    """Of the learner who answered there."""
    dates_count: bool = True
    """Whether cards are due when they were there; else their reviews are folded anew."""
    newest_ms: int = 4_102_444_800_000
    """What is said to have happened after this moment is not believed."""


def past_events(uid: bytes, past: Past, source: PastSource) -> Iterator[StoredEvent]:
    """Yield what happened to a card elsewhere, oldest first.

    Args:
        uid: The card.
        past: Where it stands, and how it came there.
        source: Where that is from.
    """
    newest = 0
    for review in past.reviews:
        if 0 < review.moment_ms <= source.newest_ms:
            newest = max(newest, review.moment_ms)
            yield _review(uid, review, source)
    now = max(min(past.modified * _MS, source.newest_ms), newest + 1)
    if past.due_day is not None and (source.dates_count or not past.reviews):
        yield _event(uid, source, now, EventKind.SET_DUE, _schedule(past))
    elif source.dates_count and _is_worn_new(past):
        yield _event(uid, source, now, EventKind.RESET, _as_json({"kept": _kept(past)}))
    if past.is_suspended:
        yield _event(uid, source, now, EventKind.SUSPEND, None)
    if past.flag:
        yield _event(uid, source, now, EventKind.FLAG, f'{{"flag":{past.flag}}}')


def _review(uid: bytes, review: PastReview, source: PastSource) -> StoredEvent:
    moment = Moment(review.moment_ms, source.utc_offset_min)
    quality = _QUALITY_OF_RATING.get(review.rating)
    kind = EventKind.REVIEW if quality is not None else EventKind.ELSEWHERE
    if kind == EventKind.REVIEW and review.kind == _FILTERED and not review.ease_permille:
        kind = EventKind.PRACTICE
    return StoredEvent(
        _event_id(uid, str(review.moment_ms)),
        source.program,
        review.moment_ms,
        *moment,
        study_day(moment),
        kind,
        uid,
        quality,
        answer_ms=review.answer_ms,
        payload=(
            f"{ANOTHER_LOG}[{review.rating},{review.interval},{review.last_interval},"
            f"{review.ease_permille},{review.kind}]}}"
        ),
    )


def without_ours(database: Database, told: Sequence[StoredEvent]) -> list[StoredEvent]:
    """Return what is told of a card without the answers given here that only come back.

    If it was not answered there since, its schedule there is ours put in other
    words, and says nothing new either.
    """
    uid = next((event.card_uid for event in told), None)
    given = database.rows(_ANSWERS_OF_CARD, (uid,))
    ours = {wall_ms for wall_ms, device in given if device != told[0].device} if told else set()
    if not ours:
        return list(told)
    known = {wall_ms for wall_ms, _ in given}
    if any(event.kind in _ANSWERS and event.wall_ms not in known for event in told):
        return [event for event in told if event.kind not in _ANSWERS or event.wall_ms not in ours]
    return [event for event in told if event.kind not in (*_ANSWERS, *_SCHEDULES)]


def _is_worn_new(past: Past) -> bool:
    """Whether a new card is not like one just made: it was learned once, or is buried."""
    return past.type == _NEW and bool(
        past.reviews or past.repetitions or past.queue in _BURIED or past.data not in ("", "{}")
    )


def _schedule(past: Past) -> str:
    """Return the payload of a schedule taken over, with all of it as kept there."""
    payload = {
        "due_day": min(max(past.due_day or 0, 1), _LAST_DAY),
        "interval_days": max(past.interval_days, 0),
        "ease_hundredths": round(past.ease_permille / 10) or NEW_EASE_HUNDREDTHS,
        "repetitions": past.repetitions,
        "lapses": past.lapses,
        "kept": _kept(past),
    }
    return _as_json(payload)


def _kept(past: Past) -> tuple[object, ...]:
    """Return all of a schedule as kept there, but for the reviews."""
    return past._replace(reviews=())[1:-1]


def _as_json(payload: object) -> str:
    return storable(json.dumps(payload, ensure_ascii=False)) or ""


def _event(
    uid: bytes, source: PastSource, wall_ms: int, kind: str, payload: str | None
) -> StoredEvent:
    moment = Moment(wall_ms, source.utc_offset_min)
    return StoredEvent(
        _event_id(uid, f"{kind}/{wall_ms}/{payload or ''}"),
        source.program,
        wall_ms,
        *moment,
        study_day(moment),
        kind,
        uid,
        payload=payload,
    )


def _event_id(uid: bytes, name: str) -> bytes:
    """Return the UUIDv5 of a name, the card's uid as its namespace."""
    raw = bytearray(sha1(uid + name.encode(), usedforsecurity=False).digest()[:16])
    raw[6] = raw[6] & 0x0F | 0x50
    raw[8] = raw[8] & 0x3F | 0x80
    return bytes(raw)

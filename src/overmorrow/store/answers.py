"""What the learner does to a card: recorded, taken back, done again.

Each is one transaction that appends to the log and brings the cached schedule
and the statistics along; folding the whole log gives the same.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, Unpack

from overmorrow.clock import Moment
from overmorrow.scheduling.event import EventKind
from overmorrow.scheduling.fold import Folded, apply, fold
from overmorrow.scheduling.state import CardState
from overmorrow.store import cache
from overmorrow.store.cache import CachedCard
from overmorrow.store.database import Database
from overmorrow.store.events import (
    Details,
    StoredEvent,
    add_foreign,
    append,
    events_of,
    last_undoable,
    repeat,
    void,
)
from overmorrow.store.groups import CARDS_AT_ONCE, group_of

_ANSWERS = (EventKind.REVIEW, EventKind.PRACTICE)


class Recorded(NamedTuple):
    """What came of it."""

    event_id: bytes
    before: CardState
    after: CardState


class Undone(NamedTuple):
    """Something taken back: what it was, and where the card stands again."""

    card_id: int | None
    """None when the log knows a card that is gone, and after several."""
    event: StoredEvent
    """The newest."""
    state: CardState | None
    others: tuple[StoredEvent, ...] = ()
    """What was done in the same step, and taken back with it."""


def record(
    database: Database,
    card_id: int,
    moment: Moment,
    study_day: int,
    kind: str,
    **details: Unpack[Details],
) -> Recorded:
    """Write down an answer, or another thing done to a card, for good.

    Args:
        database: Where.
        card_id: The card.
        moment: When.
        study_day: The learner's day, worked out once and for all.
        kind: What was done, an `EventKind`.
        details: What else is known; an answer needs a quality from 0 to 5.

    Raises:
        NotFoundError: There is no such card.
        DatabaseError: It could not be written; nothing was.
        ValueError: The quality is missing or out of range.
    """
    quality = details.get("quality")
    if kind in _ANSWERS and quality not in range(6):
        raise ValueError(f"an answer needs a quality of 0-5, not {quality}")
    with database.transaction():
        card = cache.read(database, card_id)
        event = append(database, kind, card.uid, moment, study_day, **details)
        return _bring_along(database, card, event)


def undo_last(database: Database, moment: Moment, study_day: int) -> Undone | None:
    """Take back the newest thing done here, of a step with many cards all; None for nothing left.

    Raises:
        DatabaseError: It could not be written; what was taken back of many is.
    """
    with database.transaction():
        target = last_undoable(database)
        if target is None:
            return None
        group = group_of(database, target)
        if len(group) == 1:
            return take_back(database, target, moment, study_day)
    for some in _pieces(group):
        with database.transaction():
            for event in some:
                take_back(database, event, moment, study_day)
    return Undone(None, group[0], None, tuple(group[1:]))


def _pieces(events: Sequence[StoredEvent]) -> Iterator[Sequence[StoredEvent]]:
    """Return the events a few at a time, so that nobody waits long for one transaction."""
    return (events[at : at + CARDS_AT_ONCE] for at in range(0, len(events), CARDS_AT_ONCE))


def take_back(database: Database, target: StoredEvent, moment: Moment, study_day: int) -> Undone:
    """Take back one event, inside a transaction, and fold its card anew."""
    card = _card_of(database, target)
    before = fold(events_of(database, card.uid)) if card else None
    void(database, target, moment, study_day)
    if card is None or before is None:
        return Undone(None, target, None)
    return Undone(card.card_id, target, _adopt(database, card, before))


def redo(database: Database, undone: Undone, moment: Moment) -> Recorded | None:
    """Do again what was taken back: the same content as a new event of the same day.

    Returns:
        What came of the newest; None when its card is gone.

    Raises:
        DatabaseError: It could not be written; nothing was.
    """
    done: Recorded | None = None
    for some in _pieces((*undone.others[::-1], undone.event)):
        with database.transaction():
            for event in some:
                card = _card_of(database, event)
                if card:
                    done = _bring_along(database, card, repeat(database, event, moment))
    return done


def receive_into(database: Database, events: Iterable[StoredEvent]) -> list[StoredEvent]:
    """Add events from another copy of the log, inside a transaction, and fold their cards anew.

    Returns:
        The events whose id is known here with other content: they are set aside.
    """
    touched: dict[bytes, tuple[CachedCard, Folded]] = {}
    conflicts = []
    for event in events:
        card = _card_of(database, event)
        if card and card.uid not in touched:
            touched[card.uid] = (card, fold(events_of(database, card.uid)))
        if not add_foreign(database, event):
            conflicts.append(event)
    for card, before in touched.values():
        _adopt(database, card, before)
    return conflicts


def _card_of(database: Database, event: StoredEvent) -> CachedCard | None:
    return cache.find(database, event.card_uid) if event.card_uid else None


def _bring_along(database: Database, card: CachedCard, event: StoredEvent) -> Recorded:
    """Let the newest event of a card count in its cached schedule and in the statistics."""
    state, tally = apply(card.state, event.for_folding())
    cache.write(database, card, state)
    if tally:
        cache.count_answers(database, card.deck_id, (tally,))
    return Recorded(event.event_id, card.state, state)


def _adopt(database: Database, card: CachedCard, before: Folded) -> CardState:
    """Fold a card anew after its history changed other than at the end.

    Args:
        database: Where, inside a transaction.
        card: The card as cached.
        before: What its events added up to before the change.
    """
    after = fold(events_of(database, card.uid))
    cache.write(database, card, after.state)
    if after.tallies != before.tallies:
        cache.count_answers(database, card.deck_id, before.tallies, -1)
        cache.count_answers(database, card.deck_id, after.tallies)
    return after.state

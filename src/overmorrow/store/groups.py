"""Things done to many cards in one step, which one undo takes back.

Each stays an event of its card, so that merging and replaying know nothing of it;
the events of a step share an id in their payloads.
"""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from overmorrow.clock import Moment
from overmorrow.scheduling.event import EventKind
from overmorrow.scheduling.fold import apply
from overmorrow.scheduling.state import CardState
from overmorrow.store import cache
from overmorrow.store.database import Database
from overmorrow.store.events import (
    ALL_COLUMNS,
    StoredEvent,
    append,
    last_undoable,
    next_hlc,
    read_payload,
)

CARDS_AT_ONCE = 500
"""Written in one transaction, so that an answer beside it never waits long."""
_ID, _SINCE = "group", "since"
_NOT_TAKEN_BACK = "NOT EXISTS (SELECT 1 FROM event AS undo WHERE undo.target = event.id)"
_MEMBERS = f"""
    SELECT {ALL_COLUMNS} FROM event
    WHERE device = ? AND hlc >= ? AND kind <> 'void' AND instr(payload, ?)
      AND {_NOT_TAKEN_BACK} ORDER BY hlc DESC"""


class Deed(NamedTuple):
    """What is done to each card."""

    kind: EventKind
    wanted: Callable[[CardState], bool]
    """Whether it changes a card at all."""
    payload: Callable[[bytes], Mapping[str, object]] = lambda _: {}
    """What it says of a card, named by its uid."""


def record_group(
    database: Database, card_ids: Sequence[int], deed: Deed, moment: Moment, study_day: int
) -> int:
    """Do something to many cards as one step, in short transactions.

    Args:
        database: Where.
        card_ids: The cards; those that are gone, or are so already, are left out.
        deed: What to do.
        moment: When.
        study_day: The learner's day.

    Returns:
        How many cards it changed.

    Raises:
        DatabaseError: It could not be written; what was written can be undone as one.
    """
    mark: dict[str, object] = {}
    changed = 0
    waiting = iter(card_ids)
    while some := list(islice(waiting, CARDS_AT_ONCE)):
        with database.transaction():
            mark = mark or {_ID: os.urandom(8).hex(), _SINCE: next_hlc(database, moment)}
            for card_id in some:
                card = cache.find_by_id(database, card_id)
                if card is None or card.vanished or not deed.wanted(card.state):
                    continue
                payload = {**deed.payload(card.uid), **mark}
                event = append(database, deed.kind, card.uid, moment, study_day, payload=payload)
                state, _ = apply(card.state, event.for_folding())
                cache.write(database, card, state)
                changed += 1
    return changed


def group_of(database: Database, event: StoredEvent) -> list[StoredEvent]:
    """Return what was done in one step with an event and still counts, the newest first."""
    payload = read_payload(event.payload) or {}
    group, since = payload.get(_ID), payload.get(_SINCE)
    if not isinstance(group, str) or not isinstance(since, int):
        return [event]
    values = (event.device, since, f'"{_ID}": "{group}"')
    found = [StoredEvent(*row) for row in database.rows(_MEMBERS, values)]
    return found or [event]


def undoable_steps(database: Database, most: int) -> Iterator[tuple[StoredEvent, int]]:
    """Yield what was done to cards here and still counts, step by step, the newest first.

    Args:
        database: Where.
        most: How many steps at most.

    Yields:
        The newest event of each step, and how many cards the step was done to.
    """
    event = last_undoable(database)
    while event is not None and most > 0:
        step = group_of(database, event)
        yield event, len(step)
        event, most = last_undoable(database, step[-1].hlc), most - 1

"""Today's cards: which are left, and in what order."""

from collections import deque
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from overmorrow.clock import StudyDay
from overmorrow.jobs.asked import AskKind, Limits, Mode
from overmorrow.scheduling.answer_kind import FIRST_KINDS
from overmorrow.scheduling.queue import mixed
from overmorrow.settings import Settings
from overmorrow.store import cards
from overmorrow.store.counts import answers_by_day
from overmorrow.store.database import Database
from overmorrow.store.today import today_cards

Queued = tuple[int, AskKind]

_PRACTICE_CARDS = 200
"""As many as a sitting of practice asks when nobody says how many."""


@dataclass(slots=True)
class Today:
    """What is left of a day, as the session goes through it."""

    queue: deque[Queued]
    """Cards still to be asked for the first time today."""
    drills: list[int]
    """Cards that wait for their drill, the longest waiting first."""
    done: int
    """Cards that are finished for today."""


def plan_today(
    database: Database,
    scope: str | None,
    day: StudyDay,
    settings: Settings,
    limits: Limits,
    answered: AbstractSet[int],
) -> Today:
    """Return what is left for today.

    Args:
        database: The collection.
        scope: The deck that is studied; None for all.
        day: Today.
        settings: The daily limits.
        limits: How much this sitting asks.
        answered: Cards that this sitting has already asked.

    Raises:
        NotFoundError: There is no such deck.
    """
    if limits.only:
        chosen = [(card_id, AskKind.CRAM) for card_id in limits.only if card_id not in answered]
        return Today(deque(chosen), [], len(answered))
    if limits.mode is not Mode.DUE:
        return _practice(database, scope, day, limits, answered)
    found = today_cards(database, scope, day, settings, new_limit=limits.new)
    queue = mixed(
        [(card_id, AskKind.REVIEW) for card_id in found.reviews],
        [(card_id, AskKind.NEW) for card_id in found.new],
    )
    if limits.cards is None:
        seen = _asked_today(database, scope, day)
        return Today(deque(queue), found.drills, max(0, seen - len(found.drills)))
    own_drills = [card_id for card_id in found.drills if card_id in answered]
    return _first(queue, own_drills, limits, answered)


def _asked_today(database: Database, scope: str | None, day: StudyDay) -> int:
    """Return how many cards were asked for the first time today, new or due."""
    days = answers_by_day(database, cards.scope(database, scope), day, day)
    return sum(count.answers for count in days if count.kind in FIRST_KINDS)


def _practice(
    database: Database, scope: str | None, day: StudyDay, limits: Limits, answered: AbstractSet[int]
) -> Today:
    deck_ids = cards.scope(database, scope)
    most = (limits.cards or _PRACTICE_CARDS) + len(answered)
    if limits.mode is Mode.AHEAD:
        ids = cards.ahead_ids(database, deck_ids, day, most)
        queue = [(card_id, AskKind.AHEAD) for card_id in ids]
        drills = today_cards(database, scope, day, Settings(), new_limit=0).drills
    else:
        queue = [(card_id, AskKind.CRAM) for card_id in cards.cram_ids(database, deck_ids, most)]
        drills = []
    waiting = [entry for entry in queue if entry[0] not in answered]
    own_drills = [card_id for card_id in drills if card_id in answered]
    return _first(waiting, own_drills, limits, answered)


def _first(
    queue: list[Queued], drills: list[int], limits: Limits, answered: AbstractSet[int]
) -> Today:
    """Return only as many as this sitting still asks; it counts from its own start."""
    left = len(queue) if limits.cards is None else max(0, limits.cards - len(answered))
    return Today(deque(queue[:left]), drills, len(answered) - len(drills))

"""Today's cards: which are left, and in what order."""

from collections import Counter, deque
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from overmorrow.clock import StudyDay
from overmorrow.jobs.asked import AskKind, Limits, Mode, Progress
from overmorrow.scheduling.queue import mixed, next_drill, shuffled
from overmorrow.settings import Settings
from overmorrow.store import cards
from overmorrow.store.database import Database
from overmorrow.store.today import asked_on, today_cards

Queued = tuple[int, AskKind]

PRACTICE_CARDS = 200
"""As many as a sitting of practice asks when nobody says how many."""
_MOST_SHUFFLED = 20_000
"""Of more cards than that, the first so many are shuffled."""


@dataclass(slots=True)
class Today:
    """What is left of a day, as the session goes through it."""

    queue: deque[Queued]
    """Cards still to be asked for the first time today."""
    drills: list[int]
    """Cards that wait for their drill, the longest waiting first."""
    done: int
    """Cards that are finished for today."""

    def progress(self, on_screen: AskKind | None) -> Progress:
        """Return what is left, the card on the screen included, and what is done.

        Args:
            on_screen: What the card on the screen is asked as; None when there is none.
        """
        left = Counter(kind for _, kind in self.queue)
        if on_screen is not None:
            left[on_screen] += 1
        return Progress(
            new=left[AskKind.NEW],
            review=left[AskKind.REVIEW] + left[AskKind.AHEAD] + left[AskKind.CRAM],
            drill=left[AskKind.DRILL] + len(self.drills),
            done=self.done,
        )

    def waits(self, card_id: int) -> bool:
        """Whether a card is still to be asked for the first time today."""
        return any(waiting == card_id for waiting, _ in self.queue)

    def put_first(self, card_id: int) -> bool:
        """Ask a card next, as what it waits for; False if it does not wait."""
        waiting = next((entry for entry in self.queue if entry[0] == card_id), None)
        if waiting is not None:
            self.queue.remove(waiting)
        elif card_id in self.drills:
            self.drills.remove(card_id)
            waiting = (card_id, AskKind.DRILL)
        else:
            return False
        self.queue.appendleft(waiting)
        return True

    def take(self, shown: Sequence[int]) -> Queued | None:
        """Take out the card that is asked next; None when nothing is left.

        Args:
            shown: The cards that were asked, the last one at the end: drills keep apart.
        """
        if self.queue:
            return self.queue.popleft()
        if not self.drills:
            return None
        card_id = next_drill(self.drills, shown)
        self.drills.remove(card_id)
        return card_id, AskKind.DRILL

    def leave_out(self, card_id: int) -> None:
        """Ask a card no more today: it is on the screen, or was set aside."""
        self.queue = deque(waiting for waiting in self.queue if waiting[0] != card_id)
        self.drills = [each for each in self.drills if each != card_id]


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
    if limits.search:
        from overmorrow.jobs.found_today import plan_found  # a deck needs no search

        return plan_found(database, day, settings, limits, answered)
    if limits.mode is not Mode.DUE:
        return _practice(database, scope, day, limits, answered)
    found = today_cards(database, scope, day, settings, new_limit=limits.new)
    queue = mixed(
        [(card_id, AskKind.REVIEW) for card_id in found.reviews],
        [(card_id, AskKind.NEW) for card_id in found.new],
    )
    if limits.cards is None:
        seen = asked_on(database, cards.scope(database, scope), day)
        return Today(deque(queue), found.drills, max(0, seen - len(found.drills)))
    own_drills = [card_id for card_id in found.drills if card_id in answered]
    return first_of(queue, own_drills, limits, answered)


def _practice(
    database: Database, scope: str | None, day: StudyDay, limits: Limits, answered: AbstractSet[int]
) -> Today:
    deck_ids = cards.scope(database, scope)
    most = (limits.cards or PRACTICE_CARDS) + len(answered)
    if limits.mode is Mode.AHEAD:
        ids = cards.ahead_ids(database, deck_ids, day, most)
        queue = [(card_id, AskKind.AHEAD) for card_id in ids]
        drills = today_cards(database, scope, day, Settings(), new_limit=0).drills
    else:
        ids = _crammed(database, deck_ids, most, limits.seed)
        queue = [(card_id, AskKind.CRAM) for card_id in ids]
        drills = []
    waiting = [entry for entry in queue if entry[0] not in answered]
    own_drills = [card_id for card_id in drills if card_id in answered]
    return first_of(waiting, own_drills, limits, answered)


def _crammed(database: Database, deck_ids: list[int], most: int, seed: int | None) -> list[int]:
    if seed is None:
        return cards.cram_ids(database, deck_ids, most)
    return shuffled(cards.cram_ids(database, deck_ids, _MOST_SHUFFLED), seed)[:most]


def first_of(
    queue: list[Queued], drills: list[int], limits: Limits, answered: AbstractSet[int]
) -> Today:
    """Return only as many as this sitting still asks; it counts from its own start."""
    left = len(queue) if limits.cards is None else max(0, limits.cards - len(answered))
    return Today(deque(queue[:left]), drills, len(answered) - len(drills))

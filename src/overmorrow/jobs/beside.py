"""What stands beside a card once it is judged: its last answers, and the cards next to it."""

from typing import NamedTuple

from overmorrow.errors import NotFoundError
from overmorrow.jobs.asking import card_of
from overmorrow.scheduling.event import EventKind
from overmorrow.store.cards import load_card, sibling_ids
from overmorrow.store.database import Database
from overmorrow.store.events import history_of

_MOST_ANSWERS = 3
_MOST_SIBLINGS = 4
_ANSWERS = (EventKind.REVIEW, EventKind.PRACTICE)


class LastAnswer(NamedTuple):
    """One answer in short."""

    study_day: int
    quality: int
    typed: str
    answer_ms: int


class Sibling(NamedTuple):
    """Another card of the same note, or of the same sentence."""

    prompt: str
    due_day: int | None
    """None for one not asked yet."""


class Beside(NamedTuple):
    """What stands beside a card."""

    answers: tuple[LastAnswer, ...] = ()
    """The newest first."""
    siblings: tuple[Sibling, ...] = ()


def beside(database: Database, card_id: int) -> Beside:
    """Return the last answers to a card, and the cards that belong to it.

    Raises:
        NotFoundError: There is no such card.
    """
    history = history_of(database, load_card(database, card_id).uid)
    voided = {event.target for event in history if event.kind == EventKind.VOID}
    answers = [
        LastAnswer(event.study_day, event.quality, event.typed or "", event.answer_ms or 0)
        for event in reversed(history)
        if event.kind in _ANSWERS and event.event_id not in voided and event.quality is not None
    ]
    siblings = (_sibling(database, each) for each in sibling_ids(database, card_id, _MOST_SIBLINGS))
    found = tuple(each for each in siblings if each is not None)
    return Beside(tuple(answers[:_MOST_ANSWERS]), found)


def _sibling(database: Database, card_id: int) -> Sibling | None:
    stored = load_card(database, card_id)
    try:
        return Sibling(card_of(stored).prompt, stored.state.sm2.due_day)
    except NotFoundError:
        return None

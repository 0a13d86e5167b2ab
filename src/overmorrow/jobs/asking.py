"""Turns a stored card into the one on the screen."""

from random import Random

from overmorrow.cards.card import Card
from overmorrow.cards.making import cards_of
from overmorrow.clock import StudyDay
from overmorrow.errors import NotFoundError
from overmorrow.jobs.asked import Asked, AskKind
from overmorrow.scheduling.event import EventKind
from overmorrow.scheduling.sm2 import DRILL_UNTIL_QUALITY
from overmorrow.scheduling.state import CardState
from overmorrow.store import cards
from overmorrow.store.cards import StoredCard
from overmorrow.store.database import Database
from overmorrow.store.events import StoredEvent, history_of


def asked_card(database: Database, card_id: int, kind: AskKind, day: StudyDay) -> Asked:
    """Return a card ready to be shown.

    Raises:
        NotFoundError: There is no such card.
    """
    stored = cards.load_card(database, card_id)
    card = card_of(stored)
    choices: tuple[str, ...] = ()
    history: list[StoredEvent] = []
    if card.wrong_choices or kind is AskKind.DRILL:
        history = history_of(database, stored.uid)
    if card.wrong_choices:
        choices = shuffled((card.answer, *card.wrong_choices), stored.uid, len(history))
    return Asked(
        card_id=card_id,
        card=card,
        deck=stored.deck_name,
        kind=kind,
        state=stored.state,
        choices=choices,
        wrong_today=_below_passing(history, day),
    )


def card_of(stored: StoredCard) -> Card:
    """Return the card a stored row stands for, the learner's own answers included.

    Raises:
        NotFoundError: Its note was changed so that it makes this card no more.
    """
    made = {card.key: card for card in cards_of(stored.note, stored.lang, stored.source)}
    card = made.get(stored.key)
    if card is None:
        raise NotFoundError("store.no_card", card=stored.card_id)
    return card._replace(aliases=(*card.aliases, *stored.state.learned_answers))


def shuffled(choices: tuple[str, ...], uid: bytes, showing: int) -> tuple[str, ...]:
    """Return the choices in this showing's order, never that of the showing before."""
    shown: tuple[str, ...] = ()
    for number in range(showing + 1):
        order = _order(choices, uid, number)
        shown = (*order[1:], order[0]) if order == shown else order
    return shown


def _order(choices: tuple[str, ...], uid: bytes, showing: int) -> tuple[str, ...]:
    chance = Random(uid + showing.to_bytes(4, "big"))  # noqa: S311 - an order, not a secret
    return tuple(chance.sample(choices, len(choices)))


def _below_passing(history: list[StoredEvent], day: StudyDay) -> int:
    """Return how often today's answers scored too low to end the drill."""
    voided = {event.target for event in history if event.kind == EventKind.VOID}
    return sum(
        event.study_day == day and event.quality < DRILL_UNTIL_QUALITY
        for event in history
        if event.event_id not in voided and event.quality is not None
    )


def kind_now(state: CardState, day: StudyDay) -> AskKind:
    """Return what a card in this state is asked as on a day."""
    if state.learned_day is None:
        return AskKind.NEW
    if state.sm2.drill and state.sm2.last_day == day:
        return AskKind.DRILL
    ahead = state.sm2.due_day is not None and state.sm2.due_day > day
    return AskKind.AHEAD if ahead else AskKind.REVIEW


def is_still_wanted(asked: Asked, day: StudyDay) -> bool:
    """Return whether a queued card still is what it was queued as."""
    state = asked.state
    if state.suspended or state.buried_day == day:
        return False
    if asked.kind is AskKind.DRILL:
        return state.sm2.drill
    if asked.kind in (AskKind.NEW, AskKind.REVIEW):
        return kind_now(state, day) is asked.kind
    return True

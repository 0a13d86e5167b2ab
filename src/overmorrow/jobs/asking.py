"""Turns a stored card into the one on the screen."""

from random import Random

from overmorrow.cards.card import Card
from overmorrow.cards.making import cards_of
from overmorrow.clock import StudyDay
from overmorrow.jobs.asked import Asked, AskKind
from overmorrow.scheduling.event import EventKind
from overmorrow.scheduling.sm2 import DRILL_UNTIL_QUALITY
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
    """Return the card a stored row stands for, the learner's own answers included."""
    made = {card.key: card for card in cards_of(stored.note, stored.lang, stored.source)}
    card = made[stored.key]
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

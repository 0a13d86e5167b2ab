"""Turns a stored card into the one on the screen."""

from random import Random

from overmorrow.cards.card import Card
from overmorrow.cards.making import cards_of
from overmorrow.cards.note import AnswerType
from overmorrow.cards.other_choices import by_likeness
from overmorrow.clock import StudyDay
from overmorrow.errors import NotFoundError
from overmorrow.jobs.asked import Asked, AskKind
from overmorrow.scheduling.event import EventKind
from overmorrow.scheduling.sm2 import DRILL_UNTIL_QUALITY
from overmorrow.scheduling.state import CardState
from overmorrow.settings import WORDS
from overmorrow.store import cards
from overmorrow.store.cards import StoredCard
from overmorrow.store.database import Database
from overmorrow.store.deck_names import answering_of
from overmorrow.store.events import StoredEvent, history_of

_TYPED, _SELF, _CHOICE = WORDS["answering"]
_MOST_LOOKED_AT = 200
"""Cards of a deck whose answers may stand beside that of a card."""
_FEWEST_OTHERS, _MOST_OTHERS = 2, 3


def asked_card(
    database: Database, card_id: int, kind: AskKind, day: StudyDay, answering: str = _TYPED
) -> Asked:
    """Return a card ready to be shown.

    Args:
        database: The collection.
        card_id: Which card.
        kind: Why it is asked.
        day: Today.
        answering: How cards are answered where their deck says nothing of it.

    Raises:
        NotFoundError: There is no such card.
    """
    stored = cards.load_card(database, card_id)
    card = card_of(stored)
    answering = answering_of(database, stored.deck_name, answering)
    beside = card.wrong_choices
    if answering == _CHOICE and not beside:
        beside = _other_choices(database, card_id, card, stored.uid)
    choices: tuple[str, ...] = ()
    history: list[StoredEvent] = []
    if beside or kind is AskKind.DRILL:
        history = history_of(database, stored.uid)
    if beside:
        choices = shuffled((card.answer, *beside), stored.uid, len(history))
    return Asked(
        card_id=card_id,
        card=card,
        deck=stored.deck_name,
        kind=kind,
        state=stored.state,
        choices=choices,
        wrong_today=_below_passing(history, day),
        is_thought=answering == _SELF and not choices,
    )


def _other_choices(database: Database, card_id: int, card: Card, uid: bytes) -> tuple[str, ...]:
    """Return answers of other cards to choose among; none where there are too few.

    Lists and long answers are written. What would count as right, or nearly, is no choice.
    """
    if card.items or card.answer_type == AnswerType.LONG:
        return ()
    from overmorrow.grading.grade import grade  # only where answers are chosen

    others = cards.other_answers(database, card_id, _MOST_LOOKED_AT)
    known = tuple(prompt if card.is_reversed else answer for answer, prompt, _ in others)
    found: list[str] = []
    for other in by_likeness(card.answer, _order(known, uid, 0)):
        if not grade(other, card).verdict.accepted:
            found.append(other)
        if len(found) == _MOST_OTHERS:
            break
    return tuple(found) if len(found) >= _FEWEST_OTHERS else ()


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

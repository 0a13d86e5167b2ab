"""What the learner takes for something else: wrong answers, and whose answers they are."""

from collections import Counter
from collections.abc import Iterable

from overmorrow.cards.text import clean
from overmorrow.cards.verdict import Verdict
from overmorrow.clock import StudyDay
from overmorrow.jobs.asked import Confusion
from overmorrow.jobs.asking import card_of
from overmorrow.scheduling.event import EventKind
from overmorrow.store import cards
from overmorrow.store.cards import StoredCard
from overmorrow.store.counts import answers_on
from overmorrow.store.database import Database
from overmorrow.store.events import StoredEvent, history_of

MOST_COMPARED = 2000
"""Cards of a deck among which a wrong answer is looked for."""


def confusions_on(database: Database, scope: str | None, day: StudyDay) -> tuple[Confusion, ...]:
    """Return the wrong answers of a day, the most frequent first, pairs of cards before others.

    Args:
        database: The collection.
        scope: A deck with its subdecks; None for all.
        day: The study day; how often is counted over all days.

    Raises:
        NotFoundError: There is no such deck.
    """
    deck_ids = cards.scope(database, scope)
    typed = dict.fromkeys(
        (answer.card_id, _plain(answer.event.typed))
        for answer in answers_on(database, day)
        if _is_confusion(answer.event)
    )
    found = [_confusion(database, card_id, text, deck_ids) for card_id, text in typed]
    kept = [confusion for confusion in found if confusion is not None]
    return tuple(sorted(kept, key=lambda each: (each.other_card_id is None, -each.times)))


def wrong_answers(database: Database, card_id: int) -> tuple[tuple[str, int], ...]:
    """Return what was wrongly typed for a card and how often, the most frequent first.

    Raises:
        NotFoundError: There is no such card.
    """
    stored = cards.load_card(database, card_id)
    return tuple(_wrong(history_of(database, stored.uid)).most_common())


def _confusion(
    database: Database, card_id: int, typed: str, deck_ids: Iterable[int]
) -> Confusion | None:
    stored = cards.load_card(database, card_id)
    if stored.deck_id not in deck_ids:
        return None
    card = card_of(stored)
    other = owner_of(database, stored, typed)
    return Confusion(
        card_id=card_id,
        prompt=card.prompt,
        answer=card.answer,
        typed=typed,
        times=_wrong(history_of(database, stored.uid))[typed],
        other_card_id=other[2] if other else None,
        other_prompt=other[1] if other else "",
    )


def owner_of(database: Database, stored: StoredCard, typed: str) -> tuple[str, str, int] | None:
    """Return answer, prompt and card of the note in the card's deck whose answer was typed."""
    from overmorrow.grading.grade import grade  # not before the first question is on screen

    found = cards.other_answers(database, stored.card_id, MOST_COMPARED)
    places = {str(place): other for place, other in enumerate(found)}
    labelled = [(answer, place) for place, (answer, _, _) in places.items()]
    whose = grade(typed, card_of(stored), labelled).answer_of
    return places[whose] if whose is not None else None


def _wrong(history: list[StoredEvent]) -> Counter[str]:
    voided = {event.target for event in history if event.kind == EventKind.VOID}
    return Counter(
        _plain(event.typed)
        for event in history
        if event.event_id not in voided and _is_confusion(event)
    )


def _is_confusion(event: StoredEvent) -> bool:
    return event.verdict == Verdict.WRONG.value and bool(_plain(event.typed))


def _plain(typed: str | None) -> str:
    return " ".join(clean(typed or "").split())

"""The cards that stand out in the statistics: mixed up with others, or slow."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from overmorrow.cards.text import clean
from overmorrow.cards.verdict import Verdict
from overmorrow.jobs.asking import card_of
from overmorrow.jobs.confusions import owner_of
from overmorrow.stats.pages.answers import MixedUp, SlowCard
from overmorrow.store import cards
from overmorrow.store.database import Database
from overmorrow.store.single_cards import CardAnswer

SHOWN = 5
_FEWEST_ANSWERS = 2
"""Answers before a card's time says anything."""


def mixed_up(database: Database, answers: Sequence[CardAnswer]) -> tuple[MixedUp, ...]:
    """Return the most frequent wrong answers, each with whose answer it is."""
    times: Counter[tuple[int, str]] = Counter()
    wrong = Verdict.WRONG.value
    for answer in answers:
        if answer.verdict == wrong and answer.typed:
            times[answer.card_id, " ".join(clean(answer.typed).split())] += 1
    times = Counter({place: count for place, count in times.items() if place[1]})
    most = sorted(times.items(), key=lambda entry: (-entry[1], entry[0]))
    found = []
    for (card_id, typed), count in most[:SHOWN]:
        stored = cards.load_card(database, card_id)
        card = card_of(stored)
        other = owner_of(database, stored, typed)
        other_id = None if other is None else other[2]
        found.append(MixedUp(card_id, card.prompt, card.answer, typed, count, other_id))
    return tuple(found)


def slow_cards(database: Database, answers: Sequence[CardAnswer]) -> tuple[SlowCard, ...]:
    """Return the cards whose answers take longest on average; practice does not count."""
    times: defaultdict[int, list[int]] = defaultdict(list)
    for answer in answers:
        if answer.answer_ms is not None and not answer.is_practice:
            times[answer.card_id].append(answer.answer_ms)
    means = {
        card_id: sum(each) / len(each)
        for card_id, each in times.items()
        if len(each) >= _FEWEST_ANSWERS
    }
    slowest = sorted(means, key=lambda card_id: (-means[card_id], card_id))[:SHOWN]
    return tuple(
        SlowCard(
            card_id,
            card_of(cards.load_card(database, card_id)).prompt,
            round(means[card_id]),
            len(times[card_id]),
        )
        for card_id in slowest
    )

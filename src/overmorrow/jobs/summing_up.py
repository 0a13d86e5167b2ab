"""A day's studying in figures, for the screen after the last card."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from overmorrow.cards.quality import Quality
from overmorrow.clock import StudyDay
from overmorrow.jobs.asked import HardCard, Summary
from overmorrow.jobs.asking import card_of
from overmorrow.jobs.confusions import confusions_on
from overmorrow.scheduling.answer_kind import FIRST_KINDS, AnswerKind
from overmorrow.scheduling.sm2 import DRILL_UNTIL_QUALITY
from overmorrow.settings import Settings
from overmorrow.store import cards, counts
from overmorrow.store.counts import DayAnswer
from overmorrow.store.database import Database
from overmorrow.store.day_tree import day_tree

HARDEST_SHOWN = 3


def sum_up(database: Database, scope: str | None, day: StudyDay, settings: Settings) -> Summary:
    """Return what was studied on a day.

    Args:
        database: The collection.
        scope: A deck with its subdecks; None for all.
        day: The study day; the two after it are looked ahead to.
        settings: The daily limits.

    Raises:
        NotFoundError: There is no such deck.
    """
    deck_ids = cards.scope(database, scope)
    days = counts.answers_by_day(database, deck_ids, day, day)
    first = [count for count in days if count.kind in FIRST_KINDS]
    tree = day_tree(database, day, settings, scope)
    asked = sum(count.answers for count in first)
    drills = sum(count.answers for count in days if count.kind == AnswerKind.DRILL)
    answers = counts.answers_on(database, day)
    weak = _weak(answers)
    return Summary(
        answers=sum(count.answers for count in days),
        cards=asked,
        seconds=round(sum(count.answer_ms for count in days) / 1000),
        right_first=sum(count.answers for count in first if Quality(count.quality).recalled),
        asked_first=asked,
        drills=drills,
        drilled_cards=_cards_below(answers, DRILL_UNTIL_QUALITY) if drills else 0,
        hardest=_hardest(database, weak, deck_ids, day),
        confusions=confusions_on(database, scope, day),
        due_tomorrow=tree.due_tomorrow,
        due_overmorrow=tree.due_overmorrow,
        weak_cards=tuple(weak),
        left=tree.whole.new + tree.whole.review + tree.whole.drill,
    )


def _cards_below(answers: Sequence[DayAnswer], quality: int) -> int:
    return len({answer.card_id for answer in answers if _quality(answer) < quality})


def _quality(answer: DayAnswer) -> int:
    return answer.event.quality if answer.event.quality is not None else Quality.EASY


def _weak(answers: Sequence[DayAnswer]) -> dict[int, list[int]]:
    """Return the qualities of cards that scored too low, the lowest first, then the most shown."""
    qualities: defaultdict[int, list[int]] = defaultdict(list)
    for answer in answers:
        qualities[answer.card_id].append(_quality(answer))
    weak = [card_id for card_id, scores in qualities.items() if min(scores) < DRILL_UNTIL_QUALITY]
    weak.sort(key=lambda card_id: (min(qualities[card_id]), -len(qualities[card_id])))
    return {card_id: qualities[card_id] for card_id in weak}


def _hardest(
    database: Database, weak: Mapping[int, list[int]], deck_ids: Sequence[int], day: StudyDay
) -> tuple[HardCard, ...]:
    hardest: list[HardCard] = []
    for card_id, scores in weak.items():
        stored = cards.load_card(database, card_id)
        if stored.deck_id not in deck_ids:
            continue
        due_day = stored.state.sm2.due_day
        hardest.append(
            HardCard(
                prompt=card_of(stored).prompt,
                showings=len(scores),
                due_in_days=max(0, (due_day or day) - day),
            )
        )
        if len(hardest) == HARDEST_SHOWN:
            break
    return tuple(hardest)

"""Everything about one card: where it stands, and every answer that led there."""

from collections.abc import Iterator
from dataclasses import dataclass

from overmorrow.jobs.asking import card_of
from overmorrow.jobs.confusions import wrong_answers
from overmorrow.scheduling.answer_kind import AnswerKind
from overmorrow.scheduling.event import EventKind
from overmorrow.scheduling.fold import apply
from overmorrow.scheduling.state import CardState
from overmorrow.store import cards
from overmorrow.store.database import Database
from overmorrow.store.events import StoredEvent, history_of

_WITHOUT_EFFECT = (AnswerKind.DRILL, AnswerKind.PRACTICE)


@dataclass(frozen=True, slots=True, kw_only=True)
class PastAnswer:
    """One answer of the log."""

    study_day: int
    typed: str
    verdict: str
    """A `Verdict`'s value; empty when the learner graded alone."""
    kind: AnswerKind
    proposed: int | None
    quality: int
    learned: bool
    """Whether it became an answer of the card by being overruled."""
    interval_days: int | None
    """The interval it led to; None where it had no effect on the schedule."""
    answer_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CardInfo:
    """A card with its history."""

    prompt: str
    answer: str
    aliases: tuple[str, ...]
    deck: str
    tags: tuple[str, ...]
    state: CardState
    answers: tuple[PastAnswer, ...]
    """The newest first, without those taken back."""
    wrong: tuple[tuple[str, int], ...]
    """What was wrongly typed and how often, the most frequent first."""

    @property
    def drills(self) -> int:
        """How many of the answers were drills."""
        return sum(answer.kind is AnswerKind.DRILL for answer in self.answers)

    @property
    def average_ms(self) -> int | None:
        """How long an answer takes on average; None before the first."""
        if not self.answers:
            return None
        return sum(answer.answer_ms for answer in self.answers) // len(self.answers)


def card_info(database: Database, card_id: int) -> CardInfo:
    """Return a card with all that happened to it.

    Raises:
        NotFoundError: There is no such card.
    """
    stored = cards.load_card(database, card_id)
    card = card_of(stored)
    answers = tuple(_answers(history_of(database, stored.uid)))
    return CardInfo(
        prompt=card.prompt,
        answer=card.answer,
        aliases=card.aliases,
        deck=stored.deck_name,
        tags=stored.note.tags,
        state=stored.state,
        answers=answers[::-1],
        wrong=wrong_answers(database, card_id),
    )


def _answers(history: list[StoredEvent]) -> Iterator[PastAnswer]:
    voided = {event.target for event in history if event.kind == EventKind.VOID}
    state = CardState()
    for event in history:
        if event.event_id in voided:
            continue
        folding = event.for_folding()
        state, tally = apply(state, folding)
        if tally is None:
            continue
        changed = tally.kind not in _WITHOUT_EFFECT
        yield PastAnswer(
            study_day=event.study_day,
            typed=event.typed or "",
            verdict=event.verdict or "",
            kind=tally.kind,
            proposed=event.quality_auto,
            quality=tally.quality,
            learned=bool(folding.payload and folding.payload.get("learned")),
            interval_days=state.sm2.interval_days if changed else None,
            answer_ms=tally.answer_ms,
        )

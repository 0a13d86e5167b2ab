"""Everything about one card: where it stands, and every answer that led there."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from overmorrow.clock import StudyDay
from overmorrow.jobs.asking import card_of
from overmorrow.jobs.confusions import wrong_answers
from overmorrow.jobs.teaching import TAUGHT
from overmorrow.scheduling.answer_kind import AnswerKind
from overmorrow.scheduling.event import EventKind
from overmorrow.scheduling.fold import apply
from overmorrow.scheduling.state import CardState
from overmorrow.store import cards
from overmorrow.store.database import Database
from overmorrow.store.events import ANOTHER_LOG, StoredEvent, history_of

_CHANGES = (
    EventKind.SET_DUE,
    EventKind.RESET,
    EventKind.SUSPEND,
    EventKind.UNSUSPEND,
    EventKind.BURY,
)
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
    nth: int
    """Which of the card's events it is, the oldest being 0."""
    imported: bool = False
    """Whether it was given in another program."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PastChange:
    """Something else that was done to the card and its schedule."""

    study_day: int
    nth: int
    """Which of the card's events it is, the oldest being 0."""
    what: str
    """`taken_over` from another program, else an `EventKind`'s value."""
    due_day: int | None = None
    """Where it was put, if its day was set."""
    interval_days: int | None = None
    """The interval it was given, if one was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CardInfo:
    """A card with its history."""

    card_id: int
    prompt: str
    answer: str
    aliases: tuple[str, ...]
    deck: str
    tags: tuple[str, ...]
    state: CardState
    answers: tuple[PastAnswer, ...]
    """The newest first, without those taken back."""
    changes: tuple[PastChange, ...]
    """The newest first, without those taken back."""
    wrong: tuple[tuple[str, int], ...]
    """What was wrongly typed and how often, the most frequent first."""
    day: StudyDay | None = None
    """The study day on which it is looked at; None where that does not matter."""

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


def card_info(database: Database, card_id: int, day: StudyDay | None = None) -> CardInfo:
    """Return a card with all that happened to it.

    Args:
        database: The collection.
        card_id: Which card.
        day: The study day on which it is looked at, where that matters.

    Raises:
        NotFoundError: There is no such card.
    """
    stored = cards.load_card(database, card_id)
    card = card_of(stored)
    history = history_of(database, stored.uid)
    voided = {event.target for event in history if event.kind == EventKind.VOID}
    standing = [event for event in history if event.event_id not in voided]
    answers = tuple(_answers(standing))
    changes = tuple(_changes(standing))
    return CardInfo(
        card_id=card_id,
        prompt=card.prompt,
        answer=card.answer,
        aliases=card.aliases,
        deck=stored.deck_name,
        tags=stored.note.tags,
        state=stored.state,
        answers=answers[::-1],
        changes=changes[::-1],
        wrong=wrong_answers(database, card_id),
        day=day,
    )


def _changes(history: list[StoredEvent]) -> Iterator[PastChange]:
    for nth, event in enumerate(history):
        if event.kind not in _CHANGES:
            continue
        told = event.for_folding().payload or {}
        due_day, interval = told.get("due_day"), told.get("interval_days")
        is_taken_over = event.kind == EventKind.SET_DUE and isinstance(interval, int)
        yield PastChange(
            study_day=event.study_day,
            nth=nth,
            what="taken_over" if is_taken_over else event.kind,
            due_day=due_day if isinstance(due_day, int) else None,
            interval_days=interval if isinstance(interval, int) else None,
        )


def _has_learned(payload: Mapping[str, object]) -> bool:
    return bool(payload.get("learned") or (payload.get(TAUGHT) and payload.get("counts")))


def _answers(history: list[StoredEvent]) -> Iterator[PastAnswer]:
    state = CardState()
    for nth, event in enumerate(history):
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
            learned=_has_learned(folding.payload or {}),
            interval_days=state.sm2.interval_days if changed else None,
            answer_ms=tally.answer_ms,
            nth=nth,
            imported=(event.payload or "").startswith(ANOTHER_LOG),
        )

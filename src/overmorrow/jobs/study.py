"""Study: one card after another, each answer saved before the next is shown."""

from collections import Counter
from collections.abc import Mapping
from typing import Unpack

from overmorrow.cards import hints
from overmorrow.cards.hints import Hint
from overmorrow.cards.note import AnswerType
from overmorrow.clock import Clock, StudyDay
from overmorrow.jobs import judging
from overmorrow.jobs.asked import (
    Asked,
    AskKind,
    HardCard,
    Judged,
    Limits,
    Mode,
    Progress,
    Returned,
    Summary,
)
from overmorrow.jobs.asking import asked_card
from overmorrow.jobs.day import current_day
from overmorrow.jobs.judging import Effort, Measure, RightHow
from overmorrow.jobs.today import Queued, Today, plan_today
from overmorrow.scheduling.event import EventKind
from overmorrow.scheduling.leech import should_ask
from overmorrow.scheduling.propose import NEEDED_FOR_MEDIAN
from overmorrow.scheduling.queue import next_drill
from overmorrow.scheduling.state import CardState
from overmorrow.settings import Settings
from overmorrow.store import answers, cards
from overmorrow.store.answers import Recorded, Undone
from overmorrow.store.counts import right_answer_times
from overmorrow.store.database import Database
from overmorrow.store.events import Details

__all__ = [
    "AskKind",
    "Asked",
    "HardCard",
    "Judged",
    "Limits",
    "Mode",
    "Progress",
    "Returned",
    "StudySession",
    "Summary",
]

NO_LIMITS = Limits()
MOST_COMPARED = 2000
"""Cards of a deck among which a wrong answer is looked for."""


class StudySession:
    """One sitting: which card is asked, and what becomes of the answers.

    `asked` is the card on the screen; None when nothing is left for today.
    `leech_lapses` is how often the card just rated has been forgotten, when it is
    time to ask about it (it is never set aside in silence); else 0.
    """

    def __init__(
        self,
        database: Database,
        clock: Clock,
        settings: Settings,
        scope: str | None = None,
        limits: Limits = NO_LIMITS,
        *,
        clock_confirmed: bool = False,
    ) -> None:
        """Start with the first card of today.

        Args:
            database: The learner's collection.
            clock: Where moments come from.
            settings: Daily limits and the hour at which the day ends.
            scope: A deck with its subdecks; None for all.
            limits: How much to ask at most.
            clock_confirmed: Whether the learner says that a clock which went
                back by days is right.

        Raises:
            NotFoundError: There is no such deck.
            ClockError: The clock went back by days and nobody confirmed it.
        """
        self.scope = scope
        self.asked: Asked | None = None
        self.leech_lapses = 0
        self._database = database
        self._clock = clock
        self._settings = settings
        self._limits = limits
        self._stop_ms = (
            None if limits.minutes is None else clock().wall_ms + limits.minutes * 60_000
        )
        self._clock_confirmed = clock_confirmed
        self._day = self._today()
        self._answered: set[int] = set()
        self._shown: list[int] = []
        self._medians: dict[str, int | None] = {}
        self._taken_back: list[Undone] = []
        self._plan = self._left_today()
        self._ask_next()

    @property
    def progress(self) -> Progress:
        """What is left, the card on the screen included, and what is done."""
        left = Counter(kind for _, kind in self._plan.queue)
        if self.asked is not None:
            left[self.asked.kind] += 1
        return Progress(
            new=left[AskKind.NEW],
            review=left[AskKind.REVIEW] + left[AskKind.AHEAD] + left[AskKind.CRAM],
            drill=left[AskKind.DRILL] + len(self._plan.drills),
            done=self._plan.done,
        )

    def judge(
        self, typed: str, *, think_ms: int | None = None, answer_ms: int = 0, hints: int = 0
    ) -> Judged:
        """Return the verdict on a typed answer; nothing is saved yet.

        Args:
            typed: The answer; blank means "I don't know".
            think_ms: Time to the first key; None when it says nothing.
            answer_ms: Time to the last.
            hints: How many hints were opened.
        """
        asked = self._on_screen()
        effort = Effort(think_ms=think_ms, answer_ms=answer_ms, hints=hints)
        measure = Measure(
            day=self._day,
            median_ms=self._median_ms(asked),
            strict_when_mature=self._settings.strict_when_mature,
        )
        judged = judging.judge(asked, typed, effort, measure)
        return judging.told_apart(asked, judged, self._other_answers)

    def reveal(self, *, answer_ms: int = 0, hints: int = 0) -> Judged:
        """Return what a learner who looked at the answer and grades alone is offered."""
        effort = Effort(answer_ms=answer_ms, hints=hints)
        return judging.reveal(self._on_screen(), effort, self._day)

    def right(self, judged: Judged, how: RightHow) -> Judged:
        """Return the answer overruled: it was right; see `judging.right`."""
        return judging.right(self._on_screen(), judged, how)

    def wrong(self, judged: Judged) -> Judged:
        """Return the answer overruled: it was wrong."""
        return judging.wrong(judged)

    def hint(self, number: int) -> Hint | None:
        """Return the card's hint of that number, from 1; None when there are no more."""
        return hints.hint(self._on_screen().card, number)

    def rate(self, judged: Judged, quality: int) -> None:
        """Save the answer with the quality that counts, and move on.

        Raises:
            BusyError: Another window held the database; the answer can be rated again.
            DatabaseError: It could not be saved.
        """
        asked = self._on_screen()
        verdict = judged.grading.verdict.value if judged.grading else None
        recorded = self._record(
            asked.card_id,
            EventKind.PRACTICE if asked.kind is AskKind.CRAM else EventKind.REVIEW,
            quality=quality,
            quality_auto=judged.graded,
            verdict=verdict,
            typed=judged.typed,
            think_ms=judged.think_ms,
            answer_ms=judged.answer_ms,
            hints=judged.hints,
            payload={"learned": judged.learned} if judged.learned else None,
        )
        lapses = recorded.after.sm2.lapses
        is_new_lapse = lapses > recorded.before.sm2.lapses
        self.leech_lapses = lapses if is_new_lapse and should_ask(lapses) else 0
        self._answered.add(asked.card_id)
        self._shown.append(asked.card_id)
        if judged.outlook and judged.outlook[quality].drill:
            self._plan.drills.append(asked.card_id)
        else:
            self._plan.done += 1
        self._go_on()

    def suspend(self) -> None:
        """Set the card aside until told otherwise, and move on."""
        self._record(self._on_screen().card_id, EventKind.SUSPEND)
        self._go_on()

    def bury(self) -> None:
        """Put the card off until tomorrow, and move on."""
        self._record(self._on_screen().card_id, EventKind.BURY)
        self._go_on()

    def flag(self, number: int) -> None:
        """Give the card a flag from 1 to 7, or none with 0."""
        self._adjust(EventKind.FLAG, {"flag": number})

    def mark(self) -> None:
        """Mark the card, or take its mark away."""
        self._adjust(EventKind.MARK, {"marked": not self._on_screen().state.marked})

    def undo(self) -> Returned | None:
        """Take back the newest thing done, in this sitting or an earlier one.

        The card it was done to is asked again.

        Returns:
            What it was; None when there is nothing left to take back.
        """
        undone = answers.undo_last(self._database, self._clock(), self._today())
        if undone is None:
            return None
        self._taken_back.append(undone)
        if undone.card_id is not None and not _still_answered(undone, self._day):
            self._answered.discard(undone.card_id)
        self._return_to(undone.card_id)
        return Returned(kind=EventKind(undone.event.kind), typed=undone.event.typed or "")

    def redo(self) -> Returned | None:
        """Do again what was taken back last; None when there is nothing."""
        if not self._taken_back:
            return None
        undone = self._taken_back.pop()
        answers.redo(self._database, undone, self._clock())
        if undone.card_id is not None and undone.event.quality is not None:
            self._answered.add(undone.card_id)
        self._return_to(None)
        return Returned(kind=EventKind(undone.event.kind), typed=undone.event.typed or "")

    def summary(self) -> Summary:
        """Return today's studying in figures, of all sittings."""
        from overmorrow.jobs.summing_up import sum_up  # not before the first question

        return sum_up(self._database, self.scope, self._day)

    def _on_screen(self) -> Asked:
        if self.asked is None:
            raise ValueError("no card is asked")
        return self.asked

    def _record(self, card_id: int, kind: EventKind, **details: Unpack[Details]) -> Recorded:
        recorded = answers.record(
            self._database, card_id, self._clock(), self._today(), kind, **details
        )
        self._taken_back.clear()
        return recorded

    def _adjust(self, kind: EventKind, payload: Mapping[str, object]) -> None:
        """Set something on the card and show it on."""
        asked = self._on_screen()
        self._record(asked.card_id, kind, payload=payload)
        self.asked = asked_card(self._database, asked.card_id, asked.kind, self._day)

    def _go_on(self) -> None:
        """Ask the next card, of the new day if one has begun."""
        day = self._today()
        if day != self._day:
            self._day = day
            self._answered.clear()
            self._plan = self._left_today()
        self._ask_next()

    def _return_to(self, card_id: int | None) -> None:
        """Ask a card again, then all that is left."""
        self._plan = self._left_today()
        if card_id is not None:
            self._put_first(card_id)
        stop_ms, self._stop_ms = self._stop_ms, None  # what came back is asked even after its time
        self._ask_next()
        self._stop_ms = stop_ms

    def _put_first(self, card_id: int) -> None:
        waiting = [entry for entry in self._plan.queue if entry[0] == card_id]
        if waiting:
            self._plan.queue.remove(waiting[0])
            self._plan.queue.appendleft(waiting[0])
        elif card_id in self._plan.drills:
            self._plan.drills.remove(card_id)
            self._plan.queue.appendleft((card_id, AskKind.DRILL))
        else:
            state = cards.load_card(self._database, card_id).state
            self._plan.queue.appendleft((card_id, _kind_now(state, self._day)))

    def _left_today(self) -> Today:
        return plan_today(
            self._database, self.scope, self._day, self._settings, self._limits, self._answered
        )

    def _ask_next(self) -> None:
        """Show the next card that nobody has answered or set aside in another window."""
        self.asked = None
        while self.asked is None and (taken := self._take()):
            asked = asked_card(self._database, *taken, self._day)
            if _is_still_wanted(asked, self._day):
                self.asked = asked

    def _take(self) -> Queued | None:
        plan = self._plan
        if self._stop_ms is not None and self._clock().wall_ms >= self._stop_ms:
            return None
        if plan.queue:
            return plan.queue.popleft()
        if plan.drills:
            card_id = next_drill(plan.drills, self._shown)
            plan.drills.remove(card_id)
            return card_id, AskKind.DRILL
        return None

    def _today(self) -> StudyDay:
        return current_day(
            self._database, self._clock, self._settings, clock_confirmed=self._clock_confirmed
        )

    def _other_answers(self) -> list[tuple[str, str]]:
        card_id = self._on_screen().card_id
        found = cards.other_answers(self._database, card_id, MOST_COMPARED)
        return [(answer, prompt) for answer, prompt, _ in found]

    def _median_ms(self, asked: Asked) -> int | None:
        """Return the learner's median time for such cards, worked out once a sitting."""
        kind = asked.card.answer_type or AnswerType.TEXT.value
        if kind not in self._medians:
            times = sorted(right_answer_times(self._database, kind))
            enough = len(times) >= NEEDED_FOR_MEDIAN
            self._medians[kind] = times[len(times) // 2] if enough else None
        return self._medians[kind]


def _still_answered(undone: Undone, day: StudyDay) -> bool:
    """Whether an earlier answer of the day remains, as when a drill is taken back."""
    is_scheduled = undone.event.kind != EventKind.PRACTICE
    return is_scheduled and undone.state is not None and undone.state.sm2.last_day == day


def _kind_now(state: CardState, day: StudyDay) -> AskKind:
    if state.learned_day is None:
        return AskKind.NEW
    if state.sm2.drill and state.sm2.last_day == day:
        return AskKind.DRILL
    ahead = state.sm2.due_day is not None and state.sm2.due_day > day
    return AskKind.AHEAD if ahead else AskKind.REVIEW


def _is_still_wanted(asked: Asked, day: StudyDay) -> bool:
    """Whether a queued card still is what it was queued as."""
    state = asked.state
    if state.suspended or state.buried_day == day:
        return False
    if asked.kind is AskKind.DRILL:
        return state.sm2.drill
    if asked.kind in (AskKind.NEW, AskKind.REVIEW):
        return _kind_now(state, day) is asked.kind
    return True

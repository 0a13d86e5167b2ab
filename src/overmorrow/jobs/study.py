"""Study: one card after another, each answer saved before the next is shown."""

from collections.abc import Mapping
from contextlib import AbstractContextManager, suppress
from typing import TYPE_CHECKING, Unpack

from overmorrow.cards import hints
from overmorrow.cards.hints import Hint
from overmorrow.clock import Clock, StudyDay
from overmorrow.errors import NotFoundError
from overmorrow.jobs import judging
from overmorrow.jobs.answer_times import AnswerTimes
from overmorrow.jobs.asked import (
    Asked,
    AskKind,
    Judged,
    Limits,
    Progress,
    Returned,
    Summary,
)
from overmorrow.jobs.asking import asked_card, is_still_wanted, kind_now
from overmorrow.jobs.day import current_day
from overmorrow.jobs.judging import Effort, Measure, RightHow
from overmorrow.jobs.today import Queued, Today, plan_today
from overmorrow.scheduling.event import EventKind
from overmorrow.scheduling.leech import should_ask
from overmorrow.settings import Settings
from overmorrow.store import answers, cards
from overmorrow.store.answers import Recorded, Undone
from overmorrow.store.database import Database
from overmorrow.store.events import Details

if TYPE_CHECKING:
    from overmorrow.jobs.beside import Beside
    from overmorrow.jobs.card_source import CardSource
    from overmorrow.jobs.taken_back import TakenBack

NO_LIMITS = Limits()
MOST_COMPARED = 2000
"""Cards of a deck among which a wrong answer is looked for."""


class StudySession:
    """One sitting: which card is asked, and what becomes of the answers.

    `asked` is the card on the screen; None when nothing is left for today.
    `search` is the search whose cards are asked, as it was written, or its name; empty
    where a deck is studied, or all.
    `leech_lapses` is how often the card just rated has been forgotten, when it is
    time to ask about it (it is never set aside in silence); else 0.
    `untaught` is what the note of the card just rated could not be told to count, or
    not to count, from now on, as when its file was changed meanwhile; else empty.
    `only_by_hand` is what was taken back last, if a redo cannot do it again; else None.
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
            scope: A deck with its subdecks, or a search or the name of one; None for all.
            limits: How much to ask at most.
            clock_confirmed: Whether the learner says that a clock which went
                back by days is right.

        Raises:
            NotFoundError: There is no such deck or search.
            SearchError: The search has a term that is not understood.
            ClockError: The clock went back by days and nobody confirmed it.
        """
        self.scope = scope
        self.search = ""
        self.asked: Asked | None = None
        self.leech_lapses = 0
        self.untaught = ""
        self._database = database
        self._clock = clock
        self._settings = settings
        self._limits = limits
        self._stop_ms = (
            None if limits.minutes is None else clock().wall_ms + limits.minutes * 60_000
        )
        self._clock_confirmed = clock_confirmed
        self._day = self._today()
        self._choose_scope()
        self._answered: set[int] = set()
        self._shown: list[int] = []
        self._times = AnswerTimes(database)
        self._taken_back: list[TakenBack] = []
        self.only_by_hand: TakenBack | None = None
        self._told: tuple[int, str] | None = None
        """What a note was told whose answer could not be saved yet, and of which card."""
        self._plan = self._left_today()
        self._ask_next()

    def _choose_scope(self) -> None:
        """Take a scope that is no deck for a search.

        Raises:
            NotFoundError: It is neither.
            SearchError: It has a term that is not understood.
        """
        if self.scope is None:
            return
        try:
            cards.scope(self._database, self.scope)
        except NotFoundError as unknown:
            from overmorrow.jobs.found_today import search_named  # a deck needs no search

            text = search_named(self._database, self.scope, self._day, unknown)
            self._limits = self._limits._replace(search=text)
            self.search, self.scope = self.scope, None

    @property
    def progress(self) -> Progress:
        """What is left, the card on the screen included, and what is done."""
        return self._plan.progress(self.asked.kind if self.asked else None)

    def at_once(self) -> AbstractContextManager[None]:
        """Within it, nothing waits long for another process; a step is refused instead."""
        return self._database.at_once()

    def use_settings(self, settings: Settings) -> None:
        """Go by other settings from the next answer on; daily limits hold for the next sitting."""
        self._settings = settings

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
            median_ms=self._times.median_ms(asked.card) if self._settings.grade_by_time else None,
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

    def refuse(self, judged: Judged) -> Judged:
        """Return the answer as one that shall not count from now on."""
        return judging.refused(judged)

    def hint(self, number: int) -> Hint | None:
        """Return the card's hint of that number, from 1; None when there are no more."""
        return hints.hint(self._on_screen().card, number)

    def source(self) -> "CardSource | None":
        """Return the place in an article that the card on the screen was made from."""
        from overmorrow.jobs.card_source import source_of  # not before the first question

        return source_of(self._database, self._on_screen().card_id)

    def rate(self, judged: Judged, quality: int) -> None:
        """Save the answer with the quality that counts, and move on.

        Raises:
            BusyError: Another window held the database; the answer can be rated again.
            DatabaseError: It could not be saved.
        """
        asked = self._on_screen()
        verdict = judged.grading.verdict.value if judged.grading else None
        self.untaught = ""
        payload = self._taught(asked, judged) if judged.learned or judged.refused else None
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
            payload=payload,
        )
        self._told = None
        lapses = recorded.after.sm2.lapses
        is_new_lapse = lapses > recorded.before.sm2.lapses
        self.leech_lapses = lapses if is_new_lapse and should_ask(lapses) else 0
        is_new_day = self._turns_day()
        self._answered.add(asked.card_id)
        self._shown.append(asked.card_id)
        if is_new_day:
            self._plan = self._left_today()
        elif judged.outlook and judged.outlook[quality].drill:
            self._plan.drills.append(asked.card_id)
        else:
            self._plan.done += 1
        self._ask_next()

    def _taught(self, asked: Asked, judged: Judged) -> Mapping[str, object] | None:
        """Tell the note what counts from now on, and return what the answer says of that."""
        from overmorrow.jobs.teaching import TAUGHT, teach  # not before the first question

        text = judged.learned or judged.refused
        if self._told == (asked.card_id, text) or teach(
            self._database, asked, judged, self._clock()
        ):
            self._told = (asked.card_id, text)
            return {TAUGHT: text, "counts": bool(judged.learned)}
        self.untaught = text
        return {"learned": text} if judged.learned else None

    def suspend(self) -> None:
        """Set the card aside until told otherwise, and move on."""
        self._record(self._on_screen().card_id, EventKind.SUSPEND)
        self._go_on()

    def bury(self) -> None:
        """Put the card off until tomorrow, and move on."""
        self._record(self._on_screen().card_id, EventKind.BURY)
        self._go_on()

    def suspend_note(self) -> None:
        """Set all cards of the note aside until told otherwise, as one step, and move on."""
        self._set_note_aside("suspend")

    def bury_note(self) -> None:
        """Put all cards of the note off until tomorrow, as one step, and move on."""
        self._set_note_aside("bury")

    def _set_note_aside(self, what: str) -> None:
        from overmorrow.jobs.bulk import Change, What, change  # not before the first question

        wanted = Change(what=What(what), whole_notes=True)
        card_ids = [self._on_screen().card_id]
        change(self._database, card_ids, wanted, self._clock, self._settings)
        self._forget_taken_back()
        self._plan = self._left_today()
        self._go_on()

    def suspend_last(self) -> None:
        """Set the card that was just rated aside until told otherwise."""
        self._record(self._shown[-1], EventKind.SUSPEND)
        self._plan.leave_out(self._shown[-1])

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
        from overmorrow.jobs.taking_back import take_newest_back  # not before the first question

        taken = take_newest_back(self._database, self._clock, self._today())
        if taken is None:
            return None
        self._taken_back.append(taken)
        undone = taken.undone
        if undone is None:
            if not taken.can_be_done_again:
                self._taken_back.clear()
                self.only_by_hand = taken
            self._reload()
            return Returned(kind=None, typed="", taken=taken)
        if undone.card_id is not None and not _still_answered(undone, self._day):
            self._answered.discard(undone.card_id)
        self._return_to(undone.card_id)
        return _returned(taken, undone)

    def redo(self) -> Returned | None:
        """Do again what was taken back last; None when there is nothing."""
        if not self._taken_back:
            return None
        from overmorrow.jobs.taking_back import do_again

        taken = self._taken_back[-1]
        do_again(self._database, taken, self._clock)
        self._taken_back.pop()
        undone = taken.undone
        if undone is None:
            self._reload()
            return Returned(kind=None, typed="", taken=taken)
        if undone.card_id is not None and undone.event.quality is not None:
            self._answered.add(undone.card_id)
        self._return_to(None)
        return _returned(taken, undone)

    def note_changed(self) -> None:
        """Show the card on the screen as it is now that its note was edited.

        Where the note makes it no more, the next one is asked.
        """
        self._forget_taken_back()
        self._reload()

    def schedule_changed(self) -> None:
        """Ask what is to be asked now that the card on the screen was given another day.

        It is asked again only if it still is to be asked today.
        """
        self._forget_taken_back()
        asked = self.asked
        self._plan = self._left_today()
        if asked is not None and self._plan.waits(asked.card_id):
            self._plan.put_first(asked.card_id)
        self._ask_next()

    def _reload(self) -> None:
        """Show the card on the screen as it is now, and count anew what is left beside it."""
        asked = self.asked
        if asked is None:
            return
        self._plan = self._left_today()
        self._plan.leave_out(asked.card_id)
        try:
            self.asked = self._asked_card(asked.card_id, asked.kind)
        except NotFoundError:
            self._ask_next()

    def accept_answer(self, card_id: int, typed: str) -> None:
        """Let an answer count for a card from now on.

        Raises:
            OvermorrowError: The note cannot say it, or its file cannot be written; nothing was.
        """
        from overmorrow.jobs.teaching import accept_answer  # not before the first question

        accept_answer(self._database, card_id, typed, self._clock())
        self._forget_taken_back()

    def beside(self, card_id: int) -> "Beside":
        """Return a card's last answers, and the cards that belong to it.

        Raises:
            NotFoundError: There is no such card.
        """
        from overmorrow.jobs.beside import beside  # only for those with room to show it

        return beside(self._database, card_id)

    def summary(self) -> Summary:
        """Return today's studying in figures, of all sittings."""
        from overmorrow.jobs.summing_up import sum_up  # not before the first question

        return sum_up(self._database, self.scope, self._day, self._settings)

    def _forget_taken_back(self) -> None:
        """Let nothing be done again, now that something new was done."""
        self._taken_back.clear()
        self.only_by_hand = None

    def _on_screen(self) -> Asked:
        if self.asked is None:
            raise ValueError("no card is asked")
        return self.asked

    def _record(self, card_id: int, kind: EventKind, **details: Unpack[Details]) -> Recorded:
        recorded = answers.record(
            self._database, card_id, self._clock(), self._today(), kind, **details
        )
        self._forget_taken_back()
        return recorded

    def _adjust(self, kind: EventKind, payload: Mapping[str, object]) -> None:
        """Set something on the card and show it on."""
        asked = self._on_screen()
        self._record(asked.card_id, kind, payload=payload)
        self.asked = self._asked_card(asked.card_id, asked.kind)

    def _go_on(self) -> None:
        """Ask the next card, of the new day if one has begun."""
        if self._turns_day():
            self._plan = self._left_today()
        self._ask_next()

    def _turns_day(self) -> bool:
        """Go over to the new day if one has begun, on which nothing has been answered yet."""
        day = self._today()
        if day == self._day:
            return False
        self._day = day
        self._answered.clear()
        return True

    def _return_to(self, card_id: int | None) -> None:
        """Ask a card again, then all that is left."""
        self._plan = self._left_today()
        if card_id is not None and not self._plan.put_first(card_id):
            state = cards.load_card(self._database, card_id).state
            self._plan.queue.appendleft((card_id, kind_now(state, self._day)))
        stop_ms, self._stop_ms = self._stop_ms, None  # what came back is asked even after its time
        self._ask_next()
        self._stop_ms = stop_ms

    def _left_today(self) -> Today:
        return plan_today(
            self._database, self.scope, self._day, self._settings, self._limits, self._answered
        )

    def _ask_next(self) -> None:
        """Show the next card that nobody has answered or set aside in another window."""
        self.asked = None
        while self.asked is None and (taken := self._take()):
            with suppress(NotFoundError):  # another window may have edited its note
                asked = self._asked_card(*taken)
                if is_still_wanted(asked, self._day):
                    self.asked = asked

    def _asked_card(self, card_id: int, kind: AskKind) -> Asked:
        answering = self._settings.answering
        return asked_card(self._database, card_id, kind, self._day, answering)

    def _take(self) -> Queued | None:
        is_late = self._stop_ms is not None and self._clock().wall_ms >= self._stop_ms
        return None if is_late else self._plan.take(self._shown)

    def _today(self) -> StudyDay:
        return current_day(
            self._database, self._clock, self._settings, clock_confirmed=self._clock_confirmed
        )

    def _other_answers(self) -> list[tuple[str, str]]:
        card_id = self._on_screen().card_id
        found = cards.other_answers(self._database, card_id, MOST_COMPARED)
        return [(answer, prompt) for answer, prompt, _ in found]


def _returned(taken: "TakenBack", undone: Undone) -> Returned:
    event = undone.event
    return Returned(kind=EventKind(event.kind), typed=event.typed or "", taken=taken)


def _still_answered(undone: Undone, day: StudyDay) -> bool:
    """Whether an earlier answer of the day remains, as when a drill is taken back."""
    is_scheduled = undone.event.kind != EventKind.PRACTICE
    return is_scheduled and undone.state is not None and undone.state.sm2.last_day == day

"""One card being answered: from the question to the rating, without any drawing."""

from typing import TYPE_CHECKING

from overmorrow.cards.hints import Hint
from overmorrow.cards.note import AnswerType
from overmorrow.cards.quality import Quality
from overmorrow.cards.verdict import Verdict
from overmorrow.jobs.asked import Asked, AskKind, Judged
from overmorrow.tui.keys import Place
from overmorrow.tui.pace import HASTY_MS, AnswerTime
from overmorrow.tui.session import Session

if TYPE_CHECKING:
    from overmorrow.jobs.judging import RightHow

JUDGED_PLACES = (Place.JUDGED, Place.SELF, Place.DRILL)
BOX_PLACES = (Place.ASK, Place.LONG)


class Answering:
    """What the learner has done with the card on the screen, and what may come next.

    Nothing is saved before `rate`; all else can be taken back by asking again.
    """

    def __init__(self, session: Session, asked: Asked, now_ms: int) -> None:
        """Begin with a card.

        Args:
            session: The sitting it belongs to.
            asked: The card.
            now_ms: The stopwatch.
        """
        self._session = session
        self.asked = asked
        self.place = first_place(asked)
        self.time = AnswerTime(now_ms)
        self.hints: list[Hint] = []
        self.slip = ""
        """The message that says why nothing was graded yet."""
        self.judged: Judged | None = None
        self.chosen = Quality.BLANK
        """The quality that Enter would save."""
        self.choice = 0
        self.struck: list[int] = []
        """Choices that were struck out as wrong."""
        self._held_back = False
        self._as_graded: Judged | None = None
        self._before = self.place

    @property
    def hints_used(self) -> int:
        """How many hints were opened, struck choices among them."""
        return len(self.hints) + len(self.struck)

    @property
    def is_judged(self) -> bool:
        """Whether the verdict is on the screen."""
        return self.judged is not None

    @property
    def counts_as_right(self) -> bool:
        """Whether there is nothing to overrule in the learner's favour."""
        judged = self.judged
        if judged is None or judged.grading is None or not judged.typed:
            return True
        if judged.overruled:
            return judged.overruled in ("learn", "once")
        return judged.grading.verdict is Verdict.CORRECT

    @property
    def counts_as_wrong(self) -> bool:
        """Whether there is nothing to overrule against the learner."""
        judged = self.judged
        if judged is None or judged.grading is None:
            return True
        if judged.overruled:
            return judged.overruled == "wrong"
        return judged.grading.verdict is Verdict.WRONG

    def check(self, typed: str, now_ms: int) -> None:
        """Grade the answer, or hold it back once if it is only a slip of the hand."""
        answer_ms = self.time.total_ms(now_ms)
        if self.asked.card.answer_type == AnswerType.LONG and typed:
            revealed = self._session.reveal(answer_ms=answer_ms, hints=self.hints_used)
            self._judge(revealed._replace(typed=typed), Place.SELF)
            return
        judged = self._session.judge(
            typed, think_ms=self.time.think_ms, answer_ms=answer_ms, hints=self.hints_used
        )
        slip = self._slip(judged, now_ms)
        if slip and not self._held_back:
            self.slip = slip
            self._held_back = True
            return
        self._judge(judged, Place.JUDGED)

    def _slip(self, judged: Judged, now_ms: int) -> str:
        """Return the message for an answer that was hardly meant so; empty if it was."""
        if judged.grading is None or not judged.typed.strip():
            return ""
        if judged.grading.slip is not None:
            return f"study.slip_{judged.grading.slip}"
        first_key_ms = self.time.first_key_ms
        hasty = first_key_ms is not None and now_ms - first_key_ms < HASTY_MS
        wrong = judged.grading.verdict is Verdict.WRONG
        return "study.slip_hasty" if hasty and wrong else ""

    def reveal(self, now_ms: int) -> None:
        """Show the answer; the learner grades alone."""
        answer_ms = self.time.total_ms(now_ms)
        self._judge(self._session.reveal(answer_ms=answer_ms, hints=self.hints_used), Place.SELF)

    def pick(self, place: int, now_ms: int) -> None:
        """Answer with one of the choices, counted from 0."""
        if place < len(self.asked.choices) and place not in self.struck:
            self.choice = place
            self.time.note_key(now_ms, writes=True)
            self.check(self.asked.choices[place], now_ms)

    def move_choice(self, step: int) -> None:
        """Go to the next choice that is not struck out."""
        left = [at for at in range(len(self.asked.choices)) if at not in self.struck]
        self.choice = left[(left.index(self.choice) + step) % len(left)]

    def type_instead(self) -> None:
        """Write the answer instead of choosing it."""
        self.place = Place.ASK

    def hint(self) -> bool:
        """Open the next hint, or strike out a wrong choice; False when there are no more."""
        if self.place is Place.CHOICE:
            return self._strike()
        found = self._session.hint(len(self.hints) + 1)
        if found is not None:
            self.hints.append(found)
        return found is not None

    def _strike(self) -> bool:
        wrong = [
            at
            for at, choice in enumerate(self.asked.choices)
            if choice != self.asked.card.answer and at not in self.struck
        ]
        if len(wrong) < 2:
            return False
        self.struck.append(wrong[-1])
        if self.choice in self.struck:
            self.move_choice_to_first()
        return True

    def move_choice_to_first(self) -> None:
        """Go to the first choice that is not struck out."""
        self.choice = next(at for at in range(len(self.asked.choices)) if at not in self.struck)

    def overrule(self, how: "RightHow") -> None:
        """Say that the answer was right."""
        if self.judged is not None:
            self._overruled(self._session.right(self.judged, how))

    def say_wrong(self) -> None:
        """Say that the answer was wrong."""
        if self.judged is not None:
            self._overruled(self._session.wrong(self.judged))

    def _overruled(self, judged: Judged) -> None:
        self._as_graded = self._as_graded or self.judged
        self.judged = judged
        self.chosen = judged.proposed
        self.place = self._judged_place(Place.JUDGED)

    def take_back_overruling(self) -> bool:
        """Return to the grader's verdict; False when it was not overruled."""
        if self._as_graded is None:
            return False
        self.judged, self._as_graded = self._as_graded, None
        self.chosen = self.judged.proposed
        return True

    def step_aside(self, place: Place) -> None:
        """Await a command or an answer to a question; `come_back` returns."""
        if self.place is not place:
            self._before = self.place
            self.place = place

    def come_back(self) -> None:
        """Return to where `step_aside` left, past the place for commands."""
        self.place = first_place(self.asked) if self._before is Place.COMMANDS else self._before

    def _judge(self, judged: Judged, place: Place) -> None:
        self.slip = ""
        self.judged = judged
        self.chosen = judged.proposed
        self.place = self._judged_place(place)

    def _judged_place(self, place: Place) -> Place:
        return Place.DRILL if self.asked.kind is AskKind.DRILL else place


def first_place(asked: Asked) -> Place:
    """Return how a card is answered."""
    if asked.choices:
        return Place.CHOICE
    return Place.LONG if asked.card.answer_type == AnswerType.LONG else Place.ASK

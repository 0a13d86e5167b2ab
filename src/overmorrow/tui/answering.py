"""One card being answered: from the question to the rating, without any drawing."""

from typing import TYPE_CHECKING

from overmorrow.cards.card import Card
from overmorrow.cards.hints import Hint
from overmorrow.cards.note import AnswerType
from overmorrow.cards.quality import Quality
from overmorrow.cards.verdict import Verdict
from overmorrow.jobs.asked import Asked, AskKind, Judged
from overmorrow.tui.pace import HASTY_MS, AnswerTime
from overmorrow.tui.places import Place
from overmorrow.tui.session import Session

if TYPE_CHECKING:
    from overmorrow.grading.points import Point
    from overmorrow.jobs.beside import Beside
    from overmorrow.jobs.judging import RightHow

JUDGED_PLACES = (Place.JUDGED, Place.SAID_WRONG, Place.SELF, Place.POINTS, Place.DRILL)
BOX_PLACES = (Place.ASK, Place.LONG, Place.RETYPE)
BOXLESS_PLACES = (Place.CHOICE, Place.THINK)
"""Where a card is answered without a box."""


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
        self.points: list[Point] = []
        """The points of a long answer, as far as they were written."""
        self.point = 0
        self._most = Quality.EASY
        """The highest quality that is proposed, hints being counted."""
        self.beside: Beside | None = None
        """The card's last answers and what belongs to it, once they were read."""
        self.lapses = 0
        """How often the card was forgotten, when it is time to ask about it."""
        self.has_looked = False
        """Whether the source was looked at before the answer was judged."""
        self._held_back = False
        self._as_graded: Judged | None = None
        self._before = self.place

    @property
    def hints_used(self) -> int:
        """How many hints were opened; struck choices and a look at the source are hints too."""
        return len(self.hints) + len(self.struck) + self.has_looked

    @property
    def next_hint(self) -> int:
        """The number of the hint that is not open yet; 0 when there are no more."""
        number = len(self.hints) + 1
        return number if self._session.hint(number) is not None else 0

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
            self._find_points(typed)
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

    def _find_points(self, typed: str) -> None:
        """Propose which points of a long answer were written down."""
        if not self.asked.card.items or self.asked.kind is AskKind.DRILL:
            return
        from overmorrow.grading.points import points_said  # only long answers need it

        self._most = self.chosen
        self.points = list(points_said(typed, [item.text for item in self.asked.card.items]))
        self.point = 0
        self.place = Place.POINTS
        self._weigh_points()
        if self.judged is not None:
            self.judged = self.judged._replace(graded=self.chosen)

    def _weigh_points(self) -> None:
        """Propose a quality by the share of the points: all 4, more than half 3, else 2."""
        said, total = sum(point.said for point in self.points), len(self.points)
        share = Quality.GOOD if said == total else Quality.HARD
        quality = share if 2 * said > total else Quality.NEARLY
        if self.judged is not None:
            proposed = min(quality, self._most)
            self.judged = self.judged._replace(proposed=proposed)
            self.chosen = proposed

    def move_point(self, step: int) -> None:
        """Go to another point."""
        self.point = max(0, min(len(self.points) - 1, self.point + step))

    def toggle_point(self) -> None:
        """Say that the chosen point was written, or that it was not."""
        point = self.points[self.point]
        self.points[self.point] = point._replace(said=not point.said)
        self._weigh_points()

    def _slip(self, judged: Judged, now_ms: int) -> str:
        """Return the message for an answer that was hardly meant so; empty if it was."""
        is_picked = self.place is Place.CHOICE
        if is_picked or judged.grading is None or not judged.typed.strip():
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

    def go_to_choice(self, place: int) -> None:
        """Go to a choice, unless it is struck out."""
        if place not in self.struck:
            self.choice = place

    def type_instead(self) -> None:
        """Write the answer instead of choosing it, or of grading alone what was seen."""
        self.has_looked = self.has_looked or self.is_judged
        self.judged = None
        self.points = []
        is_long = self.asked.card.answer_type == AnswerType.LONG
        self.place = Place.LONG if is_long else Place.ASK

    @property
    def _can_refuse(self) -> bool:
        """Whether a note can say that the answer never counts."""
        judged, asked = self.judged, self.asked
        if judged is None or judged.overruled != "wrong" or judged.refused or asked.choices:
            return False
        is_answer = judged.typed.strip() == asked.card.answer
        has_text = bool(judged.typed) and not is_answer
        return has_text and not asked.card.items and asked.card.gap is None

    @property
    def overrulings(self) -> tuple[str, ...]:
        """The commands that overrule the verdict as it is."""
        live = {
            "say_right": not self.counts_as_right,
            "say_wrong": not self.counts_as_wrong,
            "refuse": self.place is Place.SAID_WRONG,
        }
        return tuple(name for name, is_live in live.items() if is_live)

    def refuse(self) -> None:
        """Say that the answer never counts for this card."""
        if self.judged is not None:
            self._overruled(self._session.refuse(self.judged))

    @property
    def can_retype(self) -> bool:
        """Whether the answer can be typed once more."""
        return self.is_judged and self.asked.card.answer_type != AnswerType.LONG

    def has_retyped(self, typed: str) -> bool:
        """Return whether the answer was typed, and if so go back to the verdict."""
        grading = self._session.judge(typed).grading
        is_right = grading is not None and grading.verdict is Verdict.CORRECT
        if is_right:
            self.come_back()
        return is_right

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
        self.place = self._judged_place(Place.SAID_WRONG if self._can_refuse else Place.JUDGED)

    def take_back_overruling(self) -> bool:
        """Return to the grader's verdict; False when it was not overruled."""
        if self._as_graded is None:
            return False
        self.judged, self._as_graded = self._as_graded, None
        self.place = self._judged_place(Place.JUDGED)
        self.chosen = self.judged.proposed
        return True

    def take_over(self, asked: Asked) -> bool:
        """Take the card as it is after an edit; what was answered is graded anew.

        Returns:
            Whether the verdict is another now.
        """
        was, self.asked = self.asked, asked
        judged = self.judged
        if judged is None:
            if asked.choices != was.choices or first_place(asked) is not first_place(was):
                self.choice, self.struck = 0, []
                self.place = self._before = first_place(asked)
            return False
        if judged.grading is None or asked.card == was.card:
            return False
        again = self._session.judge(
            judged.typed,
            think_ms=judged.think_ms,
            answer_ms=judged.answer_ms,
            hints=judged.hints,
        )
        self._as_graded = None
        self._judge(again, Place.JUDGED)
        return again.grading != judged.grading

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


def answers_of(card: Card) -> tuple[str, ...]:
    """Return everything that would give a card's answer away."""
    return (card.answer, *card.aliases, *(item.text for item in card.items))


def first_place(asked: Asked) -> Place:
    """Return how a card is answered."""
    if asked.choices:
        return Place.CHOICE
    if asked.is_thought:
        return Place.THINK
    return Place.LONG if asked.card.answer_type == AnswerType.LONG else Place.ASK

"""What a study session shows and takes: the values between the job and its faces."""

from enum import StrEnum
from typing import TYPE_CHECKING, Literal, NamedTuple

from overmorrow.cards.card import Card
from overmorrow.cards.quality import Quality
from overmorrow.grading.grading import Grading
from overmorrow.scheduling.event import EventKind
from overmorrow.scheduling.sm2 import Outlook
from overmorrow.scheduling.state import CardState

if TYPE_CHECKING:
    from overmorrow.jobs.taken_back import TakenBack


class AskKind(StrEnum):
    """Why a card is asked now."""

    NEW = "new"
    REVIEW = "review"
    DRILL = "drill"
    AHEAD = "ahead"
    """Before it is due: right changes nothing, wrong comes back tomorrow."""
    CRAM = "cram"
    """Only practice: no effect on the schedule whatever the answer."""


class Mode(StrEnum):
    """Which cards a session asks."""

    DUE = "due"
    AHEAD = "ahead"
    CRAM = "cram"


class Limits(NamedTuple):
    """How much a session asks; None leaves it to the settings."""

    cards: int | None = None
    new: int | None = None
    minutes: int | None = None
    """For how long new questions are asked."""
    mode: Mode = Mode.DUE
    only: tuple[int, ...] = ()
    """Cards to practise and no others; their schedules stay."""
    seed: int | None = None
    """Shuffles the cards to practise; None asks them in the order of their decks."""
    search: str = ""
    """Only cards that it finds, of all decks."""

    @property
    def is_picked(self) -> bool:
        """Whether these cards are chosen for one sitting, not what a day holds."""
        return bool(self.only) or self.seed is not None or self.new is not None


class Asked(NamedTuple):
    """The card on the screen, before and while it is answered."""

    card_id: int
    card: Card
    deck: str
    """The deck's full name, levels joined by `::`."""
    kind: AskKind
    state: CardState
    choices: tuple[str, ...] = ()
    """A choice card's answers in the order to show; the order differs at each showing."""
    wrong_today: int = 0
    """How often it scored below 4 today, in a drill."""
    is_thought: bool = False
    """Whether the answer is only thought of, then looked at."""


class Judged(NamedTuple):
    """An answer and what we make of it; nothing is saved until it is rated."""

    typed: str
    grading: Grading | None
    """None when the learner looked at the answer and grades alone."""
    proposed: Quality
    outlook: tuple[Outlook, ...]
    """What each quality 0-5 would bring."""
    graded: Quality
    """What was proposed before the learner overruled it."""
    think_ms: int | None
    """Time to the first key, in milliseconds; None when it says nothing."""
    answer_ms: int
    hints: int = 0
    learned: str = ""
    """The typed answer, when it shall count from now on."""
    refused: str = ""
    """The typed answer, when it shall not count from now on."""
    overruled: Literal["", "learn", "once", "typo", "wrong"] = ""
    """How the learner overruled the verdict."""


class Progress(NamedTuple):
    """Where the session stands; `done + new + review + drill == planned`."""

    new: int
    review: int
    drill: int
    done: int
    """Cards finished today: answered, and drilled where that was needed."""

    @property
    def planned(self) -> int:
        """Everything for today, done or not."""
        return self.done + self.new + self.review + self.drill


class Returned(NamedTuple):
    """What an undo (or a redo) took back."""

    kind: EventKind | None
    """None for an edit of a note."""
    typed: str
    """The answer as it was typed, to be put into the box again."""
    taken: "TakenBack"
    """The step, so that it can be said."""


class HardCard(NamedTuple):
    """A card of today that went badly."""

    prompt: str
    showings: int
    due_in_days: int


class Confusion(NamedTuple):
    """A wrong answer to a card, and the card whose answer it is, if there is one."""

    card_id: int
    prompt: str
    answer: str
    typed: str
    times: int
    """How often it was typed for this card, ever."""
    other_card_id: int | None = None
    other_prompt: str = ""


class Summary(NamedTuple):
    """A day's studying in figures."""

    answers: int
    cards: int
    seconds: int
    right_first: int
    asked_first: int
    drills: int
    drilled_cards: int
    hardest: tuple[HardCard, ...]
    confusions: tuple[Confusion, ...]
    """What was wrongly typed today, pairs of cards before others."""
    due_tomorrow: int
    due_overmorrow: int
    weak_cards: tuple[int, ...] = ()
    """The cards that scored too low, the lowest first."""
    left: int = 0
    """How many cards today still asks, as after a sitting of a few cards only."""

"""What a search asks for, as a tree."""

from dataclasses import dataclass
from enum import StrEnum

from overmorrow.search.pattern import Pattern


class Field(StrEnum):
    """Where words are looked for; the value is the key before the colon."""

    ANY = ""
    """Everything written in the note: prompt, answer, other answers, hint, remark."""
    PROMPT = "front"
    ANSWER = "back"
    ALIAS = "alias"
    SOURCE = "source"
    FILE = "file"
    TYPED = "typed"
    """In what the learner once typed."""
    CONFUSED = "confused"
    """In a wrong answer of the learner's."""


class State(StrEnum):
    """Where a card stands: what follows `is:`."""

    DUE = "due"
    """To be asked today, or overdue; not suspended nor buried."""
    NEW = "new"
    LEARN = "learn"
    """Recalled less than twice in a row so far."""
    REVIEW = "review"
    """Recalled at least twice in a row."""
    SUSPENDED = "suspended"
    BURIED = "buried"
    LEECH = "leech"
    MARKED = "marked"
    DUPE = "dupe"
    """Another note has the same prompt."""


class Measure(StrEnum):
    """A figure of a card: what follows `prop:`."""

    INTERVAL = "ivl"
    """Days."""
    DUE = "due"
    """Days from today; negative when overdue."""
    REPETITIONS = "reps"
    """Right answers in a row."""
    LAPSES = "lapses"
    EASE = "ease"


class Since(StrEnum):
    """What happened in the last days."""

    ADDED = "added"
    EDITED = "edited"
    RATED = "rated"
    INTRODUCED = "introduced"
    """Answered for the first time."""


@dataclass(frozen=True, slots=True)
class Words:
    """A text that has to stand somewhere."""

    pattern: Pattern
    field: Field = Field.ANY
    without_marks: bool = False
    """Whether é counts as e."""


@dataclass(frozen=True, slots=True)
class Regex:
    """A regular expression that has to match somewhere in the note, case aside."""

    source: str


@dataclass(frozen=True, slots=True)
class InDeck:
    """A deck and what is below it."""

    pattern: Pattern


@dataclass(frozen=True, slots=True)
class Tagged:
    """A tag, or one below it."""

    pattern: Pattern


@dataclass(frozen=True, slots=True)
class Is:
    """Where the card stands."""

    state: State


@dataclass(frozen=True, slots=True)
class Prop:
    """A comparison with a figure of the card; ease in hundredths."""

    measure: Measure
    sign: str
    """One of `<`, `>`, `<=`, `>=`, `=`, `!=`."""
    value: int


@dataclass(frozen=True, slots=True)
class Flagged:
    """The card's flag, 0 for none."""

    number: int


@dataclass(frozen=True, slots=True)
class Within:
    """Something that happened in the last days, 1 being today."""

    what: Since
    days: int
    quality: int | None = None
    """Of the answer, 0-5."""


@dataclass(frozen=True, slots=True)
class RatedOn:
    """An answer on one study day."""

    day: int


@dataclass(frozen=True, slots=True)
class Due:
    """A due day, counted from today; today stands for all that is overdue too."""

    days: int


@dataclass(frozen=True, slots=True)
class OfKind:
    """The note's kind of answer, or `cloze`."""

    kind: str


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict that some answer to the card got."""

    verdict: str
    """A `Verdict`'s value."""


@dataclass(frozen=True, slots=True)
class InDrill:
    """Still to be drilled today."""


@dataclass(frozen=True, slots=True)
class NoAlias:
    """Nothing but the answer counts."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Where in its source the note stands."""

    number: int


@dataclass(frozen=True, slots=True)
class Numbered:
    """Cards, or the cards of notes, by their numbers."""

    are_notes: bool
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SamePrompt:
    """Notes with this prompt, but for case, spaces and idle punctuation."""

    text: str


Term = (
    Words | Regex | InDeck | Tagged | Is | Prop | Flagged | Within | RatedOn | Due | OfKind
    | Judged | InDrill | NoAlias | Paragraph | Numbered | SamePrompt
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class All:
    """All of the parts; every card where there are none."""

    parts: tuple["Query", ...]


@dataclass(frozen=True, slots=True)
class Either:
    """At least one of the parts."""

    parts: tuple["Query", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """What the part does not find."""

    part: "Query"


Query = All | Either | Not | Term

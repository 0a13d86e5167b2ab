"""A proposal: a card that an article could become, with the sentence it is from."""

from enum import StrEnum
from typing import NamedTuple

from overmorrow.cards.note import AnswerType

BLANK = "____"
"""Stands in a prompt for the answer, where the prompt is the sentence with a gap."""


class Kind(StrEnum):
    """What kind of fact an answer is; the value is what `generate --jsonl` prints."""

    NAME = "name"
    NUMBER = "number"
    DATE = "date"
    LIST = "list"
    DEFINITION = "definition"
    CAUSE = "cause"
    QUOTE = "quote"
    PLACE = "place"


class Doubt(StrEnum):
    """Why a learner should look at a proposal twice."""

    NO_SUBJECT = "no_subject"
    """Its sentence does not say of whom or what it speaks."""
    LONG_ANSWER = "long_answer"
    RELATIVE_DAY = "relative_day"
    """A word such as "yesterday" was read by the article's date."""
    CARRIED = "carried"
    """What it is about was taken from a sentence before."""
    LOOSE_GAP = "loose_gap"
    """A gap that another word of the article could fill too."""


class Proposal(NamedTuple):
    """A card and where it stands in the article; offsets are of its text's characters."""

    prompt: str
    """A question, or the sentence with `BLANK` for the answer."""
    answer: str
    kind: Kind
    start: int
    end: int
    """Where its sentence begins and ends."""
    answer_start: int
    answer_end: int
    sentence: str
    """Exactly what stands there."""
    score: float
    """0-1; the higher of two is worth more."""
    aliases: tuple[str, ...] = ()
    """Other answers that count in full; at most three."""
    answer_type: AnswerType = AnswerType.TEXT
    items: tuple[str, ...] = ()
    """A list's items."""
    doubts: tuple[Doubt, ...] = ()
    other_prompts: tuple[str, ...] = ()
    """The same fact asked in other forms."""
    maker: str = "rules"

    @property
    def is_cloze(self) -> bool:
        """Whether the prompt is a text with a gap."""
        return BLANK in self.prompt

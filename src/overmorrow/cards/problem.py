"""What reading a deck gave: the notes that could be read, and everything that was wrong."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from overmorrow.cards.deck import Deck
from overmorrow.cards.past import Past


class Harm(Enum):
    """How much of the file a problem costs."""

    NOTICE = "notice"
    """Nothing is lost, but the learner should know."""
    CARD = "card"
    """This card is left out, the others can be taken."""
    FILE = "file"
    """Nothing of the file may be taken until it is mended."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that is wrong with a deck file, where, and what it costs."""

    line: int
    """Counted from 1."""
    key: str
    """The message that says it, in `overmorrow.locale.deck`."""
    harm: Harm = Harm.CARD
    values: Mapping[str, object] = field(default_factory=dict)
    """What the message's slots name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedDeck:
    """A deck as read, with all problems in the order of their lines."""

    deck: Deck
    problems: tuple[Problem, ...] = ()
    lines: Sequence[int] = ()
    """The line each of the deck's notes begins on."""
    left_out: int = 0
    """How many cards or lines could not be read."""
    has_ids: bool = True
    """Whether any of its notes may bear an id; else nobody need look."""
    pasts: Mapping[int, tuple[Past, ...]] = field(default_factory=dict)
    """Where cards stand in the program the file is from, by the place of their note."""

    @property
    def refused(self) -> bool:
        """Whether nothing of the file may be taken."""
        return any(problem.harm is Harm.FILE for problem in self.problems)

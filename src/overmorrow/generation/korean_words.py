"""Korean words as the rules see them: a stem, what hangs on it, and what it does."""

from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple, Protocol


class Role(Enum):
    """What a word does in its sentence."""

    NOUN = "noun"
    ADNOMINAL = "adnominal"
    """Says more of the noun behind it: 큰, 시작한, 그."""
    LINK = "link"
    """A verb whose clause goes on: 시작했고."""
    FINAL = "final"
    """A verb that ends the sentence: 시작했다."""
    ADVERB = "adverb"
    OTHER = "other"


class Word(NamedTuple):
    """What stands between two spaces, without marks around it; offsets are the sentence's."""

    start: int
    end: int
    role: Role
    stem_end: int
    """Where a noun's particle or the verb "to be" begins; the end where there is none."""
    particle: str = ""
    is_copula: bool = False
    """Whether it is a noun that "to be" hangs on: 서비스다."""
    is_name: bool = False
    is_weak: bool = False
    """A pronoun or bound noun (그, 것, 때), which is never an answer by itself."""
    is_verbal: bool = False
    """A noun that was made from a verb on the spot: 하기."""
    is_adjective: bool = False
    """A verb that describes: 높다; only a tagger that knows tells."""
    joins: bool = False
    """Whether its particle joins it to the next word as one of several: 금융과 유통."""
    comma: bool = False
    """Whether a comma follows."""
    open_marks: str = ""
    """Quotation marks and brackets right before it."""
    close_marks: str = ""
    """Those right behind it."""


class Tagger(Protocol):
    """Tells what the words of sentences do; rules go by what it says."""

    def words(self, sentences: Sequence[str]) -> list[tuple[Word, ...]]:
        """Return the words of each sentence."""
        ...

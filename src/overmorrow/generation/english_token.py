"""What is known of an English sentence's words, whoever found it out."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, Protocol


class Token(NamedTuple):
    """A word or mark; offsets are of its sentence's characters."""

    text: str
    start: int
    end: int
    pos: str
    """Its part of speech, in the words of Universal Dependencies, such as `NOUN`."""
    tag: str = ""
    """A finer one, in the words of the Penn Treebank, such as `VBD`."""
    lemma: str = ""
    head: int = -1
    """The place of the word that it hangs on, itself for a root; -1 where nobody parsed."""
    dep: str = ""
    """How it hangs on it, such as `nsubj`; empty where nobody parsed."""
    entity: str = ""
    """What kind of name it is part of, such as `PERSON`; empty for none."""
    begins_entity: bool = False

    @property
    def is_noun(self) -> bool:
        """Whether it names something."""
        return self.pos in ("NOUN", "PROPN")


class Tagger(Protocol):
    """Finds out what the words of sentences are."""

    def read(self, sentences: Iterable[str]) -> Iterator[Sequence[Token]]:
        """Yield each sentence's words, in its order."""
        ...

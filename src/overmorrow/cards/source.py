"""An article that cards were made from, and the place of a note in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple


class Source(NamedTuple):
    """An article as it is kept."""

    title: str
    author: str
    day: int
    """Of the calendar, as `date.toordinal()`; 0 for unknown."""
    lang: str
    name: str
    """The deck that was first made of it."""
    text: str


class Span(NamedTuple):
    """Where in an article a note stands; offsets count the characters of its text."""

    proposal: str
    """Which proposal of the article it was."""
    paragraph: int
    """Its number as a deck file's `from:` counts it."""
    paragraph_start: int
    paragraph_end: int
    sentence_start: int
    sentence_end: int
    answer_start: int
    answer_end: int

    def fits(self, text: str) -> bool:
        """Whether it can be a place of a text."""
        paragraph = 0 <= self.paragraph_start < self.paragraph_end <= len(text)
        sentence = self.paragraph_start <= self.sentence_start < self.sentence_end
        answer = self.sentence_start <= self.answer_start < self.answer_end <= self.sentence_end
        return paragraph and sentence and answer and self.sentence_end <= self.paragraph_end


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptSource:
    """An article with what became of its proposals."""

    source: Source
    spans: Mapping[str, Span] = field(default_factory=dict)
    """The places of notes, by their uids."""
    dropped: tuple[str, ...] = ()
    """The proposals that the learner did not want."""

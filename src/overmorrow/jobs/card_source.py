"""Finds the place in an article that a card was made from."""

from datetime import date
from typing import NamedTuple

from overmorrow.store.database import Database
from overmorrow.store.sources import place_of_card


class CardSource(NamedTuple):
    """Where a card comes from."""

    title: str
    author: str
    day: date | None
    paragraph: int
    """The paragraph's number as the deck's `from:` line counts it."""
    paragraph_text: str
    sentence: tuple[int, int]
    """Where the sentence begins and ends in the paragraph's text."""
    answer: tuple[int, int]
    """Where the answer begins and ends in the paragraph's text."""

    @property
    def sentence_text(self) -> str:
        """What the sentence says, exactly as it stands there."""
        return self.paragraph_text[slice(*self.sentence)]


def source_of(database: Database, card_id: int) -> CardSource | None:
    """Return where a card comes from; None where no article of its note is kept."""
    place = place_of_card(database, card_id)
    if place is None:
        return None
    return CardSource(
        title=place.title,
        author=place.author,
        day=date.fromordinal(place.day) if place.day else None,
        paragraph=place.paragraph,
        paragraph_text=place.paragraph_text,
        sentence=(place.sentence_start, place.sentence_end),
        answer=(place.answer_start, place.answer_end),
    )

"""A deck: a named set of notes and what they have in common."""

from collections.abc import Sequence
from dataclasses import dataclass

from overmorrow.cards.note import Note
from overmorrow.cards.text import clean

_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Deck:
    """What one deck file holds."""

    name: str
    """Levels are joined by `::`, as in `중국 IT::알리바바 2015`."""
    title: str = ""
    lang: str = ""
    """The language its answers are in: `ko`, `en`, …; empty means unknown."""
    source: str = ""
    """What its notes were taken from, such as an article's author, title and day."""
    tags: tuple[str, ...] = ()
    """Tags that each of its notes has."""
    both: bool = False
    """Whether plain notes also make a reversed card, unless they say otherwise."""
    notes: Sequence[Note] = ()

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise ValueError("a deck needs a name")


def name_as_written(text: str) -> str:
    """Return the deck name that somebody wrote, clean and on one line; empty if there is none.

    Levels that have no name are left out, and so is what goes on for ever.
    """
    line = " ".join(clean(text).split())[:_LONGEST_NAME]
    return "::".join(filter(None, (level.strip() for level in line.split("::"))))

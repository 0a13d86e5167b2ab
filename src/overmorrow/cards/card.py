"""A card: one prompt made from a note, and the answers that count as recalled."""

from typing import NamedTuple

from overmorrow.cards.list_item import ListItem


class Card(NamedTuple):
    """What is shown and what counts; everything grading and the faces need."""

    key: str
    """Which card of its note: `q`, `r` (reversed), `c1`, `c2`, … (gap groups)."""
    prompt: str
    """Shown as it is. A cloze card's own gap is `[ 1 ]`, its siblings' `[ ··· ]`."""
    answer: str
    aliases: tuple[str, ...] = ()
    """Other answers that count in full."""
    answer_type: str = ""
    """A hint for grading: a value of `AnswerType`; empty means find out."""
    lang: str = ""
    """The answer's language: `ko`, `en`, …; empty means find out."""
    items: tuple[ListItem, ...] = ()
    """A list's items, in the deck's order."""
    wrong_choices: tuple[str, ...] = ()
    """What stands beside the answer on a choice card; not empty only there."""
    refused: tuple[str, ...] = ()
    """Answers that do not count, however near they are."""
    hint: str = ""
    remark: str = ""
    source: str = ""
    """Where the answer is from, for people: "광파리, … (2015-12-08), p6"."""
    case_sensitive: bool = False
    is_reversed: bool = False
    gap: tuple[int, int] | None = None
    """On a cloze card: which gap of how many, counted from 1."""

"""A note: what a learner (or a deck's author) wrote down; cards are made from it."""

from enum import StrEnum
from typing import NamedTuple

from overmorrow.cards.face import Face
from overmorrow.cards.list_item import ListItem
from overmorrow.cards.origin import Origin


class AnswerType(StrEnum):
    """What kind of answer a note has; the value is what a deck file's `type:` says."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    LIST = "list"
    ORDERED_LIST = "ordered_list"
    CHOICE = "choice"
    CODE = "code"
    FORMULA = "formula"
    LONG = "long"
    """Graded by the learner, not by us."""

    @property
    def is_list(self) -> bool:
        """Whether the answer is several items."""
        return self in (AnswerType.LIST, AnswerType.ORDERED_LIST)


class Note(NamedTuple):
    """What was written down once, under one identity.

    A note with a `prompt` and an `answer` makes one card, or two with `both`.
    A note whose prompt holds gaps (`{{…}}`) and whose `answer` is empty makes
    one card a gap. A note with `faces` makes those cards: another program's
    note type says how they come from its `fields`. A prompt is never empty; an
    answer is only in a note with gaps.

    A tuple, because imports make a million of them.
    """

    prompt: str
    answer: str = ""
    """A list's answer is its items joined by ", "."""
    is_cloze: bool = False
    answer_type: AnswerType = AnswerType.TEXT
    aliases: tuple[str, ...] = ()
    items: tuple[ListItem, ...] = ()
    wrong_choices: tuple[str, ...] = ()
    both: bool = False
    """Whether a second card asks for the prompt when the answer is shown."""
    hint: str = ""
    remark: str = ""
    """The `note:` line: context shown after the answer."""
    source: str = ""
    """The `from:` line: where in the deck's source this stands, such as `p6`."""
    section: str = ""
    """The heading the note stands under; also one of its tags."""
    tags: tuple[str, ...] = ()
    case_sensitive: bool = False
    suspended: bool = False
    file_id: str = ""
    """The optional `^id` in the deck file, without the caret; the guid of a note of Anki's."""
    faces: tuple[Face, ...] = ()
    note_type: str = ""
    """The uid of the `NoteType` its faces come from; empty for our own notes."""
    fields: tuple[str, ...] = ()
    """Its fields as the other program keeps them, HTML and all, in the note type's order."""
    origin: Origin | None = None

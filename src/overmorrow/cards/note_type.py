"""A note type: how another program makes cards from a note's fields."""

from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import NamedTuple


class Template(NamedTuple):
    """One kind of card: its two sides in HTML, fields in double braces."""

    name: str
    question: str
    answer: str


@dataclass(frozen=True, kw_only=True)
class NoteType:
    """The names of a note's fields, and the templates its cards are made with."""

    name: str
    is_cloze: bool
    """Whether each gap number makes a card, instead of each template."""
    fields: tuple[str, ...]
    templates: tuple[Template, ...]
    css: str = ""
    kept: str = ""
    """The whole note type as JSON of Anki's schema 11, for the way back."""

    @cached_property
    def uid(self) -> str:
        """Equal for note types of equal content, on every machine."""
        parts = (self.name, str(self.is_cloze), *self.fields, "", self.css, self.kept)
        sides = (side for template in self.templates for side in template)
        return sha256("\x1f".join((*parts, *sides)).encode("utf-8", "replace")).hexdigest()[:32]

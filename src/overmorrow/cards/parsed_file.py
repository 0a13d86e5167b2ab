"""What reading a file gave: its decks, what came with them, and how it was understood."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from overmorrow.cards.media import MediaFile
from overmorrow.cards.note_type import NoteType
from overmorrow.cards.problem import ParsedDeck, Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Detected:
    """How a file was understood; what says nothing about it is empty."""

    format: str
    """A key of `overmorrow.locale.formats`: `table`, `anki_package`, `markdown`, …"""
    encoding: str = ""
    encoding_guessed: bool = False
    separator: str = ""
    has_headings: bool | None = None
    columns: tuple[str, ...] = ()
    """What each column is taken for: `prompt`, `answer`, `tags`, …, or `extra`."""
    utc_offset_min: int = 0
    """Where the learner was whose reviews it holds, as far as it says."""
    has_schedules: bool = False
    """Whether somebody has learned with it in the program it is from."""
    is_part: bool = False
    """Whether the file only adds to its decks, so that what it lacks is not gone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedFile:
    """A whole file as read."""

    decks: tuple[ParsedDeck, ...]
    """The first bears the problems that are the file's."""
    detected: Detected
    note_types: tuple[NoteType, ...] = ()
    media: tuple[MediaFile, ...] = ()
    sha256: str = ""
    """Of its bytes, in hexadecimal, where it is a deck file that edits go back to."""
    kept: Mapping[str, str] = field(default_factory=dict)
    """What only the way back needs, as JSON by name.

    The names are `anki/collection`, `anki/deck/NAME` and `anki/options/ID`.
    """

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything that is wrong with it."""
        return tuple(problem for deck in self.decks for problem in deck.problems)

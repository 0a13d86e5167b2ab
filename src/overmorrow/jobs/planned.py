"""What importing files would do: note by note, deck by deck, file by file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from overmorrow.cards.deck import Deck
from overmorrow.cards.making import keys_of
from overmorrow.cards.note import Note
from overmorrow.cards.parsed_file import Detected, ParsedFile
from overmorrow.cards.past import Past
from overmorrow.cards.problem import Problem
from overmorrow.cards.source import KeptSource
from overmorrow.errors import FileError
from overmorrow.exchange.json_collection import OwnFile
from overmorrow.store.events import StoredEvent
from overmorrow.store.note_writing import PlannedNote
from overmorrow.store.notes import KnownFull


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedNote:
    """A known note whose text the file changes; its schedule stays."""

    uid: str
    position: int
    index: int
    """Its place in the file; in a file that only adds, the position stays."""
    before: Note
    after: Note


@dataclass(frozen=True, slots=True, kw_only=True)
class DoubtfulNote:
    """A note of the file that may be a known one under another text; the learner says."""

    uid: str
    position: int
    before: Note
    after: Note
    likeness: float
    """How alike the texts are, 0-100."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPlan:
    """What importing would do to one deck."""

    path: str
    deck: Deck
    """As read."""
    new: Sequence[PlannedNote]
    changed: tuple[ChangedNote, ...] = ()
    unchanged: tuple[PlannedNote, ...] = ()
    doubtful: tuple[DoubtfulNote, ...] = ()
    moved: int = 0
    """How many known notes stand at another place than before."""
    vanished: tuple[KnownFull, ...] = ()
    """Known notes that the file no longer has; they are set aside, their history is kept."""
    problems: tuple[Problem, ...] = ()
    refused: int = 0
    """How many cards of the file cannot be read."""
    pasts: Mapping[int, tuple[Past, ...]] = field(default_factory=dict)
    """Where cards stand in the program the file is from, by the place of their note."""
    with_pasts: bool = False
    """Whether that shall count here."""
    is_part: bool = False
    """Whether the file only adds to the deck."""
    lasting: bool = False
    """Whether "undo" shall pass the import over."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing would change."""
        texts = self.new or self.changed or self.doubtful or self.moved or self.vanished
        return not texts and not (self.with_pasts and self.pasts)

    def card_count(self) -> int:
        """Return how many cards the file's notes make."""
        return sum(len(keys_of(note)) for note in self.deck.notes)


@dataclass(frozen=True, slots=True, kw_only=True)
class FilePlan:
    """What importing one file would do."""

    path: str
    file: ParsedFile
    decks: tuple[ImportPlan, ...]
    with_events: bool = False
    """Whether what was learned with decks of ours that it holds shall count here."""

    @property
    def detected(self) -> Detected:
        """How the file was understood."""
        return self.file.detected

    @property
    def is_empty(self) -> bool:
        """Whether nothing would change."""
        return not self.events and all(deck.is_empty for deck in self.decks)

    @property
    def is_known(self) -> bool:
        """Whether no text in it is new or different."""
        return not any(each.new or each.changed or each.doubtful for each in self.decks)

    @property
    def limits(self) -> Mapping[str, str]:
        """The learner's own options of decks of ours, as JSON by the decks' names."""
        return self.file.options if isinstance(self.file, OwnFile) else {}

    @property
    def sources(self) -> tuple[KeptSource, ...]:
        """Articles that notes of decks of ours were made from."""
        return self.file.sources if isinstance(self.file, OwnFile) else ()

    @property
    def events(self) -> tuple[StoredEvent, ...]:
        """What was learned with decks of ours, as far as it counts."""
        if not self.with_events or not isinstance(self.file, OwnFile):
            return ()
        return tuple(map(StoredEvent._make, self.file.events))


class FileRefusedError(FileError):
    """A deck file with faults that must be mended first; they are its `problems`."""

    def __init__(self, path: str, problems: tuple[Problem, ...]) -> None:
        """Name the file and everything that is wrong with it."""
        super().__init__("importing.refused", path=path, count=len(problems))
        self.problems = problems

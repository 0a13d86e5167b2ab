"""What importing files would do: read whole, compared with what is known, nothing written."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import overload

from overmorrow.cards.deck import Deck
from overmorrow.cards.identity import KnownNote, Matching, match, moved
from overmorrow.cards.making import keys_of
from overmorrow.cards.note import Note
from overmorrow.cards.parsed_file import Detected, ParsedFile
from overmorrow.cards.past import Past
from overmorrow.cards.problem import ParsedDeck, Problem
from overmorrow.cards.uids import note_uid
from overmorrow.errors import FileError
from overmorrow.exchange.json_collection import OwnFile
from overmorrow.exchange.reading import Reading, read_file
from overmorrow.store.database import Database
from overmorrow.store.events import StoredEvent
from overmorrow.store.note_writing import PlannedNote
from overmorrow.store.notes import KnownFull, full_notes, notes_elsewhere

_OF_THE_LEARNER = frozenset(("leech", "marked"))
"""Tags that say how somebody else's learning went."""


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


def plan_file(
    database: Database,
    path: str,
    deck_name: str | None = None,
    reading: Reading | None = None,
    *,
    with_pasts: bool = False,
) -> FilePlan:
    """Read a file and compare each deck in it with what is known.

    Args:
        database: The collection; it is only read.
        path: The file; `-` is the standard input.
        deck_name: The deck to put everything in, whatever the file says.
        reading: What the learner says about the file, such as its encoding.
        with_pasts: Whether schedules and reviews of the program it is from count here.

    Raises:
        FileError: The file cannot be read, or nothing in it may be taken.
    """
    return plan_parsed(database, read_file(path, deck_name, reading), path, with_pasts=with_pasts)


def plan_parsed(
    database: Database, file: ParsedFile, path: str, *, with_pasts: bool = False
) -> FilePlan:
    """Compare each deck of a file as read with what is known.

    Raises:
        FileError: Nothing of the file may be taken.
    """
    if isinstance(file, OwnFile):
        decks = tuple(
            _plan_own(database, parsed, path, places)
            for parsed, places in zip(file.decks, file.places, strict=True)
        )
        return FilePlan(path=path, file=file, decks=decks, with_events=with_pasts)
    is_part = file.detected.is_part
    decks = tuple(
        plan_deck(database, parsed, path, is_part=is_part, with_pasts=with_pasts)
        for parsed in file.decks
    )
    return FilePlan(path=path, file=file, decks=decks)


def _plan_own(
    database: Database, parsed: ParsedDeck, path: str, places: Sequence[tuple[str, int]]
) -> ImportPlan:
    """Compare a deck of a file that we wrote, which says which note is which."""
    if parsed.refused:
        raise FileRefusedError(path, parsed.problems)
    known = {note.uid: note for note in full_notes(database, parsed.deck.name)}
    new: list[PlannedNote] = []
    changed: list[ChangedNote] = []
    unchanged: list[PlannedNote] = []
    for index, ((uid, position), note) in enumerate(zip(places, parsed.deck.notes, strict=True)):
        if uid not in known:
            new.append(PlannedNote(uid, position, note))
        elif known[uid].note == note:
            unchanged.append(PlannedNote(uid, position, note))
        else:
            before = known[uid].note
            changed.append(
                ChangedNote(uid=uid, position=position, index=index, before=before, after=note)
            )
    return ImportPlan(
        path=path,
        deck=parsed.deck,
        new=new,
        changed=tuple(changed),
        unchanged=tuple(unchanged),
        moved=sum(known[each.uid].position != each.position for each in unchanged),
        problems=parsed.problems,
        refused=parsed.left_out,
    )


def follow_moved(plans: Sequence[FilePlan]) -> list[FilePlan]:
    """Find notes that went from one deck to another of the files, which keep their schedules."""
    decks = [deck for plan in plans for deck in plan.decks]
    gone = [known for deck in decks for known in deck.vanished]
    if not gone or len(decks) < 2:
        return list(plans)
    came = [note for deck in decks for note in deck.new]
    pairs = moved([_last_seen(known) for known in gone], [each.note for each in came])
    uids = {came[index].uid: uid for uid, index in pairs}
    found = set(uids.values())

    def follow(deck: ImportPlan) -> ImportPlan:
        new = [each._replace(uid=uids.get(each.uid, each.uid)) for each in deck.new]
        left = tuple(known for known in deck.vanished if known.uid not in found)
        return replace(deck, new=new, vanished=left)

    return (
        [replace(plan, decks=tuple(map(follow, plan.decks))) for plan in plans]
        if uids
        else [*plans]
    )


def plan_deck(
    database: Database,
    parsed: ParsedDeck,
    path: str,
    *,
    is_part: bool = False,
    with_pasts: bool = False,
) -> ImportPlan:
    """Compare a deck as read with what is known of it.

    Args:
        database: The collection; it is only read.
        parsed: The deck.
        path: Its file.
        is_part: Whether the file only adds to the deck.
        with_pasts: Whether schedules and reviews of the program it is from count here.

    Raises:
        FileError: Nothing of the file may be taken.
    """
    if parsed.refused:
        raise FileRefusedError(path, parsed.problems)
    known = full_notes(database, parsed.deck.name)
    notes = parsed.deck.notes
    if parsed.has_ids and not with_pasts:
        notes = _without_learning(notes)
    matching = match([_last_seen(note) for note in known], notes)
    comparison = _Comparison(database, parsed, notes, known, matching)
    return comparison.plan(path, is_part=is_part, with_pasts=with_pasts)


def _without_learning(notes: Sequence[Note]) -> Sequence[Note]:
    """Return the notes without tags that say how somebody else's learning went."""
    if not any(note.note_type and not _OF_THE_LEARNER.isdisjoint(note.tags) for note in notes):
        return notes
    return [
        note._replace(tags=tuple(tag for tag in note.tags if tag not in _OF_THE_LEARNER))
        if note.note_type
        else note
        for note in notes
    ]


def _last_seen(known: KnownFull) -> KnownNote:
    return KnownNote(
        uid=known.uid,
        position=known.position,
        prompt=known.note.prompt,
        answer=known.note.answer,
        file_id=known.note.file_id,
    )


class FreshNotes(Sequence[PlannedNote]):
    """The notes of a deck nothing is known of, planned as they are asked for."""

    def __init__(
        self,
        deck_name: str,
        notes: Sequence[Note],
        pasts: Mapping[int, tuple[Past, ...]],
        foreign: Collection[str],
    ) -> None:
        """Plan notes that are all new.

        Args:
            deck_name: Their deck.
            notes: The notes.
            pasts: Where their cards stand elsewhere, as far as it counts.
            foreign: Ids that notes of other decks have already.
        """
        self._deck_name = deck_name
        self._notes = notes
        self._pasts = pasts
        self._foreign = foreign

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._notes)

    @overload
    def __getitem__(self, place: int) -> PlannedNote: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[PlannedNote]: ...
    def __getitem__(self, place: int | slice) -> PlannedNote | Sequence[PlannedNote]:
        """Return one, or some from the beginning on."""
        if isinstance(place, slice):
            return list(islice(self, *place.indices(len(self))))
        return next(islice(self, range(len(self))[place], None))

    def __iter__(self) -> Iterator[PlannedNote]:
        """Yield them in their order, each under its lasting id."""
        seen: Counter[str] = Counter()
        for index, note in enumerate(self._notes):
            uid = note.file_id
            if not uid or uid in self._foreign:
                uid = note_uid(self._deck_name, note.prompt, seen[note.prompt])
                seen[note.prompt] += 1
            yield PlannedNote(uid, index, note, self._pasts.get(index, ()))


class _Comparison:
    """A deck as read beside the same deck as known."""

    def __init__(
        self,
        database: Database,
        parsed: ParsedDeck,
        notes: Sequence[Note],
        known: Sequence[KnownFull],
        matching: Matching,
    ) -> None:
        self._database = database
        self._parsed = parsed
        self._notes = notes
        self._known = {note.uid: note for note in known}
        self._matching = matching

    def plan(self, path: str, *, is_part: bool, with_pasts: bool) -> ImportPlan:
        pasts = self._parsed.pasts if with_pasts else {}
        changed: list[ChangedNote] = []
        unchanged: list[PlannedNote] = []
        moved = 0
        for uid, index in self._matching.same:
            known, after = self._known[uid], self._newer(uid, index)
            place = known.position if is_part else index
            moved += place != known.position
            if _says_the_same(known.note, after):
                unchanged.append(PlannedNote(uid, place, after, pasts.get(index, ())))
            else:
                changed.append(
                    ChangedNote(
                        uid=uid, position=place, index=index, before=known.note, after=after
                    )
                )
        return ImportPlan(
            path=path,
            deck=self._parsed.deck,
            new=self._new(pasts),
            changed=tuple(changed),
            unchanged=tuple(unchanged),
            doubtful=self._doubtful(),
            moved=moved,
            vanished=() if is_part else self._vanished(),
            problems=self._parsed.problems,
            refused=self._parsed.left_out,
            pasts=self._parsed.pasts,
            with_pasts=with_pasts,
            is_part=is_part,
        )

    def _newer(self, uid: str, index: int) -> Note:
        """Return a known note as it shall be: of two from another program the newer one."""
        before, after = self._known[uid].note, self._notes[index]
        if before.origin and after.origin and after.origin.modified < before.origin.modified:
            return before
        return after

    def _doubtful(self) -> tuple[DoubtfulNote, ...]:
        return tuple(
            DoubtfulNote(
                uid=doubt.uid,
                position=doubt.index,
                before=self._known[doubt.uid].note,
                after=self._notes[doubt.index],
                likeness=doubt.likeness,
            )
            for doubt in self._matching.doubts
        )

    def _vanished(self) -> tuple[KnownFull, ...]:
        """Return the known notes that are gone; while some cannot be read, none surely is."""
        if self._parsed.left_out:
            return ()
        return tuple(self._known[uid] for uid in self._matching.vanished)

    def _new(self, pasts: Mapping[int, tuple[Past, ...]]) -> Sequence[PlannedNote]:
        name = self._parsed.deck.name
        foreign = self._foreign()
        if not self._known:
            return FreshNotes(name, self._notes, pasts, foreign)
        taken = {*self._known, *foreign}
        new = []
        for index in self._matching.new:
            uid = fresh_uid(name, self._notes[index], taken)
            taken.add(uid)
            new.append(PlannedNote(uid, index, self._notes[index], pasts.get(index, ())))
        return new

    def _foreign(self) -> set[str]:
        """Return the ids in the file that notes of other decks have which say something else.

        An id written by hand may stand in two files; a guid names one note everywhere.
        """
        if not self._parsed.has_ids:
            return set()
        own = {
            self._notes[index].file_id: self._notes[index]
            for index in self._matching.new
            if self._notes[index].file_id and not self._notes[index].note_type
        }
        return {
            uid
            for uid, prompt, answer in notes_elsewhere(
                self._database, self._parsed.deck.name, tuple(own)
            )
            if prompt != own[uid].prompt and answer != own[uid].answer
        }


def _says_the_same(before: Note, after: Note) -> bool:
    """Whether two notes differ in nothing a learner sees."""
    return before._replace(origin=None) == after._replace(origin=None, suspended=False)


def fresh_uid(deck_name: str, note: Note, taken: Collection[str]) -> str:
    """Return the id of a note seen for the first time: its own, or the first one free."""
    if note.file_id and note.file_id not in taken:
        return note.file_id
    nth = 0
    while (uid := note_uid(deck_name, note.prompt, nth)) in taken:
        nth += 1
    return uid

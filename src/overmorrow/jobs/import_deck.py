"""Import a deck: read the whole file, show what would change, then change it as one step."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from overmorrow.cards.deck import Deck
from overmorrow.cards.identity import KnownNote, Matching, match, note_uid
from overmorrow.cards.making import cards_of
from overmorrow.cards.note import Note
from overmorrow.cards.problem import ParsedDeck, Problem
from overmorrow.clock import Moment
from overmorrow.errors import FileError
from overmorrow.exchange.reading import Reading, read_decks
from overmorrow.store.batches import abandoned, undo_batch
from overmorrow.store.database import Database
from overmorrow.store.deck_rows import DeckHead
from overmorrow.store.notes import KnownFull, NotePlan, PlannedNote, apply_plan, full_notes

Progress = Callable[[int], None]
LASTING = "lasting"
"""In a batch's summary: whether "undo" passes it over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedNote:
    """A known note whose text the file changes; its schedule stays."""

    uid: str
    position: int
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
    """What importing a file would do; nothing has been written."""

    path: str
    deck: Deck
    new: tuple[PlannedNote, ...]
    changed: tuple[ChangedNote, ...]
    unchanged: tuple[PlannedNote, ...]
    doubtful: tuple[DoubtfulNote, ...]
    moved: int
    """How many known notes stand at another place than before."""
    vanished: tuple[KnownFull, ...]
    """Known notes that the file no longer has; they are set aside, their history is kept."""
    problems: tuple[Problem, ...]
    refused: int
    """How many cards of the file cannot be read."""
    lasting: bool = False
    """Whether "undo" shall pass the import over."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing would change."""
        return not (self.new or self.changed or self.doubtful or self.moved or self.vanished)

    def card_count(self) -> int:
        """Return how many cards the file's notes make."""
        deck = self.deck
        return sum(len(cards_of(note, deck.lang, deck.source)) for note in deck.notes)


def plan_import(database: Database, path: str, deck_name: str | None = None) -> ImportPlan:
    """Read a file of one deck and compare it with what is known.

    Args:
        database: The collection; it is only read.
        path: The file; of several decks in it, the first is taken.
        deck_name: What to call the deck instead of what the file says.

    Raises:
        FileError: The file cannot be read, or nothing in it may be taken.
    """
    return plan_imports(database, path, deck_name)[0]


def plan_imports(
    database: Database,
    path: str,
    deck_name: str | None = None,
    reading: Reading | None = None,
) -> list[ImportPlan]:
    """Read a file and compare each deck in it with what is known.

    Args:
        database: The collection; it is only read.
        path: The file; `-` is the standard input.
        deck_name: The deck to put everything in, whatever the file says.
        reading: What the learner says about the file, such as its encoding.

    Raises:
        FileError: The file cannot be read, or nothing in it may be taken.
    """
    decks = read_decks(path, deck_name, reading)
    return [plan_deck(database, parsed, path) for parsed in decks]


def plan_deck(database: Database, parsed: ParsedDeck, path: str) -> ImportPlan:
    """Compare a deck as read with what is known of it.

    Raises:
        FileError: Nothing of the file may be taken.
    """
    if parsed.refused:
        raise FileRefusedError(path, parsed.problems)
    known = full_notes(database, parsed.deck.name)
    notes = parsed.deck.notes
    matching = match([_last_seen(note) for note in known], notes)
    return _Comparison(parsed, path, {note.uid: note for note in known}, matching).plan()


class FileRefusedError(FileError):
    """A deck file with faults that must be mended first; they are its `problems`."""

    def __init__(self, path: str, problems: tuple[Problem, ...]) -> None:
        """Name the file and everything that is wrong with it."""
        super().__init__("importing.refused", path=path, count=len(problems))
        self.problems = problems


def _last_seen(known: KnownFull) -> KnownNote:
    return KnownNote(
        uid=known.uid,
        position=known.position,
        prompt=known.note.prompt,
        answer=known.note.answer,
        file_id=known.note.file_id,
    )


class _Comparison:
    """A deck as read beside the same deck as known."""

    def __init__(
        self, parsed: ParsedDeck, path: str, known: Mapping[str, KnownFull], matching: Matching
    ) -> None:
        self._parsed = parsed
        self._path = path
        self._known = known
        self._matching = matching
        self._notes = parsed.deck.notes

    def plan(self) -> ImportPlan:
        changed: list[ChangedNote] = []
        unchanged: list[PlannedNote] = []
        for uid, index in self._matching.same:
            before, after = self._known[uid].note, self._notes[index]
            if before == after._replace(suspended=False):
                unchanged.append(PlannedNote(uid, index, after))
            else:
                changed.append(ChangedNote(uid=uid, position=index, before=before, after=after))
        return ImportPlan(
            path=self._path,
            deck=self._parsed.deck,
            new=self._new(),
            changed=tuple(changed),
            unchanged=tuple(unchanged),
            doubtful=tuple(
                DoubtfulNote(
                    uid=doubt.uid,
                    position=doubt.index,
                    before=self._known[doubt.uid].note,
                    after=self._notes[doubt.index],
                    likeness=doubt.likeness,
                )
                for doubt in self._matching.doubts
            ),
            moved=sum(self._known[uid].position != at for uid, at in self._matching.same),
            vanished=self._vanished(),
            problems=self._parsed.problems,
            refused=self._parsed.left_out,
        )

    def _vanished(self) -> tuple[KnownFull, ...]:
        """Return the known notes that are gone; while some cannot be read, none surely is."""
        if self._parsed.left_out:
            return ()
        return tuple(self._known[uid] for uid in self._matching.vanished)

    def _new(self) -> tuple[PlannedNote, ...]:
        taken = set(self._known)
        new = []
        for index in self._matching.new:
            uid = fresh_uid(self._parsed.deck.name, self._notes[index], taken)
            taken.add(uid)
            new.append(PlannedNote(uid, index, self._notes[index]))
        return tuple(new)


def fresh_uid(deck_name: str, note: Note, taken: Collection[str]) -> str:
    """Return the id of a note seen for the first time: its own, or the first one free."""
    if note.file_id and note.file_id not in taken:
        return note.file_id
    nth = 0
    while (uid := note_uid(deck_name, note.prompt, nth)) in taken:
        nth += 1
    return uid


def apply_import(
    database: Database,
    plan: ImportPlan,
    moment: Moment,
    same: Collection[str] = (),
    progress: Progress | None = None,
    *,
    keep_missing: bool = False,
) -> int | None:
    """Write what the plan says, as one batch that can be taken back.

    Args:
        database: The collection.
        plan: What to write.
        moment: When.
        same: The uids of doubtful notes that are the known ones under another
            text; the other doubtful ones are taken as new.
        progress: Told how many notes are written so far; may raise to stop,
            which takes everything back.
        keep_missing: Whether the file only adds to its deck, so that notes it
            does not have stay as they are.

    Returns:
        The batch's id; None when there was nothing to write.

    Raises:
        DatabaseError: It could not be written; nothing was.
    """
    for batch_id in abandoned(database, moment):
        undo_batch(database, batch_id, moment)
    if plan.is_empty:
        return None
    taken = {
        *(note.uid for note in (*plan.unchanged, *plan.new)),
        *(note.uid for note in plan.changed),
        *(note.uid for note in plan.doubtful),
    }
    renewed: list[PlannedNote] = []
    for doubt in plan.doubtful:
        uid = doubt.uid if doubt.uid in same else fresh_uid(plan.deck.name, doubt.after, taken)
        taken.add(uid)
        renewed.append(PlannedNote(uid, doubt.position, doubt.after))
    given_up = [doubt.uid for doubt in plan.doubtful if doubt.uid not in same]
    kept = [*plan.unchanged, *plan.new, *renewed]
    kept += [PlannedNote(note.uid, note.position, note.after) for note in plan.changed]
    deck = plan.deck
    head = DeckHead(deck.name, deck.title, deck.lang, deck.source, plan.path)
    notes = NotePlan(
        name=plan.path,
        deck=head,
        notes=sorted(kept, key=lambda note: note.position),
        vanished=[] if keep_missing else [*(note.uid for note in plan.vanished), *given_up],
        summary={
            "new": len(plan.new),
            "changed": len(plan.changed),
            "vanished": len(plan.vanished),
            LASTING: plan.lasting,
        },
    )
    return apply_plan(database, notes, moment, progress)


def apply_imports(
    database: Database,
    decided: Iterable[tuple[ImportPlan, Collection[str]]],
    clock: Callable[[], Moment],
    *,
    keep_missing: bool = False,
) -> None:
    """Write several plans, each as one batch; if one fails, those before it are taken back.

    Args:
        database: The collection.
        decided: Each plan with the uids of its doubtful notes that are known ones.
        clock: Tells when.
        keep_missing: Whether the files only add to their decks.

    Raises:
        DatabaseError: One could not be written; nothing was.
    """
    written: list[int] = []
    try:
        for plan, same in decided:
            batch = apply_import(database, plan, clock(), same, keep_missing=keep_missing)
            written += [] if batch is None else [batch]
    except BaseException:
        for batch in reversed(written):
            undo_batch(database, batch, clock())
        raise

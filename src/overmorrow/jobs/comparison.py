"""Compares a deck as read with what is known of it."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice
from typing import overload

from overmorrow.cards.identity import KnownNote, Matching, match
from overmorrow.cards.note import Note
from overmorrow.cards.past import Past
from overmorrow.cards.problem import ParsedDeck
from overmorrow.cards.uids import note_uid
from overmorrow.jobs.planned import ChangedNote, DoubtfulNote, FileRefusedError, ImportPlan
from overmorrow.store.database import Database
from overmorrow.store.note_writing import PlannedNote
from overmorrow.store.notes import KnownFull, full_notes, notes_elsewhere

_OF_THE_LEARNER = frozenset(("leech", "marked"))
"""Tags that say how somebody else's learning went."""


def plan_own(
    database: Database, parsed: ParsedDeck, path: str, places: Sequence[tuple[str, int]]
) -> ImportPlan:
    """Compare a deck of a file that we wrote, which says which note is which.

    Args:
        database: The collection; it is only read.
        parsed: The deck.
        path: Its file.
        places: The uid and the position of each note.

    Raises:
        FileRefusedError: Nothing of the file may be taken.
    """
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
    matching = match([last_seen(note) for note in known], notes)
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


def last_seen(known: KnownFull) -> KnownNote:
    """Return what tells a known note from others."""
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

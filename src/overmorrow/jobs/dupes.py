"""Notes that ask the same: seen side by side, merged, or kept apart for good."""

from collections.abc import Sequence
from typing import NamedTuple

from overmorrow.cards.deck import Deck
from overmorrow.cards.note import Note
from overmorrow.clock import DEFAULT_ROLLOVER_HOUR, Moment, StudyDay, start_ms
from overmorrow.jobs.bulk import ChangeError
from overmorrow.jobs.edit_batches import finish_edits
from overmorrow.jobs.making_edits import PlannedEdit
from overmorrow.jobs.note_changes import Edit, changed_note
from overmorrow.jobs.step_edits import StepMaker, by_deck
from overmorrow.search.folding import bare
from overmorrow.store.batches import Batch
from overmorrow.store.database import Database
from overmorrow.store.dupes import DupeNote, answers_of, dupe_notes
from overmorrow.store.dupes import keep_apart as put_apart
from overmorrow.store.kept import note_types
from overmorrow.store.note_places import NotePlace, places_of_notes
from overmorrow.store.search_notes import note_uids
from overmorrow.store.search_scope import Scope
from overmorrow.store.search_words import dupes

__all__ = ["DupeNote", "MergedNotes", "dupe_groups", "keep_apart", "merge_groups", "merge_notes"]


class MergedNotes(NamedTuple):
    """What came of a merge."""

    kept: Note
    """The note that stays, as it is now."""
    gone: int


def dupe_groups(database: Database, day: StudyDay) -> list[tuple[DupeNote, ...]]:
    """Return the notes that ask the same, each group together, as `is:dupe` finds them.

    Raises:
        DatabaseError: The collection cannot be read.
    """
    scope = Scope(database, day, lambda each: start_ms(each, DEFAULT_ROLLOVER_HOUR))
    groups: dict[str, list[DupeNote]] = {}
    for note in dupe_notes(database, dupes(scope)):
        groups.setdefault(bare(note.prompt), []).append(note)
    return [tuple(notes) for notes in groups.values() if len(notes) > 1]


def keep_apart(database: Database, card_ids: Sequence[int], moment: Moment) -> int:
    """Remember that the notes of some cards are to be kept, though they ask the same.

    Args:
        database: The collection.
        card_ids: Any cards of the notes.
        moment: When.

    Returns:
        How many notes.

    Raises:
        ChangeError: They are not several.
        DatabaseError: It could not be written; nothing was.
    """
    places = _several(database, card_ids)
    uids = [place.uid for place in places]

    def write(database: Database, batch: Batch) -> None:
        put_apart(database, uids, batch.hlc)

    told = {"what": "keep_apart", "text": "", "notes": len(uids), "apart": uids}
    StepMaker(database, moment, told).write_beside(
        PlannedEdit(
            name=places[0].note.prompt,
            deck=places[0].deck,
            known={},
            planned=(),
            beforehand=write,
        )
    )
    return len(uids)


def merge_notes(database: Database, card_ids: Sequence[int], moment: Moment) -> MergedNotes:
    """Merge notes that ask the same into the one that was answered most; see `merge_groups`.

    Args:
        database: The collection.
        card_ids: Any cards of the notes.
        moment: When.
    """
    (merged,) = merge_groups(database, [card_ids], moment)
    return merged


def merge_groups(
    database: Database, groups: Sequence[Sequence[int]], moment: Moment
) -> list[MergedNotes]:
    """Merge each group of notes into the one of it that was answered most, all as one step.

    The others are set aside, with their answers in the log; their answers and other
    answers count for the one that stays, and their tags are its tags too. Its schedule
    is its own: what was answered on another card says nothing of this one's intervals.

    Args:
        database: The collection.
        groups: Any cards of the notes of each group.
        moment: When.

    Raises:
        ChangeError: A group is not several notes; nothing was changed.
        EditError: One that stays cannot have the other answers; nothing was changed.
        FileError: A file was changed since, or cannot be written.
        DatabaseError: It could not be written.
    """
    finish_edits(database, moment)
    several = [_several(database, card_ids) for card_ids in groups]
    places = sorted((place for group in several for place in group), key=_place)
    notes = by_deck(database, places)
    heads = {place.uid: each.head for each in notes for place in each.places}
    after: dict[str, Note | None] = {}
    merged: list[MergedNotes] = []
    for group in several:
        kept = max(group, key=lambda place: answers_of(database, place.uid))
        others = [place.note for place in group if place.uid != kept.uid]
        note = _merged(database, kept, others, heads[kept.uid], moment)
        after |= {place.uid: None for place in group if place.uid != kept.uid}
        after |= {kept.uid: note} if note != kept.note else {}
        merged.append(MergedNotes(note, len(others)))
    maker = StepMaker(database, moment, {"what": "merge", "text": "", "notes": len(places)})
    for each in notes:
        own = {place.uid for place in each.places}
        maker.change(each, {uid: note for uid, note in after.items() if uid in own})
    return merged


def _place(place: NotePlace) -> tuple[str, int, str]:
    return place.deck, place.position, place.uid


def _several(database: Database, card_ids: Sequence[int]) -> list[NotePlace]:
    places = places_of_notes(database, note_uids(database, card_ids))
    if len(places) < 2:
        raise ChangeError("bulk.not_several")
    return places


def _merged(
    database: Database, kept: NotePlace, others: Sequence[Note], head: Deck, moment: Moment
) -> Note:
    note = kept.note
    aliases = note.faces[0].aliases if len(note.faces) == 1 else note.aliases
    known = {bare(name) for name in (note.answer, *aliases)}
    names: dict[str, str] = {}
    for other in others:
        for name in (other.answer, *other.aliases):
            if name and bare(name) not in known:
                names.setdefault(bare(name), name)
    tags = dict.fromkeys((*note.tags, *(tag for other in others for tag in other.tags)))
    edit = Edit(
        also=(*aliases, *names.values()) if names else None,
        tags=tuple(tags) if tuple(tags) != note.tags else None,
    )
    if edit.is_empty:
        return note
    note_type = note_types(database).get(note.note_type) if note.note_type else None
    return changed_note(note, edit, head, note_type, moment.wall_ms // 1000)

"""Changes many notes at once: their tags, their deck, or that they are there at all."""

from collections.abc import Callable, Sequence

from overmorrow.cards.face import Face
from overmorrow.cards.note import Note
from overmorrow.cards.text import clean
from overmorrow.clock import Moment
from overmorrow.errors import FileError
from overmorrow.jobs.bulk import Change, Changed, ChangeError, What
from overmorrow.jobs.deck_files import deck_text
from overmorrow.jobs.deck_places import deck_name
from overmorrow.jobs.edit_batches import finish_edits
from overmorrow.jobs.edit_note import parsed_text
from overmorrow.jobs.generated_file import GeneratedFile
from overmorrow.jobs.making_edits import FileChange, PlannedEdit, file_change
from overmorrow.jobs.step_edits import DeckNotes, StepMaker, by_deck, files_left
from overmorrow.search.folding import folded
from overmorrow.store.database import Database
from overmorrow.store.deck_file_rows import deck_file
from overmorrow.store.deck_rows import DeckHead, head_of
from overmorrow.store.note_places import last_position, places_of_notes
from overmorrow.store.note_writing import PlannedNote
from overmorrow.store.search_notes import note_uids

LONGEST_TAG = 100
_NOT_IN_TAGS = frozenset(',"')


def change_notes(
    database: Database, card_ids: Sequence[int], wanted: Change, moment: Moment
) -> Changed:
    """Change the notes of many cards in one step.

    Args:
        database: The collection.
        card_ids: Any cards of the notes.
        wanted: What to do.
        moment: When.

    Raises:
        ChangeError: It is no tag or deck; nothing was changed.
        FileError: A file was changed since, or cannot be written.
        DatabaseError: It could not be written; what was can be undone as one.
    """
    finish_edits(database, moment)
    notes = by_deck(database, places_of_notes(database, note_uids(database, card_ids)))
    total = sum(len(each.places) for each in notes)
    if wanted.what is What.MOVE:
        count = _move(database, notes, wanted.text, moment)
    else:
        count = _change(database, notes, wanted, moment)
    return Changed(count, total - count, wanted.what.value, files_left(notes))


def _change(database: Database, notes: Sequence[DeckNotes], wanted: Change, moment: Moment) -> int:
    changed = _changing(wanted, moment)
    plans: list[tuple[DeckNotes, dict[str, Note | None]]] = []
    for each in notes:
        after = {place.uid: changed(place.note, each) for place in each.places}
        before = {place.uid: place.note for place in each.places}
        plans.append((each, {uid: note for uid, note in after.items() if note != before[uid]}))
    count = sum(len(after) for _, after in plans)
    told = {"what": wanted.what.value, "text": wanted.text, "notes": count}
    maker = StepMaker(database, moment, told)
    for each, after in plans:
        maker.change(each, after)
    return count


def _changing(wanted: Change, moment: Moment) -> Callable[[Note, DeckNotes], Note | None]:
    """Return what becomes of a note; itself where nothing does."""
    if wanted.what is What.DELETE:
        return lambda *_: None
    tag = tag_name(wanted.text)
    now_s = moment.wall_ms // 1000
    if wanted.what is What.ADD_TAG:
        return lambda note, _: _tagged(note, (*note.tags, tag), now_s)

    def without(note: Note, notes: DeckNotes) -> Note:
        """Take a tag away, unless the file gives it to all cards or by a heading."""
        given = {*notes.head.tags, note.section} if note.section else {*notes.head.tags}
        left = tuple(each for each in note.tags if folded(each) != folded(tag) or each in given)
        return _tagged(note, left, now_s)

    return without


def tag_name(text: str) -> str:
    """Return a tag as it is kept.

    Raises:
        ChangeError: It is none.
    """
    tag = " ".join(clean(text).split())
    if not tag or len(tag) > LONGEST_TAG or _NOT_IN_TAGS & set(tag):
        raise ChangeError("bulk.no_tag", text=tag[:LONGEST_TAG])
    return tag


def _tagged(note: Note, tags: Sequence[str], now_s: int) -> Note:
    names = {folded(tag): tag for tag in reversed(tags)}
    kept = tuple(dict.fromkeys(names[folded(tag)] for tag in tags))
    if kept == note.tags:
        return note
    changed = note._replace(tags=kept)
    if changed.origin:
        return changed._replace(origin=changed.origin._replace(modified=now_s))
    return changed


def _move(database: Database, notes: Sequence[DeckNotes], text: str, moment: Moment) -> int:
    """Move notes to the end of a deck, and their text from file to file."""
    target = _target(text)
    moving = [each for each in notes if each.deck != target]
    count = sum(len(each.places) for each in moving)
    if not count:
        return 0
    file = _file_of(database, target)
    moved = {
        place.uid: _moved(place.note, in_file=file is not None)
        for each in moving
        for place in each.places
    }
    change = _longer(file, [note for note in moved.values() if _is_ours(note)]) if file else None
    removals = [(each, _removal(each)) for each in moving]
    told = {"what": What.MOVE.value, "text": target, "notes": count}
    maker = StepMaker(database, moment, told)
    position = last_position(database, target)
    places = [place for each in moving for place in each.places]
    maker.make(
        PlannedEdit(
            name=places[0].note.prompt,
            deck=target,
            known={place.uid: place.note for place in places},
            planned=[
                PlannedNote(place.uid, position + nth, moved[place.uid])
                for nth, place in enumerate(places, 1)
            ],
            change=change,
            new_deck=None if head_of(database, target) else _new_head(target),
        )
    )
    for each, removal in removals:
        if removal:
            name = each.places[0].note.prompt
            maker.make(PlannedEdit(name=name, deck=each.deck, known={}, planned=(), change=removal))
    return count


def _target(text: str) -> str:
    try:
        return deck_name(text)
    except FileError:
        raise ChangeError("bulk.no_deck") from None


def _new_head(name: str) -> DeckHead:
    return DeckHead(name, title=name.rpartition("::")[2])


def _is_ours(note: Note) -> bool:
    return not note.faces and not note.note_type


def _moved(note: Note, *, in_file: bool) -> Note:
    """Return a note as it is in another deck: its cards go with it, its heading stays behind."""
    if note.faces:
        return note._replace(faces=tuple(map(_at_home, note.faces)))
    return note._replace(section="") if in_file else note


def _at_home(face: Face) -> Face:
    return face._replace(deck="")


def _file_of(database: Database, deck: str) -> GeneratedFile | None:
    row = deck_file(database, deck)
    text = deck_text(row) if row and row.sha256 else None
    return GeneratedFile(deck=parsed_text(text).deck, text=text) if text else None


def _longer(file: GeneratedFile, notes: Sequence[Note]) -> FileChange | None:
    if not notes:
        return None
    tags = file.deck.tags
    written = [
        note._replace(tags=(*tags, *(t for t in note.tags if t not in tags))) for note in notes
    ]
    return file_change(file.text, file.with_notes(written))


def _removal(notes: DeckNotes) -> FileChange | None:
    if notes.text is None or not notes.at:
        return None
    return file_change(notes.text, notes.written(dict.fromkeys(notes.at, None)))

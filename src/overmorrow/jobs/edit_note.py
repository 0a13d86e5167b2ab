"""Edit a note: in the collection and in its deck's file, as one step that can be taken back."""

from contextlib import suppress
from dataclasses import dataclass, replace
from hashlib import sha256

from overmorrow.cards.deck import Deck
from overmorrow.cards.deck_edit import edited
from overmorrow.cards.deck_file import parse_deck
from overmorrow.cards.note import Note
from overmorrow.cards.problem import ParsedDeck
from overmorrow.clock import Moment
from overmorrow.errors import OvermorrowError
from overmorrow.jobs.deck_files import (
    DeckText,
    FileState,
    Step,
    deck_text,
    replace_file,
    sha256_of,
    silent,
)
from overmorrow.jobs.edit_batches import EDIT, finish_edits, write_note
from overmorrow.jobs.import_plan import plan_deck
from overmorrow.jobs.note_changes import Edit, EditError, changed_note, deck_head
from overmorrow.store.batches import Batch, batches, begin, undo_batch
from overmorrow.store.database import Database
from overmorrow.store.deck_file_rows import DeckFileRow, deck_file, put_deck_file
from overmorrow.store.kept import note_types
from overmorrow.store.note_places import NotePlace, as_values, card_keys, note_of_card
from overmorrow.store.note_writing import PlannedNote

_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class EditedNote:
    """What an edit did."""

    deck: str
    before: Note
    after: Note
    added: int = 0
    """How many cards the note has that it did not have."""
    vanished: int = 0
    """How many cards it no longer has; their histories are kept."""
    file: FileState = FileState.NONE
    path: str = ""
    line: int = 0
    """Where in the file the note begins, counted from 1; 0 if it was not looked up."""
    batch_id: int | None = None
    """None if there was nothing to change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _FileChange:
    """How a deck's file changes: one stretch of its text."""

    text: DeckText
    line: int
    at: int
    was: str
    now: str
    data: bytes

    @property
    def after(self) -> str:
        return sha256(self.data).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plan:
    """An edit that is ready to be made."""

    place: NotePlace
    planned: PlannedNote
    change: _FileChange | None


def known_note(database: Database, card_id: int) -> EditedNote:
    """Return the note of a card and its deck's file, unchanged.

    Raises:
        NotFoundError: There is no such card.
    """
    place = note_of_card(database, card_id)
    row = deck_file(database, place.deck)
    path = row.path if row else ""
    return EditedNote(deck=place.deck, before=place.note, after=place.note, path=path)


def edit_note(
    database: Database,
    card_id: int,
    edit: Edit,
    moment: Moment,
    *,
    keep_file: bool = False,
    step: Step = silent,
) -> EditedNote:
    """Change the note of a card; its schedule stays.

    Args:
        database: The collection.
        card_id: Any card of the note.
        edit: What changes.
        moment: When.
        keep_file: Whether the deck's file is left as it is.
        step: Told `begun`, `prepared`, `replaced` and `done` on the way, where
            a file is written; may raise to stop, which takes everything back.

    Raises:
        NotFoundError: There is no such card.
        EditError: The note cannot be changed so; nothing was.
        FileError: The deck's file was changed since, or cannot be written; nothing was.
        DatabaseError: It could not be written; nothing was.
    """
    finish_edits(database, moment)
    place = note_of_card(database, card_id)
    row = deck_file(database, place.deck)
    state, text = _text_of(row, place.note, keep_file=keep_file)
    deck = deck_head(text.text) if text else Deck(name=place.deck)
    types = note_types(database) if place.note.note_type else {}
    note_type = types.get(place.note.note_type)
    after = changed_note(place.note, edit, deck, note_type, moment.wall_ms // 1000)
    if after == place.note:
        return known_note(database, card_id)
    change = _file_change(database, place, after, text) if text else None
    if text and change is None:
        state = FileState.ELSEWHERE
    planned = PlannedNote(place.uid, place.position, after)
    plan = _Plan(place=place, planned=planned, change=change)
    keys = card_keys(database, place.uid)
    batch_id = _make(database, plan, card_id, moment, step)
    keys_after = card_keys(database, place.uid)
    return EditedNote(
        deck=place.deck,
        before=place.note,
        after=after,
        added=len(keys_after - keys),
        vanished=len(keys - keys_after),
        file=state,
        path=row.path if row else "",
        line=change.line if change else 0,
        batch_id=batch_id,
    )


def _text_of(
    row: DeckFileRow | None, note: Note, *, keep_file: bool
) -> tuple[FileState, DeckText | None]:
    """Return the deck's file, if the note's text belongs there."""
    if row is None:
        return FileState.NONE, None
    if note.faces or note.note_type:
        return FileState.ELSEWHERE, None
    if keep_file:
        return FileState.LEFT, None
    text = deck_text(row)
    return (FileState.WRITTEN, text) if text else (FileState.GONE, None)


def _file_change(
    database: Database, place: NotePlace, after: Note, text: DeckText
) -> _FileChange | None:
    """Return how the file changes; None if the note does not stand in it.

    Raises:
        EditError: The file could not hold the note so.
    """
    parsed = parse_deck(text.text, place.deck)
    parsed = replace(parsed, deck=replace(parsed.deck, name=place.deck))
    index = _index_of(database, place, parsed, text.row.path)
    if index is None:
        return None
    notes = list(parsed.deck.notes)
    before = notes[index]
    notes[index] = after._replace(
        section=before.section, file_id=before.file_id, suspended=before.suspended
    )
    line = parsed.lines[index]
    written = edited(text.text, line, before, notes[index])
    if list(parse_deck(written, place.deck).deck.notes) != notes:
        raise EditError("editing.not_writable")
    at, was, now = _stretch(text.text, written)
    return _FileChange(text=text, line=line, at=at, was=was, now=now, data=text.encoded(written))


def _index_of(database: Database, place: NotePlace, parsed: ParsedDeck, path: str) -> int | None:
    """Return which note of the file is the one that is known, as an import would find it."""
    plan = plan_deck(database, parsed, path)
    found = [each.position for each in plan.unchanged if each.uid == place.uid]
    found += [each.index for each in plan.changed if each.uid == place.uid]
    return found[0] if found else None


def _stretch(before: str, after: str) -> tuple[int, str, str]:
    """Return where two texts differ, and what stands there in each."""
    shorter = min(len(before), len(after))
    start = next((at for at in range(shorter) if before[at] != after[at]), shorter)
    most = shorter - start
    end = next((at for at in range(most) if before[-1 - at] != after[-1 - at]), most)
    return start, before[start : len(before) - end], after[start : len(after) - end]


def _make(database: Database, plan: _Plan, card_id: int, moment: Moment, step: Step) -> int:
    """Write an edit; where a file is written too, what is meant to happen is written first."""
    name = " ".join(plan.place.note.prompt.split())[:_LONGEST_NAME]
    summary = {EDIT: _told(plan, card_id)}
    if plan.change is None:
        with database.transaction():
            batch = begin(database, name, (), moment, summary)
            write_note(database, batch, plan.place.deck, plan.planned)
        return batch.batch_id
    with database.transaction():
        batch = begin(database, name, (), moment, summary)
    try:
        step("begun")
        _write_both(database, batch, plan, card_id, step)
        step("done")
    except BaseException:
        _give_up(database, batch, plan.change, moment)
        raise
    return batch.batch_id


def _told(plan: _Plan, card_id: int) -> dict[str, object]:
    told: dict[str, object] = {
        "card": card_id,
        "deck": plan.place.deck,
        "note": as_values(plan.planned),
    }
    if plan.change:
        told["file"] = {
            "path": plan.change.text.row.path,
            "before": plan.change.text.row.sha256,
            "after": plan.change.after,
            "at": plan.change.at,
            "was": plan.change.was,
            "now": plan.change.now,
        }
    return told


def _write_both(database: Database, batch: Batch, plan: _Plan, card_id: int, step: Step) -> None:
    """Write the note and its file; nobody else can write to the collection meanwhile."""
    change = plan.change
    if change is None:
        return
    row = change.text.row
    with database.transaction():
        if note_of_card(database, card_id) != plan.place:
            raise EditError("editing.note_changed")
        write_note(database, batch, plan.place.deck, plan.planned)
        put_deck_file(database, row._replace(sha256=change.after))
        if change.data != change.text.data:
            replace_file(row.path, change.data, row.sha256, step)


def _give_up(database: Database, batch: Batch, change: _FileChange, moment: Moment) -> None:
    """Bring the file and the collection back, unless both were written already."""
    if any(known.batch_id == batch.batch_id and known.finished for known in batches(database)):
        return
    path = change.text.row.path
    with suppress(OvermorrowError):
        if change.data != change.text.data and sha256_of(path) == change.after:
            replace_file(path, change.text.data, change.after, silent)
        undo_batch(database, batch.batch_id, moment)

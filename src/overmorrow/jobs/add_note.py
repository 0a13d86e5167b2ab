"""Add a note by hand: to the collection and to its deck's file, as one step."""

import os
from dataclasses import dataclass, replace

from overmorrow.cards.deck import Deck
from overmorrow.cards.deck_notes import reverses
from overmorrow.cards.making import keys_of
from overmorrow.cards.note import AnswerType, Note
from overmorrow.clock import Moment
from overmorrow.exchange.whole_file import make_folder
from overmorrow.jobs.comparison import fresh_uid
from overmorrow.jobs.deck_files import FileState, deck_text, no_text
from overmorrow.jobs.deck_places import deck_name, new_path
from overmorrow.jobs.edit_batches import finish_edits
from overmorrow.jobs.edit_note import parsed_text
from overmorrow.jobs.generated_file import GeneratedFile, planned_notes
from overmorrow.jobs.making_edits import ADDED, PlannedEdit, file_change, make_edit
from overmorrow.jobs.note_changes import Edit, EditError, changed_note
from overmorrow.store.database import Database
from overmorrow.store.deck_file_rows import deck_file
from overmorrow.store.deck_rows import DeckHead, head_of
from overmorrow.store.note_writing import PlannedNote
from overmorrow.store.notes import full_notes

_EMPTY = Note(prompt="?", answer="?")


@dataclass(frozen=True, slots=True, kw_only=True)
class AddedNote:
    """What adding a note did."""

    deck: str
    note: Note
    cards: int
    file: FileState
    path: str = ""
    batch_id: int


def add_note(database: Database, deck: str, parts: Edit, moment: Moment) -> AddedNote:
    """Add a note to a deck, which is made if it is missing.

    It goes to the end of the deck's file. A deck that is kept in no file, such
    as one from another program, gets it in the collection only; a new deck gets
    a file of its own.

    Args:
        database: The collection.
        deck: The deck's name.
        parts: What the note says; a prompt with gaps makes a card each.
        moment: When.

    Raises:
        EditError: A part is missing, or no deck file could hold the note.
        FileError: The deck's file was changed since, or cannot be written; nothing was.
        DatabaseError: It could not be written; nothing was.
    """
    finish_edits(database, moment)
    name = deck_name(deck)
    file = _file_of(database, name)
    note = new_note(parts, file.deck if file else Deck(name=name))
    if file is None:
        planned, change, is_new = [_last_of(database, name, note)], None, False
    else:
        if is_new := file.is_new:
            file = replace(file, deck=replace(file.deck, title=name.rpartition("::")[2]))
        written = file.with_notes([note])
        planned, change = planned_notes(database, file, written), file_change(file.text, written)
    path = file.text.row.path if file else ""
    if is_new:
        make_folder(os.path.dirname(path))
    batch_id = make_edit(
        database,
        PlannedEdit(
            name=note.prompt,
            deck=name,
            known={},
            planned=planned,
            change=change,
            new_deck=DeckHead(name, name.rpartition("::")[2], file=path) if is_new else None,
            summary={ADDED: len(planned)},
        ),
        moment,
    )
    return AddedNote(
        deck=name,
        note=note,
        cards=len(keys_of(note)),
        file=FileState.WRITTEN if file else FileState.NONE,
        path=path,
        batch_id=batch_id,
    )


def new_note(parts: Edit, deck: Deck) -> Note:
    """Return the note that the parts make.

    Raises:
        EditError: A part is missing, or no deck file could hold the note.
    """
    prompt = (parts.prompt or "").strip()
    has_gaps = "{{" in prompt and not (parts.answer or "").strip()
    if not prompt:
        raise EditError("editing.needs_prompt")
    if has_gaps:
        blank = Note(prompt=prompt, is_cloze=True, tags=deck.tags)
        return changed_note(blank, replace(parts, answer=None), deck, None, 0)
    if not (parts.answer or "").strip():
        raise EditError("editing.needs_answer")
    both = reverses(deck, parts.kind or AnswerType.TEXT)
    return changed_note(_EMPTY._replace(tags=deck.tags, both=both), parts, deck, None, 0)


def _file_of(database: Database, name: str) -> GeneratedFile | None:
    """Return the file a note goes to; None for a deck that is kept in none."""
    row = deck_file(database, name)
    if row and row.sha256:
        text = deck_text(row)
        return GeneratedFile(deck=parsed_text(text).deck, text=text) if text else None
    if head_of(database, name) and full_notes(database, name):
        return None
    head = Deck(name=name, title=name.rpartition("::")[2])
    return GeneratedFile(deck=head, text=no_text(name, new_path(database, name, None)))


def _last_of(database: Database, deck: str, note: Note) -> PlannedNote:
    known = full_notes(database, deck)
    uid = fresh_uid(deck, note, {each.uid for each in known})
    return PlannedNote(uid, max((each.position for each in known), default=-1) + 1, note)

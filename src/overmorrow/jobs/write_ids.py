"""Write ids into a deck's file, so that no edit there can part a note from its schedule."""

from dataclasses import dataclass

from overmorrow.cards.deck_edit import with_ids
from overmorrow.cards.deck_file import parse_deck
from overmorrow.cards.text import shown_path
from overmorrow.clock import Moment
from overmorrow.errors import FileError
from overmorrow.exchange.outgoing import FileIds
from overmorrow.jobs.deck_files import DeckText, Step, deck_text, silent
from overmorrow.jobs.edit_batches import finish_edits
from overmorrow.jobs.edit_note import parsed_text, places_in_file
from overmorrow.jobs.making_edits import PlannedEdit, file_change, make_edit
from overmorrow.jobs.note_changes import EditError
from overmorrow.store.database import Database
from overmorrow.store.deck_file_rows import deck_file
from overmorrow.store.deck_rows import deck_id_of
from overmorrow.store.note_writing import PlannedNote
from overmorrow.store.notes import full_notes


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenIds:
    """What writing ids did."""

    path: str
    count: int
    """How many notes got one; the others had theirs."""
    batch_id: int | None = None


def write_ids(database: Database, deck: str, moment: Moment, *, step: Step = silent) -> WrittenIds:
    """Write an id below each note of a deck's file that has none, as one step to be taken back.

    The ids are those that an export of the deck would write.

    Args:
        database: The collection.
        deck: The deck's name, in full.
        moment: When.
        step: See `make_edit`.

    Raises:
        NotFoundError: There is no such deck.
        FileError: It has no file, or that was changed since or cannot be written.
        DatabaseError: It could not be written; nothing was.
    """
    finish_edits(database, moment)
    deck_id_of(database, deck)
    row = deck_file(database, deck)
    text = deck_text(row) if row else None
    if text is None:
        raise FileError("editing.no_file", deck=deck)
    path = shown_path(text.row.path)
    planned = _planned(database, text)
    if planned is None:
        return WrittenIds(path=path, count=0)
    batch_id = make_edit(database, planned, moment, step)
    return WrittenIds(path=path, count=len(planned.planned), batch_id=batch_id)


def _planned(database: Database, text: DeckText) -> PlannedEdit | None:
    """Return what is to be written; None if each note has its id.

    Raises:
        EditError: The file could not hold the ids.
    """
    parsed = parsed_text(text)
    places = places_in_file(database, parsed, text)
    notes = list(parsed.deck.notes)
    ids = FileIds()
    for note in notes:
        ids.keep(note.file_id)
    lines: list[tuple[int, str]] = []
    known, planned = {}, []
    for each in full_notes(database, text.row.deck):
        index = places.get(each.uid)
        if index is None or notes[index].file_id:
            continue
        file_id = ids.of(each.uid)
        notes[index] = notes[index]._replace(file_id=file_id)
        lines.append((parsed.lines[index], file_id))
        known[each.uid] = each.note
        planned.append(PlannedNote(each.uid, each.position, each.note._replace(file_id=file_id)))
    if not lines:
        return None
    written = with_ids(text.text, lines)
    if list(parse_deck(written, text.row.deck).deck.notes) != notes:
        raise EditError("editing.not_writable")
    change = file_change(text, written)
    return PlannedEdit(
        name=text.row.deck, deck=text.row.deck, known=known, planned=planned, change=change
    )

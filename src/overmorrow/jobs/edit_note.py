"""Edit a note: in the collection and in its deck's file, as one step that can be taken back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from overmorrow.cards.deck import Deck
from overmorrow.cards.deck_edit import edited
from overmorrow.cards.deck_file import parse_deck
from overmorrow.cards.note import Note
from overmorrow.cards.problem import ParsedDeck
from overmorrow.clock import Moment
from overmorrow.jobs.comparison import plan_deck
from overmorrow.jobs.deck_files import DeckText, FileState, Step, deck_text, silent
from overmorrow.jobs.edit_batches import finish_edits
from overmorrow.jobs.making_edits import FileChange, PlannedEdit, file_change, make_edit
from overmorrow.jobs.note_changes import Edit, EditError, changed_note
from overmorrow.store.database import Database
from overmorrow.store.deck_file_rows import DeckFileRow, deck_file
from overmorrow.store.kept import note_types
from overmorrow.store.note_places import NotePlace, card_keys, note_of_card, place_of_note
from overmorrow.store.note_writing import PlannedNote


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
    means = _Means(moment=moment, keep_file=keep_file, step=step)
    return _edit(database, card_id, edit, means)


def tell_note(
    database: Database, card_id: int, edit: Edit, moment: Moment, summary: Mapping[str, object]
) -> EditedNote:
    """Change the note of a card as part of something else that is done to the card.

    Args:
        database: The collection.
        card_id: Any card of the note.
        edit: What changes.
        moment: When.
        summary: What to know about it when looking back.

    Raises:
        NotFoundError: There is no such card.
        EditError: The note cannot be changed so; nothing was.
        FileError: The deck's file was changed since, or cannot be written; nothing was.
        DatabaseError: It could not be written; nothing was.
    """
    return _edit(database, card_id, edit, _Means(moment=moment, summary=summary))


def _edit(database: Database, card_id: int, edit: Edit, means: "_Means") -> EditedNote:
    moment = means.moment
    finish_edits(database, moment)
    place = note_of_card(database, card_id)
    types = note_types(database) if place.note.note_type else {}
    note_type = types.get(place.note.note_type)
    now_s = moment.wall_ms // 1000

    def changed(deck: Deck) -> Note:
        return changed_note(place.note, edit, deck, note_type, now_s)

    return _put(database, place, changed, means)


def edit_again(
    database: Database,
    uid: str,
    after: Note,
    moment: Moment,
    summary: Mapping[str, object],
) -> EditedNote | None:
    """Give a note the text that an edit gave it, after that was taken back.

    Args:
        database: The collection.
        uid: The note.
        after: The text.
        moment: When.
        summary: What else to show when looking back.

    Returns:
        None when the note has gone.

    Raises:
        FileError: The deck's file was changed since, or cannot be written; nothing was.
        DatabaseError: It could not be written; nothing was.
    """
    finish_edits(database, moment)
    place = place_of_note(database, uid)
    if place is None:
        return None
    return _put(database, place, lambda _: after, _Means(moment=moment, summary=summary))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Means:
    """How an edit is made."""

    moment: Moment
    keep_file: bool = False
    summary: Mapping[str, object] = field(default_factory=dict)
    step: Step = silent


def _put(
    database: Database, place: NotePlace, changed: Callable[[Deck], Note], means: _Means
) -> EditedNote:
    """Write a note as it shall be, given what the head of its file says."""
    row = deck_file(database, place.deck)
    path = row.path if row else ""
    state, text = _text_of(row, place.note, keep_file=means.keep_file)
    parsed = parsed_text(text) if text else None
    after = changed(parsed.deck if parsed else Deck(name=place.deck))
    if after == place.note:
        return EditedNote(deck=place.deck, before=place.note, after=after, path=path)
    found = _in_file(database, place, after, text, parsed) if text and parsed else None
    if text and found is None:
        state = FileState.ELSEWHERE
    keys = card_keys(database, place.uid)
    planned = PlannedEdit(
        name=place.note.prompt,
        deck=place.deck,
        known={place.uid: place.note},
        planned=[PlannedNote(place.uid, place.position, after)],
        change=found[1] if found else None,
        summary=means.summary,
    )
    batch_id = make_edit(database, planned, means.moment, means.step)
    keys_after = card_keys(database, place.uid)
    return EditedNote(
        deck=place.deck,
        before=place.note,
        after=after,
        added=len(keys_after - keys),
        vanished=len(keys - keys_after),
        file=state,
        path=path,
        line=found[0] if found else 0,
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


def _in_file(
    database: Database, place: NotePlace, after: Note, text: DeckText, parsed: ParsedDeck
) -> tuple[int, FileChange] | None:
    """Return the note's line and how its file changes; None if it does not stand there.

    Raises:
        EditError: The file could not hold the note so.
        FileError: Its encoding lacks a sign of it.
    """
    index = places_in_file(database, parsed, text).get(place.uid)
    if index is None:
        return None
    notes = list(parsed.deck.notes)
    before = notes[index]
    notes[index] = after._replace(
        section=before.section, file_id=before.file_id, suspended=before.suspended
    )
    line = parsed.lines[index]
    written = edited(text.text, line, before, notes[index])
    if list(parse_deck(written, text.row.deck).deck.notes) != notes:
        raise EditError("editing.not_writable")
    return line, file_change(text, written)


def parsed_text(text: DeckText) -> ParsedDeck:
    """Return what a deck's file says, under the deck's name whatever the file calls it."""
    parsed = parse_deck(text.text, text.row.deck)
    return replace(parsed, deck=replace(parsed.deck, name=text.row.deck))


def places_in_file(database: Database, parsed: ParsedDeck, text: DeckText) -> dict[str, int]:
    """Return which note of a deck's file each known one is, as an import would find them.

    Raises:
        FileError: Nothing of the file may be taken.
    """
    plan = plan_deck(database, parsed, text.row.path)
    same = {each.uid: each.position for each in plan.unchanged}
    return same | {each.uid: each.index for each in plan.changed}

"""Edits many notes in one step: deck by deck, each deck's file with its notes."""

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from operator import attrgetter

from overmorrow.cards.deck import Deck
from overmorrow.cards.deck_edit import all_edited
from overmorrow.cards.deck_file import parse_deck
from overmorrow.cards.note import Note
from overmorrow.cards.problem import ParsedDeck
from overmorrow.cards.text import shown_path
from overmorrow.clock import Moment
from overmorrow.jobs.deck_files import DeckText, deck_text
from overmorrow.jobs.edit_note import parsed_text, places_in_file
from overmorrow.jobs.making_edits import STEP, PlannedEdit, file_change, make_edit
from overmorrow.jobs.note_changes import EditError
from overmorrow.store.batches import next_batch_id
from overmorrow.store.database import Database
from overmorrow.store.deck_file_rows import deck_file
from overmorrow.store.note_places import NotePlace
from overmorrow.store.note_writing import PlannedNote

NOTES_AT_ONCE = 1000
"""Written in one transaction where no file has to change with them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeckNotes:
    """Notes of one deck, and its file as far as they stand in it."""

    deck: str
    places: Sequence[NotePlace]
    text: DeckText | None = None
    parsed: ParsedDeck | None = None
    at: Mapping[str, int] = field(default_factory=dict)
    """Which note of the file each is, by uid."""
    path: str = ""
    """The file; empty for a deck without one."""

    @property
    def head(self) -> Deck:
        """What the file's head says; of a deck without a file, its name."""
        return self.parsed.deck if self.parsed else Deck(name=self.deck)

    def written(self, after: Mapping[str, Note | None]) -> str:
        """Return the file's text with its notes changed, None for one that goes.

        Raises:
            EditError: The file could not hold a note so.
        """
        if self.text is None or self.parsed is None:
            raise ValueError("there is no file")
        notes, changes = list[Note | None](self.parsed.deck.notes), []
        for uid, note in after.items():
            if uid not in self.at:
                continue
            place = self.at[uid]
            before = self.parsed.deck.notes[place]
            wanted = note and note._replace(
                section=before.section, file_id=before.file_id, suspended=before.suspended
            )
            notes[place] = wanted
            changes.append((self.parsed.lines[place], before, wanted))
        text = all_edited(self.text.text, changes)
        left = [note for note in notes if note is not None]
        if list(parse_deck(text, self.deck).deck.notes) != left:
            raise EditError("editing.not_writable")
        return text


def by_deck(database: Database, places: Iterable[NotePlace]) -> list[DeckNotes]:
    """Return notes deck by deck, with the files they stand in.

    Args:
        database: The collection; it is only read.
        places: The notes, sorted by their decks.

    Raises:
        FileError: A file was changed since, or cannot be read.
    """
    return [
        _notes_of(database, deck, list(some))
        for deck, some in groupby(places, key=attrgetter("deck"))
    ]


def _notes_of(database: Database, deck: str, places: list[NotePlace]) -> DeckNotes:
    row = deck_file(database, deck)
    own = [place for place in places if not place.note.faces and not place.note.note_type]
    if row is None or not own:
        return DeckNotes(deck=deck, places=places)
    text = deck_text(row)
    if text is None:
        return DeckNotes(deck=deck, places=places, path=row.path)
    parsed = parsed_text(text)
    found = places_in_file(database, parsed, text)
    at = {place.uid: found[place.uid] for place in own if place.uid in found}
    return DeckNotes(deck=deck, places=places, text=text, parsed=parsed, at=at, path=row.path)


class StepMaker:
    """Makes the edits of one step, which one undo takes back."""

    def __init__(self, database: Database, moment: Moment, told: Mapping[str, object]) -> None:
        """Begin a step.

        Args:
            database: The collection.
            moment: When.
            told: What to show when looking back: `what` is a word of `locale.bulk`,
                `text` what it was done with, `notes` to how many.
        """
        self._database = database
        self._moment = moment
        self._told = {"id": os.urandom(8).hex(), "since": next_batch_id(database), **told}

    def change(self, notes: DeckNotes, after: Mapping[str, Note | None]) -> None:
        """Change notes of a deck, and its file.

        Args:
            notes: The notes as they are.
            after: Those that change, by their uids, as they shall be; None sets one aside.

        Raises:
            EditError: A note was changed meanwhile, or the file could not hold it so.
            FileError: The file was changed meanwhile, or cannot be written.
            DatabaseError: It could not be written.
        """
        places = {place.uid: place for place in notes.places if place.uid in after}
        if not places:
            return
        edit = PlannedEdit(
            name=next(iter(places.values())).note.prompt,
            deck=notes.deck,
            known={uid: place.note for uid, place in places.items()},
            planned=[
                PlannedNote(uid, place.position, note)
                for uid, place in places.items()
                if (note := after[uid]) is not None
            ],
            vanished=[uid for uid in places if after[uid] is None],
        )
        if notes.text and any(uid in notes.at for uid in after):
            change = file_change(notes.text, notes.written(after))
            self.make(replace(edit, change=change))
        else:
            self.make(edit)

    def make(self, edit: PlannedEdit) -> None:
        """Make one edit of the step; where no file has to follow, some notes at a time."""
        edit = replace(edit, summary={STEP: self._told})
        if edit.change is not None:
            make_edit(self._database, edit, self._moment)
            return
        for at in range(0, len(edit.planned), NOTES_AT_ONCE):
            some = edit.planned[at : at + NOTES_AT_ONCE]
            make_edit(self._database, replace(edit, planned=some, vanished=()), self._moment)
        for at in range(0, len(edit.vanished), NOTES_AT_ONCE):
            gone = edit.vanished[at : at + NOTES_AT_ONCE]
            make_edit(self._database, replace(edit, planned=(), vanished=gone), self._moment)

    def write_beside(self, edit: PlannedEdit) -> None:
        """Make an edit of the step that changes no note."""
        make_edit(self._database, replace(edit, summary={STEP: self._told}), self._moment)


def files_left(notes: Iterable[DeckNotes]) -> tuple[str, ...]:
    """Return the files of decks that are gone, to be named to the learner."""
    return tuple(shown_path(each.path) for each in notes if each.path and each.text is None)

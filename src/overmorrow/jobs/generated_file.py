"""Plans how the file of a deck changes to hold more notes made from an article."""

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace

from overmorrow.cards.deck import Deck
from overmorrow.cards.deck_file import parse_deck, print_deck
from overmorrow.cards.deck_print import note_lines
from overmorrow.cards.note import Note
from overmorrow.cards.text import shown_path
from overmorrow.errors import FileError
from overmorrow.exchange.opening import name_of
from overmorrow.generation.article import Article
from overmorrow.jobs.comparison import fresh_uid, plan_deck
from overmorrow.jobs.deck_files import DeckText, deck_text, no_text
from overmorrow.jobs.deck_places import deck_name, new_path
from overmorrow.jobs.edit_note import parsed_text
from overmorrow.jobs.proposal_notes import one_line
from overmorrow.store.database import Database
from overmorrow.store.deck_file_rows import deck_file, deck_in_file
from overmorrow.store.deck_rows import head_of
from overmorrow.store.note_writing import PlannedNote
from overmorrow.store.notes import full_notes

_LONGEST_LINE = 200
_LONGEST_NAME = 50
_BETWEEN_BLOCKS = "\n\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class GeneratedFile:
    """A deck and its file before notes of an article come to it."""

    deck: Deck
    """What the file says of it, and the notes in it."""
    text: DeckText

    @property
    def is_new(self) -> bool:
        """Whether the file is still to be created."""
        return not self.text.row.sha256

    def with_notes(self, notes: Sequence[Note]) -> str:
        """Return the file's text with more notes at its end.

        Raises:
            FileError: It would not read back as that.
        """
        deck = replace(self.deck, notes=(*self.deck.notes, *notes))
        written = print_deck(deck) if self.is_new else self._longer(notes)
        found = parse_deck(written, deck.name).deck
        if list(found.notes) != list(deck.notes) or (self.is_new and found.name != deck.name):
            raise FileError("generating.not_writable", path=shown_path(self.text.row.path))
        return written

    def _longer(self, notes: Sequence[Note]) -> str:
        blocks = ["\n".join(note_lines(note, self.deck)) for note in notes]
        if self.deck.notes and self.deck.notes[-1].section:
            blocks.insert(0, "#")
        text = self.text.text
        has_gap = text.endswith(("\n\n", "\r\n\r\n"))
        between = "" if has_gap else "\n" if text.endswith("\n") else _BETWEEN_BLOCKS
        more = f"{between}{_BETWEEN_BLOCKS.join(blocks)}\n"
        return text + (more.replace("\n", "\r\n") if "\r\n" in text else more)


def generated_file(
    database: Database, article: Article, deck: str, path: str | None
) -> GeneratedFile:
    """Return the deck that notes of an article shall go to, and its file.

    Args:
        database: The collection; it is only read.
        article: The article.
        deck: The deck's name.
        path: Where its file shall be; None chooses a place for a new one.

    Raises:
        FileError: The file is another's or was changed since, or the deck has notes
            that stand in no file.
    """
    name = deck_name(deck)
    path = os.path.abspath(path) if path else None
    row = deck_file(database, name)
    if row and row.sha256:
        if path and path != row.path:
            raise FileError("generating.other_file", deck=name, path=shown_path(row.path))
        text = deck_text(row)
        if text is None:
            raise FileError("generating.file_gone", deck=name, path=shown_path(row.path))
        return GeneratedFile(deck=parsed_text(text).deck, text=text)
    if full_notes(database, name):
        raise FileError("generating.deck_without_file", deck=name)
    title = one_line(article.title)[:_LONGEST_LINE].strip()
    head = Deck(name=name, title=title, lang=article.lang, source=source_line(article))
    return GeneratedFile(deck=head, text=no_text(name, new_path(database, name, path)))


def deck_of_file(database: Database, path: str | None) -> str:
    """Return the deck that is kept in a file, or whose name a file to be would give it.

    Args:
        database: The collection; it is only read.
        path: The file; None for no file, and no deck.
    """
    if path is None:
        return ""
    return deck_in_file(database, os.path.abspath(path)) or name_of(path)


def usual_deck_name(database: Database, article: Article, name: str) -> str:
    """Return what an article's deck is called unless the learner says otherwise.

    It is never the name of a deck that is there already.

    Args:
        database: The collection; it is only read.
        article: The article; its title names the deck if that is short.
        name: What it is called otherwise.
    """
    title = one_line(article.title)
    usual = deck_name(title if title and len(title) <= _LONGEST_NAME else name)
    found, nth = usual, 1
    while head_of(database, found):
        nth += 1
        found = f"{usual} {nth}"
    return found


def source_line(article: Article) -> str:
    """Return who wrote an article, what it is called and when it appeared, on one line."""
    author, title = (one_line(text)[:_LONGEST_LINE] for text in (article.author, article.title))
    day = f"({article.day.isoformat()})" if article.day else ""
    return " ".join(filter(None, (", ".join(filter(None, (author, title))), day)))


def planned_notes(database: Database, file: GeneratedFile, written: str) -> list[PlannedNote]:
    """Return the notes that are new in a file's text, as an import would take them.

    Raises:
        FileError: Nothing of the file may be taken.
    """
    row = file.text.row
    parsed = parse_deck(written, row.deck)
    parsed = replace(parsed, deck=replace(parsed.deck, name=row.deck))
    plan = plan_deck(database, parsed, row.path)
    uids = {each.position: each.uid for each in (*plan.new, *plan.unchanged)}
    uids |= {each.index: each.uid for each in plan.changed}
    taken = {*uids.values(), *(each.uid for each in full_notes(database, row.deck))}
    planned = []
    for position in range(len(file.deck.notes), len(parsed.deck.notes)):
        note = parsed.deck.notes[position]
        uid = uids.get(position) or fresh_uid(row.deck, note, taken)
        taken.add(uid)
        planned.append(PlannedNote(uid, position, note))
    return planned

"""What notes ask with what counts as their answer, without the rest of them."""

from collections.abc import Iterator
from typing import NamedTuple

from overmorrow.store.database import Database

_ANSWERED = """
    SELECT deck.name, note.prompt, note.answer FROM note JOIN deck ON deck.id = note.deck_id
    WHERE note.vanished = 0"""
_WITH = f"{_ANSWERED} AND instr(note.prompt, ?) > 0 LIMIT 500"


class AnsweredNote(NamedTuple):
    """What a note asks and what counts as its answer; a text with gaps has its answers in it."""

    deck: str
    prompt: str
    answer: str


def answered_notes(database: Database) -> Iterator[AnsweredNote]:
    """Yield all notes that are asked."""
    return map(AnsweredNote._make, database.each(_ANSWERED))


def notes_with(database: Database, text: str) -> Iterator[AnsweredNote]:
    """Yield some notes whose prompt has a text in it."""
    return map(AnsweredNote._make, database.rows(_WITH, (text,)))

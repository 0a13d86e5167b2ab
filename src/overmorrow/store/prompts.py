"""Prompts without the rest of their notes: for a look at what comes next or is alike."""

from collections.abc import Iterator
from typing import NamedTuple

from overmorrow.errors import NotFoundError
from overmorrow.store.database import Database

_PROMPT = """
    SELECT card.key, note.prompt, note.answer, note.is_cloze, deck.lang
    FROM card JOIN note ON note.id = card.note_id JOIN deck ON deck.id = card.deck_id
    WHERE card.id = ?"""
_ANSWERED = """
    SELECT deck.name, note.prompt, note.answer FROM note JOIN deck ON deck.id = note.deck_id
    WHERE note.vanished = 0"""
_WITH = f"{_ANSWERED} AND instr(note.prompt, ?) > 0 LIMIT 500"


class PromptParts(NamedTuple):
    """What a card's prompt is made of."""

    key: str
    prompt: str
    answer: str
    is_cloze: bool
    lang: str


def prompt_of(database: Database, card_id: int) -> PromptParts:
    """Return what a card's prompt is made of, without reading all of its note.

    Raises:
        NotFoundError: There is no such card.
    """
    row = database.row(_PROMPT, (card_id,))
    if row is None:
        raise NotFoundError("store.no_card", card=card_id)
    key, prompt, answer, is_cloze, lang = row
    return PromptParts(key, prompt, answer, bool(is_cloze), lang)


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

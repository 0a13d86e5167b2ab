"""Prompts without the rest of their notes: for a look at what comes next or is alike."""

from typing import NamedTuple

from overmorrow.errors import NotFoundError
from overmorrow.store.database import Database

_PROMPT = """
    SELECT card.key, note.prompt, note.answer, note.is_cloze, deck.lang
    FROM card JOIN note ON note.id = card.note_id JOIN deck ON deck.id = card.deck_id
    WHERE card.id = ?"""


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

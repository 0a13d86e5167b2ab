"""Everything about a found card that fits beside a list."""

import os
from typing import NamedTuple

from overmorrow.cards.note import Note
from overmorrow.cards.text import shown_path
from overmorrow.clock import StudyDay
from overmorrow.errors import OvermorrowError
from overmorrow.jobs.asking import card_of
from overmorrow.jobs.card_info import PastAnswer, card_info
from overmorrow.jobs.deck_files import deck_text
from overmorrow.scheduling.leech import is_leech
from overmorrow.scheduling.state import CardState
from overmorrow.store import cards
from overmorrow.store.database import Database
from overmorrow.store.deck_file_rows import deck_file
from overmorrow.store.note_places import note_of_card

SHOWN_QUALITIES = 8
_LONGEST_FILE = 2_000_000
"""Bytes up to which the line of a card is looked for."""


class Preview(NamedTuple):
    """A card with its surroundings."""

    card_id: int
    prompt: str
    answer: str
    aliases: tuple[str, ...]
    source: str
    """Where it is from, in words; empty if unknown."""
    remark: str
    """The note that is shown after the answer."""
    hint: str
    qualities: str
    """The last answers, oldest first, such as `4 3 1>2`: proposed and chosen where they differ."""
    tags: tuple[str, ...]
    deck: str
    """The card's deck in full."""
    file: str
    """The path of the deck's file; empty without one."""
    line: int
    """Where in it the note begins, from 1; 0 if that is not known."""
    state: CardState
    answers: tuple[PastAnswer, ...]
    """The newest first."""
    wrong: tuple[tuple[str, int], ...]
    """What was wrongly typed and how often, the most frequent first."""
    is_leech: bool
    is_buried: bool
    """Today."""

    @property
    def place(self) -> str:
        """The file's name and the line, such as `rivers.md:14`; empty without a file."""
        name = os.path.basename(self.file)
        return f"{name}:{self.line}" if self.line else name


def preview(database: Database, card_id: int, day: StudyDay) -> Preview:
    """Return a card with its surroundings.

    Args:
        database: The collection.
        card_id: Which.
        day: Today.

    Raises:
        NotFoundError: There is no such card.
        DatabaseError: The collection cannot be read.
    """
    stored = cards.load_card(database, card_id)
    card = card_of(stored)
    info = card_info(database, card_id)
    path, line = _place(database, card_id)
    buried_day = stored.state.buried_day
    return Preview(
        card_id=card_id,
        prompt=card.prompt,
        answer=card.answer,
        aliases=card.aliases,
        source=card.source,
        remark=card.remark,
        hint=card.hint,
        qualities=" ".join(map(_quality, info.answers[:SHOWN_QUALITIES][::-1])),
        tags=stored.note.tags,
        deck=stored.deck_name,
        file=shown_path(path),
        line=line,
        state=stored.state,
        answers=info.answers,
        wrong=info.wrong,
        is_leech=is_leech(stored.state.sm2.lapses),
        is_buried=buried_day is not None and buried_day >= day,
    )


def _quality(answer: PastAnswer) -> str:
    if answer.proposed is None or answer.proposed == answer.quality:
        return str(answer.quality)
    return f"{answer.proposed}>{answer.quality}"


def _place(database: Database, card_id: int) -> tuple[str, int]:
    """Return the deck's file and the line of the card's note in it, if it stands there alone."""
    place = note_of_card(database, card_id)
    row = deck_file(database, place.deck)
    if row is None:
        return "", 0
    try:
        if os.path.getsize(row.path) > _LONGEST_FILE:
            return row.path, 0
        text = deck_text(row)
    except (OSError, OvermorrowError):
        return row.path, 0
    return row.path, _line(text.text, place.note) if text else 0


def _line(text: str, note: Note) -> int:
    """Return the only line that says the first of the note's prompt; 0 if it is not one."""
    first = note.prompt.split("\n")[0]
    heads = (f"Q: {first}", f"C: {first}", first)
    lines = [line.strip() for line in text.splitlines()]
    found = [at for at, line in enumerate(lines, 1) if line in heads]
    return found[0] if len(found) == 1 else 0

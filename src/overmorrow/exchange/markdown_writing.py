"""Writes decks in our own text format."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import takewhile

from overmorrow.cards.deck import Deck
from overmorrow.cards.deck_print import print_deck
from overmorrow.cards.deck_words import COMMENT_ID
from overmorrow.cards.note import Note
from overmorrow.exchange.outgoing import FileIds, OutgoingNote, plain_notes

_UNFIT = re.compile(r'[\x00-\x1f\x7f-\x9f<>:"/\\|?*]+')
_LONGEST_NAME = 180
"""Bytes, so that there is room for an ending."""


def markdown_of(deck: Deck, notes: Sequence[OutgoingNote], *, ids: bool) -> str:
    """Return a deck as text that reads back as the same deck.

    Cards of another program's note type become notes of their own.

    Args:
        deck: What the file says of it; its notes do not matter.
        notes: What it holds.
        ids: Whether each note gets an id that stays when its text changes.
    """
    file_ids = FileIds()
    own_ids = {note.uid: _own_id(note) for note in notes}
    for file_id in own_ids.values():
        file_ids.keep(file_id)
    printed = []
    for outgoing in notes:
        for key, _, note in plain_notes(outgoing.note):
            file_id = "" if key else own_ids[outgoing.uid]
            if ids and not file_id:
                file_id = file_ids.of(f"{outgoing.uid}\x1f{key}" if key else outgoing.uid)
            printed.append(note._replace(file_id=file_id))
    return print_deck(
        Deck(
            name=deck.name,
            title=deck.title,
            lang=deck.lang,
            source=deck.source,
            tags=_common_tags(printed),
            notes=printed,
        )
    )


def _common_tags(notes: Sequence[Note]) -> tuple[str, ...]:
    """Return the tags that all notes begin with, before that of their section."""
    sections = {note.section for note in notes}
    common = notes[0].tags if notes else ()
    for note in notes:
        same = takewhile(lambda pair: pair[0] == pair[1], zip(common, note.tags, strict=False))
        common = tuple(tag for tag, _ in same)
    return tuple(takewhile(lambda tag: tag not in sections, common))


def _own_id(outgoing: OutgoingNote) -> str:
    """Return the id that a note has in its file already, if the format can say it."""
    file_id = outgoing.note.file_id
    return file_id if file_id and COMMENT_ID.match(f"<!-- id: {file_id} -->") else ""


def file_names(decks: Iterable[str], ending: str) -> dict[str, str]:
    """Return a file's name for each deck, fit for every system and each only once."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for deck in decks:
        stem = _UNFIT.sub("_", unicodedata.normalize("NFC", deck).replace("::", " - "))
        stem = stem.encode()[:_LONGEST_NAME].decode(errors="ignore").strip(" .") or "_"
        name, nth = f"{stem}{ending}", 1
        while name.casefold() in taken:
            nth += 1
            name = f"{stem} {nth}{ending}"
        taken.add(name.casefold())
        names[deck] = name
    return names

"""Finds what in a collection refers to something that is not there, and makes the best of it."""

from collections.abc import Mapping, Sequence
from operator import itemgetter
from typing import Final

from overmorrow.cards.note_type import NoteType
from overmorrow.cards.problem import Harm, Problem
from overmorrow.cards.text import clean
from overmorrow.exchange.anki_note_types import note_type_of, numbered_note_type
from overmorrow.exchange.anki_schema18 import LEVELS

NoteRow = tuple[int, str, int, int, str, str, int, str]
CardRow = tuple[int, int, int, int, int, int, int, int, int, int, int, int, int, int, int, int, str]
ReviewRow = tuple[int, int, int, int, int, int, int, int]

NOTE_COLUMNS = "id guid:text mid mod tags:text flds:text flags data:text"
CARD_COLUMNS = (
    "id nid did ord mod type queue due ivl factor reps lapses left odue odid flags data:text"
)
REVIEW_COLUMNS = "id cid ease ivl lastIvl factor time type"

_ID = itemgetter(0)
_NUMBER = itemgetter(3)
_NOTE_OF_CARD = _CARD_OF_REVIEW = itemgetter(1)
_NOTE_TYPE: Final = 2
_FIELDS: Final = 5
_DECK: Final = 2
_HOME_DECK: Final = 14
_DEFAULT_DECK = 1
_MOST_NAMED = 5
_LONGEST_NAMED = 60


def cards_with_notes(
    cards: list[CardRow], notes: Sequence[NoteRow], problems: list[Problem]
) -> list[CardRow]:
    """Return the cards that belong to a note; tell of the others, and of notes without cards."""
    if min(map(_NUMBER, cards), default=0) < 0:
        odd = [card[0] for card in cards if card[3] < 0]
        cards = [card for card in cards if card[3] >= 0]
        problems.append(problem("anki.card_number", odd, harm=Harm.CARD))
    note_ids = set(map(_ID, notes))
    used = set(map(_NOTE_OF_CARD, cards))
    if not used <= note_ids:
        alone = [card[0] for card in cards if card[1] not in note_ids]
        cards = [card for card in cards if card[1] in note_ids]
        problems.append(problem("anki.card_without_note", alone, harm=Harm.CARD))
    if not note_ids <= used:
        problems.append(problem("anki.note_without_cards", sorted(note_ids - used)))
    return cards


def reviews_with_cards(
    revlog: list[ReviewRow], cards: Sequence[CardRow], problems: list[Problem]
) -> list[ReviewRow]:
    """Return the reviews that are of a card; tell of the others."""
    card_ids = set(map(_ID, cards))
    if card_ids.issuperset(map(_CARD_OF_REVIEW, revlog)):
        return revlog
    alone = [review[0] for review in revlog if review[1] not in card_ids]
    problems.append(problem("anki.review_without_card", alone))
    return [review for review in revlog if review[1] in card_ids]


def note_types_of(
    models: Mapping[str, object], notes: Sequence[NoteRow], problems: list[Problem]
) -> dict[int, NoteType]:
    """Return the note types by id; notes whose own is missing get one with numbered fields."""
    found = {}
    for key, model in models.items():
        note_type = note_type_of(model)
        if note_type and _is_id(key):
            found[int(key)] = note_type
    lacking = {note[_NOTE_TYPE] for note in notes} - found.keys()
    for missing in sorted(lacking):
        theirs = [note for note in notes if note[_NOTE_TYPE] == missing]
        width = max(note[_FIELDS].count("\x1f") + 1 for note in theirs)
        found[missing] = numbered_note_type(missing, width)
        problems.append(problem("anki.note_type_missing", [note[0] for note in theirs]))
    return found


def deck_names_of(
    decks: Mapping[str, object], cards: Sequence[CardRow], problems: list[Problem]
) -> dict[int, str]:
    """Return the decks' names by id; a deck that is not there bears the default deck's name."""
    found = {}
    for key, deck in decks.items():
        name = deck.get("name") if isinstance(deck, dict) else None
        if isinstance(name, str) and name and _is_id(key):
            found[int(key)] = name.replace(LEVELS, "::")
    default = found.get(_DEFAULT_DECK, "Default")
    missing = {card[_HOME_DECK] or card[_DECK] for card in cards} - found.keys()
    if missing:
        strays = [card[0] for card in cards if (card[_HOME_DECK] or card[_DECK]) in missing]
        problems.append(problem("anki.deck_missing", strays, deck=clean(default)))
        found |= dict.fromkeys(missing, default)
    return found


def problem(
    key: str, named: Sequence[object], harm: Harm = Harm.NOTICE, **values: object
) -> Problem:
    """Return a problem that counts what it is about, and names the first few."""
    shown = [clean(str(name)).replace("\n", " ")[:_LONGEST_NAMED] for name in named[:_MOST_NAMED]]
    if len(named) > _MOST_NAMED:
        shown.append("…")
    return Problem(
        line=1, key=key, harm=harm, values={"n": len(named), "which": ", ".join(shown), **values}
    )


def _is_id(text: str) -> bool:
    return text.isascii() and text.removeprefix("-").isdecimal() and len(text) < 20

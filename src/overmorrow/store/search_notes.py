"""From found cards to their notes, and back to all cards of those."""

from collections.abc import Sequence

from overmorrow.store.database import Database

_AT_ONCE = 500
_SIBLINGS = "SELECT id, note_id FROM card WHERE note_id IN ({slots}) AND vanished = 0 ORDER BY id"
_NOTES = """
    SELECT card.id, note.uid FROM card JOIN note ON note.id = card.note_id
    WHERE card.id IN ({slots}) AND note.vanished = 0"""
_NOTE_IDS = "SELECT id, note_id FROM card WHERE id IN ({slots})"


def all_cards_of_notes(database: Database, card_ids: Sequence[int]) -> list[int]:
    """Return the cards and their siblings, notes in the order given.

    Raises:
        DatabaseError: The file cannot be read.
    """
    note_of = _pairs(database, _NOTE_IDS, card_ids)
    notes = list(dict.fromkeys(note_of[each] for each in card_ids if each in note_of))
    siblings: dict[object, list[int]] = {}
    for card_id, note_id in _pairs(database, _SIBLINGS, notes).items():
        siblings.setdefault(note_id, []).append(card_id)
    return [card_id for note_id in notes for card_id in siblings.get(note_id, ())]


def one_a_note(database: Database, card_ids: Sequence[int]) -> list[int]:
    """Return the cards without those whose note has another before them.

    Raises:
        DatabaseError: The file cannot be read.
    """
    note_of = _pairs(database, _NOTE_IDS, card_ids)
    first: dict[int, int] = {}
    for card_id in card_ids:
        if card_id in note_of:
            first.setdefault(note_of[card_id], card_id)
    return list(first.values())


def note_uids(database: Database, card_ids: Sequence[int]) -> list[str]:
    """Return the notes of cards by their uids, each once, in the order given.

    Raises:
        DatabaseError: The file cannot be read.
    """
    uid_of = _pairs(database, _NOTES, card_ids)
    return [str(uid) for uid in dict.fromkeys(uid_of[each] for each in card_ids if each in uid_of)]


def _pairs(database: Database, sql: str, values: Sequence[int]) -> dict[int, int]:
    found: dict[int, int] = {}
    for start in range(0, len(values), _AT_ONCE):
        some = values[start : start + _AT_ONCE]
        slots = ", ".join("?" * len(some))
        found.update(database.rows(sql.format(slots=slots), some))
    return found

"""Gives decks other names and sets them aside; a deck set aside has a tombstone and its cards rest.

Nothing is thrown away: notes and cards stay, not shown, until the deck is brought
back. The deck's tombstone counts while it is as late as the deck, so that of two
machines the one that spoke last is heard.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from overmorrow.cards.making import keys_of
from overmorrow.cards.note import Note
from overmorrow.store.cache import count_cards, measures, read
from overmorrow.store.database import Database
from overmorrow.store.deck_names import IS_GONE, LEVEL, all_decks, ancestors, under
from overmorrow.store.deck_rows import deck_id_of, deck_uid, make_parents
from overmorrow.store.note_cards import CardPlace, put_cards
from overmorrow.store.note_rows import NOTE_COLUMNS, note_of

_TOMBSTONE = """
    INSERT INTO tombstone (uid, kind, hlc) VALUES (?, 'deck', ?)
    ON CONFLICT (uid) DO UPDATE SET hlc = max(hlc, excluded.hlc)"""
_RENAME = "UPDATE deck SET name = ?, uid = ?, title = ?, hlc = ? WHERE id = ?"
_REVIVE = "UPDATE deck SET hlc = ? WHERE id = ?"
_GONE = f"""
    SELECT deck.id, deck.name, tombstone.hlc FROM deck JOIN tombstone ON tombstone.uid = deck.uid
    WHERE {IS_GONE} ORDER BY deck.name"""
_RESTING = "SELECT count(*) FROM note WHERE deck_id = ? AND vanished = 1 AND hlc = ?"
_REMOVED_HERE = "SELECT 1 FROM batch WHERE hlc = ? AND name = ? AND undone = 0"
_NOTES = f"""
    SELECT id, uid, deck_id, position, {NOTE_COLUMNS} FROM note
    WHERE deck_id IN ({{decks}}) AND vanished = 1 AND hlc = ?
       OR vanished = 0 AND id IN (SELECT note_id FROM card WHERE deck_id IN ({{decks}}))"""
_AFTER_IT = "UPDATE deck SET hlc = (SELECT hlc + 1 FROM tombstone WHERE uid = deck.uid)"
_SHOW_USED = f"""
    {_AFTER_IT} WHERE {IS_GONE} AND EXISTS (
        SELECT 1 FROM note WHERE note.deck_id = deck.id AND note.vanished = 0)"""
_SHOW = f"{_AFTER_IT} WHERE name = ? AND {IS_GONE}"


class RemovedDeck(NamedTuple):
    """A deck that was set aside with everything below it."""

    name: str
    notes: int
    hlc: int
    """When, as a log time: its milliseconds are those of the wall clock."""


def rename_decks(database: Database, old: str, new: str, hlc: int) -> Mapping[str, str]:
    """Give a deck and everything below it another name, inside a transaction.

    Returns:
        The new names by the old ones.

    Raises:
        NotFoundError: There is no such deck.
    """
    moved = under(all_decks(database), old)
    make_parents(database, new, hlc)
    names = {deck.name: new + deck.name.removeprefix(old) for deck in moved}
    titles: dict[int, str] = dict(database.rows("SELECT id, title FROM deck"))
    for deck in moved:
        name = names[deck.name]
        title = titles[deck.deck_id]
        if title == deck.name.rpartition(LEVEL)[2]:
            title = name.rpartition(LEVEL)[2]
        values = (name, deck_uid(name), title, hlc, deck.deck_id)
        database.connection.execute(_RENAME, values)
        database.connection.execute(_TOMBSTONE, (deck_uid(deck.name), hlc))
    sql = f"UPDATE note SET hlc = ? WHERE deck_id IN ({_slots(moved)})"
    database.connection.execute(sql, (hlc, *(deck.deck_id for deck in moved)))
    return names


def remove_decks(database: Database, name: str, hlc: int) -> Sequence[str]:
    """Set a deck and everything below it aside, inside a transaction.

    Returns:
        The decks' names.

    Raises:
        NotFoundError: There is no such deck.
    """
    gone = under(all_decks(database), name)
    ids = [deck.deck_id for deck in gone]
    slots = _slots(ids)
    execute = database.connection.execute
    _rest_elsewhere(database, ids)
    execute(f"UPDATE card SET vanished = 1 WHERE vanished = 0 AND deck_id IN ({slots})", ids)
    sql = f"UPDATE note SET vanished = 1, hlc = ? WHERE vanished = 0 AND deck_id IN ({slots})"
    execute(sql, (hlc, *ids))
    execute(f"DELETE FROM histogram WHERE deck_id IN ({slots})", ids)
    for deck in gone:
        execute(_TOMBSTONE, (deck_uid(deck.name), hlc))
    return [deck.name for deck in gone]


def _rest_elsewhere(database: Database, ids: Sequence[int]) -> None:
    """Let the cards rest that lie elsewhere, of notes in these decks."""
    slots = _slots(ids)
    sql = f"""SELECT card.id FROM note JOIN card ON card.note_id = note.id
        WHERE note.deck_id IN ({slots}) AND card.deck_id NOT IN ({slots}) AND card.vanished = 0"""
    for (card_id,) in database.rows(sql, (*ids, *ids)):
        card = read(database, card_id)
        changes = [(name, card.deck_id, at, -1) for name, at in measures(card.state, False)]
        count_cards(database, changes)
        database.connection.execute("UPDATE card SET vanished = 1 WHERE id = ?", (card_id,))


def removed_decks(database: Database) -> list[RemovedDeck]:
    """Return the decks that were set aside, those below one of them left out.

    An empty one is left out too if another machine only gave it another name.
    """
    found: list[RemovedDeck] = []
    for deck_id, name, hlc in database.rows(_GONE):
        notes = database.number(_RESTING, (deck_id, hlc)) or 0
        over = next((each for each in found if _is_in(name, each.name)), None)
        if over is None or over.hlc != hlc:
            found.append(RemovedDeck(name, notes, hlc))
        else:
            found[found.index(over)] = over._replace(notes=over.notes + notes)
    return [
        deck for deck in found if deck.notes or database.row(_REMOVED_HERE, (deck.hlc, deck.name))
    ]


def restore_decks(database: Database, removed: RemovedDeck, hlc: int) -> Sequence[str]:
    """Bring a deck back with everything that was set aside with it, inside a transaction.

    Returns:
        The decks' names.
    """
    back = [
        (deck_id, name)
        for deck_id, name, then in database.rows(_GONE)
        if then == removed.hlc and _is_in(name, removed.name)
    ]
    for deck_id, _ in back:
        database.connection.execute(_REVIVE, (hlc, deck_id))
    make_parents(database, removed.name, hlc)
    decks = ", ".join(str(deck_id) for deck_id, _ in back)
    rows = database.rows(_NOTES.format(decks=decks), (removed.hlc,))
    for note_id, uid, deck_id, position, *columns in rows:
        sql = "UPDATE note SET vanished = 0, hlc = ? WHERE id = ? AND vanished = 1"
        database.connection.execute(sql, (hlc, note_id))
        place = CardPlace(note_id, uid, deck_id, position)
        put_cards(database, place, _cards(database, note_of(tuple(columns)), deck_id))
    return [name for _, name in back]


def _cards(database: Database, note: Note, deck_id: int) -> dict[str, int]:
    """Return the keys of a note's cards, each with its deck's id."""
    if note.faces:
        return {
            face.key: deck_id_of(database, face.deck) if face.deck else deck_id
            for face in note.faces
        }
    return dict.fromkeys(keys_of(note), deck_id)


def show_used_decks(database: Database) -> None:
    """Show decks again that were set aside but have notes from elsewhere, in a transaction."""
    database.connection.execute(_SHOW_USED)
    for deck in all_decks(database):
        for name in ancestors(deck.name):
            database.connection.execute(_SHOW, (name,))


def _is_in(name: str, deck: str) -> bool:
    return name == deck or name.startswith(deck + LEVEL)


def _slots(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))

"""Takes in another collection's notes and their cards: of each note, what was written later."""

import json
from typing import NamedTuple

from overmorrow.clock import Moment
from overmorrow.scheduling.state import CardState
from overmorrow.store import cache
from overmorrow.store.batches import Batch, remember
from overmorrow.store.cache import STATE_COLUMNS, STATE_WIDTH
from overmorrow.store.database import Database, Row
from overmorrow.store.events import claim_hlc, new_event_id
from overmorrow.store.merge_shares import TOUCHED
from overmorrow.store.note_cards import remove_cards
from overmorrow.store.note_rows import NOTE_COLUMNS

CHOSEN = "temp.merge_chosen"
"""The uids of the notes that are taken from the other."""

_TEXT = tuple(NOTE_COLUMNS.split(", "))
_WIDTH = len(_TEXT)
_OUR_TEXT, _THEIR_TEXT = (
    ", ".join(f"{side}.{column}" for column in _TEXT) for side in ("ours", "theirs")
)
_OURS = f"our_deck.name, ours.position, ours.vanished, {_OUR_TEXT}"
_THEIRS = f"their_deck.name, theirs.position, theirs.vanished, {_THEIR_TEXT}"
_IN_BOTH = """
    FROM other.note AS theirs JOIN other.deck AS their_deck ON their_deck.id = theirs.deck_id
    JOIN main.note AS ours ON ours.uid = theirs.uid
    JOIN main.deck AS our_deck ON our_deck.id = ours.deck_id"""
_WINS = f"(theirs.hlc, {_THEIRS}) > (ours.hlc, {_OURS})"
_DIFFERS = f"({_THEIRS}) IS NOT ({_OURS})"

_DELETED = """
    SELECT note.id FROM main.tombstone JOIN main.note USING (uid)
    WHERE tombstone.hlc >= note.hlc"""
_OTHER_TEXTS = f"""
    SELECT {_WINS}, ours.id, theirs.id, ours.uid, our_deck.name, theirs.position,
           theirs.vanished, {_OUR_TEXT}, {_THEIR_TEXT}
    {_IN_BOTH} WHERE ({_THEIR_TEXT}) IS NOT ({_OUR_TEXT})
    ORDER BY our_deck.name, ours.position, ours.uid"""
_CHOOSE_NEW = f"""
    INSERT INTO {CHOSEN} SELECT uid, 1 FROM other.note AS theirs
    WHERE NOT EXISTS (SELECT 1 FROM main.note WHERE note.uid = theirs.uid)
      AND NOT EXISTS (SELECT 1 FROM main.tombstone AS gone
                      WHERE gone.uid = theirs.uid AND gone.hlc >= theirs.hlc)"""
_CHOOSE_LATER = f"INSERT INTO {CHOSEN} SELECT ours.uid, 0 {_IN_BOTH} WHERE {_DIFFERS} AND {_WINS}"
_KEPT = f"SELECT count(*) {_IN_BOTH} WHERE {_DIFFERS} AND NOT {_WINS}"
_TOUCHED_CARDS = f"""
    INSERT OR IGNORE INTO {TOUCHED}
    SELECT card.uid FROM main.card JOIN main.note ON note.id = note_id
    WHERE note.uid IN (SELECT uid FROM {CHOSEN} UNION ALL SELECT uid FROM main.tombstone)
    UNION ALL
    SELECT card.uid FROM other.card JOIN other.note ON note.id = note_id
    WHERE note.uid IN (SELECT uid FROM {CHOSEN})
       OR NOT EXISTS (SELECT 1 FROM main.card AS ours WHERE ours.uid = card.uid)"""
_FILES = f"""
    SELECT DISTINCT deck_file.path
    FROM other.note AS theirs JOIN other.deck AS their_deck ON their_deck.id = theirs.deck_id
    JOIN main.deck AS our_deck ON our_deck.name = their_deck.name
    JOIN main.deck_file ON deck_file.deck_id = our_deck.id
    WHERE theirs.uid IN (SELECT uid FROM {CHOSEN}) ORDER BY deck_file.path"""

_SOURCE = """
    FROM other.note AS theirs JOIN other.deck AS their_deck ON their_deck.id = theirs.deck_id
    JOIN main.deck AS our_deck ON our_deck.name = their_deck.name"""
_SET_TEXT = ", ".join(f"{column} = theirs.{column}" for column in _TEXT)
_UPDATE = f"""
    UPDATE main.note
    SET deck_id = our_deck.id, position = theirs.position, vanished = theirs.vanished,
        hlc = theirs.hlc, {_SET_TEXT}
    {_SOURCE}
    WHERE theirs.uid = note.uid AND note.uid IN (SELECT uid FROM {CHOSEN} WHERE is_new = 0)"""
_INSERT = f"""
    INSERT INTO main.note (uid, deck_id, position, vanished, hlc, batch_id, {NOTE_COLUMNS})
    SELECT theirs.uid, our_deck.id, theirs.position, theirs.vanished, theirs.hlc, ?, {_THEIR_TEXT}
    {_SOURCE} WHERE theirs.uid IN (SELECT uid FROM {CHOSEN} WHERE is_new = 1) ORDER BY theirs.id"""
_AS_LATE = """
    UPDATE main.note SET hlc = theirs.hlc FROM other.note AS theirs
    WHERE theirs.uid = note.uid AND theirs.hlc > note.hlc"""

_SET_ASIDE = f"""
    UPDATE main.card SET vanished = 1, deck_id = note.deck_id, position = note.position
    FROM main.note
    WHERE note.id = note_id AND note.uid IN (SELECT uid FROM {CHOSEN} WHERE is_new = 0)"""
_INSERT_CARDS = (
    f"INSERT INTO main.card (uid, note_id, deck_id, key, position, vanished, {STATE_COLUMNS})"
)
_NEW_STATE = ", ".join("?" * STATE_WIDTH)
_PUT_CARDS = f"""
    {_INSERT_CARDS}
    SELECT card.uid, ours.id, our_deck.id, card.key, ours.position, card.vanished, {_NEW_STATE}
    FROM other.card JOIN other.note AS theirs ON theirs.id = card.note_id
    JOIN main.note AS ours ON ours.uid = theirs.uid
    JOIN other.deck AS their_deck ON their_deck.id = card.deck_id
    JOIN main.deck AS our_deck ON our_deck.name = their_deck.name
    WHERE theirs.uid IN (SELECT uid FROM {CHOSEN}) ORDER BY card.id
    ON CONFLICT (uid) DO UPDATE
    SET deck_id = excluded.deck_id, vanished = excluded.vanished"""
_PUT_ONCE_MADE = f"""
    {_INSERT_CARDS}
    SELECT card.uid, ours.id, ours.deck_id, card.key, ours.position, 1, {_NEW_STATE}
    FROM other.card JOIN other.note AS theirs ON theirs.id = card.note_id
    JOIN main.note AS ours ON ours.uid = theirs.uid
    WHERE NOT EXISTS (SELECT 1 FROM main.card AS known WHERE known.uid = card.uid)
    ORDER BY card.id"""
_FORGET = """
    DELETE FROM main.card WHERE vanished = 1 AND note_id IN (
        SELECT note.id FROM main.note JOIN main.tombstone USING (uid))"""


class Wording(NamedTuple):
    """What a note asks, and what counts as its answer."""

    prompt: str
    answer: str


class Conflict(NamedTuple):
    """A note whose text was changed here and there; the later one stays."""

    uid: str
    deck: str
    """Where it lies here."""
    kept: Wording
    other: Wording
    """The text that was not taken; the note's history keeps it."""
    takes_theirs: bool
    """Whether the text kept is the other collection's."""
    note_id: int
    content: str
    """The other collection's version, as a history keeps it."""


class NoteCounts(NamedTuple):
    """How many notes a merge concerns."""

    new: int
    changed: int
    kept: int


def age_first_deck(database: Database) -> None:
    """Let what came with the program count as older than anything, unless it was changed.

    A collection that is made on a new machine begins with it; what was written
    elsewhere before that day is later in truth.
    """
    for side in ("main", "other"):
        sql = f"SELECT id, hlc, summary FROM {side}.batch WHERE undone = 0 AND hlc > 0"
        for batch_id, hlc, text in database.rows(sql):
            if json.loads(text)["summary"].get("lasting"):
                _age(database, side, batch_id, hlc)


def _age(database: Database, side: str, batch_id: int, hlc: int) -> None:
    execute = database.connection.execute
    execute(f"UPDATE {side}.note SET hlc = 0 WHERE batch_id = ? AND hlc = ?", (batch_id, hlc))
    execute(f"UPDATE {side}.deck SET hlc = 0 WHERE hlc = ?", (hlc,))
    execute(f"UPDATE {side}.batch SET hlc = 0 WHERE id = ?", (batch_id,))


def drop_deleted(database: Database) -> None:
    """Take out notes that were deleted for good after they were last written."""
    execute = database.connection.execute
    for (note_id,) in database.rows(_DELETED):
        remove_cards(database, note_id)
        execute("DELETE FROM main.note_history WHERE note_id = ?", (note_id,))
        execute("DELETE FROM main.note WHERE id = ?", (note_id,))


def conflicts(database: Database) -> tuple[Conflict, ...]:
    """Return the notes whose older text the newer one does not come from."""
    return tuple(
        _conflict(row) for row in database.rows(_OTHER_TEXTS) if not _comes_from(database, row)
    )


def _comes_from(database: Database, row: Row) -> bool:
    """Whether the later text's note once had the older text."""
    takes_theirs, our_id, their_id = row[:3]
    older = row[7 : 7 + _WIDTH] if takes_theirs else row[7 + _WIDTH :]
    side, note_id = ("other", their_id) if takes_theirs else ("main", our_id)
    sql = f"SELECT content FROM {side}.note_history WHERE note_id = ?"
    histories = (json.loads(text) for (text,) in database.rows(sql, (note_id,)))
    return any(tuple(content["note"][-_WIDTH:]) == older for content in histories)


def _conflict(row: Row) -> Conflict:
    takes_theirs, our_id, _, uid, deck, position, vanished, *texts = row
    ours, theirs = texts[:_WIDTH], texts[_WIDTH:]
    kept, other = (theirs, ours) if takes_theirs else (ours, theirs)
    return Conflict(
        uid=uid,
        deck=deck,
        kept=Wording(*kept[:2]),
        other=Wording(*other[:2]),
        takes_theirs=bool(takes_theirs),
        note_id=our_id,
        content=json.dumps([position, vanished, *theirs], ensure_ascii=False),
    )


def choose(database: Database) -> NoteCounts:
    """Mark the notes that are taken from the other, and the cards that are touched."""
    execute = database.connection.execute
    execute(f"CREATE TABLE {CHOSEN} (uid TEXT PRIMARY KEY, is_new INTEGER) WITHOUT ROWID, STRICT")
    new = execute(_CHOOSE_NEW).rowcount
    changed = execute(_CHOOSE_LATER).rowcount
    kept = database.number(_KEPT) or 0
    execute(_TOUCHED_CARDS)
    return NoteCounts(new, changed, kept)


def files_behind(database: Database) -> tuple[str, ...]:
    """Return the deck files that say otherwise than the chosen notes, or do not have them."""
    return tuple(row[0] for row in database.rows(_FILES))


def remember_changed(database: Database, batch: Batch) -> None:
    """Keep what chosen notes are like before they change, inside a transaction."""
    sql = f"SELECT note.id FROM main.note JOIN {CHOSEN} USING (uid) ORDER BY note.id"
    for (note_id,) in database.rows(sql):
        remember(database, batch, note_id)


def take_in(database: Database, batch: Batch | None) -> None:
    """Write the chosen notes and all cards that are missing, inside a transaction.

    A note's cards are those of its later version; others that it ever had stay with
    it, not shown, since their answers count. Of a note that was deleted once and came
    again they go: one copy may have forgotten them with it.

    Args:
        database: Where; the decks are there already.
        batch: What new notes belong to; None if none is new.
    """
    execute = database.connection.execute
    state = cache.columns_of(CardState())
    execute(_UPDATE)
    if batch:
        execute(_INSERT, (batch.batch_id,))
    execute(_AS_LATE)
    execute(_SET_ASIDE)
    execute(_PUT_CARDS, state)
    execute(_PUT_ONCE_MADE, state)
    execute(_FORGET)
    execute(f"DROP TABLE {CHOSEN}")


def keep_losers(database: Database, found: tuple[Conflict, ...], name: str, moment: Moment) -> None:
    """Put the other's texts that lost into their notes' histories, inside a transaction.

    They belong to a batch of their own that counts as taken back: nothing of it is
    in the notes.
    """
    lost = [conflict for conflict in found if not conflict.takes_theirs]
    if not lost:
        return
    hlc = claim_hlc(database, moment)
    execute = database.connection.execute
    sql = (
        "INSERT INTO main.batch (uid, hlc, wall_ms, name, summary, finished, undone)"
        """ VALUES (?, ?, ?, ?, '{"decks": {}, "summary": {}}', 1, 1)"""
    )
    batch_id = execute(sql, (new_event_id(hlc), hlc, moment.wall_ms, name)).lastrowid
    deck_of = "SELECT deck_id FROM main.note WHERE id = ?"
    for conflict in lost:
        deck_id = database.value(deck_of, (conflict.note_id,))
        content = {"note": [deck_id, *json.loads(conflict.content)], "cards": {}}
        text = json.dumps(content, ensure_ascii=False)
        sql = "INSERT INTO main.note_history (note_id, hlc, content, batch_id) VALUES (?, ?, ?, ?)"
        execute(sql, (conflict.note_id, hlc, text, batch_id))

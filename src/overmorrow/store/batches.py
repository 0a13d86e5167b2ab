"""Batches: what was written together, and is taken back together."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from overmorrow.clock import Moment
from overmorrow.errors import NotFoundError
from overmorrow.store.answers import take_back
from overmorrow.store.database import Database, Row
from overmorrow.store.deck_rows import (
    DeckHead,
    head_of,
    rest_again,
    take_deck_back,
    take_limits_back,
)
from overmorrow.store.events import claim_hlc, find_event, new_event_id
from overmorrow.store.note_cards import CardPlace, put_cards, remove_cards, remove_untouched
from overmorrow.store.note_rows import NOTE_COLUMNS
from overmorrow.store.sources import forget_sources

MERGED = "merged"
"""In a batch's summary: that it took in another collection."""
_CONTENT = f"deck_id, position, vanished, {NOTE_COLUMNS}"
_SET = ", ".join(f"{column} = ?" for column in _CONTENT.split(", "))
_LONGEST_BATCH_MS = 3_600_000
_LATER = """
    EXISTS (SELECT 1 FROM note_history AS later JOIN batch ON batch.id = later.batch_id
            WHERE later.note_id = {note} AND later.batch_id <> ?1 AND later.hlc > ?2
              AND batch.undone = 0)"""
_CHANGED = f"""
    SELECT note_id, content FROM note_history AS history
    WHERE batch_id = ?1 AND NOT {_LATER.format(note="history.note_id")} ORDER BY id DESC"""
_ADDED = f"SELECT id FROM note WHERE batch_id = ?1 AND NOT {_LATER.format(note='note.id')}"


class Batch(NamedTuple):
    """A batch while it is being written."""

    batch_id: int
    hlc: int


class BatchRecord(NamedTuple):
    """A batch as the learner looks back on it."""

    batch_id: int
    hlc: int
    wall_ms: int
    name: str
    finished: bool
    summary: Mapping[str, object]


def begin(
    database: Database,
    name: str,
    heads: Iterable[DeckHead],
    moment: Moment,
    summary: Mapping[str, object] | None = None,
    limits: Mapping[str, str] | None = None,
) -> Batch:
    """Start a batch that writes notes of some decks, inside a transaction."""
    hlc = claim_hlc(database, moment)
    before = {head.name: head_of(database, head.name) for head in heads}
    told = {"decks": before, "summary": dict(summary or {}), "limits": dict(limits or {})}
    text = json.dumps(told, ensure_ascii=False)
    row = (new_event_id(hlc), hlc, moment.wall_ms, name, text)
    sql = (
        "INSERT INTO batch (uid, hlc, wall_ms, name, summary, finished, undone)"
        " VALUES (?, ?, ?, ?, ?, 0, 0)"
    )
    return Batch(database.connection.execute(sql, row).lastrowid or 0, hlc)


def finish(database: Database, batch: Batch, event_ids: Sequence[bytes] = ()) -> None:
    """Mark a batch as written whole, inside its last transaction.

    Args:
        database: Where.
        batch: Which.
        event_ids: What it told of cards that were there before.
    """
    sql = "UPDATE batch SET finished = 1, summary = ? WHERE id = ?"
    text = database.value("SELECT summary FROM batch WHERE id = ?", (batch.batch_id,))
    told = {"events": [event_id.hex() for event_id in event_ids]} if event_ids else {}
    summary = json.dumps(json.loads(str(text)) | told, ensure_ascii=False)
    database.connection.execute(sql, (summary, batch.batch_id))


def forget(database: Database, batch: Batch) -> None:
    """Drop a batch that turned out to have nothing to write, inside its transaction."""
    database.connection.execute("DELETE FROM batch WHERE id = ?", (batch.batch_id,))


def remember(database: Database, batch: Batch, note_id: int) -> None:
    """Keep what a note is like before the batch changes it, inside a transaction."""
    row = database.row(f"SELECT {_CONTENT} FROM note WHERE id = ?", (note_id,))
    sql = "SELECT key, vanished, deck_id FROM card WHERE note_id = ?"
    cards = {key: place for key, *place in database.rows(sql, (note_id,))}
    content = json.dumps({"note": row, "cards": cards}, ensure_ascii=False)
    sql = "INSERT INTO note_history (note_id, hlc, content, batch_id) VALUES (?, ?, ?, ?)"
    database.connection.execute(sql, (note_id, batch.hlc, content, batch.batch_id))


def batches(database: Database, limit: int = 20) -> list[BatchRecord]:
    """Return the batches that have not been taken back, newest first."""
    sql = (
        "SELECT id, hlc, wall_ms, name, finished, summary FROM batch"
        " WHERE undone = 0 ORDER BY id DESC LIMIT ?"
    )
    return [
        BatchRecord(batch_id, hlc, wall_ms, name, bool(finished), json.loads(text)["summary"])
        for batch_id, hlc, wall_ms, name, finished, text in database.rows(sql, (limit,))
    ]


def next_batch_id(database: Database) -> int:
    """Return a number that no batch before has, and every later one has or is above."""
    return (database.number("SELECT max(id) FROM batch") or 0) + 1


def batches_saying(database: Database, text: str, since: int) -> list[BatchRecord]:
    """Return the finished batches whose summary has a text and that stand, newest first.

    Args:
        database: Where.
        text: What their summaries have, as it is written there.
        since: The first batch to look at.
    """
    sql = """
        SELECT id, hlc, wall_ms, name, finished, summary FROM batch
        WHERE id >= ? AND undone = 0 AND finished = 1 AND instr(summary, ?) ORDER BY id DESC"""
    return [
        BatchRecord(batch_id, hlc, wall_ms, name, bool(finished), json.loads(told)["summary"])
        for batch_id, hlc, wall_ms, name, finished, told in database.rows(sql, (since, text))
    ]


def abandoned(database: Database, moment: Moment) -> list[int]:
    """Return batches begun over an hour ago and never written whole: their process died."""
    sql = "SELECT id FROM batch WHERE finished = 0 AND undone = 0 AND wall_ms < ? ORDER BY id DESC"
    return [row[0] for row in database.rows(sql, (moment.wall_ms - _LONGEST_BATCH_MS,))]


def undo_batch(database: Database, batch_id: int, moment: Moment) -> None:
    """Take a batch back: its notes and cards go, those it changed are as before.

    Notes that a later batch changed stay as they are. The log keeps every
    answer, so bringing the notes again brings their schedules back.

    Raises:
        NotFoundError: There is no such batch, or it has been taken back.
        DatabaseError: It could not be written; nothing was.
    """
    with database.transaction():
        sql = "SELECT hlc, summary FROM batch WHERE id = ? AND undone = 0"
        row = database.row(sql, (batch_id,))
        if row is None:
            raise NotFoundError("store.no_batch", batch=batch_id)
        hlc, notes = row[0], json.loads(row[1])
        _restore_notes(database, batch_id, hlc, claim_hlc(database, moment))
        _remove_notes(database, batch_id, hlc)
        forget_sources(database)
        _void_events(database, notes.get("events", ()), moment)
        take_limits_back(database, notes.get("limits", {}))
        for name, before in _decks_before(notes):
            take_deck_back(database, name, before, hlc)
        rest_again(database, hlc)
        mark_undone(database, batch_id)


def mark_undone(database: Database, batch_id: int) -> None:
    """Count a batch as taken back, inside the transaction that does so."""
    database.connection.execute("UPDATE batch SET undone = 1 WHERE id = ?", (batch_id,))


def _void_events(database: Database, event_ids: Iterable[str], moment: Moment) -> None:
    """Take back what the batch told of cards that were there before."""
    for event_id in event_ids:
        event = find_event(database, bytes.fromhex(event_id))
        if event and event.card_uid:
            take_back(database, event, moment, event.study_day)


def _decks_before(notes: Mapping[str, Any]) -> list[tuple[str, DeckHead | None]]:
    """Return the batch's decks as they were; schema 1 kept one deck a batch."""
    decks = notes["decks"] if "decks" in notes else {notes["deck"]: notes["before"]}
    return [(name, DeckHead(*head) if head else None) for name, head in reversed(decks.items())]


def _restore_notes(database: Database, batch_id: int, hlc: int, now_hlc: int) -> None:
    sql = f"UPDATE note SET {_SET}, hlc = ? WHERE id = ?"
    for note_id, content in database.rows(_CHANGED, (batch_id, hlc)):
        before = json.loads(content)
        row: Row = tuple(before["note"])
        database.connection.execute(sql, (*row, now_hlc, note_id))
        remove_cards(database, note_id, keep=before["cards"])
        uid = str(database.value("SELECT uid FROM note WHERE id = ?", (note_id,)))
        place = CardPlace(note_id, uid, row[0], row[1])
        put_cards(database, place, _shown_cards(before["cards"], row[0]))


def _shown_cards(cards: Mapping[str, Any], note_deck: int) -> dict[str, int]:
    """Return the cards that were shown, each with its deck; schema 1 kept no decks."""
    places = {
        key: place if isinstance(place, list) else (place, note_deck)
        for key, place in cards.items()
    }
    return {key: deck_id for key, (vanished, deck_id) in places.items() if not vanished}


def _remove_notes(database: Database, batch_id: int, hlc: int) -> None:
    values = (batch_id, hlc)
    remove_untouched(database, _ADDED, values)
    sql = f"SELECT DISTINCT note_id FROM card WHERE note_id IN ({_ADDED})"
    for (note_id,) in database.rows(sql, values):
        remove_cards(database, note_id)
    execute = database.connection.execute
    execute(f"DELETE FROM note_history WHERE note_id IN ({_ADDED})", values)
    execute(f"DELETE FROM note WHERE id IN ({_ADDED})", values)

"""The log: appended to, never changed."""

import os
from collections.abc import Mapping, Sequence
from typing import NamedTuple, TypedDict, Unpack

from overmorrow.clock import Moment
from overmorrow.scheduling.event import EventKind, LogEvent
from overmorrow.store.database import Database, Row

LOG_COLUMNS = (
    "id, hlc, wall_ms, utc_offset_min, study_day, kind, quality, answer_ms, target, payload,"
    " quality_auto"
)
ALL_COLUMNS = (
    "id, device, hlc, wall_ms, utc_offset_min, study_day, kind, card_uid, quality,"
    " quality_auto, verdict, typed, think_ms, answer_ms, hints, target, payload"
)
_INSERT = f"INSERT INTO event ({ALL_COLUMNS}) VALUES ({', '.join('?' * 17)})"
_OF_CARD = f"SELECT {LOG_COLUMNS} FROM event WHERE card_uid = ? ORDER BY hlc, id"
_LAST_UNDOABLE = f"""
    SELECT {ALL_COLUMNS} FROM event AS done
    WHERE device = ? AND hlc < ? AND kind <> 'void'
      AND NOT EXISTS (SELECT 1 FROM event AS undo WHERE undo.target = done.id)
    ORDER BY hlc DESC LIMIT 1"""
_NO_LIMIT = 2**62

_SEEN = """
    SELECT max(hlc) FROM event WHERE device = ?
    UNION ALL SELECT value FROM meta WHERE key = 'hlc'"""
"""The newest time of this device's events, and of anything from elsewhere."""


ANOTHER_LOG = '{"anki":'
"""How a payload begins that keeps a line of another program's log."""


class StoredEvent(NamedTuple):
    """An event with everything the log keeps, in the order of the table's columns."""

    event_id: bytes
    device: str
    hlc: int
    wall_ms: int
    utc_offset_min: int
    study_day: int
    kind: str
    card_uid: bytes | None
    quality: int | None = None
    quality_auto: int | None = None
    """What grading proposed; `quality` is what counted."""
    verdict: str | None = None
    typed: str | None = None
    think_ms: int | None = None
    """Time to the first key; `answer_ms` is the time to the last."""
    answer_ms: int | None = None
    hints: int | None = None
    target: bytes | None = None
    payload: str | None = None
    """JSON, as it was written."""

    def for_folding(self) -> LogEvent:
        """Return the part that a fold reads."""
        return LogEvent(
            self.event_id,
            self.hlc,
            self.wall_ms,
            self.utc_offset_min,
            self.study_day,
            self.kind,
            self.quality,
            self.answer_ms,
            self.target,
            read_payload(self.payload),
            self.quality_auto,
        )


class Details(TypedDict, total=False):
    """What may be known of an event beside its kind and its card."""

    quality: int | None
    quality_auto: int | None
    verdict: str | None
    typed: str | None
    think_ms: int | None
    answer_ms: int | None
    hints: int | None
    target: bytes | None
    payload: Mapping[str, object] | None


def next_hlc(database: Database, moment: Moment) -> int:
    """Return the log time of the event that is written next, inside this transaction.

    It is the wall clock's, but always later than any time the log has seen, so
    a clock set back never puts an answer before an earlier one.
    """
    seen = database.rows(_SEEN, (database.device,))
    return max(moment.wall_ms, *(int(row[0] or 0) + 1 for row in seen))


def claim_hlc(database: Database, moment: Moment) -> int:
    """Return the log time of something that is not an event, and remember it."""
    hlc = next_hlc(database, moment)
    _catch_up(database, hlc)
    return hlc


def new_event_id(hlc: int) -> bytes:
    """Return a UUIDv7 whose time is the log time."""
    tail = bytearray(os.urandom(10))
    tail[0] = tail[0] & 0x0F | 0x70
    tail[2] = tail[2] & 0x3F | 0x80
    return hlc.to_bytes(6, "big") + tail


def append(
    database: Database,
    kind: str,
    card_uid: bytes | None,
    moment: Moment,
    study_day: int,
    **details: Unpack[Details],
) -> StoredEvent:
    """Write what happens now at the end of the log, inside a transaction."""
    hlc = next_hlc(database, moment)
    event = StoredEvent(
        new_event_id(hlc),
        database.device,
        hlc,
        *moment,
        study_day,
        kind,
        card_uid,
        details.get("quality"),
        details.get("quality_auto"),
        details.get("verdict"),
        storable(details.get("typed")),
        details.get("think_ms"),
        details.get("answer_ms"),
        details.get("hints"),
        details.get("target"),
        write_payload(details.get("payload")),
    )
    database.connection.execute(_INSERT, event)
    return event


def events_of(database: Database, card_uid: bytes) -> list[LogEvent]:
    """Return a card's events in their total order, voids and voided ones too."""
    return [log_event(row) for row in database.rows(_OF_CARD, (card_uid,))]


def history_of(database: Database, card_uid: bytes) -> list[StoredEvent]:
    """Return all that the log keeps of a card, oldest first."""
    sql = f"SELECT {ALL_COLUMNS} FROM event WHERE card_uid = ? ORDER BY hlc, id"
    return [StoredEvent(*row) for row in database.rows(sql, (card_uid,))]


def find_event(database: Database, event_id: bytes) -> StoredEvent | None:
    """Return an event by its id, or None."""
    row = database.row(f"SELECT {ALL_COLUMNS} FROM event WHERE id = ?", (event_id,))
    return StoredEvent(*row) if row else None


def last_undoable(database: Database, before: int = _NO_LIMIT) -> StoredEvent | None:
    """Return the newest event written here, before a log time, that has not been taken back."""
    row = database.row(_LAST_UNDOABLE, (database.device, before))
    return StoredEvent(*row) if row else None


def void(
    database: Database, target: StoredEvent, moment: Moment, study_day: int
) -> StoredEvent | None:
    """Take back an event by one more event; taking it back again adds nothing.

    To be called inside a transaction; the card is then to be folded anew.
    """
    if database.row("SELECT 1 FROM event WHERE target = ?", (target.event_id,)):
        return None
    card_uid, target_id = target.card_uid, target.event_id
    return append(database, EventKind.VOID, card_uid, moment, study_day, target=target_id)


def repeat(database: Database, event: StoredEvent, moment: Moment) -> StoredEvent:
    """Write an event's content once more, as happening now but given when it was."""
    hlc = next_hlc(database, moment)
    again = event._replace(event_id=new_event_id(hlc), device=database.device, hlc=hlc)
    database.connection.execute(_INSERT, again)
    return again


def add_foreign(database: Database, event: StoredEvent) -> bool:
    """Add an event from another copy of the log, inside a transaction; a known one adds nothing.

    Returns:
        False when its id is known with other content: then nothing is chosen.
    """
    known = database.row(f"SELECT {ALL_COLUMNS} FROM event WHERE id = ?", (event.event_id,))
    if known is not None:
        return StoredEvent(*known) == event
    database.connection.execute(_INSERT, event)
    _catch_up(database, event.hlc)
    return True


def add_new(database: Database, events: Sequence[StoredEvent]) -> None:
    """Add many events from elsewhere that are surely not known, inside a transaction."""
    if not events:
        return
    database.connection.executemany(_INSERT, sorted(events))  # in the order they are kept in
    _catch_up(database, max(event.hlc for event in events))


def not_taken_back(database: Database, event: StoredEvent) -> StoredEvent:
    """Return an event from elsewhere, under a further id if it was taken back under its own."""
    nth = 0
    own_id = event.event_id
    while database.row("SELECT 1 FROM event WHERE target = ?", (event.event_id,)):
        nth += 1
        event = event._replace(event_id=again_id(own_id, nth))
    return event


def again_id(event_id: bytes, nth: int) -> bytes:
    """Return the id of an event from elsewhere that comes again after it was taken back."""
    from uuid import UUID, uuid5  # imports need it, `due` does not

    return uuid5(UUID(bytes=event_id), str(nth)).bytes


def _catch_up(database: Database, hlc: int) -> None:
    seen = database.value("SELECT value FROM meta WHERE key = 'hlc'")
    if hlc > int(str(seen)):
        database.connection.execute("UPDATE meta SET value = ? WHERE key = 'hlc'", (str(hlc),))


def log_event(row: Row) -> LogEvent:
    """Return the event in a row of `LOG_COLUMNS`."""
    if row[9] is None:
        return LogEvent(*row)
    return LogEvent._make((*row[:9], read_payload(row[9]), *row[10:]))


def read_payload(text: str | None) -> Mapping[str, object] | None:
    """Return what a payload says to a fold; what is not an object says nothing.

    Nor does the line of another program's log that a review was made from.
    """
    if text is None or text.startswith(ANOTHER_LOG):
        return None
    import json  # most events have no payload, and `due` reads none

    try:
        payload = json.loads(text)
    except ValueError:
        return None
    return payload if isinstance(payload, dict) else None


def write_payload(payload: Mapping[str, object] | None) -> str | None:
    """Return the payload as the log keeps it."""
    if payload is None:
        return None
    import json  # see above

    return storable(json.dumps(payload, ensure_ascii=False, sort_keys=True))


def storable(text: str | None) -> str | None:
    """Return the text without what a database cannot hold: NUL and half characters."""
    if text is None:
        return None
    try:
        text.encode()
    except UnicodeEncodeError:
        text = text.encode("utf-8", "replace").decode("utf-8")
    return text.replace("\0", "") if "\0" in text else text

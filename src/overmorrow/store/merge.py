"""Takes in another copy of a collection: what either knows, both know then.

Whichever takes in the other, and in whichever order several do, they come to the
same: events are united by their ids, and of two versions of a note, a deck or
anything else that has one value, the later written stays. Where both were written
at the same log time the greater content stays, so that no order has a say.
"""

from collections.abc import Mapping
from contextlib import suppress
from typing import NamedTuple

from overmorrow.clock import Moment
from overmorrow.store import merge_decks, merge_notes
from overmorrow.store.batches import MERGED, Batch, begin, finish
from overmorrow.store.database import Database
from overmorrow.store.deck_changes import show_used_decks
from overmorrow.store.deck_rows import DeckHead
from overmorrow.store.events import ALL_COLUMNS
from overmorrow.store.merge_notes import Conflict, NoteCounts
from overmorrow.store.merge_shares import TOUCHED, adjust
from overmorrow.store.other_collection import attached
from overmorrow.store.rebuild import Recount, recount, stored_tallies

_FRESH = "temp.merge_fresh"
"""The ids of the events that only the other has."""
_FIND = f"""
    CREATE TABLE {_FRESH} AS SELECT id FROM other.event AS theirs
    WHERE NOT EXISTS (SELECT 1 FROM main.event AS ours WHERE ours.id = theirs.id)"""
_OURS, _THEIRS = (
    ", ".join(f"{side}.{column}" for column in ALL_COLUMNS.split(", "))
    for side in ("ours", "theirs")
)
_CONTRADICTED = f"""
    SELECT hex(theirs.id) FROM other.event AS theirs JOIN main.event AS ours ON ours.id = theirs.id
    WHERE ({_THEIRS}) IS NOT ({_OURS}) ORDER BY theirs.id"""
_ADD = f"""
    INSERT INTO main.event ({ALL_COLUMNS})
    SELECT {_THEIRS} FROM {_FRESH} JOIN other.event AS theirs USING (id)"""
_TOUCH = f"""
    INSERT OR IGNORE INTO {TOUCHED}
    SELECT card_uid FROM {_FRESH} JOIN other.event USING (id) WHERE card_uid IS NOT NULL"""
_TOUCHED_UIDS = f"SELECT uid FROM {TOUCHED}"
_PARTED = f"""
    SELECT EXISTS (SELECT 1 FROM other.meta AS theirs JOIN main.meta AS ours USING (key, value)
                   WHERE key = 'device')
       AND EXISTS (SELECT 1 FROM {_FRESH} JOIN other.event USING (id), main.meta
                   WHERE key = 'device' AND device = value)
       AND EXISTS (SELECT 1 FROM main.event AS ours, main.meta
                   WHERE key = 'device' AND device = value
                     AND NOT EXISTS (SELECT 1 FROM other.event WHERE id = ours.id))"""
"""Whether both are copies of one collection in which different things were done since."""
_NEWEST = """
    SELECT max(hlc) FROM (
        SELECT max(hlc) AS hlc FROM main.event UNION ALL SELECT max(hlc) FROM other.event
        UNION ALL SELECT CAST(value AS INTEGER) FROM other.meta WHERE key = 'hlc'
        UNION ALL SELECT CAST(value AS INTEGER) FROM main.meta WHERE key = 'hlc')"""


class Merged(NamedTuple):
    """What came of a merge, or would come."""

    events: int
    """How many were new here."""
    known: int
    set_aside: tuple[str, ...]
    """Events both have under one id, with other content: neither is believed over the other.

    Each stays where it is; these are their ids as hexadecimal digits.
    """
    decks: int
    """How many were new here."""
    new: int
    changed: int
    """Notes that are now as they are there."""
    kept: int
    """Notes that are otherwise there, and older."""
    conflicts: tuple[Conflict, ...]
    media_changed: tuple[str, ...]
    """Names that meant another picture or sound there."""
    files_behind: tuple[str, ...] = ()
    """Deck files here that lack what came into their decks."""


class _OnlyLooked(Exception):  # noqa: N818  # it is no error, it ends a transaction
    """Takes back what was written to see what would come of it."""


def merge(database: Database, path: str, moment: Moment, *, only_look: bool = False) -> Merged:
    """Take in another collection, all of it or nothing, as one batch.

    Taking the batch back takes back notes and decks; events stay for good.

    Args:
        database: The collection that grows.
        path: The other one's file; it is only read.
        moment: When.
        only_look: Whether to write nothing, and say what would come of it.

    Raises:
        DatabaseError: The other file cannot be taken in, or ours cannot be
            written; nothing was changed.
    """
    with (
        attached(database, path),
        database.bulk(),
        suppress(_OnlyLooked),
        database.transaction(),
    ):
        merged = _Merging(database, path, moment).run()
        if only_look:
            raise _OnlyLooked
    return merged


class _Merging:
    """One merge, inside its transaction."""

    def __init__(self, database: Database, path: str, moment: Moment) -> None:
        self._database = database
        self._path = path
        self._moment = moment

    def run(self) -> Merged:
        database, execute = self._database, self._database.connection.execute
        self._catch_up()
        execute(_FIND)
        has_parted = database.number(_PARTED)
        media_changed = merge_decks.contradicted_media(database)
        merge_decks.unite_named(database)
        merge_notes.age_first_deck(database)
        merge_notes.drop_deleted(database)
        set_aside = tuple(row[0].lower() for row in database.rows(_CONTRADICTED))
        conflicts = merge_notes.conflicts(database)
        execute(f"CREATE TABLE {TOUCHED} (uid BLOB PRIMARY KEY) WITHOUT ROWID, STRICT")
        execute(_TOUCH)
        notes = merge_notes.choose(database)
        files = merge_notes.files_behind(database)
        decks = merge_decks.missing_decks(database)
        among = self._cards_to_recount()
        before = recount(database, among) if among else Recount([], stored_tallies(database))
        batch = self._begin(notes, decks)
        merge_decks.put_decks(database, decks)
        merge_notes.take_in(database, batch)
        show_used_decks(database)
        merge_notes.keep_losers(database, conflicts, self._path, self._moment)
        added = execute(_ADD).rowcount
        adjust(database, before, recount(database, among))
        for table in (TOUCHED, _FRESH):
            execute(f"DROP TABLE {table}")
        if has_parted:
            database.take_new_device()
        known = (database.number("SELECT count(*) FROM other.event") or 0) - added - len(set_aside)
        return Merged(added, known, set_aside, len(decks), *notes, conflicts, media_changed, files)

    def _catch_up(self) -> None:
        """Let everything written from now on be later than all that either has seen."""
        sql = "UPDATE main.meta SET value = ? WHERE key = 'hlc'"
        self._database.connection.execute(sql, (str(self._database.number(_NEWEST)),))

    def _cards_to_recount(self) -> str:
        """Return a query for the touched cards; empty where counting all is less work.

        Touched cards are folded twice, before and after.
        """
        touched = self._database.number(f"SELECT count(*) FROM {TOUCHED}") or 0
        cards = self._database.number("SELECT count(*) FROM main.card") or 0
        return _TOUCHED_UIDS if touched * 2 < cards else ""

    def _begin(self, notes: NoteCounts, decks: Mapping[DeckHead, int]) -> Batch | None:
        """Start a batch if there is anything to take back, and keep what it changes."""
        if not (notes.new or notes.changed or decks):
            return None
        summary = {MERGED: True, "new": notes.new, "changed": notes.changed}
        batch = begin(self._database, self._path, decks, self._moment, summary)
        merge_notes.remember_changed(self._database, batch)
        finish(self._database, batch)
        return batch

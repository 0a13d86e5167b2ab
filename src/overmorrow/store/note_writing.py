"""Writes the notes of a batch: many at once where nothing is known of them yet."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import NamedTuple
from uuid import UUID, uuid5

from overmorrow.cards.making import keys_of
from overmorrow.cards.note import Note
from overmorrow.cards.past import Past
from overmorrow.cards.uids import card_uid
from overmorrow.scheduling.event import EventKind
from overmorrow.scheduling.fold import Folded, Tally, fold
from overmorrow.store import cache, events
from overmorrow.store.answers import receive_into
from overmorrow.store.batches import Batch, remember
from overmorrow.store.database import Database, Row
from overmorrow.store.deck_rows import DeckHead, head_of, put_deck
from overmorrow.store.events import StoredEvent, storable
from overmorrow.store.note_cards import INSERT_CARD, INSERT_NEW_CARD, CardPlace, put_cards
from overmorrow.store.note_rows import NOTE_COLUMNS, PLAIN_COLUMNS, columns_of, is_plain
from overmorrow.store.pasts import PastSource, past_events, without_ours

FROM_FILE = "deck file"
"""Stands as the device of what a deck file says was done to a card."""

_FIND = f"SELECT id, deck_id, position, vanished, {NOTE_COLUMNS} FROM note WHERE uid = ?"
_COLUMNS = f"id, uid, hlc, batch_id, deck_id, position, vanished, {NOTE_COLUMNS}"
_INSERT = f"INSERT INTO note ({_COLUMNS}) VALUES ({', '.join('?' * 14)})"
_PLAIN_VALUES = ", ".join(
    f"'{value}'" if isinstance(value, str) else "0" for value in PLAIN_COLUMNS
)
_SET = ", ".join(f"{column} = ?" for column in NOTE_COLUMNS.split(", "))
_UPDATE = f"UPDATE note SET hlc = ?, deck_id = ?, position = ?, vanished = ?, {_SET} WHERE id = ?"
_AT_ONCE = 500
_FEW = 20_000
_NEVER = fold(())


class PlannedNote(NamedTuple):
    """A note as it shall be, under its lasting id."""

    uid: str
    position: int
    note: Note
    pasts: tuple[Past, ...] = ()
    """Where its cards stand in the program it is from, if that shall count."""


class NoteWriter:
    """Writes one batch's notes, deck by deck, inside the transactions of its caller."""

    def __init__(self, database: Database, batch: Batch, past_source: PastSource) -> None:
        """Begin where the batch begins.

        Args:
            database: Where, inside a transaction.
            batch: What the notes belong to.
            past_source: Where pasts are from.
        """
        self._database = database
        self._batch = batch
        self._past_source = past_source
        self._decks: dict[str, int] = {}
        self._deck_id = 0
        self._has_events = database.row("SELECT 1 FROM event LIMIT 1") is not None
        few = database.row("SELECT 1 FROM note LIMIT 1 OFFSET ?", (_FEW,)) is None
        sql = "SELECT uid FROM note"
        self._uids = {row[0] for row in database.rows(sql)} if few else None
        self.has_written = False
        """Whether anything had to be written so far."""
        self.events_on_known: list[bytes] = []
        """Events that came to cards that were there before."""

    def begin_deck(self, head: DeckHead) -> None:
        """Let the notes that follow belong to a deck."""
        self._deck_id = self._decks[head.name] = put_deck(self._database, head, self._batch.hlc)

    def write(self, chunk: Sequence[PlannedNote]) -> None:
        """Write some notes; those that are as known already cost nothing.

        Raises:
            GapError: The gaps of a cloze note cannot be read.
        """
        known = self._known(chunk)
        self._insert([each for each in chunk if each.uid not in known] if known else chunk)
        for each in chunk if known else ():
            if each.uid in known:
                self._put(each)
        for each in chunk:
            if each.note.suspended:
                self._suspend(each.uid, keys_of(each.note))

    def _known(self, chunk: Sequence[PlannedNote]) -> set[object]:
        """Return the uids that are known; where only few notes are, they are kept at hand."""
        uids = [each.uid for each in chunk]
        if self._uids is None:
            return self._among("SELECT uid FROM note WHERE uid", uids)
        return {uid for uid in uids if uid in self._uids}

    def let_vanish(self, uids: Iterable[str]) -> None:
        """Set notes aside that the file no longer has."""
        for uid in uids:
            sql = "SELECT id, deck_id, position FROM note WHERE uid = ?"
            known = self._database.row(sql, (uid,))
            if known is None:
                continue
            note_id, deck_id, position = known
            self.has_written = True
            remember(self._database, self._batch, note_id)
            sql = "UPDATE note SET vanished = 1, hlc = ? WHERE id = ?"
            self._database.connection.execute(sql, (self._batch.hlc, note_id))
            put_cards(self._database, CardPlace(note_id, uid, deck_id, position), {})

    def _among(self, sql: str, values: Sequence[object]) -> set[object]:
        """Return which of the values a column has; the query ends with its name."""
        found: set[object] = set()
        for start in range(0, len(values), _AT_ONCE):
            some = values[start : start + _AT_ONCE]
            slots = ",".join("?" * len(some))
            found.update(row[0] for row in self._database.rows(f"{sql} IN ({slots})", some))
        return found

    def _insert(self, fresh: Sequence[PlannedNote]) -> None:
        """Add notes that are not known, with their cards and what happened to them before."""
        if not fresh:
            return
        self.has_written = True
        if self._uids is not None:
            self._uids.update(each.uid for each in fresh)
        first = (self._database.number("SELECT max(id) FROM note") or 0) + 1
        if all(is_plain(each.note) for each in fresh):
            self._insert_plain(first, fresh)
        else:
            batch, deck_id = self._batch, self._deck_id
            rows = [
                (first + n, uid, batch.hlc, batch.batch_id, deck_id, position, 0, *columns_of(note))
                for n, (uid, position, note, _) in enumerate(fresh)
            ]
            self._database.connection.executemany(_INSERT, rows)
        self._insert_cards(first, fresh)

    def _insert_plain(self, first: int, fresh: Sequence[PlannedNote]) -> None:
        """Add notes of a prompt and an answer: what all have in common is said once."""
        common = f"{self._batch.hlc}, {self._batch.batch_id}, {self._deck_id}, 0"
        sql = f"""
            INSERT INTO note (id, uid, position, hlc, batch_id, deck_id, vanished, {NOTE_COLUMNS})
            VALUES (?, ?, ?, {common}, ?, ?, {_PLAIN_VALUES})"""
        rows = [
            (note_id, uid, position, storable(note.prompt), storable(note.answer))
            for note_id, (uid, position, note, _) in enumerate(fresh, first)
        ]
        self._database.connection.executemany(sql, rows)

    def _insert_cards(self, first: int, fresh: Sequence[PlannedNote]) -> None:
        places = [
            (card_uid(uid, key), note_id, deck_id, key, position)
            for note_id, (uid, position, note, _) in enumerate(fresh, first)
            for key, deck_id in self._cards_of(note)
        ]
        folded = self._folded([place[0] for place in places], self._past_events(fresh))
        if not folded:
            self._database.connection.executemany(INSERT_NEW_CARD, places)
        else:
            rows = [
                (*place, *cache.columns_of(folded.get(place[0], _NEVER).state)) for place in places
            ]
            self._database.connection.executemany(INSERT_CARD, rows)
        self._count(places, folded)

    def _cards_of(self, note: Note) -> Sequence[tuple[str, int]]:
        """Return the keys of a note's cards, each with its deck's id."""
        if note.faces:
            return [(face.key, self._deck_of(face.deck)) for face in note.faces]
        if note.is_cloze or note.both:
            return [(key, self._deck_id) for key in keys_of(note)]
        return (("q", self._deck_id),)

    def _deck_of(self, name: str) -> int:
        """Return the id of a card's deck, which is made if it is missing."""
        if not name:
            return self._deck_id
        if name not in self._decks:
            head = head_of(self._database, name) or DeckHead(name, title=name.rpartition("::")[2])
            self._decks[name] = put_deck(self._database, head, self._batch.hlc)
        return self._decks[name]

    def _past_events(self, fresh: Sequence[PlannedNote]) -> dict[bytes, list[StoredEvent]]:
        found: dict[bytes, list[StoredEvent]] = {}
        for uid, _, _, pasts in fresh:
            for past in pasts:
                card = card_uid(uid, past.key)
                found[card] = list(past_events(card, past, self._past_source))
        return found

    def _folded(
        self, uids: Sequence[bytes], brought: dict[bytes, list[StoredEvent]]
    ) -> dict[bytes, Folded]:
        """Write what happened to new cards, and return what it adds up to for each."""
        known: set[object] = set()
        if self._has_events:
            known = self._among("SELECT DISTINCT card_uid FROM event WHERE card_uid", uids)
        plain = {uid: told for uid, told in brought.items() if told and uid not in known}
        events.add_new(self._database, list(chain.from_iterable(plain.values())))
        folded = {uid: fold(event.for_folding() for event in told) for uid, told in plain.items()}
        for uid in uids:
            if uid in known:
                receive_into(self._database, without_ours(self._database, brought.get(uid, ())))
                folded[uid] = fold(events.events_of(self._database, uid))
        return folded

    def _count(self, places: Sequence[Row], folded: dict[bytes, Folded]) -> None:
        """Let new cards count in the histograms, and their answers in the statistics."""
        counts: Counter[tuple[str, int, int]] = Counter()
        never = cache.measures(_NEVER.state, vanished=False)
        for deck_id, cards in Counter([place[2] for place in places]).items():
            counts.update({(measure, deck_id, value): cards for measure, value in never})
        answers: dict[int, list[Tally]] = {}
        for uid, _, deck_id, *_ in places if folded else ():
            each = folded.get(uid, _NEVER)
            counts.subtract((measure, deck_id, value) for measure, value in never)
            measured = cache.measures(each.state, vanished=False)
            counts.update((measure, deck_id, value) for measure, value in measured)
            answers.setdefault(deck_id, []).extend(each.tallies)
        for deck_id, tallies in answers.items():
            cache.count_answers(self._database, deck_id, tallies)
        cache.count_cards(
            self._database, ((*place, cards) for place, cards in counts.items() if cards)
        )

    def _put(self, planned: PlannedNote) -> None:
        """Bring a known note to what is planned."""
        uid, position, note, pasts = planned
        place = (self._deck_id, position, 0)
        columns = columns_of(note)
        known = self._database.row(_FIND, (uid,))
        if known is None:
            raise ValueError(f"the note {uid} has gone")
        note_id = known[0]
        if known[1:] != (*place, *columns):
            self.has_written = True
            remember(self._database, self._batch, note_id)
            values = (self._batch.hlc, *place, *columns, note_id)
            self._database.connection.execute(_UPDATE, values)
            cards = dict(self._cards_of(note))
            put_cards(self._database, CardPlace(note_id, uid, self._deck_id, position), cards)
        for past in pasts:
            card = card_uid(uid, past.key)
            told = list(past_events(card, past, self._past_source))
            self.events_on_known += self._receive(told)

    def _receive(self, told: list[StoredEvent]) -> list[bytes]:
        """Add what is told of a known card; what was taken back once is told anew."""
        news = without_ours(self._database, told)
        fresh = [events.not_taken_back(self._database, event) for event in news]
        known = self._among("SELECT id FROM event WHERE id", [event.event_id for event in fresh])
        receive_into(self._database, fresh)
        return [event.event_id for event in fresh if event.event_id not in known]

    def _suspend(self, note_uid: str, keys: Sequence[str]) -> None:
        """Set a note's cards aside because its file says so; saying it again adds nothing."""
        for key in keys:
            uid = card_uid(note_uid, key)
            event = StoredEvent(
                event_id=uuid5(UUID(bytes=uid), "suspended").bytes,
                device=FROM_FILE,
                hlc=0,
                wall_ms=0,
                utc_offset_min=0,
                study_day=0,
                kind=EventKind.SUSPEND,
                card_uid=uid,
            )
            receive_into(self._database, [event])

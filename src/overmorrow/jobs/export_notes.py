"""What an export is made of, read from the collection as it is written."""

from collections.abc import Callable, Iterator, Sequence

from overmorrow.cards.making import keys_of
from overmorrow.cards.media import MediaFile
from overmorrow.cards.note import Note
from overmorrow.cards.note_type import NoteType
from overmorrow.cards.origin import Origin
from overmorrow.cards.past import Past
from overmorrow.cards.source import KeptSource
from overmorrow.exchange.json_writing import Event, JsonNote
from overmorrow.exchange.media_names import NAMED_BY_NONE, media_names
from overmorrow.exchange.outgoing import OutgoingNote
from overmorrow.store import kept
from overmorrow.store.database import Database
from overmorrow.store.export_pasts import Reckoning, past_of
from overmorrow.store.export_rows import (
    FOLDED_EVENT,
    WHOLE_EVENT,
    ExportDeck,
    ExportNote,
    count_notes,
    events_of_no_card,
    export_decks,
    export_notes,
    export_origins,
    most_choices,
)
from overmorrow.store.media import media_of
from overmorrow.store.sources import kept_sources

_MS = 1000
_TOLD_EACH = 1000


class ExportSource:
    """The notes of a deck and those below it, each time read anew."""

    def __init__(
        self,
        database: Database,
        deck: str | None,
        *,
        with_schedule: bool,
        progress: Callable[[int], None] | None = None,
    ) -> None:
        """Look up the decks.

        Args:
            database: The collection, in a snapshot.
            deck: The deck; None for all.
            with_schedule: Whether what was learned shall be read.
            progress: Told how many notes were read.

        Raises:
            NotFoundError: There is no such deck.
        """
        self._database = database
        self._progress = progress
        self._with_schedule = with_schedule
        self._is_all = deck is None
        self.decks: Sequence[ExportDeck] = export_decks(database, deck)
        self.filled = [each for each in self.decks if count_notes(database, each.deck_id)]
        """Those that have notes of their own."""
        self.notes = self.cards = self.events = self.media = 0
        """How many were read."""

    def most_choices(self) -> int:
        """Return how many wrong choices a note has at most."""
        return most_choices(self._database, [deck.deck_id for deck in self.filled])

    def plain_notes(self, decks: Sequence[ExportDeck]) -> Iterator[OutgoingNote]:
        """Yield notes for a format that says nothing of what was learned."""
        for deck in decks:
            for each in self._read(deck):
                note = each.note
                cards = [card for card in each.cards if not card.vanished]
                if self._with_schedule and cards:
                    is_suspended = all(card.state.suspended for card in cards)
                    note = note._replace(suspended=is_suspended)
                yield OutgoingNote(each.uid, deck.head.name, note, each.hlc // _MS)

    def anki_notes(self, reckoning: Reckoning) -> Iterator[OutgoingNote]:
        """Yield notes with where their cards stand in Anki's terms."""
        events = FOLDED_EVENT if self._with_schedule else ""
        place = 0
        for deck in self.filled:
            for each in self._read(deck, events):
                pasts = self._pasts(each, place, reckoning)
                place += len(pasts)
                yield OutgoingNote(each.uid, deck.head.name, each.note, each.hlc // _MS, pasts)

    def _pasts(self, each: ExportNote, place: int, reckoning: Reckoning) -> tuple[Past, ...]:
        theirs = _ankis_cards(each.note)
        cards = {card.key: card for card in each.cards if not card.vanished}
        pasts = []
        for key in keys_of(each.note):
            place += 1
            card_id, own_place = theirs.get(key, (0, place))
            card = cards.get(key)
            if card and self._with_schedule:
                pasts.append(past_of(card, card_id, own_place, reckoning))
            else:
                pasts.append(Past(key, card_id, due=own_place))
        return tuple(pasts)

    def origins(self) -> list[Origin]:
        """Return what Anki knows of the notes that came from it."""
        found = (export_origins(self._database, deck.deck_id) for deck in self.filled)
        return [origin for origins in found for origin in origins]

    def json_notes(self) -> Iterator[JsonNote]:
        """Yield notes with who they are."""
        for deck in self.filled:
            for each in self._read(deck):
                yield JsonNote(
                    uid=each.uid, deck=deck.head.name, position=each.position, note=each.note
                )

    def whole_events(self) -> Iterator[Event]:
        """Yield everything the log has of the notes' cards, also of those no longer made."""
        for deck in self.filled:
            for each in export_notes(self._database, deck.deck_id, WHOLE_EVENT):
                for card in each.cards:
                    self.events += len(card.events)
                    yield from (event[:-1] for event in card.events)
        if self._is_all:
            yield from events_of_no_card(self._database)

    def sources(self) -> Iterator[KeptSource]:
        """Yield the articles that the notes were made from."""
        return kept_sources(self._database, [deck.deck_id for deck in self.filled])

    def note_types(self) -> list[NoteType]:
        """Return the other programs' note types that the notes are of."""
        known = kept.note_types(self._database)
        if self._is_all:
            return list(known.values())
        used = {each.note.note_type for each in self._each_note()}
        return [note_type for uid, note_type in known.items() if uid in used]

    def kept(self) -> dict[str, str]:
        """Return what only the way back to other programs needs."""
        return kept.all_kept(self._database)

    def media_files(self) -> Iterator[MediaFile]:
        """Yield the pictures and sounds; of some decks those that their notes name."""
        names = None
        if not self._is_all:
            fields = (field for each in self._each_note() for field in each.note.fields)
            names = {name for field in fields for name in media_names(field)}
        for file in media_of(self._database):
            if names is None or file.name in names or file.name.startswith(NAMED_BY_NONE):
                self.media += 1
                yield file

    def _each_note(self) -> Iterator[ExportNote]:
        for deck in self.filled:
            yield from export_notes(self._database, deck.deck_id)

    def _read(self, deck: ExportDeck, events: str = "") -> Iterator[ExportNote]:
        """Yield a deck's notes and count them."""
        for each in export_notes(self._database, deck.deck_id, events):
            self.notes += 1
            self.cards += sum(not card.vanished for card in each.cards)
            if self._progress and self.notes % _TOLD_EACH == 0:
                self._progress(self.notes)
            yield each


def _ankis_cards(note: Note) -> dict[str, tuple[int, int]]:
    """Return the ids that a note's cards have in Anki, and their places there, by their keys."""
    if note.origin is None:
        return {}
    keys = [face.key for face in note.faces] or ["q"]
    return dict(zip(keys, note.origin.cards, strict=False))

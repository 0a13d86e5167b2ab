"""Makes decks of what an Anki package or collection holds."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from itertools import count

from overmorrow.cards.deck import Deck
from overmorrow.cards.face import Face, face_key
from overmorrow.cards.note import Note
from overmorrow.cards.origin import Origin
from overmorrow.cards.parsed_file import Detected, ParsedFile
from overmorrow.cards.past import A_MOMENT, Past, PastReview
from overmorrow.cards.problem import Harm, ParsedDeck, Problem
from overmorrow.cards.text import clean
from overmorrow.exchange.anki_collection import Collection
from overmorrow.exchange.anki_faces import CompiledType
from overmorrow.exchange.anki_opening import open_package
from overmorrow.exchange.anki_orphans import CardRow, NoteRow, ReviewRow, problem
from overmorrow.exchange.anki_settings import day_of
from overmorrow.exchange.gathering import ONE_SIDED
from overmorrow.exchange.own_note_types import own_note

_FLAG = 7
_NEW = 0
_MOST_CARDS = 500
"""Of one note; Anki makes no more, and each shows all of the note's text."""


def read_package(path: str) -> ParsedFile:
    """Read a package or collection of Anki's: its decks, note types, media and learning.

    Args:
        path: The file; while media are to be read it must stay.

    Raises:
        FileError: It cannot be read, is damaged, or is nothing of Anki's.
    """
    package = open_package(path)
    collection = package.collection
    decks, problems = _Decks(collection).read()
    first, *others = decks or [ParsedDeck(deck=Deck(name="Default"))]
    told = (*package.problems, *problems)
    if not decks:
        told = (*told, Problem(line=1, key="exchange.nothing", harm=Harm.FILE))
    if not package.media:
        package.close()
    return ParsedFile(
        decks=(replace(first, problems=told), *others),
        detected=Detected(
            format="anki_package",
            utc_offset_min=-(collection.creation_offset_min or 0),
            is_part=True,
            has_schedules=bool(collection.revlog)
            or any(card[5] != _NEW or card[6] != _NEW for card in collection.cards),
        ),
        note_types=tuple(collection.note_types.values()),
        media=package.media,
        kept=_kept(collection),
    )


def _kept(collection: Collection) -> dict[str, str]:
    """Return what only the way back needs: the collection's settings, decks and options."""
    kept = {"anki/collection": json.dumps({"crt": collection.created, "conf": collection.conf})}
    for deck in json.loads(collection.deck_settings).values():
        kept[f"anki/deck/{deck.get('name', '')}"] = json.dumps(deck, ensure_ascii=False)
    for key, options in json.loads(collection.deck_options).items():
        kept[f"anki/options/{key}"] = json.dumps(options, ensure_ascii=False)
    return kept


class _Decks:
    """The notes of a collection as they are sorted into their decks."""

    def __init__(self, collection: Collection) -> None:
        self._collection = collection
        self._types = {key: CompiledType(each) for key, each in collection.note_types.items()}
        self._cards: defaultdict[int, list[CardRow]] = defaultdict(list)
        self._twice: list[int] = []
        self._beyond: list[int] = []
        for card in sorted(collection.cards, key=lambda card: (card[3], card[0])):
            cards = self._cards[card[1]]
            if cards and cards[-1][3] == card[3]:
                self._twice.append(card[0])
            elif len(cards) >= _MOST_CARDS:
                self._beyond.append(card[0])
            else:
                cards.append(card)
        self._names: dict[int, str] = {
            key: " ".join(clean(name).split()) or "Default"
            for key, name in collection.decks.items()
        }
        self._gapless: list[int] = []
        self._guids: set[str] = set()
        self._again: list[str] = []

    def read(self) -> tuple[list[ParsedDeck], list[Problem]]:
        """Return the decks in the order of their names, and what is wrong."""
        decks: defaultdict[str, list[NoteRow]] = defaultdict(list)
        for row in self._collection.notes:
            cards = self._cards.get(row[0])
            decks[self._deck_of(cards[0]) if cards else "Default"].append(row)
        parsed = [self._deck(name, decks[name]) for name in sorted(decks)]
        return parsed, self._problems()

    def _deck_of(self, card: CardRow) -> str:
        return self._names[card[14] or card[2]]

    def _deck(self, name: str, rows: list[NoteRow]) -> ParsedDeck:
        rows.sort(key=self._place)
        notes = tuple([self._note(row, name) for row in rows])
        pasts = _Pasts(self._collection, [self._cards.get(row[0], []) for row in rows], notes)
        deck = Deck(name=name, title=name.rpartition("::")[2], notes=notes)
        return ParsedDeck(deck=deck, lines=range(1, len(rows) + 1), pasts=pasts)

    def _place(self, row: NoteRow) -> tuple[int, int]:
        """Return where a note comes: new ones as their cards are due, the others before them."""
        cards = self._cards.get(row[0])
        return (cards[0][7] if cards and cards[0][5] == _NEW else -1), row[0]

    def _note(self, row: NoteRow, deck: str) -> Note:
        note_id, guid, type_id, modified, tag_text, field_text, flags, data = row
        note_type = self._collection.note_types[type_id]
        fields = tuple(field_text.split("\x1f"))
        tags = tuple(clean(tag_text).split()) if tag_text.strip() else ()
        ours = own_note(note_type, fields)
        if ours:
            return ours._replace(tags=_own_tags(ours.tags, tags))
        if note_type.is_cloze and "{{c" not in field_text:
            self._gapless.append(note_id)
        cards = self._cards.get(note_id, [])
        ords = [card[3] for card in cards] if cards else None
        faces = self._types[type_id].faces(fields, tags, deck, ords)
        if len(cards) > 1:
            faces = self._in_their_decks(faces, cards, deck)
        first = faces[0]
        origin = Origin(
            note_id, modified, flags, data, tuple([(card[0], card[7]) for card in cards])
        )
        return Note(
            first.prompt,
            first.answer or ONE_SIDED,
            note_type.is_cloze,
            tags=tags,
            file_id=self._own(guid),
            faces=() if _is_plain(faces) else faces,
            note_type=note_type.uid,
            fields=fields,
            origin=origin,
        )

    def _in_their_decks(
        self, faces: tuple[Face, ...], cards: list[CardRow], deck: str
    ) -> tuple[Face, ...]:
        names = [self._deck_of(card) for card in cards]
        if all(name == deck for name in names):
            return faces
        return tuple(
            face if name == deck else face._replace(deck=name)
            for face, name in zip(faces, names, strict=True)
        )

    def _own(self, guid: str) -> str:
        """Return a note's guid; of two notes with one, the second gets another."""
        if guid not in self._guids:
            self._guids.add(guid)
            return guid
        self._again.append(guid)
        own = next(own for nth in count(2) if (own := f"{guid}/{nth}") not in self._guids)
        self._guids.add(own)
        return own

    def _problems(self) -> list[Problem]:
        told = [
            Problem(line=1, key=key, harm=Harm.NOTICE, values=values)
            for each in self._types.values()
            for key, values in each.problems
        ]
        if self._again:
            told.append(problem("anki.guid_again", self._again))
        if self._gapless:
            told.append(problem("anki.no_gap", self._gapless))
        if self._twice:
            told.append(problem("anki.card_again", self._twice, harm=Harm.CARD))
        if self._beyond:
            told.append(problem("anki.cards_many", self._beyond, Harm.CARD, most=_MOST_CARDS))
        return told


def _own_tags(before: tuple[str, ...], found: tuple[str, ...]) -> tuple[str, ...]:
    """Return the tags of a note of ours: as before, where Anki only took out the spaces."""
    known = {"_".join(tag.split()): tag for tag in before}
    return tuple(known.get(tag, tag) for tag in found)


def _is_plain(faces: tuple[Face, ...]) -> bool:
    """Whether a note without faces makes the same one card."""
    return len(faces) == 1 and faces[0][3:] == ("", (), "", "") and faces[0].key == "q"


class _Pasts(Mapping[int, tuple[Past, ...]]):
    """Where the cards of a deck's notes stand; worked out for those that are asked for."""

    def __init__(
        self, collection: Collection, cards: list[list[CardRow]], notes: tuple[Note, ...]
    ) -> None:
        self._collection = collection
        self._cards = cards
        self._notes = notes

    def __len__(self) -> int:
        return len(self._cards)

    def __iter__(self) -> Iterator[int]:
        return iter(range(len(self._cards)))

    def __getitem__(self, index: int) -> tuple[Past, ...]:
        if not 0 <= index < len(self._cards):
            raise KeyError(index)
        is_cloze = self._notes[index].is_cloze
        return tuple(self._past(card, is_cloze=is_cloze) for card in self._cards[index])

    @cached_property
    def _reviews(self) -> dict[int, list[ReviewRow]]:
        found: defaultdict[int, list[ReviewRow]] = defaultdict(list)
        for row in sorted(self._collection.revlog):
            found[row[1]].append(row)
        return found

    @cached_property
    def _first_day(self) -> int:
        """Return the study day on which the collection was begun, as its learner saw it."""
        return day_of(self._collection.created, self._collection.creation_offset_min or 0)

    def _past(self, card: CardRow, *, is_cloze: bool) -> Past:
        card_id, _, _, ord_, modified, type_, queue, own_due, interval, factor = card[:10]
        repetitions, lapses, left, home_due, home_deck, flags, data = card[10:]
        due = home_due if home_deck and home_due else own_due
        return Past(
            face_key(ord_, is_cloze=is_cloze),
            card_id,
            type_,
            queue,
            due,
            None if type_ == _NEW else self._due_day(due),
            interval,
            factor,
            repetitions,
            lapses,
            left,
            flags & _FLAG,
            data,
            modified,
            tuple(
                PastReview(row[0], row[2], row[3], row[4], row[5], row[6], row[7])
                for row in self._reviews.get(card_id, ())
            ),
        )

    def _due_day(self, due: int) -> int:
        if due < A_MOMENT:
            return self._first_day + due
        return day_of(due, self._collection.creation_offset_min or 0)

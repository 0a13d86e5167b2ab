"""A note as the parts that its learner can change, each one text, and back."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from overmorrow.cards.card import Card
from overmorrow.cards.deck import Deck
from overmorrow.cards.deck_header import read_header
from overmorrow.cards.deck_words import join_bars, join_tags, split_bars, split_tags
from overmorrow.cards.making import cards_of
from overmorrow.cards.note import AnswerType, Note
from overmorrow.cards.note_type import NoteType
from overmorrow.cards.text import clean
from overmorrow.grading.grade import grade
from overmorrow.grading.grading import Grading
from overmorrow.jobs.asking import card_of
from overmorrow.jobs.note_changes import Edit, changed_note, field_of
from overmorrow.store.cards import load_card
from overmorrow.store.database import Database
from overmorrow.store.deck_file_rows import deck_file
from overmorrow.store.kept import note_types
from overmorrow.store.note_places import EarlierText, earlier_texts, note_of_card

PARTS = ("prompt", "answer", "also", "wrong", "kind", "hint", "note", "tags")
"""The parts of a note of ours, in the order they are shown."""
_FOREIGN_PARTS = ("also", "hint", "tags")
FIELD = "field "
"""How the parts begin that are another program's fields; their number follows."""
_KINDS = tuple(kind for kind in AnswerType)
_KINDS_OF_GAPS = (AnswerType.TEXT, AnswerType.NUMBER, AnswerType.DATE)
_MOST_EARLIER = 50
_LONGEST_HEAD = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Editable:
    """A note with what is needed to change it."""

    card_id: int
    key: str
    """Which of its cards led to it."""
    note: Note
    deck: Deck
    """The deck's name and language, and the tags that its file gives to all notes."""
    note_type: NoteType | None
    path: str
    """The deck's file; empty if it has none."""
    uid: str = ""
    source: str = ""
    """Where it is from, for people."""

    @property
    def is_foreign(self) -> bool:
        """Whether another program's note type makes its cards."""
        return bool(self.note.note_type or self.note.faces)

    @property
    def kinds(self) -> tuple[AnswerType, ...]:
        """What kinds of answer it may have; none where that cannot be changed."""
        if self.is_foreign:
            return ()
        return _KINDS_OF_GAPS if self.note.is_cloze else _KINDS

    @property
    def names(self) -> tuple[str, ...]:
        """The parts it has, in the order they are shown."""
        if self.is_foreign:
            return (*(f"{FIELD}{at}" for at in range(len(self.note.fields))), *_FOREIGN_PARTS)
        return tuple(name for name in PARTS if not (self.note.is_cloze and name in _NOT_OF_GAPS))


_NOT_OF_GAPS = ("answer", "wrong")


def editable(database: Database, card_id: int) -> Editable:
    """Return the note of a card, ready to be changed.

    Raises:
        NotFoundError: There is no such card.
    """
    place = note_of_card(database, card_id)
    row = deck_file(database, place.deck)
    path = row.path if row else ""
    types = note_types(database) if place.note.note_type else {}
    stored = load_card(database, card_id)
    return Editable(
        card_id=card_id,
        key=place.key,
        note=place.note,
        deck=Deck(name=place.deck, lang=stored.lang, tags=_tags_of_file(path)),
        note_type=types.get(place.note.note_type),
        path=path,
        uid=place.uid,
        source=card_of(stored).source,
    )


def _tags_of_file(path: str) -> tuple[str, ...]:
    """Return the tags that a deck's file gives to all its notes, as far as its head can be read."""
    if not os.path.isfile(path):
        return ()
    try:
        with open(path, encoding="utf-8-sig", errors="replace") as file:
            return read_header(file.read(_LONGEST_HEAD).split("\n")).tags
    except OSError:
        return ()


def earlier(database: Database, of: Editable) -> list[EarlierText]:
    """Return the other texts a note has had, the newest first."""
    found: list[EarlierText] = []
    seen = [parts_of(of, of.note)]
    for text in earlier_texts(database, of.uid, _MOST_EARLIER):
        parts = parts_of(of, text.note)
        if parts not in seen:
            seen.append(parts)
            found.append(text)
    return found


def parts_of(of: Editable, note: Note) -> dict[str, str]:
    """Return what a note says in each part.

    Args:
        of: The note as it is known.
        note: That, or a text it had earlier.
    """
    given = {*of.deck.tags, note.section}
    tags = join_tags(tag for tag in note.tags if tag not in given)
    if of.is_foreign:
        fields = {f"{FIELD}{at}": _text_of(field) for at, field in enumerate(note.fields)}
        names = note.faces[0].aliases if note.faces else note.aliases
        return {**fields, "also": join_bars(names), "hint": note.hint, "tags": tags}
    parts = {
        "prompt": note.prompt,
        "answer": _answer_of(note),
        "also": join_bars(note.aliases),
        "wrong": join_bars(note.wrong_choices),
        "kind": note.answer_type.value,
        "hint": note.hint,
        "note": note.remark,
        "tags": tags,
    }
    return {name: parts[name] for name in of.names}


def _answer_of(note: Note) -> str:
    """Return the answer as it is written: items stand one a line, with their other names."""
    if not note.items:
        return note.answer
    dash = "- " if note.answer_type is AnswerType.LONG else ""
    return "\n".join(dash + join_bars((item.text, *item.aliases)) for item in note.items)


def _text_of(field: str) -> str:
    """Return a field as plain text if that says all of it, else its HTML."""
    lines = field.replace("<br>", "\n")
    plain = lines.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    return plain if escape(plain, quote=False).replace("\n", "<br>") == field else field


def edit_from(of: Editable, parts: Mapping[str, str]) -> Edit:
    """Return the edit that gives a note the parts; what they do not change, it leaves alone."""
    before = parts_of(of, of.note)
    now = {name: clean(text).strip() for name, text in parts.items()}
    new = {name: text for name, text in now.items() if text != before.get(name, "").strip()}
    fields = None
    if any(name.startswith(FIELD) for name in new):
        fields = tuple(
            field_of(new[name])
            if (name := f"{FIELD}{at}") in new and _is_plain(field)
            else new.get(name, field)
            for at, field in enumerate(of.note.fields)
        )
    return Edit(
        prompt=new.get("prompt"),
        answer=new.get("answer"),
        kind=AnswerType(new["kind"]) if "kind" in new else None,
        also=split_bars(_line(new["also"])) if "also" in new else None,
        wrong=split_bars(_line(new["wrong"])) if "wrong" in new else None,
        hint=new.get("hint"),
        remark=new.get("note"),
        tags=split_tags(_line(new["tags"])) if "tags" in new else None,
        fields=fields,
    )


def _is_plain(field: str) -> bool:
    return field == field_of(_text_of(field)) or not field


def _line(text: str) -> str:
    return " ".join(text.split())


def with_edit(of: Editable, edit: Edit) -> Card:
    """Return the card as it would be after an edit.

    Raises:
        EditError: The note cannot be changed so.
    """
    note = changed_note(of.note, edit, of.deck, of.note_type, 0)
    made = {card.key: card for card in cards_of(note, of.deck.lang, "")}
    return made.get(of.key) or next(iter(made.values()))


def tried(of: Editable, edit: Edit, typed: str) -> Grading:
    """Return what an answer would be worth after an edit.

    Raises:
        EditError: The note cannot be changed so.
    """
    return grade(typed, with_edit(of, edit))

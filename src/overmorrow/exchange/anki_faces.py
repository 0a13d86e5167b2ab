"""Makes a note's cards as Anki would: its fields through its note type's templates, as text."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from overmorrow.cards.face import Face, face_key
from overmorrow.cards.note import AnswerType
from overmorrow.cards.note_type import NoteType, Template
from overmorrow.cards.text import clean
from overmorrow.exchange.anki_card_text import Sides, bare_face, filled_face
from overmorrow.exchange.anki_cloze import cloze_numbers
from overmorrow.exchange.anki_graded import is_long
from overmorrow.exchange.anki_sides import CardFields
from overmorrow.exchange.anki_templates import (
    FRONT_SIDE,
    Part,
    Replacement,
    TemplateError,
    conditions,
    is_empty,
    parse_template,
    replacements,
    shows_a_field,
)
from overmorrow.exchange.html_text import text_and_media

_SPECIAL = frozenset(("Tags", "Type", "Deck", "Subdeck", "Card", "CardFlag", "CardID"))
_GAP_NAME = re.compile(r"c\d{1,9}")
_COMMON = re.compile("[ -%'-:=-Z\\]-~¡-¬®-ɏ‐-‧‰-⁞←-⇿①-⓿、-〟ぁ-ゖァ-ヾㄱ-ㆎ一-鿿가-힣]*").fullmatch
"""Matches a text that surely is shown as it stands: no tag, entity or mark, one meaning."""
_new = tuple.__new__
"""Twice as fast as calling the class, which counts in a deck of 100,000 notes."""
_SURELY_SHORT = 40
"""Signs; none of them takes more than two cells."""
_LONG = AnswerType.LONG.value
_LONGEST_SHOWN = 60
_MOST_TEXT = 1 << 23
"""Characters on all cards of a note; a long text with hundreds of gaps is cut short on each."""
_LEAST_TEXT = 2_000

Problems = tuple[tuple[str, Mapping[str, object]], ...]


class _Plain(NamedTuple):
    """A template that shows one field on each side and nothing else."""

    key: str
    front: int
    back: int
    """Where the fields stand."""
    width: int
    """How many fields the note type has."""


class CompiledType:
    """A note type whose templates were read once, to make the cards of many notes."""

    def __init__(self, note_type: NoteType) -> None:
        """Read the templates.

        Args:
            note_type: Whose they are.
        """
        self.note_type = note_type
        problems: list[tuple[str, Mapping[str, object]]] = []
        self._sides = tuple(
            _read(template, note_type, problems) for template in note_type.templates
        )
        self.problems: Problems = tuple(problems)
        """What is wrong with the templates: message keys with what their slots name."""
        plain = {ord_: _plain(ord_, sides, note_type) for ord_, sides in enumerate(self._sides)}
        self._plain = {ord_: pair for ord_, pair in plain.items() if pair}
        self._all = tuple(plain) if len(self._plain) == len(plain) else ()

    def faces(
        self, fields: Sequence[str], tags: Sequence[str], deck: str, ords: Sequence[int] | None
    ) -> tuple[Face, ...]:
        """Return a note's cards; there is always one at least.

        Args:
            fields: What stands in its fields, as HTML, in the note type's order.
            tags: Its tags.
            deck: The name of its deck.
            ords: Which cards it has, as Anki numbers them; None for those that
                Anki would make.
        """
        made = []
        for ord_ in self._all if ords is None else ords:
            plain = self._plain.get(ord_)
            if plain is None or len(fields) < plain.width:
                break
            front, back = fields[plain.front].strip(), fields[plain.back].strip()
            both = front + back
            if not _COMMON(both) or "  " in both or not front or not back or " / " in back:
                break
            kind = _LONG if len(back) > _SURELY_SHORT and is_long(back) else ""
            made.append(_new(Face, (plain.key, front, back, "", (), kind, "")))
        else:
            if made:
                return tuple(made)
        return self._in_full(fields, tags, deck, ords)

    def _in_full(
        self, fields: Sequence[str], tags: Sequence[str], deck: str, ords: Sequence[int] | None
    ) -> tuple[Face, ...]:
        names = self.note_type.fields
        padded = (*fields, *[""] * (len(names) - len(fields)))
        values = dict(zip(names, padded, strict=False))
        filled = {name: value for name, value in values.items() if not is_empty(value)}
        special = {
            "Tags": " ".join(tags),
            "Type": self.note_type.name,
            "Deck": deck,
            "Subdeck": deck.rpartition("::")[2],
        }
        wanted = self._would_make({**special, **values}) if ords is None else ords
        wanted = wanted or (0,)
        room = max(_MOST_TEXT // len(wanted), _LEAST_TEXT)
        return tuple(_cut(self._face(ord_, values, special, filled), room) for ord_ in wanted)

    def _would_make(self, values: Mapping[str, str]) -> Sequence[int]:
        """Return which cards Anki would make of a note; what it fills in itself counts too."""
        sides = self._sides
        if not self.note_type.is_cloze:
            filled = {name: value for name, value in values.items() if not is_empty(value)}
            filled |= {"Card": "1", "CardFlag": "1"}
            return [
                at for at, each in enumerate(sides) if each and shows_a_field(each.question, filled)
            ]
        front = sides[0].question if sides and sides[0] else ()
        names = {field.name for field in replacements(front) if "cloze" in field.filters}
        found = (cloze_numbers(values[name]) for name in names if name in values)
        return sorted(number - 1 for number in set().union(*found))

    def _face(
        self,
        ord_: int,
        values: Mapping[str, str],
        special: Mapping[str, str],
        filled: Mapping[str, str],
    ) -> Face:
        key = face_key(ord_, is_cloze=self.note_type.is_cloze)
        at = 0 if self.note_type.is_cloze else ord_
        sides = self._sides[at] if at < len(self._sides) else None
        if sides is None:
            return bare_face(key, values)
        special = {**special, "Card": sides.name}
        known = {name: value for name, value in special.items() if value}
        gap = {f"c{ord_ + 1}": "1"} if self.note_type.is_cloze else {}
        card = CardFields(
            values, special, {**known, **gap, **filled}, ord_ + 1, self.note_type.is_cloze
        )
        return filled_face(key, sides, card)


def compiled(note_type: NoteType) -> CompiledType:
    """Return a note type ready to make cards."""
    return CompiledType(note_type)


def _read(
    template: Template, note_type: NoteType, problems: list[tuple[str, Mapping[str, object]]]
) -> Sides | None:
    """Return a template's sides; None if one of them cannot be read."""
    where = {"note_type": _shown(note_type.name), "template": _shown(template.name)}
    try:
        question, answer = parse_template(template.question), parse_template(template.answer)
    except TemplateError as error:
        problems.append((error.key, {**where, "found": _shown(error.found)}))
        return None
    asked = set(_unknown(question, note_type))
    answered = set(_unknown(answer, note_type)) - {FRONT_SIDE}
    problems += [
        ("anki_faces.unknown_field", {**where, "found": _shown(name)})
        for name in sorted(asked | answered)
    ]
    names_front = any(field.name == FRONT_SIDE for field in replacements(answer))
    return Sides(template.name, question, answer, names_front)


def _unknown(parts: tuple[Part, ...], note_type: NoteType) -> Iterator[str]:
    """Yield the names a template uses that nothing bears."""
    for name in (*(field.name for field in replacements(parts)), *conditions(parts)):
        if name not in note_type.fields and name not in _SPECIAL and not _GAP_NAME.fullmatch(name):
            yield name


def _cut(face: Face, room: int) -> Face:
    """Return a card none of whose texts is longer than that."""
    if max(len(face.prompt), len(face.answer), len(face.graded)) <= room:
        return face
    return face._replace(
        prompt=face.prompt[:room],
        answer=face.answer[:room],
        graded=face.graded[:room],
        answer_type=_LONG,
    )


def _shown(name: str) -> str:
    """Return a name that is safe to show in a sentence."""
    return " ".join(clean(name).split())[:_LONGEST_SHOWN]


def _plain(ord_: int, sides: Sides | None, note_type: NoteType) -> _Plain | None:
    """Return how a card is made at once, if each side shows just one field as it is."""
    if sides is None or note_type.is_cloze:
        return None
    asked = _only_field(sides.question)
    answered = _only_field(sides.answer)
    if asked is None or answered is None or asked == answered or not sides.names_front:
        return None
    names = note_type.fields
    if asked not in names or answered not in names:
        return None
    key = face_key(ord_, is_cloze=False)
    return _Plain(key, names.index(asked), names.index(answered), len(names))


def _only_field(parts: tuple[Part, ...]) -> str | None:
    """Return the one field that is all of a side, but for the question repeated and a line."""
    fields = [
        part for part in parts if not isinstance(part, str) and part != Replacement(FRONT_SIDE)
    ]
    texts = (text_and_media(part)[0] for part in parts if isinstance(part, str))
    if len(fields) != 1 or any(texts):
        return None
    only = fields[0]
    return only.name if isinstance(only, Replacement) and not only.filters else None

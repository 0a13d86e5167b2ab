"""Notes as rows: what a table keeps of a note, and the note again."""

import json
from json.encoder import encode_basestring as quoted

from overmorrow.cards.face import Face
from overmorrow.cards.list_item import ListItem
from overmorrow.cards.note import AnswerType, Note
from overmorrow.cards.origin import Origin
from overmorrow.store.database import Row
from overmorrow.store.events import storable

NOTE_COLUMNS = "prompt, answer, is_cloze, answer_type, details, section, tags"
_TEXTS = ("hint", "remark", "source", "file_id", "note_type")
_FLAGS = ("both", "case_sensitive")
_PLAIN = Note("", "")[2:]
"""What a note of a prompt and an answer says beside them: nothing."""
_OUR_DETAILS = slice(Note._fields.index("aliases"), Note._fields.index("section"))
_NO_DETAILS = Note("", "")[_OUR_DETAILS]
PLAIN_COLUMNS = (0, AnswerType.TEXT.value, "{}", "", "[]")
"""The `NOTE_COLUMNS` of such a note after its prompt and its answer."""


def note_of(row: Row) -> Note:
    """Return the note that the `NOTE_COLUMNS` of a row hold."""
    prompt, answer, is_cloze, answer_type, details, section, tags = row
    if details == "{}" and tags == "[]" and not section:
        return Note(prompt, answer, bool(is_cloze), AnswerType(answer_type))
    known = json.loads(details)
    return Note(
        prompt=prompt,
        answer=answer,
        is_cloze=bool(is_cloze),
        answer_type=AnswerType(answer_type),
        aliases=tuple(known.get("aliases", ())),
        items=tuple(
            ListItem(text=text, aliases=tuple(aliases)) for text, *aliases in known.get("items", ())
        ),
        wrong_choices=tuple(known.get("wrong_choices", ())),
        section=section,
        tags=tuple(json.loads(tags)) if tags != "[]" else (),
        faces=tuple(_face_of(face) for face in known.get("faces", ())),
        fields=tuple(known.get("fields", ())),
        origin=origin_of(known.get("origin")),
        **{name: known.get(name, "") for name in _TEXTS},
        **{name: known.get(name, False) for name in _FLAGS},
    )


def _face_of(face: Row) -> Face:
    key, prompt, answer, graded, aliases, answer_type, deck = face
    return Face(key, prompt, answer, graded, tuple(aliases), answer_type, deck)


def origin_of(known: Row | None) -> Origin | None:
    """Return what another program knows of a note, as a row's details hold it."""
    if known is None:
        return None
    note_id, modified, flags, data, cards = known
    return Origin(note_id, modified, flags, data, tuple((card_id, due) for card_id, due in cards))


def _has_short_details(note: Note) -> bool:
    ours = note.faces or note.case_sensitive or note[_OUR_DETAILS] != _NO_DETAILS
    return bool(note.fields and note.file_id and note.note_type and not ours)


def _short_details(note: Note, origin: Origin) -> str:
    """Return the details of a note that has fields elsewhere and makes one plain card.

    They are as `json.dumps` would write them; imports bring a hundred thousand.
    """
    cards = ",".join([f"[{card_id},{due}]" for card_id, due in origin.cards])
    return (
        f'{{"fields":[{",".join([quoted(field) for field in note.fields])}],"origin":'
        f"[{origin.note_id},{origin.modified},{origin.flags},{quoted(origin.data)},[{cards}]],"
        f'"file_id":{quoted(note.file_id)},"note_type":{quoted(note.note_type)}}}'
    )


def is_plain(note: Note) -> bool:
    """Whether a note is a prompt and an answer, and nothing else."""
    return note[2:] == _PLAIN


def columns_of(note: Note) -> tuple[object, ...]:
    """Return the values of the `NOTE_COLUMNS`; what is empty takes no space."""
    if is_plain(note):
        return (storable(note.prompt), storable(note.answer), *PLAIN_COLUMNS)
    if note.origin and _has_short_details(note):
        return (
            storable(note.prompt),
            storable(note.answer),
            int(note.is_cloze),
            note.answer_type.value,
            storable(_short_details(note, note.origin)),
            storable(note.section),
            _as_json(note.tags) if note.tags else "[]",
        )
    details: dict[str, object] = {
        "aliases": note.aliases,
        "items": [[item.text, *item.aliases] for item in note.items],
        "wrong_choices": note.wrong_choices,
        "faces": note.faces,
        "fields": note.fields,
        "origin": note.origin,
    }
    details |= {name: getattr(note, name) for name in (*_TEXTS, *_FLAGS)}
    return (
        storable(note.prompt),
        storable(note.answer),
        int(note.is_cloze),
        note.answer_type.value,
        _as_json({name: value for name, value in details.items() if value}),
        storable(note.section),
        _as_json(note.tags) if note.tags else "[]",
    )


def _as_json(value: object) -> str | None:
    return storable(json.dumps(value, ensure_ascii=False, separators=(",", ":")))

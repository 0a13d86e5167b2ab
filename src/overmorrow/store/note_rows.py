"""Notes as rows: what a table keeps of a note, and the note again."""

import json

from overmorrow.cards.list_item import ListItem
from overmorrow.cards.note import AnswerType, Note
from overmorrow.store.database import Row
from overmorrow.store.events import storable

NOTE_COLUMNS = "prompt, answer, is_cloze, answer_type, details, section, tags"
_TEXTS = ("hint", "remark", "source", "file_id")
_FLAGS = ("both", "case_sensitive")


def note_of(row: Row) -> Note:
    """Return the note that the `NOTE_COLUMNS` of a row hold."""
    prompt, answer, is_cloze, answer_type, details, section, tags = row
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
        tags=tuple(json.loads(tags)),
        **{name: known.get(name, "") for name in _TEXTS},
        **{name: known.get(name, False) for name in _FLAGS},
    )


def columns_of(note: Note) -> tuple[object, ...]:
    """Return the values of the `NOTE_COLUMNS`; what is empty takes no space."""
    details: dict[str, object] = {
        "aliases": note.aliases,
        "items": [[item.text, *item.aliases] for item in note.items],
        "wrong_choices": note.wrong_choices,
    }
    details |= {name: getattr(note, name) for name in (*_TEXTS, *_FLAGS)}
    return (
        storable(note.prompt),
        storable(note.answer),
        int(note.is_cloze),
        note.answer_type.value,
        _as_json({name: value for name, value in details.items() if value}),
        storable(note.section),
        _as_json(note.tags),
    )


def _as_json(value: object) -> str | None:
    return storable(json.dumps(value, ensure_ascii=False, separators=(",", ":")))

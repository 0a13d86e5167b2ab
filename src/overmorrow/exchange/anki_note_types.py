"""Makes note types of the JSON in which Anki's older collections describe them."""

import json

from overmorrow.cards.note_type import NoteType, Template
from overmorrow.exchange.anki_schema18 import Json

_CLOZE = 1
_MOST_NUMBERED_FIELDS = 100


def json_object(text: str) -> Json:
    """Return a JSON object, all of whose texts can be written as UTF-8.

    Raises:
        ValueError: It is no JSON, or no object.
    """
    try:
        found = json.loads(text)
        if "\\ud" in text.lower():
            found = json.loads(as_json(found).encode("utf-8", "replace"))
    except RecursionError:
        raise ValueError("the JSON nests too deeply") from None
    if not isinstance(found, dict):
        raise ValueError("the JSON is no object")  # noqa: TRY004 - the text is wrong, not a type
    return found


def as_json(value: object) -> str:
    """Return the value as JSON in one line."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def note_type_of(model: object) -> NoteType | None:
    """Return a note type; None if the JSON is not that of one."""
    if not isinstance(model, dict) or not _in_order(model, "flds"):
        return None
    return _note_type(model)


def numbered_note_type(note_type_id: int, width: int) -> NoteType:
    """Return a note type for notes whose own is missing; its fields bear numbers."""
    names = [str(place) for place in range(1, min(width, _MOST_NUMBERED_FIELDS) + 1)]
    answer = "<br>".join(f"{{{{{name}}}}}" for name in names[1:])
    model: Json = {
        "id": note_type_id,
        "name": f"#{note_type_id}",
        "type": 0,
        "flds": [{"name": name, "ord": place} for place, name in enumerate(names)],
        "tmpls": [
            {
                "name": "1",
                "ord": 0,
                "qfmt": "{{1}}",
                "afmt": f"{{{{FrontSide}}}}\n\n<hr id=answer>\n\n{answer}",
            }
        ],
        "css": "",
    }
    return _note_type(model)


def _note_type(model: Json) -> NoteType:
    return NoteType(
        name=_text(model, "name") or "?",
        is_cloze=model.get("type") == _CLOZE,
        fields=tuple(_text(field, "name") for field in _in_order(model, "flds")),
        templates=tuple(
            Template(_text(side, "name"), _text(side, "qfmt"), _text(side, "afmt"))
            for side in _in_order(model, "tmpls")
        ),
        css=_text(model, "css"),
        kept=as_json(model),
    )


def _in_order(model: Json, key: str) -> list[Json]:
    """Return the fields or templates of a note type by their place."""
    listed = model.get(key)
    found = (
        [entry for entry in listed if isinstance(entry, dict)] if isinstance(listed, list) else []
    )
    if all(isinstance(entry.get("ord"), int) for entry in found):
        found.sort(key=lambda entry: entry["ord"])
    return found


def _text(entry: Json, key: str) -> str:
    value = entry.get(key)
    return value if isinstance(value, str) else ""

"""Our own notes as Anki's: which note types they get there, and what stands in the fields."""

import json
import re
from collections.abc import Mapping, Sequence
from html import escape, unescape

from overmorrow.cards.cloze import GapError, read_gaps
from overmorrow.cards.note import AnswerType, Note
from overmorrow.cards.note_type import NoteType, Template
from overmorrow.exchange.html_text import html_text
from overmorrow.exchange.json_collection import read_note
from overmorrow.exchange.json_writing import note_values

_SPACES = re.compile(r"(?<=[ \n]) ")
"""Those that HTML would drop."""
_CSS = """\
.card { font-family: sans-serif; font-size: 20px; text-align: center; }
.small { font-size: 15px; opacity: 0.75; margin-top: 1em; }
ul, ol { display: inline-block; text-align: left; }
.cloze { font-weight: bold; }
"""
_HINT = '{{#Hint}}<div class="small">{{hint:Hint}}</div>{{/Hint}}'
_REST = "".join(
    f'{{{{#{name}}}}}<div class="small">{{{{{name}}}}}</div>{{{{/{name}}}}}'
    for name in ("Note", "Source")
)
_ALSO = '{{#Also}}<div class="small">{{Also}}</div>{{/Also}}'
_PARTS = ("prompt", "answer", "", "", "hint", "remark", "source")
_GAP_PARTS = ("prompt", "hint", "remark", "source")
"""What the fields say of a note, but for the last."""
_BACK = "{{FrontSide}}\n\n<hr id=answer>\n\n"
_FIELDS = ("Prompt", "Answer", "Also", "Choices", "Hint", "Note", "Source", "Data")
_GAP_FIELDS = ("Text", "Hint", "Note", "Source", "Data")
_ASK = Template(
    "1",
    f"{{{{Prompt}}}}{{{{#Choices}}}}<br>{{{{Choices}}}}{{{{/Choices}}}}{_HINT}",
    f"{_BACK}{{{{Answer}}}}{_ALSO}{_REST}",
)
_ASK_BACK = Template("2", "{{Answer}}", f"{_BACK}{{{{Prompt}}}}{_REST}")
_FILL = Template("1", f"{{{{cloze:Text}}}}{_HINT}", f"{{{{cloze:Text}}}}{_REST}")


def _own(note_type_id: int, name: str, fields: tuple[str, ...], *sides: Template) -> NoteType:
    is_cloze = fields[0] == "Text"
    return NoteType(
        name=name,
        is_cloze=is_cloze,
        fields=fields,
        templates=sides,
        css=_CSS,
        kept=json.dumps({"id": note_type_id}),
    )


BASIC = _own(1_795_000_000_101, "overmorrow basic", _FIELDS, _ASK)
BOTH = _own(1_795_000_000_102, "overmorrow basic and reversed", _FIELDS, _ASK, _ASK_BACK)
CLOZE = _own(1_795_000_000_103, "overmorrow cloze", _GAP_FIELDS, _FILL)
"""Their ids, names and fields never change: a deck written again finds them in Anki."""


def own_note_type(note: Note) -> NoteType:
    """Return the note type that one of our own notes gets in Anki."""
    if note.is_cloze:
        return CLOZE
    return BOTH if note.both else BASIC


def own_fields(note: Note) -> tuple[str, ...]:
    """Return the fields of one of our own notes, in the order of its note type.

    The last, which no card shows, holds the whole note for the way back.
    """
    whole = json.dumps(note_values(note), ensure_ascii=False, separators=(",", ":"))
    return (*_shown_fields(note), escape(whole, quote=False))


def _shown_fields(note: Note) -> tuple[str, ...]:
    rest = (as_html(note.hint), as_html(note.remark), as_html(note.source))
    if note.is_cloze:
        return (ankis_gaps(note.prompt), *rest)
    also = ", ".join(map(as_html, note.aliases))
    return (as_html(note.prompt), _answer(note), also, _choices(note), *rest)


def own_note(note_type: NoteType, fields: Sequence[str]) -> Note | None:
    """Return the note of ours that fields were made of; None for a note type that is not ours.

    What was changed in Anki counts, if it is a part that text can say: the prompt
    or answer, the hint, the remark. A note that no longer makes sense is not ours.
    """
    if note_type.fields not in (_FIELDS, _GAP_FIELDS) or len(fields) != len(note_type.fields):
        return None
    try:
        note = read_note(json.loads(unescape(fields[-1])))
        before = _shown_fields(note)
    except (GapError, KeyError, TypeError, ValueError, RecursionError):
        return None
    if note.is_cloze != (note_type.fields == _GAP_FIELDS) or note.note_type:
        return None
    names = _GAP_PARTS if note.is_cloze else _PARTS
    changed = {
        name: html_text(field)
        for name, field, known in zip(names, fields, before, strict=False)
        if name and field != known
    }
    return _changed(note, changed) if changed else note


def _changed(note: Note, changed: Mapping[str, str]) -> Note | None:
    values = {**note_values(note), **changed}
    if "answer" in changed:
        values = {key: each for key, each in values.items() if key not in ("items", "answer_type")}
    try:
        return read_note(values)
    except (TypeError, ValueError):
        return None


def _answer(note: Note) -> str:
    if not note.items:
        return as_html(note.answer)
    tag = "ol" if note.answer_type is AnswerType.ORDERED_LIST else "ul"
    items = (" / ".join(map(as_html, (item.text, *item.aliases))) for item in note.items)
    return f"<{tag}>{''.join(f'<li>{item}</li>' for item in items)}</{tag}>"


def _choices(note: Note) -> str:
    """Return what there is to choose from, in an order that tells nothing."""
    if note.answer_type is not AnswerType.CHOICE:
        return ""
    return " / ".join(map(as_html, sorted((note.answer, *note.wrong_choices))))


def as_html(text: str) -> str:
    """Return text as HTML that shows the same."""
    written = escape(text, quote=False)
    if " " in written:
        written = _SPACES.sub("&nbsp;", written)
    return written.replace("\n", "<br>")


def ankis_gaps(text: str, *, html: bool = True) -> str:
    """Return a text with its gaps as Anki writes them.

    Args:
        text: With gaps of ours.
        html: Whether the rest shall be HTML.
    """
    written = as_html if html else str
    pieces: list[str] = []
    at = 0
    for gap in read_gaps(text):
        number = ",".join(map(str, gap.groups))
        inside = _unmarked(written(gap.text), html=html)
        hint = f"::{_unmarked(written(gap.hint), html=html)}" if gap.hint else ""
        pieces += [
            written(text[at : gap.start].replace("\\{{", "{{")),
            f"{{{{c{number}::{inside}{hint}}}}}",
        ]
        at = gap.end
    return "".join(pieces) + written(text[at:].replace("\\{{", "{{"))


def _unmarked(text: str, *, html: bool) -> str:
    """Return what stands in a gap, without anything that would end it."""
    if not html:
        return text
    return text.replace("::", "&#58;&#58;").replace("}", "&#125;")

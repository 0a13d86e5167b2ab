"""Writes notes as tables: CSV for spreadsheets, TSV as Anki's own text export is."""

import csv
from collections.abc import Iterable, Mapping

from overmorrow.cards.note import AnswerType, Note
from overmorrow.cards.note_type import NoteType
from overmorrow.exchange.outgoing import OutgoingNote, Sink, plain_notes
from overmorrow.exchange.own_note_types import ankis_gaps, as_html

_COLUMNS = ("prompt", "answer", "also", "hint", "note", "tags", "deck")
_RISKY = ("=", "+", "-", "@", "\t", "\r")
_STOCK = ("Basic", "Basic (and reversed card)", "Cloze")
"""Anki's own note types, which every collection has."""


def write_csv(
    file: Sink,
    notes: Iterable[OutgoingNote],
    *,
    choices: int = 0,
    excel_safe: bool = False,
    ids: bool = False,
) -> int:
    """Write a table for spreadsheets, and return how many cells had to be made safe.

    Args:
        file: Where to; opened with `newline=""`.
        notes: What to write; a card of another program's note type has its own row.
        choices: How many wrong choices a note has at most; each gets a column.
        excel_safe: Whether cells that a spreadsheet might run as a formula get an
            apostrophe before them, and the file a mark that tells Excel it is UTF-8.
        ids: Whether a column holds the notes' lasting ids.
    """
    if excel_safe:
        file.write("\ufeff")
    writer = csv.writer(file, lineterminator="\r\n" if excel_safe else "\n")
    wrong = tuple(f"wrong {number}" for number in range(1, choices + 1))
    writer.writerow((*_COLUMNS, *wrong, *(("guid",) if ids else ())))
    made_safe = 0
    tags_seen = False
    for outgoing in notes:
        for key, deck, note in plain_notes(outgoing.note):
            cells = [*_cells(note, deck or outgoing.deck), *_choices(note, choices)]
            if ids:
                own_id = outgoing.note.file_id or outgoing.uid
                cells.append(f"{own_id}/{key}" if key else own_id)
            cells[5] = _tags(note.tags, tags_seen)
            tags_seen = tags_seen or bool(note.tags)
            if excel_safe:
                risky = [at for at, cell in enumerate(cells) if cell.startswith(_RISKY)]
                made_safe += len(risky)
                for at in risky:
                    cells[at] = f"'{cells[at]}"
            writer.writerow(cells)
    return made_safe


def _cells(note: Note, deck: str) -> tuple[str, ...]:
    prompt = ankis_gaps(note.prompt, html=False) if note.is_cloze else note.prompt
    also = " | ".join(note.aliases)
    return prompt, note.answer, also, note.hint, note.remark, "", deck


def _choices(note: Note, width: int) -> tuple[str, ...]:
    wrong = note.wrong_choices if note.answer_type is AnswerType.CHOICE else ()
    return (*wrong, *[""] * width)[:width]


def _tags(tags: tuple[str, ...], tags_seen: bool) -> str:
    """Return tags between commas; one alone is marked as such where a space might part it."""
    written = ", ".join(tags)
    if len(tags) == 1 and (" " in written or not tags_seen):
        return f"{written},"
    return written


def write_tsv(
    file: Sink, notes: Iterable[OutgoingNote], note_types: Mapping[str, NoteType]
) -> None:
    """Write a table as Anki's text export is, with a line for each note.

    Notes of Anki's keep their fields; ours are said in its stock note types.

    Args:
        file: Where to; opened with `newline=""`.
        notes: What to write.
        note_types: Of other programs, by their uids.
    """
    widest = max((len(each.fields) for each in note_types.values()), default=0)
    width = max(3, widest)
    heads = ("separator:tab", "html:true", "guid column:1", "notetype column:2", "deck column:3")
    file.writelines(f"#{head}\n" for head in (*heads, f"tags column:{4 + width}"))
    writer = csv.writer(file, delimiter="\t", lineterminator="\n")
    for outgoing in notes:
        note = outgoing.note
        note_type = note_types.get(note.note_type)
        fields = note.fields if note_type else _stock_fields(note)
        writer.writerow(
            (
                note.file_id if note_type and note.file_id else outgoing.uid,
                note_type.name if note_type else _stock_name(note),
                outgoing.deck,
                *(*fields, *[""] * width)[:width],
                " ".join("_".join(tag.split()) for tag in note.tags),
            )
        )


def _stock_name(note: Note) -> str:
    return _STOCK[2 if note.is_cloze else 1 if note.both else 0]


def _stock_fields(note: Note) -> tuple[str, ...]:
    if note.is_cloze:
        return ankis_gaps(note.prompt), as_html(note.remark)
    return as_html(note.prompt), as_html(note.answer), as_html(note.remark)

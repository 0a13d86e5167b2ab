"""Tables read back as the notes they were made of, as far as a table can say it."""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from overmorrow.cards.face import Face
from overmorrow.cards.note import AnswerType, Note
from overmorrow.cards.note_type import NoteType
from overmorrow.cards.text import clean
from overmorrow.exchange.outgoing import OutgoingNote
from overmorrow.exchange.table_writing import write_csv, write_tsv
from tests.exchange.tables import parse_table

_LETTERS = st.characters(categories=("Lu", "Ll", "Nd"), include_characters=" ,;|\"'=+-@\n한글#<&")
_WORDS = (
    st.text(_LETTERS, min_size=1, max_size=14)
    .map(lambda text: "\n".join(line.strip() for line in clean(text).strip().split("\n")))
    .filter(lambda text: text and "{{" not in text)
)
_TAGS = st.lists(st.sampled_from(("하나", "tag", "두 낱말", "a::b")), max_size=3, unique=True)
_NOTES = st.tuples(_WORDS, _WORDS, st.just("") | _WORDS, _TAGS.map(tuple)).map(
    lambda parts: Note(parts[0], parts[1], remark=parts[2], tags=parts[3])
)


def _csv(*notes: Note, excel_safe: bool = False, choices: int = 0, ids: bool = False) -> str:
    file = io.StringIO(newline="")
    told = [OutgoingNote(f"u{place}", "가::나", note) for place, note in enumerate(notes)]
    write_csv(file, told, excel_safe=excel_safe, choices=choices, ids=ids)
    return file.getvalue()


def _read(text: str) -> list[Note]:
    (deck,) = parse_table(text, "x")
    assert deck.deck.name == "가::나"
    return list(deck.deck.notes)


@settings(max_examples=40, deadline=None)
@given(st.lists(_NOTES, min_size=1, max_size=4))
def test_a_csv_reads_back_as_the_same_notes(notes: list[Note]) -> None:
    assert _read(_csv(*notes)) == notes


def test_hints_other_answers_choices_and_gaps_come_back() -> None:
    notes = [
        Note("a?", "b", aliases=("c", "d e"), hint="h", tags=("두 낱말",)),
        Note("e?", "f", answer_type=AnswerType.CHOICE, wrong_choices=("g", "h")),
        Note("{{c2::x::hint}} and {{c1::y}}", is_cloze=True, remark="r"),
    ]
    *others, gaps = _read(_csv(*notes, choices=2))
    assert [*others, gaps._replace(faces=())] == notes


def test_our_gaps_are_written_as_anki_writes_them() -> None:
    text = _csv(Note("{{x | z}} and {{1:y::h}}", is_cloze=True), Note("p", "a"))
    assert _read(text)[0].prompt == "{{c2::x}} and {{c1::y::h}}"


def test_ids_come_back() -> None:
    assert [note.file_id for note in _read(_csv(Note("p", "a"), Note("q", "b"), ids=True))] == [
        "u0",
        "u1",
    ]


@pytest.mark.parametrize("cell", ["=1+1", "+x", "-x", "@x"])
def test_a_formula_gets_an_apostrophe_where_that_is_asked_for(cell: str) -> None:
    assert f"\n{cell},a" in _csv(Note(cell, "a"))
    safe = _csv(Note(cell, "a"), excel_safe=True)
    assert safe.startswith("\ufeffprompt,answer")
    assert f"\r\n'{cell},a" in safe


def test_each_card_of_a_foreign_note_type_has_a_row() -> None:
    faces = (Face("q", "물", "water, H2O", "water"), Face("r", "water", "물", deck="다"))
    text = _csv(Note("물", "water", faces=faces, note_type="x", tags=("t",)))
    decks = parse_table(text, "x")
    assert {deck.deck.name: list(deck.deck.notes) for deck in decks} == {
        "가::나": [Note("물", "water", remark="water, H2O", tags=("t",))],
        "다": [Note("water", "물", tags=("t",))],
    }


def _tsv(*notes: Note, note_types: tuple[NoteType, ...] = ()) -> str:
    file = io.StringIO(newline="")
    told = [OutgoingNote(f"u{place}", "가::나", note) for place, note in enumerate(notes)]
    write_tsv(file, told, {each.uid: each for each in note_types})
    return file.getvalue()


@settings(max_examples=40, deadline=None)
@given(st.lists(_NOTES, min_size=1, max_size=4))
def test_a_tsv_reads_back_as_the_same_notes(notes: list[Note]) -> None:
    read = _read(_tsv(*notes))
    expected = [
        note._replace(tags=tuple(tag.replace(" ", "_") for tag in note.tags), file_id=f"u{place}")
        for place, note in enumerate(notes)
    ]
    assert read == expected


def test_a_tsv_holds_the_fields_of_ankis_notes_as_they_are() -> None:
    kind = NoteType(name="나의 유형", is_cloze=False, fields=("a", "b", "c", "d"), templates=())
    note = Note("x", "y", note_type=kind.uid, fields=("<b>x</b>", "y", "z", "w"), file_id="G>1")
    lines = _tsv(note, Note("p < q", "a", tags=("t",)), note_types=(kind,)).split("\n")
    assert lines[:6] == [
        "#separator:tab",
        "#html:true",
        "#guid column:1",
        "#notetype column:2",
        "#deck column:3",
        "#tags column:8",
    ]
    assert lines[6] == "G>1\t나의 유형\t가::나\t<b>x</b>\ty\tz\tw\t"
    assert lines[7] == "u1\tBasic\t가::나\tp &lt; q\ta\t\t\tt"

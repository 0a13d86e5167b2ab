"""Decks written in our text format read back as they were."""

from hypothesis import given, settings

from overmorrow.cards.deck import Deck
from overmorrow.cards.deck_file import parse_deck
from overmorrow.cards.face import Face
from overmorrow.cards.note import Note
from overmorrow.exchange.markdown_writing import file_names, markdown_of
from overmorrow.exchange.outgoing import OutgoingNote
from tests.cards.deck_strategies import decks


def _outgoing(*notes: Note) -> list[OutgoingNote]:
    return [OutgoingNote(f"uid {place}", "d", note) for place, note in enumerate(notes)]


@settings(max_examples=40, deadline=None)
@given(decks())
def test_notes_come_back_as_they_were(deck: Deck) -> None:
    text = markdown_of(deck, _outgoing(*deck.notes), ids=False)
    assert tuple(parse_deck(text, "x.md").deck.notes) == tuple(deck.notes)


@settings(max_examples=30, deadline=None)
@given(decks())
def test_ids_are_each_only_once_and_the_same_each_time(deck: Deck) -> None:
    text = markdown_of(deck, _outgoing(*deck.notes), ids=True)
    parsed = parse_deck(text, "x.md")
    ids = [note.file_id for note in parsed.deck.notes]
    assert parsed.problems == () or not deck.notes
    assert all(ids)
    assert len(set(ids)) == len(ids)
    assert markdown_of(deck, _outgoing(*deck.notes), ids=True) == text


def test_cards_of_a_foreign_note_type_become_notes() -> None:
    faces = (
        Face("q", "물", "water\nH2O", "water", ("Water",)),
        Face("r", "water", ""),
    )
    note = Note("물", "water", faces=faces, note_type="x", tags=("t",), file_id="a<b> c")
    text = markdown_of(Deck(name="d"), _outgoing(note), ids=False)
    assert list(parse_deck(text, "x").deck.notes) == [
        Note("물", "water", aliases=("Water",), remark="water\nH2O", tags=("t",)),
        Note("water", "—", tags=("t",)),
    ]


def test_an_id_that_the_format_cannot_say_is_left_out() -> None:
    text = markdown_of(Deck(name="d"), _outgoing(Note("p", "a", file_id="a > b")), ids=False)
    assert "a > b" not in text


def test_file_names_fit_every_system_and_are_each_only_once() -> None:
    names = file_names(["가::나", "가 - 나", "a/b:c", "..", "X" * 300], ".md")
    assert list(names.values())[:4] == ["가 - 나.md", "가 - 나 2.md", "a_b_c.md", "_.md"]
    assert all(len(name.encode()) <= 200 for name in names.values())

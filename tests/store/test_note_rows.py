"""A note is read from its row as it was written there, however it is written."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from overmorrow.cards.face import Face
from overmorrow.cards.list_item import ListItem
from overmorrow.cards.note import AnswerType, Note
from overmorrow.cards.origin import Origin
from overmorrow.store.note_rows import columns_of, note_of


def _note(**parts: Any) -> Note:
    """Return a note that says nothing but what is given."""
    return Note(**parts)


texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=6)
many = st.lists(texts, max_size=2).map(tuple)
numbers = st.integers(0, 2**53)
items = st.builds(ListItem, text=texts.filter(bool), aliases=many)
origins = st.builds(
    Origin,
    numbers,
    numbers,
    numbers,
    texts,
    st.lists(st.tuples(numbers, numbers), max_size=2).map(tuple),
)
faces = st.builds(Face, texts, texts, texts, texts, many, texts, texts)
plain_notes = st.builds(_note, prompt=texts, answer=texts)
foreign_notes = st.builds(
    _note,
    prompt=texts,
    answer=texts,
    section=texts,
    tags=many,
    file_id=texts,
    faces=st.lists(faces, max_size=1).map(tuple),
    note_type=texts,
    fields=many,
    origin=st.none() | origins,
)
own_notes = st.builds(
    _note,
    prompt=texts,
    answer=texts,
    is_cloze=st.booleans(),
    answer_type=st.sampled_from(AnswerType),
    aliases=many,
    items=st.lists(items, max_size=2).map(tuple),
    wrong_choices=many,
    both=st.booleans(),
    hint=texts,
    remark=texts,
    source=texts,
    section=texts,
    tags=many,
    case_sensitive=st.booleans(),
    file_id=texts,
)
notes = st.one_of(plain_notes, own_notes, foreign_notes)


@settings(max_examples=150, deadline=None)
@given(notes)
def test_a_note_is_read_back_as_it_was_written(note: Note) -> None:
    assert note_of(columns_of(note)) == note


@settings(deadline=None)
@given(foreign_notes, st.text(st.characters(categories=["Cs", "Cc"]), max_size=3))
def test_what_no_database_can_hold_is_left_out_of_every_column(note: Note, odd: str) -> None:
    written = columns_of(note._replace(prompt=odd, section=odd, tags=(odd,), fields=("x", odd)))
    texts_written = [value for value in written if isinstance(value, str)]

    assert not any("\0" in text for text in texts_written)
    assert all(text.encode().decode() == text for text in texts_written)

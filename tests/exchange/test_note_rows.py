"""Notes kept as rows are a sequence like any other."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from overmorrow.cards.note import Note
from overmorrow.exchange.note_rows import NoteRows

_WORD = st.text(alphabet=st.sampled_from("a가\n\t ,🙂\ud800"), min_size=1, max_size=4)


def filled(count: int) -> NoteRows:
    rows = NoteRows()
    for at in range(count):
        if at % 7 == 3:
            rows.append(Note(f"n{at}", f"m{at}", remark="r"))
        else:
            rows.append_row((f"n{at}", f"m{at}"))
    return rows


@pytest.mark.parametrize("count", [0, 1, 511, 512, 513, 1500])
def test_it_holds_what_was_put_in_at_its_place(count: int) -> None:
    rows = filled(count)

    assert len(rows) == count
    assert [note.prompt for note in rows] == [f"n{at}" for at in range(count)]
    assert [rows[at].answer for at in range(count)] == [f"m{at}" for at in range(count)]
    assert rows[:3] == tuple(rows)[:3]
    assert rows[-2:] == tuple(rows)[-2:]
    assert rows[::-200] == tuple(rows)[::-200]
    assert rows == tuple(rows)


def test_what_is_put_in_after_a_look_is_seen() -> None:
    rows = filled(513)
    assert rows[512].prompt == "n512"
    rows.append_row(("new", "one"))

    assert rows[513] == Note("new", "one")
    assert rows[-1].answer == "one"


def test_a_place_that_is_not_there_is_an_error() -> None:
    for at in (3, -4):
        with pytest.raises(IndexError):
            filled(3)[at]


def test_it_differs_from_other_notes() -> None:
    assert filled(3) != tuple(filled(4))
    assert filled(3) != (Note("a", "b"),) * 3
    assert filled(3) != "abc"
    assert filled(1) != 5


@settings(max_examples=100)
@given(st.lists(st.tuples(_WORD, _WORD), max_size=20))
def test_any_cells_come_out_as_they_went_in(cells: list[tuple[str, str]]) -> None:
    rows = NoteRows()
    for pair in cells:
        rows.append_row(pair)

    assert [(note.prompt, note.answer) for note in rows] == cells

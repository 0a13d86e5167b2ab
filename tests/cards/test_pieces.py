"""Notes that were split are known by their pieces."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from overmorrow.cards.note import Note
from overmorrow.cards.pieces import first_piece

WHOLE = Note(prompt="Which two?", answer="water, fire")


def test_the_piece_with_the_start_of_the_answer_is_the_first() -> None:
    pieces = {
        7: Note(prompt="Which two? (2)", answer="fire"),
        8: Note(prompt="Which two? (1)", answer="water"),
    }

    assert first_piece(WHOLE, pieces) == 8


def test_pieces_that_ask_something_else_or_hold_too_little_are_none() -> None:
    assert first_piece(WHOLE, {0: Note(prompt="x", answer="water"),
                               1: Note(prompt="y", answer="fire")}) is None  # fmt: skip
    assert first_piece(WHOLE, {0: Note(prompt="Which two?", answer="water")}) is None
    assert first_piece(WHOLE, {0: Note(prompt="Which two?", answer="wat"),
                               1: Note(prompt="Which two?", answer="fire")}) is None  # fmt: skip


def test_one_piece_twice_is_no_whole() -> None:
    piece = Note(prompt="Which two?", answer="water")

    assert first_piece(WHOLE, {0: piece, 1: piece}) is None


@given(
    st.lists(st.sampled_from(["water", "fire", "earth", "wind"]), min_size=2, unique=True),
    st.randoms(use_true_random=False),
)
def test_in_whichever_order_the_pieces_stand_the_first_is_the_same(
    parts: list[str], random: Random
) -> None:
    pieces = list(enumerate(Note(prompt="Which?", answer=part) for part in parts))
    random.shuffle(pieces)

    assert first_piece(Note(prompt="Which?", answer=", ".join(parts)), dict(pieces)) == 0

"""Notes that were split are known by their pieces."""

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

from hypothesis import given
from hypothesis import strategies as st

from overmorrow.tui import cells
from overmorrow.tui.marked_text import (
    ANSWER,
    ASCII_BRACKETS,
    BRACKETS,
    SENTENCE,
    Marks,
    marked_rows,
    marks_for,
    window,
    wrapped_pieces,
)
from overmorrow.tui.rows import MUTED, Row

TEXT = "앞 문장이다. 호수는 깊다. 뒤 문장이다."
PLACE, ANSWER_PLACE = (8, 15), (8, 10)


def words(row: Row) -> str:
    return "".join(text for text, _ in row)


def test_sentence_stands_out_and_the_answer_in_it() -> None:
    (row,) = marked_rows(TEXT, PLACE, ANSWER_PLACE, Marks(), 76)
    assert [(text, style) for text, style in row] == [
        ("앞 문장이다. ", MUTED),
        ("호수", ANSWER),
        ("는 깊다.", SENTENCE),
        (" 뒤 문장이다.", MUTED),
    ]


def test_brackets_stand_for_colour() -> None:
    (row,) = marked_rows(TEXT, PLACE, ANSWER_PLACE, BRACKETS, 76)
    assert words(row) == "앞 문장이다. 【[호수]는 깊다.】 뒤 문장이다."
    (row,) = marked_rows(TEXT, PLACE, ANSWER_PLACE, ASCII_BRACKETS, 76)
    assert words(row) == "앞 문장이다. <<[호수]는 깊다.>> 뒤 문장이다."


def test_marks_are_needed_only_without_colour() -> None:
    assert marks_for(has_colour=True, ascii_only=True) == Marks()
    assert marks_for(has_colour=False, ascii_only=False) == BRACKETS
    assert marks_for(has_colour=False, ascii_only=True) == ASCII_BRACKETS


def test_answer_outside_its_sentence_is_not_marked() -> None:
    (row,) = marked_rows(TEXT, PLACE, (0, 1), Marks(), 76)
    assert ANSWER not in [style for _, style in row]


def test_very_long_paragraph_is_cut_around_the_sentence() -> None:
    text = "가 " * 5000 + TEXT + " 나" * 5000
    at = text.index("호수")
    rows = marked_rows(text, (at, at + 7), (at, at + 2), Marks(), 40)
    assert words(rows[0]).startswith("…")
    assert words(rows[-1]).endswith("…")
    assert any("호수는 깊다." in words(row) for row in rows)


@given(st.text(alphabet="가나 ab.\n", max_size=80), st.integers(2, 30), st.integers(0, 80))
def test_wrapping_loses_nothing_but_spaces(text: str, width: int, cut: int) -> None:
    rows = wrapped_pieces([(text[:cut], MUTED), (text[cut:], SENTENCE)], width)
    assert "".join(words(row) for row in rows).replace(" ", "") == "".join(text.split())
    assert all(cells.cell_len(words(row)) <= width for row in rows)


def test_window_shows_the_sentence_wherever_it_is() -> None:
    text = "가나 " * 60 + TEXT + " 다라" * 60
    at = text.index("호수")
    rows = marked_rows(text, (at, at + 7), (at, at + 2), Marks(), 20)
    assert "호수는 깊다." in " ".join(map(words, window(rows, 3)))
    assert len(window(rows, 3)) == 3


def test_window_shows_the_answer_of_a_sentence_that_is_too_long() -> None:
    text = "가나 " * 60 + "호수 " + "다라 " * 60
    at = text.index("호수")
    rows = marked_rows(text, (0, len(text)), (at, at + 2), Marks(), 20)
    assert any("호수" in words(row) for row in window(rows, 3))

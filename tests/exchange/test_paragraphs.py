"""Questions with their answers below them are cards."""

import pytest

from overmorrow.exchange.paragraphs import is_paragraphs, parse_paragraphs


def pairs(text: str) -> list[tuple[str, str]]:
    (parsed,) = parse_paragraphs(text, "x")
    return [(note.prompt, note.answer) for note in parsed.deck.notes]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("What is it?\nthis: a, b\nand that\n\nWhy?\nso\n",
                     [("What is it?", "this: a, b\nand that"), ("Why?", "so")], id="questions"),
        pytest.param("function size\n25 lines\n\ncolumns\n80, at most\n",
                     [("function size", "25 lines"), ("columns", "80, at most")], id="terms"),
        pytest.param("What is a?\n\nb.\n\nWhat is c?\n\nd, e.\n",
                     [("What is a?", "b."), ("What is c?", "d, e.")], id="by-turns"),
    ],
)  # fmt: skip
def test_blank_lines_part_cards(text: str, expected: list[tuple[str, str]]) -> None:
    assert is_paragraphs(text)
    assert pairs(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "a\tb\nc\td\n\ne\tf\ng\th\n",
        "a, b\n\nc, d\n",
        "one line\n",
        "Prose that goes on.\nIt has sentences.\nMany.\nMore.\n\nAnd.\nAnother.\nOne.\nMore.\n",
        "",
    ],
)
def test_tables_and_prose_are_none(text: str) -> None:
    assert not is_paragraphs(text)


def test_a_question_without_an_answer_is_told() -> None:
    (parsed,) = parse_paragraphs("A?\nb\n\nC?\nd\n\nE?\nf\n\nG?\nh\n\nI?\n", "x")

    assert [(each.line, each.key) for each in parsed.problems] == [(13, "deck.table_no_answer")]

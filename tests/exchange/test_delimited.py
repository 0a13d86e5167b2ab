"""Plain tables become cards, line by line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overmorrow.cards.note import Note
from overmorrow.cards.problem import Harm
from overmorrow.exchange.delimited import parse_table

CARD, FILE, NOTICE = Harm.CARD, Harm.FILE, Harm.NOTICE


def test_each_line_is_a_card_and_may_have_tags() -> None:
    parsed = parse_table(
        "\ufeff# 덱\n#separator:tab\n\n하나\tone\r\n둘\t two \t수, 영어\n#3\tthree\n", "수"
    )

    assert parsed.deck.name == "수"
    assert parsed.deck.notes == (
        Note(prompt="하나", answer="one"),
        Note(prompt="둘", answer="two", tags=("수", "영어")),
        Note(prompt="#3", answer="three"),
    )
    assert parsed.lines == (4, 5, 6)
    assert parsed.problems == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [(1, "table_nothing", FILE)]),
        ("\n\n", [(1, "table_nothing", FILE)]),
        ("가\n나", [(1, "table_no_tab", CARD), (1, "nothing_left", FILE),
                  (2, "table_no_tab", CARD)]),
        ("가\t나\n다\n라\t\n\t마", [(2, "table_no_tab", CARD), (3, "table_no_answer", CARD),
                                 (4, "empty_prompt", CARD)]),
        ("가\t나\na\tb\tc\td", [(2, "table_columns", CARD)]),
        ("앞면\t뒷면\n가\t나", [(1, "table_headings", NOTICE)]),
        ("Front\tBack\tTags\n가\t나", [(1, "table_headings", NOTICE)]),
        ("가\t나\n앞면\t뒷면", []),
        ("가\x00\t나", [(1, "characters_dropped", NOTICE)]),
        (f"가\t{'나' * (1 << 20)}다\n라\t마", [(1, "too_long", CARD)]),
    ],
)  # fmt: skip
def test_every_bad_line_is_told_with_its_number(
    text: str, expected: list[tuple[int, str, Harm]]
) -> None:
    parsed = parse_table(text, "x")
    problems = parsed.problems

    assert parsed.left_out == [harm for _, _, harm in expected].count(CARD)
    assert [(each.line, each.key.removeprefix("deck."), each.harm) for each in problems] == expected


@given(st.text(max_size=100))
def test_any_text_is_read_or_refused_politely(text: str) -> None:
    parsed = parse_table(text, "x")

    assert parsed.deck.notes or parsed.refused
    assert len(parsed.lines) == len(parsed.deck.notes)

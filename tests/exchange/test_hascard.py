"""Cards of hascard are read by their kinds."""

from hypothesis import given, settings
from hypothesis import strategies as st

from overmorrow.cards.list_item import ListItem
from overmorrow.cards.note import AnswerType, Note
from overmorrow.exchange.hascard import is_hascard, parse_hascard

TEXT = (
    "# Word\r\nMeaning of it\r\nin two lines\r\n---\r\n# Which?\r\n- no\r\n* yes\r\n---\r\n\r\n"
    "# Which two?\n[*] a\n[ ] b\n[x] c\n---\n# Order\n2. second\n1. first\n---\n"
    "# Fill in\nThe sign € is the _Euro_ of the _EU|European Union_.\n---\n# nothing\n"
)


def test_each_kind_of_card_is_read() -> None:
    (parsed,) = parse_hascard(TEXT, "x")

    assert is_hascard(TEXT)
    assert parsed.deck.notes == (
        Note(prompt="Word", answer="Meaning of it\nin two lines"),
        Note(
            prompt="Which?",
            answer="yes",
            answer_type=AnswerType.CHOICE,
            wrong_choices=("no",),
        ),
        Note(
            prompt="Which two?",
            answer="a, c",
            answer_type=AnswerType.LIST,
            items=(ListItem(text="a"), ListItem(text="c")),
        ),
        Note(
            prompt="Order",
            answer="first, second",
            answer_type=AnswerType.ORDERED_LIST,
            items=(ListItem(text="first"), ListItem(text="second")),
        ),
        Note(
            prompt="Fill in\nThe sign € is the {{Euro}} of the {{EU | European Union}}.",
            is_cloze=True,
        ),
    )
    assert parsed.lines == (1, 5, 10, 15, 19)
    assert [(each.line, each.key) for each in parsed.problems] == [(22, "deck.table_no_answer")]


def test_our_own_headings_are_not_taken_for_cards() -> None:
    assert not is_hascard("# Section\n\nQ: a\nA: b\n")
    assert not is_hascard("---\ntitle: x\n---\n# Section\n")


@settings(max_examples=100)
@given(st.text(alphabet=st.sampled_from("#-* [x]_|1.\na"), max_size=50))
def test_any_text_is_read_or_refused_politely(text: str) -> None:
    for parsed in parse_hascard(text, "x"):
        assert parsed.deck.notes or parsed.refused or parsed.left_out

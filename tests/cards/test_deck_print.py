"""Decks survive being written and read again."""

from hypothesis import HealthCheck, given, settings

from overmorrow.cards.deck import Deck
from overmorrow.cards.deck_file import parse_deck, print_deck
from overmorrow.cards.list_item import ListItem
from overmorrow.cards.note import AnswerType, Note
from tests.cards.deck_strategies import decks, documents

_SLOW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@_SLOW
@given(decks())
def test_a_printed_deck_reads_back_as_the_same_deck(deck: Deck) -> None:
    again = parse_deck(print_deck(deck), "another name.md")

    assert [problem for problem in again.problems if problem.key != "deck.nothing"] == []
    assert again.deck == deck


@_SLOW
@given(documents)
def test_any_text_parses_and_what_is_kept_prints_stably(text: str) -> None:
    parsed = parse_deck(text, "x.md")
    printed = print_deck(parsed.deck)

    assert print_deck(parse_deck(printed, "x.md").deck) == printed


def test_a_deck_reads_as_a_person_would_write_it() -> None:
    deck = Deck(
        name="중국의 도시",
        title="중국의 도시",
        lang="ko",
        notes=(
            Note(prompt="저장성의 성도는?", answer="항저우", aliases=("항주", "Hangzhou")),
            Note(
                prompt="상하이는 {{창강}} 하구에 있다.",
                is_cloze=True,
                section="동쪽",
                tags=("동쪽",),
            ),
        ),
    )

    assert print_deck(deck) == (
        "---\ntitle: 중국의 도시\nlang: ko\n---\n\n"
        "Q: 저장성의 성도는?\nA: 항저우\nalso: 항주 | Hangzhou\n\n"
        "# 동쪽\n\n"
        "C: 상하이는 {{창강}} 하구에 있다.\n"
    )


def test_a_line_break_where_only_one_line_can_be_becomes_a_space() -> None:
    items = (ListItem(text="가\n나"), ListItem(text="다", aliases=("라\n마",)))
    note = Note(
        prompt="a",
        answer="가 나, 다",
        answer_type=AnswerType.LIST,
        items=items,
        aliases=("b\nc",),
        section="d\ne",
        tags=("d\ne",),
    )
    (again,) = parse_deck(print_deck(Deck(name="x\ny", notes=(note,))), "x").deck.notes

    assert [item.text for item in again.items] == ["가 나", "다"]
    assert (again.items[1].aliases, again.aliases, again.section) == (("라 마",), ("b c",), "d e")

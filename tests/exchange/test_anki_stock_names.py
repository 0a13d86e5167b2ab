"""Anki's own note types are known by their names."""

import pytest

from overmorrow.exchange.anki_stock_names import Stock, stock_of
from tests.exchange.tables import parse_table


@pytest.mark.parametrize(
    ("name", "stock"),
    [
        ("Basic", Stock.PLAIN),
        ("Basic (type in the answer)", Stock.PLAIN),
        ("Basic (and reversed card)", Stock.REVERSED),
        ("Basic (and reversed card)+", Stock.REVERSED),
        ("Basic (and reversed card)-1a2b3", Stock.REVERSED),
        ("기본 (역방향 카드 포함)", Stock.REVERSED),
        ("기본 (뒤집은 카드 포함)", Stock.REVERSED),
        ("Einfach (beide Richtungen)", Stock.REVERSED),
        ("问答题（同时生成翻转的卡片）", Stock.REVERSED),
        ("Basic (optional reversed card)", Stock.OPTIONAL),
        ("기본 (선택적 역방향 카드)", Stock.OPTIONAL),
        ("Basic (mine)", Stock.OWN),
        ("My reversed cards", Stock.OWN),
        ("Cloze", Stock.OWN),
        ("", Stock.OWN),
    ],
)
def test_a_name_says_what_cards_there_are(name: str, stock: Stock) -> None:
    assert stock_of(name) is stock


def test_a_reversed_note_type_asks_both_ways() -> None:
    text = (
        "#separator:tab\n#notetype column:1\n"
        "Basic\ta\tb\t\n"
        "Basic (and reversed card)\tc\td\t\n"
        "Basic (optional reversed card)\te\tf\ty\n"
        "Basic (optional reversed card)\tg\th\t\n"
        "Cloze\t{{c1::i}} and {{c2::j}}\tk\t\n"
    )
    (parsed,) = parse_table(text, "x")
    assert [note.both for note in parsed.deck.notes] == [False, True, True, False, False]
    assert [face.prompt for face in parsed.deck.notes[1].faces] == ["c", "d"]
    assert [note.remark for note in parsed.deck.notes] == ["", "", "", "", "k"]
    assert [face.prompt for face in parsed.deck.notes[4].faces] == ["[...] and j", "i and [...]"]


def test_the_note_type_may_be_said_once_for_all() -> None:
    (parsed,) = parse_table("#notetype:Basic (and reversed card)\na;b\nc;d\n", "x")
    assert [note.both for note in parsed.deck.notes] == [True, True]

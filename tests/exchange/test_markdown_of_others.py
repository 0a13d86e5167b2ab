"""Markdown written for hashcards, repeater, AnkiOps and Obsidian is read as it was meant."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from overmorrow.cards.list_item import ListItem
from overmorrow.cards.making import cards_of
from overmorrow.cards.note import AnswerType, Note
from overmorrow.cards.problem import ParsedDeck
from overmorrow.exchange.ankiops import parse_ankiops
from overmorrow.exchange.hashcards import parse_hashcards
from overmorrow.exchange.obsidian import parse_obsidian
from overmorrow.exchange.reading import read_file


def read(tmp_path: Path, text: str, name: str = "file.md") -> tuple[ParsedDeck, ...]:
    (tmp_path / name).write_text(text, encoding="utf-8")
    return read_file(str(tmp_path / name)).decks


def cards(note: Note) -> list[tuple[str, str]]:
    return [(card.prompt, card.answer) for card in cards_of(note, "", "")]


def test_gaps_in_brackets_are_gaps(tmp_path: Path) -> None:
    (parsed,) = read(
        tmp_path,
        '---\nname = "World"\n---\n\nQ: What?\nA: That\nnotes: not a key here\n\n'
        "C: [Oslo] is the capital of\n[Norway].\n\n---\n\n"
        "C: See [map](u) and $a[1]$: \\[ is [one].\n",
    )

    assert parsed.deck.name == "World"
    assert parsed.problems == ()
    assert parsed.lines == (5, 9, 14)
    first, second, third = parsed.deck.notes
    assert first.answer == "That\nnotes: not a key here"
    assert cards(second) == [
        ("[ 1 ] is the capital of\n[ ··· ].", "Oslo"),
        ("[ ··· ] is the capital of\n[ 2 ].", "Norway"),
    ]
    assert cards(third) == [("See [map](u) and $a[1]$: [ is [ 1 ].", "one")]


def test_our_own_decks_are_read_as_ever(tmp_path: Path) -> None:
    (parsed,) = read(
        tmp_path, "---\ntitle: T\n---\nQ: a\nA: [b]\ntags: x\n\nC: [1] {{two}} ==three==\n"
    )

    assert (parsed.deck.name, parsed.problems) == ("T", ())
    assert parsed.deck.notes[0].tags == ("x",)
    assert cards(parsed.deck.notes[1]) == [("[1] [ 1 ] ==three==", "two")]


def test_ankiops_labels_are_fields(tmp_path: Path) -> None:
    (parsed,) = read(
        tmp_path,
        "<!-- note_key: 2fd6 -->\n<!-- note_type: AnkiOpsQA -->\nQ: Two\nlines\nA: Answer\n\n"
        "- more\nE: extra\nM: most\n\n---\n\n"
        "<!-- tags: exam, two -->\nT: A {{c1::gap}}\nE: why\n\n---\n\n"
        "Q: Which?\nC1: red\nC2: green\nA: 2\n\n---\n\n"
        "Q: Which two?\nC1: a\nC2: b\nC3: c\nA: 1, 3\n"
        "\n---\n\nF: front\nB: back\n\n---\n\nQ: no answer\n",
        "Deck__Sub.md",
    )

    assert parsed.deck.name == "Deck::Sub"
    assert parsed.deck.notes == (
        Note(prompt="Two\nlines", answer="Answer\n\n- more", remark="extra\nmost", file_id="2fd6"),
        Note(prompt="A {{c1::gap}}", is_cloze=True, remark="why", tags=("exam", "two")),
        Note(
            prompt="Which?",
            answer="green",
            answer_type=AnswerType.CHOICE,
            wrong_choices=("red",),
        ),
        Note(
            prompt="Which two?",
            answer="a, c",
            answer_type=AnswerType.LIST,
            items=(ListItem(text="a"), ListItem(text="c")),
        ),
        Note(prompt="front", answer="back", both=True),
    )
    assert parsed.lines[:2] == (3, 14)
    assert [(each.line, each.key) for each in parsed.problems] == [(39, "deck.no_answer")]


def test_cards_of_obsidian_are_found_among_prose(tmp_path: Path) -> None:
    decks = read(
        tmp_path,
        "---\nsr-due: 2025-02-21\n---\n# Notes\nprose with `code::x` only\n\n"
        "#flashcards/science/physics\n\none::two ^id1\n<!--SR:!2024-03-20,124,270-->\n\n"
        "three:::four <!--SR:!2024-03-20,1,2!2024-03-20,1,2-->\n\n"
        "#flashcards/art five::six\n\n"
        "many\nlines\n?\nof answer\n\n- item\n\nthere\n??\nback\n\n"
        "```\na::b\n```\n\nA ==marked== text with {{braces}}\n",
    )

    assert [parsed.deck.name for parsed in decks] == ["science::physics", "art"]
    assert decks[1].deck.notes == (Note(prompt="five", answer="six"),)
    assert decks[0].deck.notes == (
        Note(prompt="one", answer="two", file_id="id1"),
        Note(prompt="three", answer="four", both=True),
        Note(prompt="many\nlines", answer="of answer"),
        Note(prompt="there", answer="back", both=True),
        Note(prompt="A {{marked}} text with {{braces}}", is_cloze=True),
    )
    assert decks[0].lines == (9, 12, 16, 23, 31)


@pytest.mark.parametrize(
    ("text", "deck"),
    [
        ("#flashcards\n\na::b\n", "file"),
        ("---\ntags: [flashcards/x/y]\n---\na::b\n", "x::y"),
        ("- a::b\n", "file"),
        ("a\n?\nb\n", "file"),
    ],
)
def test_a_note_without_a_deck_is_named_by_its_file(tmp_path: Path, text: str, deck: str) -> None:
    (parsed,) = read(tmp_path, text)

    assert parsed.deck.name == deck
    assert parsed.deck.notes == (Note(prompt="a", answer="b"),)


_MARKS = st.text(alphabet=st.sampled_from("QACTF:[]{}=?#-\n `a|!<>$\\"), max_size=60)


@settings(max_examples=200)
@given(_MARKS)
def test_any_text_is_read_or_refused_politely(text: str) -> None:
    for parsed in (
        parse_hashcards(text, "x"),
        *parse_ankiops(text, "x"),
        *parse_obsidian(text, "x"),
    ):
        assert parsed.deck.notes or parsed.refused or parsed.left_out
        assert len(parsed.lines) == len(parsed.deck.notes)

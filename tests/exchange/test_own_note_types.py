"""Our notes in Anki's words."""

import pytest
from hypothesis import given, settings

from overmorrow.cards.deck import Deck
from overmorrow.cards.list_item import ListItem
from overmorrow.cards.note import AnswerType, Note
from overmorrow.cards.note_type import NoteType
from overmorrow.exchange.html_text import html_text
from overmorrow.exchange.own_note_types import (
    BASIC,
    BOTH,
    CLOZE,
    ankis_gaps,
    as_html,
    own_fields,
    own_note,
    own_note_type,
)
from tests.cards.deck_strategies import decks


def test_each_kind_of_note_has_its_note_type() -> None:
    assert own_note_type(Note("p", "a")) is BASIC
    assert own_note_type(Note("p", "a", both=True)) is BOTH
    assert own_note_type(Note("{{a}}", is_cloze=True)) is CLOZE


@pytest.mark.parametrize(
    "note",
    [Note("p", "a"), Note("p", "a", both=True), Note("{{a}}", is_cloze=True)],
    ids=["basic", "both", "cloze"],
)
def test_there_is_a_field_for_each_name(note: Note) -> None:
    assert len(own_fields(note)) == len(own_note_type(note).fields)


@pytest.mark.parametrize(
    "text", ["a < b & c", "line\n  indented", "two  spaces", "[x] {{y}}", "한국어 \\{{z}}"]
)
def test_html_shows_the_same_text(text: str) -> None:
    assert html_text(as_html(text)).replace("\xa0", " ").split() == text.split()
    assert "<" not in as_html(text).replace("<br>", "")


@pytest.mark.parametrize(
    ("ours", "ankis"),
    [
        pytest.param("{{a}} {{b::h}}", "{{c1::a}} {{c2::b::h}}", id="numbered-in-order"),
        pytest.param("{{2:a}} {{b}}", "{{c2::a}} {{c1::b}}", id="groups-keep-their-numbers"),
        pytest.param("{{c1,2::a}}", "{{c1,2::a}}", id="several-groups"),
        pytest.param("{{a | b}}", "{{c1::a}}", id="other-names-are-left-out"),
        pytest.param("\\{{x}} {{a}} < ", "{{x}} {{c1::a}} &lt; ", id="a-literal-mark"),
        pytest.param("{{f{x}}}", "{{c1::f{x&#125;}}", id="a-brace-in-a-gap"),
    ],
)
def test_gaps_are_written_as_anki_reads_them(ours: str, ankis: str) -> None:
    assert ankis_gaps(ours) == ankis


def test_lists_and_choices_are_shown() -> None:
    items = (ListItem("a", ("b",)), ListItem("c"))
    assert own_fields(Note("p", "a, c", items=items, answer_type=AnswerType.LIST))[1] == (
        "<ul><li>a / b</li><li>c</li></ul>"
    )
    choice = Note("p", "b", answer_type=AnswerType.CHOICE, wrong_choices=("c", "a"))
    assert own_fields(choice)[3] == "a / b / c"


@settings(max_examples=40, deadline=None)
@given(decks())
def test_a_note_comes_back_as_it_went(deck: Deck) -> None:
    for note in deck.notes:
        assert own_note(own_note_type(note), own_fields(note)) == note


def test_what_was_changed_in_anki_counts() -> None:
    note = Note("p", "a, b", answer_type=AnswerType.LIST, items=(ListItem("a"), ListItem("b")))
    fields = own_fields(note._replace(hint="old", section="s", tags=("s",)))
    changed = ("p &lt; q", "<b>c</b>", *fields[2:4], "new", *fields[5:])
    assert own_note(BASIC, changed) == Note("p < q", "c", hint="new", section="s", tags=("s",))
    gaps = own_fields(Note("{{a | b}} x", is_cloze=True, hint="h"))
    assert own_note(CLOZE, ("{{c1::y}} z", *gaps[1:])) == Note(
        "{{c1::y}} z", is_cloze=True, hint="h"
    )


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        pytest.param(NoteType(name="x", is_cloze=False, fields=("a",), templates=()), ("b",)),
        pytest.param(BASIC, ("p", "a", "", "", "", "", "", "{")),
        pytest.param(BASIC, ("p", "a", "", "", "", "", "", "[]")),
        pytest.param(BASIC, ("", "a", "", "", "", "", "", '{"prompt": "p", "answer": "a"}')),
        pytest.param(CLOZE, ("no gap", "", "", "", '{"prompt": "{{a}}", "is_cloze": true}')),
    ],
    ids=["another-type", "no-json", "no-object", "emptied", "without-a-gap"],
)
def test_what_cannot_be_ours_is_taken_as_ankis(kind: NoteType, fields: tuple[str, ...]) -> None:
    assert own_note(kind, fields) is None

"""Cards in JSON and TOML are found, whatever their fields are called."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from overmorrow.cards.note import AnswerType, Note
from overmorrow.errors import FileError
from overmorrow.exchange.records import parse_json, parse_toml

HOUSE = [("집", "house")]


@pytest.mark.parametrize(
    ("value", "deck"),
    [
        ([{"front": "집", "back": "house"}], "x"),
        ([{"답": "house", "문제": "집"}], "x"),
        ({"cards": [{"prompt": "집", "answer": "house"}]}, "x"),
        ({"title": "T", "flashcards": [{"term": "집", "definition": "house"}]}, "T"),
        ({"Nouns": [{"word": "집", "meaning": "house"}]}, "Nouns"),
        ({"decks": [{"name": "A::B", "cards": [{"q": "집", "a": "house"}]}]}, "A::B"),
        ([["집", "house"]], "x"),
        ({"name": "T", "data": {"notes": [{"front": "집", "back": "house"}]}}, "T::data"),
    ],
)
def test_records_are_cards(value: Any, deck: str) -> None:
    (parsed,) = parse_json(json.dumps(value), "x")

    assert [(note.prompt, note.answer) for note in parsed.deck.notes] == HOUSE
    assert parsed.deck.name == deck.removesuffix("::data")


def test_a_mapping_of_words_is_a_list_of_pairs() -> None:
    (parsed,) = parse_json('{"cat": "고양이", "dog": "개"}', "x")

    assert [note.answer for note in parsed.deck.notes] == ["고양이", "개"]


def test_values_are_kept_as_they_were_written() -> None:
    text = (
        '[{"prompt": "n", "answer": 00, "tags": ["a", "b"], "deck": "D", "id": 7,'
        ' "more": {"x": null}}]'
    ).replace("00", "9" * 5000)

    (parsed,) = parse_json(text, "x")

    assert parsed.deck.name == "D"
    assert parsed.deck.notes == (
        Note(prompt="n", answer="9" * 5000, tags=("a", "b"), remark='id: 7\nmore: {"x": null}'),
    )


def test_no_value_steers_the_terminal_or_breaks_the_collection() -> None:
    text = '[{"front": "a\\u001b[31m\\ud800", "back": "b\\u202e", "deck": "d\\ne\\u009b"}]'

    (parsed,) = parse_json(text, "x")

    assert parsed.deck.name == "d e"
    assert parsed.deck.notes == (Note(prompt="a[31m�", answer="b"),)


def test_a_list_of_choices_makes_a_question_to_choose_from() -> None:
    text = '{"quiz": [{"question": "Sky?", "options": ["red", "blue"], "answer": "blue"}]}'

    (parsed,) = parse_json(text, "x")

    assert parsed.deck.notes == (
        Note(
            prompt="Sky?",
            answer="blue",
            answer_type=AnswerType.CHOICE,
            wrong_choices=("red",),
        ),
    )


def test_a_value_a_line_is_read_too() -> None:
    (parsed,) = parse_json('{"q": "1", "a": 1.50}\n{"q": "2", "a": "two"}\n', "x")

    assert [note.answer for note in parsed.deck.notes] == ["1.50", "two"]


def test_toml_is_read_alike() -> None:
    (parsed,) = parse_toml(
        'title = "T"\n[[cards]]\nprompt = "a"\nanswer = 3\n[[cards]]\nprompt = "b"\nanswer = "c"\n',
        "x",
    )

    assert parsed.deck.name == "T"
    assert [note.answer for note in parsed.deck.notes] == ["3", "c"]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ('{"cards":', "exchange.bad_json"),
        ("[" * 100_000, "exchange.too_deep"),
        ('{"a":' * 500 + "[]" + "}" * 500, "exchange.too_deep"),
    ],
)
def test_what_is_no_list_of_cards_is_refused(text: str, key: str) -> None:
    with pytest.raises(FileError) as caught:
        parse_json(text, "x")
    assert caught.value.key == key


@pytest.mark.parametrize("text", ['{"cards": "none"}', "[]", "3", '"x"', '{"a": 1}', "[1, 2]"])
def test_nothing_is_made_of_another_shape(text: str) -> None:
    (parsed,) = parse_json(text, "x")
    assert parsed.refused


@pytest.mark.parametrize("part", ["a", '"a"', "a ", "'b'"])
def test_toml_with_endless_keys_is_refused_at_once(part: str) -> None:
    with pytest.raises(FileError) as caught:
        parse_toml(".".join([part] * 50_000) + " = 1", "x")
    assert caught.value.key == "exchange.too_deep"


def test_broken_toml_is_refused() -> None:
    with pytest.raises(FileError) as caught:
        parse_toml("a = \x1b", "x")
    assert caught.value.key == "exchange.bad_toml"
    assert "\x1b" not in str(caught.value.values)


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=4),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["front", "back", "cards", "x", "deck"]), inner, max_size=3
        )
    ),
    max_leaves=12,
)


@settings(max_examples=150)
@given(_VALUES)
def test_any_value_is_read_or_refused_politely(value: Any) -> None:
    for parsed in parse_json(json.dumps(value), "x"):
        assert parsed.deck.notes or parsed.refused or parsed.left_out


@pytest.mark.parametrize(
    "record",
    [
        {"type": "Basic", "fields": {"Front": "<b>ㄱ</b>", "Back": "[sound:g.mp3] g<br>k"}},
        {"note": {"fields": {"Front": "<b>ㄱ</b>", "Back": "g<br>k"}}},
        {"id": 7, "content": {"question": "ㄱ", "answer": "g\nk"}},
        {"data": {"term": "ㄱ", "definition": "g\nk"}},
    ],
)
def test_fields_may_stand_in_a_record_of_their_own(record: Any) -> None:
    (parsed,) = parse_json(json.dumps([record]), "x")
    note = parsed.deck.notes[0]
    assert (note.prompt, note.answer) == ("ㄱ", "g\nk")


def test_a_key_that_a_card_has_twice_is_named() -> None:
    (parsed,) = parse_json('[{"q": "capital?", "a": "x", "a": "Seoul"}]', "x")
    assert parsed.deck.notes[0].answer == "Seoul"
    assert [(each.key, each.values["key"]) for each in parsed.problems] == [
        ("exchange.key_twice", "a")
    ]


def test_halves_of_characters_are_replaced_and_told() -> None:
    text = '[\n{"q": "\\ud83dx", "a": "\\ud83d\\ude00"},\n{"q": "b", "a": "\\\\ud800"}]'
    (parsed,) = parse_json(text, "x")
    assert [(note.prompt, note.answer) for note in parsed.deck.notes] == [
        ("�x", "😀"),
        ("b", "\\ud800"),
    ]
    assert [(each.line, each.key) for each in parsed.problems] == [(2, "exchange.half_character")]


def test_of_several_gaps_one_is_hidden() -> None:
    (parsed,) = parse_json('[{"text": "{{c1::a}} and {{c2::b}}", "extra": ""}]', "x")
    assert [face.prompt for face in parsed.deck.notes[0].faces] == ["[...] and b", "a and [...]"]

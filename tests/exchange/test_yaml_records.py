"""YAML is read as text, lists and records; whatever is more than that is refused."""

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from overmorrow.cards.note import Note
from overmorrow.errors import FileError
from overmorrow.exchange.yaml_records import parse_yaml

yaml = pytest.importorskip("yaml")


def pairs(text: str) -> list[tuple[str, str]]:
    return [(n.prompt, n.answer) for deck in parse_yaml(text, "x") for n in deck.deck.notes]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("- {front: a, back: b}\n", [("a", "b")], id="list"),
        pytest.param("cards:\n- front: a\n  back: NO\n", [("a", "NO")], id="norway"),
        pytest.param("- front: 2015\n  back: 012\n", [("2015", "012")], id="numbers-as-written"),
        pytest.param("- front: 12:30\n  back: 1e3\n", [("12:30", "1e3")], id="base-sixty"),
        pytest.param("apple: 사과\npear: 배\n", [("apple", "사과"), ("pear", "배")], id="pairs"),
        pytest.param("---\n- {q: a, a: b}\n---\n- {q: c, a: d}\n", [("a", "b"), ("c", "d")],
                     id="documents"),
        pytest.param("- q: |\n    two\n    lines\n  a: 'x: {y}'\n", [("two\nlines", "x: {y}")],
                     id="blocks"),
        pytest.param("- {q: a, a: ~, back: b}\n", [("a", "b")], id="nothing"),
    ],
)  # fmt: skip
def test_values_are_the_text_that_was_written(text: str, expected: list[tuple[str, str]]) -> None:
    assert pairs(text) == expected


def test_only_lists_that_name_a_prompt_and_an_answer_are_cards_beside_others() -> None:
    (parsed,) = parse_yaml(
        "version: 1\ndeck:\n  title: Korean\n  source_language: en\n"
        "categories:\n- {id: action, name: Action}\n- {id: art, name: Art}\n"
        "cards:\n- {id: x, categories: [art, old], front: picture, back: 그림}\n",
        "file",
    )

    assert parsed.deck.name == "Korean"
    assert [(note.prompt, note.answer) for note in parsed.deck.notes] == [("picture", "그림")]
    assert parsed.deck.notes[0].tags == ("art", "old")


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("a: &a [x]\nb: *a\n", "exchange.yaml_alias"),
        ("a: &a [ha]\n", "exchange.yaml_alias"),
        ("- &x {q: a, a: b}\n- <<: *x\n", "exchange.yaml_alias"),
        ("!!python/object/apply:os.system ['true']\n", "exchange.yaml_tag"),
        ("- q: !!int 3\n  a: b\n", "exchange.yaml_tag"),
        ("- !custom {q: a, a: b}\n", "exchange.yaml_tag"),
        ("[" * 150 + "]" * 150, "exchange.too_deep"),
        ("- 'never closed\n", "exchange.bad_yaml"),
        ("a: b: c\n", "exchange.bad_yaml"),
        ("%YAML 1.1\n---\n\t- x\n", "exchange.bad_yaml"),
    ],
)
def test_what_is_more_than_text_is_refused(text: str, key: str) -> None:
    with pytest.raises(FileError) as caught:
        parse_yaml(text, "x")
    assert caught.value.key == key


def test_without_the_extra_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "yaml", None)

    with pytest.raises(FileError) as caught:
        parse_yaml("- {q: a, a: b}\n", "x")
    assert caught.value.key == "exchange.yaml"


@settings(max_examples=150)
@given(st.text(alphabet=st.sampled_from("-:{}[]&*!|>'\"#%@ \nab1~?,"), max_size=40))
def test_any_text_is_read_or_refused_politely(text: str) -> None:
    try:
        for parsed in parse_yaml(text, "x"):
            assert len(parsed.deck.notes) or parsed.refused or parsed.left_out
            assert all(isinstance(note, Note) for note in parsed.deck.notes)
    except FileError:
        pass

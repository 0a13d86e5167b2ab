"""The small words of the deck format mean what they should."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overmorrow.cards.deck_words import (
    CARD_KEYS,
    escape_line,
    is_mark,
    join_bars,
    join_tags,
    slip_of,
    split_bars,
    split_tags,
    unescape_line,
)

_LINES = st.lists(
    st.sampled_from(["\\", "|", " ", "a", "Q:", "note:", "nte: ", "---", "```", "^id", "# "]),
    max_size=6,
).map("".join)
_PARTS = _LINES.map(str.strip).filter(bool)


@pytest.mark.parametrize(
    ("word", "right"),
    [
        ("nte", "note"),
        ("noet", "note"),
        ("notes", "note"),
        ("nite", "note"),
        ("suspended", ""),
        ("note", ""),
        ("while", ""),
        ("x", ""),
    ],
)
def test_one_slip_from_a_key_is_noticed(word: str, right: str) -> None:
    known = ("also", "note", "suspend")

    assert slip_of(word, known) == right


def test_no_key_is_one_slip_from_another() -> None:
    near = {(key, slip_of(key, CARD_KEYS)) for key in CARD_KEYS} - {(key, "") for key in CARD_KEYS}

    assert near == {("not", "note"), ("note", "not")}


@given(_LINES)
def test_an_escaped_line_reads_back_and_is_no_mark(line: str) -> None:
    written = escape_line(line)

    assert unescape_line(written) == line
    assert not is_mark(written)


@given(st.lists(_PARTS, min_size=1, max_size=4))
def test_parts_joined_by_bars_come_apart_again(parts: list[str]) -> None:
    assert split_bars(join_bars(parts)) == tuple(parts)


@pytest.mark.parametrize(
    ("value", "parts"),
    [
        ("", ()),
        (" | ", ()),
        ("a|b", ("a|b",)),
        ("a | b |  | c", ("a", "b", "c")),
        (r"a \| b", ("a | b",)),
    ],
)
def test_bars_part_only_between_spaces(value: str, parts: tuple[str, ...]) -> None:
    assert split_bars(value) == parts


@pytest.mark.parametrize("value", ["강, 산", "[강, 산]", "['강', \"산\"]", " [강,산,] "])
def test_tags_may_stand_in_brackets_as_in_yaml(value: str) -> None:
    assert split_tags(value) == ("강", "산")


_TAGS = st.text("ab[]\"' ", min_size=1, max_size=5).map(str.strip).filter(bool)


@given(st.lists(_TAGS, unique=True, max_size=4))
def test_tags_are_read_as_they_were_written(tags: list[str]) -> None:
    assert split_tags(join_tags(tags)) == tuple(tags)

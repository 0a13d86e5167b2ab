"""Gaps are read and shown as Anki reads and shows them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from overmorrow.exchange.anki_cloze import (
    cloze_filled,
    cloze_hidden,
    cloze_masked,
    cloze_numbers,
    cloze_shown,
    is_on_picture,
)
from tests.growth import grows_evenly

CAPITAL = "{{c1::서울}}은 {{c2::대한민국::나라}}의 {{c1::수도}}다."
FILLED = "서울은 대한민국의 수도다."
NESTED = "a {{c1::b {{c2::in::h}} x}} c"


@pytest.mark.parametrize(
    ("text", "number", "asked", "answered"),
    [
        pytest.param("{{c1::a}}b{{c1::c}}", 1, "[...]b[...]", "abc", id="two"),
        pytest.param(CAPITAL, 2, "서울은 [나라]의 수도다.", FILLED, id="hint"),
        pytest.param(NESTED, 1, "a [...] c", "a b in x c", id="outer"),
        pytest.param(NESTED, 2, "a b [h] x c", "a b in x c", id="inner"),
        pytest.param("{{c1,2::a}} {{c3::b}}", 2, "[...] b", "a b", id="two-numbers"),
        pytest.param("{{c1::x {{c2::y}} ::hint}}", 1, "[hint]", "x y ", id="hint-after-inner"),
        pytest.param("{{c1::a::h1::h2}}", 1, "[h1::h2]", "a", id="hint-with-colons"),
        pytest.param("{{c1::x::}}", 1, "[...]", "x", id="empty-hint"),
        pytest.param("x }} y {{c1::z}}", 1, "x }} y [...]", "x }} y z", id="stray-end"),
        pytest.param("{{c1::a{{b}}c}}", 1, "[...]c}}", "a{{bc}}", id="other-braces"),
        pytest.param(r"\frac{{{c1::1}}}{2}", 1, r"\frac{[...]}{2}", r"\frac{1}{2}", id="tex"),
        pytest.param("{{C1::up}} {{c1::l}}", 1, "{{C1::up}} [...]", "{{C1::up}} l", id="capital-c"),
        pytest.param("{{c0::a}}", 1, "[...]", "a", id="none-counts-as-first"),
        pytest.param("{{c600::a}}", 500, "[...]", "a", id="too-high-counts-as-highest"),
        pytest.param("{{c1::a}} {{c2::b", 1, "[...] {{c2::b", "a {{c2::b", id="never-closed"),
        pytest.param("no gap", 1, "", "", id="none"),
        pytest.param("{{c2::x}}", 1, "", "", id="none-of-that-number"),
    ],
)  # fmt: skip
def test_a_field_shows_its_gaps(text: str, number: int, asked: str, answered: str) -> None:
    assert cloze_shown(text, number, asked=True) == asked
    assert cloze_shown(text, number, asked=False) == answered


@pytest.mark.parametrize(
    ("text", "number", "hidden"),
    [
        (CAPITAL, 1, "서울, 수도"),
        (NESTED, 1, "b in x"),
        ("{{c1::a}} {{c1::a}}", 1, "a"),
        ("{{c1::a}} {{c1::a}} {{c1::b}}", 1, "a, a, b"),
        ("{{c1::a}}", 2, ""),
    ],
)
def test_what_is_hidden_is_the_answer(text: str, number: int, hidden: str) -> None:
    assert cloze_hidden(text, number) == hidden


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        (CAPITAL, {1, 2}),
        (NESTED, {1, 2}),
        ("{{c1,3::a}}", {1, 3}),
        ("{{c1,::a}}", {1}),
        ("{{c-1::a}} {{c::b}} c1::c", set()),
        ("", set()),
    ],
)
def test_each_number_makes_a_card(text: str, numbers: set[int]) -> None:
    assert cloze_numbers(text) == numbers


def test_deeper_than_ten_marks_are_left_out() -> None:
    text = "{{c1::" * 12 + "d" + "}}" * 12
    assert cloze_shown(text, 1, asked=False) == "d}}}}"


def test_a_gap_stands_apart_from_the_word_before_it() -> None:
    text = "は{{c1::x {{c2::y}}}}"
    assert cloze_shown(text, 1, asked=True, apart=True) == "は<span>[...]</span>"
    assert cloze_shown(text, 2, asked=False, apart=True) == "は<span>x <span>y</span></span>"


def test_gaps_can_all_be_filled_or_all_be_hidden() -> None:
    assert cloze_filled(CAPITAL) == FILLED
    assert cloze_masked(CAPITAL) == "[...]은 [나라]의 [...]다."


def test_a_gap_on_a_picture_has_no_text() -> None:
    text = "{{c1::image-occlusion:rect:left=.1}}<br>"
    assert is_on_picture(text)
    assert cloze_shown(text, 1, asked=True) == "<br>"


def test_a_word_about_pictures_is_no_gap_on_one() -> None:
    assert not is_on_picture("{{c1::x}} image-occlusion: what is it?")


pieces = st.lists(
    st.sampled_from(["{{c1::", "{{c2,3::", "{{c", "}}", "::", "{", "}", "a", "가", " ", "<b>"]),
    max_size=30,
).map("".join)


@settings(max_examples=150)
@given(pieces)
def test_the_answer_side_of_every_card_is_the_text_filled_in(text: str) -> None:
    for number in cloze_numbers(text):
        assert cloze_shown(text, number, asked=False) == cloze_filled(text)
        assert "[" in cloze_shown(text, number, asked=True)
        assert isinstance(cloze_hidden(text, number), str)


@pytest.mark.parametrize("piece", ["{{c1::", "}}", "{{c1::a}}", "{{c1::a::", "{{c1,", "::"])
def test_a_broken_text_is_read_in_no_time(piece: str) -> None:
    assert grows_evenly(lambda times: cloze_shown(piece * times, 1, asked=True), 20_000)

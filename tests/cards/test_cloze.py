"""Gaps are found, numbered and hidden."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overmorrow.cards.cloze import GapError, filled, groups_of, hidden, read_gaps


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("{{가}}", [("가", "", (1,))], id="plain"),
        pytest.param("{{가}} {{나}}", [("가", "", (1,)), ("나", "", (2,))], id="in-order"),
        pytest.param("{{가::힌트}}", [("가", "힌트", (1,))], id="hint"),
        pytest.param("{{2:가}} {{나}}", [("가", "", (2,)), ("나", "", (1,))], id="lowest-free"),
        pytest.param("{{1:가}} {{1:나}}", [("가", "", (1,)), ("나", "", (1,))], id="together"),
        pytest.param("{{1:12:30}}", [("12:30", "", (1,))], id="a-time"),
        pytest.param("{{12:30}}", [("30", "", (12,))], id="a-leading-number-is-a-group"),
        pytest.param("{{c1::가::힌트}}", [("가", "힌트", (1,))], id="anki"),
        pytest.param("{{c1,3::가}}", [("가", "", (1, 3))], id="anki-several-cards"),
        pytest.param("{{2008년::연도}}", [("2008년", "연도", (1,))], id="a-year-is-text"),
        pytest.param(r"\{{no}} {{yes}}", [("yes", "", (1,))], id="escaped"),
        pytest.param(r"{{c1::\frac{a}{b}}}", [(r"\frac{a}{b}", "", (1,))], id="braces-inside"),
    ],
)
def test_gaps_are_read(text: str, expected: list[tuple[str, str, tuple[int, ...]]]) -> None:
    assert [(gap.text, gap.hint, gap.groups) for gap in read_gaps(text)] == expected


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("없다", "no_gap"),
        (r"\{{no}}", "no_gap"),
        ("{{가", "gap_open"),
        ("{{}}", "gap_empty"),
        ("{{1:}}", "gap_empty"),
        ("{{::힌트}}", "gap_empty"),
        ("{{가{{나}}}}", "gap_nested"),
        ("{{0:가}}", "gap_number"),
        ("{{501:가}}", "gap_number"),
        ("{{가}} " * 501, "gaps_many"),
        ("{{1:가}} " + "{{나}} " * 500, "gaps_many"),
    ],
)
def test_gaps_that_cannot_be_read_are_refused(text: str, key: str) -> None:
    with pytest.raises(GapError) as caught:
        read_gaps(text)

    assert caught.value.key == f"deck.{key}"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("{{광둥성 | 광동성::성}}", ("광둥성", "광동성")),
        ("{{1:모레 | 내일모레}}", ("모레", "내일모레")),
        (r"{{a \| b}}", ("a | b",)),
        ("{{c1::a | b}}", ("a | b",)),
    ],
)
def test_other_names_follow_after_a_bar_but_not_in_anki_s_form(
    text: str, names: tuple[str, ...]
) -> None:
    (gap,) = read_gaps(text)

    assert (gap.text, *gap.aliases) == names


def test_a_box_tells_its_rank_and_hint_but_not_the_length_of_the_answer() -> None:
    text = "{{3:타오바오}}는 {{5:2003년::연도}}에 \\{{시작}}했다."
    gaps = read_gaps(text)

    assert hidden(text, gaps, 3) == "[ 1 ]는 [ ··· ]에 {{시작}}했다."
    assert hidden(text, gaps, 5) == "[ ··· ]는 [ 2: 연도 ]에 {{시작}}했다."
    assert filled(text, gaps) == "타오바오는 2003년에 {{시작}}했다."


_WORD = st.text(st.characters(categories=["L"]), min_size=1, max_size=8)


@given(st.lists(st.tuples(_WORD, _WORD), min_size=1, max_size=5))
def test_gaps_filled_in_give_the_text_back_and_hidden_show_no_answer(
    pairs: list[tuple[str, str]],
) -> None:
    text = " ".join(f"{word} {{{{{answer}}}}}" for word, answer in pairs)
    gaps = read_gaps(text)

    assert filled(text, gaps) == " ".join(f"{word} {answer}" for word, answer in pairs)
    for group in groups_of(gaps):
        boxes = [f"[ {group} ]" if rank == group else "[ ··· ]" for rank in groups_of(gaps)]
        shown = " ".join(f"{word} {box}" for (word, _), box in zip(pairs, boxes, strict=True))
        assert hidden(text, gaps, group) == shown


def test_a_text_may_have_as_many_gaps_as_it_likes_in_few_groups() -> None:
    assert groups_of(read_gaps("{{1:가}} " * 2000 + "{{나}} " * 499)) == tuple(range(1, 501))

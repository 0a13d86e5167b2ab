"""The search language: what is understood, and how the rest is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overmorrow.clock import StudyDay
from overmorrow.errors import SearchError
from overmorrow.messages import LANGUAGES, Messages
from overmorrow.search.pattern import Pattern, Wild
from overmorrow.search.query import (
    All,
    Due,
    Either,
    Field,
    Flagged,
    Is,
    Measure,
    Not,
    Prop,
    Query,
    RatedOn,
    Since,
    State,
    Within,
    Words,
)
from overmorrow.search.reading import LONGEST, parse
from overmorrow.search.terms import KEYS
from overmorrow.search.writing import written

DAY = StudyDay(20_000)


def words(*parts: str, field: Field = Field.ANY) -> Words:
    return Words(Pattern(parts), field)


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("", All(())),
        ("  ", All(())),
        ("항저우", words("항저우")),
        ("Rome", words("rome")),
        ("a b", All((words("a"), words("b")))),
        ("a and b", All((words("a"), words("b")))),
        ('"a b"', words("a b")),
        ('"a b', words("a b")),
        ("a or b c", Either((words("a"), All((words("b"), words("c")))))),
        ("-a", Not(words("a"))),
        ("-(a b)", Not(All((words("a"), words("b"))))),
        ('"or"', words("or")),
        ("a*b_", words("a", Wild.ANY, "b", Wild.ONE)),
        (r"a\*b\_", words("a*b_")),
        (r"\-a", words("-a")),
        (r"is\:due", words("is:due")),
        ("10:30", words("10:30")),
        ("http://a.kr", words("http://a.kr")),
        ("front:수도", words("수도", field=Field.PROMPT)),
        ('"front:a b"', words("a b", field=Field.PROMPT)),
        ('front:"a b"', words("a b", field=Field.PROMPT)),
        ("IS:Due", Is(State.DUE)),
        ("prop:ivl>=21", Prop(Measure.INTERVAL, ">=", 21)),
        ("prop:ease<2.3", Prop(Measure.EASE, "<", 230)),
        ("prop:due=-2", Prop(Measure.DUE, "=", -2)),
        ("prop:reps!=2", Prop(Measure.REPETITIONS, "!=", 2)),
        ("flag:0", Flagged(0)),
        ("added:7", Within(Since.ADDED, 7)),
        ("rated:7:1", Within(Since.RATED, 7, 1)),
        ("rated:2026-11-23", RatedOn(739943)),
        ("due:모레", Due(2)),
        ("due:overmorrow", Due(2)),
        ("due:-3", Due(-3)),
    ],
)
def test_a_search_is_read(text: str, query: Query) -> None:
    assert parse(text, DAY) == query


@pytest.mark.parametrize(
    ("text", "key", "column", "length"),
    [
        ("prop:ivl>", "search.wants_number", 1, 9),
        ("deck:중국* prop:ivl>", "search.wants_number", 12, 9),
        ("prop:", "search.wants_measure", 1, 5),
        ("prop:ivl", "search.wants_sign", 1, 8),
        ("prop:ivl>x", "search.no_figure", 1, 10),
        ("prop:ivll>3", "search.no_word_near", 1, 11),
        ("강 is:du", "search.no_word_near", 4, 5),
        ("is:zzz", "search.no_word", 1, 6),
        ("is:", "search.wants_word", 1, 3),
        ("tga:x", "search.no_key_near", 1, 5),
        ("zzzz:x", "search.no_key", 1, 6),
        ("(a", "search.not_closed", 1, 1),
        ("a)", "search.not_opened", 2, 1),
        ("()", "search.empty_group", 1, 1),
        ("a or", "search.lonely_or", 3, 2),
        ("a -", "search.lonely_not", 3, 1),
        ("front:", "search.wants_text", 1, 6),
        ('""', "search.wants_text", 1, 2),
        ("added:0", "search.not_number", 1, 7),
        ("rated:7:6", "search.not_number", 1, 9),
        ("rated:2026-02-30", "search.no_day", 1, 16),
        ("due:모래", "search.not_due_day", 1, 8),
        ("drill:x", "search.takes_nothing", 1, 7),
        ('re:"(a"', "search.bad_regex", 1, 7),
        ("kind:dat", "search.no_word_near", 1, 8),
        ("x" * (LONGEST + 1), "search.too_long", 1, 1),
        ("-" * 50 + "a", "search.too_deep", 42, 1),
    ],
)
def test_what_is_not_understood_is_refused_with_its_place(
    text: str, key: str, column: int, length: int
) -> None:
    with pytest.raises(SearchError) as refused:
        parse(text, DAY)
    assert (refused.value.key, refused.value.column, refused.value.length) == (key, column, length)
    for language in LANGUAGES:
        assert Messages(language)(refused.value.key, **refused.value.values)


def test_a_lacking_number_is_told_as_drawn() -> None:
    with pytest.raises(SearchError) as refused:
        parse("deck:a* prop:ivl>", DAY)
    said = Messages("ko")(refused.value.key, **refused.value.values)
    assert said == "찾을 말 9번째 칸: ‘prop:ivl>’ 뒤에 수가 있어야 해요. 보기: prop:ivl>=21"


LIKELY = st.lists(
    st.one_of(
        st.sampled_from([" ", '"', "-", "(", ")", "\\", "*", "_", ":", " or ", "<", ">=", "7"]),
        st.sampled_from([f"{key}:" for key in KEYS]),
        st.sampled_from(["항저우", "ㅎㅈㅇ", "항ㅈ", "due", "ivl", "İ", "ﬁ", "Straße", "e\u0301"]),
        st.text(max_size=4),
    ),
    max_size=12,
).map("".join)


def read(text: str) -> Query | SearchError:
    try:
        return parse(text, DAY)
    except SearchError as refused:
        return refused


def test_a_star_that_is_text_may_stand_before_one_that_is_wild() -> None:
    query = read(r"\**-")
    assert query == Words(Pattern(("*", Wild.ANY, "-")))
    assert isinstance(query, Words)
    assert query.pattern.parts[1] is Wild.ANY
    assert query.pattern.is_in("a*bc-d")
    assert not query.pattern.is_in("a*bcd")


@given(LIKELY)
def test_any_text_is_read_or_refused_and_what_was_read_is_read_again(text: str) -> None:
    query = read(text)
    if isinstance(query, SearchError):
        assert all(Messages(language)(query.key, **query.values) for language in LANGUAGES)
    else:
        assert parse(written(query), DAY) == query

"""Which regular expressions are taken, and that those end."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overmorrow.search.regexes import read_regex, safe_regex
from overmorrow.search.term_error import TermError


@pytest.mark.parametrize(
    "source",
    [
        "a",
        "20[0-9]{2}",
        "^항",
        r"\d+ ?km",
        "(a|b)c",
        "(?:ab)+",
        "[a*+]+",
        r"\(+",
        "a*b*c*",
        "colou?r",
        r"\d+ (January|February|March|April|May|June|July|August|September|October)",
        "(Han|Nile)( River)?, (Asia|Africa|Europe)?",
    ],
)
def test_an_everyday_expression_is_taken(source: str) -> None:
    assert read_regex(source) == source


@pytest.mark.parametrize(
    ("source", "key"),
    [
        ("", "search.wants_text"),
        ("(", "search.bad_regex"),
        ("[", "search.bad_regex"),
        ("a" * 201, "search.long_regex"),
        ("(a+)+", "search.endless_regex"),
        ("(a|a)*", "search.endless_regex"),
        ("(a?a?)*", "search.endless_regex"),
        ("((a{2}){3}){4}", "search.endless_regex"),
        ("a*a*a*a*", "search.endless_regex"),
        ("(a|a)" * 24 + "b", "search.endless_regex"),
        ("a?" * 30 + "a" * 30, "search.endless_regex"),
        ("((a|a)(a|a))" * 12, "search.endless_regex"),
        (r"(a)\1", "search.endless_regex"),
        ("(?=a)b", "search.endless_regex"),
        ("(?P<x>a)", "search.endless_regex"),
    ],
)
def test_what_may_run_for_ever_is_refused(source: str, key: str) -> None:
    with pytest.raises(TermError) as refused:
        read_regex(source)
    assert refused.value.key == key


@pytest.mark.parametrize("source", ["(a|a)" * 8 + "b", "a?" * 8 + "a" * 9 + "b", "(a|a)(a|a)a*a*b"])
def test_the_more_ways_there_are_the_less_of_a_text_is_looked_at(source: str) -> None:
    expression = safe_regex(source)
    assert expression.longest_text < safe_regex("a*b").longest_text
    assert expression.is_in("a" * 30 + "b")
    assert not expression.is_in("a" * 60_000)


@given(st.text("ab*+?(){}[]|2,.^$\\", max_size=14), st.sampled_from("ab"))
def test_whatever_is_taken_ends_soon(source: str, sign: str) -> None:
    try:
        expression = safe_regex(source)
    except TermError:
        return
    started = time.process_time()
    expression.is_in(sign * 60_000)
    assert time.process_time() - started < 5

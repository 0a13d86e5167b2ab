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
        (r"(a)\1", "search.endless_regex"),
        ("(?=a)b", "search.endless_regex"),
        ("(?P<x>a)", "search.endless_regex"),
    ],
)
def test_what_may_run_for_ever_is_refused(source: str, key: str) -> None:
    with pytest.raises(TermError) as refused:
        read_regex(source)
    assert refused.value.key == key


@given(st.text("ab*+?(){}[]|2,.^$\\", max_size=14), st.sampled_from("ab"))
def test_whatever_is_taken_ends_soon(source: str, sign: str) -> None:
    try:
        expression = safe_regex(source)
    except TermError:
        return
    started = time.process_time()
    expression.is_in(sign * 60_000)
    assert time.process_time() - started < 5

from datetime import date

import pytest

from overmorrow.generation.english_days import relative_days

WRITTEN = date(2015, 12, 8)
"""A Tuesday."""


@pytest.mark.parametrize(
    ("words", "meaning"),
    [
        ("yesterday", "December 7, 2015"),
        ("tomorrow", "December 9, 2015"),
        ("last year", "2014"),
        ("next year", "2016"),
        ("this year", "2015"),
        ("last month", "November 2015"),
        ("next month", "January 2016"),
        ("last November 11", "November 11, 2015"),
        ("last December", "December 2014"),
        ("next March", "March 2016"),
        ("last Friday", "December 4, 2015"),
        ("next Tuesday", "December 15, 2015"),
        ("three years ago", "2012"),
        ("ten days ago", "November 28, 2015"),
        ("two weeks ago", "November 24, 2015"),
        ("two months ago", "October 2015"),
    ],
)
def test_a_relative_day_means_what_it_meant_when_it_was_written(words: str, meaning: str) -> None:
    (found,) = relative_days(f"The shop was opened {words} by two sisters.", WRITTEN)
    assert found.meaning == meaning


@pytest.mark.parametrize(
    ("sentence", "lead"),
    [
        ("It closed last year.", "in "),
        ("It closed yesterday.", "on "),
        ("It has been closed since last year.", ""),
    ],
)
def test_a_preposition_is_added_where_none_stands(sentence: str, lead: str) -> None:
    (found,) = relative_days(sentence, WRITTEN)
    assert found.lead == lead


@pytest.mark.parametrize("words", ["9999 years ago", "last February 30", "the last yearling"])
def test_what_was_never_a_day_means_nothing(words: str) -> None:
    assert not list(relative_days(f"It was here {words}.", WRITTEN))

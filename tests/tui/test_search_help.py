"""What a search may say: every way that is shown can be read, and is found by its meaning."""

import pytest

from overmorrow.clock import StudyDay
from overmorrow.messages import LANGUAGES, Messages
from overmorrow.search.reading import parse
from overmorrow.tui import cells
from overmorrow.tui.frame import Frame
from overmorrow.tui.search_help import TERMS, SearchTerm, found_terms, meant_terms, term_rows

DAY = StudyDay(739_000)
FRAME = Frame(80, 24)


@pytest.mark.parametrize("term", TERMS, ids=[term.written for term in TERMS])
def test_every_term_shown_can_be_written(term: SearchTerm) -> None:
    assert parse(term.written, DAY) is not None


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("거머리", "is:leech"),
        ("leech", "is:leech"),
        ("suspended", "is:suspended"),
        ("쉬게", "is:suspended"),
        ("태그", "tag:x"),
        ("오늘", "is:due"),
        ("틀린", "verdict:wrong"),
        ("duplicates", "is:dupe"),
    ],
)
def test_a_term_is_found_by_what_it_means(typed: str, written: str) -> None:
    assert written in [term.written for term in meant_terms(typed)]


@pytest.mark.parametrize("typed", ["", "a", "zzzz", "is:leech", "강"])
def test_other_searches_mean_themselves(typed: str) -> None:
    assert meant_terms(typed) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("frame", [FRAME, Frame(40, 15)], ids=["80x24", "40x15"])
def test_all_ways_fit_the_screen(language: str, frame: Frame) -> None:
    for row in term_rows(frame, Messages(language)):
        assert sum(cells.cell_len(text) for text, _ in row) <= frame.text_cells


def test_the_help_finds_a_way_to_search() -> None:
    rows = found_terms("거머리", FRAME, Messages("ko"))
    assert ["is:leech" in row[0][0] for row in rows] == [False, True]

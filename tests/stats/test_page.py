"""The statistics page in both languages."""

import pytest

from overmorrow.cards.text import cell_width
from overmorrow.messages import LANGUAGES, Messages
from overmorrow.stats.counts import Counts, DayCount
from overmorrow.stats.page import page_lines, recalled_words
from overmorrow.stats.recalled import Recalled
from overmorrow.stats.report import make_report

MONDAY = 739_943
BUSY = Counts(
    days=tuple(
        DayCount(MONDAY - ago, kind, quality, 10 + ago, 60_000)
        for ago in range(30)
        for kind in ("new", "young", "mature", "drill")
        for quality in range(6)
    ),
    studied_days=tuple(range(MONDAY - 29, MONDAY + 1)),
    interval_cards={1: 40, 6: 30, 15: 20, 38: 10, 400: 5},
    ease_cards={130: 3, 250: 90, 310: 12},
    due_cards={MONDAY - 5: 12, MONDAY: 30, MONDAY + 1: 23},
)


def _page(counts: Counts, language: str, *, ascii_only: bool = False) -> list[str]:
    report = make_report(counts, MONDAY, days=30, days_ahead=14)
    lines = page_lines(report, Messages(language), scope="Alibaba 2015", ascii_only=ascii_only)
    return list(lines)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("counts", [Counts(), BUSY], ids=["first-day", "busy"])
def test_a_page_fits_80_cells(counts: Counts, language: str) -> None:
    assert max(cell_width(line) for line in _page(counts, language)) <= 80


def test_the_first_day_shows_no_percentage() -> None:
    assert not any("%" in line for line in _page(Counts(), "en") if "Percentages" not in line)


def test_a_busy_page_shows_share_range_and_median() -> None:
    page = "\n".join(_page(BUSY, "en"))
    assert "50% (2205/4410)" in page
    assert "95% range" in page
    assert "Intervals (median 6 d)" in page
    assert "12 of them overdue" in page


def test_an_ascii_page_in_english_has_nothing_else() -> None:
    assert all(line.isascii() for line in _page(BUSY, "en", ascii_only=True))


def test_a_korean_page_names_days_in_korean() -> None:
    assert "학습일 11월 23일 월요일" in _page(BUSY, "ko")[0]


@pytest.mark.parametrize(
    ("recalled", "words"),
    [
        (Recalled(right=11, total=12), "11/12"),
        (Recalled(right=143, total=157), "91% (143/157)"),
    ],
)
def test_a_percentage_waits_for_twenty_answers(recalled: Recalled, words: str) -> None:
    assert recalled_words(recalled) == words

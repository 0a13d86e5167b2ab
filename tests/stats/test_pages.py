"""The pages' drawings and tables: what is known is shown, and nothing else."""

import re

import pytest

from overmorrow.cards.text import cell_width
from overmorrow.messages import LANGUAGES, Messages
from overmorrow.stats.counts import HourCount, KindCount
from overmorrow.stats.pages.amounts import AmountsPage
from overmorrow.stats.pages.bars import scale_words, spread
from overmorrow.stats.pages.bins import bins_of, sums
from overmorrow.stats.pages.calendar import shade_of
from overmorrow.stats.pages.drawing import Room, cut, labelled, wrapped
from overmorrow.stats.pages.hours import make_hours_page
from overmorrow.stats.pages.memory import make_memory_page
from overmorrow.stats.pages.page import PAGES, PageName, StatisticsPage, Wish
from overmorrow.stats.pages.searches import in_deck
from overmorrow.stats.pages.sheet import as_figures, table_lines
from tests.tui.counted import DAY, Studied

NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
SAID_BY_LABELS = {
    PageName.TODAY: {"21"},
    PageName.MEMORY: {"95", "7", "30", "365", "21", "20", "59", "60", "179", "180"},
    PageName.CALENDAR: {"0", "1", "9", "10", "29", "30", "59", "60"},
    PageName.EASE: {"2.50", "1.30"},
    PageName.HOURS: {"20", *map(str, range(25))},
    PageName.ANSWERS: set("012345"),
}
"""Numbers in names and notes, which count nothing."""


def page_of(name: PageName, *, days: int = 200) -> StatisticsPage:
    return Studied(days=days).page(Wish(name))


def text_of(page: StatisticsPage, room: Room, language: str = "ko") -> list[str]:
    drawing = page.drawing(room, Messages(language))
    return ["".join(text for text, _ in row) for row in drawing.rows]


def numbers_in(text: str) -> set[str]:
    return {found.replace(",", "") for found in NUMBER.findall(text)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_columns_of_retention_stay_apart_after_many_years(language: str) -> None:
    counts = [
        KindCount(DAY, "young", 4_744_901, 4_089_004, 1000),
        KindCount(DAY, "mature", 1_816_305, 1_698_382, 1000),
    ]
    (row, *_) = (
        line
        for line in text_of(make_memory_page(counts, [], DAY, 30), Room(), language)
        if "4,744,901" in line
    )
    assert cell_width(row) <= 80
    assert all(part.count("%") <= 1 for part in row.split("  "))


@pytest.mark.parametrize("name", PAGES)
def test_every_number_drawn_is_in_the_table(name: PageName) -> None:
    page = page_of(name)
    table = "\n".join(table_lines(page.sheet(), Messages("en")))
    known = numbers_in(table) | {str(round(float(number))) for number in numbers_in(table)}
    drawing = page.drawing(Room(), Messages("en"))
    drawn = numbers_in("\n".join("".join(text for text, _ in row) for row in drawing.rows))
    if name in (PageName.REVIEWS, PageName.FORECAST):
        sums_of_columns = _sums(page)
        assert drawn - known <= sums_of_columns | {"16", "23", "30", "9", "7", "14", "21", "26"}
    elif name is PageName.INTERVALS:
        assert drawn - known <= {
            "1",
            "2",
            "6",
            "7",
            "21",
            "30",
            "60",
            "90",
            "180",
            "13",
            "14",
            "20",
            "29",
            "59",
            "89",
            "179",
            "364",
            "365",
        }
    elif name is PageName.EASE:
        assert drawn - known - SAID_BY_LABELS[name] <= {f"{t / 10:.1f}" for t in range(13, 31)}
    else:
        assert drawn - known - SAID_BY_LABELS.get(name, set()) == set()


def _sums(page: StatisticsPage) -> set[str]:
    (table,) = page.sheet().tables
    columns = zip(*table.rows, strict=True)
    numbers = [[cell for cell in column if isinstance(cell, int | float)] for column in columns]
    largest = [
        sum(cell for cell in row[1:3] if isinstance(cell, int | float)) for row in table.rows
    ]
    most = [sum(row[1:5]) for row in table.rows if all(isinstance(c, int) for c in row[1:5])]  # type: ignore[arg-type]  # just checked
    figures = {round(sum(column)) for column in numbers} | {round(max(largest))} | set(most)
    return {str(figure) for figure in figures}


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize("days", [0, 2, 200])
def test_no_row_is_wider_than_the_room(
    name: PageName, language: str, width: int, days: int
) -> None:
    page = page_of(name, days=days)
    for chosen in (None, 0):
        room = Room(width, 24, chosen=chosen)
        assert max(map(cell_width, text_of(page, room, language))) <= width


@pytest.mark.parametrize("name", PAGES)
def test_a_drawing_in_ascii_has_no_bars_of_other_signs(name: PageName) -> None:
    drawn = "\n".join(text_of(page_of(name), Room(ascii_only=True, chosen=0), "en"))
    assert not set(drawn) & set("█▓▒░▁▂▃▄▅▆▇▏▎▍▌▋▊▉▲")


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("days", [0, 200])
def test_every_page_has_figures_and_a_table_in_both_languages(name: PageName, days: int) -> None:
    sheet = page_of(name, days=days).sheet()
    assert as_figures(sheet)
    for language in LANGUAGES:
        assert all("{" not in line for line in table_lines(sheet, Messages(language)))


def test_fewer_than_20_answers_make_no_percentage() -> None:
    counts = [KindCount(DAY, "young", 19, 17, 1000)]
    page = make_memory_page(counts, [], DAY, 30)
    assert "%" not in "".join(text_of(page, Room())).replace("%로", "").replace("95%", "")
    more = make_memory_page([KindCount(DAY, "young", 20, 17, 1000)], [], DAY, 30)
    assert "85% (17/20)" in "".join(text_of(more, Room()))


def test_fewer_than_100_answers_say_nothing_of_hours() -> None:
    few = make_hours_page([HourCount(9, 99, 90, 90, 80)])
    assert "89" not in "".join(text_of(few, Room(chosen=9)))
    enough = make_hours_page([HourCount(9, 100, 90, 90, 80)])
    assert "89" in "".join(text_of(enough, Room(chosen=9)))


def test_two_days_of_study_are_a_list() -> None:
    page = page_of(PageName.REVIEWS, days=2)
    assert isinstance(page, AmountsPage)
    assert page.studied == 2
    assert page.drawing(Room(), Messages("en")).marks == []


@pytest.mark.parametrize(
    ("first", "last", "most", "unit", "bins"),
    [
        (DAY - 29, DAY, 60, "day", 30),
        (DAY - 364, DAY, 60, "week", 53),
        (DAY - 364, DAY, 30, "month", 13),
        (DAY - 3650, DAY, 60, "year", 11),
    ],
)
def test_days_are_put_together_until_they_fit(
    first: int, last: int, most: int, unit: str, bins: int
) -> None:
    made = bins_of(first, last, most)
    assert (made[0].unit, len(made)) == (unit, bins)
    assert sum(each.days for each in made) == last - first + 1
    assert sum(sums([1.0] * (last - first + 1), made)) == last - first + 1


@pytest.mark.parametrize(
    ("answers", "shade"), [(0, 0), (1, 1), (9, 1), (10, 2), (29, 2), (30, 3), (60, 4), (999, 4)]
)
def test_a_day_is_drawn_darker_the_more_was_answered(answers: int, shade: int) -> None:
    assert shade_of(answers) == shade


def test_a_decks_name_is_quoted_in_a_search() -> None:
    assert in_deck(None, "is:due") == "is:due"
    assert in_deck('a "b"_c*', "is:due") == r'deck:"a \"b\"\_c\*" is:due'


def test_text_is_cut_and_wrapped_by_cells() -> None:
    assert cut("가나다", 5) == "가나…"
    assert cut("가나다", 6) == "가나다"
    assert wrapped("하나 둘 셋", 7) == ["하나 둘", "셋"]


def test_labels_that_would_touch_are_left_out() -> None:
    assert spread(["월", "화", "수"], 2, 80) == "월  수"
    assert spread(["월", "화", "수"], 3, 80) == "월 화 수"


@pytest.mark.parametrize(
    ("most", "shown"),
    [(7, "7"), (999, "999"), (1256, "1.3k"), (12_345, "12k"), (2_100_000, "2.1M")],
)
def test_a_scale_takes_four_cells_at_most(most: float, shown: str) -> None:
    assert scale_words(most) == shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_columns_beyond_the_width_follow_below_beside_the_names_of_the_rows(language: str) -> None:
    sheet, say = page_of(PageName.MEMORY).sheet(), Messages(language)
    wide, narrow = list(table_lines(sheet, say)), list(table_lines(sheet, say, 36))
    assert max(map(cell_width, wide)) > 36
    assert max(map(cell_width, narrow)) <= 36
    today = wide[wide.index(say("stats_tables.retention")) + 2].split()
    parts = [line.split() for line in narrow if line.split()[:2] == today[:2]]
    assert len(parts) > 1
    assert [value for part in parts for value in part[2:]] == today[2:]


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_leave_a_gap_before_what_they_name_in_small_windows(language: str) -> None:
    say = Messages(language)
    for name in ("today", "streak", "cards"):
        row = labelled(say(f"statistics.{name}"), "12", Room(40, 15))[0]
        assert row[0][0].endswith(" ")

"""`stats`: what has been done, at a glance or page by page."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from overmorrow.cli import output
from overmorrow.cli.request import Request
from overmorrow.cli.values import ALL_DAYS

if TYPE_CHECKING:
    from overmorrow.stats.pages.page import StatisticsPage, Wish

_DAYS_AHEAD = 30
_ASCII = str.maketrans({"·": ".", "–": "-", "…": "~"})
"""What is left of signs of uncertain width where a drawing is in ASCII."""


def stats_command(request: Request) -> int:
    """Print the statistics at a glance, or one page of them, as words or as figures."""
    if request.options.page or request.options.table:
        return _page(request)
    from overmorrow.jobs.progress import REPORT_DAYS, progress_report
    from overmorrow.stats.figures import figures
    from overmorrow.stats.page import page_lines

    options = request.options
    report = progress_report(
        request.collection(),
        request.clock,
        request.settings,
        options.deck,
        days=None if options.days == ALL_DAYS else options.days or REPORT_DAYS,
    )
    if options.json:
        output.write_json(figures(report))
        return 0
    scope = options.deck or request.say("study.all_decks")
    output.write_lines(page_lines(report, request.say, scope=scope, ascii_only=_is_ascii(request)))
    return 0


def _page(request: Request) -> int:
    from overmorrow.jobs.statistics import statistics_page
    from overmorrow.stats.pages.sheet import as_figures

    wish = _wish(request)
    page = statistics_page(request.collection(), request.clock, request.settings, wish)
    if request.options.json:
        output.write_json({"page": wish.page.value, "deck": wish.deck, **as_figures(page.sheet())})
        return 0
    lines = (_head(request, wish), "", *_lines(request, page))
    is_ascii = _is_ascii(request)
    output.write_lines(line.translate(_ASCII) if is_ascii else line for line in lines)
    return 0


def _wish(request: Request) -> "Wish":
    from overmorrow.jobs.progress import REPORT_DAYS
    from overmorrow.stats.pages.page import PAGES, PageName, Wish

    options = request.options
    name = options.page or PageName.TODAY
    page = PAGES[int(name) - 1] if name.isdecimal() else PageName(name)
    days = None if options.days == ALL_DAYS else options.days or REPORT_DAYS
    return Wish(page, options.deck, days, days_ahead=days or _DAYS_AHEAD)


def _head(request: Request, wish: "Wish") -> str:
    from overmorrow.stats.pages.page import PAGES, WITH_PERIOD, PageName

    say = request.say
    words = [
        f"{PAGES.index(wish.page) + 1} {say(f'statistics.page_{wish.page}')}",
        wish.deck or say("study.all_decks"),
    ]
    if wish.page is PageName.FORECAST:
        words.append(say("statistics.next_days", n=wish.days_ahead))
    elif wish.page in WITH_PERIOD:
        words.append(
            say("statistics.all_time")
            if wish.days is None
            else say("statistics.last_days", n=wish.days)
        )
    return ", ".join(words)


def _lines(request: Request, page: "StatisticsPage") -> Iterator[str]:
    from overmorrow.stats.pages.drawing import Room
    from overmorrow.stats.pages.sheet import table_lines

    if request.options.table or request.options.plain:
        yield from table_lines(page.sheet(), request.say)
        return
    drawing = page.drawing(Room(ascii_only=_is_ascii(request)), request.say)
    for row in drawing.rows:
        yield "".join(text for text, _ in row).rstrip()


def _is_ascii(request: Request) -> bool:
    return bool(request.options.ascii or request.settings.ascii or not output.shows_all())

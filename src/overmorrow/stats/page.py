"""The statistics as a page of text, for the command line and for screen readers."""

from collections.abc import Iterator, Mapping

from overmorrow.cards.text import cell_width
from overmorrow.messages import Messages
from overmorrow.stats.plot import bar, spark
from overmorrow.stats.recalled import NEEDED_FOR_SHARE, Recalled
from overmorrow.stats.report import Report, median
from overmorrow.stats.spans import day_words, duration_words, interval_words

_LABEL_CELLS = 12
_NAME_CELLS = 12
_COUNT_CELLS = 6
_BAR_CELLS = 30
_MARGIN = "  "
_INTERVAL_STEPS = (1, 6, 20, 59)
"""The last interval of each row of the interval table but the last."""


def page_lines(
    report: Report, say: Messages, *, scope: str, ascii_only: bool = False
) -> Iterator[str]:
    """Yield the page line by line, at most 80 cells wide.

    Args:
        report: What to show.
        say: The learner's language.
        scope: The deck's name, or the word for all decks.
        ascii_only: Draw with ASCII signs only.
    """
    yield say(
        "stats.head",
        scope=scope,
        days=len(report.days),
        day=day_words(say, report.today.study_day),
    )
    yield ""
    yield from _now(report, say)
    yield from _retention(report, say)
    yield from _amounts(report, say, ascii_only=ascii_only)
    if not report.interval_cards:
        yield ""
        yield _MARGIN + say("stats.no_cards_yet")
        return
    for table in (_intervals, _eases, _qualities):
        yield from table(report, say, ascii_only=ascii_only)


def recalled_words(recalled: Recalled) -> str:
    """Return `91% (143/157)`, or only `11/12` while a percentage would mean nothing."""
    fraction = f"{recalled.right}/{recalled.total}"
    share = recalled.share
    return fraction if share is None else f"{100 * share:.0f}% ({fraction})"


def _now(report: Report, say: Messages) -> Iterator[str]:
    today = report.today
    time = duration_words(say, today.seconds)
    right = say("stats.right_first", right=today.right_first, asked=today.asked_first)
    yield _row(say("stats.today"), f"{say('stats.answers', n=today.answers)}, {time}, {right}")
    yield _row("", f"{say('stats.new', n=today.new)}, {say('stats.drills', n=today.drill)}")
    yield _row(
        say("stats.streak"),
        say("stats.streak_days", n=report.streak_days, longest=report.longest_streak_days),
    )
    cards = say(
        "stats.card_stages",
        new=report.new_cards,
        young=report.young_cards,
        mature=report.mature_cards,
        suspended=report.suspended_cards,
    )
    yield _row(say("stats.cards"), cards)


def _retention(report: Report, say: Messages) -> Iterator[str]:
    yield ""
    yield _MARGIN + say("stats.retention_head")
    for name, recalled in (
        ("stats.young", report.young),
        ("stats.mature", report.mature),
        ("stats.all", report.retention),
    ):
        between = recalled.percent_range
        tail = "" if between is None else say("stats.between", low=between[0], high=between[1])
        yield _row(say(name), f"{recalled_words(recalled)}  {tail}".rstrip())
    if report.retention.total < NEEDED_FOR_SHARE:
        yield _row("", say("stats.few", n=NEEDED_FOR_SHARE))


def _amounts(report: Report, say: Messages, *, ascii_only: bool) -> Iterator[str]:
    week = [day.answers for day in report.days[-7:]]
    yield ""
    yield _row(say("stats.last_days", n=len(week)), _spark_with_sum(week, ascii_only=ascii_only))
    coming = [due for _, due in report.forecast]
    yield _row(say("stats.coming", n=len(coming)), _spark_with_sum(coming, ascii_only=ascii_only))
    if report.overdue:
        yield _row("", say("stats.overdue", n=report.overdue))
    if report.studied:
        average = sum(day.answers for day in report.days) / report.studied
        yield _row(
            say("stats.average"), say("stats.a_day", n=f"{average:.0f}", days=report.studied)
        )


def _spark_with_sum(values: list[int], *, ascii_only: bool) -> str:
    return f"{spark(values, ascii_only=ascii_only)}   {sum(values)}"


def _intervals(report: Report, say: Messages, *, ascii_only: bool) -> Iterator[str]:
    grouped: dict[str, int] = {}
    low = 1
    for high in _INTERVAL_STEPS:
        name = f"{low}" if low == high else f"{low}-{high}"
        grouped[say("stats.days_span", span=name)] = _between(report.interval_cards, low, high)
        low = high + 1
    grouped[say("stats.days_from", low=low)] = _between(report.interval_cards, low, None)
    middle = median(report.interval_cards) or 0
    head = say("stats.intervals", median=interval_words(say, middle))
    yield from _table(head, grouped, ascii_only=ascii_only)


def _eases(report: Report, say: Messages, *, ascii_only: bool) -> Iterator[str]:
    grouped: dict[str, int] = {}
    for ease in sorted(report.ease_cards):
        tenth = min(ease // 10, 30)
        name = f"{tenth / 10:.1f}" if tenth < 30 else "3.0+"
        grouped[name] = grouped.get(name, 0) + report.ease_cards[ease]
    middle = median(report.ease_cards) or 0
    head = say("stats.eases", median=f"{middle / 100:.2f}")
    yield from _table(head, grouped, ascii_only=ascii_only)


def _qualities(report: Report, say: Messages, *, ascii_only: bool) -> Iterator[str]:
    named = {
        say(f"stats.quality_{quality}"): count for quality, count in enumerate(report.qualities)
    }
    yield from _table(say("stats.qualities"), named, ascii_only=ascii_only)


def _table(head: str, counts: Mapping[str, int], *, ascii_only: bool) -> Iterator[str]:
    yield ""
    yield _MARGIN + head
    most = max(counts.values(), default=0)
    for name, count in counts.items():
        drawn = bar(count, most, _BAR_CELLS, ascii_only=ascii_only)
        yield f"{_MARGIN}{_padded(name, _NAME_CELLS)}{count:>{_COUNT_CELLS}}  {drawn}".rstrip()


def _between(cards: Mapping[int, int], low: int, high: int | None) -> int:
    return sum(
        count for days, count in cards.items() if days >= low and (high is None or days <= high)
    )


def _row(label: str, text: str) -> str:
    return f"{_MARGIN}{_padded(label, _LABEL_CELLS)}{text}"


def _padded(text: str, cells: int) -> str:
    return text + " " * max(1, cells - cell_width(text))

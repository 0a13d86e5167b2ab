"""The statistics pages as rows; the numbers come from a report."""

from collections.abc import Sequence
from datetime import date

from overmorrow.messages import Messages
from overmorrow.stats.plot import bar, columns
from overmorrow.stats.report import MATURE_INTERVAL_DAYS, NEEDED_FOR_SHARE, Day, Recalled, Report
from overmorrow.stats.spans import day_words, duration_words
from overmorrow.tui import cells
from overmorrow.tui.frame import Frame
from overmorrow.tui.home_rows import short_date
from overmorrow.tui.rows import ACCENT, CHOSEN, EMPTY, MUTED, PLAIN, STRONG, Row, muted, plain

PAGES = (1, 2, 3)
_COLUMN_ROWS = 5
_BAR_CELLS = 28
_INTERVALS = ((1, 1), (2, 6), (7, 20), (21, 59), (60, None))
_FEW_DAYS = 3


def tabs(page: int, frame: Frame, say: Messages) -> list[Row]:
    """Return the pages' names with the shown one marked, and a rule."""
    row: list[tuple[str, str]] = [(f" {say('statistics.title')}  ", STRONG)]
    for number in PAGES:
        name = f"{number} {say(f'statistics.page_{number}')}"
        if frame.small and number != page:
            name = str(number)
        row.append((f"[{name}]", CHOSEN) if number == page else (f" {name} ", MUTED))
    return [row, muted("─" * frame.width)]


def page_rows(page: int, report: Report, frame: Frame, say: Messages) -> list[Row]:
    """Return one page."""
    head = _head(report, frame, say)
    body = {1: _today, 2: _memory, 3: _reviews}[page](report, frame, say)
    return [*head, EMPTY, *body]


def _head(report: Report, frame: Frame, say: Messages) -> list[Row]:
    period = say("statistics.period", n=len(report.days))
    if frame.small:
        return [muted(" " + period)]
    day = say("statistics.study_day", day=day_words(say, report.today.study_day))
    width = min(80, frame.width) - frame.start - 3
    deck = say("statistics.deck", deck=say("statistics.all_decks"))
    return [muted("    " + cells.between(f"{deck}     {period}", day, width))]


def _labelled(label: str, text: str, frame: Frame) -> list[Row]:
    lines = cells.wrap(text, frame.text_cells - 10)
    indent = " " * frame.start
    return [
        ((indent + cells.pad(label if at == 0 else "", 10), MUTED), (line, PLAIN))
        for at, line in enumerate(lines)
    ]


def _today(report: Report, frame: Frame, say: Messages) -> list[Row]:
    today = report.today
    line = say(
        "statistics.today_line",
        n=today.answers,
        time=duration_words(say, today.seconds),
        right=today.right_first,
        asked=today.asked_first,
        new=today.new,
        drill=today.drill,
    )
    streak = say("statistics.streak_line", n=report.streak_days, longest=report.longest_streak_days)
    rows = [
        *_labelled(say("statistics.today"), line, frame),
        *_labelled(say("statistics.streak"), streak, frame),
    ]
    if not frame.small:
        rows += _labelled("", say("statistics.streak_note"), frame)
    return [*rows, EMPTY, *_forecast(report, frame, say), EMPTY, *_states(report, frame, say)]


def _forecast(report: Report, frame: Frame, say: Messages) -> list[Row]:
    indent = " " * frame.start
    due = [count for _, count in report.forecast]
    total = say("statistics.sum", n=sum(due))
    if report.overdue and not frame.small:
        total = f"{say('statistics.overdue', n=report.overdue)} · {total}"
    head = cells.between(say("statistics.coming"), total, min(76, frame.width - 2) - frame.start)
    if not sum(due):
        words = cells.wrap(say("statistics.nothing_coming"), frame.text_cells)
        return [muted(indent + say("statistics.coming")), *(plain(indent + word) for word in words)]
    height = 3 if frame.small else _COLUMN_ROWS
    step = 1 if frame.small else 2
    most = str(max(due))
    drawn = columns(due, height, width=step)
    margin = cells.cell_len(most)
    rows: list[Row] = [((indent, PLAIN), (head, MUTED))]
    for at, row in enumerate(drawn):
        label = most if at == 0 else " " * margin
        rows.append(((indent + label + " ", MUTED), (row, ACCENT)))
    days = (_day_sign(day, report.forecast[0][0], say) for day, _ in report.forecast)
    signs = " ".join(cells.pad(sign, step) for sign in days)
    return [*rows, muted(indent + " " * (margin + 1) + signs)] if step == 2 else rows


def _day_sign(day: int, today: int, say: Messages) -> str:
    if day == today:
        return say("statistics.now")
    return say(f"statistics.weekday_{date.fromordinal(day).weekday()}")


def _states(report: Report, frame: Frame, say: Messages) -> list[Row]:
    mature = sum(
        cards for days, cards in report.interval_cards.items() if days >= MATURE_INTERVAL_DAYS
    )
    line = say(
        "statistics.cards_line",
        new=report.new_cards,
        young=max(0, report.learned_cards - mature),
        mature=mature,
        suspended=report.suspended_cards,
    )
    rows = _labelled(say("statistics.cards"), line, frame)
    return rows if frame.small else [*rows, *_labelled("", say("statistics.mature_note"), frame)]


def _memory(report: Report, frame: Frame, say: Messages) -> list[Row]:
    indent = " " * frame.start
    rows: list[Row] = [((indent + say("statistics.retention"), STRONG),)]
    for name, recalled in (
        ("young", report.young),
        ("mature", report.mature),
        ("all", report.retention),
    ):
        rows += _named(say(f"statistics.{name}"), _recalled(recalled, say), frame)
    rows += [muted(indent + line) for line in _wrapped("statistics.first_only", frame, say)]
    rows += [EMPTY, ((indent + say("statistics.intervals"), STRONG),)]
    rows += _intervals(report, frame, say)
    if not frame.small:
        rows += [EMPTY, muted(indent + say("statistics.measured"))]
    return rows


def _named(name: str, words: str, frame: Frame) -> list[Row]:
    """Return a name and what is said of it, one under the other where there is little room."""
    indent = " " * frame.start
    if not frame.small:
        room = frame.width - frame.start - 25
        return [((indent + cells.pad(name, 24), MUTED), (cells.cut(words, room), PLAIN))]
    lines = cells.wrap(words, frame.text_cells - 2)
    return [muted(indent + name), *(plain(f"{indent}  {line}") for line in lines)]


def _sentence(key: str, frame: Frame, say: Messages) -> list[Row]:
    return [plain(" " * frame.start + line) for line in _wrapped(key, frame, say)]


def _wrapped(key: str, frame: Frame, say: Messages) -> list[str]:
    return cells.wrap(say(key), frame.text_cells)


def _recalled(recalled: Recalled, say: Messages) -> str:
    if not recalled.total:
        return say("statistics.none")
    share, between = recalled.share, recalled.percent_range
    if share is None or between is None:
        return say("statistics.few", right=recalled.right, total=recalled.total, n=NEEDED_FOR_SHARE)
    fraction = f"{100 * share:.0f}% ({recalled.right}/{recalled.total})"
    return f"{fraction}   {say('statistics.range', low=between[0], high=between[1])}"


def _intervals(report: Report, frame: Frame, say: Messages) -> list[Row]:
    if not report.interval_cards:
        return _sentence("statistics.no_cards", frame, say)
    grouped = []
    for low, high in _INTERVALS:
        name = (
            say("stats.days_from", low=low)
            if high is None
            else say("stats.days_span", span=low if low == high else f"{low}–{high}")
        )
        count = sum(
            cards
            for days, cards in report.interval_cards.items()
            if days >= low and (high is None or days <= high)
        )
        grouped.append((name, count))
    return _bars(grouped, frame)


def _bars(named: Sequence[tuple[str, int]], frame: Frame, label: int = 12) -> list[Row]:
    most = max((count for _, count in named), default=0)
    room = min(_BAR_CELLS, frame.width - frame.start - label - 9)
    return [
        (
            (" " * frame.start + cells.pad(name, label), MUTED),
            (cells.right(f"{count:,}", 6) + "  ", PLAIN),
            (bar(count, most, room), ACCENT),
        )
        for name, count in named
    ]


def _reviews(report: Report, frame: Frame, say: Messages) -> list[Row]:
    indent = " " * frame.start
    head: Row = ((indent + say("statistics.reviews"), STRONG),)
    if not report.studied:
        return [head, *_sentence("statistics.no_answers", frame, say)]
    total = sum(day.answers for day in report.days)
    average = say("statistics.average", n=round(total / report.studied), days=report.studied)
    rows = [head, muted(indent + cells.cut(average, frame.text_cells)), EMPTY]
    shown = [day for day in report.days if day.answers]
    if report.studied < _FEW_DAYS or frame.small:
        rows.append(muted(indent + cells.pad("", 13) + _kind_heads(say)))
        return rows + [_day_row(day, frame, say) for day in shown[-8:]]
    room = max(1, frame.height - 11)
    return rows + _bars(
        [(short_date(say, day.study_day), day.answers) for day in report.days[-room:]], frame, 14
    )


_KIND_CELLS = 6


def _kind_heads(say: Messages) -> str:
    names = ("home.new", "home.review", "home.drill", "home.all")
    return "".join(cells.right(say(name), _KIND_CELLS) for name in names)


def _day_row(day: Day, frame: Frame, say: Messages) -> Row:
    counts = (day.new, day.review, day.drill, day.answers)
    numbers = "".join(cells.right(str(count), _KIND_CELLS) for count in counts)
    name = cells.pad(short_date(say, day.study_day), 13)
    room = frame.width - frame.start - 13
    return ((" " * frame.start + name, MUTED), (cells.cut(numbers, room), PLAIN))

"""A backlog as rows: how many reviews, what each pace comes to, and the days ahead."""

from typing import NamedTuple

from overmorrow.jobs.backlog import Backlog
from overmorrow.messages import Messages
from overmorrow.scheduling.backlog import CatchUp, catch_up, pace_for
from overmorrow.stats.plot import spark
from overmorrow.stats.spans import duration_words, short_day
from overmorrow.tui import cells
from overmorrow.tui.frame import Frame
from overmorrow.tui.rows import ACCENT, CHOSEN, EMPTY, PLAIN, STRONG, Row, muted, plain

_SLOW_DAYS, _QUICK_DAYS = 8, 4
_FIRST_AMOUNT = 20
_STEP = 5
_NAME_CELLS = 20
_BARS = 18


class Amount(NamedTuple):
    """One way to catch up."""

    key: str
    """The entry of its name in `locale/backlog.py`."""
    reviews: int | None
    """A day; None for all that are due."""
    only_today: bool = False
    gives_up: bool = False
    """Whether the daily limits hold again instead."""


def amounts(backlog: Backlog) -> list[Amount]:
    """Return the ways to catch up that are offered; none asks far more a day than usual."""
    pace = backlog.pace
    most = max(backlog.limit, _STEP)
    slow = min(most, pace_for(_SLOW_DAYS, backlog.overdue, backlog.coming))
    quick = min(2 * most, pace_for(_QUICK_DAYS, backlog.overdue, backlog.coming))
    if pace is not None and not pace.is_all and not pace.only_day:
        slow = pace.reviews
    found = [
        Amount("a_day", slow),
        Amount("a_day", quick),
        Amount("all", None),
        Amount("today_box", min(_FIRST_AMOUNT, due_today(backlog)), only_today=True),
    ]
    if pace is not None:
        found.append(Amount("give_up", None, gives_up=True))
    return found


def other_amount(amount: Amount, step: int, backlog: Backlog) -> Amount:
    """Return the same way with more or fewer reviews a day."""
    if amount.reviews is None:
        return amount
    reviews = amount.reviews + step * _STEP
    return amount._replace(reviews=max(_STEP, min(reviews, due_today(backlog))))


def due_today(backlog: Backlog) -> int:
    """Return how many cards are due in all."""
    return backlog.overdue + (backlog.coming[0] if backlog.coming else 0)


class CatchingUp(NamedTuple):
    """A backlog and what the learner is about to do about it."""

    backlog: Backlog
    ways: list[Amount]
    chosen: int
    rest_new: bool
    """Whether new cards wait meanwhile."""
    day: int


def backlog_rows(plan: CatchingUp, frame: Frame, say: Messages) -> list[Row]:
    """Return everything below the title."""
    backlog, ways, chosen, rest_new, day = plan
    indent = " " * frame.start
    greeting = say("backlog.greeting", n=f"{backlog.overdue:,}")
    rows: list[Row] = [plain(indent + line) for line in cells.wrap(greeting, frame.text_cells)]
    rows += [] if frame.small else [EMPTY]
    for number, way in enumerate(ways):
        rows.append(_way_row(way, number, number == chosen, backlog, frame, say))
    box = "[x]" if rest_new else "[ ]"
    rows += [] if frame.small else [EMPTY]
    rows.append(plain(indent + cells.cut(f"{box} {say('backlog.rest_new')}", frame.text_cells)))
    if frame.small:
        return rows
    rows += [muted(indent + line) for line in cells.wrap(say("backlog.order"), frame.text_cells)]
    rows += [EMPTY, *_ahead(ways[chosen], backlog, day, frame, say)]
    return rows


def _way_row(
    way: Amount, number: int, is_chosen: bool, backlog: Backlog, frame: Frame, say: Messages
) -> Row:
    mark = "> " if is_chosen else "  "
    before = " " * (1 if frame.small else 2) + mark
    shown = "" if way.reviews is None else say("backlog.box", n=way.reviews)
    name = say(f"backlog.{way.key}", n=way.reviews or 0, box=shown)
    style = CHOSEN if is_chosen else PLAIN
    if frame.small:
        room = frame.width - len(before) - 4
        return ((before, ACCENT), (f"{number + 1}  ", STRONG), (cells.cut(name, room), style))
    told = _told(way, backlog, say)
    room = frame.text_cells - 3 - _NAME_CELLS - 1
    return (
        (before, ACCENT),
        (f"{number + 1}  ", STRONG),
        (cells.pad(name, _NAME_CELLS), style),
        (" " + cells.cut(told, room), PLAIN),
    )


def _told(way: Amount, backlog: Backlog, say: Messages) -> str:
    """Return what a way comes to: in days, and how long today takes."""
    if way.gives_up:
        return say("backlog.give_up_told")
    today = due_today(backlog) if way.reviews is None else min(way.reviews, due_today(backlog))
    parts = []
    if way.reviews is not None and not way.only_today:
        days = catch_up(backlog.overdue, backlog.coming, way.reviews).days
        key = "backlog.never" if days is None else "backlog.in_days"
        parts.append(say(key, n=days or 0))
    words = say("backlog.today", n=f"{today:,}")
    if backlog.seconds_each is not None:
        seconds = max(60, round(today * backlog.seconds_each / 60) * 60)
        words += f" · {say('backlog.about', time=duration_words(say, seconds))}"
    return " ".join([*parts, words])


def _ahead(way: Amount, backlog: Backlog, day: int, frame: Frame, say: Messages) -> list[Row]:
    """Return the reviews of the days ahead, and when nothing is overdue any more."""
    if way.gives_up or way.only_today:
        return []
    pace = due_today(backlog) if way.reviews is None else way.reviews
    found = catch_up(backlog.overdue, backlog.coming, pace)
    label = cells.pad(say("backlog.ahead"), 12)
    indent = " " * frame.start
    words = f"{indent}{label}{spark(_shown(found, backlog), between='')}"
    if found.days is not None:
        end = short_day(say, day + found.days)
        words += f"    {say('backlog.end', day=end)}"
    return [plain(cells.cut(words, frame.width - 2))]


def _shown(found: CatchUp, backlog: Backlog) -> list[int]:
    coming = [*found.taken, *backlog.coming[len(found.taken) :]]
    return (coming + [0] * _BARS)[:_BARS]

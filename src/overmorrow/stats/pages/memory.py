"""Page 2: how many scheduled reviews were right, by period and by interval."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from overmorrow.messages import Messages
from overmorrow.stats.counts import MATURE, STEPS, YOUNG, KindCount, StepCount
from overmorrow.stats.pages.bars import Bar, lying
from overmorrow.stats.pages.drawing import (
    EMPTY,
    Drawing,
    Mark,
    Room,
    Row,
    Spot,
    Tone,
    fraction,
    pad,
    right,
    sentence,
)
from overmorrow.stats.pages.searches import interval_between
from overmorrow.stats.pages.sheet import (
    RECALLED_COLUMNS,
    Column,
    Fact,
    Sheet,
    Table,
    Unit,
    recalled_values,
)
from overmorrow.stats.recalled import NEEDED_FOR_SHARE, Recalled

_PERIODS = (
    ("period_today", 0, 1),
    ("period_yesterday", 1, 1),
    ("period_week", 0, 7),
    ("period_month", 0, 30),
    ("period_year", 0, 365),
)
"""Name, how many days before today it ends, and how many days it has."""
_GAP = 2
"""Cells that stay free between two columns."""


class Kept(NamedTuple):
    """What was recalled in a period."""

    name: str
    young: Recalled
    mature: Recalled

    @property
    def all(self) -> Recalled:
        """Young and mature together."""
        return Recalled(
            right=self.young.right + self.mature.right, total=self.young.total + self.mature.total
        )


class Step(NamedTuple):
    """What was recalled after intervals of one step."""

    first_days: int
    last_days: int | None
    recalled: Recalled


@dataclass(frozen=True, slots=True)
class MemoryPage:
    """Shows measured shares; none of them is a prediction."""

    periods: tuple[Kept, ...]
    steps: tuple[Step, ...]
    """Of the chosen period."""
    days: int
    """How many days it has."""

    def sheet(self) -> Sheet:
        """Return the page's numbers."""
        by_period = [
            (kept.name, of, *recalled_values(recalled))
            for kept in self.periods
            for of, recalled in (("young", kept.young), ("mature", kept.mature), ("all", kept.all))
        ]
        by_step = [
            (step.first_days, step.last_days, *recalled_values(step.recalled))
            for step in self.steps
        ]
        period_columns = (Column("period", Unit.WORD), Column("of", Unit.WORD), *RECALLED_COLUMNS)
        from_to = (Column("from_days", Unit.INTERVAL), Column("to_days", Unit.INTERVAL))
        return Sheet(
            (Fact(Column("needed_for_share"), NEEDED_FOR_SHARE),),
            (
                Table("retention", period_columns, by_period),
                Table("retention_by_interval", (*from_to, *RECALLED_COLUMNS), by_step),
            ),
        )

    def drawing(self, room: Room, say: Messages) -> Drawing:
        """Draw the page."""
        rows = [*self._table(room, say), EMPTY]
        head = say("statistics.by_interval", period=say("statistics.last_days", n=self.days))
        rows += sentence(head, room, Tone.STRONG)
        drawn = lying(
            [self._bar(step, say) for step in self.steps],
            room,
            most=100,
            tail_cells=0 if room.small else 22,
        )
        spots = [
            Spot(spot.mark, range(len(rows) + spot.mark, len(rows) + spot.mark + 1), spot.columns)
            for spot in drawn.spots
        ]
        rows += [*drawn.rows, EMPTY]
        if not room.small:
            rows += sentence(say("statistics.measured"), room)
        rows += sentence(say("statistics.first_only"), room)
        return Drawing(rows, drawn.marks, spots, drawn.default)

    def _table(self, room: Room, say: Messages) -> list[Row]:
        names = ("young", "mature", "all")
        first, each = (10, 9) if room.small else (14, 20)
        short = "_short" if room.small else ""
        heads = "".join(right(say(f"statistics.{name}{short}"), each) for name in names)
        indent = " " * room.start
        title = pad(say("statistics.retention"), first)
        rows: list[Row] = [((indent + title, Tone.STRONG), (heads, Tone.MUTED))]
        for kept in self.periods:
            parts = (kept.young, kept.mature, kept.all)
            values = "".join(right(_short(one, each - _GAP, room, say), each) for one in parts)
            name = pad(say(f"statistics.{kept.name}"), first)
            rows.append(((indent + name, Tone.MUTED), (values, Tone.PLAIN)))
        if all(kept.all.total < NEEDED_FOR_SHARE for kept in self.periods):
            rows += sentence(say("statistics.percent_from", n=NEEDED_FOR_SHARE), room)
        return rows

    def _bar(self, step: Step, say: Messages) -> Bar:
        name = step_words(step.first_days, step.last_days, say)
        recalled = step.recalled
        mark = Mark(
            f"{name} · {_told(recalled, say)}",
            interval_between(step.first_days, step.last_days),
        )
        if recalled.percent is None or recalled.percent_range is None:
            shown = fraction(recalled) if recalled.total else say("statistics.nothing")
            return Bar(name, 0, shown, mark)
        low, high = recalled.percent_range
        tail = f"  ({low}–{high}%)  n={recalled.total:,}"
        return Bar(name, recalled.percent, f"{recalled.percent}%", mark, tail)


def make_memory_page(
    counts: Sequence[KindCount], steps: Iterable[StepCount], today: int, days: int
) -> MemoryPage:
    """Return the page.

    Args:
        counts: The answers of every day, of all time.
        steps: The scheduled reviews of the period, by interval.
        today: The study day.
        days: How many days the period has, today among them.
    """
    periods = [_kept(counts, name, today - ago, length) for name, ago, length in _PERIODS]
    by_step = {count.first_days: count for count in steps}
    ends = [*(first - 1 for first in STEPS[1:]), None]
    return MemoryPage(
        (*periods, _kept(counts, "period_all", today, today)),
        tuple(
            Step(first, last, _recalled([by_step[first]] if first in by_step else []))
            for first, last in zip(STEPS, ends, strict=True)
        ),
        days,
    )


def step_words(first: int, last: int | None, say: Messages) -> str:
    """Return intervals from one to another as `1일`, `7–20일` or `180일+`."""
    if last is None:
        return say("stats.days_from", low=first)
    return say("stats.days_span", span=first if first == last else f"{first}–{last}")


def _kept(counts: Iterable[KindCount], name: str, last: int, days: int) -> Kept:
    within = [count for count in counts if last - days < count.study_day <= last]
    young = _recalled(count for count in within if count.kind == YOUNG)
    mature = _recalled(count for count in within if count.kind == MATURE)
    return Kept(name, young, mature)


def _recalled(counts: Iterable[KindCount | StepCount]) -> Recalled:
    right_ones = total = 0
    for count in counts:
        right_ones += count.recalled
        total += count.answers
    return Recalled(right=right_ones, total=total)


def _short(recalled: Recalled, most_cells: int, room: Room, say: Messages) -> str:
    if not recalled.total:
        return say("statistics.nothing")
    if room.small and recalled.percent is not None:
        return f"{recalled.percent}%"
    whole = fraction(recalled)
    is_too_long = len(whole) > most_cells and recalled.percent is not None
    return f"{recalled.percent}% (n={recalled.total:,})" if is_too_long else whole


def _told(recalled: Recalled, say: Messages) -> str:
    if recalled.percent_range is None:
        return say("statistics.few", right=recalled.right, total=recalled.total, n=NEEDED_FOR_SHARE)
    low, high = recalled.percent_range
    return f"{fraction(recalled)} · {say('statistics.range', low=low, high=high)}"

"""Page 3: how much was answered, a bar a day, a week or a month."""

from dataclasses import dataclass

from overmorrow.messages import Messages
from overmorrow.stats.days import Day
from overmorrow.stats.pages.bars import Standing, bars_that_fit, standing
from overmorrow.stats.pages.bins import FEW_BARS, Bin, bin_label, bin_words, bins_of
from overmorrow.stats.pages.drawing import (
    EMPTY,
    Drawing,
    Mark,
    Room,
    Row,
    Tone,
    drawing_of,
    legend,
    muted,
    pad,
    right,
    sentence,
)
from overmorrow.stats.pages.searches import answered_between
from overmorrow.stats.pages.sheet import Column, Fact, Sheet, Table, Unit
from overmorrow.stats.spans import Number, duration_words, short_day

_FEW_DAYS = 3
"""Days of study before bars say more than a list."""
_KINDS = ("review", "new", "drill", "practice")
_SHADES = "█▓░▒"
_ASCII_SHADES = "#+:-"


@dataclass(frozen=True, slots=True)
class AmountsPage:
    """Shows the answers of a period."""

    days: tuple[Day, ...]
    """Each day, the oldest first, today last."""

    @property
    def studied(self) -> int:
        """Days with an answer."""
        return sum(day.answers > 0 for day in self.days)

    @property
    def answers(self) -> int:
        """All answers."""
        return sum(day.answers for day in self.days)

    @property
    def average(self) -> float | None:
        """Answers a day, over the days with an answer."""
        return self.answers / self.studied if self.studied else None

    @property
    def seconds(self) -> int:
        """The time they took."""
        return round(sum(day.answer_ms for day in self.days) / 1000)

    def sheet(self) -> Sheet:
        """Return the page's numbers."""
        facts = (
            Fact(Column("answers"), self.answers),
            Fact(Column("seconds", Unit.SECONDS), self.seconds),
            Fact(Column("days_studied"), self.studied),
            Fact(Column("answers_a_day"), None if self.average is None else round(self.average)),
        )
        columns = (
            Column("day", Unit.DAY),
            *map(Column, _KINDS),
            Column("answers"),
            Column("seconds", Unit.SECONDS),
        )
        rows = [
            (day.study_day, *_parts(day), day.answers, day.seconds)
            for day in reversed(self.days)
            if day.answers
        ]
        return Sheet(facts, (Table("answers_by_day", columns, rows),))

    def drawing(self, room: Room, say: Messages) -> Drawing:
        """Draw the page."""
        if self.average is None:
            return drawing_of(sentence(say("statistics.no_answers"), room))
        average = say(
            "statistics.average", n=Number(round(self.average)), days=Number(self.studied)
        )
        total = say(
            "statistics.in_all", n=Number(self.answers), time=duration_words(say, self.seconds)
        )
        free = [] if room.small else [EMPTY]
        rows: list[Row] = [*sentence(f"{average} · {total}", room), *free]
        if self.studied < _FEW_DAYS:
            return drawing_of([*rows, *self._list(room, say)])
        bins = bins_of(
            self.days[0].study_day, self.days[-1].study_day, min(60, bars_that_fit(room))
        )
        bars = []
        for at, part in enumerate(bins):
            before = bins[at - 1] if at else None
            bars.append(self._bar(part, before, say))
        # tabs, head, free rows, average, scale, chosen bar, legend, status and footer
        height = max(3, min(10, room.height - 14))
        drawn = standing(bars, room, height, shades=_SHADES)
        spots = [
            spot._replace(rows=range(spot.rows.start + len(rows), spot.rows.stop + len(rows)))
            for spot in drawn.spots
        ]
        rows += [*drawn.rows, *self._legend(room, say)]
        return Drawing(rows, drawn.marks, spots, drawn.default)

    def _list(self, room: Room, say: Messages) -> list[Row]:
        indent = " " * room.start
        heads = "".join(right(say(f"statistics.kind_{kind}"), 8) for kind in _KINDS[:3])
        rows: list[Row] = [muted(indent + pad("", 12) + heads)]
        for day in self.days:
            if day.answers:
                counts = "".join(right(f"{count:,}", 8) for count in _parts(day)[:3])
                name = pad(short_day(say, day.study_day), 12)
                rows.append(((indent + name, Tone.MUTED), (counts, Tone.PLAIN)))
        return rows

    def _bar(self, part: Bin, before: Bin | None, say: Messages) -> Standing:
        start = self.days[0].study_day
        today = self.days[-1].study_day
        days = self.days[part.first - start : part.last - start + 1]
        parts = tuple(sum(column) for column in zip(*map(_parts, days), strict=True))
        told = " · ".join(
            say("statistics.kind_count", kind=say(f"statistics.kind_{kind}"), n=Number(count))
            for kind, count in zip(_KINDS, parts, strict=True)
            if count
        )
        words = say(
            "statistics.span_answers",
            span=bin_words(part, say),
            n=Number(sum(parts)),
            time=duration_words(say, sum(day.seconds for day in days)),
        )
        search = answered_between(part.first, part.last, today) if sum(parts) else ""
        mark = Mark(f"{words} · {told}" if told else words, search)
        return Standing(
            parts, bin_label(part, before, today, say, dense=len(self.days) > FEW_BARS), mark
        )

    def _legend(self, room: Room, say: Messages) -> list[Row]:
        shades = _ASCII_SHADES if room.ascii_only else _SHADES
        totals = [sum(column) for column in zip(*map(_parts, self.days), strict=True)]
        entries = [
            (shade, f"{say(f'statistics.kind_{kind}')} {total:,}")
            for shade, kind, total in zip(shades, _KINDS, totals, strict=True)
            if total
        ]
        return [EMPTY, *legend(entries, room)]


def _parts(day: Day) -> tuple[int, int, int, int]:
    return day.review, day.new, day.drill, day.practice

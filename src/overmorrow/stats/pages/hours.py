"""Page 8: at which hours the learner answers, and how well."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from overmorrow.messages import Messages
from overmorrow.stats.counts import HourCount
from overmorrow.stats.pages.bars import Standing, scale_words, standing
from overmorrow.stats.pages.drawing import (
    EMPTY,
    Drawing,
    Mark,
    Room,
    Row,
    Tone,
    drawing_of,
    fraction,
    right,
    sentence,
)
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
from overmorrow.stats.spans import Number

_NEEDED_ANSWERS = 100
"""Answers before hours are compared."""
_HOURS = 24


@dataclass(frozen=True, slots=True)
class HoursPage:
    """Shows the hours of a period, from midnight."""

    answers: tuple[int, ...]
    reviews: tuple[Recalled, ...]
    """Scheduled reviews, which say how well."""

    def sheet(self) -> Sheet:
        """Return the page's numbers."""
        columns = (Column("hour", Unit.HOUR), Column("answers"), *RECALLED_COLUMNS)
        rows = [
            (hour, self.answers[hour], *recalled_values(self.reviews[hour]))
            for hour in range(_HOURS)
            if self.answers[hour]
        ]
        facts = (
            Fact(Column("answers"), sum(self.answers)),
            Fact(Column("needed_for_share"), NEEDED_FOR_SHARE),
        )
        return Sheet(facts, (Table("answers_by_hour", columns, rows),))

    def drawing(self, room: Room, say: Messages) -> Drawing:
        """Draw the page."""
        total = sum(self.answers)
        if not total:
            return drawing_of(sentence(say("statistics.no_answers"), room))
        compares = total >= _NEEDED_ANSWERS
        rows: list[Row] = [*sentence(say("statistics.by_hour", n=Number(total)), room), EMPTY]
        bars = [self._bar(hour, say, compares=compares) for hour in range(_HOURS)]
        height = max(3, min(9, room.height - (13 if room.small else 16)))
        under = (lambda step: self._percents(step, room)) if compares else None
        drawn = standing(bars, room, height, shades="█▒", under=None if room.small else under)
        spots = [
            spot._replace(rows=range(spot.rows.start + len(rows), spot.rows.stop + len(rows)))
            for spot in drawn.spots
        ]
        rows += [*drawn.rows, EMPTY]
        note = "statistics.few_for_hours"
        if compares:
            note = "statistics.hatched_only" if room.small else "statistics.hatched"
        hatch = "-" if room.ascii_only else "▒"
        rows += sentence(say(note, sign=hatch, n=NEEDED_FOR_SHARE, most=_NEEDED_ANSWERS), room)
        busiest = max(range(_HOURS), key=lambda hour: self.answers[hour])
        return Drawing(rows, drawn.marks, spots, busiest)

    def _bar(self, hour: int, say: Messages, *, compares: bool) -> Standing:
        answers, reviews = self.answers[hour], self.reviews[hour]
        words = say("statistics.hour_answers", hour=hour, after=hour + 1, n=Number(answers))
        if compares and reviews.total:
            words += f" · {say('statistics.retention')} {fraction(reviews)}"
        is_known = compares and reviews.share is not None
        values = (answers, 0) if is_known else (0, answers)
        label = str(hour) if hour % 3 == 0 else ""
        return Standing(values, label, Mark(words))

    def _percents(self, step: int, room: Room) -> list[Row]:
        """Return the percents under the bars, where enough is known.

        Odd hours have a row of their own, so that no two touch.
        """
        if step < 3:
            return []
        indent = " " * (room.start + len(scale_words(max(self.answers))))
        rows: list[Row] = []
        for odd in range(2):
            cells = (
                right("" if hour % 2 != odd or each.percent is None else str(each.percent), 3)
                for hour, each in enumerate(self.reviews)
            )
            rows.append(((indent + "".join(cells), Tone.MUTED),))
        return rows


def make_hours_page(counts: Iterable[HourCount]) -> HoursPage:
    """Return the page of the counts of a period."""
    by_hour = {count.hour: count for count in counts}
    every: Sequence[HourCount] = [
        by_hour.get(hour, HourCount(hour, 0, 0)) for hour in range(_HOURS)
    ]
    return HoursPage(
        tuple(count.answers for count in every),
        tuple(Recalled(right=count.reviews_recalled, total=count.reviews) for count in every),
    )

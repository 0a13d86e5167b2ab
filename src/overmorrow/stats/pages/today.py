"""Page 1: today, the days in a row, the two weeks ahead, and where the cards stand."""

from dataclasses import dataclass

from overmorrow.messages import Messages
from overmorrow.stats.days import Day
from overmorrow.stats.pages.bars import Standing, standing
from overmorrow.stats.pages.bins import Bin, bin_label
from overmorrow.stats.pages.drawing import (
    EMPTY,
    Drawing,
    Mark,
    Room,
    Row,
    between,
    labelled,
    muted,
    sentence,
)
from overmorrow.stats.pages.searches import due_on
from overmorrow.stats.pages.sheet import Column, Fact, Sheet, Table, Unit
from overmorrow.stats.report import Report
from overmorrow.stats.spans import Number, duration_words, short_day

_COLUMN_ROWS, _SMALL_COLUMN_ROWS = 5, 3


@dataclass(frozen=True, slots=True)
class TodayPage:
    """Shows a report whose forecast begins today."""

    report: Report

    def sheet(self) -> Sheet:
        """Return the page's numbers."""
        report, today = self.report, self.report.today
        facts = (
            Fact(Column("day", Unit.DAY), today.study_day),
            Fact(Column("answers"), today.answers),
            Fact(Column("seconds", Unit.SECONDS), today.seconds),
            Fact(Column("right_first"), today.right_first),
            Fact(Column("asked_first"), today.asked_first),
            Fact(Column("new"), today.new),
            Fact(Column("drill"), today.drill),
            Fact(Column("streak_days"), report.streak_days),
            Fact(Column("longest_streak_days"), report.longest_streak_days),
            Fact(Column("overdue_cards"), report.overdue),
            Fact(Column("due_in_all"), sum(due for _, due in report.forecast)),
            Fact(Column("new_cards"), report.new_cards),
            Fact(Column("young_cards"), report.young_cards),
            Fact(Column("mature_cards"), report.mature_cards),
            Fact(Column("suspended_cards"), report.suspended_cards),
        )
        columns = (Column("day", Unit.DAY), Column("due"))
        return Sheet(facts, (Table("forecast", columns, report.forecast),))

    def drawing(self, room: Room, say: Messages) -> Drawing:
        """Draw the page."""
        report = self.report
        streak = say(
            "statistics.streak_line", n=report.streak_days, longest=report.longest_streak_days
        )
        rows: list[Row] = [
            *labelled(say("statistics.today"), _line_of(report.today, say), room),
            *labelled(say("statistics.streak"), streak, room),
        ]
        if not room.small:
            rows += [*labelled("", say("statistics.streak_note"), room), EMPTY]
        drawn = self._coming(room, say)
        spots = [
            spot._replace(rows=range(spot.rows.start + len(rows), spot.rows.stop + len(rows)))
            for spot in drawn.spots
        ]
        rows += [*drawn.rows, EMPTY, *self._stages(room, say)]
        return Drawing(rows, drawn.marks, spots, drawn.default)

    def _coming(self, room: Room, say: Messages) -> Drawing:
        forecast = self.report.forecast
        total = sum(due for _, due in forecast)
        indent = " " * room.start
        if not total:
            head = muted(indent + say("statistics.coming"))
            return Drawing([head, *sentence(say("statistics.nothing_coming"), room)], [], [])
        words = say("statistics.sum", n=Number(total))
        if self.report.overdue and not room.small:
            words = f"{say('statistics.overdue', n=Number(self.report.overdue))} · {words}"
        head = muted(indent + between(say("statistics.coming"), words, room.text_cells))
        drawn = standing(
            [self._bar(day, due, say) for day, due in forecast],
            room,
            _SMALL_COLUMN_ROWS if room.small else _COLUMN_ROWS,
        )
        spots = [
            spot._replace(rows=range(spot.rows.start + 1, spot.rows.stop + 1))
            for spot in drawn.spots
        ]
        return Drawing([head, *drawn.rows], drawn.marks, spots, 0)

    def _bar(self, day: int, due: int, say: Messages) -> Standing:
        today = self.report.today.study_day
        words = say("statistics.day_due", day=short_day(say, day), n=Number(due))
        label = bin_label(Bin(day, day, "day"), None, today, say)
        return Standing((due,), label, Mark(words, due_on(day, today)))

    def _stages(self, room: Room, say: Messages) -> list[Row]:
        report = self.report
        line = say(
            "statistics.cards_line",
            new=Number(report.new_cards),
            young=Number(report.young_cards),
            mature=Number(report.mature_cards),
            suspended=Number(report.suspended_cards),
        )
        rows = labelled(say("statistics.cards"), line, room)
        return rows if room.small else [*rows, *labelled("", say("statistics.mature_note"), room)]


def _line_of(today: Day, say: Messages) -> str:
    return say(
        "statistics.today_line",
        n=today.answers,
        time=duration_words(say, today.seconds),
        right=today.right_first,
        asked=today.asked_first,
        new=today.new,
        drill=today.drill,
    )

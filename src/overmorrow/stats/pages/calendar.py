"""Page 5: which days were studied, and how much, as a calendar of weeks."""

from dataclasses import dataclass
from datetime import date

from overmorrow.cards.text import cell_width
from overmorrow.messages import Messages
from overmorrow.stats.days import Day
from overmorrow.stats.pages.bars import spread
from overmorrow.stats.pages.drawing import (
    EMPTY,
    Drawing,
    Mark,
    Piece,
    Room,
    Row,
    Spot,
    Tone,
    chosen_rows,
    legend,
    muted,
    sentence,
)
from overmorrow.stats.pages.searches import answered_between
from overmorrow.stats.pages.sheet import Column, Fact, Sheet, Table, Unit
from overmorrow.stats.spans import Number, duration_words, short_day

WEEK = 7
MOST_WEEKS = 52
_LEVELS = (1, 10, 30, 60)
"""Answers from which on a day is drawn darker."""
_SHADES = "·░▒▓█"
_ASCII_SHADES = ".-+*#"
_CELLS_A_WEEK = 2


@dataclass(frozen=True, slots=True)
class CalendarPage:
    """Shows some weeks of days."""

    days: tuple[Day, ...]
    """Whole weeks but for the last, which ends with the last day."""
    today: int
    first_day: int | None
    """The first study day of all; None before any."""

    def sheet(self) -> Sheet:
        """Return the page's numbers."""
        best = self._best(self.days)
        facts = (
            Fact(Column("days_studied"), sum(day.answers > 0 for day in self.days)),
            Fact(Column("days_in_view"), self._days_in_view(self.days)),
            Fact(Column("best_day", Unit.DAY), best.study_day if best else None),
            Fact(Column("best_day_answers"), best.answers if best else None),
        )
        columns = (
            Column("day", Unit.DAY),
            Column("answers"),
            Column("right_first"),
            Column("asked_first"),
            Column("seconds", Unit.SECONDS),
        )
        rows = [
            (day.study_day, day.answers, day.right_first, day.asked_first, day.seconds)
            for day in reversed(self.days)
            if day.answers
        ]
        return Sheet(facts, (Table("answers_by_day", columns, rows),))

    def _best(self, days: tuple[Day, ...]) -> Day | None:
        """Return the day with the most answers, the latest of equals; None without answers."""
        best = max(days, key=lambda day: (day.answers, day.study_day), default=None)
        return best if best and best.answers else None

    def _days_in_view(self, days: tuple[Day, ...]) -> int:
        if self.first_day is None or not days:
            return 0
        first = max(self.first_day, days[0].study_day)
        return max(0, min(self.today, days[-1].study_day) - first + 1)

    def drawing(self, room: Room, say: Messages) -> Drawing:
        """Draw the page; the cursor is the chosen day."""
        names = [say(f"home.weekday_{day}") for day in range(WEEK)]
        head_cells = max(map(cell_width, names)) + 2
        weeks = min(MOST_WEEKS if room.width >= 110 else 34, (room.cells - head_cells) // 2)
        shown = self.days[-self._cells(weeks) :]
        left = room.start + head_cells
        rows: list[Row] = [muted(" " * left + _months(shown, say))]
        chosen = None if room.chosen is None else min(room.chosen, len(shown) - 1)
        rows += [
            _weekday_row(shown, weekday, names[weekday], head_cells, chosen, room)
            for weekday in range(WEEK)
        ]
        spots = [
            Spot(at, range(1 + at % WEEK, 2 + at % WEEK), _columns(left, at))
            for at in range(len(shown))
        ]
        marks = [self._mark(day, say) for day in shown]
        rows += [] if room.small else [EMPTY]
        rows += [] if chosen is None else chosen_rows(marks[chosen], room)
        rows += self._below(shown, room, say)
        if self.first_day is None or self.first_day == self.today:
            rows += sentence(say("statistics.first_day"), room)
        return Drawing(rows, marks, spots, len(shown) - 1)

    def _cells(self, weeks: int) -> int:
        """Return how many days the last so many weeks have."""
        return (weeks - 1) * WEEK + date.fromordinal(self.days[-1].study_day).weekday() + 1

    def _below(self, shown: tuple[Day, ...], room: Room, say: Messages) -> list[Row]:
        shades = _ASCII_SHADES if room.ascii_only else _SHADES
        ends = [f"–{high - 1}" for high in _LEVELS[1:]] + ["+"]
        levels = [f"{low}{end}" for low, end in zip(_LEVELS, ends, strict=True)]
        entries = list(zip(shades, ["0", *levels], strict=True))
        studied = say(
            "statistics.studied",
            n=sum(day.answers > 0 for day in shown),
            days=self._days_in_view(shown),
        )
        best = self._best(shown)
        most = (
            say("statistics.best_day", day=short_day(say, best.study_day), n=Number(best.answers))
            if best
            else ""
        )
        head = f"{studied} · {most}" if most else studied
        return [*legend(entries, room), *sentence(head, room)]

    def _mark(self, day: Day, say: Messages) -> Mark:
        words = say(
            "statistics.day_answers",
            day=short_day(say, day.study_day),
            n=Number(day.answers),
            time=duration_words(say, day.seconds),
            right=day.right_first,
            asked=day.asked_first,
        )
        if not day.answers:
            return Mark(say("statistics.day_free", day=short_day(say, day.study_day)))
        return Mark(words, answered_between(day.study_day, day.study_day, self.today))


def shade_of(answers: int) -> int:
    """Return how dark a day is drawn, 0-4."""
    return sum(answers >= level for level in _LEVELS)


def _columns(left: int, at: int) -> range:
    start = left + at // WEEK * _CELLS_A_WEEK
    return range(start, start + _CELLS_A_WEEK)


def _months(days: tuple[Day, ...], say: Messages) -> str:
    """Return the months' names over the week in which each begins."""
    labels = []
    for at in range(0, len(days), WEEK):
        firsts = [date.fromordinal(day.study_day) for day in days[at : at + WEEK]]
        begins = next((day for day in firsts if day.day == 1), None)
        labels.append(say(f"home.month_{begins.month}") if begins else "")
    return spread(labels, _CELLS_A_WEEK, 200)


def _weekday_row(
    days: tuple[Day, ...], weekday: int, name: str, head_cells: int, chosen: int | None, room: Room
) -> Row:
    """Return one weekday of every week; the chosen day stands in brackets."""
    shades = _ASCII_SHADES if room.ascii_only else _SHADES
    head = " " * room.start + name + " " * (head_cells - 1 - cell_width(name))
    pieces: list[Piece] = [(head, Tone.MUTED)]
    closing = " "
    for at in range(weekday, len(days), WEEK):
        shade = shade_of(days[at].answers)
        is_chosen = at == chosen
        pieces.append(("[" if is_chosen else closing, Tone.CHOSEN if is_chosen else Tone.PLAIN))
        tone = Tone.ACCENT if shade else Tone.MUTED
        pieces.append((shades[shade], Tone.CHOSEN if is_chosen else tone))
        closing = "]" if is_chosen else " "
    return (*pieces, (closing, Tone.CHOSEN if closing == "]" else Tone.PLAIN))

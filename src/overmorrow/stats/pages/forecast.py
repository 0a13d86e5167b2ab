"""Page 4: what the coming days will ask for, an estimate that says what it rests on."""

from collections.abc import Sequence
from dataclasses import dataclass

from overmorrow.messages import Messages
from overmorrow.stats.pages.bars import Standing, bars_that_fit, standing
from overmorrow.stats.pages.bins import FEW_BARS, Bin, bin_label, bin_words, bins_of, sums
from overmorrow.stats.pages.drawing import (
    EMPTY,
    Drawing,
    Mark,
    Room,
    Row,
    drawing_of,
    legend,
    sentence,
)
from overmorrow.stats.pages.searches import due_on
from overmorrow.stats.pages.sheet import Column, Fact, Sheet, Table, Unit
from overmorrow.stats.spans import Number


@dataclass(frozen=True, slots=True, kw_only=True)
class ForecastPage:
    """Shows an estimate."""

    today: int
    """The study day of the first figure."""
    backlog: int
    known: Sequence[float]
    """Reviews of known cards on each day."""
    from_new: Sequence[float]
    """New cards on each day, and the reviews that follow from them."""
    new_per_day: int
    new_cards: int
    recall_percent: int
    is_measured: bool
    """Whether that many percent were recalled so far; else it is taken for granted."""
    ease_hundredths: int

    @property
    def cards_a_day(self) -> float:
        """How many cards an average day asks for."""
        return (sum(self.known) + sum(self.from_new)) / len(self.known)

    def sheet(self) -> Sheet:
        """Return the page's numbers."""
        facts = (
            Fact(Column("is_estimate", Unit.WORD), "yes"),
            Fact(Column("backlog_cards"), self.backlog),
            Fact(Column("cards_a_day", Unit.ESTIMATE), self.cards_a_day),
            Fact(Column("new_per_day"), self.new_per_day),
            Fact(Column("new_cards"), self.new_cards),
            Fact(Column("recall_percent", Unit.PERCENT), self.recall_percent),
            Fact(Column("recall_from", Unit.WORD), "measured" if self.is_measured else "assumed"),
            Fact(Column("ease", Unit.EASE), self.ease_hundredths),
        )
        columns = (
            Column("day", Unit.DAY),
            Column("known", Unit.ESTIMATE),
            Column("from_new", Unit.ESTIMATE),
        )
        rows = [
            (self.today + at, *figures)
            for at, figures in enumerate(zip(self.known, self.from_new, strict=True))
        ]
        return Sheet(facts, (Table("forecast", columns, rows),))

    def drawing(self, room: Room, say: Messages) -> Drawing:
        """Draw the page."""
        if not (sum(self.known) or sum(self.from_new) or self.backlog):
            return drawing_of(sentence(say("statistics.nothing_ahead"), room))
        average = say("statistics.about_a_day", n=f"{self.cards_a_day:,.0f}", days=len(self.known))
        rows: list[Row] = sentence(average, room)
        if self.backlog:
            rows += sentence(say("statistics.backlog", n=Number(self.backlog)), room)
        if not room.small:
            rows.append(EMPTY)
        bins = bins_of(self.today, self.today + len(self.known) - 1, min(92, bars_that_fit(room)))
        bars = []
        pairs = zip(bins, sums(self.known, bins), sums(self.from_new, bins), strict=True)
        for at, (part, known, from_new) in enumerate(pairs):
            before = bins[at - 1] if at else None
            label = bin_label(part, before, self.today, say, dense=len(bins) > FEW_BARS)
            bars.append(Standing((known, from_new), label, self._mark(part, known, from_new, say)))
        # tabs, head, sentences, labels, chosen bar, legend, assumptions, status and footer
        height = max(3, min(10, room.height - (14 if room.small else 17)))
        drawn = standing(bars, room, height, shades="█░")
        spots = [
            spot._replace(rows=range(spot.rows.start + len(rows), spot.rows.stop + len(rows)))
            for spot in drawn.spots
        ]
        rows += [*drawn.rows, EMPTY, *self._legend(room, say)]
        return Drawing(rows, drawn.marks, spots, 0)

    def _mark(self, part: Bin, known: float, from_new: float, say: Messages) -> Mark:
        words = say(
            "statistics.span_expected",
            span=bin_words(part, say),
            n=f"{known + from_new:,.0f}",
            known=f"{known:,.0f}",
            new=f"{from_new:,.0f}",
        )
        is_day = part.first == part.last
        return Mark(words, due_on(part.first, self.today) if is_day else "")

    def _legend(self, room: Room, say: Messages) -> list[Row]:
        known, fresh = "#:" if room.ascii_only else "█░"
        entries = ((known, say("statistics.shade_known")), (fresh, say("statistics.shade_new")))
        rows = legend(entries, room)
        assumed = say(
            "statistics.assumed",
            new=Number(self.new_per_day),
            left=Number(self.new_cards),
            percent=self.recall_percent,
            ease=f"{self.ease_hundredths / 100:.2f}",
        )
        rows += sentence(assumed, room)
        source = "statistics.recall_measured" if self.is_measured else "statistics.recall_assumed"
        return [*rows, *sentence(say(source), room)]

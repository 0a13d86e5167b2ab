"""Pages 6 and 7: how the cards' intervals and eases are spread."""

from collections.abc import Mapping
from dataclasses import dataclass

from overmorrow.messages import Messages
from overmorrow.stats.pages.bars import Bar, Standing, lying, standing
from overmorrow.stats.pages.drawing import (
    EMPTY,
    Drawing,
    Mark,
    Room,
    Row,
    Tone,
    drawing_of,
    pad,
    right,
    sentence,
)
from overmorrow.stats.pages.memory import step_words
from overmorrow.stats.pages.searches import ease_from, interval_between
from overmorrow.stats.pages.sheet import Column, Fact, Sheet, Table, Unit
from overmorrow.stats.report import median
from overmorrow.stats.spans import Number, interval_words

_FEW_CARDS = 20
"""Cards before a picture says more than a list."""
_FIRST_DAYS = (1, 2, 7, 14, 21, 30, 60, 90, 180, 365)
_LOWEST_EASE, _HIGHEST_EASE = 130, 300
_EASE_STEP = 10


@dataclass(frozen=True, slots=True)
class IntervalsPage:
    """Shows how long the cards wait."""

    cards: Mapping[int, int]
    """Cards by their interval in days; new cards are in none."""

    @property
    def groups(self) -> list[tuple[int, int | None, int]]:
        """First and last interval of each group, and its cards."""
        ends = [*(first - 1 for first in _FIRST_DAYS[1:]), None]
        return [
            (first, last, _between(self.cards, first if first > 1 else 0, last))
            for first, last in zip(_FIRST_DAYS, ends, strict=True)
        ]

    def sheet(self) -> Sheet:
        """Return the page's numbers."""
        facts = (
            Fact(Column("cards"), sum(self.cards.values())),
            Fact(Column("median_interval_days", Unit.INTERVAL), median(self.cards)),
        )
        columns = (
            Column("from_days", Unit.INTERVAL),
            Column("to_days", Unit.INTERVAL),
            Column("cards"),
        )
        exact = [(days, self.cards[days]) for days in sorted(self.cards)]
        by_value = (Column("interval_days", Unit.INTERVAL), Column("cards"))
        return Sheet(
            facts,
            (
                Table("cards_by_interval", columns, self.groups),
                Table("intervals", by_value, exact),
            ),
        )

    def drawing(self, room: Room, say: Messages) -> Drawing:
        """Draw the page."""
        total = sum(self.cards.values())
        if not total:
            return drawing_of(sentence(say("statistics.no_cards"), room))
        middle = interval_words(say, median(self.cards) or 0)
        rows: list[Row] = [
            *sentence(say("statistics.median_interval", median=middle, n=Number(total)), room),
            EMPTY,
        ]
        if total < _FEW_CARDS:
            values = [(interval_words(say, days), self.cards[days]) for days in sorted(self.cards)]
            return drawing_of([*rows, *_list(values, room, say)])
        bars = [
            Bar(
                step_words(first, last, say),
                cards,
                f"{cards:,}",
                Mark(
                    _of_all(step_words(first, last, say), cards, total, say),
                    interval_between(first, last),
                ),
            )
            for first, last, cards in self.groups
        ]
        drawn = lying(bars, room)
        spots = [
            spot._replace(rows=range(spot.mark + len(rows), spot.mark + len(rows) + 1))
            for spot in drawn.spots
        ]
        rows += drawn.rows
        if room.chosen is not None and room.chosen < len(bars) and not room.small:
            rows += [EMPTY, *sentence(bars[room.chosen].mark.words, room, Tone.STRONG)]
        return Drawing(rows, drawn.marks, spots, drawn.default)


@dataclass(frozen=True, slots=True)
class EasePage:
    """Shows how easy the cards are."""

    cards: Mapping[int, int]
    """Cards by their ease in hundredths; new cards are in none."""

    @property
    def groups(self) -> list[tuple[int, int | None, int]]:
        """First and last ease of each group, and its cards."""
        firsts = range(_LOWEST_EASE, _HIGHEST_EASE, _EASE_STEP)
        groups: list[tuple[int, int | None, int]] = [
            (first, first + _EASE_STEP - 1, _between(self.cards, first, first + _EASE_STEP - 1))
            for first in firsts
        ]
        return [*groups, (_HIGHEST_EASE, None, _between(self.cards, _HIGHEST_EASE, None))]

    def sheet(self) -> Sheet:
        """Return the page's numbers."""
        facts = (
            Fact(Column("cards"), sum(self.cards.values())),
            Fact(Column("median_ease", Unit.EASE), median(self.cards)),
        )
        columns = (Column("from_ease", Unit.EASE), Column("to_ease", Unit.EASE), Column("cards"))
        exact = [(ease, self.cards[ease]) for ease in sorted(self.cards)]
        by_value = (Column("ease", Unit.EASE), Column("cards"))
        return Sheet(
            facts,
            (Table("cards_by_ease", columns, self.groups), Table("eases", by_value, exact)),
        )

    def drawing(self, room: Room, say: Messages) -> Drawing:
        """Draw the page."""
        total = sum(self.cards.values())
        if not total:
            return drawing_of(sentence(say("statistics.no_cards"), room))
        middle = f"{(median(self.cards) or 0) / 100:.2f}"
        rows: list[Row] = [
            *sentence(say("statistics.median_ease", median=middle, n=Number(total)), room),
            EMPTY,
        ]
        if total < _FEW_CARDS:
            values = [(f"{ease / 100:.2f}", self.cards[ease]) for ease in sorted(self.cards)]
            return drawing_of([*rows, *_list(values, room, say)])
        bars = [
            Standing(
                (cards,),
                f"{first / 100:.1f}" if first % 20 == 10 or last is None else "",
                Mark(
                    _of_all(_ease_words(first, last), cards, total, say),
                    ease_from(first, None if last is None else last + 1),
                ),
            )
            for first, last, cards in self.groups
        ]
        drawn = standing(bars, room, max(3, min(10, room.height - 13)))
        spots = [
            spot._replace(rows=range(spot.rows.start + len(rows), spot.rows.stop + len(rows)))
            for spot in drawn.spots
        ]
        middle_of_all = median(self.cards) or _LOWEST_EASE
        default = min(max(0, (middle_of_all - _LOWEST_EASE) // _EASE_STEP), len(bars) - 1)
        rows += drawn.rows
        if not room.small:
            rows += [EMPTY, *sentence(say("statistics.ease_note"), room)]
        return Drawing(rows, drawn.marks, spots, default)


def _ease_words(first: int, last: int | None) -> str:
    return f"{first / 100:.2f}+" if last is None else f"{first / 100:.2f}–{last / 100:.2f}"


def _of_all(name: str, cards: int, total: int, say: Messages) -> str:
    return say(
        "statistics.of_all", name=name, n=Number(cards), percent=f"{100 * cards / total:.0f}"
    )


def _list(values: list[tuple[str, int]], room: Room, say: Messages) -> list[Row]:
    """Return every value with its cards, for few cards make no picture."""
    indent = " " * room.start
    return [
        (
            (indent + pad(name, 10), Tone.MUTED),
            (right(say("statistics.cards_n", n=cards), 10), Tone.PLAIN),
        )
        for name, cards in values
    ]


def _between(cards: Mapping[int, int], low: int, high: int | None) -> int:
    return sum(
        count for value, count in cards.items() if value >= low and (high is None or value <= high)
    )

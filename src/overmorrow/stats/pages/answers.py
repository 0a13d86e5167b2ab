"""Page 9: which qualities answers got, what was overruled, and the cards that are hard."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from overmorrow.cards.text import cell_width
from overmorrow.messages import Messages
from overmorrow.stats.counts import ChoiceCount
from overmorrow.stats.pages.bars import Bar, lying, scale_words
from overmorrow.stats.pages.drawing import (
    EMPTY,
    Drawing,
    Mark,
    Room,
    Row,
    Spot,
    Tone,
    cut,
    drawing_of,
    pad,
    right,
    sentence,
)
from overmorrow.stats.pages.searches import cards, rated
from overmorrow.stats.pages.sheet import Column, Fact, Sheet, Table, Unit
from overmorrow.stats.recalled import NEEDED_FOR_SHARE
from overmorrow.stats.spans import Number

_QUALITIES = range(6)
_SIDE = 38
"""The column at which the table of proposals begins, beside the bars."""
_CELL, _SMALL_CELL = 5, 4


class MixedUp(NamedTuple):
    """A wrong answer that was typed for a card."""

    card_id: int
    prompt: str
    answer: str
    typed: str
    times: int
    other_card_id: int | None
    """The card whose answer it is, where there is one."""


class SlowCard(NamedTuple):
    """A card whose answers take long."""

    card_id: int
    prompt: str
    mean_ms: int
    """The time of an answer, on average."""
    answers: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswersPage:
    """Shows the answers of a period."""

    days: int
    qualities: Mapping[int, int]
    """Answers by quality."""
    choices: Sequence[ChoiceCount]
    mixed_up: Sequence[MixedUp]
    slow: Sequence[SlowCard]
    looked_at: int
    """The newest so many answers of the period are looked at for single cards."""

    @property
    def total(self) -> int:
        """All answers."""
        return sum(self.qualities.values())

    @property
    def proposed(self) -> int:
        """Answers that were proposed a quality."""
        return sum(choice.answers for choice in self.choices)

    @property
    def overruled(self) -> int:
        """Answers that got another quality than was proposed."""
        return sum(each.answers for each in self.choices if each.proposed != each.quality)

    @property
    def overruled_share(self) -> float | None:
        """The part that was overruled, 0-1; None below 20 proposals."""
        return self.overruled / self.proposed if self.proposed >= NEEDED_FOR_SHARE else None

    def sheet(self) -> Sheet:
        """Return the page's numbers."""
        facts = (
            Fact(Column("answers"), self.total),
            Fact(Column("proposed_in_all"), self.proposed),
            Fact(Column("overruled"), self.overruled),
            Fact(Column("overruled_share", Unit.SHARE), self.overruled_share),
            Fact(Column("looked_at"), self.looked_at),
            Fact(Column("needed_for_share"), NEEDED_FOR_SHARE),
        )
        by_quality = [(q, self.qualities.get(q, 0), self._share(q)) for q in _QUALITIES]
        mixed_up = [(*each[1:5], each.card_id, each.other_card_id) for each in self.mixed_up]
        slow = [
            (each.prompt, each.mean_ms / 1000, each.answers, each.card_id) for each in self.slow
        ]
        return Sheet(
            facts,
            (
                Table(
                    "answers_by_quality",
                    (
                        Column("quality", Unit.QUALITY),
                        Column("answers"),
                        Column("share", Unit.SHARE),
                    ),
                    by_quality,
                ),
                Table(
                    "answers_by_choice",
                    (
                        Column("proposed", Unit.QUALITY),
                        Column("chosen", Unit.QUALITY),
                        Column("answers"),
                    ),
                    [tuple(each) for each in self.choices],
                ),
                Table(
                    "mixed_up",
                    (
                        Column("prompt", Unit.TEXT),
                        Column("answer", Unit.TEXT),
                        Column("typed", Unit.TEXT),
                        Column("times"),
                        Column("card"),
                        Column("other_card"),
                    ),
                    mixed_up,
                ),
                Table(
                    "slow_cards",
                    (
                        Column("prompt", Unit.TEXT),
                        Column("mean_seconds", Unit.ESTIMATE),
                        Column("answers"),
                        Column("card"),
                    ),
                    slow,
                ),
            ),
        )

    def _share(self, quality: int) -> float | None:
        if self.total < NEEDED_FOR_SHARE:
            return None
        return self.qualities.get(quality, 0) / self.total

    def drawing(self, room: Room, say: Messages) -> Drawing:
        """Draw the page."""
        if not self.total:
            return drawing_of(sentence(say("statistics.no_answers"), room))
        beside = not room.small
        cells = _SIDE - room.start - 2 if beside else 0
        bars = lying([self._bar(quality, say) for quality in _QUALITIES], room, cells=cells)
        matrix = self._matrix(say, room)
        rows = _side_by_side(bars.rows, matrix) if beside else [*bars.rows, EMPTY, *matrix]
        head = sentence(say("statistics.answers_head", n=Number(self.total)), room, Tone.STRONG)
        marks = list(bars.marks)
        spots = [
            Spot(at, range(len(head) + at, len(head) + at + 1), range(_SIDE if beside else 80))
            for at in range(len(marks))
        ]
        rows = [*head, *rows, *sentence(self._overruled_words(say), room)]
        for name, lines in self._lists(room, say):
            rows += [EMPTY, *sentence(say(name), room, Tone.STRONG)]
            for text, mark in lines:
                at = len(marks)
                sign = "> " if at == room.chosen else "  "
                tone = Tone.STRONG if at == room.chosen else Tone.PLAIN
                spots.append(Spot(at, range(len(rows), len(rows) + 1), range(room.width)))
                rows.append(((" " * (room.start - 2) + sign, Tone.ACCENT), (text, tone)))
                marks.append(mark)
        return Drawing(rows, marks, spots, 0)

    def _bar(self, quality: int, say: Messages) -> Bar:
        answers = self.qualities.get(quality, 0)
        share = self._share(quality)
        name = say(f"stats.quality_{quality}")
        shown = (
            f"{answers:,}" if share is None else f"{answers:,} {right(f'{100 * share:.0f}%', 4)}"
        )
        return Bar(name, answers, shown, Mark(name, rated(self.days, quality) if answers else ""))

    def _matrix(self, say: Messages, room: Room) -> list[Row]:
        """Return proposed qualities down, chosen ones across; what was kept is on the diagonal."""
        if not self.proposed:
            return []
        by_pair = {(each.proposed, each.quality): each.answers for each in self.choices}
        indent = "" if not room.small else " " * room.start
        corner = say("statistics.proposed_chosen")
        first = max(9, cell_width(corner))
        width = _SMALL_CELL if room.small else _CELL
        heads = "".join(right(str(quality), width) for quality in _QUALITIES)
        rows: list[Row] = [((indent + pad(corner, first) + heads, Tone.MUTED),)]
        for proposed in _QUALITIES:
            cells = [
                right(_count(by_pair.get((proposed, quality), 0)), width) for quality in _QUALITIES
            ]
            pieces = [
                (cell, Tone.PLAIN if quality != proposed else Tone.ACCENT)
                for quality, cell in enumerate(cells)
            ]
            rows.append(((indent + pad(str(proposed), first), Tone.MUTED), *pieces))
        return rows

    def _overruled_words(self, say: Messages) -> str:
        if not self.proposed:
            return say("statistics.none_proposed")
        percent = "" if self.overruled_share is None else f"{100 * self.overruled_share:.0f}% "
        return say(
            "statistics.overruled",
            percent=percent,
            n=Number(self.overruled),
            total=Number(self.proposed),
        )

    def _lists(self, room: Room, say: Messages) -> list[tuple[str, list[tuple[str, Mark]]]]:
        """Return the lists of single cards that are not empty."""
        cells = room.text_cells
        mixed_up = [
            (_mixed_up_line(each, cells, say), Mark("", cards(*_both(each))))
            for each in self.mixed_up
        ]
        slow = [(_slow_line(each, cells, say), Mark("", cards(each.card_id))) for each in self.slow]
        lists = (("statistics.mixed_up", mixed_up), ("statistics.slow_cards", slow))
        return [(name, lines) for name, lines in lists if lines]


def _side_by_side(left: Sequence[Row], beside: Sequence[Row]) -> list[Row]:
    rows: list[Row] = []
    for at in range(max(len(left), len(beside))):
        row = left[at] if at < len(left) else ()
        used = sum(cell_width(text) for text, _ in row)
        other = beside[at] if at < len(beside) else ()
        rows.append((*row, (" " * max(1, _SIDE - used), Tone.PLAIN), *other) if other else row)
    return rows


def _count(answers: int) -> str:
    if not answers:
        return "·"
    return scale_words(answers)


def _both(each: MixedUp) -> tuple[int, ...]:
    if each.other_card_id is None:
        return (each.card_id,)
    return each.card_id, each.other_card_id


def _mixed_up_line(each: MixedUp, cells: int, say: Messages) -> str:
    tail = say("statistics.mixed_up_line", typed=cut(each.typed, 16), answer=cut(each.answer, 16))
    tail += f"  {say('statistics.times', n=each.times)}"
    room = cells - cell_width(tail) - 2
    return f"{pad(each.prompt, room)}  {tail}" if room > 8 else cut(tail, cells)


def _slow_line(each: SlowCard, cells: int, say: Messages) -> str:
    seconds = say("statistics.mean_seconds", s=f"{each.mean_ms / 1000:.1f}", n=each.answers)
    return f"{pad(each.prompt, max(2, cells - cell_width(seconds) - 2))}  {seconds}"

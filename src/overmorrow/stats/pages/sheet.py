"""A page's numbers as facts and tables: what JSON, screen readers and the table view get."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from enum import Enum, auto
from typing import NamedTuple

from overmorrow.cards.text import cell_width
from overmorrow.messages import Messages
from overmorrow.stats.recalled import Recalled
from overmorrow.stats.spans import duration_words, interval_words, short_day

Value = int | float | str | None


class Unit(Enum):
    """What a value is; JSON has it bare, a table in the learner's words."""

    COUNT = auto()
    ESTIMATE = auto()
    """A count that is worked out, to one decimal."""
    DAY = auto()
    """A study day."""
    INTERVAL = auto()
    """In days."""
    SECONDS = auto()
    SHARE = auto()
    """0-1; None while it would mean nothing."""
    PERCENT = auto()
    EASE = auto()
    """In hundredths."""
    HOUR = auto()
    QUALITY = auto()
    WORD = auto()
    """The name of a message."""
    TEXT = auto()
    """The learner's own words."""


class Column(NamedTuple):
    """One column of a table, or the name of one fact."""

    name: str
    """In JSON; its heading is the message of that name."""
    unit: Unit = Unit.COUNT


class Fact(NamedTuple):
    """One number with its name."""

    column: Column
    value: Value


class Table(NamedTuple):
    """Numbers of one kind."""

    name: str
    columns: tuple[Column, ...]
    rows: Sequence[tuple[Value, ...]]


class Sheet(NamedTuple):
    """All that a page knows."""

    facts: tuple[Fact, ...]
    tables: tuple[Table, ...]


RECALLED_COLUMNS = (
    Column("right"),
    Column("total"),
    Column("share", Unit.SHARE),
    Column("low_percent", Unit.PERCENT),
    Column("high_percent", Unit.PERCENT),
)
"""How a `Recalled` stands in a table."""
_GAP = 2
"""Cells between two columns."""
_NAMING = (Unit.WORD, Unit.TEXT, Unit.INTERVAL)
"""What a second column names a row by, together with the first."""


def recalled_values(recalled: Recalled) -> tuple[Value, ...]:
    """Return the values of `RECALLED_COLUMNS`."""
    low, high = recalled.percent_range or (None, None)
    return recalled.right, recalled.total, recalled.share, low, high


def as_figures(sheet: Sheet) -> dict[str, object]:
    """Return plain values by name, for JSON."""
    figures: dict[str, object] = {
        column.name: _plain(value, column.unit) for column, value in sheet.facts
    }
    for table in sheet.tables:
        figures[table.name] = [
            {
                column.name: _plain(value, column.unit)
                for column, value in zip(table.columns, row, strict=True)
            }
            for row in table.rows
        ]
    return figures


def _plain(value: Value, unit: Unit) -> Value:
    if unit is Unit.DAY and isinstance(value, int):
        return date.fromordinal(value).isoformat()
    if isinstance(value, float):
        return round(value, 1 if unit is Unit.ESTIMATE else 4)
    return value


def table_lines(sheet: Sheet, say: Messages, most_cells: int | None = None) -> Iterator[str]:
    """Yield the facts, then each table under its name, with its columns aligned.

    Args:
        sheet: The numbers.
        say: The learner's language.
        most_cells: How wide a line may be; columns beyond follow below, beside the
            names of the rows. None for any width.
    """
    for column, value in sheet.facts:
        yield f"{say(f'stats_tables.{column.name}')}: {words(value, column.unit, say)}"
    for table in sheet.tables:
        yield ""
        yield say(f"stats_tables.{table.name}")
        if not table.rows:
            yield say("stats_tables.nothing")
            continue
        heads = [say(f"stats_tables.{column.name}") for column in table.columns]
        cells = [
            [
                words(value, column.unit, say)
                for column, value in zip(table.columns, row, strict=True)
            ]
            for row in table.rows
        ]
        columns = list(zip(heads, *cells, strict=True))
        names = 1 + (len(columns) > 1 and table.columns[1].unit in _NAMING)
        parts = [columns] if most_cells is None else _parts(columns, names, most_cells)
        for part in parts:
            yield from _aligned(list(zip(*part, strict=True)))


_Columns = list[tuple[str, ...]]


def _parts(columns: _Columns, names: int, most_cells: int) -> list[_Columns]:
    """Return the columns in parts no wider than that, the names of the rows first in each."""
    widths = [max(map(cell_width, column)) for column in columns]
    named = sum(widths[:names]) + _GAP * (names - 1)
    parts: list[_Columns] = [columns[:names]]
    used = named
    for column, width in zip(columns[names:], widths[names:], strict=True):
        used += _GAP + width
        if used > most_cells and len(parts[-1]) > names:
            parts.append(columns[:names])
            used = named + _GAP + width
        parts[-1] = [*parts[-1], column]
    return parts


def _aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield rows whose first column stands left, and whose others stand right."""
    widths = [max(map(cell_width, column)) for column in zip(*rows, strict=True)]
    for first, *rest in rows:
        line = first + " " * (widths[0] - cell_width(first))
        for text, width in zip(rest, widths[1:], strict=True):
            line += " " * _GAP + " " * (width - cell_width(text)) + text
        yield line.rstrip()


def words(value: Value, unit: Unit, say: Messages) -> str:
    """Return a value as the learner reads it; what is not known is a dash."""
    if value is None:
        return "-"
    if isinstance(value, str):
        return say(f"stats_tables.{value}") if unit is Unit.WORD else value
    return _NUMBER_WORDS.get(unit, _count)(say, value)


def _count(_say: Messages, value: float) -> str:
    return f"{value:,.0f}"


_NUMBER_WORDS: dict[Unit, Callable[[Messages, float], str]] = {
    Unit.ESTIMATE: lambda _, value: f"{value:,.1f}",
    Unit.DAY: lambda say, value: short_day(say, int(value)),
    Unit.INTERVAL: lambda say, value: interval_words(say, int(value)),
    Unit.SECONDS: lambda say, value: duration_words(say, round(value)),
    Unit.SHARE: lambda _, value: f"{100 * value:.0f}%",
    Unit.PERCENT: lambda _, value: f"{value:.0f}%",
    Unit.EASE: lambda _, value: f"{value / 100:.2f}",
    Unit.HOUR: lambda _, value: f"{value:.0f}:00",
    Unit.QUALITY: lambda say, value: say(f"stats.quality_{value:.0f}"),
}

"""The columns of the found cards: which there are at what width, and what stands in them."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from overmorrow.messages import Messages
from overmorrow.stats.spans import interval_words
from overmorrow.tui import cells
from overmorrow.tui.import_rows import shown

if TYPE_CHECKING:
    from overmorrow.clock import StudyDay
    from overmorrow.jobs.browse import BrowseRow, Order

GUTTER = 4
"""The margin, the sign of the card looked at, the sign of a picked one, a space."""
_NONE = "·"
_MIDDLE_WIDTH, _WIDE_WIDTH, _WIDEST = 60, 100, 140
_PROMPT_SHARE = 0.66
_GAP = 2
_INTERVAL_CELLS, _EASE_CELLS, _COUNT_CELLS, _SIGN_CELLS = 8, 6, 7, 9
_DECK_CELLS, _WIDE_SIGN_CELLS = 16, 14
_DAY_NAMES = ("today", "tomorrow", "overmorrow")
ORDERED = ("deck", "prompt", "answer", "due", "interval", "ease", "lapses", "reviews")
"""The columns that cards can be put in order by, as the keys go through them."""
_FALLING_FIRST = frozenset({"lapses", "reviews"})


class Column(NamedTuple):
    """One column, as wide as it is here."""

    name: str
    width: int
    """In cells, the gap behind it included."""
    is_right: bool = False


def columns_of(width: int, say: Messages) -> list[Column]:
    """Return the columns that fit into so many cells, gutter and margin left out.

    Args:
        width: The whole table's width.
        say: The learner's language.
    """
    room = width - GUTTER - 1
    due = max(cells.cell_len(say(f"browse.{name}")) for name in (*_DAY_NAMES, "due")) + _GAP
    due = max(due, 8)
    if width < _MIDDLE_WIDTH:
        return [Column("prompt", room - due), Column("due", due)]
    right = [Column("interval", _INTERVAL_CELLS, True), Column("ease", _EASE_CELLS, True)]
    signs = Column("signs", _SIGN_CELLS)
    if width >= _WIDE_WIDTH:
        signs = signs._replace(width=_WIDE_SIGN_CELLS)
    if width >= _WIDEST:
        right += [Column("lapses", _COUNT_CELLS, True), Column("reviews", _COUNT_CELLS, True)]
    deck = [Column("deck", _DECK_CELLS)] if width >= _WIDE_WIDTH else []
    fixed = due + sum(column.width for column in (*right, *deck)) + _GAP + signs.width
    prompt = int((room - fixed) * _PROMPT_SHARE)
    answer = room - fixed - prompt
    return [
        Column("prompt", prompt),
        Column("answer", answer),
        *deck,
        Column("due", due),
        *right,
        Column("", _GAP),
        signs,
    ]


def column_at(columns: list[Column], x: int) -> str:
    """Return the name of the column at a cell of the table; empty if there is none."""
    edge = GUTTER
    for column in columns:
        edge += column.width
        if x < edge:
            return column.name
    return ""


def head_text(columns: list[Column], order: "Order", say: Messages) -> str:
    """Return the headings, the one that cards are put in order by with an arrow."""
    texts = []
    for column in columns:
        word = say(f"browse.{column.name}") if column.name else ""
        if column.name and column.name == order.column:
            word += " ↓" if order.descending else " ↑"
        texts.append(fitted(word, column))
    return " " * GUTTER + "".join(texts)


def fitted(text: str, column: Column) -> str:
    """Return a text in exactly its column's width."""
    if column.is_right:
        return cells.right(cells.cut(text, column.width), column.width)
    gap = _GAP if column.name not in ("", "signs") else 0
    return cells.pad(text, max(0, column.width - gap)) + " " * gap


def value(row: "BrowseRow", name: str, day: "StudyDay", say: Messages) -> str:
    """Return what stands in a column.

    Args:
        row: The card.
        name: The column's.
        day: Today.
        say: The learner's language.
    """
    return _VALUES[name](row, day, say) if name else ""


def _interval(row: "BrowseRow", say: Messages) -> str:
    return _NONE if row.due_day is None else interval_words(say, row.interval_days)


def _ease(row: "BrowseRow") -> str:
    return _NONE if row.due_day is None else f"{row.ease_hundredths / 100:.2f}"


def _count(number: int) -> str:
    return f"{number:,}" if number else _NONE


def due_words(due_day: int | None, day: "StudyDay", say: Messages) -> str:
    """Return when a card comes back: `오늘`, `모레`, `-2일` where it is late, `+12일`."""
    if due_day is None:
        return say("browse.new")
    days = due_day - day
    if 0 <= days < len(_DAY_NAMES):
        return say(f"browse.{_DAY_NAMES[days]}")
    return ("-" if days < 0 else "+") + interval_words(say, abs(days))


def sign_words(row: "BrowseRow", say: Messages) -> str:
    """Return what was set on a card, and whether it is forgotten again and again."""
    words = [
        say("browse.sign_suspended") if row.suspended else "",
        say("browse.sign_buried") if row.buried else "",
        f"f{row.flag}" if row.flag else "",
        "*" if row.marked else "",
        say("browse.sign_leech") if row.is_leech else "",
    ]
    return " ".join(word for word in words if word)


_VALUES: dict[str, Callable[["BrowseRow", "StudyDay", Messages], str]] = {
    "prompt": lambda row, _day, _say: shown(row.prompt),
    "answer": lambda row, _day, _say: shown(row.answer),
    "deck": lambda row, _day, _say: shown(row.deck.rpartition("::")[2]),
    "due": lambda row, day, say: due_words(row.due_day, day, say),
    "interval": lambda row, _day, say: _interval(row, say),
    "ease": lambda row, _day, _say: _ease(row),
    "lapses": lambda row, _day, _say: _count(row.lapses),
    "reviews": lambda row, _day, _say: _count(row.reviews),
    "signs": lambda row, _day, say: sign_words(row, say),
}
"""What stands in each column."""


def next_order(order: "Order") -> "Order":
    """Return the order that follows: the same column the other way round, or the next column."""
    if order.descending == (order.column in _FALLING_FIRST):
        return order._replace(descending=not order.descending)
    return other_column(order, 1)


def other_column(order: "Order", step: int) -> "Order":
    """Return the order by the next column, or the one before."""
    at = ORDERED.index(order.column) if order.column in ORDERED else -1
    return order_by(order, ORDERED[(at + step) % len(ORDERED)])


def order_by(order: "Order", column: str) -> "Order":
    """Return the order by a column; by the same one again, the other way round."""
    if column == order.column:
        return order._replace(descending=not order.descending)
    return order._replace(column=column, descending=column in _FALLING_FIRST)

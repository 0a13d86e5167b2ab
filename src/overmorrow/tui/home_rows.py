"""The first screen as rows: the three days, the decks, the week."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from overmorrow.messages import Messages
from overmorrow.stats.plot import bar, spark
from overmorrow.stats.recalled import Recalled
from overmorrow.stats.spans import short_day
from overmorrow.tui import cells
from overmorrow.tui.deck_tree import DeckRow
from overmorrow.tui.frame import Frame
from overmorrow.tui.rows import ACCENT, CHOSEN, MUTED, PLAIN, STRONG, Row, muted, plain

if TYPE_CHECKING:
    from overmorrow.jobs.home import Overview

_MEASURE = 80
_WIDEST = 100
"""In a wider terminal the numbers would stand too far from the names."""
_COUNT_CELLS = 8
_LEAST_NAME = 12
_EDGES = (53, 60, 67, 77)
"""The columns at which the numbers of the tree end."""
_NONE = "·"
_LABEL_GAP = 4
_AMOUNT_CELLS = 14
_DONE_CELLS = 15


def title(overview: "Overview", frame: Frame, say: Messages) -> list[Row]:
    """Return the name, the date and the streak, and a rule."""
    when = short_day(say, overview.day)
    if overview.streak_days > 1 and not frame.small:
        when = f"{when} · {say('home.streak', n=_grouped(overview.streak_days))}"
    width = frame.width
    head = ((" " + cells.between("overmorrow", when, width - 2), PLAIN),)
    return [head, muted("─" * width)]


def three_days(overview: "Overview", frame: Frame, say: Messages) -> list[Row]:
    """Return today, tomorrow and overmorrow."""
    progress = overview.progress
    left = progress.planned - progress.done
    if frame.small:
        counts = (
            (say("home.today"), left),
            (say("home.tomorrow"), overview.due_tomorrow),
            (say("home.overmorrow"), overview.due_overmorrow),
        )
        words = " · ".join(f"{name} {_grouped(count)}" for name, count in counts)
        return [plain(" " + cells.cut(words, frame.width - 2))]
    most = max(progress.planned, overview.due_tomorrow, overview.due_overmorrow, 1)
    names = [say(f"home.{name}") for name in ("today", "tomorrow", "overmorrow")]
    label = max(map(cells.cell_len, names)) + _LABEL_GAP
    room = min(_MEASURE, frame.width) - 4 - label - _AMOUNT_CELLS - _DONE_CELLS - 2
    finished = say("home.finished") if left == 0 else _amount("home.left", left, say)
    done = f"{_grouped(progress.done)}/{_grouped(progress.planned)}"
    if overview.seconds_today:
        done += f" · {say('home.minutes', n=max(1, round(overview.seconds_today / 60)))}"
    heavy = round(room * progress.done / progress.planned) if progress.planned else room
    rows: list[Row] = [
        (
            ("    " + cells.pad(names[0], label), PLAIN),
            (cells.pad(finished, _AMOUNT_CELLS), STRONG),
            ("━" * heavy, ACCENT),
            ("─" * (room - heavy), MUTED),
            (cells.right(done, _DONE_CELLS), PLAIN),
        )
    ]
    for name, count in zip(
        names[1:], (overview.due_tomorrow, overview.due_overmorrow), strict=True
    ):
        amount = cells.pad(_amount("home.cards", count, say), _AMOUNT_CELLS)
        rows.append(
            (
                ("    " + cells.pad(name, label), PLAIN),
                (amount, PLAIN),
                (bar(count, most, room), MUTED),
            )
        )
    return rows


def _amount(key: str, count: int, say: Messages) -> str:
    """Return the words for a number of cards, the number ending where the others do."""
    return " " * max(0, 3 - len(str(count))) + say(key, n=_grouped(count))


def _grouped(count: int) -> int | str:
    """Return a number as it is read: a large one in groups of three digits."""
    return count if count < 1000 else f"{count:,}"


def tree_rows(
    shown: Sequence[tuple[DeckRow, bool]], part: str, frame: Frame, say: Messages
) -> list[Row]:
    """Return the decks in sight with what they hold for today, under a head.

    Args:
        shown: The rows, each with whether it is chosen.
        part: Which of how many they are, where that is not all.
        frame: The terminal.
        say: The learner's language.
    """
    head = _tree_head(f"{say('home.deck')}  {part}".rstrip(), frame, say)
    return [head, *(_deck_row(deck, chosen, frame) for deck, chosen in shown)]


def sign_column(deck: DeckRow, frame: Frame) -> int:
    """Return the column of the sign by which a deck is folded."""
    return _start(frame) + 2 + _indent(deck, frame)


def _start(frame: Frame) -> int:
    return 1 if frame.small else 2


def _indent(deck: DeckRow, frame: Frame) -> int:
    """Return how far a deck is moved in; a deep one no further than leaves room for its name."""
    most = _edges(frame)[0] - _start(frame) - 2 - _COUNT_CELLS - _LEAST_NAME
    return min(2 * deck.depth, max(0, most))


def _edges(frame: Frame) -> tuple[int, ...]:
    if frame.small:
        return (frame.width - 1,)
    return tuple(edge + _more_name(frame) for edge in _EDGES)


def _more_name(frame: Frame) -> int:
    """Return how much wider than usual names may be."""
    return max(0, min(frame.width, _WIDEST) - _MEASURE)


def _tree_head(name: str, frame: Frame, say: Messages) -> Row:
    if frame.small:
        return muted(cells.between(f"   {name}", say("home.to_do"), frame.width - 1))
    heads = [say(f"home.{name}") for name in ("new", "review", "drill", "all")]
    return muted(_columns(f"    {name}", heads, _edges(frame)))


def _deck_row(deck: DeckRow, is_chosen: bool, frame: Frame) -> Row:
    start = _start(frame)
    mark = "> " if is_chosen else "  "
    indent = " " * _indent(deck, frame)
    edges = _edges(frame)
    counts = deck.counts
    if counts is None:
        numbers = [""] * len(edges)
    elif frame.small:
        numbers = [_number(counts.new + counts.review + counts.drill)]
    else:
        numbers = [_number(n) for n in (counts.new, counts.review, counts.drill, counts.total)]
    name_room = edges[0] - start - 2 - cells.cell_len(indent + deck.sign) - _COUNT_CELLS
    name = indent + deck.sign + cells.cut(deck.name, name_room)
    text = _columns(name, numbers, edges, offset=start + 2)
    style = CHOSEN if is_chosen else PLAIN
    return ((" " * start + mark, ACCENT), (text, style))


def _number(count: int) -> str:
    return f"{count:,}" if count else _NONE


def _columns(name: str, numbers: Sequence[str], edges: Sequence[int], *, offset: int = 0) -> str:
    """Return the name and the numbers, each ending at its edge."""
    text = name
    for number, edge in zip(numbers, edges, strict=True):
        text += cells.right(number, edge - offset - cells.cell_len(text))
    return text


def week_row(overview: "Overview", frame: Frame, say: Messages) -> Row:
    """Return the answers of seven days, and how many reviews were right."""
    recalled = Recalled(right=overview.retention[0], total=overview.retention[1])
    words = f"{say('home.week')}   {spark(overview.last_7_days)}"
    if recalled.total:
        fraction = f"{recalled.right:,}/{recalled.total:,}"
        share = recalled.share
        shown = fraction if share is None else f"{100 * share:.0f}% ({fraction})"
        words += f"    {say('home.retention')} {shown}"
    return plain("    " + cells.cut(words, frame.width - 5))

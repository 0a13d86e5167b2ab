"""The first screen as rows: the three days, the decks, the week."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from overmorrow.messages import Messages
from overmorrow.stats.plot import bar, spark
from overmorrow.stats.report import Recalled
from overmorrow.tui import cells
from overmorrow.tui.deck_tree import DeckRow
from overmorrow.tui.frame import Frame
from overmorrow.tui.rows import ACCENT, CHOSEN, EMPTY, MUTED, PLAIN, STRONG, Row, muted, plain

if TYPE_CHECKING:
    from overmorrow.jobs.home import Overview

_MEASURE = 80
_EDGES = (53, 60, 67, 77)
"""The columns at which the numbers of the tree end."""
_NONE = "·"
_LABEL_GAP = 4
_AMOUNT_CELLS = 14
_DONE_CELLS = 15


def title(overview: "Overview", frame: Frame, say: Messages) -> list[Row]:
    """Return the name, the date and the streak, and a rule."""
    when = short_date(say, overview.day)
    if overview.streak_days > 1 and not frame.small:
        when = f"{when} · {say('home.streak', n=overview.streak_days)}"
    width = frame.width
    head = ((" " + cells.between("overmorrow", when, width - 2), PLAIN),)
    return [head, muted("─" * width)]


def short_date(say: Messages, study_day: int) -> str:
    """Return a day as `11월 23일 월` or `Mon, Nov 23`."""
    day = date.fromordinal(study_day)
    return say(
        "home.date",
        month=day.month,
        month_name=say(f"home.month_{day.month}"),
        day=day.day,
        weekday=say(f"home.weekday_{day.weekday()}"),
    )


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
        words = " · ".join(f"{name} {count}" for name, count in counts)
        return [plain(" " + cells.cut(words, frame.width - 2))]
    most = max(progress.planned, overview.due_tomorrow, overview.due_overmorrow, 1)
    names = [say(f"home.{name}") for name in ("today", "tomorrow", "overmorrow")]
    label = max(map(cells.cell_len, names)) + _LABEL_GAP
    room = min(_MEASURE, frame.width) - 4 - label - _AMOUNT_CELLS - _DONE_CELLS - 2
    finished = say("home.finished") if left == 0 else _amount("home.left", left, say)
    done = f"{progress.done}/{progress.planned}"
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
    return " " * max(0, 3 - len(str(count))) + say(key, n=count)


def tree_rows(
    decks: Sequence[DeckRow], chosen: int, room: int, frame: Frame, say: Messages
) -> list[Row]:
    """Return the decks with what they hold for today, scrolled so that the chosen one shows.

    Args:
        decks: The rows of the tree, folded ones left out.
        chosen: Which of them is chosen.
        room: How many decks fit.
        frame: The terminal.
        say: The learner's language.
    """
    first = max(0, min(chosen - room + 1, len(decks) - room)) if len(decks) > room else 0
    first = min(first, chosen)
    shown = list(enumerate(decks))[first : first + room]
    return [_tree_head(frame, say), *(_deck_row(deck, at == chosen, frame) for at, deck in shown)]


def _tree_head(frame: Frame, say: Messages) -> Row:
    if frame.small:
        return muted(cells.between("   " + say("home.deck"), say("home.to_do"), frame.width - 1))
    heads = [say(f"home.{name}") for name in ("new", "review", "drill", "all")]
    return muted(_columns("    " + say("home.deck"), heads))


def _deck_row(deck: DeckRow, is_chosen: bool, frame: Frame) -> Row:
    start = 1 if frame.small else 2
    mark = "> " if is_chosen else "  "
    indent = "  " * deck.depth
    counts = deck.counts
    if frame.small:
        numbers = [_number(counts.new + counts.review + counts.drill)]
        edges: tuple[int, ...] = (frame.width - 1,)
    else:
        numbers = [_number(n) for n in (counts.new, counts.review, counts.drill, counts.total)]
        edges = _EDGES
    name_room = edges[0] - start - 2 - cells.cell_len(indent) - 8
    name = indent + deck.sign + cells.cut(deck.name, name_room)
    text = _columns(name, numbers, edges, offset=start + 2)
    style = CHOSEN if is_chosen else PLAIN
    return ((" " * start + mark, ACCENT), (text, style))


def _number(count: int) -> str:
    return f"{count:,}" if count else _NONE


def _columns(
    name: str, numbers: Sequence[str], edges: Sequence[int] = _EDGES, *, offset: int = 0
) -> str:
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
        fraction = f"{recalled.right}/{recalled.total}"
        share = recalled.share
        shown = fraction if share is None else f"{100 * share:.0f}% ({fraction})"
        words += f"    {say('home.retention')} {shown}"
    return plain("    " + cells.cut(words, frame.width - 5))


def first_rows(frame: Frame, say: Messages) -> list[Row]:
    """Return what a new learner can do."""
    offers = [
        ("Enter", say("home.first_enter")),
        ("l", say("home.first_language")),
        ("F1", say("home.first_help")),
    ]
    indent = " " * frame.start
    room = frame.width - frame.start - 10
    rows: list[Row] = [
        ((indent + cells.pad(key, 8), STRONG), (cells.cut(text, room), PLAIN))
        for key, text in offers
    ]
    if not frame.small:
        rows += [
            EMPTY,
            muted(indent + say("home.first_keys")),
            muted(indent + say("home.first_keys_line")),
        ]
    return rows


def done_rows(rollover_hour: int, frame: Frame, say: Messages) -> list[Row]:
    """Return that today is done, and what may be done all the same."""
    indent = " " * frame.start
    sentence = say("home.all_done", hour=f"{rollover_hour:02}:00")
    rows: list[Row] = [plain(indent + line) for line in cells.wrap(sentence, frame.text_cells)]
    rows.append(EMPTY)
    for key, name in (("p", "practise"), ("+", "more_new"), ("r", "random")):
        how = "" if frame.small else say(f"home.{name}_how")
        rows.append(
            (
                (indent + cells.pad(key, 4), STRONG),
                (cells.pad(say(f"home.{name}"), 22), PLAIN),
                (how, MUTED),
            )
        )
    return rows

"""The found cards as rows, and what stands in their place when there are none."""

from typing import TYPE_CHECKING

from overmorrow.messages import Messages
from overmorrow.tui import cells
from overmorrow.tui.browse_columns import Column, fitted, head_text, value
from overmorrow.tui.browse_list import BrowseList
from overmorrow.tui.frame import Frame
from overmorrow.tui.import_rows import grouped
from overmorrow.tui.rows import ACCENT, BAD, CHOSEN, EMPTY, MUTED, PLAIN, Piece, Row, muted
from overmorrow.tui.search_help import meant_rows

if TYPE_CHECKING:
    from overmorrow.clock import StudyDay
    from overmorrow.jobs.browse import Found, Order

PICKED = "x"
_STRONG_COLUMNS = frozenset({"prompt", "answer"})


def rule_row(width: int, column: int, length: int) -> Row:
    """Return the rule under the search, with `^` under a wrong term.

    Args:
        width: The screen's.
        column: Where the term begins.
        length: How long it is, 0 if no term is wrong.
    """
    begin = max(0, min(column, width - 1))
    end = min(width, begin + length)
    if not length:
        return muted("─" * width)
    return (
        ("─" * begin, MUTED),
        ("^" * (end - begin), BAD),
        ("─" * (width - end), MUTED),
    )


def count_words(found: "Found | None", listed: BrowseList, frame: Frame, say: Messages) -> str:
    """Return how many cards were found and how quickly, or how many are picked."""
    if listed.picked:
        how = "picked_small" if frame.small else "picked"
        words = say(f"browse.{how}", n=grouped(listed.picked), all=grouped(len(listed)))
        return words if listed.is_whole else f"{words}+"
    words = say("browse.found", n=grouped(len(listed)))
    if not listed.is_whole:
        return f"{words}+" if frame.small else f"{words} · {say('browse.searching')}"
    if found is None:
        return ""
    if frame.small:
        return words
    words += f" · {found.took_ms}ms"
    return words if found.is_indexed else f"{words} · {say('browse.not_indexed')}"


def table_rows(
    listed: BrowseList,
    columns: list[Column],
    room: int,
    day: "StudyDay",
    say: Messages,
) -> list[Row]:
    """Return as many found cards as there is room for.

    Args:
        listed: The cards.
        columns: What is shown of each.
        room: How many rows there are.
        day: Today.
        say: The learner's language.
    """
    return [_card_row(listed, place, columns, day, say) for place in listed.window(room)]


def _card_row(
    listed: BrowseList, place: int, columns: list[Column], day: "StudyDay", say: Messages
) -> Row:
    card_id = listed.ids[place]
    is_chosen = place == listed.at
    is_picked = card_id in listed.picks
    gutter: list[Piece] = [
        (" ", PLAIN),
        (">" if is_chosen else " ", ACCENT),
        (PICKED if is_picked else " ", ACCENT),
        (" ", PLAIN),
    ]
    row = listed.row_at(place)
    if row is None:
        gone = "".join(fitted("", column) for column in columns)
        return (*gutter, (gone, PLAIN))
    texts = [(fitted(value(row, column.name, day, say), column), column.name) for column in columns]
    if is_chosen:
        return (*gutter, ("".join(text for text, _ in texts), CHOSEN))
    quiet = row.suspended or row.buried
    return (
        *gutter,
        *(
            (text, PLAIN if name in _STRONG_COLUMNS and not quiet else MUTED)
            for text, name in texts
        ),
    )


def heading_row(columns: list[Column], order: "Order", say: Messages) -> Row:
    """Return the headings of the columns."""
    return muted(head_text(columns, order, say))


def nothing_rows(typed: str, frame: Frame, say: Messages) -> list[Row]:
    """Return why no cards are shown, and what helps.

    Args:
        typed: What is searched for.
        frame: The terminal.
        say: The learner's language.
    """
    words = say("browse.nothing_found" if typed.strip() else "browse.nothing_there")
    rows: list[Row] = [muted(line) for line in cells.wrap(words, frame.text_cells)]
    if typed.strip():
        rows += [EMPTY, *meant_rows(typed, frame, say)]
    return [((" " * frame.start, PLAIN), *row) for row in rows]

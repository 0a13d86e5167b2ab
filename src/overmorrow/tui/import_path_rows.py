"""The names a file could have, and what is wrong with a refused one, as rows."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from overmorrow.jobs.choosing_files import PathOffer
from overmorrow.messages import Messages
from overmorrow.tui import cells
from overmorrow.tui.frame import Frame
from overmorrow.tui.import_rows import shown
from overmorrow.tui.rows import ACCENT, CHOSEN, EMPTY, MUTED, PLAIN, Row, muted

if TYPE_CHECKING:
    from overmorrow.cards.problem import Problem


class Section(NamedTuple):
    """Names to choose from, under a heading."""

    heading: str
    offers: Sequence[PathOffer]


class _Named(NamedTuple):
    """A row that shows a name."""

    at: int
    offer: PathOffer


def offer_rows(
    sections: Sequence[Section], chosen: int | None, room: int, frame: Frame
) -> list[Row]:
    """Return the names to choose from, scrolled so that the chosen one shows.

    Args:
        sections: The names; sections without any are left out.
        chosen: Which of all of them is chosen.
        room: How many rows there are.
        frame: The terminal.
    """
    return [
        _offer_row(line.offer, frame, is_chosen=line.at == chosen)
        if isinstance(line, _Named)
        else line
        for line in _shown(sections, chosen, room, frame)
    ]


def offer_at(
    sections: Sequence[Section], chosen: int | None, room: int, frame: Frame, row: int
) -> int | None:
    """Return which of all names stands in a row of `offer_rows`; None where none does."""
    lines = _shown(sections, chosen, room, frame)
    line = lines[row] if 0 <= row < len(lines) else None
    return line.at if isinstance(line, _Named) else None


def _shown(
    sections: Sequence[Section], chosen: int | None, room: int, frame: Frame
) -> list[Row | _Named]:
    """Return what stands in each row: a heading, nothing, or a name with its number."""
    lines: list[Row | _Named] = []
    chosen_row = 0
    at = 0
    for section in sections:
        if not section.offers:
            continue
        if lines:
            lines.append(EMPTY)
        if section.heading:
            lines.append(muted(" " * frame.start + section.heading))
        for offer in section.offers:
            if at == chosen:
                chosen_row = len(lines)
            lines.append(_Named(at, offer))
            at += 1
    first = max(0, min(chosen_row - room // 2, len(lines) - room))
    return lines[first : first + room]


def _offer_row(offer: PathOffer, frame: Frame, *, is_chosen: bool) -> Row:
    mark = "> " if is_chosen else "  "
    name = cells.cut(shown(offer.name), frame.width - frame.start - 4)
    indent = " " * max(0, frame.start - 2)
    style = CHOSEN if is_chosen else PLAIN
    return ((indent + mark, ACCENT), (name, style))


def problem_rows(
    problems: Iterable["Problem"], room: int, frame: Frame, say: Messages
) -> list[Row]:
    """Return what is wrong with a file that was refused as a whole."""
    rows: list[Row] = []
    for problem in problems:
        number = cells.right(str(problem.line), 6)
        sentence = shown(say(problem.key, **problem.values))
        lines = cells.wrap(sentence, max(4, frame.width - frame.start - 9))
        for place, line in enumerate(lines):
            before = number if place == 0 else " " * 6
            rows.append(((" " * (frame.start - 1) + before + "  ", MUTED), (line, PLAIN)))
        if len(rows) >= room:
            break
    return rows[:room]

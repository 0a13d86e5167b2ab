"""What is exported, how and where to, as rows."""

from collections.abc import Sequence

from overmorrow.jobs.export_deck import FORMATS
from overmorrow.jobs.export_place import KEEP_SCHEDULES
from overmorrow.messages import Messages
from overmorrow.tui import cells
from overmorrow.tui.frame import Frame
from overmorrow.tui.rows import ACCENT, CHOSEN, EMPTY, MUTED, PLAIN, Piece, Row, muted

OFFERED = tuple(sorted(FORMATS, key=("apkg", "md", "csv", "tsv", "json").index))
"""The formats in the order in which they are offered."""
LABEL_CELLS = 10
SMALL_LABEL_CELLS = 8


def label_cells(frame: Frame) -> int:
    """Return how wide labels are, with what stands before them."""
    return frame.start + (SMALL_LABEL_CELLS if frame.small else LABEL_CELLS)


def export_head(deck: str | None, frame: Frame, say: Messages) -> list[Row]:
    """Return the title and a rule."""
    name = say("export_screen.all_decks") if deck is None else deck.replace("::", " › ")
    title = say("export_screen.title", deck=name)
    return [((" " + cells.cut(title, frame.width - 2), PLAIN),), muted("─" * frame.width)]


def choice_rows(format_: str, *, with_schedules: bool, frame: Frame, say: Messages) -> list[Row]:
    """Return the formats and whether schedules are taken along.

    Args:
        format_: The chosen one.
        with_schedules: What the learner wants where the format can hold them.
        frame: The terminal.
        say: The learner's language.
    """
    pieces: list[Piece] = [_label("format", frame, say)]
    for each in OFFERED:
        is_chosen = each == format_
        pieces.append(("> " if is_chosen else "  ", ACCENT))
        pieces.append((each, CHOSEN if is_chosen else PLAIN))
        pieces.append((" " if frame.small else "   ", PLAIN))
    said = say(f"export_screen.{'with' if with_schedules else 'without'}")
    mark, style = ("> ", CHOSEN) if format_ in KEEP_SCHEDULES else ("  ", MUTED)
    return [pieces, (_label("holds", frame, say), (mark, ACCENT), (said, style))]


def format_at(column: int, frame: Frame) -> str | None:
    """Return which format of `choice_rows` stands in a column; None where none does."""
    start = label_cells(frame)
    for each in OFFERED:
        end = start + 2 + cells.cell_len(each) + (1 if frame.small else 3)
        if start <= column < end:
            return each
        start = end
    return None


def file_label(frame: Frame, say: Messages) -> Row:
    """Return what stands before the box for the file."""
    return (_label("file", frame, say),)


def about_rows(format_: str, frame: Frame, say: Messages) -> list[Row]:
    """Return what the format is for."""
    lines = cells.wrap(say(f"export_screen.about_{format_}"), frame.text_cells)
    return [EMPTY, *(muted(" " * frame.start + line) for line in lines)]


def removed_rows(
    names: Sequence[tuple[str, str, str]], chosen: int, room: int, frame: Frame, say: Messages
) -> list[Row]:
    """Return the decks that were removed, scrolled so that the chosen one shows.

    Args:
        names: Each deck's name, its notes and its day, in words.
        chosen: Which is chosen.
        room: How many rows there are.
        frame: The terminal.
        say: The learner's language.
    """
    indent = " " * frame.start
    about = [
        muted(indent + line)
        for line in cells.wrap(say("export_screen.removed_about"), frame.text_cells)
    ]
    fits = max(1, room - len(about) - 1)
    first = min(max(0, chosen - fits + 1), max(0, len(names) - fits))
    rows = [_removed(each, frame) for each in names]
    shown = [
        ((" " * (frame.start - 2) if not frame.small else "", PLAIN), *_marked(row, at == chosen))
        for at, row in enumerate(rows)
    ][first : first + fits]
    return [*shown, EMPTY, *about]


def _removed(each: tuple[str, str, str], frame: Frame) -> str:
    name, notes, day = each
    end = notes if frame.small else f"{notes}   {day}"
    return cells.between(name.replace("::", " › "), end, frame.text_cells - 1)


def _marked(text: str, is_chosen: bool) -> Row:
    mark, style = (">", CHOSEN) if is_chosen else (" ", PLAIN)
    return ((mark, ACCENT), (" ", PLAIN), (text, style))


def _label(name: str, frame: Frame, say: Messages) -> Piece:
    width = label_cells(frame) - frame.start
    return (" " * frame.start + cells.pad(say(f"export_screen.{name}"), width), MUTED)

"""The help page as rows, made from the same table as the keys themselves."""

from collections.abc import Sequence

from overmorrow.messages import Messages
from overmorrow.tui import cells
from overmorrow.tui.frame import Frame
from overmorrow.tui.keys import Command, Place, commands_at, shown_keys
from overmorrow.tui.rows import EMPTY, MUTED, PLAIN, STRONG, Row, muted

_KEY_CELLS = 15
_COLUMN_CELLS = 40


def help_head(place: Place, frame: Frame, say: Messages) -> list[Row]:
    """Return the title and a rule."""
    title = say("help.title", place=say(f"help.place_{place.value}"))
    row = " " + cells.between(title, say("help.close"), frame.width - 2)
    return [((row, PLAIN),), muted("─" * frame.width)]


def help_rows(places: Sequence[Place], frame: Frame, say: Messages) -> list[Row]:
    """Return the keys of each place; two columns where there is room."""
    blocks = _blocks(places, frame, say)
    notes = _notes(places, frame, say)
    if frame.small:
        stacked = [row for block in blocks for row in (*block, EMPTY)]
        return [*stacked, *notes]
    if len(blocks) == 1:
        half = (len(blocks[0]) + 2) // 2
        return [*_side_by_side(blocks[0][:half], [EMPTY, *blocks[0][half:]]), EMPTY, *notes]
    left: list[Row] = []
    right: list[Row] = []
    for block in blocks:
        column = left if len(left) <= len(right) else right
        column += [*block, EMPTY]
    return [*_side_by_side(left, right), *notes]


def _blocks(places: Sequence[Place], frame: Frame, say: Messages) -> list[list[Row]]:
    blocks = []
    seen: set[tuple[str, ...]] = set()
    for place in places:
        rows: list[Row] = [((say(f"help.place_{place.value}"), STRONG),)]
        for command in commands_at(place):
            line = (place.value if len(places) == 1 else "", command.name, *shown_keys(command))
            if line not in seen:
                seen.add(line)
                rows.append(_key_row(command, frame, say))
        if len(rows) > 1:
            blocks.append(rows)
    return blocks


def _key_row(command: Command, frame: Frame, say: Messages) -> Row:
    keys = cells.pad("  ".join(shown_keys(command)), _KEY_CELLS - 1) + " "
    room = (frame.width - 2 if frame.small else _COLUMN_CELLS) - _KEY_CELLS - 1
    return ((keys, STRONG), (cells.cut(say(f"keys.{command.name}"), room), PLAIN))


def _side_by_side(left: list[Row], right: list[Row]) -> list[Row]:
    rows: list[Row] = []
    for at in range(max(len(left), len(right))):
        first = left[at] if at < len(left) else EMPTY
        second = right[at] if at < len(right) else EMPTY
        used = sum(cells.cell_len(text) for text, _ in first)
        gap = " " * max(1, _COLUMN_CELLS - used)
        rows.append((*first, (gap, PLAIN), *second) if second else first)
    return rows


def _notes(places: Sequence[Place], frame: Frame, say: Messages) -> list[Row]:
    keys = ["help.hangul"]
    if Place.ASK in places or Place.LONG in places:
        keys.insert(0, "help.alt")
    return [((line, MUTED),) for key in keys for line in cells.wrap(say(key), frame.text_cells)]

"""The help page as rows, made from the same table as the keys themselves."""

from collections.abc import Sequence

from overmorrow.messages import Messages
from overmorrow.tui import cells
from overmorrow.tui.frame import Frame
from overmorrow.tui.help_chapters import Found
from overmorrow.tui.key_tables.command import Command
from overmorrow.tui.keys import shown_keys
from overmorrow.tui.places import Place
from overmorrow.tui.rows import EMPTY, MUTED, PLAIN, STRONG, Row, muted

_Block = list[list[Row]]
"""A title, then for each command its rows."""

_KEY_CELLS = 15
_COLUMN_CELLS = 40


def help_head(place: Place, frame: Frame, say: Messages) -> list[Row]:
    """Return the title and a rule."""
    title = say("help.title", place=say(f"help.place_{place.value}"))
    end = "" if frame.small else say("help.close")
    row = " " + cells.between(title, end, frame.width - 2)
    return [((row, PLAIN),), muted("─" * frame.width)]


def help_rows(found: Found, frame: Frame, say: Messages) -> list[Row]:
    """Return the keys of each place; two columns where there is room."""
    blocks = [_block(place, commands, frame, say) for place, commands in found]
    notes = _notes([place for place, _ in found], frame, say)
    if frame.small:
        return [*_stacked(blocks), *notes]
    if len(blocks) == 1:
        left, right = _halves(blocks[0])
        return [*_side_by_side(left, [EMPTY, *right]), EMPTY, *notes]
    left, right = [], []
    for block in blocks:
        column = left if len(left) <= len(right) else right
        column += _stacked([block])
    return [*_side_by_side(left, right), *notes]


def found_rows(found: Found, frame: Frame, say: Messages) -> list[Row]:
    """Return the keys that were found, place by place; or that there are none."""
    if not found:
        return [muted(say("help.none_found"))]
    return _stacked([_block(place, commands, frame, say) for place, commands in found])


def _stacked(blocks: Sequence[_Block]) -> list[Row]:
    return [row for block in blocks for row in (*_flat(block), EMPTY)]


def _flat(block: _Block) -> list[Row]:
    return [row for rows in block for row in rows]


def _halves(block: _Block) -> tuple[list[Row], list[Row]]:
    """Return the rows of a block for two columns; what is said of a key stays together."""
    half = (len(_flat(block)) + 2) // 2
    at = 0
    while at < len(block) and len(_flat(block[: at + 1])) <= half:
        at += 1
    return _flat(block[:at]), _flat(block[at:])


def _block(place: Place, commands: Sequence[Command], frame: Frame, say: Messages) -> _Block:
    title: Row = ((say(f"help.place_{place.value}"), STRONG),)
    return [[title], *(_key_rows(command, frame, say) for command in commands)]


def _key_rows(command: Command, frame: Frame, say: Messages) -> list[Row]:
    """Return a command's keys and what it does, on as many rows as the words take."""
    keys = "  ".join(shown_keys(command))
    key_cells = max(_KEY_CELLS, cells.cell_len(keys) + 1)
    room = (frame.width - 2 if frame.small else _COLUMN_CELLS) - key_cells - 1
    first, *more = cells.wrap(say(f"keys.{command.name}"), room)
    indent = " " * key_cells
    head: Row = ((cells.pad(keys, key_cells), STRONG), (first, PLAIN))
    return [head, *(((indent + line, PLAIN),) for line in more)]


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
    if not {Place.ASK, Place.LONG, Place.GENERATE_TEXT}.isdisjoint(places):
        keys.insert(0, "help.alt")
    return [((line, MUTED),) for key in keys for line in cells.wrap(say(key), frame.text_cells)]

"""What can be done to the picked cards: the menu, and the few things that it asks."""

from typing import TYPE_CHECKING, NamedTuple

from overmorrow.messages import Messages
from overmorrow.tui import cells
from overmorrow.tui.frame import Frame
from overmorrow.tui.rows import ACCENT, CHOSEN, EMPTY, MUTED, PLAIN, STRONG, Row, muted

if TYPE_CHECKING:
    from overmorrow.jobs.browse import BrowseRow

_INDENT = 3
_BOX_CELLS = 71
_KEY_CELLS = 4


class Item(NamedTuple):
    """One line of the menu."""

    key: str
    action: str
    message: str


_SAME = (Item("=", "merge_found", "merge_found"), Item("k", "keep_both", "keep_both"))


def items_for(row: "BrowseRow | None", *, are_alike: bool) -> tuple[Item, ...]:
    """Return what can be done.

    Args:
        row: The first card it would be done to; what is set on it is offered to be taken away.
        are_alike: Whether cards with the same prompt are shown together.
    """
    rests = row is not None and row.suspended
    is_marked = row is not None and row.marked
    is_buried = row is not None and row.buried
    return (
        Item("s", "suspend", "unsuspend" if rests else "suspend"),
        Item("b", "bury", "unbury" if is_buried else "bury"),
        Item("f", "flag", "flag"),
        Item("*", "turn_mark", "unmark" if is_marked else "mark"),
        Item("t", "change_tags", "change_tags"),
        Item("m", "move_to_deck", "move_to_deck"),
        Item("d", "set_due", "set_due"),
        Item("r", "reset", "reset"),
        *(_SAME if are_alike else ()),
        Item("h", "replace", "replace"),
        Item("#", "delete_cards", "delete_cards"),
    )


class Menu(NamedTuple):
    """A few things to choose from."""

    title: str
    items: tuple[Item, ...]
    note: str
    """The message below them."""
    at: int = 0
    """Which of them is chosen."""

    def moved(self, step: int) -> "Menu":
        """Return the menu with the next line chosen, or the one before."""
        return self._replace(at=(self.at + step) % len(self.items))


def menu_rows(menu: Menu, room: int, frame: Frame, say: Messages) -> list[Row]:
    """Return the menu, in a frame where there is room for one.

    Args:
        menu: The menu.
        room: How many rows there are.
        frame: The terminal.
        say: The learner's language.
    """
    title, items, at = menu.title, menu.items, menu.at
    is_boxed = _is_boxed(menu, room, frame)
    lines_room = len(items) if is_boxed else max(1, room - 1)
    first = _first_shown(menu, lines_room)
    shown = list(enumerate(items))[first : first + lines_room]
    width = min(_BOX_CELLS, frame.width - 2 * _INDENT) - 4 if is_boxed else frame.width - 3
    lines = [_item_row(item, place == at, width, say) for place, item in shown]
    if not is_boxed:
        return [((" " + cells.cut(title, frame.width - 2), STRONG),), *lines]
    note = muted("   " + say(f"browse.{menu.note}"))
    return box_rows(title, [EMPTY, *lines, EMPTY, note], width + 4)


def items_row(menu: Menu, room: int, frame: Frame) -> int:
    """Return in which row of `menu_rows` the first item stands, or would if it were in sight."""
    return 2 if _is_boxed(menu, room, frame) else 1 - _first_shown(menu, max(1, room - 1))


def _is_boxed(menu: Menu, room: int, frame: Frame) -> bool:
    return not frame.small and room >= len(menu.items) + 5


def _first_shown(menu: Menu, room: int) -> int:
    return max(0, min(menu.at - room + 1, len(menu.items) - room))


def box_rows(title: str, rows: list[Row], width: int) -> list[Row]:
    """Return rows in a frame with a title."""
    indent = " " * _INDENT
    head = cells.cut(title, width - 6)
    top = f"{indent}┌─ {head} " + "─" * (width - 5 - cells.cell_len(head)) + "┐"
    boxed: list[Row] = [muted(top)]
    for row in rows:
        used = sum(cells.cell_len(text) for text, _ in row)
        fill = " " * max(0, width - 2 - used)
        boxed.append(((f"{indent}│", MUTED), *row, (f"{fill}│", MUTED)))
    boxed.append(muted(f"{indent}└" + "─" * (width - 2) + "┘"))
    return boxed


def _item_row(item: Item, is_chosen: bool, width: int, say: Messages) -> Row:
    label = cells.pad(say(f"browse.do_{item.message}"), width - _KEY_CELLS - 3)
    return (
        (" > " if is_chosen else "   ", ACCENT),
        (cells.pad(item.key, _KEY_CELLS), STRONG),
        (label, CHOSEN if is_chosen else PLAIN),
    )

"""Keys of what can be done at once with the card that is studied."""

from overmorrow.tui.key_tables.command import Command, command
from overmorrow.tui.places import Place

_MENU, _FIELD = Place.CARD_MENU, Place.CARD_FIELD

TABLE: tuple[Command, ...] = (
    command("take_item", "enter space", [_MENU]),
    command("move_item(-1)", "up", [_MENU], shown="↑ ↓", message="move_item"),
    command("move_item(1)", "down", [_MENU], shown="↑ ↓", message="move_item"),
    command("change_tags", "1", [_MENU], "t"),
    command("move_to_deck", "2", [_MENU], "m"),
    command("set_due", "3", [_MENU], "d"),
    command("reset", "4", [_MENU], "r"),
    command("leave_menu", "escape backspace", [_MENU], message="close"),
    command("take_field", "enter", [_FIELD]),
    command("complete", "tab", [_FIELD]),
    command("move_offer(-1)", "up", [_FIELD], shown="↑ ↓", message="move_offer"),
    command("move_offer(1)", "down", [_FIELD], shown="↑ ↓", message="move_offer"),
    command("leave_field", "escape", [_FIELD], message="keep"),
)

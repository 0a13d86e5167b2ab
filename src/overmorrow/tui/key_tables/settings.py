"""Keys of the settings."""

from overmorrow.tui.key_tables.command import Command, command
from overmorrow.tui.places import Place

_LIST = (Place.SETTINGS,)

TABLE: tuple[Command, ...] = (
    command("next_value", "enter", _LIST),
    command("change_setting(-1)", "left", _LIST, shown="← →", message="change_setting"),
    command("change_setting(1)", "right", _LIST, shown="← →", message="change_setting"),
    command(
        "move_setting(-1)",
        "up",
        [Place.SETTINGS, Place.SETTINGS_FIND],
        shown="↑ ↓",
        message="move_setting",
    ),
    command(
        "move_setting(1)",
        "down",
        [Place.SETTINGS, Place.SETTINGS_FIND],
        shown="↑ ↓",
        message="move_setting",
    ),
    *(
        command(f"begin_value({digit})", str(digit), _LIST, shown="0–9", message="type_digit")
        for digit in range(10)
    ),
    command("by_default", "delete", _LIST, "r"),
    command("undo", "f9", _LIST, "u"),
    command("find_setting", "/ f3", _LIST),
    command("back", "escape", _LIST),
    command("leave_find", "enter tab", [Place.SETTINGS_FIND]),
    command("forget_find", "escape", [Place.SETTINGS_FIND]),
    command("take_value", "enter", [Place.SETTINGS_VALUE]),
    command("leave_value", "escape", [Place.SETTINGS_VALUE], message="keep"),
)

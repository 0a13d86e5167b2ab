"""Keys on every screen."""

from overmorrow.tui.key_tables.command import Command, command
from overmorrow.tui.places import Place

_HELP = (Place.HELP, Place.HELP_FIND)

TABLE: tuple[Command, ...] = (
    command("help", "f1 ?", [place for place in Place if place not in _HELP]),
    command("palette", "f10 ctrl+p", [place for place in Place if place is not Place.PALETTE]),
    command(
        "leave_program", "", [Place.HOME, Place.FIRST, Place.DONE, Place.SUMMARY, Place.PAIR], "q"
    ),
    command("leave_program", "ctrl+q", Place),
    command("suspend_process", "ctrl+z", Place),
)

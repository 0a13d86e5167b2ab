"""Keys of the list of all commands."""

from overmorrow.tui.key_tables.command import Command, command
from overmorrow.tui.places import Place

_HERE = (Place.PALETTE,)

TABLE: tuple[Command, ...] = (
    command("run_entry", "enter", _HERE),
    command("move_entry(-1)", "up", _HERE, shown="↑ ↓", message="move_entry"),
    command("move_entry(1)", "down", _HERE, shown="↑ ↓", message="move_entry"),
    command("page_entries(-1)", "pageup", _HERE, shown="PgUp PgDn", message="page_entries"),
    command("page_entries(1)", "pagedown", _HERE, shown="PgUp PgDn", message="page_entries"),
    command("close", "escape f10 ctrl+p", _HERE, shown="Esc  F10"),
)

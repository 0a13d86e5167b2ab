"""Keys while decks are exported, and while removed ones are looked at."""

from overmorrow.tui.key_tables.command import Command, command
from overmorrow.tui.places import Place

TABLE: tuple[Command, ...] = (
    command("write_export", "enter", [Place.EXPORT]),
    command("next_format(1)", "tab", [Place.EXPORT], message="next_format"),
    command("next_format(-1)", "shift+tab", [Place.EXPORT], shown="Tab", message="next_format"),
    command("with_schedules", "up down", [Place.EXPORT], shown="↑ ↓"),
    command("leave_export", "escape", [Place.EXPORT], message="short_cancel"),
    command("take_merge", "enter", [Place.MERGE]),
    command("complete", "tab", [Place.MERGE]),
    command("move_offer(-1)", "up", [Place.MERGE], shown="↑ ↓", message="move_offer"),
    command("move_offer(1)", "down", [Place.MERGE], shown="↑ ↓", message="move_offer"),
    command("leave_merge", "escape", [Place.MERGE], message="short_cancel"),
    command("restore_deck", "enter", [Place.REMOVED]),
    command("move_removed(-1)", "up", [Place.REMOVED], shown="↑ ↓", message="move_deck"),
    command("move_removed(1)", "down", [Place.REMOVED], shown="↑ ↓", message="move_deck"),
    command("leave_removed", "escape", [Place.REMOVED], "q", message="leave_pair"),
)

"""Keys on the pages of statistics."""

from overmorrow.tui.key_tables.command import Command, command
from overmorrow.tui.places import Place

_PAGES = (Place.STATISTICS, Place.STATISTICS_DAYS)
_BARS, _DAYS, _DECK = (
    [place] for place in (Place.STATISTICS, Place.STATISTICS_DAYS, Place.STATISTICS_DECK)
)

TABLE: tuple[Command, ...] = (
    *(
        command(f"page({digit})", str(digit), _PAGES, shown="1–9", message="page")
        for digit in range(1, 10)
    ),
    command("turn(-1)", "left", _BARS, shown="← →", message="turn"),
    command("turn(1)", "right", _BARS, shown="← →", message="turn"),
    command("step_page(1)", "tab", _PAGES, message="next_page"),
    command("step_page(-1)", "shift+tab", _PAGES, shown="Shift+Tab", message="page_before"),
    command("move_mark(-1)", "up", _BARS, shown="↑ ↓", message="move_mark"),
    command("move_mark(1)", "down", _BARS, shown="↑ ↓", message="move_mark"),
    command("move_day(-1)", "up", _DAYS, shown="↑ ↓ ← →", message="move_day"),
    command("move_day(1)", "down", _DAYS, shown="↑ ↓ ← →", message="move_day"),
    command("move_day(-7)", "left", _DAYS, shown="↑ ↓ ← →", message="move_day"),
    command("move_day(7)", "right", _DAYS, shown="↑ ↓ ← →", message="move_day"),
    command("move_window(-1)", "pageup", _DAYS, shown="PgUp PgDn", message="move_window"),
    command("move_window(1)", "pagedown", _DAYS, shown="PgUp PgDn", message="move_window"),
    command("scroll(-1)", "pageup", _BARS, shown="PgUp PgDn", message="scroll"),
    command("scroll(1)", "pagedown", _BARS, shown="PgUp PgDn", message="scroll"),
    command("see_cards", "enter", _PAGES),
    command("choose_deck", "", _PAGES, "d"),
    command("period", "", _BARS, "p"),
    command("as_table", "", _PAGES, "x"),
    command("back", "escape", _PAGES),
    command("move_offer(-1)", "up", _DECK, shown="↑ ↓", message="move_deck"),
    command("move_offer(1)", "down tab", _DECK, shown="↑ ↓", message="move_deck"),
    command("take_deck", "enter", _DECK, message="show_deck"),
    command("leave_deck", "escape", _DECK, message="keep"),
)

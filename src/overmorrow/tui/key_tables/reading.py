"""Keys on pages that are read: summary, card, source, help."""

from overmorrow.tui.key_tables.command import Command, command
from overmorrow.tui.places import Place

_SCROLLED = (Place.HELP, Place.HELP_FIND, Place.INFO, Place.SOURCE)

TABLE: tuple[Command, ...] = (
    command("home", "enter escape", [Place.SUMMARY]),
    command("edit", "f2", [Place.INFO], "e"),
    command("card_menu", "", [Place.INFO], "m"),
    command("source", "", [Place.INFO], "o"),
    command("statistics", "", [Place.SUMMARY], "t"),
    command("confused", "", [Place.SUMMARY], "c"),
    command("hard_cards", "", [Place.SUMMARY], "h"),
    *(
        command(f"see_pair({digit})", str(digit), [Place.SUMMARY], shown="1–3", message="see_pair")
        for digit in range(1, 4)
    ),
    command("practise_pair", "enter 1", [Place.PAIR]),
    command("same_answer", "2", [Place.PAIR]),
    command("leave_pair", "escape backspace", [Place.PAIR]),
    command("undo", "f9", [Place.SUMMARY, Place.INFO], "u"),
    command("redo", "ctrl+y", [Place.SUMMARY]),
    command("close", "escape", [Place.HELP, Place.INFO]),
    command("close", "f1 ?", [Place.HELP]),
    command("close_help", "f1", [Place.HELP_FIND], message="close"),
    command(
        "turn_chapter(1)",
        "tab right",
        [Place.HELP],
        shown="Tab  ← →",
        message="next_chapter",
    ),
    command(
        "turn_chapter(-1)",
        "shift+tab left",
        [Place.HELP],
        shown="Tab  ← →",
        message="next_chapter",
    ),
    command("find_key", "/ f3", [Place.HELP]),
    command("leave_find_key", "enter tab", [Place.HELP_FIND]),
    command("forget_find_key", "escape", [Place.HELP_FIND]),
    command("close", "escape enter", [Place.SOURCE], "o", shown="Esc  o  ㅐ"),
    command("scroll(-1)", "up pageup", _SCROLLED, shown="↑ ↓", message="scroll"),
    command("scroll(1)", "down pagedown", _SCROLLED, shown="↑ ↓", message="scroll"),
)

"""Keys on the first screens."""

from overmorrow.tui.key_tables.command import Command, command
from overmorrow.tui.places import Place

_HOMES = (Place.HOME, Place.FIRST, Place.DONE)

TABLE: tuple[Command, ...] = (
    command("study", "enter", [Place.HOME, Place.FIRST]),
    command("move_deck(-1)", "up", _HOMES, shown="↑ ↓", message="move_deck"),
    command("move_deck(1)", "down", _HOMES, shown="↑ ↓", message="move_deck"),
    command("number_keys", "tab", [Place.FIRST]),
    command("practise", "", [Place.HOME, Place.DONE], "p"),
    command("weak", "", [Place.DONE], "d"),
    command("more_new", "+", [Place.DONE]),
    command("random", "", [Place.DONE], "r"),
    command("statistics", "", _HOMES, "t"),
    command("import_files", "", _HOMES, "i"),
    command("generate", "", _HOMES, "g"),
    command("add_card", "", _HOMES, "a"),
    command("undo", "f9", _HOMES, "u"),
    command("redo", "ctrl+y", _HOMES),
    command("new_deck", "", _HOMES, "n"),
    command("deck_options", "f2", _HOMES, "e"),
    command("remove_deck", "delete", _HOMES),
    command("export_deck", "", _HOMES, "x"),
    command("removed_decks", "", _HOMES, "z"),
    command("merge_files", "", _HOMES, "m"),
    command("cram", "", [Place.HOME, Place.DONE], "c"),
    command("pace", "", [Place.HOME, Place.DONE], "b"),
    command("fold", "left", _HOMES),
    command("unfold", "right", _HOMES),
    command("page_decks(-1)", "pageup", _HOMES, shown="PgUp PgDn", message="page_decks"),
    command("page_decks(1)", "pagedown", _HOMES, shown="PgUp PgDn", message="page_decks"),
    command("end_deck(-1)", "home", _HOMES, shown="Home End", message="end_deck"),
    command("end_deck(1)", "end", _HOMES, shown="Home End", message="end_deck"),
    command("settings", "comma", _HOMES),
    command("language", "", _HOMES, "l"),
    command("begin_pace", "enter", [Place.BACKLOG]),
    command("rest_new", "space", [Place.BACKLOG], message="rest_new_cards"),
    command("move_way(-1)", "up", [Place.BACKLOG], shown="↑ ↓", message="move_way"),
    command("move_way(1)", "down", [Place.BACKLOG], shown="↑ ↓", message="move_way"),
    *(
        command(f"pick_way({at})", str(at + 1), [Place.BACKLOG], shown="1–5", message="pick_way")
        for at in range(5)
    ),
    command("change_pace(-1)", "left", [Place.BACKLOG], shown="← →", message="change_pace"),
    command("change_pace(1)", "right", [Place.BACKLOG], shown="← →", message="change_pace"),
    command("leave_backlog", "escape", [Place.BACKLOG], "d"),
    command("close_options", "enter", [Place.DECK_OPTIONS]),
    command("move_option(-1)", "up", [Place.DECK_OPTIONS], shown="↑ ↓", message="move_option"),
    command("move_option(1)", "down", [Place.DECK_OPTIONS], shown="↑ ↓", message="move_option"),
    command(
        "change_option(-1)", "left", [Place.DECK_OPTIONS], shown="← →", message="change_option"
    ),
    command(
        "change_option(1)", "right", [Place.DECK_OPTIONS], shown="← →", message="change_option"
    ),
    *(
        command(
            f"type_digit({digit})",
            str(digit),
            [Place.DECK_OPTIONS],
            shown="0–9",
            message="type_digit",
        )
        for digit in range(10)
    ),
    command("delete_digit", "backspace", [Place.DECK_OPTIONS]),
    command("give_up_option", "delete", [Place.DECK_OPTIONS], "r"),
    command("name_deck", "", [Place.DECK_OPTIONS], "n"),
    command("leave_options", "escape", [Place.DECK_OPTIONS], "q"),
    command("take_deck_name", "enter", [Place.DECK_NAME]),
    command("leave_deck_name", "escape", [Place.DECK_NAME]),
)

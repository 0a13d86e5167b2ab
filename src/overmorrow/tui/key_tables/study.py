"""Keys while cards are studied."""

from overmorrow.tui.key_tables.command import Command, command
from overmorrow.tui.places import Place

_BOXES = (Place.ASK, Place.LONG)
_AT_ONCE = (Place.JUDGED, Place.SAID_WRONG, Place.SELF, Place.DRILL)
_JUDGED = (*_AT_ONCE, Place.POINTS)
_ASKED = (*_BOXES, Place.CHOICE, Place.THINK)
_CARD = (*_ASKED, Place.COMMANDS, *_JUDGED)

TABLE: tuple[Command, ...] = (
    command("check", "enter ctrl+s", [Place.ASK]),
    command("check", "ctrl+s", [Place.LONG], message="check"),
    command("choose", "enter", [Place.CHOICE], message="check"),
    *(
        command(f"pick({digit})", str(digit), [Place.CHOICE], shown="1–9", message="pick")
        for digit in range(1, 10)
    ),
    command("move_choice(-1)", "up", [Place.CHOICE], shown="↑ ↓", message="move_choice"),
    command("move_choice(1)", "down", [Place.CHOICE], shown="↑ ↓", message="move_choice"),
    command("look", "enter space", [Place.THINK]),
    command("reveal", "space", [Place.ASK, Place.LONG]),
    command("reveal", "space", [Place.CHOICE], message="look"),
    command("hint", "tab f4", [*_ASKED, Place.COMMANDS]),
    command("type_instead", "", [Place.CHOICE, Place.THINK, Place.SELF, Place.POINTS], "w"),
    command("grade_alone", "", [*_BOXES, Place.COMMANDS], "w"),
    command("commands", "escape", _ASKED),
    command("resume", "enter 0 1 2 3 4 5 6 7 8 9", [Place.COMMANDS], shown="Enter"),
    command("accept", "enter space", _AT_ONCE),
    command("take_points", "enter", [Place.POINTS], message="accept"),
    command("toggle_point", "space", [Place.POINTS]),
    command("move_point(-1)", "up", [Place.POINTS], shown="↑ ↓", message="move_point"),
    command("move_point(1)", "down", [Place.POINTS], shown="↑ ↓", message="move_point"),
    *(
        command(f"rate({digit})", str(digit), _JUDGED, shown="0–5", message="rate")
        for digit in range(6)
    ),
    command("move_quality(-1)", "left", _JUDGED, shown="← →", message="move_quality"),
    command("move_quality(1)", "right", _JUDGED, shown="← →", message="move_quality"),
    command("say_right", "", [Place.JUDGED, Place.SAID_WRONG, Place.DRILL], "y"),
    command("say_wrong", "", [Place.JUDGED, Place.DRILL], "n"),
    command("refuse", "", [Place.SAID_WRONG], "o"),
    command("retype", "", [Place.JUDGED, Place.SAID_WRONG, Place.DRILL], "r"),
    command("check_retyped", "enter", [Place.RETYPE]),
    command("leave_retype", "escape tab", [Place.RETYPE], message="keep"),
    command("overrule('learn')", "enter", [Place.OVERRULE], message="learn"),
    command("overrule('once')", "", [Place.OVERRULE], "o", message="once"),
    command("overrule('typo')", "", [Place.OVERRULE], "t", message="typo"),
    command("keep", "escape", [Place.OVERRULE]),
    command("edit", "f2", [*_CARD, Place.LEECH], "e"),
    command("leech_hint", "tab", [Place.LEECH], "h"),
    command("leech_later", "enter escape", [Place.LEECH]),
    command("undo", "f9", [*_CARD, Place.LEECH], "u"),
    command("redo", "ctrl+y", _CARD),
    command("bury", "f6 -", _CARD, "b"),
    command("bury_note", "=", _CARD),
    command("suspend", "f7 @", [*_CARD, Place.LEECH], "s"),
    command("suspend_note", "!", _CARD),
    command("flag", "f8", _CARD, "f"),
    *(
        command(f"set_flag({digit})", str(digit), [Place.FLAG], shown="0–7", message="set_flag")
        for digit in range(8)
    ),
    command("keep_flag", "escape enter", [Place.FLAG], message="keep"),
    command("mark", "*", [Place.COMMANDS, Place.CHOICE, Place.THINK, *_JUDGED]),
    command("card_menu", "", _CARD, "m"),
    command("info", "f5", _JUDGED, "i"),
    command("source", "", [place for place in _CARD if place is not Place.SAID_WRONG], "o"),
    command("scroll_prompt(-1)", "pageup", _CARD, shown="PgUp PgDn", message="scroll_prompt"),
    command("scroll_prompt(1)", "pagedown", _CARD, shown="PgUp PgDn", message="scroll_prompt"),
    command("leave", "escape", [Place.COMMANDS, *_JUDGED]),
)

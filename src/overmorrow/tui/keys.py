"""The one table of keys: bindings, footers and the help page are all made from it.

A command answers to three kinds of keys: those that every keyboard layout sends
alike (Enter, digits, F-keys), a letter, and the Hangul letter on the same key,
which is what arrives while a Korean input method is on. While an answer is being
written, Alt with either letter does the same.
"""

from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple

from textual.binding import Binding

_LATIN = "qwertyuiopasdfghjklzxcvbnm"
_HANGUL = "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ"
JAMO = dict(zip(_LATIN, _HANGUL, strict=True))
"""The Hangul letter on each Latin letter's key (the two-set layout)."""

_SHOWN = {
    "enter": "Enter",
    "space": "Space",
    "tab": "Tab",
    "escape": "Esc",
    "left": "←",
    "right": "→",
    "up": "↑",
    "down": "↓",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "backspace": "Backspace",
    "ctrl+s": "Ctrl+S",
    "ctrl+y": "Ctrl+Y",
    "ctrl+q": "Ctrl+Q",
    "ctrl+z": "Ctrl+Z",
}


class Place(Enum):
    """Where on the screens the learner is; it decides which commands are live."""

    ASK = "ask"
    """The answer box has the keyboard."""
    LONG = "long"
    """A box of several lines has it."""
    CHOICE = "choice"
    COMMANDS = "commands"
    """The box is set aside for one command."""
    JUDGED = "judged"
    SELF = "self"
    """Judged by the learner alone."""
    DRILL = "drill"
    """Judged in a drill."""
    OVERRULE = "overrule"
    FLAG = "flag"
    """A digit is awaited."""
    HOME = "home"
    FIRST = "first"
    DONE = "done"
    SUMMARY = "summary"
    STATISTICS = "statistics"
    INFO = "info"
    HELP = "help"
    IMPORT_PATH = "import_path"
    """The box for a file's name has the keyboard."""
    IMPORT_READ = "import_read"
    """How the file was understood can be changed."""
    IMPORT_COLUMNS = "import_columns"
    """The roles of a table's columns are being changed."""
    IMPORT_DECK = "import_deck"
    """The box for a deck's name has the keyboard."""
    IMPORT_PLAN = "import_plan"
    IMPORT_CARDS = "import_cards"
    """One line of the plan is opened."""
    IMPORT_DOUBT = "import_doubt"
    """Whether a card was edited or is new is asked."""
    IMPORT_RUN = "import_run"
    IMPORT_DONE = "import_done"


class Command(NamedTuple):
    """What a key does, and where."""

    action: str
    """The screen's action; the name of its message in `locale/keys.py` too, without arguments."""
    keys: tuple[str, ...]
    """Keys any keyboard layout sends alike."""
    letter: str
    places: frozenset[Place]
    shown: str = ""
    """How the keys are written; empty goes by the keys themselves."""
    message: str = ""
    """The entry of `locale/keys.py`; empty goes by the action."""

    @property
    def name(self) -> str:
        """The entry of `locale/keys.py`."""
        return self.message or self.action


_P = Place
_BOXES = (_P.ASK, _P.LONG)
_JUDGED = (_P.JUDGED, _P.SELF, _P.DRILL)
_CARD = (*_BOXES, _P.CHOICE, _P.COMMANDS, *_JUDGED)
_HOMES = (_P.HOME, _P.FIRST, _P.DONE)
_SCROLLED = (_P.HELP, _P.INFO, _P.STATISTICS, _P.IMPORT_READ, _P.IMPORT_CARDS)


def _command(
    action: str,
    keys: str,
    places: Iterable[Place],
    letter: str = "",
    *,
    shown: str = "",
    message: str = "",
) -> Command:
    return Command(action, tuple(keys.split()), letter, frozenset(places), shown, message)


TABLE: tuple[Command, ...] = (
    _command("check", "enter", [_P.ASK]),
    _command("check", "ctrl+s", [_P.LONG], message="check"),
    _command("choose", "enter", [_P.CHOICE]),
    *(
        _command(f"pick({digit})", str(digit), [_P.CHOICE], shown="1–9", message="pick")
        for digit in range(1, 10)
    ),
    _command("move_choice(-1)", "up", [_P.CHOICE], shown="↑ ↓", message="move_choice"),
    _command("move_choice(1)", "down", [_P.CHOICE], shown="↑ ↓", message="move_choice"),
    _command("reveal", "space", [_P.ASK, _P.CHOICE]),
    _command("hint", "tab f4", [*_BOXES, _P.CHOICE, _P.COMMANDS]),
    _command("type_instead", "", [_P.CHOICE], "w"),
    _command("commands", "escape", [*_BOXES, _P.CHOICE]),
    _command("resume", "enter 0 1 2 3 4 5 6 7 8 9", [_P.COMMANDS], shown="Enter"),
    _command("accept", "enter space", _JUDGED),
    *(
        _command(f"rate({digit})", str(digit), _JUDGED, shown="0–5", message="rate")
        for digit in range(6)
    ),
    _command("move_quality(-1)", "left", _JUDGED, shown="← →", message="move_quality"),
    _command("move_quality(1)", "right", _JUDGED, shown="← →", message="move_quality"),
    _command("say_right", "", [_P.JUDGED, _P.DRILL], "y"),
    _command("say_wrong", "", [_P.JUDGED, _P.DRILL], "n"),
    _command("overrule('learn')", "enter", [_P.OVERRULE], message="learn"),
    _command("overrule('once')", "", [_P.OVERRULE], "o", message="once"),
    _command("overrule('typo')", "", [_P.OVERRULE], "t", message="typo"),
    _command("keep", "escape", [_P.OVERRULE]),
    _command("undo", "f9", [*_CARD, _P.SUMMARY, *_HOMES, _P.IMPORT_DONE], "u"),
    _command("redo", "ctrl+y", [*_CARD, _P.SUMMARY]),
    _command("bury", "f6 -", _CARD, "b"),
    _command("suspend", "f7 @", _CARD, "s"),
    _command("flag", "f8", _CARD, "f"),
    *(
        _command(f"set_flag({digit})", str(digit), [_P.FLAG], shown="0–7", message="set_flag")
        for digit in range(8)
    ),
    _command("keep_flag", "escape enter", [_P.FLAG], message="keep"),
    _command("mark", "*", [_P.COMMANDS, _P.CHOICE, *_JUDGED]),
    _command("info", "f5", _JUDGED, "i"),
    _command("scroll_prompt(-1)", "pageup", _CARD, shown="PgUp PgDn", message="scroll_prompt"),
    _command("scroll_prompt(1)", "pagedown", _CARD, shown="PgUp PgDn", message="scroll_prompt"),
    _command("leave", "escape", [_P.COMMANDS, *_JUDGED]),
    _command("study", "enter", [_P.HOME, _P.FIRST]),
    _command("practise", "", [_P.DONE], "p"),
    _command("more_new", "+", [_P.DONE]),
    _command("random", "", [_P.DONE], "r"),
    _command("move_deck(-1)", "up", _HOMES, shown="↑ ↓", message="move_deck"),
    _command("move_deck(1)", "down", _HOMES, shown="↑ ↓", message="move_deck"),
    _command("fold", "left", _HOMES),
    _command("unfold", "right", _HOMES),
    _command("statistics", "", [*_HOMES, _P.SUMMARY], "t"),
    _command("language", "", _HOMES, "l"),
    _command("confused", "", [_P.SUMMARY], "c"),
    _command("import_files", "", _HOMES, "i"),
    _command("read_files", "enter", [_P.IMPORT_PATH]),
    _command("complete", "tab", [_P.IMPORT_PATH]),
    _command("move_offer(-1)", "up", [_P.IMPORT_PATH], shown="↑ ↓", message="move_offer"),
    _command("move_offer(1)", "down", [_P.IMPORT_PATH], shown="↑ ↓", message="move_offer"),
    _command("see_plan", "enter", [_P.IMPORT_READ]),
    _command("change('encoding')", "", [_P.IMPORT_READ], "e", message="change_encoding"),
    _command("change('separator')", "", [_P.IMPORT_READ], "s", message="change_separator"),
    _command("change('headings')", "", [_P.IMPORT_READ], "h", message="change_headings"),
    _command("change('schedules')", "", [_P.IMPORT_READ], "w", message="change_schedules"),
    _command("edit_columns", "tab", [_P.IMPORT_READ], "c"),
    _command("edit_deck", "", [_P.IMPORT_READ], "d"),
    _command("take_deck", "enter", [_P.IMPORT_DECK]),
    _command("leave_deck", "escape", [_P.IMPORT_DECK]),
    _command("move_column(-1)", "left", [_P.IMPORT_COLUMNS], shown="← →", message="move_column"),
    _command("move_column(1)", "right", [_P.IMPORT_COLUMNS], shown="← →", message="move_column"),
    _command("change_role(-1)", "up", [_P.IMPORT_COLUMNS], shown="↑ ↓", message="change_role"),
    _command("change_role(1)", "down", [_P.IMPORT_COLUMNS], shown="↑ ↓", message="change_role"),
    _command("leave_columns", "enter escape", [_P.IMPORT_COLUMNS]),
    _command("show_file(-1)", "left", [_P.IMPORT_READ], shown="← →", message="show_file"),
    _command("show_file(1)", "right", [_P.IMPORT_READ], shown="← →", message="show_file"),
    _command("open_line", "enter", [_P.IMPORT_PLAN]),
    _command("move_line(-1)", "up", [_P.IMPORT_PLAN], shown="↑ ↓", message="move_line"),
    _command("move_line(1)", "down", [_P.IMPORT_PLAN], shown="↑ ↓", message="move_line"),
    _command("leave_out", "space", [_P.IMPORT_PLAN]),
    _command("write_refused", "", [_P.IMPORT_PLAN], "w"),
    _command("say_edited", "", [_P.IMPORT_DOUBT], "y"),
    _command("say_new", "", [_P.IMPORT_DOUBT], "n"),
    _command("rest_edited", "", [_P.IMPORT_DOUBT], "a"),
    _command("rest_new", "", [_P.IMPORT_DOUBT], "x"),
    _command("one_back", "backspace", [_P.IMPORT_DOUBT]),
    _command("previous", "escape backspace", [_P.IMPORT_READ, _P.IMPORT_PLAN]),
    _command("previous", "escape enter", [_P.IMPORT_CARDS]),
    _command("previous", "escape", [_P.IMPORT_DOUBT]),
    _command("go_on", "enter", [_P.IMPORT_RUN]),
    _command("stop_import", "escape", [_P.IMPORT_RUN]),
    _command("study_imported", "enter", [_P.IMPORT_DONE]),
    _command("leave_import", "escape", [_P.IMPORT_PATH, _P.IMPORT_DONE]),
    _command("home", "enter escape", [_P.SUMMARY]),
    *(
        _command(f"page({digit})", str(digit), [_P.STATISTICS], shown="1–3", message="page")
        for digit in range(1, 4)
    ),
    _command("turn(-1)", "left", [_P.STATISTICS], shown="← →", message="turn"),
    _command("turn(1)", "right", [_P.STATISTICS], shown="← →", message="turn"),
    _command("period", "", [_P.STATISTICS], "p"),
    _command("back", "escape enter", [_P.STATISTICS]),
    _command("close", "escape", [_P.HELP, _P.INFO]),
    _command("close", "f1 ?", [_P.HELP]),
    _command("scroll(-1)", "up pageup", _SCROLLED, shown="↑ ↓", message="scroll"),
    _command("scroll(1)", "down pagedown", _SCROLLED, shown="↑ ↓", message="scroll"),
    _command("help", "f1 ?", [place for place in Place if place is not _P.HELP]),
    _command("leave_program", "", [*_HOMES, _P.SUMMARY], "q"),
    _command("leave_program", "ctrl+q", Place),
    _command("suspend_process", "ctrl+z", Place),
)


def bindings(*places: Place) -> list[Binding]:
    """Return the bindings of a screen that knows these places; its `check_action` gates them."""
    wanted = frozenset(places)
    return [
        Binding(key, f"{scope}{command.action}", command.name, show=False)
        for command in TABLE
        if command.places & wanted
        for scope in ["app." if command.action in _APP_ACTIONS else ""]
        for key in _sent(command)
    ]


_APP_ACTIONS = frozenset({"leave_program", "suspend_process", "help"})


def live(action: str, place: Place) -> bool:
    """Return whether an action, named without its arguments, is for this place."""
    return place in _PLACES.get(action, frozenset())


def _bare(action: str) -> str:
    return action.partition("(")[0]


_PLACES: dict[str, frozenset[Place]] = {}
for _entry in TABLE:
    _bare_action = _bare(_entry.action)
    _PLACES[_bare_action] = _PLACES.get(_bare_action, frozenset()) | _entry.places


def commands_at(place: Place) -> list[Command]:
    """Return the commands of a place, each message once, in the table's order."""
    found: dict[str, Command] = {}
    for command in TABLE:
        if place in command.places:
            found.setdefault(command.name, command)
    return list(found.values())


def shown_keys(command: Command) -> tuple[str, ...]:
    """Return the keys of a command as they are written for the learner."""
    if command.shown:
        return (command.shown,)
    names = [_shown(key) for key in command.keys]
    if command.letter:
        names += [command.letter, JAMO[command.letter]]
    return tuple(names)


def _shown(key: str) -> str:
    is_function_key = key[0] == "f" and key[1:].isdecimal()
    return _SHOWN.get(key, key.upper() if is_function_key else key)


def _sent(command: Command) -> Iterable[str]:
    """Yield every key that means the command, as the terminal sends it."""
    yield from command.keys
    if command.letter:
        jamo = JAMO[command.letter]
        yield from (command.letter, command.letter.upper(), jamo)
        yield from (f"alt+{command.letter}", f"alt+{jamo}")

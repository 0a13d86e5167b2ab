"""The one table of keys: bindings, footers and the help page are all made from it.

A command answers to three kinds of keys: those that every keyboard layout sends
alike (Enter, digits, F-keys), a letter, and the Hangul letter on the same key,
which is what arrives while a Korean input method is on. While an answer is being
written, Alt with either letter does the same.
"""

from collections.abc import Iterable

from textual.binding import Binding

from overmorrow.tui.key_tables import (
    browsing,
    card_menu,
    editing,
    everywhere,
    generating,
    home,
    importing,
    keeping,
    palette,
    reading,
    settings,
    statistics,
    study,
)
from overmorrow.tui.key_tables.command import Command
from overmorrow.tui.places import WRITING, Place

_LATIN = "qwertyuiopasdfghjklzxcvbnm"
_HANGUL = "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ"
JAMO = dict(zip(_LATIN, _HANGUL, strict=True))
"""The Hangul letter on each Latin letter's key (the two-set layout)."""

_SHOWN = {
    "enter": "Enter",
    "delete": "Del",
    "comma": ",",
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
    "home": "Home",
    "end": "End",
    "ctrl+b": "Ctrl+B",
    "ctrl+o": "Ctrl+O",
    "ctrl+p": "Ctrl+P",
    "ctrl+r": "Ctrl+R",
    "ctrl+s": "Ctrl+S",
    "ctrl+t": "Ctrl+T",
    "ctrl+y": "Ctrl+Y",
    "ctrl+q": "Ctrl+Q",
    "ctrl+z": "Ctrl+Z",
}


_SIGNS = frozenset({"comma", "slash"})
"""Keys named by a word that are text all the same."""

TABLE: tuple[Command, ...] = (
    *study.TABLE,
    *home.TABLE,
    *keeping.TABLE,
    *importing.TABLE,
    *generating.TABLE,
    *editing.TABLE,
    *browsing.TABLE,
    *card_menu.TABLE,
    *reading.TABLE,
    *settings.TABLE,
    *palette.TABLE,
    *statistics.TABLE,
    *everywhere.TABLE,
)


def bindings(*places: Place) -> list[Binding]:
    """Return the bindings of a screen that knows these places; its `check_action` gates them."""
    wanted = frozenset(places)
    return [
        Binding(key, scoped(command.action), command.name, show=False)
        for command in TABLE
        if command.places & wanted
        for key in _sent(command)
    ]


_APP_ACTIONS = frozenset({"leave_program", "suspend_process", "help", "palette"})


def scoped(action: str) -> str:
    """Return an action of the table as Textual wants it: the app's own say so."""
    return f"app.{action}" if action in _APP_ACTIONS else action


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
    """Return the commands of a place, each message once with all its keys, in the table's order."""
    found: dict[str, Command] = {}
    for command in TABLE:
        if place in command.places:
            known = found.get(command.name)
            found[command.name] = command if known is None else _joined(known, command)
    if place in WRITING:
        return [said for command in found.values() if (said := _while_writing(command)).keys]
    return list(found.values())


def _while_writing(command: Command) -> Command:
    """Return a command with the keys that do it while a box takes letters and signs."""
    keys = tuple(key for key in command.keys if not (len(key) == 1 or key in _SIGNS))
    by_alt = (f"alt+{command.letter}",) if command.letter else ()
    return command._replace(keys=(*keys, *by_alt), letter="")


def _joined(first: Command, more: Command) -> Command:
    """Return a command with the keys of another that does the same; what is shown stays."""
    if first.shown:
        return first
    return first._replace(keys=(*first.keys, *more.keys), letter=first.letter or more.letter)


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
    if key.startswith("alt+"):
        return f"Alt+{key[4:]}"
    return _SHOWN.get(key, key.upper() if is_function_key else key)


def _sent(command: Command) -> Iterable[str]:
    """Yield every key that means the command, as the terminal sends it."""
    yield from command.keys
    if command.letter:
        jamo = JAMO[command.letter]
        yield from (command.letter, command.letter.upper(), jamo)
        yield from (f"alt+{command.letter}", f"alt+{jamo}")

"""All commands that can be given now, found by what they are called in either language."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from overmorrow.messages import LANGUAGES, Messages
from overmorrow.tui import cells
from overmorrow.tui.key_tables.command import Command
from overmorrow.tui.keys import commands_at, scoped, shown_keys
from overmorrow.tui.matching import best_match
from overmorrow.tui.places import Place
from overmorrow.tui.rows import ACCENT, CHOSEN, MUTED, PLAIN, Row, muted

_MOVING = frozenset(["up", "down", "left", "right", "pageup", "pagedown", "home", "end"])
_TAKING_BACK = ("undo", "redo")
_GROUP_CELLS = 12
_KEY_CELLS = 12


class Entry(NamedTuple):
    """One command."""

    label: str
    names: tuple[str, ...]
    """What it may be called, in both languages."""
    group: str
    """The message that says where it acts."""
    keys: str
    action: str
    """The action of the screen below, or of the first screen."""
    at_home: bool = False
    """Whether the first screen is gone to before."""
    scope: str | None = None
    """The deck that is studied."""


def entries_here(place: Place, say: Messages, works: Callable[[str], bool]) -> list[Entry]:
    """Return the commands of a place that do something now, those that take back last.

    Args:
        place: Where the learner is.
        say: The learner's language.
        works: Tells whether an action does something now.
    """
    entries = [
        _entry(command, say, "palette.here", _keys(command))
        for command in commands_at(place)
        if _is_choosable(command) and works(command.action)
    ]
    return sorted(entries, key=lambda entry: entry.action in _TAKING_BACK)


def entries_at_home(say: Messages, known: Iterable[Entry]) -> list[Entry]:
    """Return what the first screen can do and this one cannot."""
    names = {entry.names for entry in known}
    made = [
        _entry(command, say, "palette.at_home", _keys(command))._replace(at_home=True)
        for command in commands_at(Place.HOME)
        if _is_choosable(command) and command.action not in ("undo", "language")
    ]
    return [entry for entry in made if entry.names not in names]


def entry_of(action: str, message: str, say: Messages) -> Entry:
    """Return a command that needs no key of its own here.

    Args:
        action: What it does.
        message: The key of what it is called.
        say: The learner's language.
    """
    names = tuple(Messages(language)(message) for language in LANGUAGES)
    return Entry(say(message), names, "palette.go", "", action)


def deck_entries(decks: Iterable[str], say: Messages) -> list[Entry]:
    """Return a command for each deck: to study it."""
    return [
        Entry(
            say("palette.study_deck", deck=deck),
            (deck, *(Messages(each)("palette.study_deck", deck=deck) for each in LANGUAGES)),
            "palette.decks",
            "",
            "study",
            at_home=True,
            scope=deck,
        )
        for deck in decks
    ]


def found(entries: Sequence[Entry], typed: str) -> list[Entry]:
    """Return the commands that what was typed may mean, the likeliest first."""
    ranked = [
        (rank, number)
        for number, entry in enumerate(entries)
        if (rank := best_match(typed, (entry.label, *entry.names))) is not None
    ]
    return [entries[number] for _, number in sorted(ranked)]


def entry_rows(
    entries: Sequence[Entry], chosen: int, room: int, width: int, say: Messages
) -> list[Row]:
    """Return so many rows of commands, scrolled so that the chosen one shows.

    Args:
        entries: The commands.
        chosen: Which of them is chosen.
        room: How many rows there are; the last ones stay empty.
        width: How wide they are.
        say: The learner's language.
    """
    if not entries:
        return [muted("  " + cells.cut(say("palette.nothing"), width - 2)), *[()] * (room - 1)]
    first = first_shown(len(entries), chosen, room)
    shown = list(enumerate(entries))[first : first + room]
    rows = [_row(entry, at == chosen, width, say) for at, entry in shown]
    return rows + [()] * (room - len(rows))


def first_shown(count: int, chosen: int, room: int) -> int:
    """Return which entry is in the first row."""
    return min(max(0, chosen - room + 1), max(0, count - room))


def _row(entry: Entry, is_chosen: bool, width: int, say: Messages) -> Row:
    with_group = width >= 50
    keys = cells.right(entry.keys, _KEY_CELLS)
    group = cells.pad(say(entry.group), _GROUP_CELLS) if with_group else ""
    label = cells.pad(entry.label, width - 2 - _KEY_CELLS - cells.cell_len(group))
    style = CHOSEN if is_chosen else PLAIN
    return (
        ("> " if is_chosen else "  ", ACCENT),
        (label, style),
        (group, style if is_chosen else MUTED),
        (keys, style),
    )


def _entry(command: Command, say: Messages, group: str, keys: str) -> Entry:
    names = tuple(Messages(language)(f"keys.{command.name}") for language in LANGUAGES)
    return Entry(say(f"keys.{command.name}"), names, group, keys, scoped(command.action))


def _is_choosable(command: Command) -> bool:
    """Whether it says by itself what it does: moving and digits do not."""
    is_one_of_many = bool(command.shown) and "(" in command.action
    if command.action == "palette":
        return False
    return not is_one_of_many and not _MOVING.issuperset(command.keys or ("-",))


def _keys(command: Command) -> str:
    plain = shown_keys(command._replace(letter=""))
    return "  ".join([*plain[:1], command.letter] if command.letter else plain[:2])

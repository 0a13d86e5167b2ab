"""What the help turns through: first where the learner was, then every other part."""

from collections.abc import Callable, Sequence

from overmorrow.messages import LANGUAGES, Messages
from overmorrow.tui.key_tables import home, study
from overmorrow.tui.key_tables.command import Command
from overmorrow.tui.keys import commands_at, shown_keys
from overmorrow.tui.matching import best_match
from overmorrow.tui.places import Place

Chapter = tuple[Place, ...]
Found = list[tuple[Place, list[Command]]]
Works = Callable[[Place, Command], bool]
"""Tells whether a command does something at a place."""


def chapters(here: Sequence[Place]) -> list[Chapter]:
    """Return the places by parts: where the learner is first, then all parts in their order."""
    parts: dict[str, list[Place]] = {}
    for place in Place:
        parts.setdefault(_part_of(place), []).append(place)
    others = [tuple(places) for places in parts.values() if tuple(places) != tuple(here)]
    return [tuple(here), *others]


def _part_of(place: Place) -> str:
    for name, table in (("study", study.TABLE), ("home", home.TABLE)):
        if any(place in command.places for command in table):
            return name
    return place.value.partition("_")[0]


def commands_of(places: Sequence[Place], works: Works) -> Found:
    """Return what can be done at each place; what was listed for an earlier one is left out.

    Args:
        places: One part.
        works: What does nothing there is left out.
    """
    found: Found = []
    seen: set[tuple[str, ...]] = set()
    for place in places:
        commands = []
        for command in commands_at(place):
            line = (command.name, *shown_keys(command))
            if line not in seen and works(place, command):
                seen.add(line)
                commands.append(command)
        if commands:
            found.append((place, commands))
    return found


def found_commands(typed: str, here: Sequence[Place], works: Works) -> Found:
    """Return what the typed text names, by a key or by what it does, anywhere.

    Args:
        typed: A key such as `u`, or a word of either language.
        here: Where the learner is; it comes first.
        works: What does nothing there is left out.
    """
    everywhere = [*here, *(place for place in Place if place not in here)]
    return [
        (place, named)
        for place, commands in commands_of(everywhere, works)
        if (named := [command for command in commands if _is_named(typed, command)])
    ]


def _is_named(typed: str, command: Command) -> bool:
    keys = [key.casefold() for key in " ".join(shown_keys(command)).split()]
    if typed.strip().casefold() in keys:
        return True
    names = tuple(Messages(language)(f"keys.{command.name}") for language in LANGUAGES)
    return best_match(typed, names) is not None

"""One line of the table of keys."""

from collections.abc import Iterable
from typing import NamedTuple

from overmorrow.tui.places import Place


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


def command(
    action: str,
    keys: str,
    places: Iterable[Place],
    letter: str = "",
    *,
    shown: str = "",
    message: str = "",
) -> Command:
    """Return a command; keys are separated by spaces."""
    return Command(action, tuple(keys.split()), letter, frozenset(places), shown, message)

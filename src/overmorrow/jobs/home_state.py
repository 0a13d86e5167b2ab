"""Which deck was chosen and what was folded, for the next start on this machine."""

import json
import os
from contextlib import suppress
from typing import NamedTuple

from overmorrow.errors import FileError
from overmorrow.exchange.whole_file import whole_file
from overmorrow.folders import state_folder

_FILE = "first-screen.json"
_MOST_COLLECTIONS = 20
_LARGEST_BYTES = 4_000_000


class HomeState(NamedTuple):
    """How the first screen was left."""

    scope: str | None = None
    """The chosen deck; None for all."""
    folded: frozenset[str] = frozenset()
    """The decks whose subdecks are hidden."""


def home_state(database_path: str) -> HomeState:
    """Return how the first screen of a collection was left; as new where nobody knows."""
    found = _all().get(os.path.abspath(database_path))
    if not isinstance(found, dict):
        return HomeState()
    scope, folded = found.get("deck"), found.get("folded")
    names = folded if isinstance(folded, list) else []
    return HomeState(
        scope if isinstance(scope, str) else None,
        frozenset(name for name in names if isinstance(name, str)),
    )


def keep_home_state(database_path: str, state: HomeState) -> None:
    """Remember how the first screen was left; where that cannot be written, it is forgotten."""
    path = os.path.abspath(database_path)
    known = _all()
    known.pop(path, None)
    known[path] = {"deck": state.scope, "folded": sorted(state.folded)}
    last = dict(list(known.items())[-_MOST_COLLECTIONS:])
    folder = state_folder()
    with suppress(OSError, FileError):
        os.makedirs(folder, exist_ok=True)
        with (
            whole_file(os.path.join(folder, _FILE), replace=True) as part,
            open(part, "w", encoding="utf-8", errors="replace") as file,
        ):
            json.dump(last, file, ensure_ascii=False)


def _all() -> dict[str, object]:
    path = os.path.join(state_folder(), _FILE)
    try:
        if os.path.getsize(path) > _LARGEST_BYTES:
            return {}
        with open(path, encoding="utf-8") as file:
            read = json.load(file)
    except (OSError, ValueError):
        return {}
    return read if isinstance(read, dict) else {}

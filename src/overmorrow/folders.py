"""Where the learner's files live on this kind of machine."""

import os
import sys

_NAME = "overmorrow"


def data_folder() -> str:
    """Return the folder of the database, decks and backups."""
    return _folder("XDG_DATA_HOME", ".local/share")


def config_folder() -> str:
    """Return the folder of settings.toml."""
    return _folder("XDG_CONFIG_HOME", ".config")


def state_folder() -> str:
    """Return the folder of the error log."""
    return _folder("XDG_STATE_HOME", ".local/state")


def _folder(variable: str, under_home: str) -> str:
    named = os.environ.get(variable)
    if named and os.path.isabs(named):
        return os.path.join(named, _NAME)
    home = os.path.expanduser("~")
    if sys.platform == "win32":
        return os.path.join(os.environ.get("LOCALAPPDATA") or home, _NAME)
    if sys.platform == "darwin":
        return os.path.join(home, "Library", "Application Support", _NAME)
    return os.path.join(home, under_home, _NAME)

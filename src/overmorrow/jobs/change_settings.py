"""Changes what the learner chose, in settings.toml, one setting at a time."""

import os
from typing import NamedTuple

from overmorrow.errors import SettingsError
from overmorrow.exchange.whole_file import make_folder, whole_file
from overmorrow.folders import config_folder
from overmorrow.jobs.settings_text import with_setting
from overmorrow.settings import Settings, Value, check_value, default_of, parse_settings


class SettingChange(NamedTuple):
    """One setting changed, with what is needed to take it back."""

    path: str
    key: str
    value: Value
    old: Value
    text_before: str | None
    """What the file said; None when there was none."""
    text_after: str


def settings_path() -> str:
    """Return where settings.toml is, or would be."""
    return os.path.join(config_folder(), "settings.toml")


def change_setting(path: str, key: str, value: Value | None) -> SettingChange:
    """Write one setting into the file, which changes whole or not at all.

    Args:
        path: The file; it is made when there is none.
        key: The setting.
        value: What it is to be; None for what it is by default.

    Raises:
        SettingsError: There is no such setting, it cannot be that, or the file
            is not TOML.
        FileError: The file cannot be written.
    """
    default = default_of(key)
    wanted = default if value is None else value
    check_value(key, wanted)
    before = _text(path)
    old = getattr(parse_settings(before or "", path).settings, key)
    after = before or ""
    if wanted != old or _is_refused(after, key, path):
        after = with_setting(after, key, wanted, path)
        _write(path, after)
    return SettingChange(path, key, wanted, old, before, after)


def take_change_back(change: SettingChange) -> None:
    """Undo a change: the file is as it was; where it was edited since, only the setting is.

    Raises:
        SettingsError: The file is not TOML any more.
        FileError: The file cannot be written.
    """
    now = _text(change.path)
    if now == change.text_after and change.text_before is not None:
        _write(change.path, change.text_before)
    elif now == change.text_after:
        os.unlink(change.path)
    elif now is not None or change.text_before is not None:
        change_setting(change.path, change.key, change.old)


def current_settings(path: str) -> Settings:
    """Return what the file says now.

    Raises:
        SettingsError: It cannot be read, or is not TOML.
    """
    return parse_settings(_text(path) or "", path).settings


def _is_refused(text: str, key: str, path: str) -> bool:
    """Return whether the file has a line for the setting that does not hold."""
    return any(each.values["key"] == key for each in parse_settings(text, path).problems)


def _text(path: str) -> str | None:
    if not os.path.exists(path):
        return None
    try:
        with open(path, encoding="utf-8", newline="") as file:
            return file.read()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError("errors.settings_unreadable", path=path) from error


def _write(path: str, text: str) -> None:
    make_folder(os.path.dirname(os.path.abspath(path)))
    with whole_file(path, replace=True) as part, open(part, "w", encoding="utf-8", newline="") as f:
        f.write(text)

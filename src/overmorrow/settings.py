"""What the learner chose in settings.toml; without the file, the defaults."""

import os
from typing import Any, NamedTuple

from overmorrow.errors import SettingsError


class Settings(NamedTuple):
    """Every choice, with the default a new learner gets."""

    language: str = ""
    """`ko` or `en`; empty goes by the locale."""
    new_per_day: int = 20
    reviews_per_day: int = 200
    rollover_hour: int = 4
    """The local hour at which the study day ends."""
    grade_keys: str = "sm2"
    """`sm2`: the digits are qualities 0-5; `anki`: 1-4 mean qualities 2-5."""
    durability: str = "full"
    """`full`, or `normal`: quicker, but a power cut may cost the last answers."""
    strict_when_mature: bool = False
    """Whether an imperfect answer to a card with an interval of 21 days or more is
    proposed as forgotten."""
    theme: str = ""
    """A name of Textual's themes; empty goes by the terminal."""
    ascii: bool = False
    """Whether to draw with ASCII signs only."""


class Read(NamedTuple):
    """A settings file as read: unknown lines are reported, the rest counts."""

    settings: Settings
    problems: tuple[SettingsError, ...]


_WORDS = {
    "language": ("ko", "en", ""),
    "grade_keys": ("sm2", "anki"),
    "durability": ("full", "normal"),
}
_RANGES = {
    "new_per_day": (0, 9999),
    "reviews_per_day": (0, 9999),
    "rollover_hour": (0, 12),
}


def read_settings(path: str) -> Read:
    """Read the file, if there is one.

    Args:
        path: Where settings.toml is, or would be.

    Raises:
        SettingsError: The file cannot be read, or is not TOML.
    """
    if not os.path.exists(path):
        return Read(Settings(), ())
    try:
        with open(path, encoding="utf-8") as file:
            text = file.read()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError("errors.settings_unreadable", path=path) from error
    return parse_settings(text, path)


def parse_settings(text: str, path: str) -> Read:
    """Return the choices in a settings file's text.

    Raises:
        SettingsError: The text is not TOML.
    """
    import tomllib

    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError("errors.settings_not_toml", path=path, detail=str(error)) from error
    chosen: dict[str, Any] = {}
    problems = []
    for key, value in table.items():
        problem = _problem(key, value)
        if problem is None:
            chosen[key] = value
        else:
            name, values = problem
            problems.append(
                SettingsError(name, path=path, line=_line_of(key, text), key=key, **values)
            )
    return Read(Settings()._replace(**chosen), tuple(problems))


def _problem(key: str, value: object) -> tuple[str, dict[str, object]] | None:
    """Return the message and its values if the line does not hold."""
    default = Settings._field_defaults.get(key)
    if default is None:
        near = _nearest(key)
        if near is None:
            return "errors.settings_unknown", {}
        return "errors.settings_unknown_near", {"near": near}
    if type(value) is not type(default):
        kind = {bool: "true, false", int: "0, 1, 2, …", str: '"…"'}[type(default)]
        return "errors.settings_value", {"value": value, "allowed": kind}
    if key in _WORDS and value not in _WORDS[key]:
        allowed = ", ".join(f'"{word}"' for word in _WORDS[key] if word)
        return "errors.settings_value", {"value": value, "allowed": allowed}
    if key in _RANGES and isinstance(value, int):
        low, high = _RANGES[key]
        if not low <= value <= high:
            return "errors.settings_value", {"value": value, "allowed": f"{low}-{high}"}
    return None


def _nearest(key: str) -> str | None:
    from difflib import get_close_matches

    near = get_close_matches(key, Settings._fields, n=1)
    return near[0] if near else None


def _line_of(key: str, text: str) -> int:
    for number, line in enumerate(text.splitlines(), 1):
        if line.lstrip().strip("[").startswith((key, f'"{key}"')):
            return number
    return 1

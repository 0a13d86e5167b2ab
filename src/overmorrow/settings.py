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
    retype_wrong: bool = False
    """Whether the answer has to be typed once more after a wrong one."""
    grade_by_time: bool = True
    """Whether the time to the first key counts in the proposed quality."""
    progress_line: bool = True
    """Whether a line above the card shows how much of the day is done."""
    mouse: bool = True
    """Whether clicks go to the program; else the terminal selects text with them."""
    answering: str = "typed"
    """`typed`; `self`: the answer is only thought of; `choice`: among others of the deck."""


Value = str | int | bool
"""What a setting can be."""


class Read(NamedTuple):
    """A settings file as read: unknown lines are reported, the rest counts."""

    settings: Settings
    problems: tuple[SettingsError, ...]


WORDS = {
    "language": ("", "ko", "en"),
    "grade_keys": ("sm2", "anki"),
    "durability": ("full", "normal"),
    "answering": ("typed", "self", "choice"),
}
"""The settings that are one of a few words; the empty one leaves it to the machine."""
RANGES = {
    "new_per_day": (0, 9999),
    "reviews_per_day": (0, 9999),
    "rollover_hour": (0, 12),
}
"""The lowest and the highest number of the settings that are numbers."""


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
    except (ValueError, RecursionError) as error:  # beside what is no TOML, what no number is
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
                SettingsError(
                    name, path=os.path.basename(path), line=_line_of(key, text), key=key, **values
                )
            )
    return Read(Settings()._replace(**chosen), tuple(problems))


def default_of(key: str) -> Value:
    """Return what a setting is unless the learner chose otherwise.

    Raises:
        SettingsError: There is no such setting; the nearest is offered.
    """
    default: Value | None = Settings._field_defaults.get(key)
    if default is None:
        near = _nearest(key)
        if near is None:
            raise SettingsError("errors.setting_unknown", key=key)
        raise SettingsError("errors.setting_unknown_near", key=key, near=near)
    return default


def value_of(key: str, text: str) -> Value:
    """Return the value that a learner wrote for a setting, quotes or none.

    Raises:
        SettingsError: There is no such setting, or it cannot be that.
    """
    default = default_of(key)
    value: Value = text.strip().strip("\"'")
    if isinstance(default, bool):
        value = {"true": True, "false": False}.get(text.strip().lower(), text)
    elif isinstance(default, int) and text.strip().isascii() and text.strip().isdecimal():
        value = int(text) if len(text.strip()) < 10 else text
    check_value(key, value)
    return value


def check_value(key: str, value: Value) -> None:
    """Refuse what a setting cannot be.

    Raises:
        SettingsError: There is no such setting, or it cannot be that.
    """
    default_of(key)
    problem = _problem(key, value)
    if problem is not None:
        raise SettingsError("errors.setting_value", key=key, **problem[1])


def with_value(settings: Settings, key: str, value: Any) -> Settings:  # noqa: ANN401  # the key says which
    """Return the settings with one of them changed."""
    return settings._replace(**{key: value})


def as_written(value: Value) -> str:
    """Return a value as settings.toml writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _problem(key: str, value: object) -> tuple[str, dict[str, object]] | None:
    """Return the message and its values if the line does not hold."""
    default = Settings._field_defaults.get(key)
    if default is None:
        near = _nearest(key)
        if near is None:
            return "errors.settings_unknown", {}
        return "errors.settings_unknown_near", {"near": near}
    allowed = _allowed(key, value, default)
    if allowed is None:
        return None
    shown = as_written(value) if isinstance(value, Value) else value
    return "errors.settings_value", {"value": shown, "allowed": allowed}


def _allowed(key: str, value: object, default: Value) -> str | None:
    """Return what a setting can be, if it cannot be the value."""
    if key in RANGES:
        low, high = RANGES[key]
        fits = type(value) is int and low <= value <= high
        return None if fits else f"{low}–{high}"
    if key in WORDS:
        fits = value in WORDS[key]
        return None if fits else ", ".join(f'"{word}"' for word in WORDS[key] if word)
    if isinstance(default, bool):
        return None if isinstance(value, bool) else "true, false"
    return None if isinstance(value, str) and value.isprintable() else '"…"'


def _nearest(key: str) -> str | None:
    from difflib import get_close_matches

    near = get_close_matches(key, Settings._fields, n=1)
    return near[0] if near else None


def _line_of(key: str, text: str) -> int:
    for number, line in enumerate(text.splitlines(), 1):
        if line.lstrip().strip("[").startswith((key, f'"{key}"')):
            return number
    return 1

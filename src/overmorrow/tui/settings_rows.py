"""The settings as rows: their groups, what each can be, and how a value is said."""

from collections.abc import Sequence
from typing import NamedTuple

from overmorrow.locale.setting import MESSAGES
from overmorrow.messages import LANGUAGES, Messages
from overmorrow.settings import RANGES, WORDS, Settings, Value
from overmorrow.tui import cells
from overmorrow.tui.frame import Frame
from overmorrow.tui.matching import best_match
from overmorrow.tui.rows import ACCENT, CHOSEN, EMPTY, MUTED, PLAIN, Row, muted

_GROUPS = {
    "study": (
        "new_per_day",
        "reviews_per_day",
        "rollover_hour",
        "answering",
        "grade_keys",
        "grade_by_time",
        "strict_when_mature",
        "retype_wrong",
    ),
    "looks": ("language", "theme", "ascii", "progress_line", "mouse"),
    "keeping": ("durability",),
}
_NAME_CELLS = 25
_ABOUT_ROWS = 2
_STEP = 5
"""Limits are changed by so many cards."""


class Choices(NamedTuple):
    """What the settings can be beside numbers and the words of `settings`."""

    themes: tuple[str, ...]


def settings_in_order() -> list[str]:
    """Return every setting, by groups; one that no group names stands in the last."""
    named = [key for keys in _GROUPS.values() for key in keys if key in Settings._fields]
    return [*named, *(key for key in Settings._fields if key not in named)]


def group_of(key: str) -> str:
    """Return the name of a setting's group."""
    return next((group for group, keys in _GROUPS.items() if key in keys), "keeping")


def found_settings(typed: str) -> list[str]:
    """Return the settings that what was typed may mean, in their order."""
    keys = settings_in_order()
    if not typed.strip():
        return keys
    return [key for key in keys if best_match(typed, _names(key)) is not None]


def _names(key: str) -> tuple[str, ...]:
    said = [Messages(language)(f"setting.name_{key}") for language in LANGUAGES]
    about = [Messages(language)(f"setting.about_{key}") for language in LANGUAGES]
    return (key, *said, *about)


def values_of(key: str, choices: Choices) -> tuple[Value, ...]:
    """Return what a setting can be, in the order of ← and →; nothing for a number."""
    if key in RANGES:
        return ()
    if key == "theme":
        return ("", *choices.themes)
    if key in WORDS:
        return WORDS[key]
    return (False, True)


def changed_by(key: str, value: Value, step: int, choices: Choices) -> Value:
    """Return the value that is one step further; a number stays in its range.

    Args:
        key: The setting.
        value: What it is.
        step: -1 or 1.
        choices: What can be chosen.
    """
    if key in RANGES and isinstance(value, int):
        low, high = RANGES[key]
        size = 1 if high < 100 else _STEP
        further = value + step * size if value % size == 0 else _to_whole(value, step, size)
        return max(low, min(high, further))
    values = values_of(key, choices)
    at = values.index(value) if value in values else 0
    return values[(at + step) % len(values)]


def _to_whole(value: int, step: int, size: int) -> int:
    return (value // size + (1 if step > 0 else 0)) * size


def value_words(key: str, value: Value, say: Messages) -> str:
    """Return a value as the learner calls it."""
    named = f"value_{key}_{str(value).lower() if isinstance(value, bool) else value}"
    if named in MESSAGES:
        return say(f"setting.{named}")
    if isinstance(value, bool):
        return say("setting.yes" if value else "setting.no")
    if key == "rollover_hour":
        return say("setting.hour", hour=f"{value:02}")
    return f"{value:,}" if isinstance(value, int) else value


def list_rows(
    keys: Sequence[str], chosen: int, settings: Settings, frame: Frame, say: Messages
) -> tuple[list[Row], list[int]]:
    """Return the settings under the names of their groups, and the row of each.

    Args:
        keys: The settings that are shown.
        chosen: Which of them is chosen.
        settings: What they are.
        frame: The terminal.
        say: The learner's language.
    """
    rows: list[Row] = []
    places: list[int] = []
    group = ""
    for at, key in enumerate(keys):
        if group_of(key) != group:
            group = group_of(key)
            rows.append(muted(" " * frame.start + say(f"setting.group_{group}")))
        places.append(len(rows))
        rows.append(_setting_row(key, at == chosen, settings, frame, say))
    if not keys:
        rows.append(muted(" " * frame.start + say("setting.none_found")))
    return rows, places


def _setting_row(key: str, is_chosen: bool, settings: Settings, frame: Frame, say: Messages) -> Row:
    value: Value = getattr(settings, key)
    words = value_words(key, value, say)
    start = 1 if frame.small else 2
    name_cells = min(_NAME_CELLS, max(8, (frame.width - 4) * 3 // 5))
    room = max(1, frame.width - start - 2 - name_cells - 1)
    name = cells.pad(say(f"setting.name_{key}"), name_cells)
    style = CHOSEN if is_chosen else PLAIN
    row: list[tuple[str, str]] = [
        (" " * start + ("> " if is_chosen else "  "), ACCENT),
        (name, style),
        (cells.cut(words, room), style),
    ]
    others = _others(key, say) if is_chosen and not frame.small else ""
    left = room - cells.cell_len(words) - 3
    if others and cells.cell_len(others) <= left:
        row.append((f"   {others}", MUTED))
    return row


def _others(key: str, say: Messages) -> str:
    """Return what else a setting can be, in brackets."""
    if key in RANGES:
        low, high = RANGES[key]
        return f"({low}–{high:,})"
    if key == "theme":
        return "(← →)"
    values = values_of(key, Choices(()))
    return f"({' · '.join(value_words(key, value, say) for value in values)})"


def about_rows(key: str, frame: Frame, say: Messages) -> list[Row]:
    """Return what a setting brings; always as many rows, so that nothing moves."""
    lines = cells.wrap(say(f"setting.about_{key}"), frame.text_cells)
    lines = lines[: _ABOUT_ROWS + frame.small]
    rows: list[Row] = [((" " * frame.start + line, PLAIN),) for line in lines]
    gap = [EMPTY] * (_ABOUT_ROWS + frame.small - len(rows))
    return [*rows, *gap] if frame.small else [*gap, *rows]

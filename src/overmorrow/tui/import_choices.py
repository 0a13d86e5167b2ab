"""What each key changes about how a file is read."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from overmorrow.cards.deck import name_as_written
from overmorrow.exchange.table_look import ROLES
from overmorrow.tui.import_rows import ANKI_TEXT
from overmorrow.tui.imports import Choices, Schedules

if TYPE_CHECKING:
    from overmorrow.cards.parsed_file import Detected

ENCODINGS = ("utf-8", "cp949", "utf-16", "cp1252", "shift_jis", "gb18030")
SEPARATORS = (",", "\t", ";", "|", ":")
_SCHEDULES = (Schedules.NONE, Schedules.DATES, Schedules.REFOLD)

_MUST = ("prompt", "answer")
_MANY = ("choice", "extra")


def with_next_role(columns: Sequence[str], at: int, step: int) -> tuple[str, ...]:
    """Return the columns' roles with another role for one of them.

    There is always one prompt and one answer: a column that becomes either gives
    its old role to the one that was it, and those two can only change places.

    Args:
        columns: The roles.
        at: Which column.
        step: 1 for the next role, -1 for the one before.
    """
    old = columns[at]
    order = _MUST if old in _MUST else ROLES
    now = order.index(old) if old in order else -1
    new = order[(now + step) % len(order)]
    changed = list(columns)
    if new not in _MANY and new in columns:
        changed[columns.index(new)] = old if new in _MUST else "extra"
    changed[at] = new
    return tuple(changed)


def changed(name: str, choices: Choices, detected: "Detected | None") -> Choices | None:
    """Return the choices with the next value of one, or None where it does not apply.

    Args:
        name: Which one, a field of `Choices`.
        choices: What was chosen before.
        detected: How the file is understood now; None if it cannot be read yet.
    """
    if name == "encoding":
        now = choices.encoding or (detected.encoding if detected else "")
        if detected is not None and not detected.encoding:
            return None
        return choices._replace(encoding=_next(ENCODINGS, now.lower()))
    return _changed_as_found(name, choices, detected) if detected else None


def with_deck(choices: Choices, written: str) -> Choices:
    """Return the choices with the deck that was written."""
    return choices._replace(deck=name_as_written(written))


def _changed_as_found(name: str, choices: Choices, detected: "Detected") -> Choices | None:
    if name == "separator" and detected.separator:
        now = choices.separator or detected.separator
        return choices._replace(separator=_next(SEPARATORS, now))
    is_anki = detected.format == ANKI_TEXT
    if name == "headings" and detected.has_headings is not None and not is_anki:
        return choices._replace(headings=not detected.has_headings)
    if name == "schedules" and detected.has_schedules:
        at = _SCHEDULES.index(choices.schedules)
        return choices._replace(schedules=_SCHEDULES[(at + 1) % len(_SCHEDULES)])
    return None


def _next(values: Sequence[str], now: str) -> str:
    """Return the value after the one that is in use; the first if that is none of them."""
    at = next((at for at, value in enumerate(values) if now.startswith(value)), -1)
    return values[(at + 1) % len(values)]

"""A moment (date, year, decade, clock time) and how one typed compares with one expected."""

import re
from typing import NamedTuple

from overmorrow.grading.finding import Finding, correct, near, omission


class Moment(NamedTuple):
    """A date, a year, a stretch named by years, or a clock time; what is not said is None."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    era: int = 0
    """-1 before Christ, 1 when said to be after, 0 when nothing is said."""
    span: str = ""
    """`decade` or `century`, which are other answers than a year."""
    bound: str = ""
    """`before`, `after`, …, likewise."""
    short_year: bool = False
    by_name: bool = True
    """Whether a month was named or the order left no doubt (8/15 may be a fraction)."""
    hour: int | None = None
    minute: int = 0
    half: str = ""
    """`am`, `pm`, `24` when the notation leaves no doubt, `:` when it hardly does."""

    def shown(self) -> str:
        """Return the moment in digits, as ISO has it."""
        if self.hour is not None:
            return f"{self.hour:02}:{self.minute:02}"
        year = "" if self.year is None else f"{self.year:02}"
        parts = [year, *(f"{part:02}" for part in (self.month, self.day) if part is not None)]
        ending = {"decade": "s", "century": "C"}.get(self.span, "")
        return "-".join(part for part in parts if part) + ending + (" BC" if self.era < 0 else "")


_BC = re.compile(r"기원전|\bb\.?c")
_HALVES = ("오전", "오후", " am", " pm", "morning", "afternoon", "evening")


def compare_moments(expected: Moment, typed: Moment, prompt: str) -> Finding:
    """Return what the typed date or time is worth; a contradiction is wrong."""
    shown = typed.shown()
    if (expected.hour is None) != (typed.hour is None):
        return near("kind_differs", shown)
    if expected.hour is not None:
        return _compare_clocks(expected, typed, prompt)
    if (typed.era < 0) != (expected.era < 0) and not (typed.era == 0 and _BC.search(prompt)):
        return near("era_differs", shown)
    if _contradict(expected, typed):
        return near("date_differs", shown)
    return _as_precise(expected, typed, shown, prompt)


def _as_precise(expected: Moment, typed: Moment, shown: str, prompt: str) -> Finding:
    """Judge a moment that contradicts nothing: it may say less than was asked."""
    missing = _missing(expected, typed, prompt)
    if missing:
        return omission(f"{missing}_missing", shown)
    if typed.short_year and typed.year != expected.year:
        return omission("year_short", shown, year=str(expected.year))
    return correct("same_date", shown)


def _contradict(expected: Moment, typed: Moment) -> bool:
    """Whether a part differs, or nothing that was asked for is said."""
    if typed.span != expected.span or typed.bound != expected.bound:
        return True
    both_said = typed.year is not None and expected.year is not None
    if both_said and typed.year != expected.year and not _is_short_for(typed, expected):
        return True
    for wanted, given in ((expected.month, typed.month), (expected.day, typed.day)):
        if wanted is not None and given is not None and wanted != given:
            return True
    said = ((expected.year, typed.year), (expected.month, typed.month), (expected.day, typed.day))
    if not any(wanted is not None and given is not None for wanted, given in said):
        return True
    says_no_more = typed.day is None or expected.day is None
    return typed.year is None and expected.year is not None and says_no_more


def _is_short_for(typed: Moment, expected: Moment) -> bool:
    wanted = expected.year
    if not typed.short_year or wanted is None:
        return False
    return wanted == typed.year or (wanted >= 1000 and wanted % 100 == typed.year)


def _missing(expected: Moment, typed: Moment, prompt: str) -> str:
    """Return which part is left out that the prompt does not say: year, month or day."""
    if expected.year is not None and typed.year is None and str(expected.year) not in prompt:
        return "year"
    if expected.month is not None and typed.month is None:
        return "month"
    if expected.day is not None and typed.day is None:
        return "day"
    return ""


def _compare_clocks(expected: Moment, typed: Moment, prompt: str) -> Finding:
    shown = typed.shown()
    if expected.minute != typed.minute or expected.hour is None or typed.hour is None:
        return near("date_differs", shown)
    if expected.hour == typed.hour:
        if typed.half or not expected.half or any(word in prompt for word in _HALVES):
            return correct("same_date", shown)
        return omission("half_day_missing", shown)
    open_half = typed.half in ("", ":") or expected.half in ("", ":")
    if open_half and expected.hour % 12 == typed.hour % 12:
        if any(word in prompt for word in _HALVES):
            return correct("same_date", shown)
        return omission("half_day_missing", shown)
    return near("date_differs", shown)

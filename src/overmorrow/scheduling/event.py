"""One line of the append-only log."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple


class EventKind(StrEnum):
    """What an event says; kinds we do not know are kept and ignored."""

    REVIEW = "review"
    PRACTICE = "practice"
    """An answer that never touches the schedule (cramming, retyping)."""
    VOID = "void"
    """Takes back the event it names as its target."""
    SUSPEND = "suspend"
    UNSUSPEND = "unsuspend"
    BURY = "bury"
    """Puts the card off until the study day after the event's."""
    UNBURY = "unbury"
    """Lets a card that was put off be asked again."""
    RESET = "reset"
    """Makes the card new again; what the learner set on it stays."""
    SET_DUE = "set_due"
    """Moves the due day to the payload's `due_day`.

    With an `interval_days` beside it, the whole schedule is taken over from
    another program: `ease_hundredths`, `repetitions` and `lapses` too.
    """
    FLAG = "flag"
    """Sets the payload's `flag`, 0-7."""
    MARK = "mark"
    """Sets whether the card is marked, the payload's `marked`."""
    CONFIG = "config"
    ELSEWHERE = "elsewhere"
    """Something another program's log has that says nothing about recall."""


class LogEvent(NamedTuple):
    """An event as a fold reads it; the total order of a card's events is (hlc, event_id)."""

    event_id: bytes
    hlc: int
    """Milliseconds, strictly increasing on each device even when its clock is set back."""
    wall_ms: int
    utc_offset_min: int
    study_day: int
    kind: str
    quality: int | None = None
    answer_ms: int | None = None
    target: bytes | None = None
    payload: Mapping[str, object] | None = None
    """`learned`: an answer that shall count from now on; else as the kind says."""
    proposed: int | None = None
    """The quality that grading proposed, where it did."""

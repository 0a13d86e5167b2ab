"""Intervals in a few steps, so that recall can be counted by how long a card had waited."""

FIRST_DAYS = (1, 2, 7, 21, 60, 180)
"""The shortest interval of each step, in days; the last step has no end."""
_STEP_OF = tuple(max(first for first in FIRST_DAYS if first <= days) for days in range(1, 181))


def interval_step(interval_days: int) -> int:
    """Return the step that an interval belongs to, as the step's shortest interval in days."""
    return _STEP_OF[min(max(interval_days, 1), len(_STEP_OF)) - 1]

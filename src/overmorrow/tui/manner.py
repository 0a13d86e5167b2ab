"""How this run of the program speaks and draws; every screen is given one."""

from collections.abc import Callable
from typing import NamedTuple

from overmorrow.messages import Messages
from overmorrow.tui.keyboard import Keyboard
from overmorrow.tui.strip import GradeKeys


class Manner(NamedTuple):
    """The learner's language and keys, and the stopwatch."""

    say: Messages
    keys: GradeKeys
    ascii_only: bool
    now_ms: Callable[[], int]
    keyboard: Keyboard
    retype_wrong: bool = False
    """Whether the answer is typed once more after a wrong one."""
    progress_line: bool = True
    """Whether a line shows how much of the day is done."""

"""How this run of the program speaks and draws; every screen is given one."""

from collections.abc import Callable
from typing import NamedTuple

from overmorrow.messages import Messages
from overmorrow.tui.strip import GradeKeys


class Manner(NamedTuple):
    """The learner's language and keys, and the stopwatch."""

    say: Messages
    keys: GradeKeys
    ascii_only: bool
    now_ms: Callable[[], int]

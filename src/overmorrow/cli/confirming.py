"""Asks whether a clock that went back by days is right."""

import sys
from collections.abc import Callable
from typing import TypeVar

from overmorrow.cli import output
from overmorrow.errors import ClockError
from overmorrow.messages import Messages

Started = TypeVar("Started")


def asking_about_the_clock(start: Callable[[bool], Started], say: Messages) -> Started:
    """Start; where the clock went back by days, ask whether it is right and start again.

    Raises:
        ClockError: The learner does not say that it is right.
    """
    try:
        return start(False)
    except ClockError as error:
        output.remark(output.sentence(say, error))
        sys.stderr.write(f"{say('cli.confirm_clock')} ")
        sys.stderr.flush()
        if sys.stdin.readline().strip() not in ("y", "ㅛ"):
            raise
        return start(True)

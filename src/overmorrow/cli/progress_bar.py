"""Shows on a terminal how far something has come that takes a while."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from overmorrow.messages import Messages

_PATIENCE_S = 0.5
_BETWEEN_S = 0.1
_CELLS = 40
_CLEAR = "\r\x1b[K"


@contextmanager
def progress_bar(say: Messages, total: int) -> Iterator[Callable[[int], None] | None]:
    """Yield what is to be told how many are done; without a terminal there is no bar.

    Args:
        say: The learner's language.
        total: How many there are to do.
    """
    if not sys.stderr.isatty():
        yield None
        return
    bar = _Bar(say, total)
    try:
        yield bar.show
    finally:
        bar.clear()


class _Bar:
    def __init__(self, say: Messages, total: int) -> None:
        self._say = say
        self._total = max(total, 1)
        self._began = self._shown = time.monotonic()
        self._visible = False

    def show(self, done: int) -> None:
        now = time.monotonic()
        if now - self._began < _PATIENCE_S or now - self._shown < _BETWEEN_S:
            return
        self._shown = now
        self._visible = True
        share = min(done / self._total, 1)
        left_s = (now - self._began) * (1 - share) / share if share else 0
        full = round(share * _CELLS)
        words = self._say("cli.so_far", done=done, total=self._total, seconds=round(left_s))
        sys.stderr.write(f"{_CLEAR}{'━' * full}{'─' * (_CELLS - full)} {words}")
        sys.stderr.flush()

    def clear(self) -> None:
        if self._visible:
            sys.stderr.write(_CLEAR)
            sys.stderr.flush()

"""Shows on a terminal how far something has come that takes a while."""

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from overmorrow.cards.text import cell_width
from overmorrow.messages import Messages

_PATIENCE_S = 0.5
_BETWEEN_S = 0.1
_MOST_CELLS = 40
_FEWEST_CELLS = 4
_USUAL_COLUMNS = 80
_CLEAR = "\r\x1b[K"


@contextmanager
def progress_bar(
    say: Messages, total: int, words: str = "cli.so_far"
) -> Iterator[Callable[[int], None] | None]:
    """Yield what is to be told how many are done; without a terminal there is no bar.

    Args:
        say: The learner's language.
        total: How many there are to do.
        words: The key of what is said beside the bar.
    """
    if not sys.stderr.isatty():
        yield None
        return
    bar = _Bar(say, total, words)
    try:
        yield bar.show
    finally:
        bar.clear()


class _Bar:
    def __init__(self, say: Messages, total: int, words: str) -> None:
        self._say = say
        self._words = words
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
        words = self._say(self._words, done=done, total=self._total, seconds=round(left_s))
        sys.stderr.write(f"{_CLEAR}{bar_line(share, words, _columns())}")
        sys.stderr.flush()

    def clear(self) -> None:
        if self._visible:
            sys.stderr.write(_CLEAR)
            sys.stderr.flush()


def bar_line(share: float, words: str, columns: int) -> str:
    """Return a bar and the words about it, on one line that does not wrap.

    Args:
        share: How much of the bar is full, 0-1.
        words: What stands behind it; where both find no place, they stand alone.
        columns: How many cells the terminal has beside each other.
    """
    cells = min(columns - cell_width(words) - 2, _MOST_CELLS)
    if cells < _FEWEST_CELLS:
        return words
    full = round(share * cells)
    return f"{'━' * full}{'─' * (cells - full)} {words}"


def _columns() -> int:
    try:
        return os.get_terminal_size(sys.stderr.fileno()).columns or _USUAL_COLUMNS
    except OSError:
        return _USUAL_COLUMNS

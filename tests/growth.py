"""How the work of a function grows with what it is given, whatever the machine does beside it."""

from collections.abc import Callable
from time import process_time

_TIMES = 8
_MOST = 24  # evenly it would be 8 times the work, by the square 64 times
_UNNOTICED_S = 0.1
_TRIES = 3  # a busy machine makes single ones slow


def grows_evenly(work: Callable[[int], object], size: int) -> bool:
    """Tell whether `work(size)` takes far less than the square of the time of an eighth of it.

    Processor time is compared, and the best of some tries: neither a slow machine nor a busy one
    makes a difference, and work that grows by the square of its size is never taken for even.
    """
    most = _MOST * min(_seconds(work, size // _TIMES) for _ in range(_TRIES)) + _UNNOTICED_S
    return any(_seconds(work, size) < most for _ in range(_TRIES))


def _seconds(work: Callable[[int], object], size: int) -> float:
    begun = process_time()
    work(size)
    return process_time() - begun

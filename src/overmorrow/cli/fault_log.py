"""Keeps the tracebacks of our own faults in a file that never grows large."""

import os
import traceback
from contextlib import suppress

from overmorrow import __version__, folders
from overmorrow.clock import local_time, system_clock

LARGEST = 200_000
"""Bytes; a file that has as many becomes `error.log.1`, in place of the one before."""


def keep_traceback(error: BaseException) -> str:
    """Add an error's traceback to the log: lines of code, never the values in them.

    Returns:
        The log's path; where it cannot be written, the error's own words.
    """
    log = os.path.join(folders.state_folder(), "error.log")
    try:
        os.makedirs(os.path.dirname(log), exist_ok=True)
        _rotate(log)
        with open(log, "a", encoding="utf-8", errors="replace") as file:
            file.write(f"{local_time(system_clock()())} overmorrow {__version__}\n")
            traceback.print_exception(error, file=file)
    except OSError:
        return f"{type(error).__name__}: {error}"
    return log


def _rotate(log: str) -> None:
    with suppress(FileNotFoundError):
        if os.path.getsize(log) >= LARGEST:
            os.replace(log, f"{log}.1")

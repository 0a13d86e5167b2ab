"""Repairs of Textual 8.2: a window that was closed must not keep the program.

Its thread that writes to the terminal ends at the first write into a closed window, and
whoever writes after that waits for ever. Here what nobody can see is written nowhere.

It also takes every SIGCONT for the way back from Ctrl+Z and starts its threads a second
time, which nobody stops any more. A shell that goes with its window sends one, too.
"""

import sys
from typing import IO, Any

from textual.driver import Driver

_FILE = "_file"
_WAS_STOPPED = "_must_signal_resume"


class WindowOutput:
    """The output of a terminal; once the window is gone, text is dropped."""

    def __init__(self, file: IO[str]) -> None:
        """Write to a file as long as it takes it."""
        self._file = file

    def write(self, text: str) -> int:
        """Write a text."""
        try:
            return self._file.write(text)
        except OSError:
            return len(text)

    def flush(self) -> None:
        """Send what was written."""
        try:
            self._file.flush()
        except OSError:
            return

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  # whatever a file has
        return getattr(self._file, name)


def driver_class() -> type[Driver] | None:
    """Return the driver that outlives its window; None where Textual's own does."""
    if sys.platform == "win32":
        return None
    from textual.drivers.linux_driver import LinuxDriver

    class WindowDriver(LinuxDriver):
        """Textual's own, with an output that never fails, and woken only from a stop."""

        def __init__(self, *args: Any, **options: Any) -> None:  # noqa: ANN401  # as Textual's own
            super().__init__(*args, **options)
            if hasattr(self, _FILE):
                setattr(self, _FILE, WindowOutput(getattr(self, _FILE)))

        def _sigcont_application(self, *signal: Any) -> None:  # noqa: ANN401  # as Textual's own
            if getattr(self, _WAS_STOPPED, True):
                super()._sigcont_application(*signal)

    return WindowDriver

"""Runs the program on a terminal of its own and keeps every byte that it sends there."""

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

ROOT = Path(__file__).resolve().parents[2]
_PATIENCE_S = 60.0
_QUIET_S = 0.5
_POLL_S = 0.02
_BLOCK = 65_536


class RawTerminal:
    """The far end of a terminal: what a person's terminal would have to obey."""

    def __init__(
        self,
        words: list[str],
        env: Mapping[str, str],
        size: tuple[int, int] = (80, 24),
    ) -> None:
        self.sent = b""
        self._is_open = True
        self._code: int | None = None
        self._child, self._end = pty.fork()
        if self._child == 0:
            os.chdir(ROOT)
            signal.signal(signal.SIGINT, signal.SIG_DFL)  # ours may be started without it
            os.execve(
                sys.executable,
                [sys.executable, "quiz.py", *words],
                {**os.environ, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", **env},
            )
        columns, rows = size
        fcntl.ioctl(self._end, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
        self.ended()

    def close(self) -> None:
        """Close the window, as a person does who has had enough."""
        if self._is_open:
            os.close(self._end)
        self._is_open = False

    def signal(self, number: int) -> None:
        """Send the program a signal."""
        os.kill(self._child, number)

    def ended(self) -> int:
        """Wait for the program's end and return its exit code, negative for a signal's number."""
        if self._code is None:
            limit = time.monotonic() + _PATIENCE_S
            while True:
                child, status = os.waitpid(self._child, os.WNOHANG)
                if child:
                    break
                assert time.monotonic() < limit, "it goes on without its window"
                time.sleep(_POLL_S)
            self._code = os.waitstatus_to_exitcode(status)
        return self._code

    def until(self, text: str) -> None:
        """Read until a text has been sent."""
        wanted = text.encode()
        limit = time.monotonic() + _PATIENCE_S
        while wanted not in self.sent:
            assert time.monotonic() < limit, f"no {text!r} in {self.sent[-2000:]!r}"
            if not self._read(_QUIET_S):
                return

    def to_the_end(self) -> bytes:
        """Read until the program has ended, and return all it sent."""
        limit = time.monotonic() + _PATIENCE_S
        while self._read(_QUIET_S):
            assert time.monotonic() < limit, self.sent[-2000:]
        return self.sent

    def press_to_the_end(self, key: str) -> bytes:
        """Press a key again and again, as an impatient person does, until the program has ended."""
        limit = time.monotonic() + _PATIENCE_S
        self.press(key)
        while self._read(_QUIET_S):
            assert time.monotonic() < limit, self.sent[-2000:]
            if not select.select([self._end], [], [], _QUIET_S)[0]:
                self.press(key)
        return self.sent

    def settle(self) -> None:
        """Read what has been sent so far, and forget it: what follows is new."""
        while self._read(0) and select.select([self._end], [], [], 0)[0]:
            pass
        self.sent = b""

    def _read(self, timeout_s: float) -> bool:
        """Read what is there; False when the other side has gone."""
        ready, _, _ = select.select([self._end], [], [], timeout_s)
        if not ready:
            return True
        try:
            data = os.read(self._end, _BLOCK)
        except OSError:
            return False
        self.sent += data
        return bool(data)

    def press(self, keys: str) -> None:
        """Press keys."""
        os.write(self._end, keys.encode())

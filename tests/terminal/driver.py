"""Runs the program in a real terminal (tmux) and reads its screen, for end-to-end tests."""

import os
import shlex
import shutil
import subprocess
import time
import uuid
from collections.abc import Callable, Mapping
from types import TracebackType
from typing import Self

import pytest

PATIENCE_S = 60.0
ENDED = "ended with "
POLL_S = 0.02
PACE_S = 0.4
"""A person's pace between typing and Enter; quicker ones count as a held key."""

needs_tmux = pytest.mark.skipif(
    not (shutil.which("tmux") and shutil.which("pkill")), reason="tmux or pkill is not installed"
)


class Terminal:
    """One program in one tmux server of its own."""

    def __init__(
        self,
        command: list[str],
        size: tuple[int, int] = (80, 24),
        env: Mapping[str, str] | None = None,
    ) -> None:
        self._socket = f"overmorrow-{uuid.uuid4().hex[:8]}"
        self._command = shlex.join(
            ["env", *(f"{name}={value}" for name, value in (env or {}).items()), *command]
        )
        self._size = size
        self._last_key = 0.0

    def __enter__(self) -> Self:
        columns, rows = self._size
        self._tmux("new-session", "-d", "-s", "t", "-x", str(columns), "-y", str(rows), "cat")
        self._tmux("set", "-g", "status", "off")
        self._tmux("set", "-s", "escape-time", "10")
        afterwards = f"echo {ENDED}$?; exec cat"
        self._tmux("respawn-pane", "-k", "-t", "t", f"{self._command}; {afterwards}")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._tmux("kill-server")

    def _tmux(self, *words: str) -> str:
        run = subprocess.run(
            ["tmux", "-u", "-L", self._socket, "-f", "/dev/null", *words],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "LC_ALL": "C.UTF-8", "TERM": "xterm-256color"},
        )
        return run.stdout

    def screen(self) -> str:
        """Return the text on the screen."""
        return self._tmux("capture-pane", "-p", "-t", "t")

    def press(self, *names: str) -> None:
        """Press keys by tmux's names, one after another, at a person's pace."""
        for name in names:
            time.sleep(max(0.0, self._last_key + PACE_S - time.monotonic()))
            self._tmux("send-keys", "-t", "t", name)
            self._last_key = time.monotonic()

    def type(self, text: str) -> None:
        """Type text."""
        self._tmux("send-keys", "-t", "t", "-l", "--", text)
        self._last_key = time.monotonic()

    def resize(self, columns: int, rows: int) -> None:
        """Change the size of the window."""
        self._tmux("resize-window", "-t", "t", "-x", str(columns), "-y", str(rows))

    def signal(self, name: str) -> None:
        """Send a signal to the program, not to the shell around it."""
        shell = self._tmux("display-message", "-p", "-t", "t", "#{pane_pid}").strip()
        subprocess.run(["pkill", f"-{name}", "-P", shell], check=True)

    def takes_mouse(self) -> bool:
        """Return whether the program asks for clicks."""
        return self._tmux("display-message", "-p", "-t", "t", "#{mouse_any_flag}").strip() == "1"

    def until(self, *texts: str) -> str:
        """Wait for texts to stand on the screen together and return it."""
        named = ", ".join(f"‘{text}’" for text in texts)
        return self._wait(
            lambda screen: all(text in screen for text in texts), f"{named} to appear"
        )

    def until_unbroken(self, text: str) -> str:
        """Wait for a text that lines may break anywhere and return the screen."""
        return self._wait(lambda screen: text in "".join(screen.split()), f"‘{text}’ to appear")

    def until_gone(self, text: str) -> str:
        """Wait for a text to disappear and return the screen."""
        return self._wait(lambda screen: text not in screen, f"‘{text}’ to go")

    def _wait(self, holds: Callable[[str], bool], what: str) -> str:
        deadline = time.monotonic() + PATIENCE_S
        while time.monotonic() < deadline:
            screen = self.screen()
            if holds(screen):
                return screen
            time.sleep(POLL_S)
        raise AssertionError(f"waited for {what}; the screen is:\n{self.screen()}")

    def ended(self) -> int:
        """Wait for the program to end and return its exit code."""
        screen = self.until(ENDED)
        return int(screen.rpartition(ENDED)[2].split()[0])

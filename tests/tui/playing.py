"""Plays keys into the app and looks at what it shows."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress

from textual.events import MouseScrollDown, MouseScrollUp
from textual.message import Message
from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from overmorrow.tui.program import OvermorrowApp
from tests.tui.conftest import box_of, screen_lines


class Player:
    """A learner at the keyboard."""

    def __init__(self, app: OvermorrowApp, pilot: Pilot[None]) -> None:
        self.app = app
        self._pilot = pilot

    async def rest(self) -> None:
        """Wait until the screen stays as it is; one pause may end with more to be laid out."""
        await self._pilot.pause()
        before: list[str] = []
        while before != (shown := self.lines):
            before = shown
            await self._pilot.pause()

    async def press(self, *keys: str) -> None:
        await self._pilot.press(*keys)
        await self.rest()

    async def write(self, text: str, *keys: str) -> None:
        """Put a text into the box, as if typed, then press keys."""
        box_of(self.app).value = text
        box_of(self.app).cursor_position = len(text)
        await self.press(*keys)

    async def click(self, x: int, y: int) -> None:
        await self._pilot.click(offset=(x, y))
        await self.rest()

    async def wheel(self, x: int, y: int, steps: int) -> None:
        """Turn the wheel over a cell, down or with negative steps up."""
        kind = MouseScrollDown if steps > 0 else MouseScrollUp
        widget, _ = self.app.screen.get_widget_at(x, y)
        for _ in range(abs(steps)):
            widget.post_message(
                kind(widget, x, y, 0, steps, 0, False, False, False, screen_x=x, screen_y=y)
            )
        await self._pilot.pause()
        await self._pilot.pause()

    async def resize(self, width: int, height: int) -> None:
        await self._pilot.resize_terminal(width, height)
        while self.app._resize_timer is not None:  # Textual gathers changes of size for a moment
            await self._pilot.pause()
        await self._pilot.pause()

    async def threads_end(self) -> None:
        """Wait for the threads; one whose screen went, or that a newer replaces, has ended too."""
        while len(self.app.workers):
            with suppress(WorkerCancelled):
                await self.app.workers.wait_for_complete()

    @property
    def lines(self) -> list[str]:
        return screen_lines(self.app)

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    @property
    def words(self) -> str:
        """The text however it is wrapped, which goes by how long the paths in it are."""
        return " ".join(self.text.split())

    @property
    def status(self) -> str:
        return self.lines[-2].strip()

    @property
    def typed(self) -> str:
        return box_of(self.app).value

    @property
    def screen_name(self) -> str:
        return type(self.app.screen).__name__


def play(
    app: OvermorrowApp,
    scenario: Callable[[Player], Awaitable[None]],
    size: tuple[int, int] = (80, 24),
    hook: Callable[[Message], None] | None = None,
) -> None:
    """Run the app and a scenario in it; the hook sees each message before it is handled."""

    async def run() -> None:
        async with app.run_test(size=size, message_hook=hook) as pilot:
            await pilot.pause()
            await scenario(Player(app, pilot))

    asyncio.run(run())

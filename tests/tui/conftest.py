import asyncio
import difflib
import os
from collections.abc import Callable
from pathlib import Path

import pytest
import textual.app
from textual import pilot
from textual.app import App
from textual.widgets import Input

from overmorrow.tui import program

SCREENS = Path(__file__).parent.parent / "screens"

_QUIET_TURNS = 3
_TURN_SECONDS = 0.001

ScreenMatches = Callable[[App[None], str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-screens",
        action="store_true",
        help="write the screens as they are now to tests/screens; then look at each one",
    )


@pytest.fixture(autouse=True)
def quiet_terminal(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The same colours, folders and patience for every test."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.setattr(program, "_AFTER_FIRST_PAINT_SECONDS", 0.001)
    for waiting in (pilot, textual.app):
        monkeypatch.setattr(waiting, "wait_for_idle", until_nothing_is_ready)


async def until_nothing_is_ready(_min_sleep: float = 0, _max_sleep: float = 0) -> None:
    """Wait until the app has no more to do; Textual's own wait takes a busy machine for a rest."""
    loop = asyncio.get_running_loop()
    for _ in range(_QUIET_TURNS):
        await asyncio.sleep(_TURN_SECONDS)
        while loop._ready:  # type: ignore[attr-defined]  # noqa: ASYNC110 - no event tells
            await asyncio.sleep(0)


@pytest.fixture
def screen_matches(request: pytest.FixtureRequest) -> ScreenMatches:
    """Compare what is on the screen with `tests/screens/<name>.txt`."""
    update = request.config.getoption("--update-screens", default=False)

    def check(app: App[None], name: str) -> None:
        shown = "\n".join(screen_lines(app)) + "\n"
        golden = SCREENS / f"{name}.txt"
        if update:
            golden.write_text(shown, encoding="utf-8")
            return
        expected = golden.read_text(encoding="utf-8") if golden.exists() else ""
        difference = difflib.unified_diff(
            expected.splitlines(), shown.splitlines(), name, "on the screen", lineterm=""
        )
        assert expected == shown, os.linesep.join(difference)

    return check


def screen_lines(app: App[None]) -> list[str]:
    strips = app.screen._compositor.render_strips()
    return ["".join(segment.text for segment in strip).rstrip() for strip in strips]


def box_of(app: App[None]) -> Input:
    return app.screen.query_one("#box", Input)

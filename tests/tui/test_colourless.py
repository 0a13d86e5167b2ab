"""NO_COLOR: not one colour is sent, and the cursor can be seen all the same."""

import pytest
from rich.style import Style

from tests.tui.playing import Player, play
from tests.tui.scripted import LAKE, ScriptedSession, app_of, asked, overview


def styles_of(player: Player) -> list[Style]:
    strips = player.app.screen._compositor.render_strips()
    return [segment.style for strip in strips for segment in strip if segment.style]


def has_colour(style: Style) -> bool:
    grounds = (style.color, style.bgcolor)
    return any(ground is not None and not ground.is_default for ground in grounds)


@pytest.mark.parametrize("terminal", ["xterm-256color", "linux"])
@pytest.mark.parametrize("is_home", [True, False], ids=["home", "study"])
def test_nothing_has_a_colour(
    terminal: str, is_home: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", terminal)
    monkeypatch.delenv("COLORTERM", raising=False)

    async def scenario(player: Player) -> None:
        assert not any(map(has_colour, styles_of(player)))
        if is_home:
            return
        assert sum(bool(style.reverse) for style in styles_of(player)) == 1
        await player.write("바이칼호", "enter")
        assert not any(map(has_colour, styles_of(player)))
        assert any(style.bold for style in styles_of(player))

    home = overview() if is_home else None
    play(app_of(ScriptedSession([asked(LAKE)]), home=home), scenario)


def test_colours_are_there_where_nobody_refused_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)

    async def scenario(player: Player) -> None:
        assert any(map(has_colour, styles_of(player)))

    play(app_of(ScriptedSession([asked(LAKE)])), scenario)

"""Windows too small for anything: they say so, and keep what was typed."""

import pytest

from tests.tui.playing import Player, play
from tests.tui.scripted import LAKE, ScriptedSession, app_of, asked, overview

_TURNS = 50
TINY = [(29, 12), (40, 9), (20, 5), (10, 3), (1, 1)]


async def resized(player: Player, size: tuple[int, int], shown: str, *, until: bool) -> None:
    """Change the size, and wait until a text is shown, or until it is gone."""
    await player.resize(*size)
    for _ in range(_TURNS):
        if (shown in player.text) is until:
            return
        await player.press()
    pytest.fail(player.text)


@pytest.mark.parametrize("size", TINY)
def test_a_window_too_small_says_so_and_keeps_what_was_typed(size: tuple[int, int]) -> None:
    async def scenario(player: Player) -> None:
        await player.write("바이칼")
        await resized(player, size, LAKE.prompt[:8], until=False)
        assert LAKE.prompt[:8] not in player.text
        if size[0] >= 20:
            assert "창이 너무 작아요." in player.text
        await resized(player, (40, 15), LAKE.prompt[:8], until=True)
        assert "너무 작아요" not in player.text
        assert player.typed == "바이칼"
        await player.press("호", "enter")
        assert "맞았어요" in player.text

    play(app_of(ScriptedSession([asked(LAKE)])), scenario)


@pytest.mark.parametrize("size", [(30, 10), (31, 11)])
def test_a_window_just_large_enough_shows_the_card(size: tuple[int, int]) -> None:
    async def scenario(player: Player) -> None:
        assert LAKE.prompt[:8] in player.text
        assert "너무 작아요" not in player.text

    play(app_of(ScriptedSession([asked(LAKE)])), scenario, size=size)


def test_the_first_screen_says_so_too_and_in_the_language() -> None:
    async def scenario(player: Player) -> None:
        assert "This window is too" in player.text
        await resized(player, (80, 24), "too small", until=False)
        assert "too small" not in player.text
        assert "overmorrow" in player.text

    app = app_of(ScriptedSession([asked(LAKE)]), home=overview(), language="en")
    play(app, scenario, size=(24, 8))

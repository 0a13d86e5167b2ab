"""Text that can be read: measured on the colours that are drawn."""

import pytest
from rich.style import Style
from textual.color import Color

from overmorrow.settings import Settings
from overmorrow.tui.contrast import LEAST_CONTRAST, contrast
from overmorrow.tui.themes import theme_names
from tests.tui.playing import Player, play
from tests.tui.scripted import LAKE, LENGTH, ScriptedSession, app_of, asked, overview

THEMES = [name for name in theme_names() if not name.startswith("ansi")]
DRAWN = set("─━█▁▂▃▄▅▆▇▏▎▍▋▊▉│┌┐└┘· ")
"""Lines, bars and spaces: what they say is said in words and numbers too."""


def faint(player: Player) -> list[tuple[str, float]]:
    """Return what is on the screen with too little contrast."""
    found = []
    for strip in player.app.screen._compositor.render_strips():
        for segment in strip:
            if set(segment.text) <= DRAWN or segment.style is None:
                continue
            measured = _contrast(segment.style)
            if measured < LEAST_CONTRAST:
                found.append((segment.text.strip(), round(measured, 2)))
    return found


def _contrast(style: Style) -> float:
    assert style.color is not None
    assert style.bgcolor is not None
    return contrast(Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor))


def test_contrast_is_that_of_the_source() -> None:
    assert round(contrast(Color(0, 0, 0), Color(255, 255, 255)), 1) == 21
    assert contrast(Color(9, 9, 9), Color(9, 9, 9)) == 1
    assert round(contrast(Color.parse("#777777"), Color.parse("#ffffff")), 2) == 4.48


@pytest.mark.parametrize("theme", THEMES)
def test_every_word_can_be_read_in_every_theme(theme: str) -> None:
    async def at_home(player: Player) -> None:
        assert faint(player) == []
        await player.press("comma", "down")
        assert faint(player) == []

    async def at_a_card(player: Player) -> None:
        await player.press("tab")
        assert faint(player) == []
        await player.write("카스피해", "enter")
        assert faint(player) == []
        await player.press("question_mark")
        assert faint(player) == []

    settings = Settings(theme=theme)
    cards = [asked(LAKE), asked(LENGTH)]
    play(app_of(ScriptedSession(cards), home=overview(), settings=settings), at_home)
    play(app_of(ScriptedSession(cards), settings=settings), at_a_card)


@pytest.mark.parametrize("theme", ["ansi-dark", "ansi-light"])
def test_the_terminals_own_colours_are_left_to_it(theme: str) -> None:
    app = app_of(ScriptedSession([asked(LAKE)]), settings=Settings(theme=theme))

    async def scenario(player: Player) -> None:
        await player.write("카스피해", "enter")
        for strip in app.screen._compositor.render_strips():
            for segment in strip:
                colour = segment.style and segment.style.color
                assert not colour or colour.triplet is None

    play(app, scenario)


@pytest.mark.parametrize("no_color", ["", "1"])
def test_chosen_right_and_wrong_can_be_told_without_colour(
    no_color: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", no_color)

    async def at_home(player: Player) -> None:
        assert "  > 모두" in player.text
        await player.press("down")
        assert "  > ▾ 지리" in player.text
        await player.press("comma")
        assert "  > 하루 새 카드" in player.text
        await player.press("f10")
        assert "│ > " in player.text

    async def at_a_card(player: Player) -> None:
        await player.write("바이칼호", "enter")
        assert "✓ 내 답" in player.text
        assert "> 5 즉답" in player.text
        await player.press("enter")
        await player.write("7", "enter")
        assert "✗ 내 답" in player.text

    cards = [asked(LAKE), asked(LENGTH)]
    play(app_of(ScriptedSession(cards), home=overview()), at_home)
    play(app_of(ScriptedSession(cards)), at_a_card)

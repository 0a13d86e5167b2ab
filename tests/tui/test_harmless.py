"""What a collection of somebody else's holds cannot steer the terminal."""

from collections.abc import Callable

import pytest
from textual.widgets import Input

from overmorrow.cards.text import without_steering
from overmorrow.store.day_tree import DeckCounts
from overmorrow.tui.program import OvermorrowApp
from tests.tui.conftest import box_of
from tests.tui.playing import Player, play
from tests.tui.scripted import LAKE, ScriptedSession, app_of, asked, overview

EVIL = "\x1b]0;mine\x07\x1b[31m\x9b31m\u202e\u2066호수\x7f"


def drawn(player: Player) -> str:
    """Return all text that goes to the terminal, without our own control codes."""
    strips = player.app.screen._compositor.render_strips()
    return "\n".join(segment.text for strip in strips for segment in strip if not segment.control)


def home() -> OvermorrowApp:
    decks = (DeckCounts(1, EVIL, 1, 2, 3, 4),)
    return app_of(ScriptedSession([]), home=overview(decks=decks))


def question() -> OvermorrowApp:
    return app_of(ScriptedSession([asked(LAKE._replace(prompt=EVIL, source=EVIL))]))


@pytest.mark.parametrize("app", [home, question])
@pytest.mark.parametrize("is_colourless", [True, False])
def test_what_would_steer_is_left_out(
    app: Callable[[], OvermorrowApp], is_colourless: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if is_colourless:
        monkeypatch.setenv("NO_COLOR", "1")

    async def scenario(player: Player) -> None:
        assert "]0;mine[31m31m호수" in drawn(player)
        assert without_steering(drawn(player)) == drawn(player)

    play(app(), scenario)


def test_a_box_is_no_way_round(monkeypatch: pytest.MonkeyPatch) -> None:
    async def scenario(player: Player) -> None:
        box = box_of(player.app)
        monkeypatch.setattr(box, "validate_value", lambda value: value)
        box.value = EVIL
        await player.press("home")
        assert isinstance(box, Input)
        assert "호수" in drawn(player)
        assert without_steering(drawn(player)) == drawn(player)

    play(question(), scenario)

"""What the footer names is what works: on the way through the screens, at each step."""

import pytest
from textual.screen import Screen

from overmorrow.cards.card import Card
from overmorrow.jobs.home import Overview
from overmorrow.settings import Settings
from overmorrow.tui.keys import commands_at, shown_keys
from overmorrow.tui.screens.page import Page
from tests.tui.playing import Player, play
from tests.tui.scripted import (
    DONE,
    FIRST_RUN,
    LAKE,
    LENGTH,
    OCEAN,
    WHY,
    ScriptedSession,
    app_of,
    asked,
    overview,
)

AT_CARDS = [
    [],
    ["escape"],
    ["escape", "f"],
    ["x", "enter"],
    ["x", "enter", "y"],
    ["x", "enter", "n"],
    ["x", "enter", "f8"],
    ["space"],
    ["x", "enter", "i"],
    ["f1"],
    ["f1", "slash"],
    ["f10"],
]
AT_HOME = [
    [],
    ["t"],
    ["t", "2"],
    ["i"],
    ["g"],
    ["comma"],
    ["comma", "enter"],
    ["comma", "slash"],
    ["question_mark"],
    ["f10"],
]


def unkept(player: Player) -> list[tuple[str, str]]:
    """Return the offers whose key is not listed at the place, or does nothing there."""
    page: Screen[object] = player.app.screen
    assert isinstance(page, Page)
    listed = {
        part
        for command in commands_at(page.place)
        for key in shown_keys(command)
        for part in (key, key.replace(" ", ""), *key.split())
    }
    ranges = {"0–5", "1–4", "0–7", "1–9"}
    return [
        (offer.key, offer.label)
        for offer in page.footer_offers
        if not (set(offer.key.split()) <= listed or offer.key in listed | ranges)
        or (offer.action and not offer.action.startswith("app.") and not page.does(offer.action))
    ]


@pytest.mark.parametrize("size", [(80, 24), (40, 15)], ids=["80x24", "40x15"])
@pytest.mark.parametrize("keys", AT_CARDS, ids=" ".join)
def test_at_a_card(keys: list[str], size: tuple[int, int]) -> None:
    async def scenario(player: Player) -> None:
        await player.press(*keys)
        assert unkept(player) == []

    play(app_of(ScriptedSession([asked(LAKE), asked(LENGTH)])), scenario, size)


@pytest.mark.parametrize("card", [OCEAN, WHY], ids=["choice", "long"])
def test_at_other_cards(card: Card) -> None:
    async def scenario(player: Player) -> None:
        assert unkept(player) == []

    play(app_of(ScriptedSession([asked(card)])), scenario)


@pytest.mark.parametrize("keys", AT_HOME, ids=" ".join)
def test_from_the_first_screen(keys: list[str]) -> None:
    async def scenario(player: Player) -> None:
        await player.press(*keys)
        await player.app.workers.wait_for_complete()
        assert unkept(player) == []

    play(app_of(ScriptedSession([asked(LAKE)]), home=overview()), scenario)


@pytest.mark.parametrize("shown", [FIRST_RUN, DONE], ids=["first", "done"])
@pytest.mark.parametrize("language", ["ko", "en"])
def test_on_the_other_first_screens(shown: Overview, language: str) -> None:
    async def scenario(player: Player) -> None:
        assert unkept(player) == []

    app = app_of(
        ScriptedSession([asked(LAKE)]),
        home=shown,
        language=language,
        settings=Settings(grade_keys="anki"),
    )
    play(app, scenario)

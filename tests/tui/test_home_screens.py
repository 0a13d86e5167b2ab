"""How the first screens look, in both languages, large and small."""

import pytest

from overmorrow.jobs.asked import Progress
from overmorrow.jobs.backlog import Backlog
from overmorrow.jobs.home import Overview
from overmorrow.settings import Settings
from overmorrow.store.day_tree import DeckCounts
from overmorrow.store.pace import Pace
from tests.tui.conftest import ScreenMatches
from tests.tui.playing import Player, play
from tests.tui.scripted import (
    DONE,
    FIRST_RUN,
    LAKE,
    ScriptedSession,
    app_of,
    asked,
    overview,
)

SIZES = [(80, 24), (40, 15), (120, 40)]
EMPTY = overview(
    decks=(),
    whole=DeckCounts(0, "", 0, 0, 0, 0),
    progress=Progress(new=0, review=0, drill=0, done=0),
    is_first_run=True,
    streak_days=0,
)
OVERDUE = Backlog(
    overdue=312,
    coming=(6, 9, 4, 3, 2, 3, 1, 2),
    absent_days=41,
    limit=200,
    seconds_each=27.0,
    pace=None,
)
BACKLOG = overview(backlog=OVERDUE)
PACED = overview(
    backlog=Backlog(
        overdue=210,
        coming=OVERDUE.coming,
        absent_days=1,
        limit=200,
        seconds_each=None,
        pace=Pace(40, rest_new=True),
    ),
)
DEEP = overview(
    decks=tuple(
        DeckCounts(
            number,
            "::".join(f"{level}단계 아주 긴 이름의 덱" for level in range(depth)),
            1,
            2,
            0,
            9,
        )
        for number, depth in enumerate(range(1, 30), 1)
    ),
)
STATES = {
    "home_empty": EMPTY,
    "home_first": FIRST_RUN,
    "home": overview(searches=(("거머리", "is:leech"),)),
    "home_paced": PACED,
    "home_deep": DEEP,
    "home_done": DONE,
    "home_backlog": BACKLOG,
    "home_pace": PACED,
    "deck_options": overview(),
    "deck_new": overview(),
    "deck_rename": overview(),
}
KEYS = {
    "home_deep": ("end",),
    "home_pace": ("b", "down"),
    "deck_options": ("down", "down", "e"),
    "deck_new": ("n",),
    "deck_rename": ("down", "down", "e", "n"),
}


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("name", STATES)
@pytest.mark.parametrize("size", SIZES, ids=["80x24", "40x15", "120x40"])
def test_first_screens(
    name: str, language: str, size: tuple[int, int], screen_matches: ScreenMatches
) -> None:
    shown: Overview = STATES[name]
    suffix = "" if size == (80, 24) else f"_{size[0]}x{size[1]}"

    async def scenario(player: Player) -> None:
        await player.press(*KEYS.get(name, ()))
        screen_matches(player.app, f"{name}_{language}{suffix}")

    play(app_of(ScriptedSession([asked(LAKE)]), home=shown, language=language), scenario, size)


def test_the_first_screens_are_drawn_in_ascii_too(screen_matches: ScreenMatches) -> None:
    async def scenario(player: Player) -> None:
        screen_matches(player.app, "home_ascii")

    settings = Settings(ascii=True)
    play(app_of(ScriptedSession([asked(LAKE)]), home=PACED, settings=settings), scenario)

"""A clock that goes back while the program runs is asked about, and believed at y."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from overmorrow.clock import DAY_MS, AskedClock, Moment
from overmorrow.jobs.asked import Limits
from overmorrow.tui.collection import OpenCollection
from overmorrow.tui.program import OvermorrowApp
from tests.tui.playing import Player, play
from tests.tui.scripted import MOMENT, Stopwatch, options_of

BACK = "9일 앞이에요. 맞으면 y"


class Wall:
    """A clock on the wall that somebody may set."""

    days_back = 0

    def __call__(self) -> Moment:
        return MOMENT._replace(wall_ms=MOMENT.wall_ms - self.days_back * DAY_MS)


def with_wall(folder: Path, scenario: Callable[[Player, Wall], Awaitable[None]]) -> None:
    wall = Wall()
    options = options_of()._replace(database_path=str(folder / "study.db"), clock=AskedClock(wall))
    collection = OpenCollection(options)
    session = collection.study(None, Limits())
    app = OvermorrowApp(options, collection, session, now_ms=Stopwatch())

    async def run(player: Player) -> None:
        await player.write("x", "enter", "4")
        wall.days_back = 9
        await player.write("x", "enter", "4")
        await scenario(player, wall)

    play(app, run)
    collection.close()


@pytest.mark.parametrize("key", ["y", "ㅛ"])
def test_y_takes_the_learners_word(tmp_path: Path, key: str) -> None:
    async def scenario(player: Player, _wall: Wall) -> None:
        assert BACK in player.text
        assert "1/20" in player.lines[0]
        await player.press(key)
        assert player.status == "이 날짜가 맞는 것으로 할게요. 하던 것을 다시 하세요."
        assert "맞은 걸로 할까요" not in player.text
        await player.press("4")
        assert BACK not in player.text
        await player.write("x", "enter", "4")
        assert BACK not in player.text
        await player.press("escape", "escape", "t")
        assert player.screen_name == "StatisticsScreen"
        assert BACK not in player.text

    with_wall(tmp_path, scenario)


def test_any_other_key_means_what_it_means(tmp_path: Path) -> None:
    async def scenario(player: Player, wall: Wall) -> None:
        await player.press("right")
        assert "> 2 아까움" in player.text
        await player.press("y")
        assert "맞은 걸로 할까요" in player.text
        await player.press("escape")
        wall.days_back = 0
        await player.press("4")
        assert "2/20" in player.lines[0]

    with_wall(tmp_path, scenario)

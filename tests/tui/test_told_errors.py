"""What a learner can mend is told where it comes up, and the program goes on."""

from collections.abc import Awaitable, Callable

import pytest

from overmorrow.errors import BusyError, ClockError, DatabaseError, OvermorrowError
from overmorrow.jobs.card_info import CardInfo
from overmorrow.jobs.home import Overview
from overmorrow.tui.program import OvermorrowApp
from tests.tui.playing import Player, play
from tests.tui.scripted import (
    LAKE,
    ScriptedCollection,
    ScriptedSession,
    Stopwatch,
    asked,
    options_of,
    overview,
)

PATH = "/tmp/study.db"  # noqa: S108 -- a name to tell, nothing is there
TOLD = {
    "busy": (BusyError("store.busy"), "다른 창이 쓰는 중이라"),
    "full": (DatabaseError("store.disk_full", path=PATH), "디스크"),
    "read only": (DatabaseError("store.read_only", path=PATH), "쓸 수 없"),
    "clock": (ClockError("errors.clock_behind", days=9, last_day=739_948), "11월 28일 토요일"),
}


class RefusingCollection(ScriptedCollection):
    """Gives an error when asked for a card's history or for the first screen."""

    def __init__(self, error: OvermorrowError, *, at_start: bool = False) -> None:
        super().__init__(ScriptedSession([asked(LAKE)]), overview())
        self.error = error
        self.at_start = at_start

    def overview(self) -> Overview:
        if self.at_start:
            raise self.error
        return super().overview()

    def card_info(self, card_id: int) -> CardInfo:  # noqa: ARG002 -- as the screens ask
        raise self.error


def played(
    collection: RefusingCollection, scenario: Callable[[Player], Awaitable[None]]
) -> OvermorrowApp:
    app = OvermorrowApp(options_of(), collection, now_ms=Stopwatch())
    play(app, scenario)
    return app


@pytest.mark.parametrize("name", TOLD)
def test_an_error_is_told_on_the_screen_that_goes_on(name: str) -> None:
    error, words = TOLD[name]

    async def scenario(player: Player) -> None:
        await player.press("enter")
        await player.write("바이칼호", "enter")
        await player.press("i")
        assert words in player.text, player.text
        assert player.screen_name == "StudyScreen"
        await player.press("4")
        assert words not in player.text
        assert player.screen_name == "SummaryScreen"

    assert played(RefusingCollection(error), scenario).crash is None


def test_an_error_before_the_first_screen_ends_the_program() -> None:
    error = DatabaseError("store.disk_full", path=PATH)

    async def scenario(_player: Player) -> None:
        pytest.fail("there is a screen")

    app = OvermorrowApp(options_of(), RefusingCollection(error, at_start=True), now_ms=Stopwatch())
    with pytest.raises(DatabaseError):
        play(app, scenario)
    assert app.crash is error

"""While another process writes, the answer is kept, the screen lives on, and it is said."""

from collections.abc import Awaitable, Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from time import monotonic

from overmorrow.clock import DAY_MS
from overmorrow.jobs.asked import Limits
from overmorrow.store.database import Database, open_database
from overmorrow.tui.collection import OpenCollection
from overmorrow.tui.program import OvermorrowApp
from tests.tui.playing import Player, play
from tests.tui.scripted import MOMENT, options_of

WAITING = "다른 창이 쓰는 중이에요. 끝나는 대로 저장할게요."
_KEY_MS = 500


class Clock:
    """A stopwatch that goes on when a key is pressed."""

    now_ms = 0

    def __call__(self) -> int:
        return self.now_ms


class Waiter(Player):
    """A learner who takes half a second for each key."""

    clock: Clock

    async def press(self, *keys: str) -> None:
        for key in keys:
            self.clock.now_ms += _KEY_MS
            await super().press(key)

    async def until(self, holds: Callable[[], bool]) -> None:
        end = monotonic() + 60
        while not holds():
            assert monotonic() < end, self.text
            await super().press()


@contextmanager
def studying(folder: Path) -> Iterator[tuple[OvermorrowApp, Database, Clock]]:
    """The app with a sitting, another window's connection, and the time."""
    options = options_of()._replace(database_path=str(folder / "study.db"))
    collection = OpenCollection(options)
    session, clock = collection.study(None, Limits()), Clock()
    app = OvermorrowApp(options, collection, session, now_ms=clock)
    with closing(open_database(options.database_path)) as other:
        yield app, other, clock
    collection.close()


def study(folder: Path, scenario: Callable[[Waiter, Database], Awaitable[None]]) -> None:
    with studying(folder) as (app, other, clock):

        async def run(player: Player) -> None:
            waiter = Waiter(player.app, player._pilot)
            waiter.clock = clock
            await scenario(waiter, other)

        play(app, run)


def test_an_answer_waits_for_another_window_and_is_saved(tmp_path: Path) -> None:
    async def scenario(player: Waiter, other: Database) -> None:
        await player.write("x", "enter")
        before = player.lines[:12]
        with other.transaction():
            await player.press("4")
            assert player.status == WAITING
            assert player.lines[:12] == before
            await player.press("5", "left")
            assert player.status == WAITING
            assert other.number("SELECT count(*) FROM event") == 0
        await player.until(lambda: "1/20" in player.lines[0])
        assert player.status == ""
        assert other.rows("SELECT quality FROM event") == [(4,)]

    study(tmp_path, scenario)


def test_escape_ends_the_wait_and_nothing_is_lost(tmp_path: Path) -> None:
    async def scenario(player: Waiter, other: Database) -> None:
        await player.write("x", "enter")
        with other.transaction():
            await player.press("4", "escape")
            assert player.status == "저장하지 않았어요. 답은 남아 있어요: Enter로 다시."
        await player.press("4")
        assert "1/20" in player.lines[0]

    study(tmp_path, scenario)


def test_undo_waits_too(tmp_path: Path) -> None:
    async def scenario(player: Waiter, other: Database) -> None:
        await player.write("가나", "enter", "4")
        with other.transaction():
            await player.write("다라", "f9")
            assert player.status == WAITING
            assert player.typed == "다라"
        await player.until(lambda: player.status.startswith("되돌렸어요"))
        assert player.typed == "가나"

    study(tmp_path, scenario)


def test_after_five_seconds_the_answer_is_still_there(tmp_path: Path) -> None:
    async def scenario(player: Waiter, other: Database) -> None:
        await player.write("x", "enter")
        with other.transaction():
            await player.press("4")
            player.clock.now_ms += 6_000
            await player.until(lambda: "5초 안에 저장하지 못했어요" in player.text)
        await player.press("4")
        assert "1/20" in player.lines[0]

    study(tmp_path, scenario)


def wait_at_home(
    folder: Path, scenario: Callable[[Waiter, Database], Awaitable[None]], overdue: int = 0
) -> None:
    """Answer a card, then run a scenario at home; some days later if cards shall be overdue."""

    async def answer(player: Waiter, other: Database) -> None:
        await player.write("x", "enter", "4")
        with other.transaction() as connection:
            connection.execute("UPDATE histogram SET cards = ? WHERE measure = 'due'", (overdue,))

    study(folder, answer)
    options = options_of()._replace(database_path=str(folder / "study.db"))
    if overdue:
        moment = MOMENT._replace(wall_ms=MOMENT.wall_ms + 41 * DAY_MS)
        options = options._replace(clock=lambda: moment)
    collection, clock = OpenCollection(options), Clock()
    app = OvermorrowApp(options, collection, now_ms=clock)
    with closing(open_database(options.database_path)) as other:

        async def run(player: Player) -> None:
            waiter = Waiter(player.app, player._pilot)
            waiter.clock = clock
            await scenario(waiter, other)

        play(app, run)
    collection.close()


def test_options_of_a_deck_wait_for_another_window(tmp_path: Path) -> None:
    async def scenario(player: Waiter, other: Database) -> None:
        await player.press("down", "e", "right")
        assert player.screen_name == "DeckOptionsScreen"
        with other.transaction():
            await player.press("enter")
            assert player.status == WAITING
            await player.press("down")
            assert player.status == WAITING
            assert other.value("SELECT options FROM deck") is None
        await player.until(lambda: player.screen_name == "HomeScreen")
        assert '"new_per_day": 25' in str(other.value("SELECT options FROM deck"))

    wait_at_home(tmp_path, scenario)


def test_options_that_wait_too_long_are_kept_on_the_screen(tmp_path: Path) -> None:
    async def scenario(player: Waiter, other: Database) -> None:
        await player.press("down", "e", "right")
        with other.transaction():
            await player.press("enter")
            player.clock.now_ms += 6_000
            await player.until(lambda: "저장하지 못했어요" in player.text)
        assert player.screen_name == "DeckOptionsScreen"
        assert "25장" in player.text
        with other.transaction():
            await player.press("enter", "escape")
            assert player.screen_name == "HomeScreen"
        assert other.value("SELECT options FROM deck") is None

    wait_at_home(tmp_path, scenario)


def test_a_pace_waits_for_another_window(tmp_path: Path) -> None:
    async def scenario(player: Waiter, other: Database) -> None:
        assert player.screen_name == "BacklogScreen"
        with other.transaction():
            await player.press("enter")
            assert player.status == WAITING
        await player.until(lambda: player.screen_name != "BacklogScreen")
        assert other.value("SELECT value FROM meta WHERE key = 'pace'") is not None

    wait_at_home(tmp_path, scenario, overdue=30)


def test_the_name_of_a_search_waits_for_another_window(tmp_path: Path) -> None:
    async def scenario(player: Waiter, other: Database) -> None:
        await player.press("slash", *"is:due", "enter")
        await player.press("ctrl+b", *"late")
        with other.transaction():
            await player.press("enter")
            assert player.status == WAITING
        await player.until(lambda: other.value("SELECT name FROM saved_search") == "late")
        with other.transaction():
            await player.press("ctrl+b", "down", "f8")
            assert player.status == WAITING
        await player.until(lambda: other.value("SELECT text FROM saved_search") == "")

    wait_at_home(tmp_path, scenario)

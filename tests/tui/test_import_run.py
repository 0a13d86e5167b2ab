"""An import under way: it can be stopped, and it goes on when its screen is left."""

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest

from overmorrow.tui.collection import OpenCollection
from overmorrow.tui.imports import Imported, Imports, Plan
from tests.tui.importing import Importer, cards_in, import_with, options_in, write_rivers

NEW_DECK = "강 이름"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


class Slow(Imports):
    """Waits after the first piece until it is let go."""

    def __init__(self, folder: Path) -> None:
        super().__init__(options_in(folder))
        self.let_go = Event()

    def write(self, plan: Plan, progress: Callable[[int], None]) -> Imported:
        def slowly(done: int) -> None:
            progress(1)
            assert self.let_go.wait(20)
            progress(done)

        return super().write(plan, slowly)


def slowed(slow: Slow) -> Callable[[OpenCollection], None]:
    def change(collection: OpenCollection) -> None:
        collection.imports = lambda: slow  # type: ignore[method-assign]  # one that waits

    return change


async def begin(player: Importer) -> None:
    """Begin an import that will not end by itself."""
    await player.press("i")
    await player.name("강 이름.csv", "enter", "enter")
    await player._pilot.press("enter")
    await player._pilot.pause(0.05)


def test_escape_twice_stops_and_leaves_the_collection_as_it_was(tmp_path: Path) -> None:
    write_rivers(tmp_path)
    slow = Slow(tmp_path)

    async def scenario(player: Importer) -> None:
        before = cards_in(tmp_path)
        await begin(player)
        await player._pilot.press("escape")
        await player._pilot.pause()
        assert player.status == "Esc 한 번 더: 멈추고 모두 되돌려요."
        await player._pilot.press("escape")
        await player._pilot.pause()
        slow.let_go.set()
        await player.settle()
        assert "멈추고 되돌렸어요." in player.text
        assert cards_in(tmp_path) == before

    import_with(tmp_path, scenario, change=slowed(slow))


def test_import_goes_on_when_its_screen_is_left(tmp_path: Path) -> None:
    write_rivers(tmp_path)
    slow = Slow(tmp_path)

    async def scenario(player: Importer) -> None:
        await begin(player)
        assert "1/5" in player.text
        await player._pilot.press("enter")
        await player._pilot.pause()
        assert player.screen_name == "HomeScreen"
        assert "i 가져오는 중 20%" in player.lines[-1]
        await player._pilot.press("u")
        await player._pilot.pause()
        assert player.status == "가져오는 중이에요. i로 볼 수 있어요."
        await player._pilot.press("i")
        await player._pilot.pause()
        assert player.screen_name == "ImportRunScreen"
        await player._pilot.press("enter")
        await player._pilot.pause()
        slow.let_go.set()
        await player.settle()
        assert player.status == "5장을 넣었어요. u 되돌리기"
        assert NEW_DECK in player.text

    import_with(tmp_path, scenario, change=slowed(slow))


def test_import_that_ends_while_studying_says_so_there(tmp_path: Path) -> None:
    write_rivers(tmp_path)
    slow = Slow(tmp_path)

    async def scenario(player: Importer) -> None:
        await begin(player)
        await player._pilot.press("enter")
        await player._pilot.pause()
        await player._pilot.press("enter")
        await player._pilot.pause()
        assert player.screen_name == "StudyScreen"
        slow.let_go.set()
        await player.settle()
        assert player.screen_name == "StudyScreen"
        assert player.status == "5장을 넣었어요."

    import_with(tmp_path, scenario, change=slowed(slow))


def test_what_was_imported_meanwhile_belongs_to_what_enter_goes_on_with(tmp_path: Path) -> None:
    first = "---\ntitle: 강\nlang: ko\n---\n\nQ: 하나\nA: 1\n\nQ: 둘\nA: 2\n"
    more = first + "\nQ: 셋\nA: 3\n"

    async def bring(player: Importer, text: str) -> None:
        _write(tmp_path / "강.md", text)
        await player.press("i")
        await player.name("강.md", "enter", "enter", "enter")

    async def scenario(player: Importer) -> None:
        await bring(player, first)
        await player.press("enter", "space", "space", "escape", "escape")
        assert "이어서 1/2" in player.lines[-1]
        await bring(player, more)
        await player.press("escape")
        assert "이어서 1/3" in player.lines[-1]

    import_with(tmp_path, scenario)


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")

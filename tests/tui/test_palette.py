"""The list of all commands: what it offers, how it is found, and that it is done."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from overmorrow.jobs.asked import Limits
from overmorrow.jobs.maintain import backups_folder
from overmorrow.tui.collection import OpenCollection
from overmorrow.tui.program import OvermorrowApp
from overmorrow.tui.screens.palette import PaletteScreen
from tests.tui.conftest import ScreenMatches
from tests.tui.playing import Player, play
from tests.tui.scripted import (
    LAKE,
    LENGTH,
    ScriptedCollection,
    ScriptedSession,
    Stopwatch,
    app_of,
    asked,
    overview,
)
from tests.tui.test_program import options_for


def at_home(language: str = "ko") -> OvermorrowApp:
    return app_of(ScriptedSession([asked(LAKE), asked(LENGTH)]), home=overview(), language=language)


def at_a_card() -> OvermorrowApp:
    return app_of(ScriptedSession([asked(LAKE), asked(LENGTH)]))


def first_of(player: Player) -> str:
    """Return the entry that Enter would do."""
    line = next(line for line in player.lines[4:] if "> " in line.partition("│")[2])
    return line.partition("> ")[2].strip("│ ")


async def find(player: Player, text: str) -> None:
    screen = player.app.screen
    assert isinstance(screen, PaletteScreen)
    screen.query_one("#find").value = text  # type: ignore[attr-defined]  # a box
    await player.press()


@pytest.mark.parametrize("key", ["f10", "ctrl+p"])
def test_it_opens_over_a_card_and_the_typed_text_stays(key: str) -> None:
    async def scenario(player: Player) -> None:
        await player.write("바이", key)
        assert player.screen_name == "PaletteScreen"
        await player.press("escape")
        assert player.screen_name == "StudyScreen"
        assert player.typed == "바이"
        await player.press("enter")
        assert "틀렸어요" in player.text

    play(at_a_card(), scenario)


@pytest.mark.parametrize("text", ["ㄱㅈㅇㄱ", "가젼", "import", "rkwudh", "ㅑㅡㅔㅐㄱㅅ"])
def test_import_is_found_however_it_is_typed(text: str) -> None:
    async def scenario(player: Player) -> None:
        await player.press("f10")
        await find(player, text.replace("가젼", "가져"))
        assert first_of(player).startswith("가져오기")
        await player.press("enter")
        assert player.screen_name == "ImportFileScreen"

    play(at_home(), scenario)


def test_a_command_is_done_on_the_screen_below() -> None:
    async def scenario(player: Player) -> None:
        await player.press("f10")
        await find(player, "힌트")
        await player.press("enter")
        assert player.screen_name == "StudyScreen"
        assert "4글자" in player.text

    play(at_a_card(), scenario)


def test_only_what_does_something_now_is_offered() -> None:
    async def scenario(player: Player) -> None:
        await player.write("바이칼호", "enter", "f10")
        await find(player, "맞은 걸로")
        assert "그런 일은 없어요." in player.text
        await find(player, "틀린 걸로")
        assert first_of(player).startswith("틀린 걸로")

    play(at_a_card(), scenario)


def test_letters_want_alt_while_an_answer_is_written() -> None:
    async def scenario(player: Player) -> None:
        await player.press("f10")
        await find(player, "내일로")
        assert "F6  Alt+b" in first_of(player)
        await player.press("escape", "enter", "f10")
        await find(player, "내일로")
        assert "F6  b" in first_of(player)

    play(at_a_card(), scenario)


def test_a_deck_is_studied_by_its_name() -> None:
    app = at_home()

    async def scenario(player: Player) -> None:
        await player.press("f10")
        await find(player, "ㅁㅌ")
        await find(player, "공부 물")
        assert first_of(player).startswith("공부: 지리::물")
        await player.press("enter")
        assert player.screen_name == "StudyScreen"
        collection = app._collection
        assert isinstance(collection, ScriptedCollection)
        assert collection.studied == [("지리::물", Limits())]

    play(app, scenario)


@pytest.mark.parametrize(
    ("text", "screen"),
    [
        ("statistics", "StatisticsScreen"),
        ("설정", "SettingsScreen"),
        ("첫 화면으로", "HomeScreen"),
        ("글로 덱", "GenerateInputScreen"),
        ("도움말", "HelpScreen"),
    ],
)
def test_a_card_is_left_for_another_screen(
    text: str, screen: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # half-done work is looked for in the collection, made where it is

    async def scenario(player: Player) -> None:
        await player.press("f10")
        await find(player, text)
        await player.press("enter")
        assert player.screen_name == screen

    play(at_a_card(), scenario)


def test_half_done_work_is_not_left_by_it() -> None:
    async def scenario(player: Player) -> None:
        await player.press("i", "f10")
        await find(player, "글로 덱 만들기")
        assert "그런 일은 없어요." in player.text
        await find(player, "도움말")
        assert first_of(player).startswith("도움말")

    play(at_home(), scenario)


def test_the_language_is_switched_in_place_and_remembered(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await player.write("바이", "f10")
        await find(player, "language")
        await player.press("enter")
        assert player.screen_name == "StudyScreen"
        assert "show answer" in player.text
        assert player.typed == "바이"

    play(at_a_card(), scenario)
    written = tmp_path / "overmorrow" / "settings.toml"
    assert written.read_text(encoding="utf-8") == 'language = "en"\n'


def test_a_click_chooses_and_a_second_one_does_it() -> None:
    async def scenario(player: Player) -> None:
        await player.press("f10")
        row = next(at for at, line in enumerate(player.lines) if " 통계 " in line)
        await player.click(20, row)
        assert first_of(player).startswith("통계")
        await player.click(20, row)
        assert player.screen_name == "StatisticsScreen"

    play(at_home(), scenario)


def test_the_wheel_goes_through_the_commands_and_stays_at_the_ends() -> None:
    async def scenario(player: Player) -> None:
        await player.press("f10")
        first = first_of(player)
        await player.wheel(20, 8, 1)
        assert first_of(player) != first
        await player.press("up", "up", "up")
        assert first_of(player) == first
        await player.wheel(20, 8, 1)
        await player.wheel(20, 8, -2)
        assert first_of(player) == first
        await player.wheel(20, 8, 100)
        await player.press("down")
        assert first_of(player) == first

    play(at_home(), scenario)


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("size", [(80, 24), (40, 15)], ids=["80x24", "40x15"])
def test_how_it_looks(language: str, size: tuple[int, int], screen_matches: ScreenMatches) -> None:
    suffix = "" if size == (80, 24) else "_40x15"

    async def scenario(player: Player) -> None:
        await player.press("f10", "down")
        screen_matches(player.app, f"palette_{language}{suffix}")

    play(at_home(language), scenario, size)


def test_it_is_drawn_in_ascii_too(screen_matches: ScreenMatches) -> None:
    from overmorrow.settings import Settings

    app = app_of(ScriptedSession([asked(LAKE)]), language="en", settings=Settings(ascii=True))

    async def scenario(player: Player) -> None:
        await player.press("f10")
        screen_matches(player.app, "palette_en_ascii")

    play(app, scenario)


def test_a_deck_is_studied_from_where_cards_are_found(tmp_path: Path) -> None:
    collection = OpenCollection(options_for(tmp_path))
    app = OvermorrowApp(options_for(tmp_path), collection, now_ms=Stopwatch())

    async def scenario(player: Player) -> None:
        await player.press("slash")
        assert player.screen_name == "BrowseScreen"
        await player.press("f10")
        await find(player, "공부 알리")
        await player.press("enter")
        assert player.screen_name == "StudyScreen"

    play(app, scenario)
    collection.close()


def test_a_copy_is_kept_and_the_collection_checked_from_anywhere(tmp_path: Path) -> None:
    options = options_for(tmp_path)
    collection = OpenCollection(options)
    app = OvermorrowApp(options, collection, now_ms=Stopwatch())

    def copies() -> set[Path]:
        return set(Path(backups_folder(options.database_path)).glob("*"))

    async def scenario(player: Player) -> None:
        await player.press("enter", "f10")
        await find(player, "backup")
        await player.threads_end()
        before = copies()
        await player.press("enter")
        await player.threads_end()
        await player.press()
        assert "복사본을 남겼어요" in player.text
        assert len(copies() - before) == 1
        await player.press("f10")
        await find(player, "ㄱㅅㅎㄱ")
        await player.press("enter")
        await player.threads_end()
        await player.press()
        assert "온전해요" in player.text
        assert player.screen_name == "StudyScreen"

    play(app, scenario)
    collection.close()


def test_what_does_not_fit_is_told_with_the_command_that_mends_it(tmp_path: Path) -> None:
    options = options_for(tmp_path)
    collection = OpenCollection(options)
    app = OvermorrowApp(options, collection, now_ms=Stopwatch())
    with closing(sqlite3.connect(options.database_path)) as file, file:
        file.execute("UPDATE card SET due_day = 1 WHERE id = 1")

    async def scenario(player: Player) -> None:
        await player.press("f10")
        await find(player, "check")
        await player.press("enter")
        await player.threads_end()
        await player.press()
        assert "check --repair" in player.text
        assert "맞지 않는 곳이" in player.text

    play(app, scenario)
    collection.close()

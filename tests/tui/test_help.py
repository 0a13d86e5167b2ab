"""The help: exactly the keys that work, found by typing, screen after screen."""

import pytest

from overmorrow.settings import Settings
from overmorrow.tui.help_chapters import chapters, commands_of, found_commands
from overmorrow.tui.key_tables.command import Command
from overmorrow.tui.places import Place
from overmorrow.tui.program import OvermorrowApp
from tests.tui.conftest import ScreenMatches
from tests.tui.playing import Player, play
from tests.tui.scripted import LAKE, LENGTH, ScriptedSession, app_of, asked, overview


def at_a_card(language: str = "ko") -> OvermorrowApp:
    return app_of(ScriptedSession([asked(LAKE), asked(LENGTH)]), language=language)


def everything(_place: Place, _command: Command) -> bool:
    return True


@pytest.mark.parametrize("here", [(Place.ASK, Place.JUDGED), (Place.SETTINGS,)])
def test_the_chapters_begin_here_and_miss_nothing(here: tuple[Place, ...]) -> None:
    found = chapters(here)
    assert found[0] == here
    assert {place for chapter in found for place in chapter} == set(Place)
    assert len(set(found)) == len(found)


@pytest.mark.parametrize(
    ("typed", "place", "name"),
    [
        ("되돌", Place.JUDGED, "undo"),
        ("undo", Place.JUDGED, "undo"),
        ("F9", Place.JUDGED, "undo"),
        ("ㅕ", Place.JUDGED, "undo"),
        ("ㄱㅈㅇㄱ", Place.HOME, "import_files"),
    ],
)
def test_a_key_is_found_by_its_name_or_by_what_it_does(typed: str, place: Place, name: str) -> None:
    found = dict(found_commands(typed, [place], everything))
    assert name in [command.name for command in found[place]]


def test_a_command_is_listed_once_a_chapter() -> None:
    listed = [
        command
        for _, commands in commands_of((Place.JUDGED, Place.SELF), everything)
        for command in commands
    ]
    assert [command.name for command in listed].count("undo") == 1


def test_what_does_nothing_now_is_not_listed() -> None:
    async def scenario(player: Player) -> None:
        await player.write("바이칼호", "enter", "question_mark")
        assert "틀린 걸로" in player.text
        assert "맞은 걸로" not in player.text
        await player.press("escape", "n", "question_mark")
        assert "틀린 걸로" not in player.text
        assert "맞은 걸로" in player.text

    play(at_a_card(), scenario)


def test_help_comes_by_f1_while_typing_and_the_text_stays() -> None:
    async def scenario(player: Player) -> None:
        await player.write("바이", "f1")
        assert player.screen_name == "HelpScreen"
        await player.press("f1")
        assert player.screen_name == "StudyScreen"
        assert player.typed == "바이"

    play(at_a_card(), scenario)


def test_keys_are_found_by_typing_and_all_come_back() -> None:
    async def scenario(player: Player) -> None:
        await player.press("f1", "slash", *"u")
        assert "되돌리기" in player.text
        assert "힌트" not in player.text
        await player.press("enter")
        assert "힌트" not in player.text
        await player.press("slash", "escape")
        assert player.screen_name == "HelpScreen"
        assert "힌트" in player.text
        await player.press("escape")
        assert player.screen_name == "StudyScreen"

    play(at_a_card(), scenario)


def test_tab_turns_to_other_screens_and_back_around() -> None:
    count = len(chapters((Place.ASK, Place.JUDGED)))

    async def scenario(player: Player) -> None:
        await player.press("f1")
        first = player.text
        seen = {first}
        for _ in range(count - 1):
            await player.press("tab")
            seen.add(player.text)
        assert len(seen) == count
        await player.press("tab")
        assert player.text == first
        await player.press("left", "right")
        assert player.text == first

    play(at_a_card(), scenario)


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize(
    ("name", "keys"),
    [
        pytest.param("help_ask", ["f1"], id="ask"),
        pytest.param("help_find", ["f1", "slash", "h", "i", "n", "t"], id="find"),
    ],
)
def test_it_fits_forty_columns(
    name: str, keys: list[str], language: str, screen_matches: ScreenMatches
) -> None:
    async def scenario(player: Player) -> None:
        await player.press(*keys)
        screen_matches(player.app, f"{name}_{language}_40x15")

    play(at_a_card(language), scenario, (40, 15))


def test_home_lists_its_own_keys() -> None:
    async def scenario(player: Player) -> None:
        await player.press("question_mark")
        for words in ("덱 고르기", "설정", "글로 덱 만들기", "모든 명령"):
            assert words in player.text

    play(app_of(ScriptedSession([asked(LAKE)]), home=overview()), scenario)


def test_digits_are_those_that_rate_in_this_learners_way() -> None:
    async def scenario(player: Player) -> None:
        await player.write("바이칼호", "enter", "question_mark")
        assert "1–4" in player.text
        assert "0–5" not in player.text

    settings = Settings(grade_keys="anki")
    play(app_of(ScriptedSession([asked(LAKE)]), settings=settings), scenario)

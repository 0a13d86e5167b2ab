"""Golden screens of finding cards; after a change run with --update-screens and look at each."""

import pytest

from overmorrow.settings import Settings
from overmorrow.tui.widgets.line_box import LineBox
from tests.tui.browsing import Browser, browse_with
from tests.tui.conftest import ScreenMatches

SIZES = pytest.mark.parametrize("size", [(80, 24), (40, 15)], ids=["80x24", "40x15"])
LANGUAGES = pytest.mark.parametrize("language", ["ko", "en"])
WORD = {"ko": "호수", "en": "lake"}


def golden(name: str, language: str, size: tuple[int, int]) -> str:
    return f"browse_{name}_{language}" + ("" if size == (80, 24) else f"_{size[0]}x{size[1]}")


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        pytest.param("rows", ["enter", "down", "space", "space", "up", "up"], id="rows"),
        pytest.param("menu", ["enter", "space", "space", "colon", "down"], id="menu"),
        pytest.param("flag", ["enter", "f"], id="flag"),
        pytest.param("deck", ["enter", "colon", "m", "down"], id="deck"),
        pytest.param("done", ["enter", "space", "space", "s"], id="done"),
    ],
)
@LANGUAGES
@SIZES
def test_browse_screen(
    name: str,
    keys: list[str],
    language: str,
    size: tuple[int, int],
    screen_matches: ScreenMatches,
) -> None:
    async def scenario(player: Browser) -> None:
        await player.press("slash", *keys)
        screen_matches(player.app, golden(name, language, size))

    browse_with(scenario, language=language, size=size)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("found", "", id="found"),
        pytest.param("wrong", " prop:ivl>", id="wrong"),
        pytest.param("nothing", " zzz", id="nothing"),
    ],
)
@LANGUAGES
@SIZES
def test_search_screen(
    name: str, text: str, language: str, size: tuple[int, int], screen_matches: ScreenMatches
) -> None:
    async def scenario(player: Browser) -> None:
        await player.press("slash")
        await player.search(WORD[language])
        await player.search(WORD[language] + text)
        screen_matches(player.app, golden(name, language, size))

    browse_with(scenario, language=language, size=size)


@LANGUAGES
@SIZES
def test_saved_screen(language: str, size: tuple[int, int], screen_matches: ScreenMatches) -> None:
    async def scenario(player: Browser) -> None:
        player.collection.browsed.names = {"Leeches": "is:leech", "가까운 것": "is:due prop:ivl<7"}
        await player.press("slash")
        await player.search(WORD[language], "ctrl+b", "down")
        screen_matches(player.app, golden("saved", language, size))

    browse_with(scenario, language=language, size=size)


@LANGUAGES
@SIZES
def test_changes_screen(
    language: str, size: tuple[int, int], screen_matches: ScreenMatches
) -> None:
    async def scenario(player: Browser) -> None:
        await player.press("slash", "enter", "asterisk", "colon", "h")
        player.app.screen.query_one("#field-first", LineBox).write(WORD[language])
        player.app.screen.query_one("#field-second", LineBox).write("X")
        screen_matches(player.app, golden("replace", language, size))
        await player.press("enter")
        screen_matches(player.app, golden("changes", language, size))

    browse_with(scenario, language=language, size=size)


@LANGUAGES
def test_wide_browse_screen(language: str, screen_matches: ScreenMatches) -> None:
    async def scenario(player: Browser) -> None:
        await player.press("slash", "enter", "down")
        screen_matches(player.app, golden("rows", language, (120, 40)))
        await player.press("v")
        screen_matches(player.app, golden("beside", language, (120, 40)))

    browse_with(scenario, language=language, size=(120, 40))


def test_browse_screen_in_ascii_and_without_colour(
    screen_matches: ScreenMatches, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")

    async def scenario(player: Browser) -> None:
        await player.press("slash", "enter", "space", "space", "colon")
        screen_matches(player.app, "browse_ascii")

    browse_with(scenario, settings=Settings(ascii=True))

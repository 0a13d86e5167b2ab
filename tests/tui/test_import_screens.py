"""Golden screens of imports; after a change run with --update-screens and look at each one."""

from pathlib import Path

import pytest

from overmorrow.tui.screens.import_file import ImportFileScreen
from tests.exchange.anki_making import CREATED, Contents, card, note, review, write_package
from tests.tui.conftest import ScreenMatches
from tests.tui.importing import Importer, import_with, write_rivers

SIZES = pytest.mark.parametrize("size", [(80, 24), (40, 15)], ids=["80x24", "40x15"])
LANGUAGES = pytest.mark.parametrize("language", ["ko", "en"])
STEPS = pytest.mark.parametrize(
    ("name", "keys"),
    [
        pytest.param("read", [], id="read"),
        pytest.param("deck", ["d"], id="deck"),
        pytest.param("plan", ["enter"], id="plan"),
        pytest.param("refused", ["enter", "up", "up", "enter"], id="refused"),
        pytest.param("done", ["enter", "enter"], id="done"),
    ],
)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def golden(name: str, language: str, size: tuple[int, int]) -> str:
    return f"import_{name}_{language}" + ("" if size == (80, 24) else f"_{size[0]}x{size[1]}")


@STEPS
@LANGUAGES
@SIZES
def test_import_screen(
    name: str,
    keys: list[str],
    language: str,
    size: tuple[int, int],
    tmp_path: Path,
    screen_matches: ScreenMatches,
) -> None:
    write_rivers(tmp_path)

    async def scenario(player: Importer) -> None:
        await player.press("i")
        await player.name("강 이름.csv", "enter", *keys)
        screen_matches(player.app, golden(name, language, size))

    import_with(tmp_path, scenario, language=language, size=size)


@LANGUAGES
@SIZES
def test_path_screen(
    language: str, size: tuple[int, int], tmp_path: Path, screen_matches: ScreenMatches
) -> None:
    write_rivers(tmp_path)
    (tmp_path / "강변.md").write_text("Q: 강은?\nA: 물\n", "utf-8")
    (tmp_path / "강가").mkdir()

    async def scenario(player: Importer) -> None:
        await player.press("i")
        await player.name("강", "down", "down")
        screen_matches(player.app, golden("path", language, size))

    import_with(tmp_path, scenario, language=language, size=size)


@LANGUAGES
def test_package_screen(language: str, tmp_path: Path, screen_matches: ScreenMatches) -> None:
    made = Contents(
        notes=[note(1, "대한민국", "서울"), note(2, "프랑스", "파리", tags=["유럽"])],
        cards=[card(10, 1, did=8, type=2, queue=2, due=30, ivl=9, reps=4), card(20, 2, did=7)],
        decks={1: "Default", 7: "나라", 8: "나라::수도"},
        reviews=[review(CREATED * 1000 + 5, 10, ivl=9, last=4)],
    )
    write_package(tmp_path / "나라.apkg", made, media={"깃발.png": b"x"})

    async def scenario(player: Importer) -> None:
        await player.press("i")
        await player.name("나라.apkg", "enter", "w")
        assert "나라.apkg · " in player.lines[0]
        await player.press("enter", "enter")
        screen_matches(player.app, golden("package_done", language, (80, 24)))

    import_with(tmp_path, scenario, language=language)


@LANGUAGES
@SIZES
def test_doubt_screen(
    language: str, size: tuple[int, int], tmp_path: Path, screen_matches: ScreenMatches
) -> None:
    path = tmp_path / "강.tsv"
    others = "앞\t답\n낙동강의 길이는?\t510km\n"
    path.write_text(others + "한강은 어느 산맥에서 시작하는가?\t태백산맥", "utf-8")

    async def scenario(player: Importer) -> None:
        await player.press("i")
        await player.name("강.tsv", "enter", "enter", "enter", "escape")
        path.write_text(others + "한강은 어디로 흘러드는 강인가?\t황해", "utf-8")
        await player.press("i")
        await player.name("강.tsv", "enter", "enter", "enter")
        screen_matches(player.app, golden("doubt", language, size))

    import_with(tmp_path, scenario, language=language, size=size)


HOSTILE = "[red]문제[/red]\x1b]0;owned\x07,[@click=app.quit]답\x1b[31m,\u202e태그\n"


def test_text_of_a_file_is_shown_as_it_is_and_steers_nothing(tmp_path: Path) -> None:
    (tmp_path / "[b]x.csv").write_text("앞,답,태그\n" + HOSTILE * 3, "utf-8")

    async def scenario(player: Importer) -> None:
        await player.press("i")
        await player.name("[b]", "tab", "enter")
        assert isinstance(player.app.screen, ImportFileScreen)
        assert "[b]x.csv" in player.lines[0]
        assert "[red]문제[/red]" in player.text
        assert "[@click=app.quit]답" in player.text
        for keys in ([], ["enter"], ["enter"]):
            await player.press(*keys)
            assert not any(sign in player.text for sign in "\x1b\x07\u202e")

    import_with(tmp_path, scenario)


@pytest.mark.parametrize("size", [(1, 1), (8, 4), (20, 8), (59, 17), (61, 18), (250, 70)])
def test_no_size_of_terminal_is_too_small_or_large(size: tuple[int, int], tmp_path: Path) -> None:
    write_rivers(tmp_path)

    async def scenario(player: Importer) -> None:
        await player.press("i")
        await player.name("강", "down")
        await player.name("강 이름.csv", "enter", "enter", "up", "enter", "escape", "down", "enter")
        assert player.screen_name == "ImportRunScreen"

    app = import_with(tmp_path, scenario, size=size)
    assert app.crash is None

"""Golden screens of making a deck; after a change run with --update-screens and look at each."""

from pathlib import Path

import pytest

from overmorrow.settings import Settings
from tests.tui.conftest import ScreenMatches
from tests.tui.generating import (
    ENGLISH,
    TEXT,
    Maker,
    ScriptedGenerating,
    draft_of,
    generate_with,
)

SIZES = pytest.mark.parametrize("size", [(80, 24), (40, 15)], ids=["80x24", "40x15"])
ALL_SIZES = pytest.mark.parametrize(
    "size", [(80, 24), (40, 15), (120, 40)], ids=["80x24", "40x15", "120x40"]
)
LANGUAGES = pytest.mark.parametrize("language", ["ko", "en"])
REVIEW = pytest.mark.parametrize(
    ("name", "keys"),
    [
        pytest.param("review", ["a", "a"], id="review"),
        pytest.param("edit", ["down", "e"], id="edit"),
        pytest.param("score", ["+", "right"], id="score"),
    ],
)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def golden(name: str, language: str, size: tuple[int, int]) -> str:
    return f"generate_{name}_{language}" + ("" if size == (80, 24) else f"_{size[0]}x{size[1]}")


def text_in(language: str) -> str:
    return TEXT if language == "ko" else ENGLISH


@LANGUAGES
@SIZES
def test_article_screen(
    language: str, size: tuple[int, int], tmp_path: Path, screen_matches: ScreenMatches
) -> None:
    def change(made: ScriptedGenerating) -> None:
        made.miss_tool_of(language)

    async def scenario(player: Maker) -> None:
        await player.press("g")
        screen_matches(player.app, golden("empty", language, size))
        await player.paste_article(text_in(language))
        screen_matches(player.app, golden("article", language, size))

    generate_with(tmp_path, scenario, language=language, size=size, change=change)


@LANGUAGES
@SIZES
def test_draft_screen(
    language: str, size: tuple[int, int], tmp_path: Path, screen_matches: ScreenMatches
) -> None:
    def change(made: ScriptedGenerating) -> None:
        made.left = draft_of(text_in(language))

    async def scenario(player: Maker) -> None:
        await player.press("g")
        screen_matches(player.app, golden("draft", language, size))

    generate_with(tmp_path, scenario, language=language, size=size, change=change)


@REVIEW
@LANGUAGES
@ALL_SIZES
def test_review_screen(
    name: str,
    keys: list[str],
    language: str,
    size: tuple[int, int],
    tmp_path: Path,
    screen_matches: ScreenMatches,
) -> None:
    async def scenario(player: Maker) -> None:
        await player.review(text_in(language))
        await player.press(*keys)
        screen_matches(player.app, golden(name, language, size))

    generate_with(tmp_path, scenario, language=language, size=size)


@LANGUAGES
@SIZES
def test_like_screen(
    language: str, size: tuple[int, int], tmp_path: Path, screen_matches: ScreenMatches
) -> None:
    async def scenario(player: Maker) -> None:
        await player.review(text_in(language))
        await player.press("down", *(["down"] if language == "ko" else []), "=")
        screen_matches(player.app, golden("like", language, size))

    generate_with(tmp_path, scenario, language=language, size=size)


def test_review_screen_in_ascii_and_without_colour(
    tmp_path: Path, screen_matches: ScreenMatches, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")

    async def scenario(player: Maker) -> None:
        await player.review()
        await player.press("a", "a")
        screen_matches(player.app, "generate_review_ascii")

    generate_with(tmp_path, scenario, settings=Settings(ascii=True))


def test_sentence_and_answer_are_in_brackets_without_colour(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")

    async def scenario(player: Maker) -> None:
        await player.review()
        await player.press("down")
        assert "【깊이는 [1,642m]로 세계에서" in player.text

    generate_with(tmp_path, scenario)

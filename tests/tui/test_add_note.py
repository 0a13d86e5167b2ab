"""Writing cards by hand, one after the other."""

from pathlib import Path

import pytest

from overmorrow.tui.screens.add_note import AddNoteScreen
from tests.tui.conftest import ScreenMatches
from tests.tui.editing import DECK, Editor, edit


@pytest.mark.parametrize("key", ["a", "ㅁ"])
def test_cards_are_added_one_after_the_other(tmp_path: Path, key: str) -> None:
    async def scenario(editor: Editor) -> None:
        await editor.press("down", key)
        assert editor.screen_name == "AddNoteScreen"
        for prompt, answer in (("가장 큰 섬은?", "그린란드"), ("가장 긴 산맥은?", "안데스산맥")):
            await editor.fill("prompt", prompt)
            await editor.fill("answer", answer)
            await editor.press("ctrl+s")
            await editor.wait()
            assert f"더했어요: {prompt}" in editor.text
            assert answer not in editor.text
        assert editor.file == (
            f"{DECK}\nQ: 가장 큰 섬은?\nA: 그린란드\n\nQ: 가장 긴 산맥은?\nA: 안데스산맥\n"
        )
        await editor.press("f9")
        await editor.wait()
        assert editor.file == f"{DECK}\nQ: 가장 큰 섬은?\nA: 그린란드\n"
        await editor.press("escape")
        await editor.wait()
        assert editor.screen_name == "HomeScreen"
        await editor.press("f9")
        await editor.wait()
        assert editor.file == DECK

    edit(tmp_path, scenario, at_home=True)


def test_a_note_with_two_gaps_counts_as_two_cards(tmp_path: Path) -> None:
    async def scenario(editor: Editor) -> None:
        await editor.press("a")
        assert "F9" not in editor.lines[-1]
        await editor.fill("prompt", "물은 {{100}}도에서 끓고 {{0}}도에서 언다")
        await editor.press("ctrl+s")
        await editor.wait()
        assert "더한 카드 2장" in editor.lines[0]
        assert "F9 마지막 카드 빼기" in editor.lines[-1]
        await editor.press("f9")
        await editor.wait()
        assert "더한 카드" not in editor.lines[0]

    edit(tmp_path, scenario, at_home=True)


def test_what_is_missing_is_named(tmp_path: Path) -> None:
    async def scenario(editor: Editor) -> None:
        await editor.press("a")
        await editor.fill("deck", "")
        await editor.fill("prompt", "가장 큰 섬은?")
        await editor.press("ctrl+s")
        assert editor.status == "덱 이름을 써 주세요."
        await editor.fill("deck", "땅")
        await editor.press("ctrl+s")
        await editor.wait()
        assert editor.status.startswith("답을 써 주세요.")
        await editor.press("escape")
        assert editor.screen_name == "AddNoteScreen"
        await editor.press("escape")
        await editor.wait()
        assert editor.screen_name == "HomeScreen"

    edit(tmp_path, scenario, at_home=True)


@pytest.mark.parametrize("size", [(80, 24), (40, 15)], ids=["80x24", "40x15"])
@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_card_like_it_is_shown(
    tmp_path: Path, screen_matches: ScreenMatches, language: str, size: tuple[int, int]
) -> None:
    async def scenario(editor: Editor) -> None:
        await editor.press("down", "a")
        prompt = "세상에서 가장 깊은 호수" if language == "ko" else "Which lake is the deepest"
        await editor.fill("prompt", prompt)
        screen = editor.app.screen
        assert isinstance(screen, AddNoteScreen)
        screen.look()
        await editor.wait()
        screen_matches(editor.app, f"add_note_{language}_{size[0]}x{size[1]}")

    edit(tmp_path, scenario, size, language=language, at_home=True)

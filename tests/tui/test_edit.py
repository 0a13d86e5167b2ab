"""Editing a note: from any card, in the collection and in its file."""

from pathlib import Path

import pytest

from tests.tui.conftest import ScreenMatches
from tests.tui.editing import DECK, PROMPT, Editor, edit

BY_HAND = DECK.replace("깊이는 1,642m예요.", "물범이 살아요.")


@pytest.mark.parametrize("key", ["f2", "alt+e", "alt+ㄷ"])
def test_a_card_is_edited_from_the_box_whose_text_stays(tmp_path: Path, key: str) -> None:
    async def scenario(editor: Editor) -> None:
        await editor.write("바이", key)
        assert editor.screen_name == "EditScreen"
        await editor.fill("prompt", "가장 깊은 호수는 어디인가?")
        await editor.press("ctrl+s")
        await editor.wait()
        assert editor.screen_name == "StudyScreen"
        assert "가장 깊은 호수는 어디인가?" in editor.text
        assert editor.typed == "바이"
        assert editor.status.startswith("저장했어요.")
        assert editor.file == DECK.replace(PROMPT, "가장 깊은 호수는 어디인가?")
        await editor.press("f9")
        assert PROMPT in editor.text
        assert "F9 되돌리기" in editor.lines[-1]
        assert editor.typed == "바이"
        assert editor.file == DECK
        await editor.press("ctrl+y")
        assert "가장 깊은 호수는 어디인가?" in editor.text

    edit(tmp_path, scenario)


def test_a_verdict_is_given_anew_when_the_answers_are_others(tmp_path: Path) -> None:
    async def scenario(editor: Editor) -> None:
        await editor.write("카스피해", "enter")
        assert "틀렸어요." in editor.text
        await editor.press("e")
        await editor.fill("also", "바이칼 | 카스피해")
        await editor.press("ctrl+s")
        await editor.wait()
        assert "맞았어요." in editor.text
        assert "> 4 망설임" in editor.text
        await editor.press("u")
        assert "틀렸어요." in editor.text

    edit(tmp_path, scenario)


def test_an_answer_is_tried_while_it_is_written(tmp_path: Path) -> None:
    async def scenario(editor: Editor) -> None:
        await editor.press("f2", "ctrl+t")
        await editor.fill("try", "카스피해")
        assert "✗ 틀렸어요." in editor.text
        await editor.fill("answer", "카스피해")
        assert "✓ 맞았어요." in editor.text
        await editor.fill("answer", "")
        assert "✓ 맞았어요." not in editor.text

    edit(tmp_path, scenario)


def test_unsaved_text_is_left_at_the_second_time_only(tmp_path: Path) -> None:
    async def scenario(editor: Editor) -> None:
        await editor.press("f2", "escape")
        assert editor.screen_name == "StudyScreen"
        await editor.press("f2")
        await editor.fill("hint", "러시아")
        await editor.press("escape")
        assert editor.screen_name == "EditScreen"
        assert "저장하지 않은 글" in editor.text
        await editor.fill("hint", "러시아에 있다")
        await editor.press("f2")
        assert editor.screen_name == "EditScreen"
        await editor.press("f2")
        assert editor.screen_name == "StudyScreen"
        assert editor.file == DECK

    edit(tmp_path, scenario)


def test_an_empty_part_is_named_and_nothing_is_saved(tmp_path: Path) -> None:
    async def scenario(editor: Editor) -> None:
        await editor.press("f2")
        await editor.fill("answer", " ")
        await editor.press("ctrl+s")
        await editor.wait()
        assert editor.status.startswith("답을 써 주세요.")
        assert editor.file == DECK

    edit(tmp_path, scenario)


def test_another_kind_shows_the_boxes_it_needs(tmp_path: Path) -> None:
    async def scenario(editor: Editor) -> None:
        await editor.press("f2")
        assert "틀린 답" not in editor.text
        await editor.press("down", "down", "down")
        assert "< 말 >" in editor.text
        await editor.press("right", "right", "right", "right", "space")
        assert "< 고르기 >" in editor.text
        assert "틀린 답" in editor.text
        await editor.fill("wrong", "카스피해 | 오대호")
        await editor.press("ctrl+s")
        await editor.wait()
        assert "not: 카스피해 | 오대호" in editor.file
        assert "1   " in editor.text

    edit(tmp_path, scenario)


def test_earlier_texts_can_be_restored(tmp_path: Path) -> None:
    async def scenario(editor: Editor) -> None:
        await editor.press("f2", "f4")
        assert editor.status == "이 카드는 고친 적이 없어요."
        for prompt in ("첫째 글?", "둘째 글?"):
            await editor.fill("prompt", prompt)
            await editor.press("ctrl+s")
            await editor.wait()
            await editor.press("f2")
        await editor.press("f4")
        first, second = (editor.text.index(text) for text in ("첫째 글?", PROMPT))
        assert first < second
        await editor.press("down", "enter")
        assert PROMPT in editor.text
        await editor.press("ctrl+s")
        await editor.wait()
        assert editor.file == DECK

    edit(tmp_path, scenario)


def test_each_of_many_earlier_texts_can_be_gone_to_and_read(tmp_path: Path) -> None:
    texts = [f"{number}째로 쓴 글은 조금 더 길어서 두 줄이 돼요?" for number in range(1, 6)]

    async def scenario(editor: Editor) -> None:
        for text in texts:
            await editor.press("f2")
            await editor.fill("prompt", text)
            await editor.press("ctrl+s")
            await editor.wait()
            assert editor.screen_name != "EditScreen"
        await editor.press("f2")
        await editor.press("f4")
        shown = [*reversed(texts[:-1]), PROMPT]
        for text in shown:
            lines = editor.lines
            chosen = next(at for at, line in enumerate(lines) if line.startswith(">"))
            assert text[:6] in lines[chosen + 1]
            await editor.press("down")
        for text in reversed(shown):
            lines = editor.lines
            chosen = next(at for at, line in enumerate(lines) if line.startswith(">"))
            assert text[:6] in lines[chosen + 1]
            await editor.press("up")

    edit(tmp_path, scenario, (40, 15))


def test_a_file_changed_by_somebody_else_is_shown_and_can_be_read_again(tmp_path: Path) -> None:
    async def scenario(editor: Editor) -> None:
        await editor.press("f2")
        editor.path.write_text(BY_HAND, encoding="utf-8")
        await editor.fill("hint", "러시아")
        await editor.press("ctrl+s")
        await editor.wait()
        assert "decks/water.md가 연 뒤에 바뀌었어요. 저장하지 않았어요." in editor.text
        assert editor.file == BY_HAND
        await editor.press("d")
        await editor.wait()
        assert "바뀐 노트 1" in editor.text
        assert "+ 물범이 살아요." in editor.text
        await editor.press("r")
        await editor.wait()
        assert "물범이 살아요." in editor.text
        assert "러시아" in editor.text
        await editor.press("ctrl+s")
        await editor.wait()
        assert editor.file == BY_HAND.replace("시베리아", "러시아")

    edit(tmp_path, scenario)


def test_a_card_is_edited_from_its_info(tmp_path: Path) -> None:
    async def scenario(editor: Editor) -> None:
        await editor.write("카스피해", "enter", "i", "e")
        assert editor.screen_name == "EditScreen"
        await editor.fill("prompt", "가장 깊은 호수는 어디인가?")
        await editor.press("ctrl+s")
        await editor.wait()
        assert editor.screen_name == "CardInfoScreen"
        assert "가장 깊은 호수는 어디인가?" in editor.text
        await editor.press("escape")
        assert "가장 깊은 호수는 어디인가?" in editor.text
        assert "틀렸어요." in editor.text

    edit(tmp_path, scenario)


def test_an_item_a_line_and_gaps_without_an_answer(tmp_path: Path) -> None:
    async def scenario(editor: Editor) -> None:
        for _ in range(2):
            await editor.press("enter", "enter")
        await editor.press("f2", "down", "enter", *"Rio", "ctrl+s")
        await editor.wait()
        assert "- 아마존\n- 오리노코\n- 파라나\n- Rio\n" in editor.file
        await editor.press("enter", "enter")
        await editor.press("f2", "escape", "1", "enter")
        await editor.press("f2")
        assert "{{태백}}" in editor.text
        assert "정답" not in editor.text
        assert len(editor.app.screen.query("#edit-answer")) == 0

    edit(tmp_path, scenario)


@pytest.mark.parametrize("size", [(80, 24), (40, 15)], ids=["80x24", "40x15"])
@pytest.mark.parametrize("language", ["ko", "en"])
def test_edit_screen(
    tmp_path: Path, screen_matches: ScreenMatches, language: str, size: tuple[int, int]
) -> None:
    async def scenario(editor: Editor) -> None:
        await editor.press("f2", "ctrl+t")
        await editor.fill("try", "카스피해" if language == "ko" else "Caspian")
        screen_matches(editor.app, f"edit_{language}_{size[0]}x{size[1]}")

    edit(tmp_path, scenario, size, language=language)


@pytest.mark.parametrize("size", [(80, 24), (40, 15)], ids=["80x24", "40x15"])
@pytest.mark.parametrize("language", ["ko", "en"])
def test_earlier_texts_screen(
    tmp_path: Path, screen_matches: ScreenMatches, language: str, size: tuple[int, int]
) -> None:
    async def scenario(editor: Editor) -> None:
        for prompt in (
            ("먼저 쓴 글?", "나중에 쓴 글?") if language == "ko" else ("First?", "Second?")
        ):
            await editor.press("f2")
            await editor.fill("prompt", prompt)
            await editor.press("ctrl+s")
            await editor.wait()
        await editor.press("f2", "f4")
        screen_matches(editor.app, f"edit_earlier_{language}_{size[0]}x{size[1]}")

    edit(tmp_path, scenario, size, language=language)


@pytest.mark.parametrize("size", [(80, 24), (40, 15)], ids=["80x24", "40x15"])
@pytest.mark.parametrize("language", ["ko", "en"])
def test_changed_file_screen(
    tmp_path: Path, screen_matches: ScreenMatches, language: str, size: tuple[int, int]
) -> None:
    async def scenario(editor: Editor) -> None:
        await editor.press("f2")
        old, new = ("바이칼호", "바이칼 호수") if language == "ko" else ("A: Baikal", "A: Baykal")
        editor.path.write_text(editor.file.replace(old, new), encoding="utf-8")
        await editor.fill("hint", "시베리아" if language == "en" else "Siberia")
        await editor.press("ctrl+s")
        await editor.wait()
        await editor.press("d")
        await editor.wait()
        screen_matches(editor.app, f"edit_changed_{language}_{size[0]}x{size[1]}")

    edit(tmp_path, scenario, size, language=language)

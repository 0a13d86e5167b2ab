"""Tags and the deck of the card that is studied, changed on the spot."""

from pathlib import Path

import pytest
from textual.widgets import Input

from tests.tui.conftest import ScreenMatches
from tests.tui.editing import DECK, ENGLISH, PROMPT, Editor, edit


async def write_field(editor: Editor, text: str) -> None:
    box = editor.app.screen.query_one("#card-field", Input)
    box.value = text
    box.cursor_position = len(text)
    await editor.press("enter")
    await editor.wait()


def test_a_tag_is_added_as_one_step_that_undo_takes_back(tmp_path: Path) -> None:
    async def scenario(editor: Editor) -> None:
        await editor.write("바이칼호", "enter", "m", "t")
        await write_field(editor, "지리")
        assert editor.screen_name == "StudyScreen"
        assert editor.status == "태그 ‘지리’를 달았어요. u 되돌리기"
        assert "맞았어요." in editor.text
        assert "tags: 지리\n" in editor.file
        await editor.press("u")
        await editor.wait()
        assert editor.status == "되돌렸어요. 태그 ‘지리’ 더하기: 노트 1개"
        assert editor.file == DECK
        assert PROMPT in editor.text
        await editor.press("ctrl+y")
        assert "손으로 새로 해 주세요" in editor.status

    edit(tmp_path, scenario)


def test_its_own_tags_are_offered_to_be_taken_away(tmp_path: Path) -> None:
    async def scenario(editor: Editor) -> None:
        await editor.press("alt+m", "enter")
        await write_field(editor, "호수")
        await editor.press("alt+m", "t")
        await editor.wait()
        assert "-호수" in editor.text
        await editor.press("down", "enter")
        await editor.wait()
        assert editor.status == "태그 ‘호수’를 뗐어요. u 되돌리기"
        assert editor.file == DECK

    edit(tmp_path, scenario)


def test_tags_of_other_notes_are_offered(tmp_path: Path) -> None:
    async def scenario(editor: Editor) -> None:
        await editor.press("alt+m", "t")
        await write_field(editor, "호수")
        await editor.write("바이칼호", "enter", "enter", "alt+ㅡ", "1")
        await editor.wait()
        assert "호수" in editor.text
        await editor.press("tab", "enter")
        await editor.wait()
        assert editor.file.count("tags: 호수") == 2

    edit(tmp_path, scenario)


def test_a_card_is_moved_to_another_deck_and_still_asked(tmp_path: Path) -> None:
    async def scenario(editor: Editor) -> None:
        await editor.press("escape", "m", "m")
        await write_field(editor, "강::호수")
        assert editor.status == "‘강::호수’로 옮겼어요. u 되돌리기"
        assert "호수" in editor.lines[0]
        assert PROMPT in editor.text
        assert PROMPT not in editor.file
        await editor.press("f9")
        await editor.wait()
        assert editor.file == DECK
        await editor.write("바이칼호", "enter")
        assert "맞았어요." in editor.text

    edit(tmp_path, scenario)


def test_a_card_that_gets_another_day_makes_room_for_the_next(tmp_path: Path) -> None:
    async def scenario(editor: Editor) -> None:
        await editor.write("바이칼호", "enter", "5")
        second = "나일강의 길이는?"
        assert second in editor.text
        await editor.write("6", "alt+m", "d")
        await write_field(editor, "석 달")
        assert editor.screen_name == "CardMenuScreen"
        assert "석 달" in editor.status
        await write_field(editor, "7")
        assert editor.screen_name == "StudyScreen"
        assert editor.status == "날짜를 정했어요. u 되돌리기"
        assert second not in editor.text
        assert editor.typed == ""
        await editor.press("f9")
        await editor.wait()
        assert second in editor.text

    edit(tmp_path, scenario)


def test_a_card_gets_another_day_from_its_history(tmp_path: Path) -> None:
    async def scenario(editor: Editor) -> None:
        await editor.write("x", "enter", "i", "m", "r")
        await editor.wait()
        assert editor.status == "바뀐 카드가 없어요."
        await editor.press("d")
        await write_field(editor, "7")
        assert editor.screen_name == "CardInfoScreen"
        assert "날짜를 정했어요" in editor.status
        assert PROMPT in editor.text
        await editor.press("escape")
        assert editor.screen_name == "StudyScreen"
        assert PROMPT not in editor.text

    edit(tmp_path, scenario)


def test_u_on_the_page_about_a_card_takes_back_what_was_changed_there(tmp_path: Path) -> None:
    async def scenario(editor: Editor) -> None:
        await editor.write("x", "enter", "i", "u")
        assert editor.status == "되돌릴 것이 없어요."
        await editor.press("m", "d")
        await write_field(editor, "7")
        await editor.press("m", "t")
        await write_field(editor, "지리")
        assert editor.screen_name == "CardInfoScreen"
        assert "u 되돌리기" in editor.lines[-1]
        assert "tags: 지리\n" in editor.file
        await editor.press("u")
        await editor.wait()
        assert editor.status == "되돌렸어요. 태그 ‘지리’ 더하기: 노트 1개"
        assert editor.file == DECK
        await editor.press("f9")
        await editor.wait()
        assert editor.status.startswith("되돌렸어요. 날짜 정하기")
        assert "u 되돌리기" not in editor.lines[-1]
        await editor.press("u")
        assert editor.status == "되돌릴 것이 없어요."
        await editor.press("escape")
        assert PROMPT in editor.text

    edit(tmp_path, scenario)


def test_leaving_it_changes_nothing(tmp_path: Path) -> None:
    async def scenario(editor: Editor) -> None:
        await editor.write("바이", "alt+m", "m", "escape", "escape")
        assert editor.screen_name == "StudyScreen"
        assert editor.typed == "바이"
        assert editor.file == DECK
        await editor.press("alt+m", "t", "enter")
        assert editor.screen_name == "CardMenuScreen"
        assert editor.status

    edit(tmp_path, scenario)


def test_a_click_chooses_what_is_offered_and_the_next_takes_it(tmp_path: Path) -> None:
    async def scenario(editor: Editor) -> None:
        await editor.press("alt+m", "t")
        await write_field(editor, "호수")
        await editor.press("alt+m", "t")
        await editor.wait()
        at = next(at for at, line in enumerate(editor.lines) if "-호수" in line)
        await editor.click(10, at)
        assert editor.lines[at].strip() == "> -호수"
        await editor.click(10, at)
        await editor.wait()
        assert editor.status == "태그 ‘호수’를 뗐어요. u 되돌리기"

    edit(tmp_path, scenario)


def test_a_click_chooses_and_the_next_opens(tmp_path: Path) -> None:
    async def scenario(editor: Editor) -> None:
        await editor.press("alt+m")
        row = next(at for at, line in enumerate(editor.lines) if "다른 덱으로" in line)
        await editor.click(20, row)
        assert "> m" in editor.lines[row]
        await editor.click(20, row)
        assert editor.app.screen.query_one("#card-field", Input).has_focus

    edit(tmp_path, scenario)


@pytest.mark.parametrize("size", [(80, 24), (40, 15)], ids=["80x24", "40x15"])
@pytest.mark.parametrize("language", ["ko", "en"])
def test_how_it_looks(
    tmp_path: Path, screen_matches: ScreenMatches, language: str, size: tuple[int, int]
) -> None:
    async def scenario(editor: Editor) -> None:
        assert editor.file in (DECK, ENGLISH)
        await editor.press("alt+m")
        screen_matches(editor.app, f"card_menu_{language}_{size[0]}x{size[1]}")
        await editor.press("m")
        screen_matches(editor.app, f"card_menu_deck_{language}_{size[0]}x{size[1]}")

    edit(tmp_path, scenario, size, language=language)

"""The browse screen on a collection of its own, with the real search and the real changes."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from overmorrow.jobs.import_deck import apply_files
from overmorrow.jobs.import_plan import plan_file
from overmorrow.tui.program import OvermorrowApp
from overmorrow.tui.widgets.line_box import LineBox
from tests.tui.browsing import Browser
from tests.tui.importing import collection_in, options_in
from tests.tui.playing import Player, play
from tests.tui.scripted import MOMENT, Stopwatch

DECK = """\
---
title: 물
lang: ko
---

Q: 가장 넓은 바다는 어디인가?
A: 태평양
tags: 바다

Q: 가장 깊은 호수는 어디인가?
A: 바이칼호

Q: 가장 짠 호수는 어디인가?
A: 돈후안못

Q: 가장 넓은 바다는 어디인가
A: 큰 바다
"""

Scenario = Callable[[Browser], Awaitable[None]]


@pytest.fixture
def deck_file(tmp_path: Path) -> Path:
    path = tmp_path / "물.md"
    path.write_text(DECK, "utf-8")
    return path


def said(file: Path) -> str:
    return file.read_text("utf-8")


def browse_in(folder: Path, deck_file: Path, scenario: Scenario) -> None:
    """Run the app at home with the deck, and a scenario in it."""
    with collection_in(folder) as collection:
        database = collection._database
        apply_files(database, [plan_file(database, str(deck_file))], MOMENT)
        app = OvermorrowApp(options_in(folder), collection, now_ms=Stopwatch())

        async def run(player: Player) -> None:
            browser = Browser(player.app, player._pilot)
            await browser.press("slash")
            await browser.search('deck:"물"')
            await scenario(browser)

        play(app, run)


def test_found_card_is_set_aside_and_comes_back(tmp_path: Path, deck_file: Path) -> None:
    async def scenario(player: Browser) -> None:
        await player.search("deck:물 호수", "enter", "asterisk", "s")
        assert player.status == "2장: 쉬게 했어요. u 되돌리기"
        assert sum(line.endswith("쉼") for line in player.lines) == 2
        await player.press("u")
        assert "되돌렸어요" in player.status
        assert not any(line.endswith("쉼") for line in player.lines)

    browse_in(tmp_path, deck_file, scenario)


def test_tag_deck_and_deletion_are_undone_one_by_one(tmp_path: Path, deck_file: Path) -> None:
    async def scenario(player: Browser) -> None:
        await player.press("enter", "asterisk", "colon", "t")
        player.app.screen.query_one("#field-first", LineBox).write("지리")
        await player.press("enter")
        assert "tags: 바다, 지리" in said(deck_file)
        await player.press("colon", "m")
        player.app.screen.query_one("#field-first", LineBox).write("물::옛것")
        await player.press("enter")
        assert "옮겼어요" in player.status
        await player.press("slash")
        await player.search("deck:물::옛것", "enter", "asterisk", "delete")
        assert "찾은 카드가 없어요" in player.text
        for _ in range(3):
            await player.press("u")
            assert "되돌렸어요" in player.status
        assert said(deck_file) == DECK
        await player.press("slash")
        await player.search("deck:물 tag:지리")
        assert "찾은 카드가 없어요" in player.text
        await player.search("deck:물")
        assert player.lines[0].split(" · ")[0].endswith("4장")

    browse_in(tmp_path, deck_file, scenario)


def test_what_was_taken_back_is_done_again_or_said_to_need_a_hand(
    tmp_path: Path, deck_file: Path
) -> None:
    async def scenario(player: Browser) -> None:
        await player.search("deck:물 호수", "enter", "asterisk", "s")
        await player.press("u", "ctrl+y")
        assert player.status == "다시 했어요. 쉬게 하기: 카드 2장"
        assert sum(line.endswith("쉼") for line in player.lines) == 2
        await player.press("u", "asterisk", "colon", "t")
        player.app.screen.query_one("#field-first", LineBox).write("지리")
        await player.press("enter", "u")
        assert "태그 ‘지리’ 더하기" in player.status
        await player.press("ctrl+y")
        assert "손으로 새로 해 주세요" in player.status
        await player.press("s", "ctrl+y")
        assert player.status == "다시 할 것이 없어요."

    browse_in(tmp_path, deck_file, scenario)


def test_words_are_replaced_after_they_were_shown(tmp_path: Path, deck_file: Path) -> None:
    async def scenario(player: Browser) -> None:
        await player.press("enter", "asterisk", "colon", "h")
        player.app.screen.query_one("#field-first", LineBox).write("호수")
        player.app.screen.query_one("#field-second", LineBox).write("못")
        await player.press("enter")
        assert "바뀔 노트 2개" in player.text
        assert said(deck_file) == DECK
        await player.press("enter")
        assert "Q: 가장 깊은 못는 어디인가?" in said(deck_file)
        await player.press("u")
        assert said(deck_file) == DECK

    browse_in(tmp_path, deck_file, scenario)


def test_cards_that_ask_the_same_are_merged_or_kept(tmp_path: Path, deck_file: Path) -> None:
    async def scenario(player: Browser) -> None:
        await player.search("is:dupe deck:물", "enter")
        assert "앞이 같은 카드" in player.text
        await player.press("equals_sign")
        assert "also: 큰 바다" in said(deck_file)
        await player.press("u", "k")
        assert "둘 다 두기로 했어요" in player.status
        assert "찾은 카드가 없어요" in player.text
        assert said(deck_file) == DECK

    browse_in(tmp_path, deck_file, scenario)


def test_found_cards_are_studied_and_the_search_is_still_there(
    tmp_path: Path, deck_file: Path
) -> None:
    async def scenario(player: Browser) -> None:
        await player.search("deck:물 짠", "enter", "p", "enter")
        assert "가장 짠 호수는" in player.text
        assert player.screen_name == "StudyScreen"
        await player.write("돈후안못", "enter", "5")
        assert player.screen_name == "SummaryScreen"
        await player.press("enter")
        assert player.screen_name == "BrowseScreen"
        assert "내일" in player.lines[3]
        await player.press("p", "2")
        assert player.screen_name == "StudyScreen"
        await player.press("escape", "escape")
        assert player.screen_name == "BrowseScreen"
        await player.press("backspace")
        assert player.screen_name == "HomeScreen"

    browse_in(tmp_path, deck_file, scenario)


def test_study_goes_on_with_what_the_cards_are_now(tmp_path: Path, deck_file: Path) -> None:
    async def scenario(player: Browser) -> None:
        await player.search("deck:물 가장", "enter", "p", "enter")
        first = next(line for line in player.lines if "가장" in line).strip()
        await player.press("f3")
        assert player.screen_name == "BrowseScreen"
        assert player.search_box.value.startswith("cid:")
        await player.press("s", "escape")
        assert player.screen_name == "StudyScreen"
        assert first not in player.text

    browse_in(tmp_path, deck_file, scenario)

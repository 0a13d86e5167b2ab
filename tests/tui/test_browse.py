"""The browse screen by its keys, on a scripted search."""

import asyncio
from array import array
from collections.abc import Awaitable, Callable

import pytest

from overmorrow.cards.text import cell_width
from overmorrow.errors import DatabaseError
from overmorrow.jobs.asked import Limits, Mode
from overmorrow.jobs.browse import Found, Order
from overmorrow.jobs.bulk import Change, What
from overmorrow.messages import Messages
from overmorrow.tui.browse_list import BrowseList
from overmorrow.tui.browse_rows import count_words
from overmorrow.tui.frame import Frame
from overmorrow.tui.places import Place
from overmorrow.tui.screens.browse import BrowseScreen
from overmorrow.tui.screens.browse_wanted import BrowseWanted, deck_search
from tests.tui.browsing import KOREAN, Browser, ScriptedBrowsing, browse_with, row
from tests.tui.playing import Player
from tests.tui.scripted import options_of
from tests.tui.test_home import OVERDUE


def many(count: int) -> ScriptedBrowsing:
    return ScriptedBrowsing(
        options_of(), [row(each, f"{each}번째 강은?", f"강 {each}") for each in range(1, count + 1)]
    )


def screen(player: Player) -> BrowseScreen:
    shown = player.app.screen
    assert isinstance(shown, BrowseScreen)
    return shown


@pytest.mark.parametrize("key", ["slash", "f3"])
def test_home_opens_it_with_the_chosen_deck(key: str) -> None:
    async def scenario(player: Browser) -> None:
        await player.press("down", "down", key)
        assert player.search_box.value == 'deck:"지리::물" '
        assert player.search_box.has_focus

    browse_with(scenario)


def test_all_decks_are_searched_by_nothing() -> None:
    assert deck_search(None) == ""
    assert deck_search('a "b"_*\\') == r'deck:"a \"b\"\_\*\\" '


def test_typing_searches_after_a_pause_and_says_how_many() -> None:
    async def scenario(player: Browser) -> None:
        await player.press("slash")
        await player.search("호수")
        assert player.lines[0].endswith("2장 · 4ms")
        assert "바이칼호" in player.text
        assert "나일강" not in player.text

    browse_with(scenario)


def test_wrong_term_is_underlined_and_the_old_cards_stay() -> None:
    async def scenario(player: Browser) -> None:
        await player.press("slash")
        await player.search("호수")
        await player.search("호수 prop:ivl>")
        at = player.lines[0].index("prop:ivl>") + 2  # two syllables, two cells more
        assert player.lines[1].index("^") == at
        assert player.lines[1].count("^") == len("prop:ivl>")
        assert "보기: prop:ivl>=21" in player.status
        assert "바이칼호" in player.text
        await player.search("호수 prop:ivl>", "left")
        assert "보기: prop:ivl>=21" in player.status
        await player.search("호수")
        assert "^" not in player.lines[1]
        assert not player.status

    browse_with(scenario)


@pytest.mark.parametrize("key", ["enter", "tab", "down"])
def test_key_leads_from_the_box_to_the_cards_and_slash_back(key: str) -> None:
    async def scenario(player: Browser) -> None:
        await player.press("slash", key)
        assert not player.search_box.has_focus
        await player.press("slash")
        assert player.search_box.has_focus
        assert player.search_box.value == ""

    browse_with(scenario)


def test_up_recalls_earlier_searches() -> None:
    async def scenario(player: Browser) -> None:
        await player.press("slash")
        await player.search("호수", "enter", "slash")
        await player.search("바다", "enter", "slash")
        await player.search("강", "up")
        assert player.search_box.value == "바다"
        await player.press("up")
        assert player.search_box.value == "호수"
        await player.press("up", "down", "down")
        assert player.search_box.value == "강"

    browse_with(scenario)


def test_escape_clears_and_then_leaves() -> None:
    async def scenario(player: Browser) -> None:
        await player.press("slash")
        await player.search("호수", "escape")
        assert player.search_box.value == ""
        assert "나일강" in player.text
        await player.press("escape")
        assert player.screen_name == "HomeScreen"

    browse_with(scenario)


@pytest.mark.parametrize("key", ["escape", "backspace"])
def test_cards_are_left_by_more_than_escape(key: str) -> None:
    async def scenario(player: Browser) -> None:
        await player.press("slash", "enter", key)
        assert player.screen_name == "HomeScreen"

    browse_with(scenario)


def test_ends_and_pages_of_many_cards() -> None:
    async def scenario(player: Browser) -> None:
        await player.press("slash", "enter", "end")
        assert "> " in next(line for line in player.lines if "300번째 강" in line)
        await player.press("home")
        assert ">" in player.lines[3]
        assert "1번째 강" in player.lines[3]
        await player.press("pagedown")
        assert screen(player).listed.at > 5

    browse_with(scenario, browsed=many(300))


def test_space_picks_and_a_command_is_about_the_picked() -> None:
    browsed = many(20)

    async def scenario(player: Browser) -> None:
        await player.press("slash", "enter", "space", "down", "space")
        assert player.lines[0].endswith("고른 카드 2 / 20장")
        await player.press("s")
        assert browsed.wanted == [([1, 3], Change(what=What.SUSPEND))]
        assert player.status == "2장: 쉬게 했어요. u 되돌리기"
        assert player.lines[3].endswith("쉼")

    browse_with(scenario, browsed=browsed)


def test_star_picks_all_and_again_none() -> None:
    async def scenario(player: Browser) -> None:
        await player.press("slash", "enter", "asterisk")
        assert "고른 카드 20 / 20장" in player.text
        await player.press("space")
        assert "고른 카드 19 / 20장" in player.text
        await player.press("asterisk", "asterisk")
        assert player.lines[0].endswith("20장 · 4ms")

    browse_with(scenario, browsed=many(20))


def test_cards_are_looked_for_from_the_backlog_too() -> None:
    async def scenario(player: Browser) -> None:
        assert player.screen_name == "BacklogScreen"
        await player.press("slash")
        assert player.screen_name == "BrowseScreen"
        await player.press("escape")
        assert player.screen_name == "BacklogScreen"

    browse_with(scenario, home=OVERDUE)


def test_undo_takes_a_step_back_and_says_so() -> None:
    browsed = many(5)

    async def scenario(player: Browser) -> None:
        await player.press("slash", "enter", "s")
        assert browsed.cards[1].suspended
        await player.press("u")
        assert not browsed.cards[1].suspended
        assert "되돌렸어요" in player.status
        await player.press("f9")
        assert player.status == "되돌릴 것이 없어요."
        await player.press("ctrl+y")
        assert browsed.cards[1].suspended
        assert player.status.startswith("다시 했어요. 쉬게 하기")
        await player.press("ctrl+y")
        assert player.status == "다시 할 것이 없어요."

    browse_with(scenario, browsed=browsed)


@pytest.mark.parametrize(
    ("keys", "wanted"),
    [
        pytest.param(["s"], Change(what=What.SUSPEND), id="suspend"),
        pytest.param(["ㄴ"], Change(what=What.SUSPEND), id="suspend-in-hangul"),
        pytest.param(["enter"], Change(what=What.SUSPEND), id="chosen-line"),
        pytest.param(["down", "enter"], Change(what=What.BURY), id="second-line"),
        pytest.param(["b"], Change(what=What.BURY), id="bury"),
        pytest.param(["f", "3"], Change(what=What.FLAG, number=3), id="flag"),
        pytest.param(["asterisk"], Change(what=What.MARK), id="mark"),
        pytest.param(["r"], Change(what=What.RESET), id="reset"),
        pytest.param(["t", "x", "enter"], Change(what=What.ADD_TAG, text="x"), id="add-tag"),
        pytest.param(
            ["t", "down", "enter"], Change(what=What.REMOVE_TAG, text="지리"), id="remove-tag"
        ),
        pytest.param(["m", "up", "enter"], Change(what=What.MOVE, text="English words"), id="move"),
        pytest.param(["m", "a", "b", "enter"], Change(what=What.MOVE, text="ab"), id="new-deck"),
        pytest.param(["number_sign"], Change(what=What.DELETE), id="delete"),
        pytest.param(["d", "7", "enter"], Change(what=What.SET_DUE, number=7), id="due"),
        pytest.param(
            ["d", "3", "minus", "9", "enter"],
            Change(what=What.SET_DUE, number=3, until=9),
            id="due-between",
        ),
    ],
)
def test_menu_does_what_its_letter_says(keys: list[str], wanted: Change) -> None:
    browsed = ScriptedBrowsing(options_of(), KOREAN)

    async def scenario(player: Browser) -> None:
        await player.press("slash", "enter", "colon")
        assert "1장에 할 일" in player.text
        await player.press(*keys)
        assert browsed.wanted == [([1], wanted)]
        assert "u 되돌리기" in player.status

    browse_with(scenario, browsed=browsed)


def test_suspended_card_is_offered_to_come_again() -> None:
    browsed = ScriptedBrowsing(options_of(), KOREAN)

    async def scenario(player: Browser) -> None:
        await player.press("slash", "enter", *["down"] * 6, "colon")
        assert "다시 나오게 하기" in player.text
        await player.press("s")
        assert browsed.wanted == [([7], Change(what=What.UNSUSPEND))]

    browse_with(scenario, browsed=browsed)


@pytest.mark.parametrize("text", ["x", "40000", "-", "1 2"])
def test_number_of_days_that_is_none_is_refused_in_words(text: str) -> None:
    browsed = many(3)

    async def scenario(player: Browser) -> None:
        await player.press("slash", "enter", "colon", "d")
        screen(player).fields["first"].write(text)
        await player.press("enter")
        assert not browsed.wanted or text == "40000"

    browse_with(scenario, browsed=browsed)


def test_deleted_card_goes_from_the_list() -> None:
    async def scenario(player: Browser) -> None:
        await player.press("slash", "enter", "delete")
        assert "바이칼호" not in player.text
        assert player.lines[0].endswith("7장 · 4ms")
        await player.press("u")
        assert "바이칼호" in player.text

    browse_with(scenario)


def test_file_that_kept_its_cards_is_named() -> None:
    browsed = many(3)
    browsed.files_left = ("/home/kim/rivers.md",)

    async def scenario(player: Browser) -> None:
        await player.press("slash", "enter", "colon", "t", "x", "enter")
        assert "rivers.md" in player.text

    browse_with(scenario, browsed=browsed)


def test_each_change_is_shown_before_it_is_made() -> None:
    browsed = ScriptedBrowsing(options_of(), KOREAN)

    async def scenario(player: Browser) -> None:
        await player.press("slash", "enter", "asterisk", "colon", "h")
        screen(player).fields["first"].write("강")
        screen(player).fields["second"].write("가람")
        await player.press("enter")
        assert "바뀔 노트 5개" in player.text
        assert "- 나일강의 길이는 몇 km인가?" in player.text
        assert "+ 나일가람의 길이는 몇 km인가?" in player.text
        assert browsed.cards[2].prompt.startswith("나일강")
        await player.press("enter")
        assert browsed.cards[2].prompt.startswith("나일가람")
        assert player.status == "5장: 바꿨어요. u 되돌리기"

    browse_with(scenario, browsed=browsed)


def test_replacing_says_in_how_many_cards_it_looks() -> None:
    async def scenario(player: Browser) -> None:
        await player.press("slash", "enter", "colon", "h")
        assert "이 카드에서만 찾아요." in player.text
        await player.press("escape", "asterisk", "colon", "h")
        assert "카드 8장에서 찾아요." in player.text

    browse_with(scenario, browsed=ScriptedBrowsing(options_of(), KOREAN))


def test_list_stands_as_it_was_when_the_menu_closes() -> None:
    async def scenario(player: Browser) -> None:
        await player.press("slash", "enter", "down", "down", "down", "down")
        before = player.lines
        await player.press("colon", "escape")
        assert player.lines == before

    browse_with(scenario, browsed=many(40))


def test_replacing_can_be_given_up_and_made_to_heed_case() -> None:
    browsed = ScriptedBrowsing(options_of(), KOREAN)

    async def scenario(player: Browser) -> None:
        await player.press("slash", "enter", "asterisk", "colon", "h")
        screen(player).fields["first"].write("KM")
        screen(player).fields["second"].write("x")
        await player.press("enter")
        assert "바뀔 노트 1개" in player.text
        await player.press("c")
        assert "바뀔 것이 없어요" in player.text
        await player.press("ㅊ")
        assert "바뀔 노트 1개" in player.text
        await player.press("backspace")
        assert screen(player).fields["first"].value == "KM"
        await player.press("escape")
        assert browsed.cards[2].answer == "6,650km"
        assert ">" in player.lines[3]

    browse_with(scenario, browsed=browsed)


def test_what_cannot_be_written_is_said_and_nothing_changes() -> None:
    browsed = many(3)
    browsed.refuses = DatabaseError("store.busy", path="study.db")

    async def scenario(player: Browser) -> None:
        await player.press("slash", "enter", "s")
        assert player.status
        assert "쉼" not in player.lines[3]
        browsed.refuses = None
        await player.press("s")
        assert player.lines[3].endswith("쉼")

    browse_with(scenario, browsed=browsed)


def test_letter_o_and_a_heading_put_the_cards_in_order() -> None:
    browsed = ScriptedBrowsing(options_of(), KOREAN)

    async def scenario(player: Browser) -> None:
        await player.press("slash", "enter")
        x = player.lines[2].index("답") + 1
        await player.click(x, 2)
        await player.settle()
        assert browsed.searched[-1] == ("", Order("answer"))
        assert "6,650km" in player.lines[3]
        assert "답 ↑" in player.lines[2]
        await player.press("o")
        assert browsed.searched[-1] == ("", Order("answer", descending=True))
        await player.press("right")
        assert browsed.searched[-1] == ("", Order("due"))

    browse_with(scenario, browsed=browsed)


def test_click_chooses_and_a_second_one_edits() -> None:
    async def scenario(player: Browser) -> None:
        await player.press("slash")
        await player.click(10, 5)
        assert screen(player).listed.card_id == 3
        assert not player.search_box.has_focus
        assert player.edited == []
        await player.click(10, 5)
        assert player.edited == [3]

    browse_with(scenario)


def test_a_click_in_the_margin_picks_and_one_in_the_headings_picks_all() -> None:
    async def scenario(browser: Browser) -> None:
        await browser.press("slash", "enter")
        await browser.click(2, 4)
        await browser.click(2, 5)
        assert "고른 카드 2 /" in browser.text
        assert browser.edited == []
        await browser.click(2, 5)
        assert "고른 카드 1 /" in browser.text
        await browser.click(2, 2)
        picked, every = browser.lines[0].partition("고른 카드 ")[2].split(" / ")
        assert f"{picked}장" == every.strip()

    browse_with(scenario)


def test_the_beginning_of_a_long_search_is_shown_until_it_is_written_on() -> None:
    async def scenario(browser: Browser) -> None:
        await browser.press("slash")
        await browser.search("prompt:호수 or answer:바이칼호 or tag:물", "enter")
        assert "prompt:호수" in browser.lines[0]
        await browser.press("slash")
        assert "tag:물" in browser.lines[0]
        await browser.press("enter")
        assert "prompt:호수" in browser.lines[0]

    browse_with(scenario, size=(40, 15))


@pytest.mark.parametrize("size", [(80, 24), (80, 17), (40, 15)], ids=["boxed", "low", "small"])
def test_click_chooses_a_line_of_the_menu_and_a_second_one_does_it(size: tuple[int, int]) -> None:
    def row_of(player: Browser, label: str) -> int:
        return next(at for at, line in enumerate(player.lines) if label in line)

    async def scenario(player: Browser) -> None:
        await player.press("slash", "enter", "colon", "up")
        await player.click(10, row_of(player, "찾아 바꾸기"))
        await player.click(10, row_of(player, "다음 날짜 정하기"))
        assert screen(player).place is Place.BROWSE_MENU
        assert "> d" in player.lines[row_of(player, "다음 날짜 정하기")]
        await player.click(10, row_of(player, "다음 날짜 정하기"))
        assert screen(player).place is Place.BROWSE_FIELD

    browse_with(scenario, size=size)


@pytest.mark.parametrize("size", [(80, 24), (40, 15)], ids=["80x24", "40x15"])
def test_click_chooses_a_deck_to_move_to_and_a_second_one_moves(size: tuple[int, int]) -> None:
    browsed = ScriptedBrowsing(options_of(), KOREAN)

    async def scenario(player: Browser) -> None:
        await player.press("slash", "enter", "colon", "m")
        heading = next(at for at, line in enumerate(player.lines) if "있는 덱" in line)
        deck = player.lines[heading + 2].strip()
        await player.click(8, heading + 2)
        assert player.lines[heading + 2].strip() == f"> {deck}"
        assert not browsed.wanted
        await player.click(8, heading + 2)
        assert [change.text for _, change in browsed.wanted] == [deck]

    browse_with(scenario, browsed=browsed, size=size)


@pytest.mark.parametrize("key", ["enter", "e", "ㄷ", "f2"])
def test_key_edits_the_card_looked_at(key: str) -> None:
    async def scenario(player: Browser) -> None:
        await player.press("slash", "enter", "down", key)
        assert player.edited == [2]

    browse_with(scenario)


def test_preview_follows_and_moves() -> None:
    async def scenario(player: Browser) -> None:
        await player.press("slash", "enter", "down")
        assert "거머리: 9번 까먹었어요" in player.text
        assert "‘6,400km’과 헷갈려요 (3번)" in player.text
        assert "water.ko.md:14" not in player.text  # what a leech needs goes first
        await player.press("down")
        assert "water.ko.md:14" in player.text
        await player.press("v")
        assert "water.ko.md:14" not in player.text
        await player.press("v")
        assert "water.ko.md:14" in player.text

    browse_with(scenario)


def test_wide_screen_has_the_preview_at_the_side() -> None:
    async def scenario(player: Browser) -> None:
        await player.press("slash", "enter", "v")
        assert any("│ 미리 보기" in line for line in player.lines)

    browse_with(scenario, size=(120, 40))


def test_search_is_saved_by_name_and_taken_again() -> None:
    browsed = ScriptedBrowsing(options_of(), KOREAN)

    async def scenario(player: Browser) -> None:
        await player.press("slash")
        await player.search("호수", "ctrl+b")
        assert "저장할 찾기: 호수" in player.text
        screen(player).fields["first"].write("깊은 물")
        await player.press("enter")
        assert browsed.names == {"깊은 물": "호수"}
        assert player.status == "‘깊은 물’로 저장했어요."
        await player.press("slash", "escape", "ctrl+b", "down", "enter")
        assert player.search_box.value == "호수"
        assert player.lines[0].endswith("2장 · 4ms")
        await player.press("ctrl+b", "down", "f8")
        assert browsed.names == {}

    browse_with(scenario, browsed=browsed)


@pytest.mark.parametrize(
    ("key", "limits"),
    [
        ("1", Limits(search="호수")),
        ("enter", Limits(search="호수")),
        ("2", Limits(search="호수", mode=Mode.CRAM)),
    ],
)
def test_found_cards_are_studied(key: str, limits: Limits) -> None:
    async def scenario(player: Browser) -> None:
        await player.press("slash")
        await player.search("호수", "enter", "p", key)
        assert player.collection.studied == [(None, limits)]
        assert "할 때가 된 카드가 없어요" in player.status

    browse_with(scenario)


def test_cards_that_ask_the_same_stand_side_by_side() -> None:
    browsed = ScriptedBrowsing(
        options_of(),
        [
            row(1, "가장 넓은 바다는?", "태평양"),
            row(2, "가장 넓은  바다는", "큰 바다"),
            row(3, "가장 짠 호수는?", "돈후안못"),
            row(4, "가장 짠 호수는", "사해"),
        ],
    )

    async def scenario(player: Browser) -> None:
        await player.press("slash")
        await player.search("is:dupe", "enter", "down")
        answers = next(line for line in player.lines if line.startswith("   답  "))
        assert answers.index("큰 바다") < answers.index("태평양")
        await player.press("equals_sign")
        assert browsed.merged == [[2, 1]]
        assert player.status == "2장: 합쳤어요. u 되돌리기"
        await player.press("end", "k")
        assert browsed.kept == [[4, 3]]

    browse_with(scenario, browsed=browsed)


def test_small_screen_shows_both_answers_of_cards_that_ask_the_same() -> None:
    twice = [row(1, "가장 넓은 바다는?", "태평양"), row(2, "가장 넓은 바다는", "큰 바다")]

    async def scenario(player: Browser) -> None:
        await player.press("slash")
        await player.search("is:dupe", "enter")
        answers = next(line for line in player.lines if line.startswith(" 답  "))
        assert answers.index("태평양") < answers.index("큰 바다")
        assert "= 합치기   k 둘 다 두기" in player.text

    browse_with(scenario, browsed=ScriptedBrowsing(options_of(), twice), size=(40, 15))


def test_different_cards_are_not_merged() -> None:
    browsed = many(2)

    async def scenario(player: Browser) -> None:
        await player.press("slash", "enter", "equals_sign")
        assert "is:dupe로 찾으세요" in player.status
        assert browsed.merged == []

    browse_with(scenario, browsed=browsed)


def test_any_page_may_ask_for_a_search() -> None:
    async def scenario(player: Browser) -> None:
        player.app.screen.post_message(BrowseWanted("is:due"))
        await player.settle()
        await player.settle()
        assert player.search_box.value == "is:due"
        assert not player.search_box.has_focus
        assert "태평양" not in player.text

    browse_with(scenario)


def test_nothing_found_and_nothing_there_say_what_helps() -> None:
    async def scenario(player: Browser) -> None:
        await player.press("slash")
        await player.search("없는말")
        assert "찾은 카드가 없어요" in player.text
        await player.press("enter", "s", "colon", "e", "space", "asterisk", "pagedown", "end")
        assert player.status == "고른 카드가 없어요." or not player.status

    async def empty(player: Browser) -> None:
        await player.press("slash")
        assert "아직 카드가 없어요" in player.text

    browse_with(scenario)
    browse_with(empty, browsed=many(0))


def test_a_word_that_names_a_state_is_told_how_to_be_written() -> None:
    async def scenario(player: Browser) -> None:
        await player.press("slash")
        await player.search("거머리")
        assert "is:leech" in player.text
        assert "F1에 쓸 수 있는 말" in player.text

    browse_with(scenario)


def test_index_that_is_not_ready_is_told() -> None:
    browsed = many(3)
    browsed.is_indexed = False

    async def scenario(player: Browser) -> None:
        await player.press("slash")
        assert player.lines[0].endswith("3장 · 4ms · 색인 만드는 중")

    browse_with(scenario, browsed=browsed)


def test_sign_of_an_unready_index_goes_once_it_is_ready() -> None:
    browsed = many(3)
    browsed.is_indexed = False

    async def scenario(player: Browser) -> None:
        await player.press("slash")
        browsed.is_indexed = True
        screen(player)._look_at_index()
        await player.settle()
        assert player.lines[0].endswith("3장 · 4ms")

    browse_with(scenario, browsed=browsed)


class SlowBrowsing(ScriptedBrowsing):
    """Finds nothing before it is allowed to."""

    def __init__(self) -> None:
        super().__init__(options_of(), [row(1, "첫째 강은?", "강")])
        self.allowed = asyncio.Event()

    async def find(
        self, text: str, order: Order, shows: Callable[["array[int]"], None] | None = None
    ) -> Found:
        if text:
            await self.allowed.wait()
        return await super().find(text, order, shows)


def test_long_search_says_that_it_goes_on_and_not_what_the_last_one_found() -> None:
    browsed = SlowBrowsing()

    async def scenario(player: Browser) -> None:
        await player.press("slash")
        assert player.lines[0].endswith("1장 · 4ms")
        player.search_box.write("바다")
        await player.until("찾는 중")
        assert "1장" not in player.lines[0]
        browsed.allowed.set()
        await player.settle()
        assert player.lines[0].endswith("0장 · 4ms")

    browse_with(scenario, browsed=browsed)


class GrowingBrowsing(SlowBrowsing):
    """Finds three cards at once, and the others when it is allowed to."""

    def __init__(self) -> None:
        super().__init__()
        self.cards = {each.card_id: each for each in KOREAN}

    async def find(
        self, text: str, order: Order, shows: Callable[["array[int]"], None] | None = None
    ) -> Found:
        if text and shows is not None:
            for card_id in (1, 2, 3):
                shows(array("q", [card_id]))
            await self.allowed.wait()
        return await super().find("", order)


def while_cards_are_found(
    scenario: Callable[[Player, GrowingBrowsing, Browser], Awaitable[None]],
) -> None:
    """Run a scenario while three cards are shown and the search goes on."""
    browsed = GrowingBrowsing()

    async def run(player: Browser) -> None:
        await player.press("slash", "enter")
        player.search_box.write("바다")
        await player.until("3장 · 찾는 중")
        impatient = Player(player.app, player._pilot)
        await scenario(impatient, browsed, player)

    browse_with(run, browsed=browsed)


def test_the_first_cards_are_shown_while_the_others_are_found() -> None:
    async def scenario(player: Player, browsed: GrowingBrowsing, browser: Browser) -> None:
        assert "나일강의 길이는" in player.text
        assert "태평양" not in player.text
        await player.press("down", "space")
        assert player.lines[0].endswith("고른 카드 1 / 3장+")
        browsed.allowed.set()
        await browser.settle()
        assert player.lines[0].endswith("고른 카드 1 / 8장")
        assert "태평양" in player.text
        assert screen(player).listed.at == 2

    while_cards_are_found(scenario)


@pytest.mark.parametrize(("width", "words"), [(80, "1,000장 · 찾는 중"), (40, "1,000장+")])
def test_that_more_are_found_is_said_where_there_is_room(width: int, words: str) -> None:
    listed = BrowseList(lambda _: ())
    listed.begin(array("q", range(1, 1001)))
    assert count_words(None, listed, Frame(width, 24), Messages("ko")) == words


def test_the_end_is_the_last_card_that_is_found_at_last() -> None:
    async def scenario(player: Player, browsed: GrowingBrowsing, browser: Browser) -> None:
        await player.press("end")
        assert screen(player).listed.at == 2
        browsed.allowed.set()
        await browser.settle()
        assert screen(player).listed.at == 7

    while_cards_are_found(scenario)


@pytest.mark.parametrize("keys", [("s",), ("colon", "s"), ("f", "3")])
def test_what_is_done_to_all_is_done_once_all_are_found(keys: tuple[str, ...]) -> None:
    async def scenario(player: Player, browsed: GrowingBrowsing, browser: Browser) -> None:
        await player.press("asterisk", keys[0])
        assert player.status == "아직 찾고 있어요. 다 찾는 대로 할게요."
        assert browsed.wanted == []
        browsed.allowed.set()
        await browser.settle()
        await browser.press(*keys[1:])
        assert [ids for ids, _ in browsed.wanted] == [[1, 2, 3, 4, 5, 6, 7, 8]]

    while_cards_are_found(scenario)


def test_what_waits_for_all_is_left_when_they_are_put_back() -> None:
    async def scenario(player: Player, browsed: GrowingBrowsing, browser: Browser) -> None:
        await player.press("asterisk", "s", "asterisk")
        browsed.allowed.set()
        await browser.settle()
        assert browsed.wanted == []

    while_cards_are_found(scenario)


def test_box_has_the_keyboard_before_the_next_key_comes() -> None:
    async def scenario(player: Browser) -> None:
        await player.press("slash", "enter")
        screen(player).action_write_search()
        assert screen(player).focused is player.search_box
        screen(player).action_take_rows()
        screen(player).action_replace()
        assert screen(player).focused is screen(player).fields["first"]

    browse_with(scenario)


def test_thread_ends_with_the_screen() -> None:
    browsed = many(3)

    async def scenario(player: Browser) -> None:
        await player.press("slash", "escape")
        assert browsed.closed

    browse_with(scenario, browsed=browsed)


def test_markup_in_a_card_is_only_text() -> None:
    browsed = ScriptedBrowsing(options_of(), [row(1, "[bold]강[/]은? \x1b[31m", "[link]x")])

    async def scenario(player: Browser) -> None:
        await player.press("slash")
        assert "[bold]강[/]은?" in player.text
        assert "\x1b" not in player.text

    browse_with(scenario, browsed=browsed)


def test_kept_habits_outlast_the_screen() -> None:
    async def scenario(player: Browser) -> None:
        await player.press("slash")
        await player.search("호수", "enter", "v", "escape", "slash", "up")
        assert player.search_box.value == "호수"
        assert "미리 보기" not in player.text

    browse_with(scenario)


def test_the_footer_offers_to_choose_only_where_there_is_a_choice() -> None:
    async def scenario(browser: Browser) -> None:
        await browser.press("slash", "enter", "colon", "d")
        assert "며칠 뒤" in browser.text
        assert "↑↓" not in browser.lines[-1]
        await browser.press("escape", "colon", "m")
        assert "↑↓" in browser.lines[-1]

    browse_with(scenario)


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_footer_names_the_way_back_and_a_click_takes_it(language: str) -> None:
    async def scenario(browser: Browser) -> None:
        await browser.press("slash", "enter")
        footer = browser.lines[-1]
        await browser.click(cell_width(footer[: footer.index("Esc")]), 23)
        assert browser.screen_name == "HomeScreen"

    browse_with(scenario, language=language)

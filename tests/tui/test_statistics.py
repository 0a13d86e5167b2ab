"""The pages of statistics on the screen: what keys and clicks do, and how each page looks."""

from dataclasses import dataclass, field

import pytest

from overmorrow.settings import Settings
from overmorrow.tui.program import OvermorrowApp
from overmorrow.tui.screens.browse_wanted import BrowseWanted
from tests.tui.conftest import ScreenMatches
from tests.tui.counted import Studied
from tests.tui.playing import Player, play
from tests.tui.scripted import (
    LAKE,
    ScriptedCollection,
    ScriptedSession,
    asked,
    options_of,
    overview,
)

DECKS = ("지리", "지리::물", "English words")


@dataclass
class Shown:
    """An app at home with made-up statistics, and the searches it asked for."""

    studied: Studied
    app: OvermorrowApp
    searches: list[str] = field(default_factory=list)


class _App(OvermorrowApp):
    searches: list[str]

    async def on_browse_wanted(self, event: BrowseWanted) -> None:
        event.prevent_default()
        self.searches.append(event.text)


_App.__module__ = OvermorrowApp.__module__  # where its stylesheets are looked for


def shown(
    language: str = "ko", studied: Studied | None = None, settings: Settings | None = None
) -> Shown:
    collection = ScriptedCollection(ScriptedSession([asked(LAKE)]), overview())
    collection.counted = counted = studied or Studied(decks=DECKS)
    app = _App(options_of(language, settings), collection)
    app.searches = []
    return Shown(counted, app, app.searches)


async def press(player: Player, *keys: str) -> None:
    """Press keys, each when what the one before had read is on the screen."""
    for key in keys:
        await player.press(key)
        await player.app.workers.wait_for_complete()
        await player.press()


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("page", range(1, 10))
@pytest.mark.parametrize("size", [(80, 24), (40, 15)], ids=["80x24", "40x15"])
def test_each_page(
    language: str, page: int, size: tuple[int, int], screen_matches: ScreenMatches
) -> None:
    app = shown(language).app
    suffix = "" if size == (80, 24) else "_40x15"

    async def scenario(player: Player) -> None:
        await press(player, "t", str(page))
        screen_matches(app, f"statistics_{page}_{language}{suffix}")

    play(app, scenario, size)


@pytest.mark.parametrize("page", [4, 5])
def test_pages_with_more_to_show_where_there_is_room(
    page: int, screen_matches: ScreenMatches
) -> None:
    app = shown().app

    async def scenario(player: Player) -> None:
        await press(player, "t", str(page), "p")
        screen_matches(app, f"statistics_{page}_ko_120x40")

    play(app, scenario, (120, 40))


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("page", [1, 2, 3, 4, 5, 6, 8, 9])
def test_each_page_of_the_first_day(
    language: str, page: int, screen_matches: ScreenMatches
) -> None:
    app = shown(language, Studied(days=0)).app

    async def scenario(player: Player) -> None:
        await press(player, "t", str(page))
        screen_matches(app, f"statistics_{page}_first_{language}")

    play(app, scenario)


@pytest.mark.parametrize("page", [2, 3, 5])
def test_pages_after_two_days(page: int, screen_matches: ScreenMatches) -> None:
    app = shown("ko", Studied(days=2)).app

    async def scenario(player: Player) -> None:
        await press(player, "t", str(page))
        screen_matches(app, f"statistics_{page}_little_ko")

    play(app, scenario)


@pytest.mark.parametrize("page", [3, 5, 8])
def test_pages_in_ascii_show_the_same_without_wide_signs(
    page: int, screen_matches: ScreenMatches
) -> None:
    app = shown("en", settings=Settings(ascii=True)).app

    async def scenario(player: Player) -> None:
        await press(player, "t", str(page))
        assert player.text.isascii()
        screen_matches(app, f"statistics_{page}_ascii")

    play(app, scenario)


@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_page_as_a_table(language: str, screen_matches: ScreenMatches) -> None:
    app = shown(language).app

    async def scenario(player: Player) -> None:
        await press(player, "t", "2", "x")
        screen_matches(app, f"statistics_2_table_{language}")

    play(app, scenario)


@pytest.mark.parametrize("language", ["ko", "en"])
def test_choosing_a_deck(language: str, screen_matches: ScreenMatches) -> None:
    app = shown(language).app

    async def scenario(player: Player) -> None:
        await press(player, "t", "d")
        screen_matches(app, f"statistics_deck_{language}")

    play(app, scenario)


def test_pages_turn_by_arrows_digits_and_tab_and_close() -> None:
    async def scenario(player: Player) -> None:
        await press(player, "t")
        assert "[1 오늘]" in player.text
        await press(player, "right")
        assert "[2 기억]" in player.text
        await press(player, "left", "left")
        assert "[9 답]" in player.text
        await press(player, "5", "tab")
        assert "[6 간격]" in player.text
        await press(player, "shift+tab")
        assert "[5 달력]" in player.text
        await press(player, "escape")
        assert player.screen_name == "HomeScreen"

    play(shown().app, scenario)


def test_the_period_goes_round_and_a_forecast_has_its_own() -> None:
    seen = shown()

    async def scenario(player: Player) -> None:
        await press(player, "t", "3", "p")
        assert "최근 365일" in player.text
        await press(player, "p")
        assert "전체" in player.text
        await press(player, "ㅔ")
        assert "최근 7일" in player.text
        await press(player, "4", "p")
        assert "앞으로 90일" in player.text
        await press(player, "8")
        assert "최근 7일" in player.text

    play(seen.app, scenario)
    assert seen.studied.wishes[-1].days == 7


def test_a_page_of_no_period_says_so() -> None:
    seen = shown()

    async def scenario(player: Player) -> None:
        await press(player, "t", "6", "p")
        assert player.status == "이 쪽은 기간과 상관없어요."

    play(seen.app, scenario)


def test_enter_on_a_bar_looks_for_its_cards() -> None:
    seen = shown()

    async def scenario(player: Player) -> None:
        await press(player, "t", "enter", "down", "enter")
        await press(player, "6", "down", "down", "enter")
        await press(player, "7", "enter")
        await press(player, "9", "down", "down", "enter")

    play(seen.app, scenario)
    assert seen.searches == [
        "is:due",
        "due:1 -is:suspended",
        "prop:ivl>=7 prop:ivl<=13",
        "prop:ease>=2.50 prop:ease<2.60 -is:new",
        "rated:30:2",
    ]


def test_an_hour_leads_to_no_cards_and_says_so() -> None:
    seen = shown()

    async def scenario(player: Player) -> None:
        await press(player, "t", "8", "enter")
        assert player.status == "여기서는 찾아볼 카드가 없어요."

    play(seen.app, scenario)
    assert seen.searches == []


def test_the_calendar_goes_from_day_to_day_and_to_earlier_weeks() -> None:
    seen = shown()

    async def scenario(player: Player) -> None:
        await press(player, "t", "5")
        assert "> 11월 23일 월" in player.text
        await press(player, "up")
        assert "> 11월 22일 일" in player.text
        await press(player, "left", "left")
        assert "> 11월 8일 일" in player.text
        await press(player, "enter", "down")
        assert "> 11월 9일 월" in player.text
        await press(player, "pageup")
        assert "> 4월 5일 일" in player.text
        await press(player, "pagedown")
        assert "> 4월 6일 월" in player.text

    play(seen.app, scenario)
    assert seen.searches == ["rated:2026-11-08"]
    assert [wish.until for wish in seen.studied.wishes[-2:]] == [739_711, None]


def test_a_deck_is_found_by_a_part_of_its_name_and_all_by_nothing() -> None:
    seen = shown()

    async def scenario(player: Player) -> None:
        await press(player, "t", "ㅇ")
        await player.app.workers.wait_for_complete()
        box = player.app.screen.query_one("#deck-name")
        assert player.app.focused is box
        await press(player, *"물", "enter")
        assert "덱: 지리::물" in player.text
        await press(player, "enter", "d", "x", "enter")
        assert player.status == "그런 이름의 덱이 없어요."
        await press(player, "escape", "d", "enter")

    play(seen.app, scenario)
    assert [wish.deck for wish in seen.studied.wishes] == [None, "지리::물", None]
    assert seen.searches == ['deck:"지리::물" is:due']


def test_tabs_and_bars_can_be_clicked() -> None:
    seen = shown()

    async def scenario(player: Player) -> None:
        await press(player, "t")
        await player.click(60, 0)
        await player.app.workers.wait_for_complete()
        await press(player)
        assert "[7 쉬움]" in player.text
        await player.click(8, 12)
        await player.click(8, 12)

    play(seen.app, scenario)
    assert seen.searches == ["prop:ease>=1.30 prop:ease<1.40 -is:new"]


@pytest.mark.parametrize("size", [(1, 1), (8, 4), (20, 8), (59, 17), (61, 18), (250, 70)])
def test_no_size_of_terminal_is_too_small_or_large(size: tuple[int, int]) -> None:
    app = shown().app

    async def scenario(player: Player) -> None:
        await press(player, "t", *"123456789", "x", "d")

    play(app, scenario, size)
    assert app.crash is None

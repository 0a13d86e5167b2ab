"""What keys do on the first screen, the summary, the statistics and the help page."""

import pytest

from overmorrow.jobs.asked import Limits, Mode
from tests.tui.playing import Player, play
from tests.tui.scripted import (
    DONE,
    FIRST_RUN,
    LAKE,
    ScriptedCollection,
    ScriptedSession,
    Stopwatch,
    app_of,
    asked,
    overview,
)


def collection_of(player: Player) -> ScriptedCollection:
    collection = player.app._collection
    assert isinstance(collection, ScriptedCollection)
    return collection


def test_first_enter_starts_five_cards() -> None:
    async def scenario(player: Player) -> None:
        await player.press("enter")
        assert collection_of(player).studied[0][1] == Limits(cards=5)
        assert LAKE.prompt in player.text

    play(app_of(ScriptedSession([asked(LAKE)]), home=FIRST_RUN), scenario)


def test_held_enter_opens_a_card_and_does_not_answer_it() -> None:
    session = ScriptedSession([asked(LAKE)])
    stopwatch = Stopwatch(5)

    async def scenario(player: Player) -> None:
        await player.press(*["enter"] * 10)
        assert session.judged_calls == []
        assert player.screen_name == "StudyScreen"

    play(app_of(session, home=overview(), stopwatch=stopwatch), scenario)


def test_chosen_deck_is_studied() -> None:
    async def scenario(player: Player) -> None:
        await player.press("down", "down", "enter")
        assert collection_of(player).studied == [("지리::물", Limits())]

    play(app_of(ScriptedSession([asked(LAKE)]), home=overview()), scenario)


def test_folded_deck_hides_what_is_below() -> None:
    async def scenario(player: Player) -> None:
        await player.press("down", "left")
        assert "▸ 지리" in player.text
        assert "뭍" not in player.text
        await player.press("right")
        assert "뭍" in player.text

    play(app_of(ScriptedSession([asked(LAKE)]), home=overview()), scenario)


@pytest.mark.parametrize(
    ("key", "limits"),
    [
        ("p", Limits(mode=Mode.AHEAD)),
        ("plus", Limits(new=10)),
        ("r", Limits(mode=Mode.CRAM, cards=10)),
    ],
)
def test_after_the_day_is_done_there_is_more_to_do(key: str, limits: Limits) -> None:
    async def scenario(player: Player) -> None:
        await player.press(key)
        assert collection_of(player).studied == [(None, limits)]

    play(app_of(ScriptedSession([asked(LAKE)]), home=DONE), scenario)


def test_nothing_to_study_is_said_and_the_screen_stays() -> None:
    async def scenario(player: Player) -> None:
        await player.press("enter")
        assert player.status == "지금 할 카드가 없어요."
        assert player.screen_name == "HomeScreen"

    play(app_of(ScriptedSession([]), home=overview()), scenario)


def test_digits_do_nothing_at_home() -> None:
    async def scenario(player: Player) -> None:
        before = player.text
        await player.press(*"0123456789")
        assert player.text == before

    play(app_of(ScriptedSession([asked(LAKE)]), home=overview()), scenario)


def test_language_switches_in_place_and_back() -> None:
    async def scenario(player: Player) -> None:
        await player.press("l")
        assert "Overmorrow" in player.text
        await player.press("ㅣ")
        assert "모레" in player.text

    play(app_of(ScriptedSession([asked(LAKE)]), home=overview()), scenario)


def test_undo_at_home_brings_the_last_card_back() -> None:
    session = ScriptedSession([asked(LAKE)])
    session.rate(session.judge("바이칼호"), 5)

    async def scenario(player: Player) -> None:
        await player.press("u")
        assert player.screen_name == "StudyScreen"
        assert player.typed == "바이칼호"

    play(app_of(session, home=overview()), scenario)


def test_statistics_open_turn_and_close() -> None:
    async def scenario(player: Player) -> None:
        await player.press("t")
        assert "[1 오늘]" in player.text
        await player.press("right")
        assert "[2 기억]" in player.text
        await player.press("3", "p")
        assert "최근 365일" in player.text
        await player.press("escape")
        assert player.screen_name == "HomeScreen"

    play(app_of(ScriptedSession([asked(LAKE)]), home=overview()), scenario)


@pytest.mark.parametrize("key", ["f1", "question_mark"])
def test_help_opens_over_every_screen_and_closes(key: str) -> None:
    async def scenario(player: Player) -> None:
        for keys in ([], ["t"]):
            await player.press(*keys)
            below = player.screen_name
            await player.press(key)
            assert player.screen_name == "HelpScreen"
            await player.press(key)
            assert player.screen_name == below

    play(app_of(ScriptedSession([asked(LAKE)]), home=overview()), scenario)


def test_quit_ends_with_zero() -> None:
    app = app_of(ScriptedSession([asked(LAKE)]), home=overview())

    async def scenario(player: Player) -> None:
        await player.press("q")

    play(app, scenario)
    assert app.return_code == 0


def test_control_c_says_how_to_quit() -> None:
    async def scenario(player: Player) -> None:
        await player.press("ctrl+c")
        assert player.status.startswith("Ctrl+Q")

    play(app_of(ScriptedSession([asked(LAKE)]), home=overview()), scenario)

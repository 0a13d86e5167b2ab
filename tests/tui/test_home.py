"""What keys do on the first screen, the summary, the statistics and the help page."""

from dataclasses import replace
from pathlib import Path

import pytest

from overmorrow.jobs.asked import Limits, Mode, Progress
from overmorrow.jobs.backlog import Backlog
from overmorrow.jobs.home_state import HomeState
from overmorrow.store.day_tree import DeckCounts
from overmorrow.tui.screens.home import HomeScreen
from overmorrow.tui.widgets.line_box import LineBox
from tests.tui.playing import Player, play
from tests.tui.scripted import (
    DAY,
    DONE,
    FIRST_RUN,
    LAKE,
    ScriptedCollection,
    ScriptedHomes,
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


def test_large_numbers_are_read_in_groups_of_three_digits() -> None:
    many = overview(
        progress=Progress(new=100, review=1000, drill=0, done=0),
        due_tomorrow=145_968,
        retention=(33_906, 43_953),
        streak_days=2989,
    )

    async def scenario(player: Player) -> None:
        assert "2,989일째" in player.lines[0]
        assert "1,100장 남음" in player.text
        assert "0/1,100" in player.text
        assert "145,968장" in player.text
        assert "(33,906/43,953)" in player.text

    play(app_of(ScriptedSession([]), home=many), scenario)


def test_first_enter_starts_five_cards() -> None:
    async def scenario(player: Player) -> None:
        await player.press("enter")
        assert collection_of(player).studied[0][1] == Limits(cards=5)
        assert LAKE.prompt in player.text

    play(app_of(ScriptedSession([asked(LAKE)]), home=FIRST_RUN), scenario)


def test_with_other_decks_the_first_enter_does_not_speak_of_the_example() -> None:
    decks = overview(is_first_run=True)

    async def scenario(player: Player) -> None:
        assert "고른 덱에서 5장만 풀어 보기" in player.text
        assert "예시 덱" not in player.text

    play(app_of(ScriptedSession([asked(LAKE)]), home=decks), scenario)


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
        ("c", Limits(mode=Mode.CRAM)),
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
        assert player.status == "여기는 오늘 할 카드가 없어요. p 미리 연습하기"
        assert player.screen_name == "HomeScreen"

    play(app_of(ScriptedSession([]), home=overview()), scenario)


def test_an_empty_deck_offers_no_practice_at_the_very_start() -> None:
    home = replace(FIRST_RUN, decks=(*FIRST_RUN.decks, DeckCounts(2, "빈 덱", 0, 0, 0, 0)))

    async def scenario(player: Player) -> None:
        await player.press("end")
        assert any(line.startswith("  > ") and "빈 덱" in line for line in player.lines)
        assert "p 연습" not in player.text

    play(app_of(ScriptedSession([asked(LAKE)]), home=home), scenario)


def test_more_new_cards_are_offered_only_where_there_are_some() -> None:
    async def scenario(player: Player) -> None:
        assert "+ 새 카드" not in player.text
        await player.press("+")
        assert player.status == "오늘 더 할 새 카드가 없어요."
        assert collection_of(player).studied == []

    home = replace(DONE, unseen=0)
    play(app_of(ScriptedSession([asked(LAKE)]), home=home), scenario)


def test_random_cards_are_others_each_time_and_practice_is_no_part_of_them() -> None:
    async def scenario(player: Player) -> None:
        for key in ("r", "r", "c", "c"):
            await player.press(key)
            await player.press("escape", "escape")
        limits = [limits for _, limits in collection_of(player).studied]
        assert [each.cards for each in limits] == [10, 10, None]
        assert {each.mode for each in limits} == {Mode.CRAM}

    play(app_of(ScriptedSession([asked(LAKE)]), home=DONE, stopwatch=Stopwatch(300)), scenario)


def test_a_deck_that_is_done_offers_practice_in_place_of_study() -> None:
    home = overview(
        decks=(
            DeckCounts(1, "강", 3, 0, 0, 3),
            DeckCounts(2, "산", 0, 0, 0, 4),
        )
    )

    async def scenario(player: Player) -> None:
        await player.press("down")
        assert player.lines[-1].strip().startswith("Enter ")
        await player.press("down")
        assert player.lines[-1].strip().startswith("p 연습")

    play(app_of(ScriptedSession([asked(LAKE)]), home=home), scenario)


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


def test_another_way_to_use_the_number_keys_is_chosen_at_first_and_remembered(
    tmp_path: Path,
) -> None:
    async def scenario(player: Player) -> None:
        assert "> 0–5 SM-2 그대로" in player.text
        await player.press("tab")
        assert "> 1–4 Anki처럼" in player.text
        await player.press("enter")
        await player.write("바이칼호", "enter")
        assert "4 즉답" in player.text

    play(app_of(ScriptedSession([asked(LAKE)]), home=FIRST_RUN), scenario)
    written = (tmp_path / "overmorrow" / "settings.toml").read_text("utf-8")
    assert 'grade_keys = "anki"' in written


def test_what_was_chosen_and_folded_is_kept_for_the_next_time() -> None:
    first = app_of(ScriptedSession([asked(LAKE)]), home=overview())
    homes = first._collection.homes()
    assert isinstance(homes, ScriptedHomes)

    async def scenario(player: Player) -> None:
        await player.press("down", "left", "down", "enter")

    play(first, scenario)
    assert homes.left == HomeState("English words", frozenset({"지리"}))

    second = app_of(ScriptedSession([asked(LAKE)]), home=overview())
    again = second._collection.homes()
    assert isinstance(again, ScriptedHomes)
    again.left = homes.left

    async def later(player: Player) -> None:
        assert "▸ 지리" in player.text
        assert "> " in next(line for line in player.lines if "English words" in line)

    play(second, later)


def test_what_another_window_did_is_seen_without_a_word() -> None:
    app = app_of(ScriptedSession([asked(LAKE)]), home=overview())
    homes = app._collection.homes()
    assert isinstance(homes, ScriptedHomes)

    async def scenario(player: Player) -> None:
        await player.press("down", "left", "down")
        homes.shown = overview(due_tomorrow=77)
        homes.changes += 1
        screen = player.app.screen
        assert isinstance(screen, HomeScreen)
        screen._look()
        await player.app.workers.wait_for_complete()
        await player.press()
        assert "77장" in player.text
        assert "▸ 지리" in player.text
        assert "> " in next(line for line in player.lines if "English words" in line)
        assert player.status == ""

    play(app, scenario)


def test_a_new_day_is_told_at_the_next_key() -> None:
    app = app_of(ScriptedSession([asked(LAKE)]), home=overview())
    homes = app._collection.homes()
    assert isinstance(homes, ScriptedHomes)

    async def scenario(player: Player) -> None:
        homes.shown = overview(day=DAY + 1, due_tomorrow=5)
        await player.press("down")
        assert player.status.startswith("새 날이 시작됐어요")
        assert "11월 24일 화" in player.text
        await player.press("down")
        assert player.status == ""

    play(app, scenario)


MANY = overview(decks=tuple(DeckCounts(n, f"덱 {n}", 1, 0, 0, 1) for n in range(1, 41)))


def chosen_row(player: Player) -> str:
    return next(line.strip("> ").split("  ")[0] for line in player.lines if line[2:4] == "> ")


def test_many_decks_are_gone_through_by_pages_and_to_the_ends() -> None:
    async def scenario(player: Player) -> None:
        await player.press("end")
        assert chosen_row(player) == "덱 40"
        await player.press("pageup")
        assert chosen_row(player) == "덱 30"
        await player.press("home", "pagedown", "enter")
        assert collection_of(player).studied == [("덱 10", Limits())]

    play(app_of(ScriptedSession([asked(LAKE)]), home=MANY), scenario)


@pytest.mark.parametrize("size", [(80, 24), (40, 15)])
def test_a_click_does_what_a_row_of_the_first_screen_says(size: tuple[int, int]) -> None:
    async def start(player: Player) -> None:
        await player.click(6, row_of(player, "5장만 풀어 보기"))
        assert collection_of(player).studied == [("알리바바 2015", Limits(cards=5))]

    async def make_deck(player: Player) -> None:
        await player.click(6, row_of(player, "빈 덱 만들기"))
        assert player.screen_name == "DeckNameScreen"

    async def more(player: Player) -> None:
        await player.click(6, row_of(player, "새 카드 더 하기"))
        assert [limits.new for _, limits in collection_of(player).studied] == [10]

    for scenario, home in ((start, FIRST_RUN), (make_deck, FIRST_RUN), (more, DONE)):
        play(app_of(ScriptedSession([asked(LAKE)]), home=home), scenario, size=size)


def test_a_small_first_screen_shows_several_decks_where_there_are_several() -> None:
    async def scenario(player: Player) -> None:
        shown = [deck for deck in home.decks if deck.name.rpartition("::")[2] in player.text]
        assert len(shown) >= 2

    home = overview(is_first_run=True)
    play(app_of(ScriptedSession([asked(LAKE)]), home=home), scenario, size=(40, 15))


def row_of(player: Player, text: str) -> int:
    return next(at for at, line in enumerate(player.lines) if text in line)


def test_the_mouse_chooses_starts_and_folds_also_further_down() -> None:
    async def scenario(player: Player) -> None:
        row = next(at for at, line in enumerate(player.lines) if "▾ 지리" in line)
        await player.click(4, row)
        assert "▸ 지리" in player.text
        await player.click(30, row + 1)
        assert chosen_row(player) == "English words"
        await player.click(30, row + 1)
        assert collection_of(player).studied == [("English words", Limits())]

    play(app_of(ScriptedSession([asked(LAKE)]), home=overview()), scenario)

    async def far_down(player: Player) -> None:
        await player.press("end")
        row = next(at for at, line in enumerate(player.lines) if "덱 33" in line)
        await player.click(30, row)
        assert chosen_row(player) == "덱 33"

    play(app_of(ScriptedSession([asked(LAKE)]), home=MANY), far_down)


OVERDUE = overview(
    backlog=Backlog(
        overdue=300, coming=(0, 10), absent_days=12, limit=200, seconds_each=None, pace=None
    )
)


def told_of(player: Player) -> list[tuple[object, ...]]:
    return collection_of(player).scripted_homes.told


def test_a_backlog_is_begun_at_the_chosen_pace() -> None:
    async def scenario(player: Player) -> None:
        assert player.screen_name == "BacklogScreen"
        await player.press("2", "right", "space", "enter")
        assert told_of(player) == [("pace", 85, False, False)]
        assert player.screen_name == "StudyScreen"

    play(app_of(ScriptedSession([asked(LAKE)]), home=OVERDUE), scenario)


@pytest.mark.parametrize(
    ("keys", "pace"),
    [
        (("3", "enter"), ("pace", None, True, False)),
        (("down", "down", "down", "left", "enter"), ("pace", 15, True, True)),
    ],
)
def test_all_or_a_part_of_a_backlog_is_taken_today(
    keys: tuple[str, ...], pace: tuple[object, ...]
) -> None:
    async def scenario(player: Player) -> None:
        await player.press(*keys)
        assert told_of(player) == [pace]

    play(app_of(ScriptedSession([asked(LAKE)]), home=OVERDUE), scenario)


def test_looking_past_a_backlog_shows_the_decks_until_it_is_asked_for() -> None:
    async def scenario(player: Player) -> None:
        await player.press("escape")
        assert player.screen_name == "HomeScreen"
        assert "밀린 복습 300장" in player.text
        await player.press("t", "escape", "l", "l")
        assert player.screen_name == "HomeScreen"
        await player.press("ㅠ")
        assert player.screen_name == "BacklogScreen"

    play(app_of(ScriptedSession([asked(LAKE)]), home=OVERDUE), scenario)


async def settled(player: Player) -> None:
    await player.app.workers.wait_for_complete()
    await player.press()


def test_a_deck_is_made_and_taken_back() -> None:
    async def scenario(player: Player) -> None:
        await player.press("n")
        box = player.app.screen.query_one("#deck-name", LineBox)
        box.value = "한국사::고려"
        await player.press("enter")
        await settled(player)
        assert told_of(player) == [("create", "한국사::고려", "ko")]
        assert player.screen_name == "HomeScreen"
        assert player.status.startswith("‘한국사::고려’ 덱을 만들었어요")
        await player.press("u")
        await settled(player)
        assert told_of(player) == []
        assert player.status == "되돌렸어요. 덱 만들기: 한국사::고려"
        await player.press("ctrl+y")
        assert player.status.startswith("다시 하기로는 안 돼요.")
        assert "덱 만들기: 한국사::고려" in player.text

    play(app_of(ScriptedSession([asked(LAKE)]), home=overview()), scenario)


def test_a_deck_is_removed_and_one_is_needed() -> None:
    async def scenario(player: Player) -> None:
        await player.press("delete")
        assert player.status == "먼저 ↑↓로 덱 하나를 고르세요."
        await player.press("down", "down", "delete")
        await settled(player)
        assert told_of(player) == [("remove", "지리::물")]
        assert player.status.startswith("‘지리::물’ 덱을 치웠어요")

    play(app_of(ScriptedSession([asked(LAKE)]), home=overview()), scenario)


def test_options_are_saved_together_or_left() -> None:
    async def scenario(player: Player) -> None:
        await player.press("down", "down", "e", "1", "2", "backspace", "5")
        assert "15장" in player.text
        await player.press("down", "delete", "down", "right", "enter")
        changes = {"new_per_day": 15, "reviews_per_day": None, "new_order": "deck"}
        assert told_of(player) == [("options", "지리::물", changes)]
        assert player.status.startswith("‘지리::물’ 덱의 설정을 저장했어요")
        await player.press("e", "9", "escape")
        assert len(told_of(player)) == 1

    play(app_of(ScriptedSession([asked(LAKE)]), home=overview()), scenario)


def test_a_deck_is_renamed_from_its_options() -> None:
    async def scenario(player: Player) -> None:
        await player.press("down", "down", "ㄷ", "ㅜ")
        box = player.app.screen.query_one("#deck-name", LineBox)
        assert box.value == "지리::물"
        box.value = "지리::강"
        await player.press("enter")
        await settled(player)
        assert told_of(player) == [("rename", "지리::물", "지리::강")]
        await player.press("n", "escape")
        assert player.screen_name == "HomeScreen"

    play(app_of(ScriptedSession([asked(LAKE)]), home=overview()), scenario)


def test_options_that_are_saved_on_the_way_to_the_name_are_told() -> None:
    async def scenario(player: Player) -> None:
        await player.press("down", "down", "e", "right", "n")
        assert player.screen_name == "DeckNameScreen"
        assert told_of(player) == [("options", "지리::물", {"new_per_day": 25})]
        assert player.status.startswith("‘지리::물’ 덱의 설정을 저장했어요")

    play(app_of(ScriptedSession([asked(LAKE)]), home=overview()), scenario)


def test_saved_searches_stand_below_the_decks_and_are_studied() -> None:
    shown = overview(searches=(("거머리", "is:leech"), ("지명", "tag:지명")))

    async def scenario(player: Player) -> None:
        assert "/ 거머리" in player.text
        await player.press("end", "e")
        assert "Ctrl+B" in player.status
        await player.press("left", "enter")
        assert collection_of(player).studied == [(None, Limits(search="tag:지명"))]
        await player.press("escape", "escape", "home", "enter")
        assert collection_of(player).studied[1:] == [(None, Limits())]

    play(app_of(ScriptedSession([asked(LAKE)]), home=shown), scenario)


def test_only_the_shipped_deck_is_called_an_example() -> None:
    deck = FIRST_RUN.decks[0]
    own = replace(FIRST_RUN, decks=(deck._replace(name="물"),))

    async def shipped(player: Player) -> None:
        assert "예시 덱이에요" in player.text

    async def another(player: Player) -> None:
        assert "예시 덱" not in player.text

    play(app_of(ScriptedSession([asked(LAKE)]), home=FIRST_RUN), shipped)
    play(app_of(ScriptedSession([asked(LAKE)]), home=own), another)


def test_what_the_status_row_says_is_wrapped_anew_for_another_size() -> None:
    async def scenario(player: Player) -> None:
        told = "아주 긴 이름을 가진 덱을 치웠어요. 되돌리려면 u를 누르세요. 30일 동안 돼요."
        player.app.screen.tell(told)  # type: ignore[attr-defined]  # a page
        await player.resize(40, 15)
        assert told.replace(" ", "") in "".join(player.lines).replace(" ", "")

    play(app_of(ScriptedSession([asked(LAKE)]), home=overview()), scenario)


def test_the_chosen_deck_stays_chosen_after_the_settings() -> None:
    async def scenario(player: Player) -> None:
        await player.press("enter", "escape", "escape", "home", "down")
        chosen = chosen_row(player)
        await player.press("comma", "escape")
        assert player.screen_name == "HomeScreen"
        assert chosen_row(player) == chosen

    session = ScriptedSession([asked(LAKE), asked(LAKE)])
    play(app_of(session, home=overview()), scenario)

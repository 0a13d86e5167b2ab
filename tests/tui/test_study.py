"""What keys do on the study screen."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from textual.events import Paste
from textual.widgets import TextArea

from overmorrow.cards.text import cell_width
from overmorrow.errors import BusyError
from overmorrow.grading.grading import Grading
from overmorrow.jobs.asked import Asked, AskKind, Limits
from overmorrow.settings import Settings
from overmorrow.tui.collection import OpenCollection
from overmorrow.tui.keys import JAMO
from overmorrow.tui.options import TuiOptions
from overmorrow.tui.program import OvermorrowApp
from tests.tui.playing import Player, play
from tests.tui.scripted import (
    LAKE,
    LENGTH,
    MOMENT,
    OCEAN,
    RIVERS,
    WHY,
    ScriptedSession,
    Stopwatch,
    app_of,
    asked,
)
from tests.tui.test_screens import UNFINISHED

CARDS = (LAKE, LENGTH, RIVERS)


def session_of(
    cards: Sequence[Asked] = (), gradings: dict[str, Grading] | None = None
) -> ScriptedSession:
    return ScriptedSession(cards or [asked(card) for card in CARDS], gradings)


def qualities(session: ScriptedSession) -> list[int]:
    return [quality for _, _, quality in session.saved]


def test_enter_checks_then_accepts_the_proposal() -> None:
    session = session_of()

    async def scenario(player: Player) -> None:
        await player.write("바이칼호", "enter")
        assert session.saved == []
        assert "맞았어요." in player.text
        await player.press("enter")
        assert session.saved[0][1:] == ("바이칼호", 5)
        assert LENGTH.prompt in player.text
        assert player.typed == ""
        assert player.app.focused is not None

    play(app_of(session), scenario)


def test_prompt_and_typed_text_keep_their_rows() -> None:
    async def scenario(player: Player) -> None:
        await player.write("카스피해")
        asking = player.lines
        await player.press("enter")
        judged = player.lines
        for text in (LAKE.prompt, "카스피해"):
            assert [text in row for row in asking] == [text in row for row in judged]

    play(app_of(session_of()), scenario)


def test_digit_overrules_the_proposal() -> None:
    session = session_of()

    async def scenario(player: Player) -> None:
        await player.write("바이칼호", "enter", "2")
        assert qualities(session) == [2]

    play(app_of(session), scenario)


def test_anki_digits_mean_two_to_five_and_the_others_do_nothing() -> None:
    session = session_of()

    async def scenario(player: Player) -> None:
        await player.write("바이칼호", "enter", "0", "5")
        assert qualities(session) == []
        await player.press("3")
        assert qualities(session) == [4]
        await player.write("x", "enter")
        assert "1 아까움" in player.text

    play(app_of(session, settings=Settings(grade_keys="anki")), scenario)


def test_a_quality_without_a_digit_is_said_by_its_name() -> None:
    async def scenario(player: Player) -> None:
        await player.press("tab", "tab")
        assert "힌트를 둘 이상 쓰면 낯익음까지만 제안해요." in player.text
        await player.press("enter")
        assert "Enter 모름" in player.lines[-1]

    play(app_of(session_of(), settings=Settings(grade_keys="anki")), scenario)


def test_arrows_move_the_proposal() -> None:
    session = session_of()

    async def scenario(player: Player) -> None:
        await player.write("바이칼호", "enter", "left", "left")
        assert "> 3 힘겨움" in player.text
        await player.press("enter")
        assert qualities(session) == [3]

    play(app_of(session), scenario)


def test_empty_enter_says_i_dont_know() -> None:
    session = session_of()

    async def scenario(player: Player) -> None:
        await player.press("enter")
        assert "모르겠어요." in player.text
        await player.press("4")
        assert qualities(session) == [4]

    play(app_of(session), scenario)


def test_space_shows_the_answer_in_an_empty_box_only() -> None:
    session = session_of()

    async def scenario(player: Player) -> None:
        await player.press("a", "space", "b")
        assert player.typed == "a b"
        await player.write("")
        await player.press("space")
        assert LAKE.answer in player.text
        await player.press("space")
        assert qualities(session) == [4]

    play(app_of(session), scenario)


@pytest.mark.parametrize("key", ["enter", "space"])
def test_held_key_judges_one_card_and_rates_none(key: str) -> None:
    session = session_of()
    stopwatch = Stopwatch()

    async def scenario(player: Player) -> None:
        await player.press("f20")
        stopwatch.step_ms = 5
        await player.press(*[key] * 30)
        assert session.saved == []
        assert len(session.judged_calls) == 1

    play(app_of(session, stopwatch=stopwatch), scenario)


def test_digit_pressed_twice_does_not_fall_into_the_next_box() -> None:
    session = session_of()
    stopwatch = Stopwatch()

    async def scenario(player: Player) -> None:
        await player.write("바이칼호", "enter")
        stopwatch.step_ms = 10
        await player.press("3", "3", "4")
        assert qualities(session) == [3]
        assert player.typed == "4"

    play(app_of(session, stopwatch=stopwatch), scenario)


@pytest.mark.parametrize("key", ["alt+u", "alt+ㅕ", "f9"])
def test_undo_works_from_the_box(key: str) -> None:
    session = session_of()

    async def scenario(player: Player) -> None:
        await player.write("바이칼호", "enter", "enter")
        await player.press("x", key)
        assert player.typed == "바이칼호"
        assert player.status == f"되돌렸어요. 답: {LAKE.prompt}"
        assert "F9 되돌리기" in player.lines[-1]
        assert session.saved == []

    play(app_of(session), scenario)


def test_jamo_is_text_in_the_box_and_a_command_after_the_verdict() -> None:
    session = session_of()

    async def scenario(player: Player) -> None:
        await player.write("바이칼호", "enter", "enter")
        await player.press("ㅕ")
        assert player.typed == "ㅕ"
        await player.press("enter", "ㅕ")
        assert player.typed == "바이칼호"

    play(app_of(session), scenario)


def test_redo_does_again_what_was_undone() -> None:
    session = session_of()

    async def scenario(player: Player) -> None:
        await player.write("바이칼호", "enter", "enter")
        await player.press("f9", "ctrl+y")
        assert len(session.saved) == 1
        assert LENGTH.prompt in player.text

    play(app_of(session), scenario)


def test_overruling_offers_three_ways_and_undo_takes_it_back() -> None:
    session = session_of()

    async def scenario(player: Player) -> None:
        await player.write("바이칼 호수", "enter", "y")
        assert "바이칼 호수" in player.text
        assert "맞은 걸로 할까요?" in player.text
        await player.press("escape")
        assert "틀렸어요." in player.text
        await player.press("y", "enter")
        assert "이제부터 이 카드의 답이에요" in player.text
        await player.press("u")
        assert "틀렸어요." in player.text
        await player.press("ㅛ", "ㅐ")
        assert "이번만" in player.text
        await player.press("enter")
        assert qualities(session) == [4]

    play(app_of(session), scenario)


def test_right_answer_may_be_called_wrong() -> None:
    async def scenario(player: Player) -> None:
        await player.write("바이칼호", "enter", "n")
        assert "> 2 아까움" in player.text
        await player.press("y")
        assert "틀린 걸로 했어요." in player.text

    play(app_of(session_of()), scenario)


def test_slip_is_held_back_once() -> None:
    session = session_of(gradings={"바이칼ㅎ": UNFINISHED})

    async def scenario(player: Player) -> None:
        await player.write("바이칼ㅎ", "enter")
        assert "아직 채점하지 않았어요" in player.text
        assert player.typed == "바이칼ㅎ"
        await player.press("enter")
        assert "정답" in player.text

    play(app_of(session, stopwatch=Stopwatch()), scenario)


def test_hints_open_one_after_another() -> None:
    session = session_of()

    async def scenario(player: Player) -> None:
        await player.press("tab", "tab", "tab", "f4")
        assert "ㅂㅇㅋㅎ" in player.text
        assert player.status == "힌트를 다 봤어요."
        assert "힌트 4" not in player.text
        await player.write("바이칼호", "enter")
        assert session.judged_calls[-1][3] == 3
        assert "맞았어요. 힌트를 3개 썼어요." in player.text

    play(app_of(session), scenario)


def test_choice_is_picked_by_digit() -> None:
    session = session_of([asked(OCEAN), asked(LAKE)])

    async def scenario(player: Player) -> None:
        await player.press("2")
        assert session.judged_calls[-1][0] == OCEAN.answer
        assert "맞았어요." in player.text
        await player.press("enter")
        assert player.app.focused is not None

    play(app_of(session), scenario)


def test_a_wrong_choice_is_judged_at_once_by_its_digit() -> None:
    session = session_of([asked(OCEAN)])
    wrong = next(
        at for at, choice in enumerate(asked(OCEAN).choices, 1) if choice in OCEAN.wrong_choices
    )

    async def scenario(player: Player) -> None:
        await player.press(str(wrong))
        assert "틀렸어요" in player.text

    play(app_of(session), scenario)


def test_struck_choice_counts_as_a_hint_and_is_passed_over() -> None:
    session = session_of([asked(OCEAN)])

    async def scenario(player: Player) -> None:
        await player.press("up", "tab")
        await player.press("4")
        assert session.judged_calls == []
        await player.press("enter")
        assert session.judged_calls[-1] == (OCEAN.wrong_choices[0], *session.judged_calls[-1][1:])
        assert session.judged_calls[-1][3] == 1

    play(app_of(session), scenario)


def test_choice_may_be_typed_instead() -> None:
    session = session_of([asked(OCEAN)])

    async def scenario(player: Player) -> None:
        await player.press("w")
        await player.write("태평양", "enter")
        assert session.judged_calls[-1][0] == "태평양"

    play(app_of(session), scenario)


def test_long_answer_breaks_lines_and_is_graded_by_its_learner() -> None:
    session = session_of([asked(WHY), asked(LAKE)])

    async def scenario(player: Player) -> None:
        await player.press("a", "enter", "b", "ctrl+s")
        assert WHY.answer in player.text
        assert "얼마나 잘 떠올렸나요?" in player.text
        await player.press("enter")
        assert session.saved[0][1:] == ("a\nb", 4)
        assert player.typed == ""
        assert player.app.focused is not None

    play(app_of(session), scenario)


def test_long_cards_follow_one_another_each_with_an_empty_box() -> None:
    session = session_of([asked(WHY), asked(WHY), asked(LAKE), asked(WHY)])

    async def scenario(player: Player) -> None:
        for typed in ("a", "b"):
            await player.press(typed, "ctrl+s", "enter")
        await player.write("바이칼호", "enter", "enter")
        await player.press("c", "ctrl+s", "enter")
        assert [saved[1] for saved in session.saved] == ["a", "b", "바이칼호", "c"]

    play(app_of(session), scenario)


def test_space_in_an_empty_box_of_lines_shows_the_answer_and_is_text_later() -> None:
    session = session_of([asked(WHY), asked(WHY)])

    async def scenario(player: Player) -> None:
        assert "Space 답 보기" in player.lines[-1]
        await player.press("space")
        assert WHY.answer in player.text
        assert "얼마나 잘 떠올렸나요?" in player.text
        await player.press("enter", "a", "space", "b", "ctrl+s")
        await player.press("enter")
        assert session.saved[1][1] == "a b"

    play(app_of(session), scenario)


def test_undo_brings_the_lines_of_a_long_answer_back() -> None:
    session = session_of([asked(WHY), asked(LAKE)])

    async def scenario(player: Player) -> None:
        await player.press("a", "enter", "b", "ctrl+s", "enter", "f9")
        box = player.app.screen.query_one("#long", TextArea)
        assert box.text == "a\nb"
        await player.press("c")
        assert box.text == "a\nbc"

    play(app_of(session), scenario)


def test_drill_asks_for_more_or_ends() -> None:
    session = session_of([asked(LAKE, AskKind.DRILL), asked(LENGTH, AskKind.DRILL)])

    async def scenario(player: Player) -> None:
        await player.write("바이칼호", "enter")
        assert "> 4–5  오늘은 끝" in player.text
        await player.press("3")
        assert qualities(session) == [3]

    play(app_of(session), scenario)


@pytest.mark.parametrize(
    ("key", "said"), [("f7", "쉬게 했어요."), ("f6", "내일로 미뤘어요.")], ids=["suspend", "bury"]
)
def test_card_set_aside_makes_room_for_the_next(key: str, said: str) -> None:
    session = session_of()

    async def scenario(player: Player) -> None:
        await player.press(key)
        assert player.status.startswith(said)
        assert LENGTH.prompt in player.text
        await player.press("x")
        assert player.status == ""

    play(app_of(session), scenario)


def test_flag_and_mark_stay_on_the_card() -> None:
    session = session_of()

    async def scenario(player: Player) -> None:
        await player.write("반쯤", "f8", "3")
        assert "깃발 3" in player.lines[3]
        assert player.typed == "반쯤"
        await player.press("escape", "*")
        assert "표시" in player.lines[3]
        await player.press("z")
        assert player.typed == "반쯤z"

    play(app_of(session), scenario)


def test_escape_sets_the_box_aside_for_one_command() -> None:
    session = session_of()

    async def scenario(player: Player) -> None:
        await player.write("바이", "escape")
        assert player.app.focused is None
        await player.press("5")
        assert player.typed == "바이"
        assert player.app.focused is not None
        await player.press("escape", "s")
        assert len(session.saved) == 1

    play(app_of(session), scenario)


def test_two_escapes_leave_and_enter_comes_back() -> None:
    session = session_of()

    async def scenario(player: Player) -> None:
        await player.press("escape", "escape")
        assert player.screen_name == "HomeScreen"
        await player.press("enter")
        assert player.screen_name == "StudyScreen"
        assert LAKE.prompt in player.text

    play(app_of(session), scenario)


def test_last_card_leads_to_the_summary_and_undo_leads_back() -> None:
    session = session_of([asked(LAKE)])

    async def scenario(player: Player) -> None:
        await player.write("바이칼호", "enter", "enter")
        assert player.screen_name == "SummaryScreen"
        await player.press("u")
        assert player.screen_name == "StudyScreen"
        assert player.typed == "바이칼호"
        assert player.status == f"되돌렸어요. 답: {LAKE.prompt}"

    play(app_of(session), scenario)


def test_held_enter_does_not_leave_the_summary() -> None:
    stopwatch = Stopwatch()

    async def scenario(player: Player) -> None:
        await player.write("바이칼호", "enter")
        stopwatch.step_ms = 1
        await player.press("4", "enter", "enter", "enter")
        assert player.screen_name == "SummaryScreen"

    play(app_of(session_of([asked(LAKE)]), stopwatch=stopwatch), scenario)


def test_refused_saving_keeps_the_answer() -> None:
    session = session_of()
    session.refuses = BusyError("store.busy")

    async def scenario(player: Player) -> None:
        await player.write("바이칼호", "enter", "enter")
        assert session.saved == []
        assert player.status
        assert "바이칼호" in player.text
        session.refuses = None
        await player.press("enter")
        assert qualities(session) == [5]

    play(app_of(session), scenario)


def test_pasted_lines_become_one() -> None:
    async def scenario(player: Player) -> None:
        player.app.post_message(Paste("첫 줄\n둘째\t줄\x1b[31m"))
        await player.press("f20")
        assert player.typed == "첫 줄 둘째 줄[31m"

    play(app_of(session_of()), scenario)


def test_decomposed_syllables_are_composed() -> None:
    async def scenario(player: Player) -> None:
        await player.press("\u1112", "\u1161", "\u11ab")
        assert player.typed == "한"
        await player.press("backspace")
        assert player.typed == ""

    play(app_of(session_of()), scenario)


def test_click_elsewhere_leaves_the_keyboard_in_the_box() -> None:
    async def scenario(player: Player) -> None:
        await player.click(40, 15)
        await player.press("x")
        assert player.typed == "x"

    play(app_of(session_of()), scenario)


def test_click_on_the_strip_chooses_and_a_second_one_saves() -> None:
    session = session_of()

    async def scenario(player: Player) -> None:
        await player.write("바이칼호", "enter")
        row = next(at for at, line in enumerate(player.lines) if "0 모름" in line)
        await player.click(30, row)
        assert "> 2 아까움" in player.text
        await player.click(30, row)
        assert qualities(session) == [2]

    play(app_of(session), scenario)


def test_click_on_the_short_strip_chooses_and_on_the_other_of_a_drill_decides() -> None:
    async def short(player: Player) -> None:
        await player.write("바이칼호", "enter")
        row = next(at for at, line in enumerate(player.lines) if " 0  1  2" in line)
        await player.click(4, row)
        assert ">1 낯익음" in player.lines[row]

    play(app_of(ScriptedSession([asked(LAKE), asked(LENGTH)])), short, size=(40, 15))

    session = ScriptedSession([asked(LAKE, AskKind.DRILL), asked(LENGTH)])

    async def drill(player: Player) -> None:
        await player.write("바이칼호", "enter")
        footer = player.lines[-1]
        assert footer.split("   ")[1].startswith("3 ")
        await player.click(cell_width(footer[: footer.index("3 ")]), 23)
        assert qualities(session) == [3]

    play(app_of(session), drill)


@pytest.mark.parametrize("size", [(80, 24), (80, 17), (40, 15)])
def test_a_click_says_in_which_way_an_answer_was_right(size: tuple[int, int]) -> None:
    async def scenario(player: Player) -> None:
        await player.write("카스피해", "enter", "y")
        row = next(at for at, line in enumerate(player.lines) if "이번만" in line)
        await player.click(12, row - 2)
        assert "이번만" in player.text
        await player.click(12, row)
        assert "맞은 걸로 했어요." in player.text

    play(app_of(session_of()), scenario, size=size)


def test_click_on_a_choice_marks_it_and_a_second_one_answers() -> None:
    session = session_of([asked(OCEAN)])

    async def scenario(player: Player) -> None:
        second = next(at for at, line in enumerate(player.lines) if line.strip().startswith("2 "))
        await player.click(12, second)
        assert player.lines[second].strip().startswith("> 2")
        await player.click(12, second - 1)
        assert session.judged_calls == []
        await player.click(12, second - 1)
        assert session.judged_calls[-1][0] == OCEAN.wrong_choices[0]

    play(app_of(session), scenario)


def test_click_on_the_footer_does_what_it_says() -> None:
    async def scenario(player: Player) -> None:
        await player.click(3, 23)
        assert "모르겠어요." in player.text

    play(app_of(session_of()), scenario)


def test_resizing_keeps_the_text_and_the_verdict() -> None:
    async def scenario(player: Player) -> None:
        await player.write("카스피해")
        for width, height in ((40, 15), (120, 40)):
            await player.resize(width, height)
            assert player.typed == "카스피해"
        await player.press("enter")
        for width, height in ((40, 15), (120, 40), (80, 24)):
            await player.resize(width, height)
            assert LAKE.answer in player.text
            assert "카스피해" in player.text

    play(app_of(session_of()), scenario)


def test_markup_in_a_card_is_only_text() -> None:
    prompt = "[b]굵게[/b] [@click=app.quit]여기[/] $primary"
    session = session_of([asked(LAKE._replace(prompt=prompt))])

    async def scenario(player: Player) -> None:
        assert prompt in player.text

    play(app_of(session), scenario)


def test_long_prompt_scrolls_inside_its_room() -> None:
    text = " ".join(f"낱말{number}" for number in range(200))
    session = session_of([asked(LAKE._replace(prompt=text))])

    async def scenario(player: Player) -> None:
        assert "낱말0" in player.text
        assert "PgDn" in player.text
        assert "내 답" in player.text
        await player.press(*["pagedown"] * 12)
        assert "낱말199" in player.text

    play(app_of(session), scenario)


def test_scrolling_where_nothing_is_to_scroll_does_not_move_the_verdict() -> None:
    answer = "그래도 다 보여야 하는 아주 긴 답이에요. " * 20
    session = session_of([asked(LAKE._replace(answer=answer.strip()))])

    async def scenario(player: Player) -> None:
        await player.press(*["pagedown"] * 3)
        await player.write("카스피해", "enter")
        assert "내 답   카스피해" in player.text

    play(app_of(session), scenario)


def test_a_long_answer_below_a_long_prompt_can_be_read_to_its_end() -> None:
    prompt = " ".join(f"낱말{number}" for number in range(200))
    answer = " ".join(f"답{number}" for number in range(200))
    session = session_of([asked(LAKE._replace(prompt=prompt, answer=answer))])

    async def scenario(player: Player) -> None:
        await player.press("pagedown", "pagedown")
        await player.write("카스피해", "enter")
        assert "내 답   카스피해" in player.text
        await player.press(*["pagedown"] * 12)
        assert LAKE.remark in player.text

    play(app_of(session), scenario)


def test_the_wheel_scrolls_a_long_prompt_and_leaves_the_box_its_keyboard() -> None:
    text = " ".join(f"낱말{number}" for number in range(200))
    session = session_of([asked(LAKE._replace(prompt=text))])

    async def scenario(player: Player) -> None:
        await player.wheel(10, 6, 12)
        assert "낱말199" in player.text
        await player.wheel(10, 6, -12)
        assert "낱말0 " in player.text
        await player.click(10, 6)
        await player.press("a")
        assert player.typed == "a"

    play(app_of(session), scenario)


@pytest.mark.parametrize("letter", list("ynubsf"))
def test_each_letter_has_its_jamo(letter: str) -> None:
    shown: list[list[str]] = []

    async def scenario(player: Player) -> None:
        key = JAMO[letter] if shown else letter
        await player.write("카스피해", "enter", key)
        shown.append(player.lines[:-1])  # the footer goes by the keyboard's layout

    play(app_of(session_of()), scenario)
    play(app_of(session_of()), scenario)
    assert shown[0] == shown[1]


def test_undo_of_what_was_set_on_the_card_keeps_the_begun_text(tmp_path: Path) -> None:
    options = TuiOptions(
        database_path=str(tmp_path / "study.db"),
        settings=Settings(),
        language="ko",
        clock=lambda: MOMENT,
    )
    collection = OpenCollection(options)
    session = collection.study(None, Limits())

    async def scenario(player: Player) -> None:
        await player.write("반쯤", "f8", "3", "f9")
        assert "깃발" not in player.lines[3]
        assert player.typed == "반쯤"

    play(OvermorrowApp(options, collection, session, now_ms=Stopwatch()), scenario)
    collection.close()


@pytest.mark.parametrize("key", ["i", "ㅑ", "f5"])
def test_card_info_opens_after_the_verdict_and_closes(key: str) -> None:
    async def scenario(player: Player) -> None:
        await player.press("f5")
        assert player.screen_name == "StudyScreen"
        await player.write("카스피해", "enter", key)
        assert player.screen_name == "CardInfoScreen"
        await player.press("escape")
        assert "틀렸어요." in player.text

    play(app_of(session_of()), scenario)

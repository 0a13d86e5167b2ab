"""What else can be said of an answer or done with a card while it is on the screen."""

from pathlib import Path

import pytest
from textual.widgets import TextArea

from overmorrow.jobs.asked import AskKind
from overmorrow.settings import Settings
from overmorrow.tui.asked_rows import prompt_rows
from overmorrow.tui.frame import Frame
from overmorrow.tui.program import OvermorrowApp
from overmorrow.tui.screens.study import StudyScreen
from tests.tui.conftest import ScreenMatches
from tests.tui.editing import DECK, Editor, edit
from tests.tui.playing import Player, play
from tests.tui.scripted import (
    GAP,
    LAKE,
    LENGTH,
    OCEAN,
    RIVERS,
    STORY,
    WHY,
    ScriptedSession,
    app_of,
    asked,
)


def session_of() -> ScriptedSession:
    return ScriptedSession([asked(LAKE), asked(LENGTH)])


def leech_app(language: str = "ko") -> tuple[OvermorrowApp, ScriptedSession]:
    session = session_of()
    session.leech_lapses = 8
    return app_of(session, language=language), session


def test_n_then_o_keeps_an_answer_from_ever_counting(tmp_path: Path) -> None:
    async def scenario(editor: Editor) -> None:
        await editor.write("바이칼", "enter", "n")
        assert "> 2 아까움" in editor.text
        await editor.press("o")
        assert editor.screen_name == "StudyScreen"
        assert "이 카드의 답이 아니에요" in editor.text
        await editor.press("enter")
        assert "\nnot: 바이칼\n" in editor.file
        await editor.press("f9")
        assert editor.file == DECK
        assert editor.typed == "바이칼"

    edit(tmp_path, scenario)


def test_the_answer_itself_cannot_be_kept_from_counting() -> None:
    async def scenario(player: Player) -> None:
        await player.write("바이칼호", "enter", "n")
        assert "틀린 걸로 했어요." in player.text
        await player.press("o")
        assert "이 카드의 답이 아니에요" not in player.text

    play(app_of(session_of()), scenario)


def test_a_learned_answer_is_in_the_file_and_counts_when_it_is_typed_again(tmp_path: Path) -> None:
    async def scenario(editor: Editor) -> None:
        await editor.write("Baikal", "enter", "y", "enter", "enter")
        assert "also: 바이칼 | Baikal" in editor.file
        await editor.press("f9")
        assert editor.file == DECK
        await editor.press("ctrl+y")
        assert "also: 바이칼 | Baikal" in editor.file
        await editor.press("f9", "enter")
        assert "틀렸어요." in editor.text

    edit(tmp_path, scenario)


@pytest.mark.parametrize(("key", "stored"), [("!", -3), ("=", -4)])
def test_the_whole_note_is_set_aside(key: str, stored: int) -> None:
    session = session_of()

    async def scenario(player: Player) -> None:
        await player.press("enter", key)
        assert session.saved[0][2] == stored
        assert player.status.startswith("노트째")
        assert LENGTH.prompt in player.text

    play(app_of(session), scenario)


def test_cards_of_a_note_go_and_come_back_together(tmp_path: Path) -> None:
    async def scenario(editor: Editor) -> None:
        for _ in range(3):
            await editor.press("f7")
        await editor.press("f7")
        assert "빈칸 2개" in editor.text
        before = editor.lines[0]
        await editor.press("escape", "!")
        assert editor.screen_name == "SummaryScreen"
        await editor.press("u")
        assert "빈칸 2개" in editor.text
        assert editor.lines[0] == before

    edit(tmp_path, scenario)


def test_the_answer_is_retyped_for_practice_only() -> None:
    session = session_of()

    async def scenario(player: Player) -> None:
        await player.write("카스피해", "enter", "r")
        assert player.app.focused is not None
        assert LAKE.answer in player.text
        await player.write("카스피", "enter")
        assert player.status == "아직 달라요. 한 번 더 써 보세요."
        await player.write("바이칼호", "enter")
        assert player.status == "따라 썼어요."
        assert "> 1 낯익음" in player.text
        await player.press("enter")
        assert session.saved[0][1:] == ("카스피해", 1)

    play(app_of(session), scenario)


def test_retyping_is_asked_for_after_a_wrong_answer_if_wanted() -> None:
    session = session_of()

    async def scenario(player: Player) -> None:
        await player.write("카스피해", "enter")
        await player.press("enter")
        assert session.saved == []
        await player.write("바이칼호", "enter", "enter")
        assert session.saved[0][1:] == ("카스피해", 1)
        await player.write("x", "enter", "escape", "enter")
        assert len(session.saved) == 2

    play(app_of(session, settings=Settings(retype_wrong=True)), scenario)


def test_space_begins_no_retyped_answer_with_a_reveal() -> None:
    async def scenario(player: Player) -> None:
        await player.write("카스피해", "enter", "r", "space")
        assert "스스로 채점" not in player.text
        assert "정답을 따라 써" in player.text

    play(app_of(session_of()), scenario)


def test_an_answer_is_graded_alone_whatever_stands_in_the_box() -> None:
    async def scenario(player: Player) -> None:
        await player.write("바이", "alt+w")
        assert "얼마나 잘 떠올렸나요?" in player.text
        await player.press("w")
        assert player.typed == "바이"

    play(app_of(session_of()), scenario)


def test_a_long_answer_can_be_written_on_after_the_reveal() -> None:
    async def scenario(player: Player) -> None:
        await player.press("escape", "w")
        assert WHY.answer[:10] in player.text
        await player.press("w")
        assert WHY.answer[:10] not in player.text
        assert "Ctrl+S 채점" in player.text

    play(app_of(ScriptedSession([asked(WHY)])), scenario)


def test_choice_is_written_instead() -> None:
    async def scenario(player: Player) -> None:
        await player.press("w")
        assert player.app.focused is not None
        await player.write("태평양", "enter")
        assert "맞았어요." in player.text

    play(app_of(ScriptedSession([asked(OCEAN)])), scenario)


async def write_story(player: Player) -> None:
    box = player.app.screen.query_one("#long", TextArea)
    box.load_text("바깥쪽은 깎이고\n안쪽에는 쌓인다")
    await player.press("ctrl+s")


def test_the_points_of_a_long_answer_are_confirmed_one_by_one() -> None:
    session = ScriptedSession([asked(STORY), asked(LAKE)])

    async def scenario(player: Player) -> None:
        await player.press(*"강", "enter", *"물")
        assert player.app.screen.query_one("#long", TextArea).text == "강\n물"
        await write_story(player)
        assert "3개 가운데 2개" in player.text
        assert "> 3 힘겨움" in player.text
        await player.press("down", "down", "space")
        assert "> 4 망설임" in player.text
        await player.press("up", "space", "up", "space")
        assert "> 2 아까움" in player.text
        assert session.saved == []
        await player.press("enter")
        assert session.saved[0][1:] == ("바깥쪽은 깎이고\n안쪽에는 쌓인다", 2)

    play(app_of(session), scenario)


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (40, 15)], ids=["80x24", "120x40", "40x15"])
@pytest.mark.parametrize("language", ["ko", "en"])
def test_points_screen(screen_matches: ScreenMatches, language: str, size: tuple[int, int]) -> None:
    app = app_of(ScriptedSession([asked(STORY)]), language=language)

    async def scenario(player: Player) -> None:
        await write_story(player)
        screen_matches(app, f"study_points_{language}_{size[0]}x{size[1]}")

    play(app, scenario, size)


@pytest.mark.parametrize(
    ("key", "leads_to"), [("enter", "StudyScreen"), ("e", "EditScreen"), ("h", "EditScreen")]
)
def test_a_leech_is_asked_about_on_the_spot(tmp_path: Path, key: str, leads_to: str) -> None:
    async def scenario(editor: Editor) -> None:
        await editor.write("x", "enter")
        screen = editor.app.screen
        assert isinstance(screen, StudyScreen)
        screen.ask_about_leech(8)
        await editor.press(key)
        assert editor.screen_name == leads_to
        if key == "h":
            assert editor.app.focused is not None
            assert editor.app.focused.id == "edit-hint"

    edit(tmp_path, scenario)


def test_a_hint_for_a_leech_leads_to_the_next_card(tmp_path: Path) -> None:
    async def scenario(editor: Editor) -> None:
        await editor.write("x", "enter")
        screen = editor.app.screen
        assert isinstance(screen, StudyScreen)
        screen.ask_about_leech(8)
        await editor.press("h", "escape")
        assert "8번 까먹은 카드예요" in editor.text
        await editor.press("h")
        await editor.fill("hint", "시베리아의 남쪽")
        await editor.press("ctrl+s")
        await editor.wait()
        assert "저장했어요" in editor.status
        assert "hint: 시베리아의 남쪽" in editor.file
        assert editor.screen_name == "StudyScreen"
        assert "정답" not in editor.text
        assert editor.typed == ""

    edit(tmp_path, scenario)


def test_a_leech_is_suspended_and_the_next_card_is_not() -> None:
    app, session = leech_app()

    async def scenario(player: Player) -> None:
        await player.write("x", "enter", "enter")
        assert "8번 까먹은 카드예요" in player.text
        assert LAKE.prompt in player.text
        await player.press("s")
        assert session.suspended_last
        assert LENGTH.prompt in player.text
        assert len(session.saved) == 1

    play(app, scenario)


@pytest.mark.parametrize("size", [(80, 24), (40, 15)], ids=["80x24", "40x15"])
@pytest.mark.parametrize("language", ["ko", "en"])
def test_leech_screen(screen_matches: ScreenMatches, language: str, size: tuple[int, int]) -> None:
    app, _ = leech_app(language)

    async def scenario(player: Player) -> None:
        await player.write("카스피해", "enter", "enter")
        screen_matches(app, f"study_leech_{language}_{size[0]}x{size[1]}")

    play(app, scenario, size)


@pytest.mark.parametrize("size", [(80, 24), (40, 15)], ids=["80x24", "40x15"])
@pytest.mark.parametrize("language", ["ko", "en"])
def test_retype_screen(screen_matches: ScreenMatches, language: str, size: tuple[int, int]) -> None:
    app = app_of(session_of(), language=language)

    async def scenario(player: Player) -> None:
        await player.write("카스피해", "enter", "r")
        screen_matches(app, f"study_retype_{language}_{size[0]}x{size[1]}")

    play(app, scenario, size)


def test_the_footer_offers_no_hint_when_all_are_open() -> None:
    async def scenario(player: Player) -> None:
        assert "Tab 힌트 " in player.lines[-1]
        await player.press("tab", "tab", "tab")
        assert "힌트 3" in player.text
        assert "Tab" not in player.lines[-1]

    play(app_of(session_of()), scenario)


def test_the_footer_of_a_drill_names_what_is_not_proposed() -> None:
    session = ScriptedSession([asked(LAKE, AskKind.DRILL)])

    async def scenario(player: Player) -> None:
        await player.write("바이칼호", "enter")
        assert "Enter 오늘은 끝   3 한 번 더" in player.lines[-1]
        await player.press("n")
        assert "Enter 오늘 한 번 더   4 오늘은 끝" in player.lines[-1]

    play(app_of(session), scenario)


@pytest.mark.parametrize("prompt", ["남아메리카의 큰 강 셋은?", "강 셋은? " * 70])
@pytest.mark.parametrize("size", [(80, 24), (40, 15)])
def test_all_ways_to_overrule_are_shown_however_long_the_card(
    prompt: str, size: tuple[int, int]
) -> None:
    session = ScriptedSession([asked(RIVERS._replace(prompt=prompt))])

    async def scenario(player: Player) -> None:
        await player.write("아마존, 나일, 콩고", "enter", "y")
        shown = player.lines[:-2]
        for key in ("> Enter", "o ", "t ", "Esc"):
            assert any(row.lstrip(" │").startswith(key) for row in shown), key
        framed = [row for row in shown if "┌" in row or "└" in row]
        assert len(framed) in (0, 2)

    play(app_of(session), scenario, size)


def test_a_single_gap_is_not_counted() -> None:
    card = GAP._replace(gap=(1, 1))

    async def scenario(player: Player) -> None:
        assert "복습 · 빈칸" in [row.strip() for row in player.lines]

    play(app_of(ScriptedSession([asked(card)])), scenario)


def test_a_small_drill_shows_its_two_ways_and_no_interval() -> None:
    session = ScriptedSession([asked(LAKE, AskKind.DRILL)])

    async def scenario(player: Player) -> None:
        await player.write("바이칼호", "enter")
        assert " 0–3 한 번 더  >4–5 오늘은 끝" in player.lines

    play(app_of(session), scenario, (40, 15))


@pytest.mark.parametrize(
    ("gap", "box"), [((1, 1), "[      ]"), ((1, 2), "[ 1    ]"), ((2, 2), "[ 2    ]")]
)
def test_a_gap_is_as_wide_for_any_answer_and_numbered_among_others(
    gap: tuple[int, int], box: str
) -> None:
    prompt = f"한강은 [ {gap[0]} ]에서 시작하는 강이다."
    rows = prompt_rows(GAP._replace(gap=gap, prompt=prompt), Frame(80, 24))
    assert [row[1][0] for row in rows] == [f"한강은 {box}에서 시작하는 강이다."]


def test_a_gap_is_never_broken_over_two_lines() -> None:
    for length in range(20, 40):
        prompt = f"{'가' * length} [ 1 ]에서"
        rows = prompt_rows(GAP._replace(prompt=prompt), Frame(80, 24))
        assert sum("[ 1    ]" in row[1][0] for row in rows) == 1


def thinking() -> OvermorrowApp:
    return app_of(ScriptedSession([asked(LAKE, is_thought=True), asked(LENGTH)]))


def test_an_answer_that_is_thought_of_is_looked_at_and_graded_alone() -> None:
    async def scenario(player: Player) -> None:
        assert "속으로 답해 본 뒤" in player.text
        assert "바이칼호" not in player.text
        await player.press("enter")
        assert "바이칼호" in player.text
        assert "얼마나 잘 떠올렸나요?" in player.text

    play(thinking(), scenario)


def test_an_answer_that_is_thought_of_can_be_typed_after_all() -> None:
    async def scenario(player: Player) -> None:
        await player.press("ㅈ")
        await player.write("바이칼호", "enter")
        assert "맞았어요" in player.text

    play(thinking(), scenario)


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("size", [(80, 24), (40, 15)])
def test_a_card_to_think_of_looks_like_this(
    screen_matches: ScreenMatches, language: str, size: tuple[int, int]
) -> None:
    async def scenario(player: Player) -> None:
        await player.press("tab")
        screen_matches(app, f"study_think_{language}_{size[0]}x{size[1]}")

    app = app_of(ScriptedSession([asked(LAKE, is_thought=True)]), language=language)
    play(app, scenario, size=size)

"""Nothing that can be chosen is out of sight or out of reach, however small the window."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.widgets import TextArea

from overmorrow.cards.list_item import ListItem
from overmorrow.tui.rows import plain
from overmorrow.tui.scrolled import Listed, Scroll, in_sight
from tests.tui.conftest import ScreenMatches
from tests.tui.playing import Player, play
from tests.tui.scripted import LAKE, LENGTH, OCEAN, STORY, ScriptedSession, app_of, asked

SMALL = (40, 15)
LONG = OCEAN._replace(
    prompt="다음 가운데 바다를 가장 잘 설명한 것은 무엇인가?",
    wrong_choices=tuple(
        f"{number}째로 넓은 바다로, 북쪽은 뭍에 막혔고 남쪽으로만 열려 있는 곳이에요"
        for number in range(1, 11)
    ),
)
IN_ENGLISH = OCEAN._replace(
    prompt="Which of these sentences says most about the widest ocean of all?",
    answer="the Pacific",
    wrong_choices=tuple(
        f"number {number}, shut in by land in the north and open to the south alone"
        for number in range(1, 11)
    ),
)
MANY_POINTS = STORY._replace(
    items=tuple(ListItem(text=f"{number}째 까닭은 물살이 곳마다 달라서예요") for number in range(9))
)
DEEP = OCEAN._replace(wrong_choices=(" ".join(f"낱말{n}" for n in range(60)), "인도양"))


@given(
    st.lists(st.integers(1, 9), min_size=1, max_size=12),
    st.integers(2, 12),
    st.integers(0, 60),
    st.data(),
)
def test_the_chosen_entry_is_always_in_sight(
    heights: list[int], room: int, scrolled: int, data: st.DataObject
) -> None:
    chosen = data.draw(st.integers(0, len(heights) - 1))
    begin = sum(heights[:chosen])
    listed = Listed([plain("x")] * sum(heights), begin, begin + heights[chosen])
    first = in_sight(listed, room, Scroll(scrolled, follows=True))
    seen = room if first + room >= len(listed.rows) else room - 1
    assert 0 <= first <= max(0, len(listed.rows) - 1)
    assert first <= begin
    assert listed.end <= first + seen or begin == first


def test_a_list_that_fits_does_not_move() -> None:
    listed = Listed([plain("x")] * 5, 4, 5)
    assert in_sight(listed, 5, Scroll(3, follows=True)) == 0
    assert in_sight(listed, 5, Scroll(3)) == 0


@pytest.mark.parametrize("size", [SMALL, (80, 24)], ids=["40x15", "80x24"])
def test_every_choice_can_be_gone_to_and_read(size: tuple[int, int]) -> None:
    session = ScriptedSession([asked(LONG)])
    choices = asked(LONG).choices

    async def scenario(player: Player) -> None:
        for number, choice in enumerate(choices, 1):
            assert "".join(choice.split()) in "".join(player.text.split())
            assert any(line.lstrip().startswith(f"> {number} ") for line in player.lines)
            await player.press("down")
        assert "> 1 " in player.text
        await player.press("up", "enter")
        assert session.judged_calls[-1][0] == choices[-1]

    play(app_of(session), scenario, size)


def test_a_choice_taller_than_the_window_is_read_page_by_page() -> None:
    async def scenario(player: Player) -> None:
        assert "낱말0 " in player.text
        assert "낱말59" not in player.text
        assert "… PgDn" in player.text
        await player.press(*["pagedown"] * 20)
        assert "인도양" in player.text
        await player.press("pageup")
        assert "인도양" not in player.text
        await player.press("down")
        assert ">2태평양" in player.text.replace(" ", "")

    play(app_of(ScriptedSession([asked(DEEP)])), scenario, SMALL)


def test_a_click_picks_the_choice_that_is_shown_there() -> None:
    session = ScriptedSession([asked(LONG)])
    choices = asked(LONG).choices

    async def scenario(player: Player) -> None:
        await player.press(*["down"] * 7)
        row = next(at for at, line in enumerate(player.lines) if line.lstrip().startswith("7 "))
        await player.click(10, row)
        row = next(at for at, line in enumerate(player.lines) if "> 7 " in line)
        await player.click(10, row)
        assert session.judged_calls[-1][0] == choices[6]

    play(app_of(session), scenario, SMALL)


def test_what_striking_out_costs_stays_in_sight() -> None:
    async def scenario(player: Player) -> None:
        await player.press("tab", *["down"] * 5)
        assert "힌트를 쓰면" in player.text

    play(app_of(ScriptedSession([asked(LONG)])), scenario, SMALL)


def test_every_point_of_a_long_answer_can_be_gone_to() -> None:
    async def scenario(player: Player) -> None:
        player.app.screen.query_one("#long", TextArea).load_text("물살이 달라서\n" * 8)
        await player.press("ctrl+s")
        for number in range(9):
            chosen = next(line for line in player.lines if line.lstrip().startswith("> "))
            assert f"{number}째" in chosen
            await player.press("down")
        await player.press("space", *["pagedown"] * 3)
        assert "9개 가운데" in player.text

    play(app_of(ScriptedSession([asked(MANY_POINTS)])), scenario, SMALL)


@pytest.mark.parametrize("size", [(30, 10), SMALL, (60, 18)], ids=["30x10", "40x15", "60x18"])
def test_every_way_out_of_a_question_is_seen(size: tuple[int, int]) -> None:
    session = ScriptedSession([asked(LAKE), asked(LENGTH)])
    session.leech_lapses = 8

    async def scenario(player: Player) -> None:
        await player.write("카스피해", "enter", "y")
        for way in ("> Enter", "o ", "t ", "Esc "):
            assert any(line.strip().startswith(way) for line in player.lines[:-2]), way
        await player.press("escape", "enter")
        for way in ("> Enter", "e ", "h ", "s "):
            assert any(line.strip().startswith(way) for line in player.lines[:-2]), way
        assert "8번 까먹은 카드" in player.text

    play(app_of(session), scenario, size)


@pytest.mark.parametrize("language", ["ko", "en"])
def test_many_choices_screen(screen_matches: ScreenMatches, language: str) -> None:
    card = LONG if language == "ko" else IN_ENGLISH
    app = app_of(ScriptedSession([asked(card)]), language=language)

    async def scenario(player: Player) -> None:
        await player.press("tab", "down", "down")
        screen_matches(app, f"study_many_choices_{language}_40x15")

    play(app, scenario, SMALL)


def test_turning_pages_past_the_end_needs_no_turning_back() -> None:
    card = OCEAN._replace(
        answer_type="text",
        wrong_choices=(),
        prompt=" ".join(f"낱말{number}" for number in range(200)),
    )

    async def scenario(player: Player) -> None:
        await player.press(*["pagedown"] * 60)
        at_end = player.text
        assert "낱말199" in at_end
        await player.press("pageup")
        assert player.text != at_end

    play(app_of(ScriptedSession([asked(card)])), scenario)

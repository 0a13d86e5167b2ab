"""What can be done with hard cards and mixed-up answers at the end of a sitting."""

from pathlib import Path

import pytest

from overmorrow.jobs.asked import Limits
from overmorrow.messages import Messages
from overmorrow.settings import Settings
from overmorrow.tui.frame import Frame
from overmorrow.tui.program import OvermorrowApp
from overmorrow.tui.summary_rows import summary_head, summary_rows
from tests.tui.conftest import ScreenMatches
from tests.tui.editing import DECK, Editor, edit
from tests.tui.playing import Player, play
from tests.tui.scripted import (
    LAKE,
    ScriptedCollection,
    ScriptedSession,
    Stopwatch,
    asked,
    options_of,
)


def summary_app(language: str = "ko") -> tuple[OvermorrowApp, ScriptedSession, ScriptedCollection]:
    session = ScriptedSession([asked(LAKE)])
    collection = ScriptedCollection(session)
    options = options_of(language, Settings())
    return OvermorrowApp(options, collection, session, now_ms=Stopwatch()), session, collection


@pytest.mark.parametrize(("keys", "only"), [(("h",), (1, 3)), (("1", "enter"), (1,))])
def test_hard_cards_and_pairs_are_practised(keys: tuple[str, ...], only: tuple[int, ...]) -> None:
    app, _, collection = summary_app()

    async def scenario(player: Player) -> None:
        await player.write("바이칼호", "enter", "enter")
        assert player.screen_name == "SummaryScreen"
        collection._session = ScriptedSession([asked(LAKE)])
        await player.press(*keys)
        assert collection.studied[-1][1] == Limits(only=only)

    play(app, scenario)


def test_a_mixed_up_answer_is_counted_from_now_on() -> None:
    app, session, _ = summary_app()

    async def scenario(player: Player) -> None:
        await player.write("바이칼호", "enter", "enter")
        await player.press("2", "1", "2")
        assert session.accepted == [(1, "카스피해")]
        assert player.status == "‘카스피해’를 답에 넣었어요. F9 되돌리기"
        assert "오늘 공부 끝" in player.text

    play(app, scenario)


@pytest.mark.parametrize("size", [(80, 24), (40, 15)])
def test_a_click_on_a_mixed_up_pair_shows_both_cards(size: tuple[int, int]) -> None:
    app, _, _ = summary_app()

    async def scenario(player: Player) -> None:
        await player.write("바이칼호", "enter", "enter")
        row = next(at for at, line in enumerate(player.lines) if "카스피해" in line)
        await player.click(8, row - 1)
        assert "<->" in player.text
        await player.click(8, row)
        assert "<->" not in player.text
        assert "여기에 쓴 답: 카스피해" in player.text

    play(app, scenario, size=size)


def test_a_small_summary_names_undo_and_the_help() -> None:
    app, _, _ = summary_app()

    async def scenario(player: Player) -> None:
        await player.write("바이칼호", "enter", "enter")
        assert player.lines[-1].split("   ")[1:] == ["u 되돌리기", "? 더 보기"]

    play(app, scenario, size=(40, 15))


def test_what_was_counted_stands_in_the_file_until_it_is_undone(tmp_path: Path) -> None:
    async def scenario(editor: Editor) -> None:
        await editor.write("카스피해", "enter", "5")
        for _ in range(5):
            await editor.press("f7")
        assert editor.screen_name == "SummaryScreen"
        await editor.press("1", "2")
        assert "also: 바이칼 | 카스피해" in editor.file
        await editor.press("u")
        assert editor.file == DECK
        assert editor.screen_name == "SummaryScreen"

    edit(tmp_path, scenario)


@pytest.mark.parametrize(
    ("language", "width", "title"),
    [
        ("ko", 80, "이번 공부 끝 · 오늘 15장 남았어요"),
        ("en", 80, "Done for now · 15 cards left today"),
        ("ko", 40, "이번 공부 끝"),
        ("en", 40, "Done for now"),
    ],
)
def test_the_day_is_only_called_done_when_it_is(language: str, width: int, title: str) -> None:
    summary = ScriptedSession([]).summary()._replace(left=15)
    say, frame = Messages(language), Frame(width, 24)
    head = "".join(text for text, _ in summary_head(summary, frame, say))
    assert head.strip().startswith(title + "  ")
    rows = ["".join(text for text, _ in row) for row in summary_rows(summary, frame, say)]
    assert not any(say("summary.line") in row for row in rows)


@pytest.mark.parametrize("size", [(80, 24), (40, 15)], ids=["80x24", "40x15"])
@pytest.mark.parametrize("language", ["ko", "en"])
def test_pair_screen(screen_matches: ScreenMatches, language: str, size: tuple[int, int]) -> None:
    app, _, _ = summary_app(language)

    async def scenario(player: Player) -> None:
        await player.write("바이칼호", "enter", "enter")
        await player.press("1")
        screen_matches(app, f"summary_pair_{language}_{size[0]}x{size[1]}")

    play(app, scenario, size)

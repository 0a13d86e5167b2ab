"""How the screens start and end, on a real collection."""

import os
import signal
from pathlib import Path

import pytest
from textual.theme import BUILTIN_THEMES

from overmorrow.errors import DatabaseError, NothingToStudyError
from overmorrow.jobs.asked import Judged, Limits
from overmorrow.jobs.home import Overview
from overmorrow.settings import Settings, parse_settings
from overmorrow.tui.app import run
from overmorrow.tui.collection import OpenCollection
from overmorrow.tui.options import TuiOptions
from overmorrow.tui.program import OvermorrowApp
from overmorrow.tui.themes import theme_name
from tests.tui.playing import Player, play
from tests.tui.scripted import LAKE, MOMENT, ScriptedSession, Stopwatch, app_of, asked, overview


class FaultySession(ScriptedSession):
    """Has a fault of ours in it."""

    def rate(self, judged: Judged, quality: int) -> None:
        raise ZeroDivisionError(judged, quality)


def options_for(folder: Path, language: str = "ko", limits: Limits | None = None) -> TuiOptions:
    return TuiOptions(
        database_path=str(folder / "study.db"),
        settings=Settings(),
        language=language,
        clock=lambda: MOMENT,
        start="study",
        limits=limits or Limits(),
    )


def test_real_collection_is_studied_and_kept(tmp_path: Path) -> None:
    options = options_for(tmp_path, limits=Limits(cards=2))
    collection = OpenCollection(options)
    session = collection.study(None, options.limits)
    app = OvermorrowApp(options, collection, session, now_ms=Stopwatch())

    async def scenario(player: Player) -> None:
        await player.press("space", "4")
        assert session.progress.done == 1
        await player.press("escape")
        await player.press("escape")
        assert player.screen_name == "HomeScreen"
        await player.press("enter")
        await player.press("space", "5")
        assert player.screen_name == "SummaryScreen", player.text
        await player.press("t", "2", "3")
        assert player.screen_name == "StatisticsScreen"

    play(app, scenario)
    collection.close()
    again = OpenCollection(options)
    assert again.overview().progress.done == 2
    again.close()


def test_the_first_screen_promises_what_enter_does(tmp_path: Path) -> None:
    options = options_for(tmp_path)
    collection = OpenCollection(options)
    app = OvermorrowApp(options, collection, now_ms=Stopwatch())

    async def scenario(player: Player) -> None:
        await player.press("enter", "space", "4")
        assert "1/5" in player.lines[0]
        await player.press("escape", "escape")
        assert player.screen_name == "HomeScreen"
        assert "이어서 1/5" in player.lines[-1]
        await player.press("enter")
        assert "1/5" in player.lines[0]
        await player.press(*["space", "4"] * 4)
        assert player.screen_name == "SummaryScreen"
        await player.press("enter")
        promised = player.lines[-1].split()[2]
        assert promised.startswith("5/")
        assert promised != "5/5"
        await player.press("enter")
        assert promised in player.lines[0]

    play(app, scenario)
    collection.close()


def test_undo_and_redo_on_the_first_screen_say_what_they_did(tmp_path: Path) -> None:
    options = options_for(tmp_path)
    collection = OpenCollection(options)
    app = OvermorrowApp(options, collection, now_ms=Stopwatch())

    async def scenario(player: Player) -> None:
        await player.press("ctrl+y")
        assert player.status == "다시 할 것이 없어요."
        await player.press("enter", "space", "4", "escape", "escape", "u")
        assert player.screen_name == "StudyScreen"
        assert player.status.startswith("되돌렸어요. 답: ")
        assert "0/5" in player.lines[0]
        await player.press("escape", "escape", "ctrl+y")
        assert player.screen_name == "HomeScreen"
        assert player.status.startswith("다시 했어요. 답: ")
        assert "이어서 1/5" in player.lines[-1]

    play(app, scenario)
    collection.close()


def test_mixed_up_pairs_are_practised_from_the_summary(tmp_path: Path) -> None:
    options = options_for(tmp_path, limits=Limits(cards=2))
    collection = OpenCollection(options)
    session = collection.study(None, options.limits)
    assert session.asked
    first = session.asked.card.prompt
    session.rate(session.judge("마윈"), 4)
    session.rate(session.reveal(), 4)
    app = OvermorrowApp(
        options, collection, collection.study(None, Limits(cards=1)), now_ms=Stopwatch()
    )

    async def scenario(player: Player) -> None:
        await player.press("space", "4")
        assert player.screen_name == "SummaryScreen", player.text
        assert "1999년" in player.text
        await player.press("c")
        assert player.screen_name == "StudyScreen"
        assert first in player.text

    play(app, scenario)
    collection.close()


def test_first_deck_follows_the_language_until_something_is_answered(tmp_path: Path) -> None:
    options = options_for(tmp_path)
    collection = OpenCollection(options)
    app = OvermorrowApp(options, collection, now_ms=Stopwatch())

    async def scenario(player: Player) -> None:
        assert "알리바바 2015" in player.text
        await player.press("l")
        assert "Alibaba 2015" in player.text
        assert "알리바바" not in player.text
        await player.press("enter", "space", "4", "escape", "escape", "l")
        assert player.screen_name == "HomeScreen"
        assert "Alibaba 2015" in player.text

    play(app, scenario)
    collection.close()


def test_copy_of_the_day_is_kept_while_studying(tmp_path: Path) -> None:
    options = options_for(tmp_path)
    collection = OpenCollection(options)
    collection.get_ready()
    collection.close()
    assert list((tmp_path / "backups").iterdir())


def test_nothing_to_study_is_said_before_the_screens(tmp_path: Path) -> None:
    with pytest.raises(NothingToStudyError):
        run(options_for(tmp_path, limits=Limits(cards=0)))


def test_file_that_is_no_collection_is_refused_before_the_screens(tmp_path: Path) -> None:
    (tmp_path / "study.db").write_text("not a database, but long enough to be looked at" * 99)
    with pytest.raises(DatabaseError):
        run(options_for(tmp_path))


def test_crash_is_kept_for_whoever_started_the_screens(
    capsys: pytest.CaptureFixture[str],
) -> None:
    app = app_of(FaultySession([asked(LAKE)]))

    async def scenario(player: Player) -> None:
        await player.write("x", "enter", "enter")

    with pytest.raises(ZeroDivisionError):
        play(app, scenario)
    assert isinstance(app.crash, ZeroDivisionError)
    assert LAKE.answer not in capsys.readouterr().err


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="no such signal here")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_signal_ends_the_screens_in_order(name: str) -> None:
    app = app_of(ScriptedSession([asked(LAKE)]), home=overview())

    async def scenario(player: Player) -> None:
        os.kill(os.getpid(), getattr(signal, name))
        await player.press("x")

    play(app, scenario)
    assert app.return_code == 0


@pytest.mark.parametrize(
    ("wanted", "terminal", "colours", "theme"),
    [
        ("", "xterm-256color", "", "textual-dark"),
        ("", "linux", "", "ansi-dark"),
        ("", "linux", "truecolor", "textual-dark"),
        ("nord", "linux", "", "nord"),
        ("no-such-theme", "linux", "", "ansi-dark"),
    ],
)
def test_theme_goes_by_the_wish_then_by_the_terminal(
    wanted: str, terminal: str, colours: str, theme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", terminal)
    monkeypatch.setenv("COLORTERM", colours)
    assert theme_name(wanted) == theme
    assert theme in BUILTIN_THEMES


@pytest.mark.parametrize("home", [overview(), None], ids=["home", "card"])
def test_what_is_wrong_in_the_settings_is_said_on_the_first_screen(home: Overview | None) -> None:
    _, problems = parse_settings("mouse = false\nnew_per_dy = 5\n", "/home/a/settings.toml")
    session = ScriptedSession([asked(LAKE)])
    app = app_of(session, home=home)
    app._options = app._options._replace(notes=problems)

    async def scenario(player: Player) -> None:
        assert "settings.toml 2줄: ‘new_per_dy’는 없는 설정이에요." in player.text
        assert "혹시 ‘new_per_day’? 나머지는 읽었어요." in player.text.replace("\n", "")
        await player.press("f5")
        assert "settings.toml" not in player.text

    play(app, scenario)

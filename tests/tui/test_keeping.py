"""Decks written to files from the screens, and removed ones brought back."""

import json
import zipfile
from contextlib import closing
from pathlib import Path
from threading import Event

import pytest

from overmorrow.clock import StudyDay
from overmorrow.jobs.merge import MergeReport
from overmorrow.jobs.opening import open_collection
from overmorrow.store.backup import backup
from overmorrow.store.database import open_database
from overmorrow.tui import cells
from overmorrow.tui.homes import Removed
from overmorrow.tui.merging import Merging
from overmorrow.tui.program import OvermorrowApp
from overmorrow.tui.widgets.line_box import LineBox
from overmorrow.tui.widgets.path_box import PathBox
from tests.tui.conftest import ScreenMatches
from tests.tui.editing import Editor, edit
from tests.tui.playing import Player, play
from tests.tui.scripted import (
    DAY,
    LAKE,
    MOMENT,
    ScriptedCollection,
    ScriptedSession,
    Stopwatch,
    asked,
    options_of,
    overview,
)

REMOVED = [Removed("지리::고대", 40, StudyDay(DAY - 1)), Removed("River", 1, StudyDay(DAY - 9))]
SIZES = pytest.mark.parametrize("size", [(80, 24), (40, 15)], ids=["80x24", "40x15"])


def app_with_removed(language: str = "ko") -> OvermorrowApp:
    collection = ScriptedCollection(ScriptedSession([asked(LAKE)]), overview())
    collection.scripted_homes.removed = list(REMOVED)
    return OvermorrowApp(options_of(language), collection, None, now_ms=Stopwatch())


def suffix(size: tuple[int, int]) -> str:
    return f"{size[0]}x{size[1]}"


@SIZES
@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize(("name", "key"), [("export", "x"), ("removed", "z"), ("merge", "m")])
def test_screens(
    name: str,
    key: str,
    language: str,
    size: tuple[int, int],
    screen_matches: ScreenMatches,
) -> None:
    async def scenario(player: Player) -> None:
        await player.press(key)
        screen_matches(player.app, f"{name}_{language}_{suffix(size)}")

    play(app_with_removed(language), scenario, size)


def test_the_file_s_ending_and_the_format_go_together() -> None:
    async def scenario(player: Player) -> None:
        await player.press("x")
        box = player.app.screen.query_one(LineBox)
        assert box.value == "~/overmorrow.apkg"
        await player.press("tab")
        assert box.value == "~/overmorrow/"
        await player.press("up")
        assert "담을 수 없어요" in player.status
        await player.press("tab", "shift+tab", "shift+tab", "shift+tab")
        assert box.value == "~/overmorrow.json"
        assert "카드, 답 기록, 일정" in player.words
        await player.press("up")
        assert "카드만" in player.words
        box.write("내 카드.csv")
        await player.press("end")
        assert "> csv" in player.words
        await player.press("shift+tab", "shift+tab")
        assert box.value == "내 카드.apkg"

    play(app_with_removed(), scenario)


@SIZES
def test_a_click_chooses_the_format_and_turns_schedules_on(size: tuple[int, int]) -> None:
    def cell_of(player: Player, text: str) -> tuple[int, int]:
        row = next(at for at, line in enumerate(player.lines) if f" {text} " in f"{line} ")
        before = player.lines[row].partition(f" {text}")[0]
        return cells.cell_len(before) + 1, row

    async def scenario(player: Player) -> None:
        await player.press("x")
        box = player.app.screen.query_one(LineBox)
        for format_, ending in (("json", ".json"), ("csv", ".csv"), ("md", "/"), ("apkg", ".apkg")):
            await player.click(*cell_of(player, format_))
            assert box.value.endswith(ending)
            assert f"> {format_}" in player.words
        x, row = cell_of(player, "apkg")
        await player.click(x, row + 1)
        assert "카드, 답 기록, 일정" in player.words
        await player.click(0, row)
        assert "> apkg" in player.words
        assert player.app.focused is box

    play(app_with_removed(), scenario, size)


def test_a_deck_is_written_and_one_that_is_there_is_asked_about(tmp_path: Path) -> None:
    async def scenario(player: Editor) -> None:
        await player.press("x")
        assert "내보내기 · 물" in player.words
        player.app.screen.query_one(LineBox).write(str(tmp_path / "물.apkg"))
        await player.press("enter")
        await player.wait()
        assert player.screen_name == "HomeScreen"
        assert "카드 6장을 썼어요." in player.words
        assert zipfile.is_zipfile(tmp_path / "물.apkg")

        (tmp_path / "물.json").write_text("mine", encoding="utf-8")
        await player.press("x")
        player.app.screen.query_one(LineBox).write(str(tmp_path / "물.json"))
        await player.press("enter")
        await player.wait()
        assert "한 번 더 Enter" in player.status
        assert (tmp_path / "물.json").read_text(encoding="utf-8") == "mine"
        await player.press("enter")
        await player.wait()
        assert player.screen_name == "HomeScreen"
        assert len(json.loads((tmp_path / "물.json").read_text(encoding="utf-8"))["notes"]) == 5

    edit(tmp_path, scenario, at_home=True)


def test_what_cannot_be_written_is_told_and_can_be_left(tmp_path: Path) -> None:
    async def scenario(player: Editor) -> None:
        await player.press("x")
        box = player.app.screen.query_one(LineBox)
        box.write(" ")
        await player.press("enter")
        assert "파일 이름을 쓰세요." in player.status
        box.write(str(tmp_path / "none" / "a.csv"))
        await player.press("enter")
        await player.wait()
        assert "폴더가 없어요" in player.words
        await player.press("escape")
        assert player.screen_name == "HomeScreen"

    edit(tmp_path, scenario, at_home=True)


def test_a_removed_deck_is_chosen_and_comes_back() -> None:
    async def scenario(player: Player) -> None:
        await player.press("z", "down", "up", "up", "enter")
        await player.threads_end()
        await player.press("end")
        homes = player.app._collection.homes()
        assert homes.told == [("restore", "River")]  # type: ignore[attr-defined]
        await player.press("z", "escape")
        assert player.screen_name == "HomeScreen"

    play(app_with_removed(), scenario)


def test_nothing_removed_is_said_where_we_are() -> None:
    async def scenario(player: Player) -> None:
        player.app._collection.homes().removed = []  # type: ignore[attr-defined]
        await player.press("ㅋ")
        assert player.screen_name == "HomeScreen"
        assert "치운 덱이 없어요." in player.status

    play(app_with_removed(), scenario)


def test_another_collection_is_looked_at_and_then_taken_in(tmp_path: Path) -> None:
    other = tmp_path / "there" / "study.db"
    other.parent.mkdir()
    open_collection(str(other), "en", clock=lambda: MOMENT).close()

    async def scenario(player: Editor) -> None:
        await player.press("m")
        assert "study.db" in player.words
        box = player.app.screen.query_one(PathBox)
        box.write(str(tmp_path / "none.db"))
        await player.press("enter")
        await player.wait()
        assert "합칠 파일이 없어요" in player.words
        box.write(str(other))
        await player.press("enter")
        await player.wait()
        assert "아직 합치지 않았어요" in player.words
        assert "Alibaba" not in player.words
        await player.press("enter")
        await player.wait()
        assert player.screen_name == "HomeScreen"
        assert "Alibaba 2015" in player.words
        assert "노트와 덱은 u로 되돌려요. 합쳐 온 답은 남아요." in player.words

    edit(tmp_path, scenario, at_home=True)


def test_names_of_collections_are_completed_by_tab_and_by_clicks(tmp_path: Path) -> None:
    there = tmp_path / "there"
    (there / "deeper").mkdir(parents=True)
    (there / "notes.md").write_text("no collection", encoding="utf-8")
    for name in ("laptop.db", "office.db"):
        open_collection(str(there / name), "en", clock=lambda: MOMENT).close()

    async def scenario(player: Editor) -> None:
        await player.press("m")
        box = player.app.screen.query_one(PathBox)
        box.write(str(tmp_path / "the"))
        await player.press("tab")
        assert box.value == f"{there}/"
        assert "notes.md" not in player.words
        await player.press("up")
        assert box.value == str(there / "office.db")
        row = next(at for at, line in enumerate(player.lines) if line.strip() == "laptop.db")
        await player.click(8, row)
        assert box.value == str(there / "laptop.db")
        assert player.app.focused is box
        await player.click(8, row)
        await player.wait()
        assert "아직 합치지 않았어요" in player.words
        box.write(str(there / "deeper"))
        await player.press("enter")
        assert box.value == f"{there}/deeper/"

    edit(tmp_path, scenario, at_home=True)


def test_what_is_being_taken_in_is_told_before_the_screen_is_left(tmp_path: Path) -> None:
    other = tmp_path / "laptop.db"
    open_collection(str(other), "en", clock=lambda: MOMENT).close()
    may_go_on = Event()

    class Slow(Merging):
        def take(self, path: str, *, only_look: bool) -> MergeReport:
            if not only_look:
                may_go_on.wait(20)
            return super().take(path, only_look=only_look)

    async def scenario(player: Editor) -> None:
        await player.press("m")
        player.app.screen._merging = Slow(player.app._options)  # type: ignore[attr-defined]
        player.app.screen.query_one(PathBox).write(str(other))
        await player.press("enter")
        await player.wait()
        await player.press("enter", "escape")
        assert player.screen_name == "MergeScreen"
        assert player.status == "합치고 있어요. 끝나면 첫 화면으로 가요."
        may_go_on.set()
        await player.wait()
        assert player.screen_name == "HomeScreen"
        assert "Alibaba 2015" in player.words

    edit(tmp_path, scenario, at_home=True)


def test_a_file_that_brings_nothing_is_not_taken_in(tmp_path: Path) -> None:
    async def scenario(player: Editor) -> None:
        with closing(open_database(str(tmp_path / "study.db"))) as database:
            copy = backup(database, str(tmp_path / "elsewhere"), MOMENT)
        await player.press("m")
        player.app.screen.query_one(PathBox).write(copy)
        await player.press("enter")
        await player.wait()
        assert "여기 없는 것이 없어요" in player.words
        assert "Enter 살펴보기" in player.lines[-1]
        await player.press("escape")
        assert player.screen_name == "HomeScreen"

    edit(tmp_path, scenario, at_home=True)

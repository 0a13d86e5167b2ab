"""The settings screen: found, changed at once, written down, taken back."""

from pathlib import Path

import pytest

from overmorrow.settings import RANGES, Settings
from overmorrow.tui.program import OvermorrowApp
from overmorrow.tui.settings_rows import (
    Choices,
    changed_by,
    found_settings,
    settings_in_order,
    values_of,
)
from tests.tui.conftest import ScreenMatches
from tests.tui.playing import Player, play
from tests.tui.scripted import LAKE, ScriptedSession, app_of, asked, overview

CHOICES = Choices(("textual-dark", "nord"))


def at_home(language: str = "ko", settings: Settings | None = None) -> OvermorrowApp:
    session = ScriptedSession([asked(LAKE)])
    return app_of(session, home=overview(), language=language, settings=settings)


@pytest.fixture
def written(tmp_path: Path) -> Path:
    return tmp_path / "overmorrow" / "settings.toml"


def text_of(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.exists() else None


async def go_to(player: Player, name: str) -> None:
    await player.press("slash")
    player.app.screen.query_one("#find").value = name  # type: ignore[attr-defined]  # a box
    await player.press("enter")


def test_every_setting_is_there_once() -> None:
    assert sorted(settings_in_order()) == sorted(Settings._fields)


@pytest.mark.parametrize("key", Settings._fields)
def test_a_step_there_and_back_is_where_it_was(key: str) -> None:
    value = Settings._field_defaults[key]
    for step in (1, -1):
        there = changed_by(key, value, step, CHOICES)
        assert there != value
        assert changed_by(key, there, -step, CHOICES) == value


@pytest.mark.parametrize("key", RANGES)
def test_numbers_stop_at_their_ends(key: str) -> None:
    low, high = RANGES[key]
    assert changed_by(key, low, -1, CHOICES) == low
    assert changed_by(key, high, 1, CHOICES) == high


def test_a_theme_that_is_gone_leads_to_those_there_are() -> None:
    assert changed_by("theme", "no-such", 1, CHOICES) in values_of("theme", CHOICES)


@pytest.mark.parametrize(
    ("typed", "key"),
    [("새 카드", "new_per_day"), ("ㅅㅈㅋ", "grade_keys"), ("mouse", "mouse"), ("ascii", "ascii")],
)
def test_a_setting_is_found_by_name_key_and_what_it_brings(typed: str, key: str) -> None:
    assert key in found_settings(typed)
    assert len(found_settings(typed)) < len(Settings._fields)


def test_a_change_is_written_at_once_and_taken_back(written: Path) -> None:
    written.parent.mkdir(parents=True)
    written.write_text("# mine\nnew_per_day = 20 # a few\n", encoding="utf-8")

    async def scenario(player: Player) -> None:
        await player.press("comma", "right")
        assert player.status == "하루 새 카드: 25. u로 되돌려요."
        assert text_of(written) == "# mine\nnew_per_day = 25 # a few\n"
        await player.press("ㅕ")
        assert player.status == "하루 새 카드: 다시 20."
        await player.press("u")
        assert player.status == "여기서 바꾼 설정이 없어요."

    play(at_home(), scenario)
    assert text_of(written) == "# mine\nnew_per_day = 20 # a few\n"


def test_a_digit_begins_a_number_where_one_is_chosen(written: Path) -> None:
    async def scenario(player: Player) -> None:
        await player.press("comma", "3", "0", "enter")
        assert text_of(written) == "new_per_day = 30\n"
        await player.press("slash")
        await go_to(player, "theme")
        await player.press("7")
        assert text_of(written) == "new_per_day = 30\n"

    play(at_home(), scenario)


def test_a_number_is_written_and_refused_where_it_cannot_be(written: Path) -> None:
    async def scenario(player: Player) -> None:
        await player.press("comma", "enter", "backspace", "backspace", *"77777", "enter")
        assert "0–9999" in player.status
        assert text_of(written) is None
        await player.press("backspace", "backspace", "backspace", "enter")
        assert "하루 새 카드             77" in player.text
        await player.press("enter", "1", "escape")
        assert "하루 새 카드             77" in player.text

    play(at_home(), scenario)
    assert text_of(written) == "new_per_day = 77\n"


def test_the_default_comes_back_by_one_key(written: Path) -> None:
    async def scenario(player: Player) -> None:
        await player.press("comma")
        await go_to(player, "숫자 키")
        await player.press("right")
        assert text_of(written) == 'grade_keys = "anki"\n'
        await player.press("r")
        assert text_of(written) == 'grade_keys = "sm2"\n'

    play(at_home(), scenario)


def test_what_was_changed_holds_on_the_card_below() -> None:
    app = app_of(ScriptedSession([asked(LAKE)]))

    async def scenario(player: Player) -> None:
        await player.write("카스피해", "enter", "f10", *"tjfwjd", "enter")
        assert player.screen_name == "SettingsScreen"
        await go_to(player, "숫자 키")
        await player.press("right", "escape", "escape")
        assert player.screen_name == "StudyScreen"
        assert "Enter 낯익음   1–4 바꾸기" in player.text

    play(app, scenario)


def test_language_and_signs_change_in_place() -> None:
    async def scenario(player: Player) -> None:
        await player.press("comma")
        await go_to(player, "language")
        await player.press("right", "right")
        assert "Language                 English" in player.text
        assert player.status == "Language: English. u takes it back."
        await player.press("escape", "down", "down", "right")
        assert "Signs                    ASCII" in player.text
        assert "─" not in player.text
        await player.press("escape")
        assert "Overmorrow" in player.text
        assert "─" not in player.text

    play(at_home(), scenario)


def test_colours_are_shown_as_they_are_chosen(written: Path) -> None:
    app = at_home()

    async def scenario(player: Player) -> None:
        before = app.theme
        await player.press("comma")
        await go_to(player, "theme")
        await player.press("right", "right")
        assert app.theme == "textual-light"
        assert text_of(written) == 'theme = "textual-light"\n'
        await player.press("u", "u")
        assert app.theme == before

    play(app, scenario)
    assert text_of(written) is None


def test_a_file_that_is_not_toml_is_spoken_of_and_left_alone(written: Path) -> None:
    written.parent.mkdir(parents=True)
    written.write_text("new_per_day: 3", encoding="utf-8")

    async def scenario(player: Player) -> None:
        await player.press("comma", "right")
        assert "TOML" in player.text
        assert "하루 새 카드             20" in player.text

    play(at_home(), scenario)
    assert text_of(written) == "new_per_day: 3"


def test_a_click_chooses_and_the_next_changes() -> None:
    async def scenario(player: Player) -> None:
        await player.press("comma")
        row = next(at for at, line in enumerate(player.lines) if "마우스" in line)
        await player.click(8, row)
        assert "> 마우스" in player.lines[row]
        await player.click(8, row)
        assert "아니요" in player.lines[row]

    play(at_home(), scenario)


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("size", [(80, 24), (40, 15)], ids=["80x24", "40x15"])
@pytest.mark.parametrize(
    ("name", "keys"),
    [
        pytest.param("settings", ["comma", "down", "down", "down", "right"], id="list"),
        pytest.param("settings_value", ["comma", "enter"], id="value"),
    ],
)
def test_how_it_looks(
    name: str, keys: list[str], language: str, size: tuple[int, int], screen_matches: ScreenMatches
) -> None:
    suffix = "" if size == (80, 24) else "_40x15"

    async def scenario(player: Player) -> None:
        await player.press(*keys)
        await player.app.workers.wait_for_complete()
        screen_matches(player.app, f"{name}_{language}{suffix}")

    play(at_home(language), scenario, size)


@pytest.mark.parametrize("key", ["tab", "shift+tab"])
def test_the_keyboard_stays_in_the_box_of_a_value(key: str) -> None:
    async def scenario(player: Player) -> None:
        await player.press("comma", "enter")
        box = player.app.focused
        assert box is not None
        assert box.id == "value"
        await player.press(key, "z", "z")
        assert player.app.focused is box

    play(at_home(), scenario)

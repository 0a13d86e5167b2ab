"""Changing one line of a file that is the learner's."""

import os
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overmorrow.errors import FileError, SettingsError
from overmorrow.jobs.change_settings import change_setting, current_settings, take_change_back
from overmorrow.jobs.settings_text import with_setting
from overmorrow.settings import Settings, Value

OWN = """# what I like
new_per_day   =  7   # not more
my_own = [1,
  2]

theme = 'nord'
[other]
new_per_day = 3
"""
LINES = st.lists(
    st.sampled_from(
        [
            "# a remark",
            "",
            "new_per_day = 3 # three",
            '"theme" = "nord"',
            "ascii=true",
            "unknown = ['x',",
            "  ']']",
            'note = """',
            "new_per_day = 9",
            '"""',
            "[table]",
            "  mouse = false",
        ]
    ),
    max_size=9,
)
CHANGES = st.sampled_from(
    [
        ("new_per_day", 12),
        ("theme", 'a "b" \\ c'),
        ("ascii", False),
        ("mouse", True),
        ("language", ""),
    ]
)


def test_only_the_value_changes() -> None:
    changed = with_setting(OWN, "new_per_day", 12, "settings.toml")
    assert changed == OWN.replace("=  7  ", "=  12  ")
    assert with_setting(OWN, "theme", "", "settings.toml") == OWN.replace("'nord'", '""')


def test_a_new_setting_stands_before_the_tables() -> None:
    changed = with_setting(OWN, "ascii", True, "settings.toml")
    assert changed == OWN.replace("[other]", "ascii = true\n[other]")
    assert with_setting("ascii = true", "mouse", False, "") == "ascii = true\nmouse = false\n"
    assert with_setting("a = 1\r\n", "mouse", False, "") == "a = 1\r\nmouse = false\r\n"


def test_what_looks_like_a_table_in_a_long_text_is_none() -> None:
    text = 'note = """\n[table]\nnote = """\n'
    assert with_setting(text, "ascii", True, "settings.toml") == f"{text}ascii = true\n"


@given(LINES, CHANGES, st.sampled_from(["\n", "\r\n"]))
def test_everything_else_is_as_it_was(
    lines: list[str], change: tuple[str, Value], ending: str
) -> None:
    text = ending.join(lines)
    key, value = change
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        with pytest.raises(SettingsError):
            with_setting(text, key, value, "settings.toml")
        return
    changed = with_setting(text, key, value, "settings.toml")
    assert tomllib.loads(changed) == {**table, key: value}
    old, new = text.split("\n"), changed.split("\n")
    assert len([line for line in old if line not in new]) <= 1


def test_a_change_is_taken_back_to_the_byte(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_bytes(OWN.replace("\n", "\r\n").encode())
    change = change_setting(str(file), "new_per_day", 12)
    assert current_settings(str(file)).new_per_day == 12
    take_change_back(change)
    assert file.read_bytes() == OWN.replace("\n", "\r\n").encode()


def test_a_file_that_was_not_there_is_gone_again(tmp_path: Path) -> None:
    path = str(tmp_path / "new" / "settings.toml")
    change = change_setting(path, "grade_keys", "anki")
    assert current_settings(path) == Settings(grade_keys="anki")
    take_change_back(change)
    assert not os.path.exists(path)


def test_what_was_edited_since_is_kept_when_a_change_is_taken_back(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text("new_per_day = 7\n", encoding="utf-8")
    change = change_setting(str(file), "new_per_day", 12)
    file.write_text("mouse = false\nnew_per_day = 12\n", encoding="utf-8")
    take_change_back(change)
    assert file.read_text(encoding="utf-8") == "mouse = false\nnew_per_day = 7\n"


def test_the_default_is_written_only_over_something_else(tmp_path: Path) -> None:
    path = str(tmp_path / "settings.toml")
    change_setting(path, "new_per_day", None)
    assert not os.path.exists(path)
    Path(path).write_text("new_per_day = 'many' # oh\n", encoding="utf-8")
    change_setting(path, "new_per_day", None)
    assert Path(path).read_text(encoding="utf-8") == "new_per_day = 20 # oh\n"


@pytest.mark.parametrize(("key", "value"), [("new_per_dy", 3), ("ascii", "x"), ("mouse", 1)])
def test_what_cannot_be_changes_nothing(tmp_path: Path, key: str, value: Value) -> None:
    path = str(tmp_path / "settings.toml")
    with pytest.raises(SettingsError):
        change_setting(path, key, value)
    assert not os.path.exists(path)


def test_a_file_that_is_not_toml_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text("new_per_day: 7", encoding="utf-8")
    with pytest.raises(SettingsError):
        change_setting(str(file), "new_per_day", 3)
    assert file.read_text(encoding="utf-8") == "new_per_day: 7"


def test_a_folder_in_its_place_is_refused(tmp_path: Path) -> None:
    (tmp_path / "settings.toml" / "x").mkdir(parents=True)
    with pytest.raises((FileError, SettingsError)):
        change_setting(str(tmp_path / "settings.toml"), "new_per_day", 3)

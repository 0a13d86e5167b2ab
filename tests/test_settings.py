from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overmorrow.errors import SettingsError
from overmorrow.messages import LANGUAGES, Messages
from overmorrow.settings import Settings, parse_settings, read_settings


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert read_settings(str(tmp_path / "settings.toml")) == (Settings(), ())


def test_a_typo_is_named_with_its_line_and_the_nearest_key() -> None:
    text = "# mine\nnew_per_day = 7\n\nnew_per_dy = 5\n"
    settings, (problem,) = parse_settings(text, "settings.toml")
    assert settings == Settings(new_per_day=7)
    assert problem.values == {
        "path": "settings.toml",
        "line": 4,
        "key": "new_per_dy",
        "near": "new_per_day",
    }
    assert Messages("en")(problem.key, **problem.values) == (
        "settings.toml line 4: unknown ‘new_per_dy’. Did you mean ‘new_per_day’? The rest was read."
    )


@pytest.mark.parametrize(
    "line",
    ["new_per_day = 10000", "new_per_day = true", 'grade_keys = "fsrs"', "ascii = 1", "zzz = 1"],
)
def test_a_value_that_cannot_be_is_reported_and_left_out(line: str) -> None:
    settings, problems = parse_settings(line, "settings.toml")
    assert settings == Settings()
    assert len(problems) == 1
    for language in LANGUAGES:
        assert Messages(language)(problems[0].key, **problems[0].values)


@pytest.mark.parametrize(
    "text",
    ["new_per_day: 7", "new_per_day = " + "9" * 5000, "new_per_day = " + "[" * 50_000],
    ids=["no-toml", "a-number-beyond-all-bounds", "endless-lists"],
)
def test_a_file_that_is_not_toml_is_refused(text: str) -> None:
    with pytest.raises(SettingsError) as refused:
        parse_settings(text, "settings.toml")
    assert refused.value.key == "errors.settings_not_toml"


def test_a_file_that_is_not_text_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SettingsError):
        read_settings(str(file))


@given(st.integers(0, 9999), st.sampled_from(["sm2", "anki"]), st.booleans())
def test_what_is_written_is_what_is_read(new: int, keys: str, plain_signs: bool) -> None:
    text = f'new_per_day = {new}\ngrade_keys = "{keys}"\nascii = {str(plain_signs).lower()}\n'
    expected = Settings(new_per_day=new, grade_keys=keys, ascii=plain_signs)
    assert parse_settings(text, "settings.toml") == (expected, ())

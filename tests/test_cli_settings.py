"""`settings`: listed, read and changed from the command line."""

import json

from overmorrow.locale.setting import MESSAGES
from overmorrow.settings import WORDS, Settings
from tests.test_cli import Quiz, quiz

__all__ = ["quiz"]


def test_all_settings_are_listed_with_their_names(quiz: Quiz) -> None:
    listed = quiz("settings")
    assert listed.code == 0
    keys = [line.partition(" = ")[0] for line in listed.out.splitlines()]
    assert keys == list(Settings._fields)
    assert "new_per_day = 20                # New cards a day" in listed.out


def test_one_setting_is_changed_and_read_back(quiz: Quiz) -> None:
    quiz.settings("# mine\nnew_per_day = 5 # few\n")
    assert quiz("settings", "new_per_day", "12").out == "new_per_day = 12\n"
    assert quiz("settings", "new_per_day").out == "12\n"
    file = quiz.home / "config" / "overmorrow" / "settings.toml"
    assert file.read_text(encoding="utf-8") == "# mine\nnew_per_day = 12 # few\n"
    assert json.loads(quiz("settings", "new_per_day", "--json").out) == {"new_per_day": 12}


def test_a_change_holds_for_the_next_command(quiz: Quiz) -> None:
    quiz("settings", "language", "ko")
    assert "하루 새 카드" in quiz("settings").out
    assert quiz("settings", "language", "--default").out == 'language = ""\n'
    assert "New cards a day" in quiz("settings").out


def test_what_cannot_be_is_refused_with_what_can(quiz: Quiz) -> None:
    unknown = quiz("settings", "new_per_dy", "3")
    assert (unknown.code, unknown.out) == (1, "")
    assert unknown.err == "error: Unknown setting ‘new_per_dy’. Did you mean ‘new_per_day’?\n"
    assert "Allowed: 0–12." in quiz("settings", "rollover_hour", "13").err
    assert 'Allowed: "sm2", "anki".' in quiz("settings", "grade_keys", "fsrs").err
    theme = quiz("settings", "theme", "blue")
    assert theme.code == 1
    assert "nord" in theme.err
    assert not (quiz.home / "config").exists()


def test_half_a_wish_is_wrong_usage(quiz: Quiz) -> None:
    assert quiz("settings", "--default").code == 2
    assert quiz("settings", "theme", "nord", "--default").code == 2


def test_every_setting_and_every_choice_has_its_words() -> None:
    for key in Settings._fields:
        assert f"name_{key}" in MESSAGES
        assert f"about_{key}" in MESSAGES
    for key, words in WORDS.items():
        assert all(f"value_{key}_{word}" in MESSAGES for word in words)

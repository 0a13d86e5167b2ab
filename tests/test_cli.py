"""The command line: help, wrong usage, commands from outside to inside."""

import io
import json
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from overmorrow import __version__
from overmorrow.cards.text import cell_width
from overmorrow.cli.arguments import COMMANDS
from overmorrow.cli.running import main


class Outcome(NamedTuple):
    code: int
    out: str
    err: str


class Quiz:
    """Runs the program in a fresh home, in English unless told otherwise."""

    def __init__(
        self, home: Path, patch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        self.home = home
        self._patch = patch
        self._capsys = capsys
        for name in ("LC_ALL", "LC_MESSAGES", "QUIZ_DB", "TERM", "NO_COLOR"):
            patch.delenv(name, raising=False)
        patch.setenv("LANG", "en_US.UTF-8")
        patch.setenv("HOME", str(home))
        for name in ("DATA", "CONFIG", "STATE"):
            patch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
        patch.setenv("QUIZ_NOW", "2026-11-23T09:00")
        patch.setattr(sys, "argv", ["quiz.py"])

    def __call__(self, *words: str, typed: str = "") -> Outcome:
        self._patch.setattr(sys, "stdin", io.StringIO(typed))
        code = main(words)
        out, err = self._capsys.readouterr()
        return Outcome(code, out, err)

    def setenv(self, name: str, value: str) -> None:
        self._patch.setenv(name, value)

    def settings(self, text: str) -> None:
        folder = self.home / "config" / "overmorrow"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "settings.toml").write_text(text, encoding="utf-8")


@pytest.fixture
def quiz(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Quiz:
    return Quiz(tmp_path, monkeypatch, capsys)


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_fits_in_a_terminal(quiz: Quiz, command: str, language: str) -> None:
    code, out, err = quiz("--lang", language, *command.split(), "--help")
    assert (code, err) == (0, "")
    assert max(cell_width(line) for line in out.splitlines()) <= 84


def test_help_names_every_command_and_each_has_its_own(quiz: Quiz) -> None:
    overview = quiz("--help").out
    for command, row in COMMANDS.items():
        assert f"\n  {command}" in overview
        page = quiz(command, "-h").out
        for argument in row.arguments:
            assert not argument.is_option or argument.name in page


@pytest.mark.parametrize("words", [["--version"], ["due", "--version"]])
def test_the_version_is_told(quiz: Quiz, words: list[str]) -> None:
    assert quiz(*words) == (0, f"overmorrow {__version__}\n", "")


@pytest.mark.parametrize(
    ("variables", "settings", "words", "expected"),
    [
        pytest.param({"LANG": "ko_KR.UTF-8"}, "", [], "사용법", id="locale"),
        pytest.param({"LANG": "fr_FR.UTF-8"}, "", [], "usage", id="any-other-locale"),
        pytest.param({"LC_ALL": "ko_KR", "LANG": "en_US"}, "", [], "사용법", id="LC_ALL-wins"),
        pytest.param({"LANG": "en_US"}, 'language = "ko"', [], "사용법", id="settings-win"),
        pytest.param({}, 'language = "ko"', ["--lang", "en"], "usage", id="the-option-wins"),
        pytest.param({}, "", ["--lang=ko"], "사용법", id="joined-by-an-equals-sign"),
    ],
)
def test_the_language_is_chosen(
    quiz: Quiz, variables: dict[str, str], settings: str, words: list[str], expected: str
) -> None:
    for name, value in variables.items():
        quiz.setenv(name, value)
    quiz.settings(settings)
    assert quiz(*words, "--help").out.startswith(expected)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param(["stuyd"], "Did you mean ‘study’?", id="nearest-command"),
        pytest.param(["xyzzy"], "There is no command ‘xyzzy’. See --help.", id="no-such-command"),
        pytest.param(["study", "--lmit", "3"], "Did you mean ‘--limit’?", id="nearest-option"),
        pytest.param(["study", "a", "b"], "‘b’ is one word too many", id="one-word-too-many"),
        pytest.param(["study", "--limit"], "--limit lacks its value", id="value-missing"),
        pytest.param(["study", "--limit", "x"], "‘x’ is not a whole number", id="not-a-number"),
        pytest.param(["study", "--limit", "0"], "‘0’ is not a whole number", id="too-small"),
        pytest.param(["stats", "--days", "9" * 99], "is not a whole number", id="too-large"),
        pytest.param(["study", "--ahead", "--cram"], "either --ahead or --cram", id="both-modes"),
        pytest.param(["--lang", "fr"], "Allowed: ko, en", id="unknown-language"),
        pytest.param(["--db"], "--db lacks its value", id="global-value-missing"),
        pytest.param(["due", "--json=1"], "--json", id="a-switch-takes-no-value"),
        pytest.param(["grade"], "--jsonl alone", id="nothing-to-grade"),
        pytest.param(["grade", "x", "--jsonl"], "--jsonl alone", id="too-much-to-grade"),
        pytest.param(["schedule"], "schedule sm2", id="no-algorithm"),
        pytest.param(["schedule", "sm5"], "Allowed: sm2", id="unknown-algorithm"),
    ],
)
def test_wrong_usage_is_one_sentence_and_exit_2(quiz: Quiz, words: list[str], said: str) -> None:
    code, out, err = quiz(*words)
    assert (code, out) == (2, "")
    assert said in err
    assert len(err.splitlines()) == 1
    assert not (quiz.home / "data").exists()


def test_schedule_gives_the_state_after_each_answer(quiz: Quiz) -> None:
    rows = '{"day": 0, "quality": 4}\n\n{"day": 1, "quality": 2}\n'
    first = {"n": 1, "interval": 1, "ef": 250, "due": 1, "last": 0, "drill": False, "lapses": 0}
    second = {"n": 0, "interval": 1, "ef": 250, "due": 2, "last": 1, "drill": True, "lapses": 1}
    code, out, err = quiz("schedule", "sm2", "--json", typed=rows)
    assert (code, json.loads(out), err) == (0, [first, second], "")
    lines = quiz("schedule", "sm2", typed=rows).out.splitlines()
    assert [json.loads(line) for line in lines] == [first, second]


def test_a_schedule_without_answers_is_empty(quiz: Quiz) -> None:
    assert quiz("schedule", "sm2", "--json").out == "[]\n"


BAD_ROWS = [
    pytest.param("{", id="cut-off"),
    pytest.param("[1]", id="no-object"),
    pytest.param("[" * 100_000, id="too-deep"),
    pytest.param('{"day": 1}', id="no-quality"),
    pytest.param('{"day": 1, "quality": 6}', id="quality-beyond-5"),
    pytest.param('{"day": 1, "quality": true}', id="no-number"),
    pytest.param('{"day": -1, "quality": 3}', id="day-before-0"),
    pytest.param(f'{{"day": {"9" * 5000}, "quality": 3}}', id="day-without-end"),
]


@pytest.mark.parametrize("row", BAD_ROWS)
def test_a_bad_row_is_named_by_its_line(quiz: Quiz, row: str) -> None:
    code, out, err = quiz("schedule", "sm2", typed=f'{{"day": 0, "quality": 4}}\n{row}\n')
    assert (code, out) == (1, "")
    assert err.startswith("error: Line 2")
    assert len(err.splitlines()) == 1


def test_a_setting_that_is_unknown_is_told_and_the_rest_counts(quiz: Quiz) -> None:
    quiz.settings('new_per_dy = 3\nlanguage = "ko"\n')
    code, out, err = quiz("schedule", "sm2")
    assert (code, out) == (0, "")
    assert "‘new_per_day’" in err
    assert err.startswith("알림:")


def test_settings_that_are_no_toml_stop_a_command_but_not_the_help(quiz: Quiz) -> None:
    quiz.settings("language = ko")
    assert quiz("--help").code == 0
    code, out, err = quiz("schedule", "sm2")
    assert (code, out) == (1, "")
    assert "is not TOML" in err


def test_without_a_terminal_the_screens_are_refused_in_words(quiz: Quiz) -> None:
    code, out, err = quiz()
    assert (code, out) == (1, "")
    assert "study --plain" in err


def test_a_fault_of_ours_is_kept_in_a_file(quiz: Quiz, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(COMMANDS, "due", COMMANDS["due"]._replace(module="no_such_module"))
    code, out, err = quiz("due")
    log = quiz.home / "state" / "overmorrow" / "error.log"
    assert (code, out) == (1, "")
    assert err == f"error: Unexpected error. All answers so far are saved. Log: {log}\n"
    assert "no_such_module" in log.read_text(encoding="utf-8")


def test_ctrl_c_is_quiet(quiz: Quiz, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted() -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("overmorrow.cli.running.system_clock", interrupted)
    assert quiz("due") == (130, "", "")


def test_a_pretended_time_that_is_none_is_told(quiz: Quiz) -> None:
    quiz.setenv("QUIZ_NOW", "soon")
    code, _, err = quiz("due")
    assert code == 1
    assert "QUIZ_NOW" in err

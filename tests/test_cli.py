"""The command line: help, wrong usage, commands from outside to inside."""

import io
import json
import os
import sqlite3
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import NamedTuple

import pytest

from overmorrow import __version__
from overmorrow.cards.text import cell_width
from overmorrow.cli.commands import COMMANDS
from overmorrow.cli.fault_log import LARGEST
from overmorrow.cli.running import main
from overmorrow.store.database import open_database


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

    def starts_empty(self) -> None:
        """Make a collection without the first deck."""
        open_database(str(self.home / "data" / "overmorrow" / "study.db")).close()

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
        pytest.param({"LC_ALL": "C.UTF-8", "LANG": "ko_KR"}, "", [], "사용법", id="C-says-nothing"),
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
        pytest.param(["study", "--random"], "goes with --cram", id="random-alone"),
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


def test_without_a_terminal_the_program_talks_in_lines(quiz: Quiz) -> None:
    code, out, err = quiz()
    assert (code, err) == (0, "")
    assert out.splitlines()[0].startswith("overmorrow. ")
    assert out.splitlines()[-1].endswith(":q quit)> ")


def test_a_fault_of_ours_is_kept_in_a_file(quiz: Quiz, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(COMMANDS, "due", COMMANDS["due"]._replace(module="no_such_module"))
    code, out, err = quiz("due")
    log = quiz.home / "state" / "overmorrow" / "error.log"
    assert (code, out) == (1, "")
    assert err == f"error: Unexpected error. All answers so far are saved. Log: {log}\n"
    assert "no_such_module" in log.read_text(encoding="utf-8")


def test_the_file_of_our_faults_never_grows_large(
    quiz: Quiz, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(COMMANDS, "due", COMMANDS["due"]._replace(module="no_such_module"))
    log = quiz.home / "state" / "overmorrow" / "error.log"
    quiz("due")
    log.write_text("old\n" * (LARGEST // 4), encoding="utf-8")
    quiz("due")
    assert "no_such_module" in log.read_text(encoding="utf-8")
    assert "old" not in log.read_text(encoding="utf-8")
    assert log.with_name("error.log.1").read_text(encoding="utf-8").startswith("old")


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


RIVERS = """\
---
deck: Rivers
lang: en
---
Q: Which river runs through Paris?
A: Seine
also: the Seine
tags: France, water

C: The {{Rhine}} flows into the {{North Sea}}.

Q: Which river runs through Vienna?
A: Danube
both: yes
"""


@pytest.fixture
def rivers(quiz: Quiz) -> Path:
    path = quiz.home / "rivers.md"
    path.write_text(RIVERS, encoding="utf-8")
    return path


@pytest.fixture
def studied(quiz: Quiz, rivers: Path) -> Quiz:
    """A collection with only the rivers, and one card answered wrong."""
    quiz.starts_empty()
    quiz("import", str(rivers))
    quiz("study", "Rivers", "--plain", "--limit", "1", typed="Loire\n1\n")
    return quiz


def test_the_first_command_makes_a_collection_with_a_deck_in_it(quiz: Quiz) -> None:
    decks = json.loads(quiz("decks", "--json").out)
    assert len(decks) == 1
    assert decks[0]["total"] >= 80
    assert decks[0]["new"] == 20
    assert (quiz.home / "data" / "overmorrow" / "study.db").is_file()


@pytest.mark.parametrize(
    "words", [["--create", ""], ["--create", " :: "], ["Alibaba 2015", "--rename", ""]]
)
def test_a_deck_without_a_name_is_refused(quiz: Quiz, words: list[str]) -> None:
    code, out, err = quiz("decks", *words)
    assert (code, out) == (1, "")
    assert err.startswith("error: ")


@pytest.mark.parametrize("words", [["--rename", "x"], ["--remove"], ["--set", "new_per_day=1"]])
def test_what_is_done_to_a_deck_names_it(quiz: Quiz, words: list[str]) -> None:
    code, out, err = quiz("decks", *words)
    assert (code, out) == (2, "")
    assert err.startswith("error: Name the deck as well. Example: decks ")


def test_a_deck_is_made_by_the_name_that_is_told(quiz: Quiz) -> None:
    assert quiz("decks", "--create", " World :::: Rivers ").out.startswith(
        "Made the deck World::Rivers. "
    )


def test_a_deck_is_listed_with_those_below_it(quiz: Quiz) -> None:
    for name in ("Water", "Water::Lakes", "Waterways"):
        quiz("decks", "--create", name)
    listed = json.loads(quiz("decks", "Water", "--json").out)
    assert [deck["deck"] for deck in listed] == ["Water", "Water::Lakes"]
    refused = quiz("decks", "Moon")
    assert refused.code == 1
    assert "No such deck: Moon" in refused.err


def test_the_first_deck_is_in_the_learners_language(quiz: Quiz) -> None:
    assert "알리바바" in quiz("--lang", "ko", "due").out
    assert "Alibaba" in quiz("--lang", "en", "--db", str(quiz.home / "en.db"), "due").out


def test_the_database_is_named_by_option_or_variable(quiz: Quiz) -> None:
    quiz.setenv("QUIZ_DB", str(quiz.home / "variable.db"))
    quiz("due")
    quiz("--db", str(quiz.home / "option.db"), "due")
    assert sorted(path.name for path in quiz.home.glob("*.db")) == ["option.db", "variable.db"]


def test_due_and_decks_count_what_is_left(studied: Quiz) -> None:
    due = json.loads(studied("due", "--json").out)
    assert (due["new"], due["review"], due["drill"]) == (2, 0, 1)
    assert due["next"]["prompt"].startswith("The [")
    rivers = {"deck": "Rivers", "new": 2, "review": 0, "drill": 1, "total": 5}
    assert json.loads(studied("decks", "--json").out) == [rivers]
    assert studied("due").out.splitlines()[0] == "Left today: 2 new, 0 reviews, 1 drill."
    assert studied("decks").out.splitlines()[1].split() == ["Rivers", "2", "-", "1", "5"]


def test_a_deck_that_is_not_there_is_told_with_the_nearest(studied: Quiz) -> None:
    code, out, err = studied("due", "Rivrs")
    assert (code, out) == (1, "")
    assert "Did you mean ‘Rivers’?" in err


def test_stats_are_figures_or_a_page(studied: Quiz) -> None:
    figures = json.loads(studied("stats", "--json", "--days", "7").out)
    assert figures["today"]["answers"] == 1
    assert (figures["today"]["right_first"], figures["today"]["asked_first"]) == (0, 1)
    assert figures["retention"]["all"] == {"right": 0, "total": 0, "share": None}
    assert [day["day"] for day in figures["reviews_by_day"]][-1] == "2026-11-23"
    assert len(figures["reviews_by_day"]) == 7
    assert figures["forecast"][1] == {"day": "2026-11-24", "due": 1}
    assert figures["qualities"]["1"] == 1
    page = studied("--ascii", "stats", "Rivers").out
    assert page.startswith("Statistics. Rivers, last 30 days")
    assert page.isascii()


@pytest.mark.parametrize("number", range(1, 10))
def test_each_page_of_stats_is_drawn_told_as_a_table_and_as_figures(
    studied: Quiz, number: int
) -> None:
    code, drawn, err = studied("--ascii", "stats", "--page", str(number))
    assert (code, err) == (0, "")
    assert drawn.startswith(f"{number} ")
    assert drawn.isascii()
    assert max(cell_width(line) for line in drawn.splitlines()) <= 80
    table = studied("stats", "Rivers", "--page", str(number), "--table").out
    assert "Rivers" in table.splitlines()[0]
    assert studied("--plain", "stats", "Rivers", "--page", str(number)).out == table
    figures = json.loads(studied("stats", "--page", str(number), "--json").out)
    assert figures["deck"] is None
    assert json.loads(studied("stats", "--page", figures["page"], "--json").out) == figures


def test_a_page_of_stats_counts_what_the_overview_counts(studied: Quiz) -> None:
    page = json.loads(studied("stats", "--page", "today", "--json").out)
    overview = json.loads(studied("stats", "--json").out)
    assert page["answers"] == overview["today"]["answers"]
    assert page["forecast"] == overview["forecast"]
    assert page["streak_days"] == overview["streak_days"]
    assert page["new_cards"] == overview["cards"]["new"]
    all_days = json.loads(studied("stats", "--page", "reviews", "--days", "all", "--json").out)
    assert [row["day"] for row in all_days["answers_by_day"]] == ["2026-11-23"]


def test_an_unknown_page_is_told_which_there_are(studied: Quiz) -> None:
    code, _, err = studied("stats", "--page", "tomorrow")
    assert code == 2
    assert "forecast" in err


def test_a_dry_run_describes_the_file_and_writes_nothing(quiz: Quiz, rivers: Path) -> None:
    before = quiz("decks", "--json").out
    read = json.loads(quiz("import", str(rivers), "--dry-run", "--json").out)
    assert quiz("decks", "--json").out == before
    counts = [read[name] for name in ("notes", "cards", "new", "changed", "unchanged", "refused")]
    assert counts == [3, 5, 3, 0, 0, 0]
    assert read["decks"] == {"Rivers": 5}
    assert read["tags"] == {"France": 1, "water": 1}
    first = read["items"][0]
    assert {**first, "guid": ""} == {
        "prompt": "Which river runs through Paris?",
        "answer": "Seine",
        "aliases": ["the Seine"],
        "deck": "Rivers",
        "tags": ["France", "water"],
        "guid": "",
        "ord": 0,
        "kind": "normal",
    }
    assert [(item["kind"], item["ord"]) for item in read["items"]] == [
        ("normal", 0),
        ("cloze", 0),
        ("cloze", 1),
        ("normal", 0),
        ("normal", 1),
    ]


def test_importing_again_changes_nothing(quiz: Quiz, rivers: Path) -> None:
    assert "3 new" in quiz("import", str(rivers)).out
    again = json.loads(quiz("import", str(rivers), "--json").out)
    assert (again["new"], again["changed"], again["unchanged"]) == (0, 0, 3)


def test_an_edited_note_keeps_its_schedule(studied: Quiz, rivers: Path) -> None:
    rivers.write_text(RIVERS.replace("also: the Seine", "note: 777 km"), encoding="utf-8")
    assert json.loads(studied("import", str(rivers), "--json").out)["changed"] == 1
    assert json.loads(studied("due", "--json").out)["drill"] == 1


def test_a_table_is_named_by_its_file_or_by_the_option(quiz: Quiz) -> None:
    table = quiz.home / "capitals.tsv"
    table.write_text("France\tParis\nJapan\tTokyo\n", encoding="utf-8")
    assert json.loads(quiz("import", str(table), "--json", "--dry-run").out)["decks"] == {
        "capitals": 2
    }
    quiz("import", str(table), "--deck", "World::Capitals")
    assert quiz("due", "World", "--json").out.startswith('{"new": 2')


def test_a_file_named_into_a_deck_adds_to_it(studied: Quiz) -> None:
    table = studied.home / "more.tsv"
    table.write_text("Which river runs through Rome?\tTiber\n", encoding="utf-8")
    assert "set aside" not in studied("import", str(table), "--deck", "Rivers").out
    assert json.loads(studied("decks", "--json").out)[0]["total"] == 6


def test_a_deck_to_import_into_gets_a_clean_name(quiz: Quiz, tmp_path: Path) -> None:
    path = tmp_path / "rivers.md"
    path.write_text("Q: a\nA: b\n", encoding="utf-8")
    words = ("import", str(path), "--json", "--deck", " Rivers\n\x1b[31m\u202e :: :: Asia ")
    assert list(json.loads(quiz(*words).out)["decks"]) == ["Rivers [31m::Asia"]
    assert quiz("due", "Rivers [31m::Asia").code == 0


def test_a_note_that_left_its_file_is_set_aside(studied: Quiz, rivers: Path) -> None:
    rivers.write_text(RIVERS.partition("C: ")[0], encoding="utf-8")
    assert "2 notes no longer in the file are set aside" in studied("import", str(rivers)).out
    assert json.loads(studied("decks", "--json").out)[0]["total"] == 1
    studied("undo")
    assert json.loads(studied("decks", "--json").out)[0]["total"] == 5


def test_a_broken_deck_is_refused_with_its_lines_and_nothing_is_written(
    quiz: Quiz, rivers: Path
) -> None:
    broken = quiz.home / "broken.md"
    broken.write_text("---\ndeck: Broken\nQ: What?\nA: That\n", encoding="utf-8")
    before = quiz("decks", "--json").out
    code, out, err = quiz("import", str(rivers), str(broken), "--json")
    assert (code, out) == (1, "")
    assert "broken.md" in err.splitlines()[0]
    assert "line 1" in err.splitlines()[1]
    assert len(err) < 600
    assert quiz("decks", "--json").out == before


def test_lines_that_cannot_be_read_are_named_and_the_rest_is_taken(quiz: Quiz) -> None:
    table = quiz.home / "capitals.tsv"
    table.write_text("France\tParis\nno tab\nJapan\tTokyo\n", encoding="utf-8")
    code, out, err = quiz("import", str(table))
    assert code == 0
    assert "2 new" in out
    assert "1 refused" in out
    assert err.startswith("line 2: ")


@pytest.mark.parametrize("words", [["import"], ["import", "--dry-run"]])
def test_importing_nothing_is_wrong_usage(quiz: Quiz, words: list[str]) -> None:
    assert quiz(*words).code == 2


def test_what_was_done_last_is_taken_back_first(studied: Quiz) -> None:
    listed = studied("undo", "--list").out.splitlines()
    assert listed[0].endswith("Answer: Which river runs through Paris?")
    assert listed[1].endswith("rivers.md")
    assert studied("undo").out == "Undone. Answer: Which river runs through Paris?\n"
    assert json.loads(studied("due", "--json").out)["drill"] == 0
    assert studied("undo").out.startswith("Undone. Import: ")
    assert json.loads(studied("decks", "--json").out) == []
    code, out, err = studied("undo")
    assert (code, out) == (1, "")
    assert "nothing to undo" in err


def test_an_import_is_taken_back_before_later_answers(studied: Quiz) -> None:
    assert studied("import", "--undo").out.startswith("Undone. Import: ")
    assert json.loads(studied("decks", "--json").out) == []


def test_schedules_taken_over_after_the_texts_are_not_called_known(studied: Quiz) -> None:
    file = str(studied.home / "all.json")
    studied("export", "--out", file, "--with-schedule")
    other = ("--db", str(studied.home / "other.db"))
    studied(*other, "import", file)
    out = studied(*other, "import", file, "--with-schedule").out
    assert "All of it is known" not in out
    assert "it holds 1 review." in out
    assert json.loads(studied(*other, "due", "--json").out)["drill"] == 1
    assert "All of it is known" in studied(*other, "import", file, "--with-schedule").out
    assert len(studied(*other, "undo", "--list").out.splitlines()) == 2


def test_a_dry_run_only_names_the_import_that_would_be_taken_back(studied: Quiz) -> None:
    assert "rivers.md" in studied("import", "--undo", "--dry-run").out
    assert json.loads(studied("decks", "--json").out) != []


def test_taking_an_import_back_prints_json_where_asked(studied: Quiz) -> None:
    told = json.loads(studied("import", "--undo", "--json").out)
    assert told["taken_back"] is True
    assert told["import"].endswith("rivers.md")


def test_taking_an_import_back_takes_no_file(studied: Quiz) -> None:
    assert studied("import", "--undo", "rivers.md").code == 2
    assert json.loads(studied("decks", "--json").out) != []


def test_a_copy_brings_the_collection_back(studied: Quiz) -> None:
    path = studied("backup").out.strip()
    assert Path(path).is_file()
    name = Path(path).name
    assert studied("backup", "--list").out.startswith(f"{name}  2026-11-23")
    studied("undo")
    assert studied("backup", "--restore", name).code == 0
    assert json.loads(studied("due", "--json").out)["drill"] == 1
    assert studied("backup", "--restore", "study").code == 1


def test_a_copy_may_go_to_another_folder(studied: Quiz) -> None:
    folder = studied.home / "elsewhere"
    path = studied("backup", str(folder)).out.strip()
    assert Path(path).parent == folder
    assert len(studied("backup", str(folder), "--list").out.splitlines()) == 1


def test_check_finds_and_mends_a_schedule_that_the_log_does_not_say(studied: Quiz) -> None:
    assert studied("check") == (0, "All is whole. Schedules and statistics fit the answers.\n", "")
    database = sqlite3.connect(studied.home / "data" / "overmorrow" / "study.db")
    with database:
        database.execute("UPDATE card SET interval_days = 9 WHERE last_day IS NOT NULL")
    database.close()
    code, out, err = studied("check")
    assert code == 1
    assert "1 card" in out
    assert "check --repair" in err
    found = json.loads(studied("check", "--json").out)
    assert found[0]["repairable"]
    assert studied("check", "--repair").code == 0


def test_grading_rows_come_back_in_their_order(quiz: Quiz) -> None:
    rows = [
        {"prompt": "?", "expected": "Seine", "aliases": [], "lang": "en", "typed": "seine"},
        {"prompt": "?", "expected": "1233", "answer_type": "number", "typed": "1234"},
        {"prompt": "?", "expected": "Seine", "typed": ""},
    ]
    code, out, err = quiz("grade", "--jsonl", typed="\n".join(map(json.dumps, rows)))
    graded = [json.loads(line) for line in out.splitlines()]
    assert (code, err) == (0, "")
    assert [row["verdict"] for row in graded] == ["CORRECT", "WRONG", "WRONG"]
    assert [row["quality"] for row in graded] == [5, 2, 0]
    keys = {"verdict", "quality", "reason", "message", "matched", "value"}
    assert all(row.keys() == keys for row in graded)


@pytest.mark.parametrize(
    "row",
    [
        pytest.param('{"typed": "x"}', id="nothing-expected"),
        pytest.param('{"expected": "x", "typed": 3}', id="no-text"),
        pytest.param('{"expected": "x", "typed": "x", "aliases": [1]}', id="no-alias"),
        pytest.param('{"expected": "x", "typed": "x", "lang": null}', id="no-language"),
    ],
)
def test_a_row_that_cannot_be_graded_is_named_by_its_line(quiz: Quiz, row: str) -> None:
    code, _, err = quiz("grade", "--jsonl", typed=f"\n{row}\n")
    assert code == 1
    assert err.startswith("error: Line 2")


def test_one_answer_is_graded_with_its_reason(studied: Quiz) -> None:
    code, out, _ = studied("grade", "--answer", "386 million", "386,000,000")
    assert (code, out.splitlines()[-1]) == (0, "quality 5 Easy")
    assert out.startswith("Correct. ")
    card = json.loads(studied("due", "--json").out)["next"]["card"]
    assert studied("grade", "--card", str(card), "Rhine").out.startswith("Correct. ")
    assert studied("grade", "--card", "999999", "Rhine").code == 1


def test_nothing_to_study_is_exit_3(studied: Quiz) -> None:
    code, out, err = studied("study", "--plain", "--new", "0", "--ahead", "Rivers")
    assert (code, err) == (0, "")
    assert "Practise ahead" in out or "Ahead" in out
    studied("import", "--undo")
    assert studied("study", "--plain") == (3, "", "There is nothing to study now.\n")


def test_a_clock_that_went_back_is_asked_about(studied: Quiz) -> None:
    studied.setenv("QUIZ_NOW", "2026-11-14T09:00")
    words = ["study", "--plain", "--limit", "1"]
    refused = studied(*words, typed="n\n")
    assert (refused.code, refused.out) == (1, "")
    assert "The clock is 9 days before your last study day (Monday, November 23)." in refused.err
    assert studied("due").code == 1
    confirmed = studied(*words, typed="y\n\n\n")
    assert confirmed.code == 0
    assert "1 card" in confirmed.out


def test_no_output_steers_the_terminal(quiz: Quiz) -> None:
    table = quiz.home / "evil.tsv"
    table.write_text("\x1b]0;owned\x07front\u202e\tback\x1b[31m\x9b\n", encoding="utf-8")
    quiz.starts_empty()
    outcomes = [
        quiz("import", str(table), "--json"),
        quiz("import", str(table), "--deck", "a\x1b[2J\u202eb"),
        quiz("due"),
        quiz("decks"),
        quiz("stats", "x\x1b[2J"),
        quiz("import", "no\x1b[31mfile.md"),
        quiz("grade", "--answer", "\x1b[31m", "\x07"),
        quiz("study", "--plain", "--limit", "1", typed="\x1b[31mx\n\n"),
        quiz("\x1b[31mduo"),
    ]
    for outcome in outcomes:
        for sign in outcome.out + outcome.err:
            assert sign == "\n" or unicodedata.category(sign) not in ("Cc", "Cf")


@pytest.mark.parametrize(
    "words",
    [
        ("decks", "--create", "?"),
        ("decks", "Alibaba 2015", "--rename", "?"),
        ("add", "--deck", "?", "--prompt", "?", "--answer", "?"),
        ("browse", "cid:1", "--move", "?"),
        ("browse", "cid:1", "--save", "?"),
    ],
    ids=" ".join,
)
def test_a_word_that_is_no_text_is_taken_as_far_as_it_is(
    quiz: Quiz, words: tuple[str, ...]
) -> None:
    assert quiz(*(os.fsdecode(b"\xff") if word == "?" else word for word in words)).code == 0
    if words[0] != "browse":
        assert any(deck["deck"] == "?" for deck in json.loads(quiz("decks", "--json").out))


def test_a_file_may_be_called_what_is_no_text(quiz: Quiz, tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"bad\xff\nname.md")
    path.write_text("Q: a\nA: b\n", encoding="utf-8")
    assert list(json.loads(quiz("import", str(path), "--json").out)["decks"]) == ["bad? name"]
    out = tmp_path / os.fsdecode(b"out\xff.md")
    assert quiz("export", "bad? name", "--out", str(out)).code == 0
    assert out.exists()


def test_a_reader_that_goes_early_is_no_fault(quiz: Quiz) -> None:
    quiz("due")
    reader = [
        "sh",
        "-c",
        '"$1" quiz.py stats --days 30000 --json | head -c 10',
        "-",
        sys.executable,
    ]
    run = subprocess.run(
        reader, cwd=Path(__file__).parents[1], capture_output=True, text=True, check=True
    )
    assert run.stdout == '{"today": '
    assert run.stderr == ""


def test_a_deck_may_have_its_own_limits(studied: Quiz) -> None:
    def new_left() -> int:
        return int(json.loads(studied("decks", "--json").out)[0]["new"])

    assert new_left() == 2
    assert studied("decks", "Rivers", "--new-per-day", "2").code == 0
    assert new_left() == 1
    assert studied("decks", "Rivers", "--usual").code == 0
    assert new_left() == 2
    assert studied("decks", "--new-per-day", "2").code == 2
    assert studied("decks", "Reavers", "--new-per-day", "2").code == 1


def test_columns_can_be_named(quiz: Quiz, tmp_path: Path) -> None:
    table = tmp_path / "words.csv"
    table.write_text("하나,one,1\n둘,two,2\n", encoding="utf-8")
    told = quiz("import", str(table), "--dry-run", "--json", "--columns", "answer,prompt,extra")
    assert [(item["prompt"], item["answer"]) for item in json.loads(told.out)["items"]] == [
        ("one", "하나"),
        ("two", "둘"),
    ]
    narrow = quiz("import", str(table), "--dry-run", "--columns", "prompt,answer")
    assert "has 3" in narrow.err
    assert quiz("import", str(table), "--columns", "prompt,sugar").code == 2

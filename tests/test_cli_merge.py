"""`merge` from outside to inside."""

import io
import json
import shutil
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest

from overmorrow.cli.running import main
from overmorrow.store.database import open_database

RIVERS = "---\ntitle: Rivers\nlang: en\n---\n\nQ: Which river runs through Paris?\nA: Seine\n"


class Outcome(NamedTuple):
    code: int
    out: str
    err: str


Quiz = Callable[..., Outcome]


@pytest.fixture
def quiz(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Quiz:
    for name in ("LC_ALL", "LC_MESSAGES", "QUIZ_DB"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("DATA", "CONFIG", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    monkeypatch.setenv("QUIZ_NOW", "2026-11-23T09:00")
    monkeypatch.setattr(sys, "argv", ["quiz.py"])

    def run(*words: str, typed: str = "") -> Outcome:
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        code = main(words)
        return Outcome(code, *capsys.readouterr())

    return run


@pytest.fixture
def desk(tmp_path: Path, quiz: Quiz) -> str:
    """A collection with one note."""
    path = str(tmp_path / "desk.db")
    open_database(path).close()
    deck = tmp_path / "rivers.md"
    deck.write_text(RIVERS, encoding="utf-8")
    assert quiz("--db", path, "import", str(deck)).code == 0
    return path


@pytest.fixture
def laptop(tmp_path: Path, quiz: Quiz, desk: str) -> str:
    """A copy of it on another machine, where its card was answered."""
    path = str(tmp_path / "laptop.db")
    shutil.copyfile(desk, path)
    assert quiz("--db", path, "study", "--plain", typed="Seine\n\n").code == 0
    return path


def edit(path: str, answer: str, hlc: int) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE note SET answer = ?, hlc = hlc + ?", (answer, hlc))


def test_a_merge_says_what_came(quiz: Quiz, desk: str, laptop: str) -> None:
    code, out, err = quiz("--db", desk, "merge", laptop)
    assert (code, err) == (0, "")
    assert out == (
        f"{laptop}: 1 event new, 0 known. Notes: 0 new, 0 changed, 0 kept as here."
        " 0 new decks. The answers that came stay: undo does not take them back.\n"
    )
    assert quiz("--db", desk, "merge", laptop).out == (
        f"{laptop}: nothing here is missing. 1 event known.\n"
    )
    assert quiz("--db", desk, "check").code == 0


def test_undo_takes_the_notes_of_a_merge_back_and_leaves_the_answers(
    quiz: Quiz, desk: str, laptop: str
) -> None:
    edit(laptop, "La Seine", 9)
    assert "the answers stay" in quiz("--db", desk, "merge", laptop).out
    assert json.loads(quiz("--db", desk, "browse", "--json").out)[0]["answer"] == "La Seine"
    assert quiz("--db", desk, "undo").out.startswith("Undone. Merge: ")
    card = json.loads(quiz("--db", desk, "browse", "--json").out)[0]
    assert (card["answer"], card["repetitions"]) == ("Seine", 1)
    assert quiz("--db", desk, "check").code == 0


def test_either_way_round_has_the_same_state(quiz: Quiz, desk: str, laptop: str) -> None:
    edit(desk, "the Seine", 5)
    figures = json.loads(quiz("--db", desk, "merge", laptop, "--json").out)
    assert figures.keys() == {
        "events",
        "known",
        "set_aside",
        "notes",
        "decks",
        "conflicts",
        "warnings",
        "state",
    }
    assert figures["events"] == 1
    back = json.loads(quiz("--db", laptop, "merge", desk, "--json").out)
    assert back["events"] == 0
    assert back["state"] == figures["state"]


def test_a_conflict_is_shown_with_both_texts(quiz: Quiz, desk: str, laptop: str) -> None:
    edit(desk, "Seine, the\x1b[2J", 5)
    edit(laptop, "La Seine", 9)
    code, out, _ = quiz("--db", desk, "merge", laptop, "--dry-run")
    assert code == 0
    assert "Nothing was written." in out
    assert "1 note was changed here and there. The later text will stay." in out
    assert "took theirs: Which river runs through Paris? = La Seine" in out
    assert "\x1b" not in out
    figures = json.loads(quiz("--db", desk, "merge", laptop, "--json").out)
    assert figures["notes"] == {"new": 0, "changed": 1, "kept": 0, "conflicts": 1}
    (conflict,) = figures["conflicts"]
    assert (conflict["kept"]["answer"], conflict["kept_from"]) == ("La Seine", "there")
    assert conflict["deck"] == "Rivers"


def test_details_that_differ_are_called_so(quiz: Quiz, desk: str, laptop: str) -> None:
    for path, section in ((desk, "a"), (laptop, "b")):
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute("UPDATE note SET section = ?", (section,))
    out = quiz("--db", desk, "merge", laptop).out
    assert "took theirs: Which river runs through Paris? = Seine (only hints" in out


def test_only_the_first_conflicts_are_shown(quiz: Quiz, desk: str, laptop: str) -> None:
    add = (
        "INSERT INTO note SELECT NULL, 'n' || value, deck_id, value, ?, 'x', 0, 'text', '{}', '',"
        " '[]', batch_id, 0, 1 FROM note, json_each('[2, 3, 4, 5, 6, 7, 8]')"
    )
    for path, prompt in ((desk, "here"), (laptop, "there")):
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute(add, (prompt,))
    lines = quiz("--db", desk, "merge", laptop).out.splitlines()
    assert lines[1].startswith("7 notes were changed here and there.")
    assert len(lines) == 8
    assert lines[-1] == "  and 2 more; --json lists all."


def test_a_contradiction_is_a_warning(quiz: Quiz, desk: str, laptop: str) -> None:
    quiz("--db", desk, "merge", laptop)
    with closing(sqlite3.connect(laptop)) as connection, connection:
        trigger = connection.execute(
            "SELECT sql FROM sqlite_master WHERE name = 'event_no_update'"
        ).fetchone()[0]
        connection.execute("DROP TRIGGER event_no_update")
        connection.execute("UPDATE event SET quality = 0")
        connection.execute(trigger)
    code, out, err = quiz("--db", desk, "merge", laptop)
    assert code == 0
    assert "nothing here is missing" in out
    assert "1 event has one id and two contents" in err
    figures = json.loads(quiz("--db", desk, "merge", laptop, "--json").out)
    assert (figures["set_aside"], len(figures["warnings"])) == (1, 1)


@pytest.mark.parametrize("language", ["ko", "en"])
def test_it_speaks_both_languages(quiz: Quiz, desk: str, laptop: str, language: str) -> None:
    edit(desk, "x", 1)
    edit(laptop, "y", 2)
    code, out, _ = quiz("--db", desk, "--lang", language, "merge", laptop)
    assert code == 0
    assert ("합" in out or "노트" in out) == (language == "ko")


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["merge"], 2, "Name the file to merge."),
        (["merge", "no.db"], 1, "There is no file to merge: no.db."),
        (["merge", "{desk}"], 1, "This is the collection itself"),
        (["merge", "{deck}"], 1, "Not a collection of overmorrow"),
    ],
    ids=["no-file", "not-there", "itself", "a-deck"],
)
def test_what_cannot_be_merged_is_refused_in_one_line(
    quiz: Quiz, desk: str, tmp_path: Path, words: list[str], code: int, said: str
) -> None:
    named = [word.format(desk=desk, deck=tmp_path / "rivers.md") for word in words]
    outcome = quiz("--db", desk, *named)
    assert (outcome.code, outcome.out) == (code, "")
    assert said in outcome.err
    assert len(outcome.err.splitlines()) == 1

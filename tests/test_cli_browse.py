"""`browse` from the command line: cards found, listed, changed; and what is found studied."""

import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import NamedTuple

import pytest

from overmorrow.cli.commands import ORDERS
from overmorrow.cli.running import main
from overmorrow.jobs.browse import Order
from overmorrow.store.database import open_database
from overmorrow.store.search import COLUMNS

DECK = """\
---
title: Rivers
---

Q: Which river runs through Paris?
A: Seine
tags: europe

Q: Which river runs through Seoul?
A: Han
also: Hangang

Q: How long is the Nile?
A: 6650 km
"""


class Outcome(NamedTuple):
    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()


Quiz = Callable[..., Outcome]


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    file = tmp_path / "rivers.md"
    file.write_text(DECK, encoding="utf-8")
    return file


@pytest.fixture
def quiz(
    tmp_path: Path,
    deck: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Quiz:
    """Run the program on a collection with three cards."""
    database = str(tmp_path / "data" / "study.db")
    for folder in ("XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(folder, str(tmp_path))
    monkeypatch.setattr("sys.stdin", StringIO())
    open_database(database).close()

    def run(*words: str) -> Outcome:
        code = main(["--db", database, "--lang", "en", *words])
        return Outcome(code, *capsys.readouterr())

    assert run("import", str(deck)).code == 0
    return run


def test_the_orders_are_those_of_the_job() -> None:
    assert ORDERS == COLUMNS
    assert Order().column in ORDERS


def test_what_is_found_is_listed(quiz: Quiz) -> None:
    done = quiz("browse", "river", "--order", "answer")
    assert done.code == 0
    assert [line.split("  ")[0] for line in done.lines] == ["2", "1"]
    assert "Han" in done.lines[0]
    assert quiz("browse", "river", "--ids").lines == ["1", "2"]
    assert quiz("browse", "river", "--ids", "--order", "answer", "--reverse").lines == ["1", "2"]
    assert quiz("browse", "-river", "--ids").lines == ["3"]
    assert quiz("browse", "--ids", "--limit", "2").lines == ["1", "2"]


def test_figures_are_printed_as_one_document(quiz: Quiz) -> None:
    (found,) = json.loads(quiz("browse", "tag:europe", "--json").out)
    assert found["answer"] == "Seine"
    assert (found["tags"], found["due"], found["suspended"]) == (["europe"], None, False)


def test_what_is_not_found_is_no_failure(quiz: Quiz) -> None:
    done = quiz("browse", "deck:nowhere")
    assert (done.code, done.out, done.err) == (0, "", "Nothing found.\n")
    assert quiz("browse", "deck:nowhere", "--json").out == "[]\n"


def test_a_wrong_term_is_told_with_its_place(quiz: Quiz) -> None:
    done = quiz("browse", "is:new", "prop:ivl>")
    assert (done.code, done.out) == (1, "")
    assert done.err == (
        "error: Search, column 8: a number must follow ‘prop:ivl>’. Example: prop:ivl>=21\n"
    )


@pytest.mark.parametrize(
    ("words", "search"),
    [
        (["--suspend"], "is:suspended"),
        (["--bury"], "is:buried"),
        (["--flag", "3"], "flag:3"),
        (["--mark"], "is:marked"),
        (["--due", "3-5"], "prop:due>=3"),
        (["--set-tag", "water"], "tag:water"),
        (["--move", "Water::Flowing"], "deck:Water"),
    ],
)
def test_a_change_is_one_step(quiz: Quiz, deck: Path, words: list[str], search: str) -> None:
    planned = quiz("browse", "river", *words, "--dry-run")
    assert (planned.code, planned.out) == (0, "Would change 2 cards.\n")
    assert quiz("browse", search, "--ids").lines == []
    assert quiz("browse", "river", *words).code == 0
    assert quiz("browse", search, "--ids").lines == ["1", "2"]
    assert quiz("undo").code == 0
    assert quiz("browse", search, "--ids").lines == []
    assert deck.read_text(encoding="utf-8") == DECK


def test_all_that_undo_would_take_back_is_listed_in_its_order(quiz: Quiz) -> None:
    for words in (["--flag", "3"], ["--suspend"], ["--set-tag", "water"], ["--mark"]):
        assert quiz("browse", "river", *words).code == 0
    listed = [line.partition("  ")[2] for line in quiz("undo", "--list").lines]
    assert len(listed) == 5
    assert [quiz("undo").out.strip() for _ in listed] == [f"Undone. {step}" for step in listed]


def test_deleted_notes_come_back(quiz: Quiz, deck: Path) -> None:
    done = json.loads(quiz("browse", "nile", "--delete", "--json").out)
    assert (done["changed"], done["what"]) == (1, "delete")
    assert "Nile" not in deck.read_text(encoding="utf-8")
    assert quiz("browse", "--ids").lines == ["1", "2"]
    assert quiz("undo").out == "Undone. Deleted: 1 note\n"
    assert quiz("browse", "--ids").lines == ["1", "2", "3"]
    assert deck.read_text(encoding="utf-8") == DECK


def test_text_is_replaced_after_it_was_shown(quiz: Quiz, deck: Path) -> None:
    words = ("browse", "tag:europe or seoul", "--replace", "river", "--with", "stream")
    planned = quiz(*words, "--dry-run")
    assert planned.lines == [
        "prompt: Which river runs through Paris? -> Which stream runs through Paris?",
        "prompt: Which river runs through Seoul? -> Which stream runs through Seoul?",
    ]
    assert deck.read_text(encoding="utf-8") == DECK
    assert quiz(*words).out == "Replaced: 2 notes\n"
    assert deck.read_text(encoding="utf-8") == DECK.replace("river", "stream")


def test_duplicates_are_merged_or_kept_apart(quiz: Quiz, tmp_path: Path) -> None:
    other = tmp_path / "other.md"
    other.write_text("Q: How long is the Nile\nA: 6,650 km\n", encoding="utf-8")
    assert quiz("import", str(other)).code == 0
    assert quiz("browse", "is:dupe", "--ids").lines == ["3", "4"]
    assert quiz("browse", "is:dupe", "--merge", "--dry-run").out == "Would change 2 notes.\n"
    assert quiz("browse", "is:dupe", "--merge").out == "Merged: 2 notes\n"
    assert len(quiz("browse", "nile", "--ids").lines) == 1
    assert quiz("undo").code == 0
    assert quiz("browse", "is:dupe", "--keep-apart").out == "Kept apart: 2 notes\n"
    assert quiz("browse", "is:dupe", "--ids").lines == []
    assert quiz("undo").code == 0
    assert quiz("browse", "is:dupe", "--ids").lines == ["3", "4"]


@pytest.mark.parametrize(
    "words",
    [
        ["--suspend"],
        ["  ", "--delete"],
        ["--replace", "a", "--with", "b"],
        ["river", "--suspend", "--mark"],
        ["river", "--flag", "8"],
        ["river", "--due", "x"],
        ["--order", "length"],
    ],
)
def test_wrong_usage_changes_nothing(quiz: Quiz, words: list[str]) -> None:
    assert quiz("browse", *words).code == 2
    assert quiz("undo", "--list").lines[0].endswith("rivers.md")


def test_a_search_with_a_name_can_be_studied(quiz: Quiz) -> None:
    assert quiz("browse", "tag:europe", "--save", "europe").code == 0
    assert quiz("browse", "--saved").out == "europe: tag:europe\n"
    for scope in ("europe", "tag:europe", "seine tag:europe", "nid:1"):
        studied = quiz("--plain", "study", scope)
        assert studied.lines[0].startswith(f"{scope}. 1 card.")
        assert "Paris" in studied.out
        assert "Seoul" not in studied.out
    assert quiz("browse", "--forget", "europe").out == ""
    assert quiz("--plain", "study", "europe").code == 1


@pytest.mark.parametrize(
    ("scope", "code"), [("is:leech", 3), ("is:lech", 1), ("Rivres", 1), ("seine", 1), ("(", 1)]
)
def test_a_scope_that_finds_nothing_says_so(quiz: Quiz, scope: str, code: int) -> None:
    assert quiz("--plain", "study", scope).code == code
